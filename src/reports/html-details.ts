import { isObject, type PacketObservation, type PacketRoute } from '../model/index.ts'
import { html } from '../redaction/index.ts'
import { attemptsOf, lastOf, lineOf, servedTo, timedOf } from './seen.ts'
import { duration, MARKS, RUNG_NAMES } from './words.ts'

/** HTML that is safe by construction: every text that goes into it is escaped. */
export interface Markup {
  readonly markup: string
}

type Interpolated = string | number | Markup | readonly Markup[]

/** Template of HTML: interpolated texts and numbers are escaped, interpolated markup is not. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Interpolated[]): Markup {
  const parts = strings.map((text, index) => {
    const piece = pieces[index]
    return piece === undefined ? text : text + rendered(piece)
  })
  return { markup: parts.join('') }
}

export const NOTHING: Markup = { markup: '' }

function rendered(piece: Interpolated): string {
  if (typeof piece === 'string') return html(piece)
  if (typeof piece === 'number') return String(piece)
  return 'markup' in piece ? piece.markup : piece.map((one) => one.markup).join('')
}

/** A table that scrolls by itself on a narrow screen; nothing without rows. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup {
  if (rows.length === 0) return NOTHING
  const head = columns.map((column) => markup`<th scope="col">${column}</th>`)
  const body = rows.map((cells) => {
    const parts = cells.map((cell, index) =>
      index === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td>${cell}</td>`,
    )
    return markup`<tr>${parts}</tr>`
  })
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

/** Names and values; nothing without any. */
export function definitions(
  rows: readonly (readonly [name: string, value: string | Markup])[],
): Markup {
  if (rows.length === 0) return NOTHING
  return markup`<dl>${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** A section with a heading; nothing without content. */
export function section(title: string, content: Markup, id: string): Markup {
  if (content.markup === '') return NOTHING
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`
}

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

/** Every observation, and its facts to unfold. */
export function observationTable(route: PacketRoute): Markup {
  return table(
    `Observations of ${route.name}`,
    ['Observation', 'Rung', 'Target', 'Start', 'Time', 'What was seen'],
    route.observations.map((one) => [
      markup`<span class="nowrap"><span class="mark ${one.status}" role="img" aria-label="${one.status}">${MARKS[one.status]}</span> <span class="mono">${one.id}</span></span>`,
      RUNG_NAMES[one.rung],
      markup`<span class="mono target">${one.target}</span>`,
      timeOf(one, one.startedMs),
      timeOf(one, one.elapsedMs),
      markup`${lineOf(one)}${factsOf(one)}`,
    ]),
  )
}

function timeOf(one: PacketObservation, milliseconds: number): Markup {
  return one.status === 'skipped'
    ? NOTHING
    : markup`<span class="nowrap">${duration(milliseconds)}</span>`
}

function factsOf(one: PacketObservation): Markup {
  if (Object.keys(one.facts).length === 0) return NOTHING
  return markup`<details><summary class="small">facts</summary>${factList(one.facts, 0)}</details>`
}

/** Nested facts as nested lists, not deeper than a person follows. */
function factList(facts: object, depth: number): Markup {
  return definitions(Object.entries(facts).map(([name, value]) => [name, factOf(value, depth)]))
}

function factOf(value: unknown, depth: number): Markup {
  if (depth > 4) return markup`…`
  if (Array.isArray(value)) {
    const items = value.map((one: unknown) => markup`<li>${factOf(one, depth + 1)}</li>`)
    return items.length === 0 ? markup`<span class="quiet">none</span>` : markup`<ul>${items}</ul>`
  }
  if (isObject(value)) return factList(value, depth + 1)
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return markup`<span class="mono">${text}</span>`
}

/** The certificates that the server, or whoever answered in its place, sent: leaf first. */
export function certificateChain({ observations }: PacketRoute): Markup {
  const served = servedTo(observations)
  if (served.length === 0) return NOTHING
  const chain = served.map(
    (one, index) =>
      markup`<div class="certificate"><h3>${index === 0 ? 'Leaf' : `Issuer ${index}`}${one.selfSigned ? ' (self-signed)' : ''}</h3>${definitions(
        [
          ['Subject', one.subject] as const,
          ['Issuer', one.issuer] as const,
          ['Names', one.names.join(', ')] as const,
          ['Valid', `${one.validFrom} – ${one.validTo}`] as const,
          ['SHA-256', one.fingerprint256] as const,
        ].filter(([, value]) => value !== ''),
      )}</div>`,
  )
  const trust = (lastOf(observations, 'served-chain')?.facts.trust ?? []).map(
    ({ store, source, accepted, errno = '' }) => [
      store,
      source,
      accepted ? 'accepts the chain' : `rejects it ${errno}`.trim(),
    ],
  )
  return markup`${chain}${table('Trust stores', ['Store', 'Source', 'Result'], trust)}`
}

/** One row for each attempt of the real request; nothing when one was enough. */
export function attemptTable(route: PacketRoute): Markup {
  const rows = attemptsOf(route, 100).map(({ number, startedMs, failed }) => [
    String(number),
    startedMs === Infinity ? '' : duration(startedMs),
    failed === undefined ? '✓ no failure' : `✗ ${lineOf(failed)}`,
  ])
  return table('Attempts', ['Attempt', 'Start', 'What was seen'], rows)
}
