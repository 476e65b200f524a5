import { given } from '../model/index.ts'
import { closeSync, constants, fstatSync, openSync, opendirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isApplicationSource, type Sources } from './read-application.ts'

/** Entries and levels of folders: more than a monorepo of people has. */
const MOST_ENTRIES = 30_000
const DEEPEST = 10
/** Bytes of one file: source that people write is shorter, what is longer was generated. */
const LARGEST_FILE = 512 * 1024
/** Milliseconds for the whole look at the checkout; it must not eat the deadline. */
const LONGEST_MS = 1500
const PASSED_OVER =
  /^(?:\..+|node_modules|vendor|third_party|site-packages|dist|build|out|target|coverage|venv)$/

/**
 * The source files below a folder, breadth first, without following links; bounded in entries,
 * depth, size and time. What a bound left out is said in `limit`.
 */
export function readSources(workspace: string): Sources {
  const endMs = performance.now() + LONGEST_MS
  const files: string[] = []
  let limit: string | undefined
  let entries = 0
  let level = ['']
  for (let depth = 0; level.length > 0 && limit === undefined; depth += 1) {
    const next: string[] = []
    if (depth === DEEPEST) limit = `folders deeper than ${String(DEEPEST)} levels were not read`
    for (const folder of limit === undefined ? level : []) {
      for (const entry of namesIn(join(workspace, folder))) {
        entries += 1
        if (entries > MOST_ENTRIES) {
          limit = `only ${String(MOST_ENTRIES)} entries of the checkout were looked at`
          break
        }
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`
        if (entry.isFile() && isApplicationSource(path)) files.push(path)
        else if (entry.isDirectory() && !PASSED_OVER.test(entry.name)) next.push(path)
      }
    }
    level = next
  }
  return {
    files,
    ...given({ limit }),
    readFile: (path) =>
      performance.now() > endMs ? undefined : readRegular(join(workspace, path)),
    outOfTime: () => performance.now() > endMs,
  }
}

function* namesIn(path: string) {
  let folder
  try {
    folder = opendirSync(path)
  } catch {
    return
  }
  try {
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) yield entry
  } catch {
    // A folder that vanishes or cannot be read any further: what was seen of it counts.
  } finally {
    folder.closeSync()
  }
}

/** A FIFO or a device in a checkout must not hold the run: opened without waiting, then looked at. */
function readRegular(path: string): string | undefined {
  let file: number | undefined
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
    const stat = fstatSync(file)
    return stat.isFile() && stat.size <= LARGEST_FILE ? readFileSync(file, 'utf8') : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
