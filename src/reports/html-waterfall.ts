import type { PacketObservation, PacketRoute } from '../model/index.ts'
import type { Markup } from './html-markup.ts'
import { NOTHING, markup } from './html-markup.ts'
import { timedOf } from './seen.ts'
import { MARKS, duration } from './words.ts'

/** Units of the drawing. */
const WIDTH = 760
const LABELS = 170
const TIMES = 70
const ROW = 26
const HEAD = 24

/** More bars would not be read; the table below the drawing has all. */
const MOST_BARS = 80

/** When each observation began and how long it took, drawn to scale. */
export function waterfallDrawing(route: PacketRoute): Markup {
  const { timed: all, begin, end } = timedOf(route)
  const timed = all.slice(0, MOST_BARS)
  if (timed.length === 0) return NOTHING
  const height = HEAD + timed.length * ROW + 6
  const scale = (milliseconds: number): number =>
    rounded(LABELS + (Math.max(0, milliseconds - begin) / (end - begin)) * (WIDTH - LABELS - TIMES))
  const ticks = ticksBetween(begin, end).map(
    (at) =>
      markup`<line class="grid" x1="${scale(at)}" x2="${scale(at)}" y1="${HEAD - 6}" y2="${height}"/><text class="axis" x="${scale(at)}" y="12" text-anchor="middle">${duration(at)}</text>`,
  )
  const bars = timed.map((one, index) => barOf(one, HEAD + index * ROW, scale))
  const told = `${timed.length} steps in ${duration(end - begin)}; the table of observations has the same in words.`
  return markup`<div class="scroll" role="region" aria-label="Waterfall of the timings" tabindex="0"><svg class="waterfall" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${told}">${ticks}${bars}</svg></div>`
}

function barOf(one: PacketObservation, y: number, scale: (milliseconds: number) => number): Markup {
  const start = scale(one.startedMs)
  const width = Math.max(3, rounded(scale(one.startedMs + one.elapsedMs) - start))
  const label = one.id.length > 20 ? `${one.id.slice(0, 19)}…` : one.id
  return markup`<g><title>${one.id}: ${duration(one.elapsedMs)} from ${duration(one.startedMs)} on</title><text x="0" y="${y + 17}"><tspan class="${one.status}">${MARKS[one.status]}</tspan> ${label}</text><rect class="${one.status}" x="${start}" y="${y + 5}" width="${width}" height="${ROW - 10}" rx="3"/><text class="time" x="${start + width + 6}" y="${y + 17}">${duration(one.elapsedMs)}</text></g>`
}

/** Three to six round times. */
function ticksBetween(begin: number, end: number): readonly number[] {
  const rough = (end - begin) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough
  const first = Math.ceil(begin / step)
  const length = Math.floor(end / step) - first + 1
  return Array.from({ length }, (_, index) => (first + index) * step)
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
