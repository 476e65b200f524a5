import { readFileSync } from 'node:fs'
import * as v from 'valibot'

/**
 * `count-tests.ts FIRST [AGAIN]`: `passed failed skipped` of a JSON report of vitest, then one line
 * for each test that failed and for each that passed only in AGAIN, the report of the failed files
 * run once more. `count-tests.ts --failed-files FIRST`: those files, a line each.
 * Fails when there is no such report.
 */
const FILE = v.object({
  name: v.string(),
  status: v.string(),
  assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })),
})
const REPORT = v.object({ testResults: v.pipe(v.array(FILE), v.minLength(1, 'no tests in it')) })
type File = v.InferOutput<typeof FILE>

function filesOf(report: string): readonly File[] {
  return v.parse(REPORT, JSON.parse(readFileSync(report, 'utf8'))).testResults
}

const failed = ({ status }: { readonly status: string }): boolean => status === 'failed'

/** A file that could not be read, or whose preparation failed, counts as one failure. */
function failuresOf(file: File): readonly string[] {
  const tests = file.assertionResults
    .filter(failed)
    .map(({ fullName }) => `${file.name}: ${fullName}`)
  return tests.length === 0 && failed(file) ? [file.name] : tests
}

const [option, ...rest] = process.argv.slice(2)
if (option === '--failed-files') {
  for (const { name } of filesOf(rest[0] ?? '').filter(failed)) console.log(name)
} else {
  const first = filesOf(option ?? '')
  const again = rest[0] === undefined ? [] : filesOf(rest[0])
  const last = first.map((file) => again.find(({ name }) => name === file.name) ?? file)
  const states = last.flatMap(({ assertionResults }) =>
    assertionResults.map(({ status }) => status),
  )
  const passed = states.filter((status) => status === 'passed').length
  const failures = last.flatMap(failuresOf)
  const skipped = states.filter((status) => !['passed', 'failed'].includes(status)).length
  console.log(`${String(passed)} ${String(failures.length)} ${String(skipped)}`)
  for (const name of failures) console.log(`failed: ${name}`)
  for (const name of first.flatMap(failuresOf)) {
    if (!failures.includes(name)) console.log(`passed only when run again, alone: ${name}`)
  }
}
