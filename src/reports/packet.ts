import { isObject, type Packet } from '../model/index.ts'
import type { Report } from './artifact.ts'

/** The packet as text; reading it back gives the same packet. */
export const packetFile: Report = (packet) => [
  { kind: 'file', name: 'packet.json', content: piecesOf(packet) },
]

/** Names in the order in which a person reads a packet; all others follow in alphabetical order. */
const READING_ORDER = `
  schemaVersion tool startedAt timezone elapsedMs runtime
  name version node openai undici os arch container
  kind baseUrl endpoint model client clientReason depth keyFingerprint failOn attempts
  id probe verdict owner confidence branch rung target attempt status code because startedMs
  rule responder product httpStatus requestId retryable summary lastGood firstBad doNext doNot
  cites also ladder route egress clientPaths statusPage egressAddress facts at observations routes redactions
`
  .trim()
  .split(/\s+/)
const RANK = new Map(READING_ORDER.map((name, index) => [name, index]))

/** Control, bidirectional and invisible characters that JSON leaves as they are. */
const UNSEEN =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** Indented JSON with one order of keys for equal packets; only visible characters. */
export function packetText(packet: Packet): string {
  return [...piecesOf(packet)].join('')
}

/** One route after the other, made when it is asked for: a thousand of them are 23 MB. */
function piecesOf({ routes, ...others }: Packet): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      // The key of the top level alone stands on a line of its own two characters in.
      const key = '\n  "routes": ['
      const [before = '', after = ''] = indented({ ...others, routes: [] }).split(`${key}]`)
      yield `${before}${key}`
      for (const [index, route] of routes.entries()) {
        // No string of JSON holds a line break.
        yield `${index === 0 ? '' : ','}\n${indented(route)}`.replaceAll('\n', '\n    ')
      }
      yield `${routes.length === 0 ? '' : '\n  '}]${after}\n`
    },
  }
}

function indented(value: unknown): string {
  return JSON.stringify(ordered(value), undefined, 2).replaceAll(
    UNSEEN,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : Number(a > b)))
      .map(([name, one]) => [name, ordered(one)]),
  )
}

function rankOf(name: string): number {
  return RANK.get(name) ?? READING_ORDER.length
}
