import { distance } from '../knowledge/distance.ts'

/** The known name that was probably meant, or nothing when none is within `most` edits. */
export function nearest(
  word: string,
  known: readonly string[],
  most = Math.max(1, Math.floor(word.length / 3)),
): string | undefined {
  if (word.length > 64) return undefined
  const plain = word.toLowerCase().replaceAll('_', '-')
  let best: { readonly name: string; readonly edits: number } | undefined
  for (const name of known) {
    const edits = distance(plain, name.toLowerCase().replaceAll('_', '-'))
    if (best === undefined || edits < best.edits) best = { name, edits }
  }
  return best !== undefined && best.edits <= most ? best.name : undefined
}
