import type { Application } from '../application/index.ts'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { GIVEN, encodeJson } from './frame.ts'
import { KEY_BEGINNINGS } from '../knowledge/credentials.ts'

/** From a chunk of `dist/` and from this folder alike `../inside` holds the programs for targets. */
const BESIDE = join(import.meta.dirname, '../inside')
/** What only the build makes, for a run from the source. */
const BUILT = join(import.meta.dirname, '../../dist/inside')

/**
 * A program for targets: `find-runtimes.sh`, `remote.sh`, `remote.py`, as it stands, with the list of
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

/** What the caller sends along; the key is in it only when the caller was given one for this run. */
export interface NodeOrder {
  readonly mark: string
  readonly inputs: Readonly<Record<string, string>>
  /** Files of the caller by absolute path: the config file. */
  readonly files: Readonly<Record<string, string>>
  /** What the caller's checkout says of the application's calls. */
  readonly application?: Application
}

/** As scripts/build.ts writes it: which files of `dist/` make the Node program. */
interface Parts {
  readonly program: string
  readonly always: readonly string[]
  /** By the file that a dynamic import names: all that it needs besides. */
  readonly onDemand: Readonly<Record<string, readonly string[]>>
}

/**
 * What goes to the standard input of Node.js in the target: the order, the files of the program
 * compressed, and the loader that puts them together there.
 * @param wanted files that the program asked for in an earlier start
 */
export function nodeProgram(order: NodeOrder, wanted: readonly string[] = []): string {
  const parts: Parts = JSON.parse(builtText('node.json'))
  const seldom = wanted.flatMap((path) => parts.onDemand[path] ?? [])
  const files = [...new Set([...parts.always, ...seldom])]
  const texts = JSON.stringify(
    Object.fromEntries(files.map((path) => [path, builtText(`../${path}`)])),
  )
  // At 9 it would be 3 % smaller, and take the deadline 150 ms instead of 60.
  const packed = brotliCompressSync(texts, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
  const given = {
    mark: order.mark,
    program: parts.program,
    parts: packed.toString('base64'),
    order: encodeJson(order),
  }
  return `globalThis.${GIVEN} = ${JSON.stringify(given)};\n${builtText('loader.js')}`
}
