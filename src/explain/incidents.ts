import { given } from '../model/index.ts'
import { judge } from '../run/judge.ts'
import { BROWSER_NOTES } from '../rules/browser.ts'
import { LAW } from '../rules/index.ts'
import { each } from '../rules/law.ts'
import type { Confidence, Verdict } from '../model/index.ts'
import { decides, type Block } from './blocks.ts'
import { reconstruct, type Reconstruction } from './evidence.ts'
import { isBare, isForeign, strengthOf } from './foreign.ts'
import { rejoined } from './wrapped.ts'

export interface IncidentPlace {
  /** From 1. */
  readonly line: number
  /** In UTF-16 units, from 1. */
  readonly column: number
  /** As the log has it, ISO 8601; without offset where the log gives none. */
  readonly time?: string
}

/** One cause, however often it struck: what the rules say of it, and where and how often that was. */
export interface Incident extends Pick<
  Verdict,
  'owner' | 'branch' | 'rung' | 'code' | 'summary' | 'httpStatus' | 'retryable' | 'doNext' | 'doNot'
> {
  readonly confidence: Confidence
  /** Requests that failed so; the retries of one request count once. */
  readonly count: number
  /** Further attempts of those requests. */
  readonly retries: number
  readonly first: IncidentPlace
  readonly last: IncidentPlace
  /** Containers, pods or processes that it was seen in, at most 10. */
  readonly sources: readonly string[]
  readonly requestIds: readonly string[]
  readonly cites: readonly { readonly line: number; readonly column: number }[]
  /** It was the first to strike, or struck most often. */
  readonly isFirst: boolean
  readonly isMostFrequent: boolean
}

/** A cause while the log is still being read. */
export interface Group {
  readonly verdict: Verdict
  readonly reconstruction: Reconstruction
  readonly foreign: boolean
  /** A host, an SDK or a body says that it is about a model API. */
  readonly named: boolean
  /** Only the status was there, so another group with a body may explain it. */
  readonly bare: boolean
  count: number
  retries: number
  /** Where each container, pod or process tells of it first; `''` where none is named. */
  readonly starts: Map<string, IncidentPlace>
  readonly first: IncidentPlace
  last: IncidentPlace
  readonly requestIds: Set<string>
}

export interface Collector {
  /** The group that it belongs to; `undefined` when it shows no failure. */
  readonly add: (block: Block) => Group | undefined
  /** One more like the blocks of this group; the block itself only where it is the last one. */
  readonly again: (group: Group, source: string, last: Block | undefined) => void
  readonly groups: () => readonly Group[]
  /** Incidents beyond the number of causes that are kept apart. */
  readonly dropped: () => number
}

/** A browser's refusal is a note beside a live run; in a log it is what failed. */
const LOG_LAW = { ...LAW, rules: [...LAW.rules, ...each(BROWSER_NOTES)] }

/** Causes that are kept apart, blocks that are remembered, examples of each: memory stays bounded. */
const MAX_GROUPS = 500
const MAX_KNOWN = 2000
const MAX_LISTED = 10

/** Judges each block, counts those of one cause together. Memory does not grow with the log. */
export function collectIncidents(): Collector {
  const groups = new Map<string, Group>()
  /** Same words, same verdict: judged once. */
  const known = new Map<string, Group | 'nothing'>()
  const lastOf = new Map<string, Group>()
  let dropped = 0

  const find = (block: Block): Group | undefined => {
    const fingerprint = fingerprintOf(block)
    const seen = known.get(fingerprint)
    if (seen !== undefined) return seen === 'nothing' ? undefined : seen
    const group = groupOf(block, groups)
    if (group === 'full') {
      dropped += 1
      return undefined
    }
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(fingerprint, group ?? 'nothing')
    return group
  }

  return {
    add: (block) => {
      const group = find(block)
      if (group === undefined) return undefined
      const again = block.retry && lastOf.get(block.source) === group && group.count > 0
      if (again) group.retries += 1
      else group.count += 1
      const place = placeOf(block)
      // Sources may stand one after another; what one of them writes is in order.
      if (group.starts.size < MAX_LISTED && !group.starts.has(block.source))
        group.starts.set(block.source, place)
      if (place.line > group.last.line) group.last = place
      for (const piece of block.pieces) {
        if (piece.kind === 'request-id' && group.requestIds.size < MAX_LISTED) {
          group.requestIds.add(piece.value)
        }
      }
      if (lastOf.size > 256) lastOf.clear()
      lastOf.set(block.source, group)
      return group
    },
    again: (group, source, last) => {
      group.count += 1
      lastOf.set(source, group)
      if (last === undefined) return
      const place = placeOf(last)
      if (place.line > group.last.line) group.last = place
    },
    groups: () => folded([...groups.values()]),
    dropped: () => dropped,
  }
}

function groupOf(given: Block, groups: Map<string, Group>): Group | 'full' | undefined {
  const block = rejoined(given)
  const reconstruction = reconstruct(block)
  if (reconstruction === undefined) return undefined
  const verdict = inItsWords(judge(reconstruction.evidence, LOG_LAW), block, reconstruction)
  if (verdict.owner === 'none') return undefined
  const foreign = isForeign(block, reconstruction)
  const strength = strengthOf(block, reconstruction)
  const key = [
    verdict.owner,
    verdict.code,
    reconstruction.endpointHost,
    verdict.httpStatus,
    foreign,
    strength === 0,
  ].join(' ')
  const same = groups.get(key)
  if (same !== undefined) return same
  if (groups.size >= MAX_GROUPS) return 'full'
  const first = placeOf(block)
  const group: Group = {
    verdict,
    reconstruction,
    foreign,
    named: strength > 0,
    bare: isBare(reconstruction),
    count: 0,
    retries: 0,
    first,
    last: first,
    starts: new Map(),
    requestIds: new Set(),
  }
  groups.set(key, group)
  return group
}

/**
 * A log is not told what it does not hold: `(ENOTFOUND)` is how one system writes it, and a status
 * that only follows from the words of an answer stands nowhere in it.
 */
function inItsWords(
  verdict: Verdict,
  { lines }: Block,
  { impliedStatus }: Reconstruction,
): Verdict {
  const named = verdict.summary.replaceAll(NAME_IN_BRACKETS, (note: string, name: string) =>
    lines.some(({ text }) => text.includes(name)) ? note : '',
  )
  const summary = named.replace(ANSWERED, (told: string, status: string, word = '') =>
    Number(status) === impliedStatus ? ` answered${word === '' ? ' with an error' : word}` : told,
  )
  return { ...verdict, summary }
}

const ANSWERED = / answered (\d{3})( [\w-]{2,60}(?=[:;,. ]))?/
const NAME_IN_BRACKETS = / \((E[A-Z\d]{3,20}|[A-Z\d]{2,20}(?:_[A-Z\d]{1,20}){1,10})\)/g

/**
 * A client that logs each reply's status line, and the error with its body at the end, tells of one
 * request several times: the status alone adds nothing to the body with the same status.
 */
function folded(groups: readonly Group[]): readonly Group[] {
  const kept: Group[] = []
  for (const group of groups) {
    const telling = group.bare
      ? groups.find(
          (other) =>
            !other.bare &&
            other.verdict.httpStatus === group.verdict.httpStatus &&
            sameHost(other, group),
        )
      : undefined
    if (telling === undefined) kept.push(group)
    else telling.retries += Math.max(0, group.count + group.retries - telling.count)
  }
  return kept
}

function sameHost(a: Group, b: Group): boolean {
  const [one, other] = [a.reconstruction.endpointHost, b.reconstruction.endpointHost]
  return one === other || one === '' || other === ''
}

/**
 * The groups in the order in which they began, each with its first place: by the clock where every
 * place has it with an offset (several sources, one after another), else all by their lines, so that
 * any two of them are ordered in the same way.
 */
export function inOrder(groups: readonly Group[]): readonly Group[] {
  const begun = groups.flatMap((group) =>
    [...group.starts.values()].map((place) => ({ group, place, clock: clockOf(place) })),
  )
  const comparable = begun.every(({ clock }) => !Number.isNaN(clock))
  begun.sort(
    (a, b) =>
      (comparable ? a.clock - b.clock : 0) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  )
  const firsts = new Map<Group, IncidentPlace>()
  for (const { group, place } of begun) if (!firsts.has(group)) firsts.set(group, place)
  return [...firsts].map(([group, first]) => ({ ...group, first }))
}

/** Milliseconds since 1970; NaN for a time whose offset is not known. */
function clockOf({ time = '' }: IncidentPlace): number {
  return OFFSET.test(time) ? Date.parse(time) : Number.NaN
}

const OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/

function placeOf(block: Block): IncidentPlace {
  const deciding = block.pieces.filter(decides).toSorted((a, b) => a.depth - b.depth)[0]
  const time = block.lines.find((line) => line.time !== undefined)?.time
  return {
    line: deciding?.line ?? block.lines[0]?.number ?? 1,
    column: deciding?.column ?? 1,
    ...given({ time }),
  }
}

/** The words of a block without what differs each time: numbers, ids. */
function fingerprintOf(block: Block): string {
  const text = block.lines.map((line) => line.text).join('\n')
  const statuses = block.pieces.map((piece) => ('status' in piece ? piece.status : '')).join(',')
  return `${statuses}|${text.replaceAll(/[\da-f]{8,}|(?<![:\d])(?!1[01]\d{3}\b)\d{4,}/gi, '#').replaceAll(/(?<![:\d])\d{1,2}(?!\d)/g, '#')}`
}
