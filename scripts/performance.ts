import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableOf, type Row } from '../bench/row.ts'

const ROOT = join(import.meta.dirname, '..')
/** Changes of what is measured, after which figures say nothing of the program as it is. */
const MOST_COMMITS = 150

interface Results {
  readonly at: string
  readonly commit?: string
  readonly quick: boolean
  readonly machine: Readonly<Record<string, number | string>>
  readonly rows: readonly Row[]
}

/** A figure that is aimed at: the row of the bench that has it, and its bound. */
interface Aim {
  readonly what: string
  readonly section: string
  readonly name: string
  readonly most?: number
  readonly least?: number
  /** In the note of the row, e.g. the memory of a search. */
  readonly inNote?: RegExp
  readonly unit: string
}

const START = 'Start-up'
const HEALTHY = 'Healthy run, 0 ms round trip, direct'
const MEMORY = /at most (\d+) MiB of memory/
const STALLS = ['black hole', 'DNS silent', 'TLS silent', 'HTTP silent', 'proxy silent']

const AIMS: readonly Aim[] = [
  {
    what: '`--version`, CPU over an empty Node',
    section: START,
    name: '--version, CPU over empty',
    most: 20,
    unit: 'ms',
  },
  {
    what: '`--help`, CPU over an empty Node',
    section: START,
    name: '--help, CPU over empty',
    most: 20,
    unit: 'ms',
  },
  {
    what: '`explain`, five lines, CPU over an empty Node',
    section: START,
    name: 'explain, five lines, CPU over empty',
    most: 80,
    unit: 'ms',
  },
  {
    what: 'settings that cannot work, CPU over an empty Node',
    section: START,
    name: 'settings that cannot work, CPU over empty',
    most: 60,
    unit: 'ms',
  },
  {
    what: 'a healthy run, CPU over an empty Node',
    section: HEALTHY,
    name: 'preflight, CPU over empty node',
    most: 150,
    unit: 'ms',
  },
  {
    what: 'on the wire against curl, 100 ms round trip',
    section: 'Healthy run, 100 ms round trip, direct',
    name: 'on the wire against curl',
    most: 1.15,
    unit: '×',
  },
  ...STALLS.map((name) => ({
    what: `${name}, of one attempt`,
    section: 'Time to verdict',
    name: `${name}, by the packet`,
    most: 1.25,
    unit: '×',
  })),
  {
    what: 'download of a job',
    section: 'Bytes of dist',
    name: 'download of a job',
    most: 1200,
    unit: 'KiB',
  },
  { what: '`dist/`', section: 'Bytes of dist', name: 'everything', most: 4096, unit: 'KiB' },
  {
    what: 'what `inside` sends to a Node.js target',
    section: 'Bytes of dist',
    name: 'what inside sends to a Node.js target',
    most: 2048,
    unit: 'KiB',
  },
  {
    what: '1,000 routes, wall',
    section: 'Routes in one run',
    name: '1000, wall',
    most: 4000,
    unit: 'ms',
  },
  {
    what: '1,000 routes, memory',
    section: 'Routes in one run',
    name: '1000, most memory',
    most: 250,
    unit: 'MiB',
  },
  {
    what: '1,000 routes, report.html',
    section: 'Routes in one run',
    name: '1000, report.html',
    most: 4096,
    unit: 'KiB',
  },
  {
    what: '5,000 packets aggregated, memory',
    section: 'Packets of a fleet',
    name: '5000, most memory',
    most: 150,
    unit: 'MiB',
  },
  {
    what: '`client-bundle`, 20,000 small files',
    section: 'Searching a front-end bundle',
    name: 'small',
    most: 1500,
    unit: 'ms',
  },
  {
    what: '`client-bundle`, hits in every file, memory',
    section: 'Searching a front-end bundle',
    name: 'leaking',
    most: 150,
    inNote: MEMORY,
    unit: 'MiB',
  },
  {
    what: '`explain`, one incident on every line',
    section: 'Explaining a log',
    name: 'one incident on every line',
    least: 50,
    unit: 'MiB/s',
  },
  {
    what: '`explain`, an ordinary log, memory',
    section: 'Explaining a log',
    name: 'ordinary log, one incident for each 16 MiB',
    most: 150,
    inNote: MEMORY,
    unit: 'MiB',
  },
]

/** docs/performance.md with the figures of bench/results.json: what was aimed at, what holds, every row. */
export function withFigures(page: string): string {
  const { at, commit = '', quick, machine, rows } = results()
  const { cpu, cores, memoryGiB, os, node, loadBefore, loadAfter } = machine
  const day = at.slice(0, 16).replace('T', ' ')
  const where = `Measured ${day} UTC at commit ${commit.slice(0, 12)}${quick ? ' with few rounds (--quick)' : ''} · ${cpu}, ${cores} cores, ${memoryGiB} GiB · ${os} · Node ${node} · load ${loadBefore} before, ${loadAfter} after`
  const aims = [
    '| aim | figure | holds |',
    '| :-- | :-- | :-- |',
    ...AIMS.map((aim) => aimLine(aim, rows)),
  ]
  const filled = between(page, 'aims', aims.join('\n'))
  return between(filled, 'figures', `${where}\n\n${tableOf(rows).trim()}`)
}

function aimLine(aim: Aim, rows: readonly Row[]): string {
  const { most, least, unit } = aim
  const bound = most === undefined ? `at least ${least ?? ''}` : `at most ${most}`
  const what = `| ${aim.what}: ${bound} ${unit}`
  const row = rows.find(({ section, name }) => section === aim.section && name === aim.name)
  const value =
    aim.inNote === undefined ? row?.figure?.median : Number(aim.inNote.exec(row?.note ?? '')?.[1])
  if (value === undefined || Number.isNaN(value)) return `${what} | – | not measured |`
  const holds = most === undefined ? value >= (least ?? 0) : value <= most
  const shown = value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en')
  return `${what} | ${shown} ${unit} | ${holds ? 'yes' : '**no**'} |`
}

function results(): Results {
  return JSON.parse(readFileSync(join(ROOT, 'bench/results.json'), 'utf8'))
}

function between(page: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`the markers of ${name} are missing`)
  return `${page.slice(0, from)}${begin}\n\n${content}\n\n${page.slice(to)}`
}

/**
 * Why the figures are not of this program any more; nothing when they are, or when the history is
 * not here to ask (a shallow clone).
 */
export function staleFigures(commit = results().commit, root = ROOT): string | undefined {
  if (commit === undefined) return 'bench/results.json does not say at which commit it was measured'
  const git = (...args: readonly string[]): string | undefined => {
    try {
      return execFileSync('git', args, {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    } catch {
      return undefined
    }
  }
  if (git('cat-file', '-e', commit) === undefined) return undefined
  const since = git('rev-list', '--count', `${commit}..HEAD`, '--', 'src', 'package-lock.json')
  const count = Number(since ?? 0)
  return count > MOST_COMMITS
    ? `${count} commits have changed src/ since bench/results.json was measured: run "npm run bench" and "npm run readme"`
    : undefined
}
