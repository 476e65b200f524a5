import type { Packet, PacketRoute } from '../model/index.ts'
import { RUNGS } from '../model/index.ts'
import { markdown, markdownCode } from '../redaction/index.ts'
import { attemptsOf, lineOf, timedOf } from './seen.ts'
import { bar, markdownTable } from './layout.ts'
import { COLOURED_MARKS, OWNER_NAMES, RUNG_NAMES, duration, ladderOf } from './words.ts'

/** Columns of a bar: what a phone shows without scrolling. */
const COLUMNS = 24

/** Rows of a table that a person still reads; the packet has all. */
const MOST_ROWS = 60

/** The ladder as a table: mark, rung, time, evidence. */
export function ladderTable(route: Pick<PacketRoute, 'verdict'>): string {
  return markdownTable(
    ['| | Rung | Time | Evidence |', '| :-: | :-- | --: | :-- |'],
    ladderOf(route.verdict).map((step) => [
      COLOURED_MARKS[step.status],
      step.status === 'failed' ? `**${RUNG_NAMES[step.rung]}**` : RUNG_NAMES[step.rung],
      step.elapsedMs === undefined ? '' : unbroken(step.elapsedMs),
      markdown(step.because),
    ]),
  )
}

/** All routes at a glance: one line for each, one column for each rung. */
export function routeMatrix({ routes }: Packet): string {
  const rows = routes
    .slice(0, MOST_ROWS)
    .map(({ name, verdict }) => [
      markdownCode(name, 60),
      ...ladderOf(verdict).map((step) => COLOURED_MARKS[step.status]),
      OWNER_NAMES[verdict.owner],
    ])
  const more = routes.length - rows.length
  return markdownTable(
    [
      `| Route | ${RUNGS.map((rung) => RUNG_NAMES[rung]).join(' | ')} | Owner |`,
      `| :-- |${' :-: |'.repeat(RUNGS.length)} :-- |`,
    ],
    rows,
    more > 0 ? `${more} more routes are in \`packet.json\`.` : '',
  )
}

/** When each observation began and how long it took, as bars. */
export function waterfall(route: PacketRoute): string {
  const { timed, begin, end } = timedOf(route)
  return markdownTable(
    [
      `| | Step | Start | ${unbroken(begin)} – ${unbroken(end)} | Time |`,
      '| :-: | :-- | --: | :-- | --: |',
    ],
    timed
      .slice(0, MOST_ROWS)
      .map((one) => [
        COLOURED_MARKS[one.status],
        markdownCode(one.id, 60),
        unbroken(one.startedMs),
        `<code>${bar(one.startedMs - begin, one.elapsedMs, end - begin, COLUMNS)}</code>`,
        unbroken(one.elapsedMs),
      ]),
  )
}

/** Every observation with its evidence. */
export function observationTable({ observations }: PacketRoute): string {
  const more = observations.length - MOST_ROWS
  return markdownTable(
    ['| | Observation | Target | Evidence |', '| :-: | :-- | :-- | :-- |'],
    observations
      .slice(0, MOST_ROWS)
      .map((one) => [
        COLOURED_MARKS[one.status],
        markdownCode(one.id, 60),
        markdownCode(one.target, 120),
        markdown(lineOf(one).slice(0, 600)),
      ]),
    more > 0 ? `${more} more observations are in \`packet.json\`.` : '',
  )
}

/** One line for each attempt of the real request. */
export function attemptTable(route: PacketRoute): string {
  return markdownTable(
    ['| Attempt | Start | | What was seen |', '| --: | --: | :-: | :-- |'],
    attemptsOf(route, MOST_ROWS).map(({ number, startedMs, failed }) => [
      number,
      duration(startedMs),
      COLOURED_MARKS[failed === undefined ? 'ok' : 'failed'],
      markdown(failed === undefined ? 'no failure' : lineOf(failed).slice(0, 300)),
    ]),
  )
}

/** A narrow column would set the unit on a line of its own. */
function unbroken(milliseconds: number): string {
  return duration(milliseconds).replaceAll(' ', '\u00a0')
}
