import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A package of which at least one module is in the bundle. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** SPDX identifier or expression, as the package says. */
  readonly licence: string
  /** Texts of its licence and notice files, in the order of their names. */
  readonly texts: readonly { readonly file: string; readonly text: string }[]
  /** Names of the packages that it names as dependencies. */
  readonly needs: readonly string[]
  /** `sha512-…` of the archive, from the lock file. */
  readonly integrity: string
}

const TEXTS = /^(?:licen[cs]e|copying|notice)/i
const MARK = `${sep}node_modules${sep}`

/**
 * The packages behind these modules, by name and version. Fails where a package says nothing of its
 * licence: it must not be shipped then.
 * @param modules absolute paths of what was really bundled
 * @param lockFile text of package-lock.json
 */
export function bundledPackages(
  modules: readonly string[],
  lockFile: string,
): readonly BundledPackage[] {
  const locked = new Map(
    Object.entries(fieldsOf(fieldsOf(JSON.parse(lockFile))['packages'])).map(([path, entry]) => [
      path,
      text(fieldsOf(entry)['integrity']),
    ]),
  )
  const folders = new Set(modules.flatMap((path) => folderOf(path) ?? []))
  return [...folders]
    .map((folder) => describe(folder, locked))
    .toSorted((a, b) => compare(`${a.name}@${a.version}`, `${b.name}@${b.version}`))
}

/** Folder of the package that a module belongs to; none for our own and for modules of the bundler. */
function folderOf(path: string): string | undefined {
  const at = path.lastIndexOf(MARK)
  if (at === -1) return undefined
  const [scope = '', name = ''] = path.slice(at + MARK.length).split(sep)
  return path.slice(0, at) + MARK + (scope.startsWith('@') ? join(scope, name) : scope)
}

function describe(folder: string, locked: ReadonlyMap<string, string>): BundledPackage {
  const manifest = fieldsOf(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const [name, version] = [text(manifest['name']), text(manifest['version'])]
  const licence = text(manifest['license'])
  if (licence === '') throw new Error(`${name}@${version} names no licence`)
  const files = readdirSync(folder)
    .filter((file) => TEXTS.test(file))
    .toSorted(compare)
  const path = folder.slice(folder.indexOf(MARK) + 1).replaceAll(sep, '/')
  return {
    name,
    version,
    licence,
    texts: files.map((file) => ({
      file,
      text: readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
    })),
    needs: Object.keys(fieldsOf(manifest['dependencies'])).toSorted(compare),
    integrity: locked.get(path) ?? '',
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Not by the language of the machine: the files are compared byte for byte. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
