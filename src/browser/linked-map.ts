import { lstat, readFile, type FileHandle } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { runOf } from './encoded.ts'
import type { Place } from './sighting.ts'
import { readSourceMap, type SourceMap } from './source-map.ts'
import { readAt } from './windows.ts'

/** Larger maps are searched as plain bytes only, so that memory stays bounded. */
export const MAX_MAP = 64 * 1024 * 1024
const LINK = 'sourceMappingURL='
/** Longer than any path. */
const MAX_LINK = 4096

/** The source map that stands in the file itself, as a data URL behind the link at `linkAt`. */
export async function inlineMap(file: FileHandle, linkAt: number): Promise<SourceMap | undefined> {
  const start = (await readAt(file, linkAt, MAX_LINK)).toString('latin1').slice(LINK.length)
  const head = /^data:[^,]{0,100},/.exec(start)?.[0]
  if (head === undefined) return undefined
  const rest = (await readAt(file, linkAt + LINK.length + head.length, MAX_MAP)).toString('latin1')
  return readSourceMap(
    head.endsWith(';base64,')
      ? Buffer.from(runOf(rest, 0), 'base64').toString('utf8')
      : percentDecoded(/^[^\s"'`]*/.exec(rest)?.[0] ?? ''),
  )
}

/** The source map that a file names, or that lies beside it without being named (hidden maps). */
export async function linkedMap(
  file: FileHandle,
  place: Place,
  linkAt: number | undefined,
): Promise<{ readonly map: SourceMap; readonly file: string } | undefined> {
  const link =
    linkAt === undefined
      ? ''
      : (await readAt(file, linkAt, MAX_LINK)).toString('latin1').slice(LINK.length)
  const named = percentDecoded(/^[^\s"'`*?#]*/.exec(link)?.[0] ?? '')
  const folder = posix.dirname(place.name)
  const shownFolder = posix.dirname(place.shown)
  for (const path of [named, `${posix.basename(place.name)}.map`]) {
    const name = posix.join(folder, path)
    // Neither a path out of the folder nor a link is followed.
    if (!name.endsWith('.map') || name.startsWith('../') || posix.isAbsolute(path)) continue
    const bytes = await readMap(join(place.root, name))
    const map = bytes && readSourceMap(bytes.toString('utf8'))
    if (map !== undefined) return { map, file: posix.join(shownFolder, path) }
  }
  return undefined
}

/** A regular file that is not too large. */
export async function readMap(path: string): Promise<Buffer | undefined> {
  const info = await lstat(path).catch(() => undefined)
  return info?.isFile() === true && info.size <= MAX_MAP ? await readFile(path) : undefined
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
