/** People read the default report; .ci/run counts the tests from a file that it names. */
export function testReporters(): (string | [string, { outputFile: string }])[] {
  const outputFile = process.env['PREFLIGHT_TEST_RESULTS']
  return outputFile === undefined ? ['default'] : ['default', ['json', { outputFile }]]
}
