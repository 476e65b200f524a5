import type { Dirent } from 'node:fs'
import { closeSync, constants, fstatSync, openSync, opendirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Checkout } from '../egress/question.ts'
import { codeNote, given } from '../model/index.ts'
import { isApplicationSource, type Sources } from './read-application.ts'

/** Entries and levels of folders: more than a monorepo of people has. */
const MOST_ENTRIES = 30_000
const DEEPEST = 10
/** Bytes of one file: source that people write is shorter, what is longer was generated. */
const LARGEST_FILE = 512 * 1024
/** Milliseconds for the whole look at the checkout; it must not eat the deadline. */
const LONGEST_MS = 1500
/** Files and folders that are looked at for a manifest. */
const MOST_FOR_MANIFESTS = 2000
/** A monorepo keeps its manifests this deep: `apps/web/package.json`. */
const DEEPEST_MANIFEST = 3

/**
 * The source files below a folder; bounded in entries, depth, size and time. What a bound left out is
 * said in `limit`.
 */
export function readSources(workspace: string, beforeReading?: () => void): Sources {
  const endMs = performance.now() + LONGEST_MS
  const { files, cut, deeper } = filesBelow(workspace, {
    entries: MOST_ENTRIES,
    levels: DEEPEST,
    passedOver:
      /^(?:\..+|node_modules|vendor|third_party|site-packages|dist|build|out|target|coverage|venv)$/,
  })
  const tooDeep = `folders deeper than ${String(DEEPEST)} levels were not read`
  return {
    files: files.filter(isApplicationSource),
    ...given({ limit: cut ?? (deeper ? tooDeep : undefined) }),
    readFile: (path) => {
      beforeReading?.()
      if (performance.now() > endMs) return undefined
      const read = readRegular(join(workspace, path), LARGEST_FILE, constants.O_NOFOLLOW)
      return 'text' in read ? read.text : undefined
    },
    outOfTime: () => performance.now() > endMs,
  }
}

/** Files of the checkout near its top, where manifests are, and a reader for them. */
export function readCheckout(
  workspace: string,
  readFile: (path: string) => string | undefined,
): Checkout {
  const { files, cut } = filesBelow(workspace, {
    entries: MOST_FOR_MANIFESTS,
    levels: DEEPEST_MANIFEST,
    passedOver: /^(?:node_modules|\.git|\.?venv|dist)$/,
  })
  return { files, ...given({ cut }), readFile: (path) => readFile(join(workspace, path)) }
}

/** Breadth first, without following links. `cut`: entries were left out; `deeper`: levels were. */
function filesBelow(
  top: string,
  bounds: { readonly entries: number; readonly levels: number; readonly passedOver: RegExp },
): { readonly files: readonly string[]; readonly cut?: string; readonly deeper: boolean } {
  const files: string[] = []
  let entries = 0
  let level = ['']
  for (let depth = 0; depth < bounds.levels && level.length > 0; depth += 1) {
    const next: string[] = []
    for (const folder of level) {
      for (const entry of entriesOf(join(top, folder), bounds.entries + 1 - entries)) {
        entries += 1
        if (entries > bounds.entries) {
          const cut = `only ${String(bounds.entries)} entries of the checkout were looked at`
          return { files, cut, deeper: false }
        }
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`
        if (entry.isFile()) files.push(path)
        else if (entry.isDirectory() && !bounds.passedOver.test(entry.name)) next.push(path)
      }
    }
    level = next
  }
  return { files, deeper: level.length > 0 }
}

/** Entries of a folder by name, no more than so many: a folder may have millions. */
function entriesOf(path: string, most: number): readonly Dirent[] {
  const found: Dirent[] = []
  let folder
  try {
    folder = opendirSync(path)
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      if (found.push(entry) >= most) break
    }
  } catch {
    // A folder that vanishes or cannot be read any further: what was seen of it counts.
  } finally {
    folder?.closeSync()
  }
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Text of a regular file of at most so many bytes, or what is wrong with it, to follow its name. A
 * pipe would wait for its writer, a device may have no end.
 */
export function readRegular(
  path: string,
  most: number,
  flags = 0,
): { readonly text: string } | { readonly because: string } {
  let file: number | undefined
  try {
    // Without waiting: the kernel has files that call themselves regular and block (/proc/kmsg).
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | flags)
    const stat = fstatSync(file)
    if (!stat.isFile()) return { because: 'is not a regular file' }
    if (stat.size > most) return { because: `is larger than ${String(most / 1024 / 1024)} MiB` }
    return { text: readFileSync(file, 'utf8') }
  } catch (error) {
    return { because: `cannot be read${codeNote(error)}` }
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
