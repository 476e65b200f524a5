import { KEY_BEGINNINGS } from '../knowledge/credentials.ts'
import { foldFrom, foldUses, openingOf } from './literals.ts'
import type { Sighting } from './sighting.ts'
import { beginsToken, tokenAt, vendorOf } from './vendors.ts'

const PREFIX = new RegExp(
  `(?:${KEY_BEGINNINGS.map((one) => one.replaceAll('.', String.raw`\.`)).join('|')})[A-Za-z0-9_-]+`,
  'g',
)
/** What follows when a literal ends in the middle of a key, or a template goes on with a name. */
const LITERAL_GOES_ON = /^(?:\\?["'`]|\$\{)/

const GEMINI = /generativelanguage|gemini|GoogleGen|@google\/gen/i
/** Browser keys that Google means to be public: Firebase, Maps, YouTube. */
const PUBLIC_GOOGLE =
  /authDomain|messagingSenderId|firebase|maps\.googleapis|googleMaps|\/maps\/api|youtube|recaptcha/i

/** A key in one piece, or in literals that belong together, at the prefix that stands at `at`. */
export function sightKey(text: string, at: number): Sighting | undefined {
  if (!beginsToken(text, at)) return undefined
  const token = tokenAt(text, at)
  const whole = vendorOf(token)
  if (whole !== undefined) return keySighting(text, at, whole)
  if (!LITERAL_GOES_ON.test(text.slice(at + token.length, at + token.length + 2))) return undefined
  const opening = openingOf(text, at)
  return opening === undefined ? undefined : sightSplit(text, at, opening.from, opening.quote)
}

/** A literal that is a key or only the head of one, `"sk"`; `at` is its opening quote. */
export function sightPiece(text: string, at: number): Sighting | undefined {
  const token = tokenAt(text, at + 1)
  if (vendorOf(token) !== undefined) return sightKey(text, at + 1)
  return sightSplit(text, at, at + 1, text[at] ?? '"')
}

function sightSplit(text: string, at: number, from: number, quote: string): Sighting | undefined {
  const folded = foldFrom(text, from, quote)
  const values = folded.pieces > 1 ? [folded.value] : foldUses(text, from, quote)
  for (const value of values) {
    for (const match of value.matchAll(PREFIX)) {
      const vendor = beginsToken(value, match.index) ? vendorOf(match[0]) : undefined
      const sighting = vendor === undefined ? undefined : keySighting(text, at, vendor)
      if (sighting !== undefined) return { ...sighting, encoded: 'split' }
    }
  }
  return undefined
}

function keySighting(text: string, at: number, vendor: string): Sighting | undefined {
  if (vendor !== 'google') return { kind: 'key', what: vendor, at }
  const near = text.slice(Math.max(0, at - 400), at + 600)
  if (GEMINI.test(near)) return { kind: 'key', what: vendor, at }
  return PUBLIC_GOOGLE.test(near) ? undefined : { kind: 'key', what: vendor, at, needsGemini: true }
}
