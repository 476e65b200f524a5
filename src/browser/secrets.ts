import type { Secret } from '../model/index.ts'
import type { Sighting } from './sighting.ts'

/** Shorter values would be found everywhere. */
const MIN_LENGTH = 12

export interface SecretNeedle {
  readonly source: string
  readonly bytes: Buffer
  readonly encoded: boolean
}

/** The very secrets of this run, plain and as base64 at each of its three alignments. */
export function secretNeedles(secrets: readonly Secret[]): readonly SecretNeedle[] {
  return secrets.flatMap((secret) => {
    const value = secret.reveal()
    if (value.length < MIN_LENGTH) return []
    const encoded = [0, 1, 2].map((shift) => {
      const text = Buffer.from('-'.repeat(shift) + value).toString('base64')
      // The characters at both ends mix with the neighbours.
      const end = Math.floor(((shift + value.length) * 8) / 6)
      return text.slice(shift === 0 ? 0 : shift + 1, end)
    })
    return [
      { source: secret.source, bytes: Buffer.from(value), encoded: false },
      ...encoded.map((text) => ({
        source: secret.source,
        bytes: Buffer.from(text),
        encoded: true,
      })),
    ]
  })
}

export function sightSecrets(
  bytes: Buffer,
  from: number,
  to: number,
  needles: readonly SecretNeedle[],
): Sighting[] {
  const found: Sighting[] = []
  for (const needle of needles) {
    for (let at = bytes.indexOf(needle.bytes, from); at >= 0 && at < to;) {
      const where = { kind: 'key', what: needle.source, at } as const
      found.push(needle.encoded ? { ...where, encoded: 'base64' } : where)
      at = bytes.indexOf(needle.bytes, at + needle.bytes.length)
    }
  }
  return found
}
