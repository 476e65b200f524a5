import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KEY_BEGINNINGS } from '../knowledge/credentials.ts'

/** From a chunk of `dist/` and from this folder alike `../inside` holds the programs for targets. */
const BESIDE = join(import.meta.dirname, '../inside')
/** What only the build makes, for a run from the source. */
const BUILT = join(import.meta.dirname, '../../dist/inside')

/**
 * A program for targets: `scout.sh`, `remote.sh`, `remote.py`, as it stands, with the list of
 * `knowledge/credentials.ts` in its place and in the spelling of the language.
 */
export function programText(name: string): string {
  const beginnings = name.endsWith('.py')
    ? KEY_BEGINNINGS.join('|').replaceAll('.', String.raw`\.`)
    : KEY_BEGINNINGS.join(' ')
  return readFileSync(join(BESIDE, name), 'utf8').replace('@KEY_BEGINNINGS@', beginnings)
}

/** A file that the build made, by its path from `dist/inside/`. */
export function builtText(path: string): string {
  const folder = existsSync(join(BESIDE, 'node.json')) ? BESIDE : BUILT
  return readFileSync(join(folder, path), 'utf8')
}
