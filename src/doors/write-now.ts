import { writeSync } from 'node:fs'

/** A reader that takes nothing for so long has gone; milliseconds. */
const PATIENCE_MS = 2000
const PAUSE_MS = 2
/** Readers that were waited for once: the next text does not wait again. */
const gone = new Set<number>()

/**
 * Writes the whole text before it returns. `process.stdout.write` does not where standard output is
 * a socket or a pipe that is full, and what is still buffered is lost at exit (measured: 146 KB
 * arrived of a packet of 290 KB). Gives up when nobody reads.
 */
export function writeNow(text: string, descriptor: 1 | 2 = 1): void {
  if (gone.has(descriptor)) return
  const bytes = Buffer.from(text, 'utf8')
  const idle = new Int32Array(new SharedArrayBuffer(4))
  // The clock is a module of its own, loaded by its first use: 2 ms that few texts have to pay.
  let progressMs: number | undefined
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(descriptor, bytes, written)
      progressMs = undefined
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code !== 'EAGAIN') {
        gone.add(descriptor)
        // A reader that has gone knows it; a disk that is full nobody sees.
        if (descriptor === 1 && code !== 'EPIPE' && code !== 'EBADF') {
          writeNow(`Standard output cannot be written (${code}): only the exit code is left.\n`, 2)
        }
        return
      }
      // Full, and not read yet.
      progressMs ??= performance.now()
      if (performance.now() - progressMs > PATIENCE_MS) {
        gone.add(descriptor)
        return
      }
      Atomics.wait(idle, 0, 0, PAUSE_MS)
    }
  }
}

/** Makes a library that prints to the stream (`@actions/core`) write as {@link writeNow} does. */
export function writeWhole(stream: NodeJS.WriteStream): void {
  stream.write = (text: Uint8Array | string) => {
    writeNow(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'))
    return true
  }
}
