import { given, isObject } from '../model/index.ts'
import type { SectionedSourceMapInput, TraceMap } from '@jridgewell/trace-mapping'
import { FlattenMap, originalPositionFor } from '@jridgewell/trace-mapping'
import { lstatSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { positionsIn, readAt, START, type Content, type Position } from './content.ts'
import { runOf } from './encoded.ts'
import type { Pace } from './pace.ts'
import { type BundleFile, type FileHit, findMatches } from './find-matches.ts'

/** Larger maps are searched as plain bytes only, so that memory stays bounded. */
export const MAX_MAP = 32 * 1024 * 1024
/** Decoded, each mapping takes twenty times its text. */
const MAX_MAPPINGS = 8 * 1024 * 1024
const LINK = 'sourceMappingURL='
/** Longer than any path. */
const MAX_LINK = 4096

/** A source map, or nothing when the text is none. */
export function readSourceMap(text: string): TraceMap | undefined {
  try {
    // Some servers put this line first to break script inclusion.
    const value: unknown = JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/, ''))
    // Too much to decode: the sources that it carries are searched all the same.
    const map =
      isObject(value) && mappingsIn(value) > MAX_MAPPINGS ? { ...value, mappings: '' } : value
    return isSourceMap(map) ? new FlattenMap(map) : undefined
  } catch {
    return undefined
  }
}

/** Flat, or an index of flat ones: the standard nests no deeper (ECMA-426, index source map). */
function isSourceMap(value: unknown): value is SectionedSourceMapInput & object {
  if (!isObject(value)) return false
  const { sections } = value
  if (!Array.isArray(sections)) return isFlat(value)
  return (
    mappingsIn(value) <= MAX_MAPPINGS &&
    sections.every((one: unknown) => isObject(one) && isObject(one['offset']) && isFlat(one['map']))
  )
}

function isFlat(value: unknown): boolean {
  return (
    isObject(value) &&
    Array.isArray(value['sources']) &&
    typeof value['mappings'] === 'string' &&
    /^[A-Za-z0-9+/,;]*$/.test(value['mappings'])
  )
}

function mappingsIn(value: unknown): number {
  if (!isObject(value)) return 0
  const { mappings, sections } = value
  if (typeof mappings === 'string') return mappings.length
  if (!Array.isArray(sections)) return 0
  return sections.reduce<number>(
    (sum, one: unknown) => sum + (isObject(one) ? mappingsIn(one['map']) : 0),
    0,
  )
}

/** Where a place in the generated file comes from; `mapFile` is where the map lies. */
export function originalOf(
  map: TraceMap,
  { line, column }: Position,
  mapFile: string,
): (Position & { readonly file: string }) | undefined {
  try {
    const found = originalPositionFor(map, { line, column: column - 1 })
    if (found.source === null || found.source === '') return undefined
    return {
      file: originalFile(mapFile, found.source),
      line: found.line,
      column: found.column + 1,
    }
  } catch {
    return undefined
  }
}

/** Where an original file lies, by the name that a source map in `mapFile` gives it. */
export function originalFile(mapFile: string, source: string): string {
  const bare = source.replace(/\?[^/]*$/, '')
  // `webpack://name/./src/a.ts`, `turbopack:///[project]/src/a.ts`: from the root of the project.
  const bundled =
    /^(?:webpack|turbopack|rspack|ng|meteor|vite):\/\/[^/]*\/(?:\[project\]\/)?(.*)$/.exec(
      bare,
    )?.[1]
  if (bundled !== undefined) return posix.normalize(bundled)
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.startsWith('/'))
    return bare.replace(/^file:\/\//, '')
  return posix.normalize(posix.join(posix.dirname(mapFile), bare))
}

/** The source map that stands in the file itself, as a data URL behind the link at `linkAt`. */
export function inlineMap(content: Content, linkAt: number): TraceMap | undefined {
  const start = readAt(content, linkAt, MAX_LINK).toString('latin1').slice(LINK.length)
  const head = /^data:[^,]{0,100},/.exec(start)?.[0]
  if (head === undefined) return undefined
  const rest = readAt(content, linkAt + LINK.length + head.length, MAX_MAP).toString('latin1')
  return readSourceMap(
    head.endsWith(';base64,')
      ? Buffer.from(runOf(rest, 0), 'base64').toString('utf8')
      : percentDecoded(/^[^\s"'`]*/.exec(rest)?.[0] ?? ''),
  )
}

/** The source map that a file names, or that lies beside it without being named (hidden maps). */
export function linkedMap(
  content: Content,
  place: BundleFile,
  linkAt: number | undefined,
): { readonly map: TraceMap; readonly file: string } | undefined {
  const link =
    linkAt === undefined
      ? ''
      : readAt(content, linkAt, MAX_LINK).toString('latin1').slice(LINK.length)
  const named = percentDecoded(/^[^\s"'`*?#]*/.exec(link)?.[0] ?? '')
  const folder = posix.dirname(place.name)
  for (const path of [named, `${posix.basename(place.name)}.map`]) {
    const name = posix.join(folder, path)
    // Neither a path out of the folder nor a link is followed.
    if (!name.endsWith('.map') || name.startsWith('../') || posix.isAbsolute(path)) continue
    const map = mapAt(join(place.root, name))
    if (map !== undefined) return { map, file: posix.join(posix.dirname(place.shown), path) }
  }
  return undefined
}

/** A regular file that is not too large. */
function mapAt(path: string): TraceMap | undefined {
  try {
    const info = lstatSync(path)
    if (!info.isFile() || info.size > MAX_MAP) return undefined
    return readSourceMap(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Keys in the original files that a source map carries. Calls and switches in there are not looked
 * for: what runs is the generated file.
 *
 * @param within bytes of the map file, for places in it; without, hits are reported at `at`
 */
export async function keysInSources(
  map: TraceMap,
  place: BundleFile,
  pace: Pace,
  { within, at = START }: { readonly within?: Buffer; readonly at?: Position },
): Promise<FileHit[]> {
  const hits: FileHit[] = []
  const starts: number[] = []
  let from = 0
  for (const [index, source] of map.resolvedSources.entries()) {
    if ((await pace()) !== undefined) break
    const content = map.sourcesContent?.[index]
    if (typeof content !== 'string') continue
    const bytes = Buffer.from(content, 'utf8')
    const keys = findMatches(bytes, 0, bytes.length).matches.filter(({ kind }) => kind === 'key')
    const positions = positionsIn(
      bytes,
      keys.map((key) => key.at),
    )
    for (const key of keys) {
      if (within !== undefined) {
        const next = within.indexOf(startOf(bytes, key.at), from)
        from = next < 0 ? from : next + 1
        starts.push(next < 0 ? 0 : next)
      }
      hits.push({
        kind: 'key',
        inSources: true,
        what: key.what,
        file: place.shown,
        ...at,
        original: {
          file: originalFile(place.shown, source),
          ...(positions.get(key.at) ?? START),
        },
        ...given({ encoded: key.encoded }),
        ...(key.needsGemini === true ? { needsGemini: true } : {}),
      })
    }
  }
  if (within === undefined) return hits
  const places = positionsIn(within, starts)
  return hits.map((hit, index) => ({ ...hit, ...(places.get(starts[index] ?? 0) ?? START) }))
}

/** The characters that a hit begins with, as JSON writes them. */
function startOf(bytes: Buffer, at: number): string {
  const start = /^[ -~]*/.exec(bytes.toString('latin1', at, at + 24))?.[0] ?? ''
  return JSON.stringify(start).slice(1, -1)
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
