import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** From a chunk of `dist/` and from this folder alike `../inside` holds the programs for targets. */
const BESIDE = join(import.meta.dirname, '../inside')
/** What only the build makes, for a run from the source. */
const BUILT = join(import.meta.dirname, '../../dist/inside')

/** A program for targets that stands as it is: `scout.sh`, `remote.sh`, `remote.py`. */
export function programText(name: string): string {
  return readFileSync(join(BESIDE, name), 'utf8')
}

/** A file that the build made, by its path from `dist/inside/`. */
export function builtText(path: string): string {
  const folder = existsSync(join(BESIDE, 'node.json')) ? BESIDE : BUILT
  return readFileSync(join(folder, path), 'utf8')
}
