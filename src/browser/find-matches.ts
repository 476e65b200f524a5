import { matchCall, matchSwitch } from './calls.ts'
import { AHEAD, BEHIND } from './content.ts'
import { decodeAt, decodeLiteralAt } from './encoded.ts'
import { beginsToken, matchKey, matchKeysOfHost, matchNamedKey, matchPiece } from './keys.ts'
import { findTriggers, type TriggerKind } from './triggers.ts'
import { type ClientBundleFacts, given } from '../model/index.ts'

export type BundleHit = ClientBundleFacts['hits'][number]

/** Something found in a stretch of text, before it is known which line that is. */
export interface Match {
  readonly kind: BundleHit['kind']
  readonly what: string
  /** Offset in the text that was looked at; bytes, for the text is latin1. */
  readonly at: number
  readonly encoded?: 'base64' | 'split'
  /** A Google key is a secret only where Gemini is called: it counts when some file does that. */
  readonly needsGemini?: boolean
}

/** A hit that may still turn out to be harmless, or a copy of another. */
export type FileHit = BundleHit & {
  readonly needsGemini?: true
  /** Found in a source that a source map carries. */
  readonly inSources?: true
}

/** One file of the bundle. */
export interface BundleFile {
  /** Folder that is searched, absolute. */
  readonly root: string
  /** Relative to `root`, with `/`. */
  readonly name: string
  /** As it is reported. */
  readonly shown: string
}

/** Encoded text may hold encoded text, once. */
const MAX_DEPTH = 2

interface FoundMatches {
  /** Offsets count from the first byte given. */
  readonly matches: readonly Match[]
  /** Where base64 begins that goes on behind the text that was looked at. */
  readonly goesOnAt: readonly number[]
  /** Google's Gemini API is named. */
  readonly callsGemini: boolean
  /** Something begins like a key or like base64, whatever comes of it. */
  readonly mayHoldKey: boolean
  /** The last `sourceMappingURL=`. */
  readonly mapLinkAt?: number
}

interface Look {
  readonly matches: readonly Match[]
  readonly goesOnAt?: number
}

const NOTHING: Look = { matches: [] }

/** What one trigger turns out to be. `text` is latin1, so that offsets are bytes. */
function look(
  text: string,
  at: number,
  kind: Exclude<TriggerKind, 'gemini' | 'map-link'>,
  depth: number,
): Look {
  switch (kind) {
    case 'token':
      return one(matchKey(text, at))
    case 'piece':
      return one(matchPiece(text, at))
    case 'azure-key':
      return one(matchNamedKey(text, at))
    case 'host':
      return {
        matches: [
          ...one(matchCall(text, at)).matches,
          ...(text.startsWith('.azure', at) ? matchKeysOfHost(text, at) : []),
        ],
      }
    case 'switch':
      return one(matchSwitch(text, at))
    case 'base64':
    case 'encoded': {
      const encoded = kind === 'base64' ? decodeAt(text, at) : decodeLiteralAt(text, at)
      if (encoded === undefined || depth >= MAX_DEPTH) return NOTHING
      if (encoded.goesOn && depth === 0) return { matches: [], goesOnAt: encoded.at }
      return { matches: matchEncoded(encoded.bytes, encoded.at, depth + 1) }
    }
  }
}

/** Everything in `bytes` whose trigger lies from `from` up to, not including, `to`. */
export function findMatches(bytes: Buffer, from: number, to: number, depth = 0): FoundMatches {
  const matches: Match[] = []
  const goesOnAt: number[] = []
  let callsGemini = false
  let mayHoldKey = false
  let mapLinkAt: number | undefined
  // Made once, and only where there is something to look at.
  let text: string | undefined
  for (const trigger of findTriggers(bytes, from, to)) {
    if (trigger.kind === 'gemini') callsGemini = true
    if (trigger.kind === 'map-link') mapLinkAt = trigger.at
    if (trigger.kind === 'gemini' || trigger.kind === 'map-link') continue
    const all = (text ??= bytes.toString('latin1'))
    const start = Math.max(0, trigger.at - BEHIND)
    const area = all.slice(start, trigger.at + AHEAD)
    mayHoldKey ||= isKeyLike(area, trigger.at - start, trigger.kind)
    const seen = look(area, trigger.at - start, trigger.kind, depth)
    for (const found of seen.matches) matches.push({ ...found, at: found.at + start })
    if (seen.goesOnAt !== undefined) goesOnAt.push(seen.goesOnAt + start)
  }
  return {
    matches,
    goesOnAt,
    callsGemini,
    mayHoldKey,
    ...given({ mapLinkAt }),
  }
}

function isKeyLike(text: string, at: number, kind: TriggerKind): boolean {
  if (kind === 'token') return beginsToken(text, at)
  return kind === 'piece' || kind === 'base64' || kind === 'encoded'
}

/** Everything inside decoded bytes, reported at the place where the encoded text begins. */
export function matchEncoded(bytes: Buffer, at: number, depth = 1): Match[] {
  const found = findMatches(bytes, 0, bytes.length, depth).matches
  const text = bytes.length < AHEAD ? bytes.toString('latin1') : ''
  const isEncodedAgain = depth < MAX_DEPTH && /^[A-Za-z0-9+/_-]{24,}={0,2}$/.test(text)
  const within = isEncodedAgain ? matchEncoded(Buffer.from(text, 'base64'), at, depth + 1) : []
  return [...found, ...within].map((match) => ({ ...match, at, encoded: 'base64' }))
}

function one(match: Match | undefined): Look {
  return match === undefined ? NOTHING : { matches: [match] }
}
