/**
 * Passes UTF-8 on as it is; a log that begins with the byte order mark of UTF-16 (PowerShell's
 * redirection writes it) is turned into UTF-8 piece by piece.
 */
export function decoded(push: (chunk: Uint8Array) => void): {
  readonly push: (chunk: Uint8Array) => void
  readonly end: () => void
} {
  let first: Uint8Array | undefined
  let mode: 'unknown' | 'utf-8' | InstanceType<typeof TextDecoder> = 'unknown'
  const pass = (chunk: Uint8Array): void => {
    if (mode === 'unknown') {
      const head = first === undefined ? chunk : Buffer.concat([first, chunk])
      if (head.length < 2) {
        first = head
        return
      }
      const label = labelOf(head)
      mode = label === undefined ? 'utf-8' : new TextDecoder(label)
      pass(head)
    } else if (mode === 'utf-8') {
      push(chunk)
    } else {
      push(Buffer.from(mode.decode(chunk, { stream: true })))
    }
  }
  return {
    push: pass,
    end: () => {
      if (mode === 'unknown' && first !== undefined) push(first)
      if (mode instanceof TextDecoder) push(Buffer.from(mode.decode()))
    },
  }
}

function labelOf(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}
