import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { PACKED } from './file.ts'

/** What holds no text: pictures, fonts, sound, films, documents. Everything else is searched. */
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|heic|psd|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|og[gv]|wav|flac|aac|mov|avi|7z|rar|pdf|docx?|xlsx?|pptx?|glb|ktx2?)$/i
/** Not deployed with the bundle. */
const NOT_DEPLOYED: readonly string[] = ['node_modules', '.git']

/** A file to search, or what is passed over and why; names are relative, with `/`. */
export type Entry = { readonly name: string; readonly passedOver?: string }

/**
 * Files below `root`, in order of name. Links come last and are followed as far as `bounds`, each
 * folder and file once, so that loops end.
 *
 * @param root absolute, without links; so is `bounds`
 */
export function* filesOf(root: string, bounds: string): Generator<Entry> {
  const links: string[] = []
  const seen = new Set<string>()
  yield* below(root, '', links, seen)
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    let real: string
    let info
    try {
      real = realpathSync(join(root, link))
      info = statSync(real)
    } catch {
      // It leads nowhere: nothing is deployed for it.
      continue
    }
    if (!isBelow(bounds, real)) {
      yield { name: link, passedOver: 'it is a link to outside of the workspace' }
    } else if (info.isDirectory()) yield* below(root, link, links, seen)
    else if (info.isFile() && !NO_TEXT.test(link) && !seen.has(join(real, '..')))
      yield { name: link }
  }
}

function* below(root: string, start: string, links: string[], seen: Set<string>): Generator<Entry> {
  const folders = [start]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Dirent[]
    let real: string
    try {
      real = realpathSync(join(root, folder))
      if (seen.has(real)) continue
      seen.add(real)
      entries = readdirSync(real, { withFileTypes: true })
    } catch (error) {
      yield {
        name: folder === '' ? '.' : folder,
        passedOver: `it cannot be read (${codeOf(error)})`,
      }
      continue
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    const names = new Set(entries.map(({ name }) => name))
    const inner: string[] = []
    for (const entry of entries) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!NOT_DEPLOYED.includes(entry.name)) inner.push(name)
      } else if (entry.isSymbolicLink()) links.push(name)
      else if (entry.isFile() && !NO_TEXT.test(name.replace(PACKED, ''))) {
        // A packed copy beside its original holds nothing else.
        if (!PACKED.test(name) || !names.has(entry.name.replace(PACKED, ''))) {
          yield { name }
        }
      }
    }
    for (const one of inner.toReversed()) folders.push(one)
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'error'

export function isBelow(folder: string, path: string): boolean {
  const between = relative(folder, path)
  return between !== '..' && !between.startsWith(`..${sep}`)
}
