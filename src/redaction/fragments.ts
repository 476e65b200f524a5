/** A shorter piece of a secret is no use to anybody, and may be a word. */
const SHORTEST_FRAGMENT = 16

/** Every run of 15 characters or more of a text holds one of its aligned blocks of 8 whole. */
const BLOCK = 8

/** Of shorter secrets a fragment says nothing that the whole does not. */
const SHORTEST_SECRET = 24

/**
 * Where pieces of a secret stand, as begin and end (exclusive): what a limit cut in two, or what a
 * server sent back in halves.
 */
export function fragmentsOf(text: string, secret: string): readonly (readonly [number, number])[] {
  if (secret.length < SHORTEST_SECRET) return []
  const found: (readonly [number, number])[] = []
  for (let block = 0; block + BLOCK <= secret.length; block += BLOCK) {
    const piece = secret.slice(block, block + BLOCK)
    for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
      const [start, end] = grown(text, at, secret, block)
      if (end - start >= SHORTEST_FRAGMENT && saysSomething(text.slice(start, end))) {
        found.push([start, end])
      }
    }
  }
  return found
}

/** As far as both texts agree around the block that both hold. */
function grown(text: string, at: number, secret: string, block: number): readonly [number, number] {
  let before = 0
  while (before < Math.min(at, block) && text[at - before - 1] === secret[block - before - 1]) {
    before += 1
  }
  let length = BLOCK
  while (block + length < secret.length && text[at + length] === secret[block + length]) {
    length += 1
  }
  return [at - before, at + length]
}

/** A digit, or both cases: a media type or a sentence in a header value has neither. */
function saysSomething(piece: string): boolean {
  return /\d/.test(piece) || (/[a-z]/.test(piece) && /[A-Z]/.test(piece))
}
