import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readTextFile } from './sources.ts'

/** Files and folders that are looked at for a manifest. */
const MOST_ENTRIES = 2000
/** A monorepo keeps its manifests this deep: `apps/web/package.json`. */
const DEEPEST = 3
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', '.venv', 'venv', 'dist'])

/** Names in a folder; `undefined` when it cannot be read. */
export function listFolder(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path)
  } catch {
    return undefined
  }
}

/** Files of the checkout near its top, breadth first, bounded; and a reader for them. `cut`: there are more. */
export function readCheckout(workspace: string): {
  readonly files: readonly string[]
  readonly readFile: (path: string) => string | undefined
  readonly cut?: string
} {
  const files: string[] = []
  let level = ['']
  let entries = 0
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const next: string[] = []
    for (const folder of level) {
      for (const entry of foldersAndFiles(join(workspace, folder))) {
        entries += 1
        if (entries > MOST_ENTRIES) {
          const cut = `only ${MOST_ENTRIES} entries of the checkout were looked at`
          return { files, readFile: reader(workspace), cut }
        }
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`
        if (entry.isFile()) files.push(path)
        else if (entry.isDirectory() && !SKIPPED.has(entry.name)) next.push(path)
      }
    }
    level = next
  }
  return { files, readFile: reader(workspace) }
}

function reader(workspace: string): (path: string) => string | undefined {
  return (path) => readTextFile(join(workspace, path))
}

function foldersAndFiles(path: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(path)
  } catch {
    return []
  }
}

function readEntries(path: string) {
  return readdirSync(path, { withFileTypes: true })
}
