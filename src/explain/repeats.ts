import type { RawLine } from './lines.ts'

/** What one line did to the open blocks. */
export interface Step<Group> {
  /** It stands alone in its block, and says nothing of other lines (no retry, no success). */
  readonly alone: boolean
  /** The block that it closed, judged; `undefined` when it closed none. */
  readonly closed: Group | undefined
}

export interface RepeatsReading<Group> {
  readonly read: (line: RawLine) => Step<Group>
  /** One more block of this group with only this line; the last of those that were not read. */
  readonly again: (group: Group, line: RawLine, isLast: boolean) => void
  /** Takes back the open block of the line that was read last, uncounted. */
  readonly drop: () => void
}

interface Known<Group> {
  /** Keys of lines that were seen to close a block of this one line. */
  readonly closedBy: Set<number>
  group: Group | undefined
  times: number
}

/** The last line that was only counted, of each kind. */
interface Counted<Group> {
  readonly group: Group
  line: RawLine
}

/** Lines that are remembered. */
const MAX_KNOWN = 4096
/** So often a line is read in full: that many request IDs are listed. */
const READ_TIMES = 10

/**
 * A log in which every line is an incident of its own says a few things many times. A line that was
 * read before, after a line that was read before, and with the same effect, is only counted; numbers
 * that change each time (times, ids) do not make it another one.
 */
export function repeating<Group>(reading: RepeatsReading<Group>): {
  readonly push: (line: RawLine) => void
  readonly end: () => void
} {
  const known = new Map<number, Known<Group>>()
  const counted = new Map<number, Counted<Group>>()
  /** The line that is alone in the open block. */
  let open: { readonly key: number; readonly line: RawLine } | undefined
  /** The open block was not read, only counted on: `open` has to be read before anything else. */
  let behind = false

  const settle = (): void => {
    const last = [...counted.values()].toSorted((a, b) => a.line.number - b.line.number)
    for (const { group, line } of last) reading.again(group, line, true)
    counted.clear()
    if (!behind || open === undefined) return
    behind = false
    reading.drop()
    reading.read(open.line)
  }

  return {
    push: (line) => {
      const key = line.cut === undefined ? keyOf(line.bytes) : -1
      const before = open === undefined ? undefined : known.get(open.key)
      const follows = open !== undefined && line.number === open.line.number + 1
      const enough = before !== undefined && before.times >= READ_TIMES && before.closedBy.has(key)
      if (open !== undefined && follows && enough && before.group !== undefined) {
        const last = counted.get(open.key)
        if (last === undefined) counted.set(open.key, { group: before.group, line: open.line })
        else {
          reading.again(last.group, last.line, false)
          last.line = open.line
        }
        behind = true
        open = { key, line: kept(line) }
        return
      }
      const copy = kept(line)
      settle()
      const previous = open
      const { alone, closed } = reading.read(line)
      open = alone && key !== -1 ? { key, line: copy } : undefined
      if (previous === undefined || !follows || closed === undefined) return
      if (known.size >= MAX_KNOWN) known.clear()
      const of = known.get(previous.key) ?? { closedBy: new Set(), group: undefined, times: 0 }
      known.set(previous.key, of)
      of.group = closed
      of.times += 1
      if (alone) of.closedBy.add(key)
    },
    end: settle,
  }
}

/** The bytes of a line are overwritten with the next slice. From the pool of Node.js: a third faster. */
function kept(line: RawLine): RawLine {
  return { ...line, bytes: Buffer.from(line.bytes) }
}

/** A time of day is looked for so far into a line. */
const HEAD_BYTES = 48

/** End of the first time of day, `08:15:02.334`; every number before it belongs to a prefix. */
function headOf(bytes: Uint8Array): number {
  const isDigit = (at: number): boolean => KIND[bytes[at] ?? 0] === DIGIT
  const limit = Math.min(HEAD_BYTES, bytes.length - 8)
  for (let at = 2; at <= limit; at += 1) {
    if (bytes[at] !== 0x3a || bytes[at + 3] !== 0x3a) continue
    if (![at - 2, at - 1, at + 1, at + 2, at + 4, at + 5].every(isDigit)) continue
    let end = at + 6
    if (bytes[end] === 0x2e || bytes[end] === 0x2c) end += 1
    while (isDigit(end)) end += 1
    return end
  }
  return 0
}

/**
 * One number for what a line says, without what differs each time: numbers up to its time, numbers of
 * four digits and more that are neither a port nor one of Windows sockets, and long hexadecimal ids.
 */
export function keyOf(bytes: Uint8Array): number {
  let high = 0x811c9dc5
  let low = 0x9e3779b9
  const { length } = bytes
  const head = headOf(bytes)
  let at = 0
  while (at < length) {
    const byte = bytes[at] ?? 0
    let end = at + 1
    let kind = KIND[byte] ?? 0
    if (kind !== 0) {
      // A word of letters and digits: `kind` collects what is in it.
      for (; end < length; end += 1) {
        const more = KIND[bytes[end] ?? 0] ?? 0
        if (more === 0) break
        kind |= more
      }
      if ((kind & DIGIT) !== 0 && isNumberOfTheDay(bytes, at, end, kind, head)) {
        high = Math.imul(high ^ 0x23, 0x01000193)
        low = Math.imul(low + 0x23, 0x85ebca6b)
        at = end
        continue
      }
    }
    for (; at < end; at += 1) {
      const one = bytes[at] ?? 0
      high = Math.imul(high ^ one, 0x01000193)
      low = Math.imul(low + one, 0x85ebca6b)
      low ^= low >>> 13
    }
  }
  return (high >>> 0) * 0x100000 + (low >>> 12)
}

const DIGIT = 1
const HEX = 2
const TIME = 4
const OTHER = 8

/** What a byte may be part of; 0 ends a word. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x30 && byte <= 0x39) return DIGIT
  const letter = byte | 0x20
  if (letter >= 0x61 && letter <= 0x66) return HEX
  if (byte === 0x54 || byte === 0x5a) return TIME
  return letter >= 0x67 && letter <= 0x7a ? OTHER : 0
})

function isNumberOfTheDay(
  bytes: Uint8Array,
  at: number,
  end: number,
  kind: number,
  head: number,
): boolean {
  const digits = end - at
  if ((kind & OTHER) !== 0) return false
  if (at < head && (kind & HEX) === 0) return true
  if (kind !== DIGIT) return (kind & TIME) === 0 && digits >= 8
  if (digits < 4 || bytes[at - 1] === 0x3a) return false
  // Windows' numbers of sockets: 10060 and 10061 are two failures.
  return !(digits === 5 && bytes[at] === 0x31 && ((bytes[at + 1] ?? 0) & 0xfe) === 0x30)
}
