import { foldExpression, foldFrom, openingOf } from './literals.ts'

/** Media that never hold text; most data URLs are one of these. */
const BINARY_MEDIA =
  /data:(?:image\/(?!svg)|font\/|audio\/|video\/|application\/(?:x-)?font|application\/vnd\.ms-font|application\/wasm|application\/pdf)/i
/** Shorter than any key. */
const MIN_LENGTH = 24

export interface Encoded {
  readonly at: number
  /** Bytes behind the base64, or, when the run leaves the text, where it goes on. */
  readonly bytes: Buffer
  /** The run reaches the end of the text that was looked at. */
  readonly goesOn: boolean
}

/** What stands encoded at a sign of base64: `atob(`, `;base64,`, `"base64"`. */
export function decodeAt(text: string, at: number): Encoded | undefined {
  if (text.startsWith('atob(', at)) {
    const value = foldExpression(text, at + 'atob('.length)
    const quote = /^atob\(\s*\\?["'`]/.exec(text.slice(at, at + 40))?.[0] ?? ''
    return value === undefined ? undefined : decoded(value, at + quote.length, false)
  }
  if (text.startsWith(';base64,', at)) {
    const media = /data:[^"'`()\s]{0,120}$/.exec(text.slice(Math.max(0, at - 130), at))?.[0] ?? ''
    // Inline source maps are read as what they are.
    const isMap = text
      .slice(Math.max(0, at - media.length - 20), at - media.length)
      .endsWith('sourceMappingURL=')
    if (isMap || BINARY_MEDIA.test(media)) return undefined
    const run = runOf(text, at + ';base64,'.length)
    return decoded(run, at + ';base64,'.length, at + ';base64,'.length + run.length === text.length)
  }
  // `Buffer.from("…","base64")`
  const literal = /["'`]([A-Za-z0-9+/_-]{24,4096}={0,2})["'`]\s*,\s*$/.exec(
    text.slice(Math.max(0, at - 4200), at),
  )
  const run = literal?.[1]
  if (run === undefined) return undefined
  return decoded(run, at - (literal?.[0].length ?? 0) + 1, false)
}

/** A literal that begins with the base64 of a key's prefix. */
export function decodeLiteralAt(text: string, at: number): Encoded | undefined {
  const opening = openingOf(text, at)
  if (opening?.from !== at) return undefined
  return decoded(foldFrom(text, at, opening.quote).value, at, false)
}

function decoded(value: string, at: number, goesOn: boolean): Encoded | undefined {
  const run = runOf(value, 0)
  return run.length < MIN_LENGTH ? undefined : { at, bytes: Buffer.from(run, 'base64'), goesOn }
}

export function runOf(text: string, from: number): string {
  const run = /[A-Za-z0-9+/_-]*={0,2}/y
  run.lastIndex = from
  return run.exec(text)?.[0] ?? ''
}
