import { isVendorKey } from '../knowledge/credentials.ts'

/** A value in a sentence. */
const LONGEST = 60

/** Separators that people type; shown, so that a list still reads as one. */
const TYPED = [
  [/\r?\n|\r/g, String.raw`\n`],
  [/\t/g, String.raw`\t`],
] as const

/**
 * A value in quotes that is safe to print: one line, cut, without invisible characters.
 * What looks like a key is never shown, whichever setting it was put into.
 */
export function show(text: string): string {
  const trimmed = text.trim()
  if (holdsKey(trimmed)) return `a value of ${trimmed.length} characters that looks like a key`
  const typed = TYPED.reduce((shown, [pattern, word]) => shown.replaceAll(pattern, word), text)
  const oneLine = typed.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, '�')
  return oneLine.length > LONGEST
    ? `"${oneLine.slice(0, LONGEST).toWellFormed()}…"`
    : `"${oneLine}"`
}

/** Keys of Azure, and just as well account ids and hashes, e.g. in the URL of a Cloudflare gateway. */
const HEX = /^[0-9a-f]{32}$/i

/** A known kind of credential stands in the text, at its start or anywhere inside it. */
export function holdsKey(text: string): boolean {
  return text.split(/[^\w.-]+/).some((word) => !HEX.test(word) && isVendorKey(word))
}
