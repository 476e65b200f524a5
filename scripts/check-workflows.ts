/**
 * `node scripts/check-workflows.ts`: GitHub's own language service over every workflow of the
 * project, its examples and the pieces in its pages, and the same pin for one action everywhere. Exit code 1 when anything is wrong.
 */
import { lintWorkflow, pinsApart } from './workflow-lint.ts'
import { allWorkflows } from './workflow-texts.ts'

const workflows = allWorkflows()
const complaints = [
  ...(await Promise.all(workflows.map(lintWorkflow))).flat(),
  ...pinsApart(workflows),
]
for (const { file, line, message } of complaints) {
  process.stderr.write(`${file}:${line}: ${message}\n`)
}
process.stdout.write(`${workflows.length} workflows checked, ${complaints.length} complaints\n`)
process.exitCode = complaints.length === 0 ? 0 : 1
