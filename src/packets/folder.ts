import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Windows refuses to replace a file that somebody is reading: a reader is done in a moment. */
const BUSY: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY'])
const MOST_TRIES = 20

/**
 * Writes a file of the packet folder as a whole or not at all: many runs may share one folder, and a
 * reader must never see half a packet. A link that lies in its place is replaced, not followed.
 * Synchronous, for the end of a run; throws what the file system throws.
 */
export function writeWhole(folder: string, name: string, content: string): void {
  mkdirSync(folder, { recursive: true })
  const draft = join(folder, `.${name}.${randomUUID()}`)
  try {
    writeFileSync(draft, content, { flag: 'wx' })
    replace(draft, join(folder, name))
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

function replace(draft: string, path: string): void {
  for (let tried = 1; ; tried += 1) {
    try {
      renameSync(draft, path)
      return
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && BUSY.has(error.code)
      if (!busy || process.platform !== 'win32' || tried === MOST_TRIES) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}
