import fs, { closeSync, constants, createReadStream, fstatSync, openSync } from 'node:fs'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
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
  stdin: Readable,
  signal: AbortSignal,
  pipes = true,
): AsyncGenerator<Uint8Array> {
  if (path === '-') return yield* chunksOf(stdin, signal)
  try {
    const file = await open(path, pipes)
    yield* chunksOf(file, signal)
    await closed(file, signal)
  } catch (error) {
    if (error instanceof UnreadableInput) throw error
    throw new UnreadableInput(`cannot be read${codeNote(error)}`, { cause: error })
  }
}

async function open(path: string, pipes: boolean): Promise<Readable> {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const kind = fstatSync(fd)
  if (kind.isFile()) return createReadStream('', { fd })
  if (kind.isFIFO() && pipes) {
    const { Socket } = await import('node:net')
    return new Socket({ fd, readable: true, writable: false })
  }
  closeSync(fd)
  throw new UnreadableInput(kind.isDirectory() ? 'is a folder' : 'is no regular file')
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

/**
 * A file that is still being closed, also inside its own callback, would be taken for one that
 * blocks, and the process would be replaced for nothing (start.ts; 25 ms of CPU). Not for standard
 * input: a file that the shell opened (`explain - < log`) is never closed.
 */
async function closed(stream: Readable, signal: AbortSignal): Promise<void> {
  // By name: the class alone would load all of the file system's promises at every start.
  if (!(stream instanceof fs.ReadStream) || signal.aborted) return
  if (!stream.closed) await once(stream, 'close')
  await setImmediate()
}
