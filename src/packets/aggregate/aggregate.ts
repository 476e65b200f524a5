import {
  RUNGS,
  failsJob,
  heightOf,
  type LadderStep,
  type Rung,
  type Verdict,
} from '../../model/index.ts'
import { count, ladderOf } from '../../reports/words.ts'
import { causesOf, type FleetCause } from './causes.ts'
import { STATUSES, type FleetEntry, type FleetRow, type FleetStatus } from './row.ts'

/** Many runners in one view. */
export interface FleetResult {
  /** Worst first, then by name. */
  readonly rows: readonly FleetRow[]
  readonly causes: readonly FleetCause[]
  readonly runners: number
  /** Runners by the worst of their routes. */
  readonly counts: Readonly<Record<FleetStatus, number>>
  /** One for all: fail before open questions before pass; without any packet inconclusive. */
  readonly verdict: Verdict
  /** Name of the route that decides, as in `rows`; empty when nothing was measured. */
  readonly deciding: string
  /** Some row fails its job. */
  readonly failing: boolean
}

const FAIL_ON: readonly string[] = ['route', 'auth', 'quota', 'client', 'unknown']

/**
 * One verdict from the packets of many runners.
 *
 * @param expected names of runners that must have sent one; those that did not are `unknown`
 * @param failOn for runners without a packet; the others carry their own
 */
export function aggregate(
  entries: readonly FleetEntry[],
  expected: readonly string[] = [],
  failOn: readonly string[] = FAIL_ON,
): FleetResult {
  const present = new Set(entries.map(({ name }) => name))
  const missing = [...new Set(expected)].filter((name) => !present.has(name))
  const isUnknownFailing = failOn.includes('unknown')
  const rows: readonly FleetRow[] = [
    ...entries.flatMap((entry) => rowsOf(entry, isUnknownFailing)),
    ...missing.map((runner): FleetRow => ({
      runner,
      route: '',
      status: 'unknown',
      because: 'no packet came from this runner',
      missing: true,
      failing: isUnknownFailing,
    })),
  ].toSorted(
    (a, b) => badness(a) - badness(b) || byName(a.runner, b.runner) || byName(a.route, b.route),
  )
  const causes = causesOf(rows)
  const counts = countsOf(rows)
  const runners = new Set(rows.map(({ runner }) => runner)).size
  const [worst] = causes
  return {
    rows,
    causes,
    runners,
    counts,
    verdict: verdictOf(rows, causes, runners),
    deciding: worst?.runners[0] ?? '',
    failing: rows.some(({ failing }) => failing) || (rows.length === 0 && isUnknownFailing),
  }
}

function rowsOf(entry: FleetEntry, isUnknownFailing: boolean): readonly FleetRow[] {
  if ('problem' in entry || entry.packet.routes.length === 0) {
    const because = 'problem' in entry ? entry.problem.message : 'it holds no route.'
    return [
      {
        runner: entry.name,
        route: '',
        status: 'unknown',
        because,
        missing: false,
        failing: isUnknownFailing,
      },
    ]
  }
  const { routes } = entry.packet
  return routes.map((route) => ({
    runner: entry.name,
    route: routes.length > 1 ? route.name : '',
    status: route.verdict.verdict,
    ladder: ladderOf(route.verdict),
    verdict: route.verdict,
    from: route,
    failing: failsJob(route.verdict, route.failOn),
  }))
}

const badness = (row: FleetRow): number => STATUSES.indexOf(row.status)
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function countsOf(rows: readonly FleetRow[]): Readonly<Record<FleetStatus, number>> {
  const worst = new Map<string, FleetStatus>()
  // Rows come worst first.
  for (const { runner, status } of rows) if (!worst.has(runner)) worst.set(runner, status)
  const counts = { fail: 0, unknown: 0, inconclusive: 0, pass: 0 }
  for (const status of worst.values()) counts[status]++
  return counts
}

function verdictOf(
  rows: readonly FleetRow[],
  causes: readonly FleetCause[],
  runners: number,
): Verdict {
  const ladder = ladderOfAll(rows)
  const [worst, ...others] = causes
  if (worst !== undefined) {
    return {
      ...worst.verdict,
      summary: `${worst.affected} of ${count(runners, 'runner')}: ${worst.verdict.summary}`,
      also: others.map(({ verdict, runners: names }) => ({
        rule: verdict.rule,
        owner: verdict.owner,
        code: verdict.code === '' ? 'own.unexplained' : verdict.code,
        summary: `${names.join(', ')}: ${verdict.summary}`,
        doNext: verdict.doNext,
        cites: [],
      })),
      cites: [],
      ladder,
    }
  }
  const [first] = rows
  if (first === undefined || first.status === 'unknown') return nothingMeasured(ladder)
  const lastGood = rows.reduce<Rung | 'none'>(
    (low, row) => (row.status === 'unknown' ? low : lower(low, row.verdict.lastGood)),
    first.verdict.lastGood,
  )
  return {
    ...first.verdict,
    responder: '',
    product: '',
    httpStatus: '',
    requestId: '',
    summary: `${runners === 1 ? 'The one runner' : `All ${runners} runners`} proved the path up to ${lastGood}.`,
    lastGood,
    cites: [],
    also: [],
    ladder,
  }
}

function lower(a: Rung | 'none', b: Rung | 'none'): Rung | 'none' {
  if (a === 'none' || b === 'none') return 'none'
  return heightOf(a) <= heightOf(b) ? a : b
}

function nothingMeasured(ladder: readonly LadderStep[]): Verdict {
  return {
    verdict: 'inconclusive',
    confidence: 'low',
    owner: 'unknown',
    branch: 'unknown',
    rung: '',
    code: 'own.packet_missing',
    rule: '',
    responder: '',
    product: '',
    httpStatus: '',
    requestId: '',
    retryable: false,
    summary: 'There is no packet to sum up, so nothing is known about any runner.',
    lastGood: 'none',
    firstBad: 'none',
    doNext: ['Download the packets of the runners into the folder that the input aggregate names.'],
    doNot: ['Do not take an empty folder for routes that work.'],
    cites: [],
    also: [],
    ladder,
  }
}

/** The worst that was seen on each rung, and on how many lines it was proven. */
function ladderOfAll(rows: readonly FleetRow[]): readonly LadderStep[] {
  return RUNGS.map((rung, index) => {
    const steps = rows.map((row) =>
      row.status === 'unknown' ? 'skipped' : (row.ladder[index]?.status ?? 'skipped'),
    )
    const tally = (status: LadderStep['status']) => steps.filter((one) => one === status).length
    const [ok, failed] = [tally('ok'), tally('failed')]
    return {
      rung,
      status: failed > 0 ? 'failed' : ok > 0 ? 'ok' : 'skipped',
      because: `${ok} of ${steps.length} proven${failed > 0 ? `, ${failed} failed` : ''}`,
      cites: [],
    }
  })
}
