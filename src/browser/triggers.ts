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

/** A keyword and, after it, four of its bytes whose last two are rare in front-end code. */
const KEYWORDS: Readonly<Record<TriggerKind, readonly (readonly [string, string])[]>> = {
  token: [
    ['gsk_', 'gsk_'],
    ['AIza', 'AIza'],
    ['xai-', 'xai-'],
    ['pplx-', 'plx-'],
    ['nvapi-', 'vapi'],
    ['tgp_v1_', '_v1_'],
    ['ghp_', 'ghp_'],
    ['github_pat_', 'hub_'],
  ],
  // At the start of a literal: the head of a key, and short prefixes.
  piece: [
    ['"hf_', '"hf_'],
    ["'hf_", "'hf_"],
    ['`hf_', '`hf_'],
    ['"fw_', '"fw_'],
    ["'fw_", "'fw_"],
    ['`fw_', '`fw_'],
    ['"r8_', '"r8_'],
    ["'r8_", "'r8_"],
    ['`r8_', '`r8_'],
    ['"sk"', '"sk"'],
    ["'sk'", "'sk'"],
    ['`sk`', '`sk`'],
    ['"sk\\', '"sk\\'],
    ["'sk\\", "'sk\\"],
  ],
  host: [
    ['api.openai.com', 'i.op'],
    ['.azure.com', '.azu'],
  ],
  switch: [
    ['dangerouslyAllow', 'lyAl'],
    ['dangerous-direct-browser', 'us-d'],
  ],
  base64: [
    ['atob(', 'tob('],
    [';base64,', 'se64'],
    ['"base64"', 'se64'],
    ["'base64'", 'se64'],
    ['`base64`', 'se64'],
  ],
  // Base64 of `sk-`, `gsk_`, `AIza`, `xai-`, `hf_` and `Bearer s` at the start of a literal.
  encoded: [
    ['c2st', 'c2st'],
    ['Z3Nr', 'Z3Nr'],
    ['QUl6Y', 'QUl6'],
    ['eGFpL', 'eGFp'],
    ['aGZf', 'aGZf'],
    ['QmVhcmVyI', 'mVyI'],
  ],
  'azure-key': [
    ['pi-key', 'pi-k'],
    ['pi-Key', 'pi-K'],
    ['pi_key', 'pi_k'],
    ['piKey', 'piKe'],
    ['pikey', 'pike'],
    ['PI_KEY', 'PI_K'],
    ['PI-KEY', 'PI-K'],
    ['PIKEY', 'PIKE'],
    ['tion-Key', 'on-K'],
    ['tion-key', 'on-k'],
    ['KeyCredential', 'yCre'],
    ['JQQJ', 'JQQJ'],
  ],
  gemini: [
    ['generativelanguage', 'ngua'],
    ['GoogleGen', 'leGe'],
  ],
  'map-link': [['sourceMappingURL=', 'gURL']],
}
const SHORT_KEYWORD = 'sk-'
const BLOCK = 4
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
  for (const [keyword, block] of keywords) {
    const bytes = Buffer.from(keyword, 'latin1')
    const blockAt = keyword.indexOf(block)
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
