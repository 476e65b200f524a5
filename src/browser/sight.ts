import { AHEAD, BEHIND } from './content.ts'
import { sightCall, sightSwitch } from './calls.ts'
import { decodeAt, decodeLiteralAt } from './encoded.ts'
import { sightKey, sightKeysOfHost, sightNamedKey, sightPiece } from './keys.ts'
import type { Sighting } from './sighting.ts'
import { beginsToken } from './vendors.ts'
import { findTriggers, type TriggerKind } from './triggers.ts'

/** Encoded text may hold encoded text, once. */
const MAX_DEPTH = 2

export interface Sight {
  /** Offsets count from the first byte given. */
  readonly sightings: readonly Sighting[]
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
  readonly sightings: readonly Sighting[]
  readonly goesOnAt?: number
}

const NOTHING: Look = { sightings: [] }

/** What one trigger turns out to be. `text` is latin1, so that offsets are bytes. */
function look(
  text: string,
  at: number,
  kind: Exclude<TriggerKind, 'gemini' | 'map-link'>,
  depth: number,
): Look {
  switch (kind) {
    case 'token':
      return one(sightKey(text, at))
    case 'piece':
      return one(sightPiece(text, at))
    case 'azure-key':
      return one(sightNamedKey(text, at))
    case 'host':
      return {
        sightings: [
          ...one(sightCall(text, at)).sightings,
          ...(text.startsWith('.azure', at) ? sightKeysOfHost(text, at) : []),
        ],
      }
    case 'switch':
      return one(sightSwitch(text, at))
    case 'base64':
    case 'encoded': {
      const encoded = kind === 'base64' ? decodeAt(text, at) : decodeLiteralAt(text, at)
      if (encoded === undefined || depth >= MAX_DEPTH) return NOTHING
      if (encoded.goesOn && depth === 0) return { sightings: [], goesOnAt: encoded.at }
      return { sightings: sightEncoded(encoded.bytes, encoded.at, depth + 1) }
    }
  }
}

/** Everything in `bytes` whose trigger lies from `from` up to, not including, `to`. */
export function sightAll(bytes: Buffer, from: number, to: number, depth = 0): Sight {
  const sightings: Sighting[] = []
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
    for (const found of seen.sightings) sightings.push({ ...found, at: found.at + start })
    if (seen.goesOnAt !== undefined) goesOnAt.push(seen.goesOnAt + start)
  }
  return {
    sightings,
    goesOnAt,
    callsGemini,
    mayHoldKey,
    ...(mapLinkAt === undefined ? {} : { mapLinkAt }),
  }
}

function isKeyLike(text: string, at: number, kind: TriggerKind): boolean {
  if (kind === 'token') return beginsToken(text, at)
  return kind === 'piece' || kind === 'base64' || kind === 'encoded'
}

/** Everything inside decoded bytes, reported at the place where the encoded text begins. */
export function sightEncoded(bytes: Buffer, at: number, depth = 1): Sighting[] {
  const found = sightAll(bytes, 0, bytes.length, depth).sightings
  const text = bytes.length < AHEAD ? bytes.toString('latin1') : ''
  const isEncodedAgain = depth < MAX_DEPTH && /^[A-Za-z0-9+/_-]{24,}={0,2}$/.test(text)
  const within = isEncodedAgain ? sightEncoded(Buffer.from(text, 'base64'), at, depth + 1) : []
  return [...found, ...within].map((sighting) => ({ ...sighting, at, encoded: 'base64' }))
}

function one(sighting: Sighting | undefined): Look {
  return sighting === undefined ? NOTHING : { sightings: [sighting] }
}
