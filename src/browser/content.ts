import { isAscii } from 'node:buffer'
import { readSync } from 'node:fs'

/** A place in a text, both from 1; columns count UTF-16 units, as editors and source maps do. */
export interface Position {
  readonly line: number
  readonly column: number
}

export const START: Position = { line: 1, column: 1 }

/** Bytes of a file, or those that were packed into it. */
export interface Content {
  /** Up to `length` bytes from `at` into `into`; 0 at the end. */
  readonly read: (into: Buffer, from: number, length: number, at: number) => number
}

export const openFile = (descriptor: number): Content => ({
  read: (into, from, length, at) => readSync(descriptor, into, from, length, at),
})

export const inMemory = (bytes: Buffer): Content => ({
  read: (into, from, length, at) => bytes.copy(into, from, at, Math.min(bytes.length, at + length)),
})

/** A stretch of a file with what stands before and behind the part that is to be looked at. */
export interface Window {
  readonly bytes: Buffer
  /** Offset of `bytes` in the file. */
  readonly start: number
  /** Where that is. */
  readonly position: Position
  /** The part to look at: every byte of the file is in this part of exactly one window. */
  readonly from: number
  readonly to: number
}

const CHUNK = 512 * 1024
/** Bytes before and behind a trigger that its meaning may depend on. */
export const BEHIND = 24 * 1024
export const AHEAD = 40 * 1024

/** Room for one window, to be used for one file after the other. */
export const windowBuffer = (): Buffer => Buffer.allocUnsafe(BEHIND + CHUNK + AHEAD)

/** The content in windows of about half a mebibyte, read once: each overwrites the one before. */
export function* windowsOf(content: Content, buffer: Buffer): Generator<Window> {
  let start = 0
  let filled = 0
  let from = 0
  let position = START
  for (;;) {
    const read = content.read(buffer, filled, buffer.length - filled, start + filled)
    filled += read
    if (read > 0 && filled < buffer.length) continue
    const to = read === 0 ? filled : filled - AHEAD
    yield { bytes: buffer.subarray(0, filled), start, position, from, to }
    if (read === 0) return
    const keep = Math.max(0, to - BEHIND)
    position = advanced(position, buffer.subarray(0, keep))
    buffer.copyWithin(0, keep, filled)
    start += keep
    filled -= keep
    from = to - keep
  }
}

/** Up to `length` bytes from `at`. */
export function readAt(content: Content, at: number, length: number): Buffer {
  const parts: Buffer[] = []
  for (let size = 0; size < length;) {
    const part = Buffer.allocUnsafe(Math.min(CHUNK, length - size))
    const read = content.read(part, 0, part.length, at + size)
    if (read === 0) break
    parts.push(part.subarray(0, read))
    size += read
  }
  return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts)
}

/** Positions of offsets in `bytes`, which begin at `position`, in one pass. */
export function positionsIn(
  bytes: Buffer,
  offsets: readonly number[],
  position: Position = START,
): ReadonlyMap<number, Position> {
  const found = new Map<number, Position>()
  let at = 0
  let here = position
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    here = advanced(here, bytes.subarray(at, offset))
    found.set(offset, here)
    at = offset
  }
  return found
}

function advanced({ line, column }: Position, bytes: Buffer): Position {
  let at = 0
  for (let newline = bytes.indexOf(0x0a); newline >= 0; newline = bytes.indexOf(0x0a, at)) {
    line++
    column = 1
    at = newline + 1
  }
  return { line, column: column + utf16Length(bytes.subarray(at)) }
}

/** Every byte that begins a UTF-8 sequence is one unit, those of four bytes are two. */
function utf16Length(bytes: Buffer): number {
  if (isAscii(bytes)) return bytes.length
  let units = 0
  for (const byte of bytes) if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  return units
}
