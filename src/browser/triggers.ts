import { CREDENTIALS } from '../knowledge/credentials.ts'

/**
 * The first pass over every byte: finds the few places worth a closer look.
 *
 * Wu and Manber's shift table (1994) over four bytes of each keyword: most of the time two bytes are
 * looked at and the next ones skipped. One alternation in a regular expression does the same at a
 * third of the speed (measured, see bench/bundle.ts). `sk-` is too short for the table and
 * is left to `indexOf`, which runs at memory speed; other prefixes that short count only at the
 * start of a literal.
 */

export type TriggerKind =
  | 'token'
  | 'piece'
  | 'host'
  | 'switch'
  | 'base64'
  | 'encoded'
  | 'azure-key'
  | 'gemini'
  | 'map-link'

const BLOCK = 4
const SHORT_KEYWORD = 'sk-'
/** Of the keys that are known by their whole form, but for those that begin with `sk-` themselves. */
const ALL_BEGINNINGS = CREDENTIALS.flatMap(({ begins, whole }) =>
  whole === undefined ? [] : begins,
).filter((begins) => !begins.startsWith(SHORT_KEYWORD))
/** In clear text `sk-` finds those that hold it. */
const BEGINNINGS = ALL_BEGINNINGS.filter((begins) => !begins.includes(SHORT_KEYWORD))
const isLong = (begins: string): boolean => begins.length >= BLOCK
const QUOTES = ['"', "'", '`'] as const
/** What does not depend on the byte behind it. */
const inBase64 = (text: string): string =>
  Buffer.from(text)
    .toString('base64')
    .slice(0, Math.floor((text.length * 8) / 6))

/** Keywords; in « » four of the bytes whose last two are rare in front-end code, else the last four. */
const KEYWORDS: Readonly<Record<TriggerKind, readonly string[]>> = {
  token: BEGINNINGS.filter(isLong),
  // At the start of a literal: the head of a key, and short prefixes.
  piece: QUOTES.flatMap((quote) => [
    ...BEGINNINGS.filter((begins) => !isLong(begins)).map((begins) => quote + begins),
    `${quote}sk${quote}`,
    `${quote}sk\\`,
  ]),
  host: ['ap«i.op»enai.com', '«.azu»re.com'],
  switch: ['dangerous«lyAl»low', 'dangero«us-d»irect-browser'],
  base64: ['atob(', ';ba«se64»,', ...QUOTES.map((quote) => `${quote}ba«se64»${quote}`)],
  // Of a key at the start of a literal.
  encoded: [SHORT_KEYWORD, ...ALL_BEGINNINGS, 'Bearer '].map(inBase64),
  'azure-key':
    '«pi-k»ey «pi-K»ey «pi_k»ey «piKe»y «pike»y «PI_K»EY «PI-K»EY «PIKE»Y ti«on-K»ey ti«on-k»ey Ke«yCre»dential JQQJ'.split(
      ' ',
    ),
  gemini: ['generativela«ngua»ge', 'Goog«leGe»n'],
  'map-link': ['sourceMappingURL='],
}
/** Longer than any keyword. */
const LONGEST = 32

interface Keyword {
  readonly kind: TriggerKind
  readonly bytes: Buffer
  /** Where in `bytes` the four bytes of the table begin. */
  readonly blockAt: number
}

/** By the last two bytes of a block: how many bytes can be skipped. */
const SHIFT = new Uint8Array(0x1_0000).fill(BLOCK - 1)
const BY_BLOCK = new Map<number, Keyword[]>()

for (const [kind, keywords] of Object.entries(KEYWORDS)) {
  if (!isKind(kind)) continue
  for (const marked of keywords) {
    const bytes = Buffer.from(marked.replaceAll(/[«»]/g, ''), 'latin1')
    const blockAt = marked.includes('«') ? marked.indexOf('«') : bytes.length - BLOCK
    for (let end = 1; end < BLOCK; end++) {
      const pair = bytes.readUInt16BE(blockAt + end - 1)
      SHIFT[pair] = Math.min(SHIFT[pair] ?? 0, BLOCK - 1 - end)
    }
    const key = bytes.readInt32BE(blockAt)
    BY_BLOCK.set(key, [...(BY_BLOCK.get(key) ?? []), { kind, bytes, blockAt }])
  }
}

function isKind(kind: string): kind is TriggerKind {
  return Object.hasOwn(KEYWORDS, kind)
}

export interface Trigger {
  readonly kind: TriggerKind
  /** Offset in the bytes given. */
  readonly at: number
}

/** All places in `bytes` from `from` up to, not including, `to` where something may begin, in order. */
export function findTriggers(bytes: Buffer, from: number, to: number): Trigger[] {
  const found: Trigger[] = []
  for (let at = bytes.indexOf(SHORT_KEYWORD, from, 'latin1'); at >= 0 && at < to;) {
    found.push({ kind: 'token', at })
    at = bytes.indexOf(SHORT_KEYWORD, at + 1, 'latin1')
  }
  const end = Math.min(bytes.length, to + LONGEST)
  let last = from + BLOCK - 1
  while (last < end) {
    const shift = SHIFT[((bytes[last - 1] ?? 0) << 8) | (bytes[last] ?? 0)] ?? 1
    if (shift > 0) {
      last += shift
      continue
    }
    const keywords = BY_BLOCK.get(bytes.readInt32BE(last - BLOCK + 1))
    if (keywords !== undefined) {
      for (const { kind, bytes: keyword, blockAt } of keywords) {
        const at = last - BLOCK + 1 - blockAt
        const isHere =
          at >= from &&
          at < to &&
          at + keyword.length <= bytes.length &&
          bytes.compare(keyword, 0, keyword.length, at, at + keyword.length) === 0
        if (isHere) found.push({ kind, at })
      }
    }
    last++
  }
  return found.sort((a, b) => a.at - b.at)
}
