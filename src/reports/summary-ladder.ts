import type { LadderStep, Packet, PacketRoute } from '../model/index.ts'
import { RUNGS } from '../model/index.ts'
import { markdown, markdownCode } from '../redaction/index.ts'
import { attemptsOf, lineOf, timedOf } from './seen.ts'
import { bar } from './layout.ts'
import { COLOURED_MARKS, OWNER_NAMES, RUNG_NAMES, duration, ladderOf } from './words.ts'

/** Columns of a bar: what a phone shows without scrolling. */
const COLUMNS = 24

/** Rows of a table that a person still reads; the packet has all. */
const MOST_ROWS = 60

/** The ladder as a table: mark, rung, time, evidence. */
export function ladderTable(route: Pick<PacketRoute, 'verdict'>): string {
  const rows = ladderOf(route.verdict).map(
    (step) =>
      `| ${COLOURED_MARKS[step.status]} | ${strongIf(step.status === 'failed', RUNG_NAMES[step.rung])} | ${timeOf(step)} | ${markdown(step.because)} |`,
  )
  return ['| | Rung | Time | Evidence |', '| :-: | :-- | --: | :-- |', ...rows].join('\n')
}

/** All routes at a glance: one line for each, one column for each rung. */
export function routeMatrix(packet: Packet): string {
  const shown = packet.routes.slice(0, MOST_ROWS)
  const rows = shown.map((route) => {
    const marks = ladderOf(route.verdict).map((step) => COLOURED_MARKS[step.status])
    return `| ${markdownCode(route.name, 60)} | ${marks.join(' | ')} | ${OWNER_NAMES[route.verdict.owner]} |`
  })
  const more = packet.routes.length - shown.length
  return [
    `| Route | ${RUNGS.map((rung) => RUNG_NAMES[rung]).join(' | ')} | Owner |`,
    `| :-- |${' :-: |'.repeat(RUNGS.length)} :-- |`,
    ...rows,
    ...(more > 0 ? [`\n${more} more routes are in \`packet.json\`.`] : []),
  ].join('\n')
}

/** When each observation began and how long it took, as bars. */
export function waterfall(route: PacketRoute): string {
  const { timed, begin, end } = timedOf(route)
  if (timed.length === 0) return ''
  const rows = timed.slice(0, MOST_ROWS).map((one) => {
    const bars = bar(one.startedMs - begin, one.elapsedMs, end - begin, COLUMNS)
    return `| ${COLOURED_MARKS[one.status]} | ${markdownCode(one.id, 60)} | ${unbroken(one.startedMs)} | <code>${bars}</code> | ${unbroken(one.elapsedMs)} |`
  })
  return [
    `| | Step | Start | ${unbroken(begin)} – ${unbroken(end)} | Time |`,
    '| :-: | :-- | --: | :-- | --: |',
    ...rows,
  ].join('\n')
}

/** Every observation with its evidence. */
export function observationTable(route: PacketRoute): string {
  const rows = route.observations
    .slice(0, MOST_ROWS)
    .map(
      (one) =>
        `| ${COLOURED_MARKS[one.status]} | ${markdownCode(one.id, 60)} | ${markdownCode(one.target, 120)} | ${markdown(lineOf(one).slice(0, 600))} |`,
    )
  const more = route.observations.length - rows.length
  return [
    '| | Observation | Target | Evidence |',
    '| :-: | :-- | :-- | :-- |',
    ...rows,
    ...(more > 0 ? [`\n${more} more observations are in \`packet.json\`.`] : []),
  ].join('\n')
}

/** One line for each attempt of the real request. */
export function attemptTable(route: PacketRoute): string {
  const rows = attemptsOf(route, MOST_ROWS).map(({ number, startedMs, failed }) => {
    const told = failed === undefined ? 'no failure' : lineOf(failed)
    return `| ${number} | ${duration(startedMs)} | ${COLOURED_MARKS[failed === undefined ? 'ok' : 'failed']} | ${markdown(told.slice(0, 300))} |`
  })
  if (rows.length === 0) return ''
  return ['| Attempt | Start | | What was seen |', '| --: | --: | :-: | :-- |', ...rows].join('\n')
}

function timeOf(step: LadderStep): string {
  return step.elapsedMs === undefined ? '' : unbroken(step.elapsedMs)
}

/** A narrow column would set the unit on a line of its own. */
function unbroken(milliseconds: number): string {
  return duration(milliseconds).replaceAll(' ', '\u00a0')
}

function strongIf(condition: boolean, text: string): string {
  return condition ? `**${text}**` : text
}
