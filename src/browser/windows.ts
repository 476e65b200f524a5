import type { FileHandle } from 'node:fs/promises'

/** A stretch of a file with what stands before and behind the part that is to be looked at. */
export interface Window {
  readonly bytes: Buffer
  /** Offset of `bytes` in the file. */
  readonly start: number
  /** The part to look at: every byte of the file is in this part of exactly one window. */
  readonly from: number
  readonly to: number
}

const CHUNK = 1024 * 1024

/** Room for one window, to be used for one file after the other. */
export function windowBuffer(behind: number, ahead: number): Buffer {
  return Buffer.allocUnsafe(behind + CHUNK + ahead)
}

/**
 * The file in windows of about one mebibyte, in constant memory: each overwrites the one before.
 *
 * @param buffer from `windowBuffer` with the same `behind` and `ahead`
 */
export async function* windowsOf(
  file: FileHandle,
  buffer: Buffer,
  behind: number,
  ahead: number,
): AsyncGenerator<Window> {
  let start = 0
  let filled = 0
  let from = 0
  for (;;) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, start + filled)
    filled += bytesRead
    const isEnd = bytesRead === 0
    if (!isEnd && filled < buffer.length) continue
    const to = isEnd ? filled : filled - ahead
    yield { bytes: buffer.subarray(0, filled), start, from, to }
    if (isEnd) return
    const keep = Math.max(0, to - behind)
    buffer.copyWithin(0, keep, filled)
    start += keep
    filled -= keep
    from = to - keep
  }
}

/** The file in pieces, in constant memory; the bytes are overwritten by the next piece. */
export async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK)
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}

/** Up to `length` bytes from `at`. */
export async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const size = Math.max(0, Math.min(length, (await file.stat()).size - at))
  const buffer = Buffer.allocUnsafe(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await file.read(buffer, filled, size - filled, at + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
