import { CREDENTIALS, KEY_BEGINNINGS } from '../knowledge/credentials.ts'
import type { Secret } from '../model/index.ts'
import { looksRandom } from './entropy.ts'
import { foldFrom, foldUses, openingOf } from './literals.ts'
import type { Match } from './find-matches.ts'

const KEY_PREFIX = new RegExp(
  KEY_BEGINNINGS.map((one) => one.replaceAll('.', String.raw`\.`)).join('|'),
  'g',
)
/** What follows when a literal ends in the middle of a key, or a template goes on with a name. */
const LITERAL_GOES_ON = /^(?:\\?["'`]|\$\{)/

const GEMINI = /generativelanguage|gemini|GoogleGen|@google\/gen/i
/** Browser keys that Google means to be public: Firebase, Maps, YouTube. */
const PUBLIC_GOOGLE =
  /authDomain|messagingSenderId|firebase|maps\.googleapis|googleMaps|\/maps\/api|youtube|recaptcha/i

/** A key in one piece, or in literals that belong together, at the prefix that stands at `at`. */
export function matchKey(text: string, at: number): Match | undefined {
  // `csk-` ends in the letters of `sk-`.
  if (text[at - 1] === 'c' && text.startsWith('sk-', at)) return matchKey(text, at - 1)
  if (!beginsToken(text, at)) return undefined
  const token = tokenAt(text, at)
  const whole = vendorOf(token)
  if (whole !== undefined) return keyMatch(text, at, whole)
  if (!LITERAL_GOES_ON.test(text.slice(at + token.length, at + token.length + 2))) return undefined
  const opening = openingOf(text, at)
  return opening === undefined ? undefined : matchSplit(text, at, opening.from, opening.quote)
}

/** A literal that is a key or only the head of one, `"sk"`; `at` is its opening quote. */
export function matchPiece(text: string, at: number): Match | undefined {
  const token = tokenAt(text, at + 1)
  if (vendorOf(token) !== undefined) return matchKey(text, at + 1)
  return matchSplit(text, at, at + 1, text[at] ?? '"')
}

function matchSplit(text: string, at: number, from: number, quote: string): Match | undefined {
  const folded = foldFrom(text, from, quote)
  const values = folded.pieces > 1 ? [folded.value] : foldUses(text, from, quote)
  for (const value of values) {
    for (const match of value.matchAll(KEY_PREFIX)) {
      const vendor = beginsToken(value, match.index)
        ? vendorOf(tokenAt(value, match.index))
        : undefined
      const found = vendor === undefined ? undefined : keyMatch(text, at, vendor)
      if (found !== undefined) return { ...found, encoded: 'split' }
    }
  }
  return undefined
}

function keyMatch(text: string, at: number, vendor: string): Match | undefined {
  if (vendor !== 'google') return { kind: 'key', what: vendor, at }
  const near = text.slice(Math.max(0, at - 400), at + 600)
  if (GEMINI.test(near)) return { kind: 'key', what: vendor, at }
  return PUBLIC_GOOGLE.test(near) ? undefined : { kind: 'key', what: vendor, at, needsGemini: true }
}

const NAMED =
  /[a-z_-]{0,40}key[A-Za-z0-9_]{0,20}(?:\\?["'`])?\]?\s{0,9}[:=,(]\s{0,9}\\?["'`]([A-Za-z0-9_.-]{24,200})\\?["'`]/iy
const AZURE = /azure|ocp-apim|api-version|cognitiveservices/i
/** Others that call 32 hex digits `apiKey` and mean them to be public. */
const PUBLIC_KEY_HOLDERS =
  /algolia|docsearch|sentry|amplitude|segment|bugsnag|honeybadger|posthog|mapbox/i
/** Bytes from the middle mark of an 84-character Azure key back to its start. */
const MARK_OFFSET = 52
/** `key:"…"`, `new AzureKeyCredential("…")`; a minifier renames the class. */
const HEX_KEY =
  /(?:\bnew\s{1,9}[\w$.]{1,60}\(|key(?:\\?["'`])?\s{0,9}[:=,])\s{0,9}\\?["'`]([0-9a-f]{32})(?![0-9a-f])/gi
/** Bytes around the address of an Azure resource within which 32 hex digits are its key. */
const NEAR_HOST = 3000

/**
 * Keys without a prefix of their own, known by the name they are given: 32 hex digits of an Azure
 * resource, and whatever is handed to an SDK whose browser switch is on. Also Azure's long keys,
 * which carry a mark.
 */
export function matchNamedKey(text: string, at: number): Match | undefined {
  if (text.startsWith('JQQJ', at)) {
    const start = at - MARK_OFFSET
    const isKey =
      start >= 0 && beginsToken(text, start) && vendorOf(tokenAt(text, start)) === 'azure'
    return isKey ? { kind: 'key', what: 'azure', at: start } : undefined
  }
  NAMED.lastIndex = at
  const match = NAMED.exec(text)
  const value = match?.[1]
  if (match === null || value === undefined || !looksRandom(value)) return undefined
  // One with a prefix is found by that.
  if (vendorOf(value) !== undefined) return undefined
  const valueAt = match.index + match[0].lastIndexOf(value)
  const around = (bytes: number) => text.slice(Math.max(0, at - bytes), at + bytes)
  if (/^[0-9a-f]{32}$/i.test(value)) {
    const isAzure = AZURE.test(around(NEAR_HOST)) && !PUBLIC_KEY_HOLDERS.test(around(300))
    return isAzure ? { kind: 'key', what: 'azure', at: valueAt } : undefined
  }
  const isJwt = value.startsWith('eyJ')
  return !isJwt && /dangerouslyAllow\w{0,40}Browser/.test(around(400))
    ? { kind: 'key', what: 'unknown', at: valueAt }
    : undefined
}

/** The 32 hex digits of an Azure resource near its address, which stands at `at`. */
export function matchKeysOfHost(text: string, at: number): Match[] {
  const host = /[a-z0-9-]*(?:\.(?:openai|cognitiveservices|services|inference|models)[a-z.]*)$/i
  if (!host.test(text.slice(Math.max(0, at - 120), at))) return []
  const start = Math.max(0, at - NEAR_HOST)
  const found: Match[] = []
  for (const match of text.slice(start, at + NEAR_HOST).matchAll(HEX_KEY)) {
    const value = match[1] ?? ''
    const valueAt = start + match.index + match[0].length - value.length
    const near = text.slice(Math.max(0, valueAt - 300), valueAt + 300)
    if (looksRandom(value) && !PUBLIC_KEY_HOLDERS.test(near))
      found.push({ kind: 'key', what: 'azure', at: valueAt })
  }
  return found
}

/** Shorter values would be found everywhere. */
const MIN_SECRET = 12

export interface SecretForm {
  readonly source: string
  readonly bytes: Buffer
  readonly encoded: boolean
}

/** The very secrets of this run, plain and as base64 at each of its three alignments. */
export function secretForms(secrets: readonly Secret[]): readonly SecretForm[] {
  return secrets.flatMap((secret) => {
    const value = secret.reveal()
    if (value.length < MIN_SECRET) return []
    const encoded = [0, 1, 2].map((shift) => {
      const text = Buffer.from('-'.repeat(shift) + value).toString('base64')
      // The characters at both ends mix with the neighbours.
      const end = Math.floor(((shift + value.length) * 8) / 6)
      return text.slice(shift === 0 ? 0 : shift + 1, end)
    })
    const { source } = secret
    return [
      { source, bytes: Buffer.from(value), encoded: false },
      ...encoded.map((text) => ({ source, bytes: Buffer.from(text), encoded: true })),
    ]
  })
}

export function matchSecrets(
  bytes: Buffer,
  from: number,
  to: number,
  forms: readonly SecretForm[],
): Match[] {
  const found: Match[] = []
  for (const form of forms) {
    for (let at = bytes.indexOf(form.bytes, from); at >= 0 && at < to;) {
      const where = { kind: 'key', what: form.source, at } as const
      found.push(form.encoded ? { ...where, encoded: 'base64' } : where)
      at = bytes.indexOf(form.bytes, at + form.bytes.length)
    }
  }
  return found
}

const TOKEN = /[A-Za-z0-9_-]*/y

/** The run of key characters at `at`. */
function tokenAt(text: string, at: number): string {
  TOKEN.lastIndex = at
  return TOKEN.exec(text)?.[0] ?? ''
}

/** Vendor of a whole key, or nothing when it is no key, or one that a person made up. */
function vendorOf(token: string): string | undefined {
  for (const { kind, whole } of CREDENTIALS) {
    const match = whole?.exec(token)
    if (match === null || match === undefined) continue
    const body = match[1] ?? token
    // Hugging Face draws letters alone: a digit is lent to them, which random text is asked for.
    return looksRandom(kind === 'huggingface' ? `${body}0` : body) ? kind : undefined
  }
  return undefined
}

/**
 * True when a token may begin at `at`. `task-` and `mask-image` hold the letters of a prefix, but
 * the last letter of an escape sequence (`\n`, `%20`, `\u0022`) is no part of the word behind it.
 */
export function beginsToken(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 6), at)
  return /(?:^|[^A-Za-z0-9_-]|\\[bfnrtv]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})$/.test(
    before,
  )
}
