import { verdictWithoutRoute, type Saying, type Verdict } from '../../model/index.ts'
import type { FleetRow } from './row.ts'

/** One distinct reason, and the runners that have it. */
export interface FleetCause {
  /** What the routes' own verdicts say; of the first one. */
  readonly verdict: Verdict
  /** `runner`, or `runner · route` where a runner has several. */
  readonly runners: readonly string[]
  /** Number of runners, however many of their routes. */
  readonly affected: number
  /** At least one of them fails its job. */
  readonly failing: boolean
}

const RANK: Readonly<Record<Verdict['verdict'], number>> = { fail: 0, inconclusive: 1, pass: 2 }

/** One for each rule, code and responder: worst first, then the one that most runners have. */
export function causesOf(rows: readonly FleetRow[]): readonly FleetCause[] {
  const causes = new Map<string, FleetCause>()
  const runnersOf = new Map<string, Set<string>>()
  for (const row of rows) {
    if (row.status === 'pass') continue
    const verdict = row.status === 'unknown' ? unknownVerdict(row) : row.verdict
    const { rule, code, responder, owner } = verdict
    const why = row.status === 'unknown' ? row.fix : ''
    const id = JSON.stringify([verdict.verdict, rule, code, responder, owner, why])
    const before = causes.get(id)
    const affected = (runnersOf.get(id) ?? new Set()).add(row.runner)
    runnersOf.set(id, affected)
    causes.set(id, {
      affected: affected.size,
      verdict: before?.verdict ?? verdict,
      runners: [...(before?.runners ?? []), labelOf(row)],
      failing: before?.failing === true || row.failing,
    })
  }
  return [...causes.values()].toSorted(
    (a, b) =>
      RANK[a.verdict.verdict] - RANK[b.verdict.verdict] ||
      Number(b.failing) - Number(a.failing) ||
      b.runners.length - a.runners.length,
  )
}

export const RUN_AGAIN =
  'Run the preflight on this runner again, with the version that is used here.'

/** Names after which the rest is counted. */
const MOST_NAMES = 20

/** Names of those that have the cause, with a way to write each, and how many more there are. */
export function tellRunners({ runners }: FleetCause, write: (name: string) => string): string {
  const more = runners.length - MOST_NAMES
  const shown = runners.slice(0, MOST_NAMES).map((name) => write(name))
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

export function labelOf(row: FleetRow): string {
  return row.route === '' ? row.runner : `${row.runner} · ${row.route}`
}

function unknownVerdict(row: Extract<FleetRow, { status: 'unknown' }>): Verdict {
  return unmeasured({
    code: row.missing ? 'own.packet_missing' : 'own.packet_unreadable',
    summary: row.missing
      ? 'No packet came from this runner, so nothing is known about its route.'
      : row.because,
    doNext: [row.fix],
    doNot: ['Do not take a missing packet for a route that works.'],
  })
}

/** The verdict of what no packet tells of. */
export function unmeasured(said: Pick<Saying, 'code' | 'summary' | 'doNext' | 'doNot' | 'ladder'>) {
  return verdictWithoutRoute({ verdict: 'inconclusive', owner: 'unknown', rule: '', ...said })
}
