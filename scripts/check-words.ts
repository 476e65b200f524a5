/**
 * `node scripts/check-words.ts`: the glossary of CONTRIBUTING.md over everything that people read:
 * pages, `action.yml`, and the texts in the source. Exit code 1 where a word stands that it decides
 * against.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decidedAgainst, readByPeople, textsOf } from './words.ts'

const ROOT = join(import.meta.dirname, '..')
const { pages, source } = readByPeople(ROOT)
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const against = decidedAgainst(read('CONTRIBUTING.md'))
let complaints = 0
for (const file of [...pages, ...source]) {
  for (const { line, text } of textsOf(read(file), file.endsWith('.ts'))) {
    for (const { write, pattern } of against) {
      if (!pattern.test(text)) continue
      complaints += 1
      process.stderr.write(`${file}:${line}: write "${write}": ${text.trim().slice(0, 160)}\n`)
    }
  }
}
process.stdout.write(
  `${against.length} decided words checked in ${pages.length + source.length} files, ${complaints} complaints\n`,
)
if (complaints > 0) process.exitCode = 1
