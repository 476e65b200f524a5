import { isObject, type PacketObservation, type PacketRoute } from '../model/index.ts'
import { lastOf, lineOf, servedTo } from './seen.ts'
import type { Markup } from './html-markup.ts'
import { NOTHING, definitions, markup, table } from './html-markup.ts'
import { MARKS, RUNG_NAMES, duration } from './words.ts'

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
  if (route.attempt < 2) return NOTHING
  const rows = Array.from({ length: Math.min(route.attempt, 100) }, (_, index) => {
    const seen = route.observations.filter((one) => one.attempt === index + 1)
    const failed = seen.find((one) => one.status === 'failed')
    const first = seen.toSorted((a, b) => a.startedMs - b.startedMs)[0]
    return [
      String(index + 1),
      first === undefined ? '' : duration(first.startedMs),
      failed === undefined ? '✓ no failure' : `✗ ${lineOf(failed)}`,
    ]
  })
  return table('Attempts', ['Attempt', 'Start', 'What was seen'], rows)
}
