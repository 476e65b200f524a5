import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { runOf } from './encoded.ts'
import { inlineMap, linkedMap } from './linked-map.ts'
import { attributeToSources, keysInSources } from './map-sources.ts'
import { originalFile } from './original.ts'
import { locate } from './positions.ts'
import { SDK_SOURCE } from './sdk.ts'
import { sightSecrets, type SecretNeedle } from './secrets.ts'
import { AHEAD, BEHIND, sightAll, sightEncoded } from './sight.ts'
import type { BundleHit, FileHit, Place, Sighting } from './sighting.ts'
import { originalOf } from './source-map.ts'
import { chunksOf, readAt, windowBuffer, windowsOf } from './windows.ts'

/** Longer encoded texts are cut, so that memory stays bounded. */
const MAX_ENCODED = 16 * 1024 * 1024
const MAX_ENCODED_RUNS = 32
const MAX_SIGHTINGS = 2000

/** What is executed or read as settings; in anything else a call is only text. */
const CODE = /\.(?:m?js|cjs|jsx|mts|tsx?|html?|xhtml|json|svg)$|(?:^|\/)\.env[^/]*$/i

export const scanBuffer = (): Buffer => windowBuffer(BEHIND, AHEAD)

export interface ScannedFile {
  readonly bytes: number
  readonly hits: readonly FileHit[]
  readonly callsGemini: boolean
}

/**
 * Everything found in one file, streaming; the whole of it is never in memory.
 *
 * @param buffer from `scanBuffer`, used for one file after the other
 */
export async function scanFile(
  place: Place,
  secrets: readonly SecretNeedle[],
  buffer: Buffer,
  signal?: AbortSignal,
): Promise<ScannedFile> {
  await using file = await open(join(place.root, place.name), 'r')
  const sightings: Sighting[] = []
  const goesOnAt: number[] = []
  let callsGemini = false
  let mayHoldKey = false
  let mapLinkAt: number | undefined
  let bytes = 0
  for await (const window of windowsOf(file, buffer, BEHIND, AHEAD)) {
    signal?.throwIfAborted()
    const seen = sightAll(window.bytes, window.from, window.to)
    const known = sightSecrets(window.bytes, window.from, window.to, secrets)
    if (sightings.length < MAX_SIGHTINGS) {
      for (const found of [...known, ...seen.sightings])
        sightings.push({ ...found, at: found.at + window.start })
      for (const at of seen.goesOnAt) goesOnAt.push(at + window.start)
    }
    callsGemini ||= seen.callsGemini
    mayHoldKey ||= seen.mayHoldKey
    if (seen.mapLinkAt !== undefined) mapLinkAt = seen.mapLinkAt + window.start
    bytes = window.start + window.to
  }
  for (const at of goesOnAt.slice(0, MAX_ENCODED_RUNS)) {
    const run = runOf((await readAt(file, at, MAX_ENCODED)).toString('latin1'), 0)
    sightings.push(...sightEncoded(Buffer.from(run, 'base64'), at))
  }
  const wanted = distinct(sightings).filter(
    (found) => found.kind === 'key' || CODE.test(place.name),
  )
  const isMap = place.name.endsWith('.map')
  const inline = isMap || mapLinkAt === undefined ? undefined : await inlineMap(file, mapLinkAt)
  const positions = await locate(chunksOf(file), [
    ...wanted.map((found) => found.at),
    ...(inline === undefined ? [] : [mapLinkAt ?? 0]),
  ])
  const positionOf = (at: number) => positions.get(at) ?? { line: 1, column: 1 }
  const inside =
    inline === undefined
      ? []
      : await keysInSources(inline, place.shown, place.shown, () => positionOf(mapLinkAt ?? 0))
  if (wanted.length === 0 && !(isMap && mayHoldKey)) return { bytes, hits: inside, callsGemini }
  const linked =
    inline === undefined
      ? isMap
        ? undefined
        : await linkedMap(file, place, mapLinkAt)
      : { map: inline, file: place.shown }
  const hits = wanted.map((found): FileHit => {
    const position = positionOf(found.at)
    const original = linked === undefined ? undefined : originalOf(linked.map, position)
    const file = original === undefined ? '' : originalFile(linked?.file ?? '', original.source)
    return {
      kind: found.kind,
      what: found.what,
      file: place.shown,
      line: position.line,
      column: position.column,
      ...(original === undefined
        ? {}
        : { original: { file, line: original.line, column: original.column } }),
      ...(found.encoded === undefined ? {} : { encoded: found.encoded }),
      ...(found.needsGemini === true ? { needsGemini: true } : {}),
    }
  })
  const own = isMap && mayHoldKey ? await attributeToSources(hits, place) : hits
  const fromSdk = (hit: BundleHit) =>
    hit.kind !== 'key' && SDK_SOURCE.test(hit.original?.file ?? '')
  return { bytes, hits: [...own.filter((hit) => !fromSdk(hit)), ...inside], callsGemini }
}

/** One for each place; a secret of this run says more than the shape of its key. */
function distinct(sightings: readonly Sighting[]): Sighting[] {
  const byPlace = new Map<string, Sighting>()
  for (const found of sightings) {
    const id = `${found.kind} ${found.at}`
    if (!byPlace.has(id)) byPlace.set(id, found)
  }
  return [...byPlace.values()].sort((a, b) => a.at - b.at)
}
