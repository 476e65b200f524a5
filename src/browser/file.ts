import { given } from '../model/index.ts'
import { unzipSync } from 'fflate'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { SDK_SOURCE } from './calls.ts'
import type { Content, Position } from './content.ts'
import { inMemory, openFile, positionsIn, readAt, START, windowsOf } from './content.ts'
import { runOf } from './encoded.ts'
import { matchSecrets, type SecretForm } from './keys.ts'
import type { Halted, Pace } from './pace.ts'
import type { BundleFile, FileHit, Match } from './find-matches.ts'
import { findMatches, matchEncoded } from './find-matches.ts'
import {
  inlineMap,
  keysInSources,
  linkedMap,
  MAX_MAP,
  originalOf,
  readSourceMap,
} from './source-map.ts'

/** Longer encoded texts are cut, packed files that unpack to more are not searched. */
const MAX_UNPACKED = 32 * 1024 * 1024
/** Of other kinds; keys are all kept. */
const MAX_OTHERS = 2000

/** What is executed; in anything else a call is only text. */
const CODE = /\.(?:m?js|cjs|jsx|mts|tsx?|html?|xhtml|svg|vue|svelte|jsbundle)$/i

/** A packed copy of one file. */
export const PACKED = /\.(?:gz|br|zst)$/i
/** Many files, in the one text that tar makes of them. */
const PACKED_TAR = /\.tgz$/i
const ARCHIVE = /\.zip$/i

export interface ScannedFile {
  readonly bytes: number
  readonly hits: readonly FileHit[]
  /** Hits that are not listed. */
  readonly omitted: number
  readonly callsGemini: boolean
  /** The search ended before the file did. */
  readonly halted?: Halted
  /** What in this file was not searched. */
  readonly left?: string
}

interface Found extends Match {
  readonly position: Position
}

/**
 * Everything found in one file, each byte of which is read once; the whole of it is never in memory.
 *
 * @param buffer from `windowBuffer`, used for one file after the other
 * @throws the error of the file system, when the file cannot be read
 */
export async function scanFile(
  place: BundleFile,
  secrets: readonly SecretForm[],
  buffer: Buffer,
  pace: Pace,
): Promise<ScannedFile> {
  const path = join(place.root, place.name)
  if (ARCHIVE.test(place.name)) {
    const entries = unpackedAt(path, unzipped)
    if (typeof entries === 'string') return { ...NOTHING, left: entries }
    const parts: ScannedFile[] = []
    for (const [name, { buffer: all, byteOffset, length }] of Object.entries(entries)) {
      // A name that leads out of the archive is only shown, never followed.
      const below = `/${name.replaceAll('..', '_')}`
      const inner = { ...place, name: place.name + below, shown: place.shown + below }
      const content = inMemory(Buffer.from(all, byteOffset, length))
      const part = await scanContent(content, inner, secrets, buffer, pace)
      parts.push(part)
      if (part.halted !== undefined) break
    }
    return wholeOf(parts)
  }
  if (PACKED.test(place.name) || PACKED_TAR.test(place.name)) {
    const unpacked = unpackedAt(path, unpackerOf(path))
    if (typeof unpacked === 'string') return { ...NOTHING, left: unpacked }
    const inner = { ...place, name: place.name.replace(PACKED, '') }
    return scanContent(inMemory(unpacked), inner, secrets, buffer, pace)
  }
  const descriptor = openSync(path, 'r')
  try {
    return await scanContent(openFile(descriptor), place, secrets, buffer, pace)
  } finally {
    closeSync(descriptor)
  }
}

const NOTHING: ScannedFile = { bytes: 0, hits: [], omitted: 0, callsGemini: false }

/** The files of an archive as one: the search of it ended where that of its last one did. */
function wholeOf(parts: readonly ScannedFile[]): ScannedFile {
  const sum = (of: (part: ScannedFile) => number): number =>
    parts.reduce((total, part) => total + of(part), 0)
  return {
    bytes: sum(({ bytes }) => bytes),
    hits: parts.flatMap(({ hits }) => hits),
    omitted: sum(({ omitted }) => omitted),
    callsGemini: parts.some(({ callsGemini }) => callsGemini),
    ...given({ halted: parts.at(-1)?.halted }),
  }
}

/** What was packed, or in words why it is not known. @param unpack throws for what it cannot unpack */
function unpackedAt<T>(path: string, unpack: (packed: Buffer) => T): T | string {
  if (statSync(path).size > MAX_UNPACKED) return `it is larger than ${MAX_UNPACKED} bytes`
  const packed = readFileSync(path)
  try {
    return unpack(packed)
  } catch {
    return `it does not unpack into ${MAX_UNPACKED} bytes`
  }
}

function unpackerOf(path: string): (packed: Buffer) => Buffer {
  const limit = { maxOutputLength: MAX_UNPACKED }
  if (/gz$/i.test(path)) return (packed) => gunzipSync(packed, limit)
  return /br$/i.test(path)
    ? (packed) => brotliDecompressSync(packed, limit)
    : (packed) => zstdDecompressSync(packed, limit)
}

function unzipped(packed: Buffer): Readonly<Record<string, Uint8Array>> {
  let bytes = 0
  return unzipSync(packed, {
    filter: ({ originalSize }) => {
      bytes += originalSize
      if (bytes > MAX_UNPACKED) throw new RangeError('too much for memory')
      return true
    },
  })
}

async function scanContent(
  content: Content,
  place: BundleFile,
  secrets: readonly SecretForm[],
  buffer: Buffer,
  pace: Pace,
): Promise<ScannedFile> {
  let halted: Halted | undefined
  const goOn: Pace = async () => (halted ??= await pace())
  const isCode = CODE.test(place.name)
  const found: Found[] = []
  const goesOn: Found[] = []
  let others = 0
  let omitted = 0
  let callsGemini = false
  let mayHoldKey = false
  let link: { readonly at: number; readonly position: Position } | undefined
  let bytes = 0
  for (const window of windowsOf(content, buffer)) {
    if (bytes > 0 && (await goOn()) !== undefined) break
    const seen = findMatches(window.bytes, window.from, window.to)
    const known = matchSecrets(window.bytes, window.from, window.to, secrets)
    const all = distinct([...known, ...seen.matches]).filter(({ kind }) => kind === 'key' || isCode)
    if (all.length + seen.goesOnAt.length > 0 || seen.mapLinkAt !== undefined) {
      const positions = positionsIn(
        window.bytes,
        [...all.map(({ at }) => at), ...seen.goesOnAt, seen.mapLinkAt ?? 0],
        window.position,
      )
      const placed = (match: Match): Found => ({
        ...match,
        at: match.at + window.start,
        position: positions.get(match.at) ?? START,
      })
      for (const one of all) {
        if (one.kind !== 'key' && ++others > MAX_OTHERS) omitted++
        else found.push(placed(one))
      }
      for (const at of seen.goesOnAt) goesOn.push(placed({ kind: 'key', what: '', at }))
      if (seen.mapLinkAt !== undefined) {
        const { mapLinkAt: at } = seen
        link = { at: at + window.start, position: positions.get(at) ?? START }
      }
    }
    callsGemini ||= seen.callsGemini
    mayHoldKey ||= seen.mayHoldKey
    bytes = window.start + window.to
  }
  for (const { at, position } of goesOn) {
    if ((await goOn()) !== undefined) break
    const run = runOf(readAt(content, at, MAX_UNPACKED).toString('latin1'), 0)
    for (const match of matchEncoded(Buffer.from(run, 'base64'), at))
      found.push({ ...match, position })
  }
  const hits = await withOriginals(content, place, distinct(found), link, mayHoldKey, goOn)
  return { bytes, hits, omitted, callsGemini, ...given({ halted }) }
}

/** Each hit with its place in the original file, where a source map gives it. */
async function withOriginals(
  content: Content,
  place: BundleFile,
  found: readonly Found[],
  link: { readonly at: number; readonly position: Position } | undefined,
  mayHoldKey: boolean,
  pace: Pace,
): Promise<readonly FileHit[]> {
  if (place.name.endsWith('.map')) {
    const hits = found.map((one) => hitOf(one, place))
    if (!mayHoldKey) return hits
    // In the file every quote and line break of a source is escaped: split keys show only here.
    const within = readAt(content, 0, MAX_MAP)
    const map = within.length < MAX_MAP ? readSourceMap(within.toString('utf8')) : undefined
    if (map === undefined) return hits
    const inSources = await keysInSources(map, place, pace, { within })
    return inSources.length < hits.length ? [...inSources, ...hits] : inSources
  }
  const inline = link === undefined ? undefined : inlineMap(content, link.at)
  const inside =
    inline === undefined || link === undefined
      ? []
      : await keysInSources(inline, place, pace, { at: link.position })
  if (found.length === 0) return inside
  const linked =
    inline === undefined ? linkedMap(content, place, link?.at) : { map: inline, file: place.shown }
  const hits = found.map((one) => {
    const original = linked && originalOf(linked.map, one.position, linked.file)
    return { ...hitOf(one, place), ...given({ original }) }
  })
  const isOfSdk = ({ kind, original }: FileHit) =>
    kind !== 'key' && SDK_SOURCE.test(original?.file ?? '')
  return [...hits.filter((hit) => !isOfSdk(hit)), ...inside]
}

function hitOf({ kind, what, encoded, needsGemini, position }: Found, place: BundleFile): FileHit {
  return {
    kind,
    what,
    file: place.shown,
    ...position,
    ...given({ encoded }),
    ...(needsGemini === true ? { needsGemini } : {}),
  }
}

/** One for each place; a secret of this run says more than the shape of its key. */
function distinct<One extends Match>(matches: readonly One[]): One[] {
  const byPlace = new Map<string, One>()
  for (const found of matches) {
    const id = `${found.kind} ${found.at}`
    if (!byPlace.has(id)) byPlace.set(id, found)
  }
  return [...byPlace.values()].sort((a, b) => a.at - b.at)
}
