import { closeSync, constants, fstatSync, openSync, read } from 'node:fs'
import type { Readable } from 'node:stream'
import { codeNote } from '../model/index.ts'

/** Its message follows the name of the file: "is a folder", "cannot be read (EACCES)". */
export class UnreadableInput extends Error {}

/** The error of `bytesOf` as a value; any other is thrown again. */
export function whatIsWrong(error: unknown): UnreadableInput {
  if (error instanceof UnreadableInput) return error
  throw error
}

/**
 * The bytes of what a person names: a regular file, a pipe such as `<(kubectl logs …)`, or `-` for
 * standard input. No thread ever blocks, so that the process can end at any time: the kernel has files
 * that call themselves regular and block (/proc/kmsg), and a pipe may wait for its writer.
 * @param pipes false where nobody could end the wait with Ctrl-C: a pipe is refused then
 * @throws {UnreadableInput}
 */
export async function* bytesOf(
  path: string,
  process: Pick<NodeJS.Process, 'stdin'>,
  signal: AbortSignal,
  pipes = true,
): AsyncGenerator<Uint8Array> {
  if (path === '-') return yield* chunksOf(process.stdin, signal)
  try {
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const kind = fstatSync(fd)
    if (kind.isFile()) return yield* contentOf(fd, signal)
    if (kind.isFIFO() && pipes) {
      const { Socket } = await import('node:net')
      return yield* chunksOf(new Socket({ fd, readable: true, writable: false }), signal)
    }
    closeSync(fd)
    throw new UnreadableInput(kind.isDirectory() ? 'is a folder' : 'is not a regular file')
  } catch (error) {
    if (error instanceof UnreadableInput) throw error
    throw new UnreadableInput(`cannot be read${codeNote(error)}`, { cause: error })
  }
}

/** A stream of Node.js would do the same and loads 40 modules of Node.js, 10 ms of CPU. */
async function* contentOf(fd: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let blocks = false
  try {
    for (;;) {
      const bytes = await nextOf(fd, signal)
      // Whoever asks the process to end does not wait for a file that blocks.
      blocks = bytes === undefined
      if (bytes === undefined) return
      if (bytes.length === 0) break
      yield bytes
    }
  } finally {
    if (!blocks) closeSync(fd)
  }
  // Inside its own callback the last read still counts as a file that blocks (`leave`, start.ts).
  await new Promise(setImmediate)
}

/** `undefined` when the run was asked to end first. */
function nextOf(fd: number, signal: AbortSignal): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.allocUnsafeSlow(64 * 1024)
    const stop = (): void => resolve(undefined)
    signal.addEventListener('abort', stop, { once: true })
    read(fd, buffer, 0, buffer.length, null, (error, length) => {
      signal.removeEventListener('abort', stop)
      if (error === null) resolve(buffer.subarray(0, length))
      else reject(error)
    })
  })
}

/** Ends when the run does: nobody may ever write to the other end of a pipe or a terminal. */
async function* chunksOf(stream: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  signal.addEventListener('abort', () => stream.destroy(), { once: true })
  try {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
