/**
 * `node scripts/readme.ts [--check]`: writes the tables of inputs and outputs from action.yml
 * between their markers in README.md; with --check, exit code 1 when that would change anything.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withTables } from './readme-tables.ts'

const ROOT = join(import.meta.dirname, '..')
const README = join(ROOT, 'README.md')

const before = readFileSync(README, 'utf8')
const after = withTables(before, readFileSync(join(ROOT, 'action.yml'), 'utf8'))

if (process.argv.includes('--check')) {
  if (after !== before) {
    process.stderr.write('README.md does not show action.yml as it is: run "npm run readme"\n')
    process.exitCode = 1
  }
} else writeFileSync(README, after)
