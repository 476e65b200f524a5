import { join } from 'node:path'
import { readMap } from './linked-map.ts'
import { originalFile } from './original.ts'
import { locate, type Position } from './positions.ts'
import { sightAll } from './sight.ts'
import type { FileHit, Place } from './sighting.ts'
import { readSourceMap, type SourceMap } from './source-map.ts'

/**
 * Keys in the original files that a source map carries. Calls and switches in there are not looked
 * for: what runs is the generated file.
 */
export async function keysInSources(
  map: SourceMap,
  shown: string,
  mapFile: string,
  positionOf: (start: string) => Position | Promise<Position>,
): Promise<FileHit[]> {
  const hits: FileHit[] = []
  for (const section of map.sections) {
    for (const [index, content] of section.contents.entries()) {
      if (content === undefined) continue
      const bytes = Buffer.from(content, 'utf8')
      const keys = sightAll(bytes, 0, bytes.length).sightings.filter(({ kind }) => kind === 'key')
      if (keys.length === 0) continue
      const positions = await locate(
        [bytes],
        keys.map(({ at }) => at),
      )
      for (const key of keys) {
        const place = positions.get(key.at) ?? { line: 1, column: 1 }
        hits.push({
          kind: 'key',
          inSources: true,
          what: key.what,
          file: shown,
          ...(await positionOf(startOf(bytes, key.at))),
          original: { file: originalFile(mapFile, section.sources[index] ?? ''), ...place },
          ...(key.encoded === undefined ? {} : { encoded: key.encoded }),
          ...(key.needsGemini === true ? { needsGemini: true } : {}),
        })
      }
    }
  }
  return hits
}

/** The characters that a hit begins with, as JSON writes them. */
function startOf(bytes: Buffer, at: number): string {
  const start = /^[ -~]*/.exec(bytes.toString('latin1', at, at + 24))?.[0] ?? ''
  return JSON.stringify(start).slice(1, -1)
}

/**
 * Hits in the bytes of a map file, with the original files they are in where that can be told. In
 * the file every quote and line break of a source is escaped, so split keys show only here.
 */
export async function attributeToSources(
  hits: readonly FileHit[],
  place: Place,
): Promise<readonly FileHit[]> {
  const bytes = await readMap(join(place.root, place.name))
  const map = bytes && readSourceMap(bytes.toString('utf8'))
  if (bytes === undefined || map === undefined) return hits
  const attributed = await keysInSources(map, place.shown, place.shown, async (start) => {
    const at = Math.max(0, bytes.indexOf(start))
    return (await locate([bytes], [at])).get(at) ?? { line: 1, column: 1 }
  })
  return attributed.length === 0 ? hits : attributed
}
