/** Shannon entropy of the characters, bits for each. Random base62 of 48 characters has about 5. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) {
    const share = count / text.length
    bits -= share * Math.log2(share)
  }
  return bits
}

/** Random hex cannot exceed 4 bits; 32 random hex digits have at least 3.2 in all but one of 10⁶ cases. */
const HEX_BITS = 3
const TEXT_BITS = 3.7

const PLACEHOLDER =
  /x{5}|\.{3}|\*{3}|your[-_]?|example|placeholder|redacted|changeme|replace|insert|dummy|secret[-_]?key|api[-_]?key|(?:^|[-_])(?:fake|test|demo|sample|mock|here|todo|none|null|undefined|key|token|invalid)(?:$|[-_])/i
/** `abcdefgh`, `12345678`, also backwards: nobody draws these. */
const TYPED_RUNS = ['0123456789abcdefghijklmnopqrstuvwxyz0123456789', '1234567890']
  .flatMap((run) => [run, run.split('').toReversed().join('')])
  .flatMap((run) => Array.from({ length: run.length - 7 }, (_, at) => run.slice(at, at + 8)))

/** Looks like something that was drawn at random, not like something that a person typed. */
export function looksRandom(body: string): boolean {
  if (PLACEHOLDER.test(body) || /(.)\1{5}/.test(body)) return false
  const lower = body.toLowerCase()
  if (TYPED_RUNS.some((run) => lower.includes(run))) return false
  if (/(.{4,64})\1\1/.test(body)) return false
  const isHex = /^[0-9a-f]+$/i.test(body)
  if (isHex) return entropyOf(body) >= HEX_BITS && /\d/.test(body) && /[a-f]/i.test(body)
  // Class names and sentences in kebab case are letters only; a key of 20 without a digit is one in 33.
  return entropyOf(body) >= TEXT_BITS && /\d/.test(body) && /[a-z]/i.test(body)
}
