import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { codeNote } from '../model/index.ts'

/** Windows refuses to replace a file that somebody is reading: a reader is done in a moment. */
const BUSY: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY'])
/** Times that Windows is asked to replace a file, 10 ms apart. */
const MOST_TRIES = 20

/**
 * Writes a file of the packet folder as a whole or not at all: many runs may share one folder, and a
 * reader must never see half a packet. A link that lies in its place is replaced, not followed.
 * Synchronous, for the end of a run; throws what the file system throws.
 */
export function writeWhole(folder: string, name: string, content: Iterable<string>): void {
  makeFolder(folder)
  // Opened only where nothing has this name: it need not be hard to guess, and `node:crypto` costs 5 ms of CPU.
  const draft = join(folder, `.${name}.${process.pid}-${Math.random().toString(36).slice(2)}`)
  try {
    writePieces(draft, content)
    replace(draft, join(folder, name))
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'wx')
  try {
    const whole = typeof pieces === 'string' ? [pieces] : pieces
    for (const piece of whole) writeFileSync(file, piece)
  } finally {
    closeSync(file)
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

/** Level by level: `recursive` of Node asks for ever below a folder that can have none, as `/proc`. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another run was faster.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** The files of a run that are there, and one sentence for each that is not. */
export interface WrittenFiles {
  /** Absolute path of each file by its name; only what this run has written. */
  readonly paths: ReadonlyMap<string, string>
  readonly problems: readonly string[]
}

/**
 * Writes the files of a run. Never throws: a folder that cannot be written hides nothing else.
 * @param folder absolute; without one a new folder below the temporary folder, which belongs to this
 * user and to this run alone: a shared one may hold somebody else's older packet
 */
export function writeFiles(
  folder: string | undefined,
  files: readonly { readonly name: string; readonly content: Iterable<string> }[],
): WrittenFiles {
  const paths = new Map<string, string>()
  const problems: string[] = []
  let into = folder
  for (const { name, content } of files) {
    try {
      into ??= mkdtempSync(join(tmpdir(), 'openai-preflight-'))
      writeWhole(into, name, content)
      paths.set(name, join(into, name))
    } catch (error) {
      problems.push(`${name} could not be written to ${into ?? tmpdir()}${codeNote(error)}.`)
    }
  }
  return { paths, problems }
}
