import type { Secret } from '../model/index.ts'
/** A value that must never leave the process, and what to call it in its place. */
export interface PlantedSecret {
  readonly value: string
  /** e.g. `api key`, `proxy password`: printed, so never a part of the value. */
  readonly what: string
}

/** Known secrets, told to whoever takes them out. */
export function planted(
  secrets: readonly { readonly value: Secret; readonly what: string }[],
): PlantedSecret[] {
  return secrets.map(({ value, what }) => ({ value: value.reveal(), what }))
}

/** Shorter values are removed only where a credential stands: anywhere else they are words. */
export const SHORTEST_ANYWHERE = 6

/** Shorter values are not looked for across white space. */
const SHORTEST_JOINED = 12

/** Shorter values of letters and digits may be words that stand side by side. */
const SHORTEST_BARE = 16

/** What people write where a secret is missing; not secret, and worth naming in a message. */
const NOT_SECRET: ReadonlySet<string> = new Set([
  'undefined',
  'null',
  'none',
  'false',
  'true',
  'NaN',
  '***',
  '******',
  '[object Object]',
])

/** The forms of one secret, each for the kind of decoding it is searched in. */
export interface Literals {
  readonly what: string
  /** In the text and in everything decoded from it. */
  readonly plain: readonly string[]
  /** In text without white space. */
  readonly joined: readonly string[]
  /** In text without white space, with the URL-safe alphabet mapped to the standard one. */
  readonly base64: readonly string[]
  /** In lower-case text without white space. */
  readonly hexadecimal: readonly string[]
  /** In lower-case text of letters and digits alone: what is left when punctuation was taken out. */
  readonly bare: readonly string[]
  /** Found only after a word such as `password=`. */
  readonly short: readonly string[]
}

/** Every form in which a secret is recognised. */
export function literalsOf(secret: PlantedSecret): Literals {
  const values = partsOf(secret.value)
  const long = values.filter((value) => value.length >= SHORTEST_ANYWHERE)
  const forms = unique(long.flatMap((value) => [value, value.replaceAll(' ', '+'), asBytes(value)]))
  return {
    what: secret.what.replaceAll(/[^\w .-]/g, '').slice(0, 40) || 'secret',
    plain: forms,
    joined: unique(forms.map(withoutSpace)).filter((value) => value.length >= SHORTEST_JOINED),
    base64: unique(long.flatMap(base64Cores)),
    hexadecimal: unique(long.map((value) => Buffer.from(value).toString('hex'))),
    bare: unique(long.filter((value) => /\d/.test(value)).map(lettersAndDigits)).filter(
      (value) => value.length >= SHORTEST_BARE,
    ),
    short: values.filter((value) => value.length < SHORTEST_ANYWHERE),
  }
}

/** The value, without the space around it, and each of its lines. */
function partsOf(value: string): readonly string[] {
  const parts = [value, value.trim(), ...value.split(/[\r\n]+/).map((line) => line.trim())]
  return unique(parts).filter((part) => part.trim() !== '' && !NOT_SECRET.has(part.trim()))
}

/**
 * The characters of the base64 text that depend on the value alone, for each of the three
 * positions that the value can have in what was encoded.
 */
function base64Cores(value: string): readonly string[] {
  const bytes = Buffer.from(value)
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    const first = Math.ceil((offset * 8) / 6)
    return encoded.slice(first, Math.floor(((offset + bytes.length) * 8) / 6))
  })
}

/** One character for each byte of UTF-8, as URL decoding yields them. */
function asBytes(value: string): string {
  return Buffer.from(value).toString('latin1')
}

export function lettersAndDigits(value: string): string {
  return value.replaceAll(/[^A-Za-z0-9]+/g, '').toLowerCase()
}

function withoutSpace(value: string): string {
  return value.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, '')
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
