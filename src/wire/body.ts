import { entryOf, MOST_BODY_BYTES } from '../model/index.ts'
import type { Readable } from 'node:stream'
import zlib, { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** One of the server and one of something in between; more multiply what they unpack to. */
const MOST_ENCODINGS = 2

export interface ReadBody {
  readonly bytes: Buffer
  /** More came than was read. */
  readonly truncated: boolean
  /** Why reading ended early, when it did not end by itself or by the limit. */
  readonly error?: unknown
}

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  // The decoder allocates the window that the frame asks for: at most 8 MiB (RFC 9659), not 128.
  // By the default import: the Node.js 18 of a target has no such name, and must still start.
  zstd: () => zlib.createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
}

/** Hears every piece as it arrives, decoded; `stop` ends the reading there. */
export type Pieces = (piece: Buffer, stop: () => void) => void

/**
 * Promise 3: reads a body to its end or to the limit, decoding it on the way (RFC 9110 §8.4). Never rejects.
 * A bomb costs one chunk of the decoder, because the stream is destroyed at the limit.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  heard: Pieces = () => {},
): Promise<ReadBody> {
  const encodings = contentEncoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
  const chunks: Buffer[] = []
  let length = 0
  let stream: NodeJS.ReadableStream = body
  const streams: NodeJS.ReadableStream[] = [body]
  let upstreamError: unknown
  let stopped = false
  const stop = (): void => {
    stopped = true
    body.destroy()
    if (stream !== body && 'destroy' in stream && typeof stream.destroy === 'function')
      stream.destroy()
  }
  // The last one named was applied last (RFC 9110 §8.4); more than two is nobody's honest answer.
  for (const name of encodings.slice(-MOST_ENCODINGS).toReversed()) {
    const decoder = entryOf(DECODERS, name)?.()
    if (decoder === undefined) break
    stream.on('error', (error) => {
      upstreamError ??= error
      decoder.emit('error', error)
    })
    stream = stream.pipe(decoder)
    streams.push(stream)
  }
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk)
      heard(bytes, stop)
      const room = MOST_BODY_BYTES - length
      if (bytes.length > room) {
        chunks.push(bytes.subarray(0, room))
        return { bytes: Buffer.concat(chunks), truncated: true }
      }
      chunks.push(bytes)
      length += bytes.length
    }
    return { bytes: Buffer.concat(chunks), truncated: false }
  } catch (error) {
    if (stopped) return { bytes: Buffer.concat(chunks), truncated: true }
    return { bytes: Buffer.concat(chunks), truncated: false, error: upstreamError ?? error }
  } finally {
    for (const used of streams) {
      used.on('error', () => {})
      if ('destroy' in used && typeof used.destroy === 'function') used.destroy()
    }
  }
}
