import { readFileSync } from 'node:fs'

/** Prints `passed failed skipped` from a JSON report of vitest. Fails when there is no such report. */
const report: unknown = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))

function count(...names: readonly string[]): number {
  if (typeof report !== 'object' || report === null) throw new Error('no report')
  let sum = 0
  for (const name of names) {
    const value: unknown = Reflect.get(report, name)
    if (typeof value !== 'number') throw new Error(`the report has no ${name}`)
    sum += value
  }
  return sum
}

const suites = count('numFailedTestSuites')
const failed = count('numFailedTests')
process.stdout.write(
  `${count('numPassedTests')} ${Math.max(failed, Math.min(suites, 1))} ${count('numPendingTests', 'numTodoTests')}\n`,
)
