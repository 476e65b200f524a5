import type { LadderStep, Packet, Rung, Verdict } from '../../model/index.ts'
import { RUNGS, failsJob, heightOf } from '../../model/index.ts'
import { all, count, ladderOf } from '../../reports/words.ts'
import { addressesSeen } from '../compare/changes.ts'
import { RUN_AGAIN, causesOf, unmeasured, type FleetCause } from './causes.ts'
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
  /** Summed up over the runners. */
  readonly redactions: Packet['redactions']
}

type Measured = Exclude<FleetRow, { status: 'unknown' }>

const FAIL_ON: readonly string[] = ['route', 'auth', 'quota', 'client', 'unknown']

/** Text of observations that is kept of routes that pass, and of the others. */
const MOST_PASSING = 2 * 1024 * 1024
const MOST_OTHERS = 6 * 1024 * 1024

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
  const all = collector(failOn)
  for (const entry of entries) all.add(entry)
  return all.result(expected)
}

/** The same, one packet after the other: of thousands only what is told of them stays in memory. */
export function collector(failOn: readonly string[] = FAIL_ON): {
  readonly add: (entry: FleetEntry) => void
  readonly result: (expected: readonly string[]) => FleetResult
} {
  const rows: FleetRow[] = []
  const redactions = new Map<string, { what: string; where: string; count: number }>()
  const present = new Set<string>()
  const room = evidenceRoom()
  return {
    add: (entry) => {
      present.add(entry.name)
      rows.push(...rowsOf(entry, failOn).map(room))
      for (const { what, where, count } of 'packet' in entry ? entry.packet.redactions : []) {
        const id = JSON.stringify([what, where])
        const sum = redactions.get(id) ?? { what, where, count: 0 }
        sum.count += count
        redactions.set(id, sum)
      }
    },
    result: (expected) => {
      const missing = [...new Set(expected)].filter((name) => !present.has(name))
      const all = [...rows, ...missing.map((name) => unknownRow(name, MISSING, failOn))]
      return resultOf(all, [...redactions.values()], failOn)
    },
  }
}

/** Of a runner of which nothing is known. */
function unknownRow(
  runner: string,
  { because, fix, missing = false }: { because: string; fix: string; missing?: boolean },
  failOn: readonly string[],
): FleetRow {
  const failing = failOn.includes('unknown')
  return { runner, route: '', status: 'unknown', because, fix, missing, failing }
}

const MISSING = {
  because: 'no packet came from this runner',
  fix: 'Open the job of this runner: it was not started, was stopped, or did not upload its packet.json.',
  missing: true,
}

function resultOf(
  unsorted: readonly FleetRow[],
  redactions: Packet['redactions'],
  failOn: readonly string[],
): FleetResult {
  const rows = unsorted.toSorted(
    (a, b) => badness(a) - badness(b) || byName(a.runner, b.runner) || byName(a.route, b.route),
  )
  const causes = causesOf(rows)
  const runners = new Set(rows.map(({ runner }) => runner)).size
  const verdict = verdictOf(rows, causes, runners)
  const apart = rows.filter((row) => row.status !== 'unknown' && row.apart === true).length
  const told = ` The evidence of ${count(apart, 'route')} is only in the packets of their runners.`
  return {
    rows,
    causes,
    runners,
    counts: countsOf(rows),
    verdict: apart === 0 ? verdict : { ...verdict, summary: verdict.summary + told },
    deciding: causes[0]?.runners[0] ?? '',
    failing:
      rows.some(({ failing }) => failing) || (rows.length === 0 && failOn.includes('unknown')),
    redactions,
  }
}

/**
 * Keeps the evidence of a row while there is room for it; of the others one verdict stands for all
 * that are alike, for thousands of packets in full would be one that nobody can read again.
 */
function evidenceRoom(): (row: FleetRow) => FleetRow {
  const left = { passing: MOST_PASSING, others: MOST_OTHERS }
  const alike = new Map<string, Pick<Measured, 'verdict' | 'ladder'>>()
  return (row) => {
    if (row.status === 'unknown' || row.from === undefined) return row
    const share = row.status === 'pass' ? 'passing' : 'others'
    if (left[share] > 0) left[share] -= JSON.stringify(row.from).length
    if (left[share] > 0) return row
    const { runner, route, status, failing, verdict } = row
    const steps = row.ladder.map((step) => step.status).join(' ')
    const { rule, code, responder, owner, lastGood } = verdict
    const id = JSON.stringify([status, rule, code, responder, owner, lastGood, steps])
    const like = alike.get(id) ?? { verdict, ladder: row.ladder }
    alike.set(id, like)
    return { runner, route, status, failing, ...like, apart: true }
  }
}

function rowsOf(entry: FleetEntry, failOn: readonly string[]): readonly FleetRow[] {
  const runner = entry.name
  if ('problem' in entry) {
    const { message: because, fix } = entry.problem
    return [unknownRow(runner, { because, fix }, failOn)]
  }
  const { routes, verdict } = entry.packet
  const rows = routes.map((route): FleetRow => ({
    runner,
    route: routes.length > 1 ? route.name : '',
    status: route.verdict.verdict,
    ladder: ladderOf(route.verdict),
    verdict: route.verdict,
    from: route,
    failing: failsJob(route.verdict, route.failOn),
  }))
  if (verdict.verdict === 'pass') {
    const empty = { because: 'It holds no route.', fix: RUN_AGAIN }
    return rows.length > 0 ? rows : [unknownRow(runner, empty, failOn)]
  }
  if (rows.some(({ status }) => status !== 'pass')) return rows
  // No route explains it: a run that ended before its first one, which says why itself.
  return [
    ...rows,
    {
      runner,
      route: '',
      status: verdict.verdict,
      ladder: ladderOf(verdict),
      verdict,
      failing: failsJob(verdict, failOn),
    },
  ]
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

/** Whether those that fail leave by other public addresses than those that pass. */
function otherEgress(rows: readonly FleetRow[]): string {
  const addresses = (passing: boolean): readonly string[] => [
    ...new Set(
      rows.flatMap((row) =>
        row.status !== 'unknown' && row.from !== undefined && (row.status === 'pass') === passing
          ? addressesSeen(row.from)
          : [],
      ),
    ),
  ]
  const [bad, good] = [addresses(false), addresses(true)]
  if (bad.length === 0 || good.length === 0 || bad.some((one) => good.includes(one))) return ''
  const told = (list: readonly string[]): string =>
    `${list.slice(0, 3).join(', ')}${list.length > 3 ? ', …' : ''}`
  return ` Runners that do not pass leave by other egress addresses (${told(bad)}) than those that pass (${told(good)}).`
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
      summary: `${worst.affected} of ${count(runners, 'runner')}: ${worst.verdict.summary}${otherEgress(rows)}`,
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
    summary: `${runners === 1 ? 'The one runner' : all(runners, 'runner')} proved the path up to ${lastGood}.`,
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
  return unmeasured({
    code: 'own.packet_missing',
    summary: 'There is no packet to sum up, so nothing is known about any runner.',
    doNext: ['Download the packets of the runners into the folder that the input aggregate names.'],
    doNot: ['Do not take an empty folder for routes that work.'],
    ladder,
  })
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
