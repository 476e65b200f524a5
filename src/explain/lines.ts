import { findWord, type WordSearch } from './word-search.ts'

/** A line as it stands in the log, undecoded. */
export interface RawLine {
  /** From 1. */
  readonly number: number
  /** A view that is overwritten later: decode it at once. */
  readonly bytes: Uint8Array
  /** Bytes left out of the middle of a line that was too long, and where. */
  readonly cut?: { readonly after: number; readonly bytes: number }
}

export interface LineScanner {
  readonly push: (chunk: Uint8Array) => void
  readonly end: () => void
}

/** A line over 64 KiB keeps its head and its tail. */
export const HEAD_BYTES = 48 * 1024
export const TAIL_BYTES = 16 * 1024
const SLICE_BYTES = 512 * 1024
const BEFORE_LINES = 10
const AFTER_LINES = 64
/** Context lines are only kept while they are short together. */
const BEFORE_BYTES = 32 * 1024
/** An open line, and the context before it. */
const CARRY_BYTES = HEAD_BYTES + TAIL_BYTES + BEFORE_BYTES
/** Lines that only hint at a route are handed over so often, then no more. */
const MOST_HINTS = 400

const LF = 0x0a
const ESC = 0x1b
const NUL = 0x00

/** A line that was too long, while it is still open. */
interface LongLine {
  readonly head: Buffer
  dropped: number
  triggered: boolean
}

/**
 * Splits bytes into lines and hands over those with a word that decides and the few around them,
 * and the first few with a hint; of everything else only the line ends are counted. Memory is
 * bounded by the slice, whatever the length of a line.
 */
export function scanLines(search: WordSearch, onLine: (line: RawLine) => void): LineScanner {
  /** One buffer for all slices: bytes of earlier ones that still count, then the new ones. */
  const work = Buffer.allocUnsafe(SLICE_BYTES + CARRY_BYTES)
  let second: Buffer | undefined
  const scratch = (): Buffer => (second ??= Buffer.allocUnsafe(work.length))
  /** Length of what still counts: lines of context, then the open line. */
  let carried = 0
  /** Number of the first line of what is carried, and where the open line starts in it. */
  let firstNumber = 1
  let openAt = 0
  /** Number of the open line. */
  let openNumber = 1
  /** Lines that still follow one with a word, and the number of the next that was not handed over. */
  let after = 0
  let nextNumber = 1
  let hintsLeft = MOST_HINTS
  let long: LongLine | undefined

  const emit = (number: number, view: Buffer, start: number, end: number): void => {
    if (number < nextNumber) return
    nextNumber = number + 1
    const open = number === openNumber ? long : undefined
    const isLong = end - start > HEAD_BYTES + TAIL_BYTES
    const head = open?.head ?? (isLong ? view.subarray(start, start + HEAD_BYTES) : undefined)
    if (head === undefined) {
      onLine({ number, bytes: view.subarray(start, end) })
      return
    }
    const tailAt = Math.max(start, end - TAIL_BYTES)
    const left = (open?.dropped ?? -HEAD_BYTES) + tailAt - start
    const bytes = Buffer.concat([head, view.subarray(tailAt, end)])
    onLine({ number, bytes, cut: { after: head.length, bytes: left } })
  }

  /** Hands over at most `count` whole lines from `start` on; says where the next one begins. */
  const emitLines = (
    view: Buffer,
    start: number,
    limit: number,
    number: number,
    count: number,
  ): { readonly at: number; readonly emitted: number } => {
    let at = start
    let emitted = 0
    while (emitted < count && at < limit) {
      const stop = view.indexOf(LF, at)
      if (stop === -1 || stop >= limit) break
      emit(number + emitted, view, at, stop)
      at = stop + 1
      emitted += 1
    }
    return { at, emitted }
  }

  /** Scans whole lines: everything up to `limit`, which stands behind a line end. */
  const scan = (view: Buffer, visible: Buffer, limit: number): void => {
    /** Everything before is counted: `number` is that of the line that begins at `counted`. */
    let counted = openAt
    let number = openNumber
    let from = openAt
    const found = { decides: false }
    const countTo = (to: number): void => {
      if (after > 0) {
        const { at, emitted } = emitLines(view, counted, to, number, after)
        counted = at
        number += emitted
        after -= emitted
      }
      for (
        let stop = view.indexOf(LF, counted);
        stop !== -1 && stop < to;
        stop = view.indexOf(LF, counted)
      ) {
        counted = stop + 1
        number += 1
      }
    }
    for (;;) {
      const hit =
        long?.triggered === true && from === openAt
          ? openAt
          : findWord(search, visible, from, limit, found)
      if (hit === -1) break
      const triggered = long?.triggered === true && from === openAt
      countTo(hit)
      const start = counted
      const end = view.indexOf(LF, hit)
      if (triggered || found.decides) {
        emitBefore(view, start, number)
        emit(number, view, start, end)
        after = AFTER_LINES
        from = end + 1
      } else if (hintsLeft > 0 && number >= nextNumber && !decidesBefore(visible, hit, end)) {
        hintsLeft -= 1
        emit(number, view, start, end)
        from = end + 1
      } else {
        from = hit + 1
        continue
      }
      counted = end + 1
      number += 1
      long = undefined
    }
    countTo(limit)
    openNumber = number
    openAt = limit
    long = undefined
  }

  /** A hint must not hide a word that decides further on in the same line. */
  const decidesBefore = (visible: Buffer, from: number, end: number): boolean => {
    const found = { decides: false }
    let at = from
    for (;;) {
      at = findWord(search, visible, at, end, found)
      if (at === -1) return false
      if (found.decides) return true
      at += 1
    }
  }

  const emitBefore = (view: Buffer, start: number, number: number): void => {
    const { at, count } = contextBefore(view, start, number)
    emitLines(view, at, start, number - count, count)
  }

  /** Where the lines of context begin that stand before `start`, and how many there are. */
  const contextBefore = (view: Buffer, start: number, number: number) => {
    let at = start
    let count = 0
    while (count < BEFORE_LINES && at > 0 && number - count > firstNumber) {
      const before = at >= 2 ? view.lastIndexOf(LF, at - 2) + 1 : 0
      if (start - before > BEFORE_BYTES) break
      at = before
      count += 1
    }
    return { at, count }
  }

  const pushSlice = (slice: Uint8Array): void => {
    work.set(slice, carried)
    const view = work.subarray(0, carried + slice.length)
    const last = view.lastIndexOf(LF)
    if (last >= openAt) scan(view, withoutColours(view, scratch), last + 1)
    keep(view)
  }

  const keep = (view: Buffer): void => {
    const open = view.length - openAt
    if (long !== undefined || open > HEAD_BYTES + TAIL_BYTES) {
      // Too long: the head is set aside once, of the rest only the tail stays.
      const head = long?.head ?? Buffer.from(view.subarray(openAt, openAt + HEAD_BYTES))
      const from = long === undefined ? openAt + HEAD_BYTES : openAt
      const tailAt = Math.max(from, view.length - TAIL_BYTES)
      const triggered =
        long?.triggered === true ||
        decidesBefore(withoutColours(view, scratch), openAt, view.length)
      long = { head, dropped: (long?.dropped ?? 0) + tailAt - from, triggered }
      carried = view.copy(work, 0, tailAt)
      openAt = 0
      firstNumber = openNumber
      return
    }
    const { at: from, count } = contextBefore(view, openAt, openNumber)
    firstNumber = openNumber - count
    carried = view.copy(work, 0, from)
    openAt -= from
  }

  return {
    push: (chunk) => {
      for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
        pushSlice(chunk.subarray(at, at + SLICE_BYTES))
      }
    },
    end: () => {
      if (carried > openAt || long !== undefined) pushSlice(Uint8Array.of(LF))
    },
  }
}

/** Colour sequences and NUL bytes inside a word must not hide it: they become part of no word. */
function withoutColours(view: Buffer, scratch: () => Buffer): Buffer {
  if (view.indexOf(ESC) === -1 && view.indexOf(NUL) === -1) return view
  // Same length and the same line ends, so that a hit is in the same line.
  const visible = scratch().subarray(0, view.length).fill(0x20)
  let lineEnd = view.length
  while (lineEnd > 0) {
    const stop = lineEnd >= 1 ? view.lastIndexOf(LF, lineEnd - 1) : -1
    const lineStart = stop + 1
    squeeze(view, visible, lineStart, lineEnd)
    if (stop === -1) break
    visible[stop] = LF
    lineEnd = stop
  }
  return visible
}

/** Copies the visible bytes of one line, close together, to where the line begins. */
function squeeze(view: Buffer, visible: Buffer, start: number, end: number): void {
  let to = start
  let escape = 0
  for (let at = start; at < end; at += 1) {
    const byte = view[at] ?? 0
    if (escape === 1) {
      escape = byte === 0x5b ? 2 : 0
    } else if (escape === 2) {
      if (byte >= 0x40 && byte <= 0x7e) escape = 0
    } else if (byte === ESC) {
      escape = 1
    } else if (byte !== NUL) {
      visible[to] = byte
      to += 1
    }
  }
}

/**
 * Passes UTF-8 on as it is; a log that begins with the byte order mark of UTF-16 (PowerShell's
 * redirection writes it) is turned into UTF-8 piece by piece.
 */
export function decoded(push: (chunk: Uint8Array) => void): {
  readonly push: (chunk: Uint8Array) => void
  readonly end: () => void
} {
  let first = Buffer.alloc(0)
  /** `null` for UTF-8, which needs none. */
  let decoder: InstanceType<typeof TextDecoder> | null | undefined
  return {
    push: (chunk) => {
      let bytes = chunk
      if (decoder === undefined) {
        bytes = first = Buffer.concat([first, chunk])
        if (first.length < 2) return
        const mark = first.readUInt16BE()
        const label = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : undefined
        decoder = label === undefined ? null : new TextDecoder(label)
      }
      push(decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true })))
    },
    end: () => {
      if (decoder === undefined) push(first)
      else if (decoder !== null) push(Buffer.from(decoder.decode()))
    },
  }
}
