/**
 * `node scripts/readme.ts [--check]`: writes the tables that are made from data between their
 * markers: inputs and outputs (action.yml) into README.md and docs/inputs.md, the commands into
 * docs/command-line.md, the arrows (scripts/arrows.ts) into
 * docs/architecture.md, what each client does (src/egress) into docs/same-path.md, the variables of
 * each library into docs/application.md, every limit (scripts/limits.ts) into docs/limits.md; and
 * the published schema of a packet (src/model/packet.ts).
 * With --check, exit code 1 when that would change anything.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BASE_URL_VARIABLES, OTHER_VARIABLES } from '../src/application/index.ts'
import { ENDPOINTS, ENDPOINT_FACTS } from '../src/model/index.ts'
import { ROOMS } from './arrows.ts'
import { limitTables } from './limits.ts'
import { PROMISES } from './promises.ts'
import { packetSchema } from './packet-schema.ts'
import { withCommands, withFullTables, withTables } from './readme-tables.ts'
import { staleFigures, withFigures } from './performance.ts'
import { samePathTables } from './same-path-tables.ts'

const ROOT = join(import.meta.dirname, '..')

function update(page: string, from: string, change: (before: string) => string): void {
  const path = join(ROOT, page)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  if (after === before) return
  if (process.argv.includes('--check')) {
    process.stderr.write(`${page} does not show ${from} as it is: run "npm run readme"\n`)
    process.exitCode = 1
  } else writeFileSync(path, after)
}

/** Puts a table between its two markers; a page without them must not look as if it were up to date. */
function between(page: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from === -1 || to < from) throw new Error(`the markers of ${name} are missing`)
  return `${page.slice(0, from)}${begin}\n\n${table}\n\n${page.slice(to)}`
}

function withVariables(before: string): string {
  const rows = Object.entries(BASE_URL_VARIABLES).map(([library, { variables, source }]) => {
    const names = variables.map((name) => `\`${name}\``).join(', then ')
    return `| ${library} | ${names === '' ? 'none' : names} | ${source} |`
  })
  const table = ['| Library | Reads | Source |', '| :-- | :-- | :-- |', ...rows].join('\n')
  const others = OTHER_VARIABLES.map(
    ({ name, means, libraries, source, followed }) =>
      `| \`${name}\` | ${means} | ${libraries.join(', ') || 'none'} | ${followed ? 'yes' : 'a note'} | ${source} |`,
  )
  const second = [
    '| Variable | Holds | Read by | Followed | Source |',
    '| :-- | :-- | :-- | :-- | :-- |',
    ...others,
  ].join('\n')
  return between(between(before, 'base-url-variables', table), 'other-variables', second)
}

function withEndpoints(before: string): string {
  const rows = ENDPOINTS.map((endpoint) => {
    const { path, sends, costs } = ENDPOINT_FACTS[endpoint]
    return `| \`${endpoint}\` | \`${path}\` | ${sends} | ${costs} |`
  })
  const head = ['| `endpoint` | Path | Sends | Costs |', '| :-- | :-- | :-- | :-- |']
  return between(before, 'endpoints', [...head, ...rows].join('\n'))
}

function withPromises(before: string): string {
  const rows = PROMISES.map(
    ({ promise, says, file, holder, test }) =>
      `| ${promise} | ${says} | \`${holder}\` in \`${file}\` | \`${test.file}\`: ${test.title.replaceAll('|', '')} |`,
  )
  const head = ['| Promise | Words | Kept by | Test that notices |', '| :-- | :-- | :-- | :-- |']
  return between(before, 'promises', [...head, ...rows].join('\n'))
}

function withArrows(before: string): string {
  const rows = Object.entries(ROOMS).map(([name, { does, imports, pure }]) => {
    const all = imports.map((one) => `\`${one}/\``).join(', ')
    const most = all === '' ? '–' : all
    return `| \`${name}/\` | ${does} | ${most}${pure === true ? '; no `node:`, no package' : ''} |`
  })
  const table = [
    '| Folder | What it does | May import, besides `model/` |',
    '| :-- | :-- | :-- |',
    ...rows,
  ].join('\n')
  return between(before, 'arrows', table)
}

const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
const homeless = folders.filter((one) => one.isDirectory() && !Object.hasOwn(ROOMS, one.name))
if (homeless.length > 0) {
  const names = homeless.map(({ name }) => `src/${name}/`).join(', ')
  process.stderr.write(`scripts/arrows.ts has no row for ${names}\n`)
  process.exitCode = 1
}
update('README.md', 'action.yml', (before) =>
  withTables(before, readFileSync(join(ROOT, 'action.yml'), 'utf8')),
)
update('docs/inputs.md', 'action.yml', (before) =>
  withFullTables(before, readFileSync(join(ROOT, 'action.yml'), 'utf8')),
)
update('docs/command-line.md', 'src/command-line', withCommands)
update('docs/architecture.md', 'scripts/arrows.ts', withArrows)
update('docs/architecture.md', 'scripts/promises.ts', withPromises)
update('docs/same-path.md', 'src/egress', (before) =>
  before.replace(
    /(<!-- clients:begin -->\n)[^]*(\n<!-- clients:end -->)/,
    (_all, begin: string, end: string) => `${begin}\n${samePathTables()}\n${end}`,
  ),
)
update('docs/limits.md', 'scripts/limits.ts', (before) => between(before, 'limits', limitTables()))
update('docs/application.md', 'src/application', withVariables)
update('docs/what-is-sent.md', 'src/model/endpoints.ts', withEndpoints)
update('docs/performance.md', 'bench/results.json', withFigures)
const stale = staleFigures()
if (stale !== undefined) {
  process.stderr.write(`${stale}\n`)
  process.exitCode = 1
}
update('schema/packet.schema.json', 'src/model/packet.ts', packetSchema)
