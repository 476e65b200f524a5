/** A place in a text, both from 1; columns count UTF-16 units, as editors and source maps do. */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * Turns byte offsets into lines and columns in a second pass over the file. Only files with a
 * sighting pay for it.
 */
export async function locate(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  offsets: readonly number[],
): Promise<ReadonlyMap<number, Position>> {
  const wanted = [...new Set(offsets)].sort((a, b) => a - b)
  const found = new Map<number, Position>()
  let next = 0
  let start = 0
  let line = 1
  let column = 1
  for await (const chunk of chunks) {
    let at = 0
    while (next < wanted.length) {
      const offset = (wanted[next] ?? 0) - start
      if (offset > chunk.length) break
      const newline = chunk.indexOf(0x0a, at)
      if (newline >= 0 && newline < offset) {
        line++
        column = 1
        at = newline + 1
        continue
      }
      column += utf16Length(chunk, at, offset)
      at = offset
      found.set(offset + start, { line, column })
      next++
    }
    if (next >= wanted.length) break
    for (let newline = chunk.indexOf(0x0a, at); newline >= 0; newline = chunk.indexOf(0x0a, at)) {
      line++
      column = 1
      at = newline + 1
    }
    column += utf16Length(chunk, at, chunk.length)
    start += chunk.length
  }
  return found
}

/** Every byte that begins a UTF-8 sequence is one unit, those of four bytes are two. */
function utf16Length(bytes: Buffer, from: number, to: number): number {
  let units = 0
  for (let index = from; index < to; index++) {
    const byte = bytes[index] ?? 0
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}
