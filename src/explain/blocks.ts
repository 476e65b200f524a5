import { bodiesIn } from './bodies.ts'
import type { EvidencePiece } from './evidence-piece.ts'
import type { LogLine } from './unwrap.ts'
import { readLine } from './vocabulary/read-line.ts'
import { rejoined } from './wrapped.ts'

/** Lines that tell of one thing that went wrong, and what the readers made of them. */
export interface Block {
  readonly source: string
  readonly lines: readonly LogLine[]
  readonly pieces: readonly EvidencePiece[]
  /** A retry of the same request was announced between the block before and this one. */
  readonly retry: boolean
}

export interface BlockBuilder {
  /** `true` when the line tells of a call that was answered. */
  readonly add: (line: LogLine) => boolean
  /** What was added last, all of one line of the log, is alone in its block, and its evidence decides. */
  readonly isAlone: (read: readonly LogLine[]) => boolean
  /** Takes back the open block of a source. */
  readonly drop: (source: string) => void
  readonly end: () => void
}

interface Open {
  lines: LogLine[]
  pieces: EvidencePiece[]
  /** Of the pieces the first of each kind, by which the next line is told apart. */
  kinds: Map<string, EvidencePiece>
  /** Number of the last line with evidence that decides. */
  lastNumber: number
  /** Inside a Python traceback: frames until a line that is not indented. */
  inTraceback: boolean
  /** The next line is code of a frame. */
  inFrame: boolean
  /** A sentence joined the next traceback to this one. */
  joined: boolean
  bytes: number
  retry: boolean
}

const NEW = { inTraceback: false, inFrame: false, joined: false, bytes: 0, retry: false }

/** A stack of any language is shorter, and memory stays bounded; what follows is a block of its own. */
const MAX_LINES = 400
const MAX_BYTES = 128 * 1024
/** More files, containers and threads than one log tells of at a time. */
const MAX_SOURCES = 256
/** Lines without evidence after which a block is over. */
const MAX_GAP = 30
const CONTEXT = 10
/** Lines from a failure of the transport to the class of the SDK around it, without a sentence that joins them. */
const MAX_WRAPPED = 3

/**
 * Groups lines to blocks, one open block for each source, so that interleaved containers stay
 * apart. Chains of exceptions stay together: "direct cause" of Python, `[cause]` and indented
 * properties of Node, `Caused by:` of Java, `--->` of .NET.
 */
export function groupLines(onBlock: (block: Block) => void): BlockBuilder {
  const open = new Map<string, Open>()
  const recent = new Map<string, LogLine[]>()

  const close = (source: string): void => {
    const block = open.get(source)
    open.delete(source)
    if (block === undefined) return
    const { lines, pieces, retry } = block
    const found = { source, lines, pieces, retry }
    // What says something may have been broken in the middle of the word.
    const whole = pieces.some(decides) ? found : rejoined(found)
    if (whole.pieces.some(decides)) onBlock(whole)
  }

  const add = (line: LogLine): boolean => {
    const { source } = line
    let block = open.get(source)
    if (block !== undefined && isFrame(line.text, block)) return false
    const pieces = readable(line) ? readLine(line) : []
    const retry = pieces.some(({ kind }) => kind === 'retry')
    if (block !== undefined && (isFull(block) || startsAnother(line, pieces, block))) {
      close(source)
      block = undefined
    }
    if (block === undefined) {
      const before = (recent.get(source) ?? []).filter(
        ({ number }) => line.number - number <= CONTEXT,
      )
      block = { ...NEW, lines: [], pieces: [], kinds: new Map(), lastNumber: line.number }
      if (pieces.some(decides)) {
        // What stands just above may hold the host, the settings, the first lines of a body.
        for (const one of before)
          extend(block, one, readable(one) ? readLine(one).filter((piece) => !decides(piece)) : [])
      }
      const [oldest] = open.keys()
      if (open.size >= MAX_SOURCES && oldest !== undefined) close(oldest)
      open.set(source, block)
    }
    block.retry ||= retry
    extend(block, line, pieces)
    if (pieces.some(decides)) {
      block.lastNumber = line.number
      recent.delete(source)
    } else {
      remember(recent, source, line)
    }
    return pieces.some(({ kind }) => kind === 'success')
  }

  return {
    add,
    isAlone: (read) => {
      const [first] = read
      const block = open.get(first?.source ?? '')
      if (block === undefined || block.lines.length !== read.length || block.retry) return false
      if (block.inTraceback || block.joined || block.lines[0]?.number !== first?.number)
        return false
      return block.pieces.some(decides) && !block.pieces.some(({ kind }) => kind === 'success')
    },
    drop: (source) => {
      open.delete(source)
    },
    end: () => {
      for (const source of open.keys()) close(source)
    },
  }
}

/** Evidence of a failure; hosts, headers and products only describe. */
export function decides(piece: EvidencePiece): boolean {
  return piece.depth <= 3 && piece.kind !== 'request-id' && piece.kind !== 'header'
}

function isFull({ lines, bytes }: Open): boolean {
  return lines.length >= MAX_LINES || bytes >= MAX_BYTES
}

function extend(block: Open, line: LogLine, pieces: readonly EvidencePiece[]): void {
  block.lines.push(line)
  block.bytes += line.text.length
  for (const piece of pieces) {
    block.pieces.push(piece)
    const kind = kindOf(piece)
    if (!block.kinds.has(kind)) block.kinds.set(kind, piece)
  }
  if (TRACEBACK.test(line.text)) {
    block.inTraceback = true
    block.joined = false
  } else if (JOINER.test(line.text)) {
    block.joined = true
  } else if (block.inTraceback && /^\S/.test(line.text)) {
    block.inTraceback = false
  }
}

function remember(recent: Map<string, LogLine[]>, source: string, line: LogLine): void {
  const lines = recent.get(source)
  if (lines === undefined && recent.size >= MAX_SOURCES) recent.clear()
  recent.set(source, [...(lines ?? []), line].slice(-CONTEXT))
}

const TRACEBACK = /^\W{0,8}Traceback \(most recent call last\)/
const JOINER =
  /^\W{0,8}(?:The above exception was the direct cause|During handling of the above exception)/

/** Frames quote source code, and code that raises an error is not an error. */
function isFrame(text: string, block: Open): boolean {
  if (/^\s{1,40}File "/.test(text)) {
    block.inFrame = true
    return true
  }
  if (/^\s{0,40}[~^]{2,200}[~^\s]{0,200}$/.test(text)) return true
  if (block.inFrame && /^\s{3,}/.test(text)) return true
  block.inFrame = false
  return block.inTraceback && !block.joined && /^\s{2,}/.test(text) && !/^\s{0,8}[+|]/.test(text)
}

/** Frames of Node, Java and .NET, and boxes that print source code, carry no evidence. */
function readable(line: LogLine): boolean {
  return !/^\s{1,40}at (?!Object\.defaultFailed|setupHttpProxy|System\.ClientModel\.ApiKeyCredential\.)[\w<$[(]|^\s{0,40}[│┃❱]|^\s{1,40}\.\.\. \d|^\s{1,40}File "|^\s{0,40}(?:[✓✔√]|ok \d|PASS\b|--- PASS)/.test(
    line.text,
  )
}

function startsAnother(line: LogLine, pieces: readonly EvidencePiece[], block: Open): boolean {
  const gap = line.number - block.lastNumber
  // An inspected error of axios has its URL a hundred indented lines below its message.
  const most = isContinuation(line) ? MAX_LINES : MAX_GAP
  if (gap > most && !block.inTraceback && !block.joined) return true
  if (block.inTraceback) return false
  const earlier = [...block.kinds.values()]
  if (TRACEBACK.test(line.text)) return !block.joined && earlier.some(final)
  if (isContinuation(line)) return false
  if (line.record !== undefined) {
    return block.lines.at(-1)?.record !== line.record && earlier.some(final)
  }
  if (!pieces.some(decides)) return false
  if (block.joined) return false
  const own = outsideBodies(line.text, pieces)
  if (
    gap <= MAX_WRAPPED &&
    (isAround(own, earlier) || isAround(earlier, own) || isRetold(own, earlier))
  )
    return false
  return (
    isRepeated(line, own, block.lines[0]) ||
    earlier.some((one) => own.some((later) => conflict(one, later, line)))
  )
}

/** The block began in the same words up to the status: the next call was answered like this one. */
function isRepeated(line: LogLine, own: readonly EvidencePiece[], first?: LogLine): boolean {
  const end = own.find(({ kind }) => kind === 'status')?.end
  if (end === undefined || first === undefined || first.number === line.number) return false
  return first.text.startsWith(line.text.slice(0, end))
}

/** All that two pieces are told apart by, here and below. */
function kindOf(piece: EvidencePiece): string {
  const { kind, depth } = piece
  const words = kind === 'wrapper' ? piece.sdk : kind === 'settings' ? piece.atStart : nameOf(piece)
  const number = kind === 'status' ? piece.status : kind === 'failure' ? piece.port : ''
  return `${kind} ${String(depth <= 3)} ${String(words)} ${String(number)}`
}

/** The failure that the library raised, and once more in the words of the SDK around it. */
function isRetold(later: readonly EvidencePiece[], earlier: readonly EvidencePiece[]): boolean {
  const said = (pieces: readonly EvidencePiece[]): string =>
    [...new Set(pieces.filter(connects).map(nameOf))].toSorted().join(' ')
  return (
    later.some(isOfSdk) &&
    !earlier.some(isOfSdk) &&
    said(later) !== '' &&
    said(later) === said(earlier)
  )
}

function nameOf(piece: EvidencePiece): string {
  if (piece.kind === 'tunnel') return `tunnel ${String(piece.status)} ${String(piece.code)}`
  return piece.kind === 'failure' ? `${piece.layer} ${piece.errno ?? String(piece.code)}` : ''
}

function isOfSdk(piece: EvidencePiece): boolean {
  return piece.kind === 'wrapper' && piece.sdk === true
}

/** The class of an SDK without a cause of its own, next to a failure of the transport under it. */
function isAround(outer: readonly EvidencePiece[], inner: readonly EvidencePiece[]): boolean {
  const isTransport = (piece: EvidencePiece): boolean =>
    piece.kind === 'wrapper' ||
    piece.kind === 'tunnel' ||
    (piece.kind === 'failure' && piece.port === undefined)
  return (
    outer.some(isOfSdk) &&
    // A library's name for the wrapper is a word of its gateway as well.
    outer.filter(decides).every(({ kind }) => kind === 'wrapper' || kind === 'text') &&
    !inner.some(isOfSdk) &&
    inner.some(connects) &&
    inner.filter(decides).every(isTransport)
  )
}

/** What a server quotes in a body is no incident of this client. */
function outsideBodies(text: string, pieces: readonly EvidencePiece[]): readonly EvidencePiece[] {
  if (!text.includes('{') && !text.includes('<')) return pieces
  const bodies = bodiesIn(text)
  return pieces.filter(
    ({ index }) => !bodies.some(({ start, end }) => index >= start && index < end),
  )
}

/** Indented properties, closing braces, causes: more of the same. */
function isContinuation(line: LogLine): boolean {
  return /^(?:\s|[}\])]|Caused by:|--->|\[cause\]|cause:|\.\.\.|(?:errno|code|syscall|address|port|hostname|param|type): )/.test(
    line.text,
  )
}

/** Evidence after which the same kind of evidence means another incident. */
function final(piece: EvidencePiece): boolean {
  return decides(piece) && piece.kind !== 'class' && piece.kind !== 'wrapper'
}

/** Two pieces of evidence that one incident would not both have, on a line that begins anew. */
function conflict(earlier: EvidencePiece, later: EvidencePiece, line: LogLine): boolean {
  if (!decides(earlier) || !decides(later) || earlier.line === line.number) return false
  if (earlier.kind === 'status' && later.kind === 'status')
    return earlier.status !== later.status || line.fresh
  if (earlier.kind === 'class' || later.kind === 'class') return false
  if (earlier.kind === 'wrapper' && later.kind === 'wrapper') return true
  if (connects(earlier) && (connects(later) || answers(later))) return true
  if (answers(earlier) && connects(later)) return true
  if (earlier.kind !== 'settings' || later.kind !== 'settings') return false
  return earlier.atStart !== true && later.atStart !== true
}

function connects(piece: EvidencePiece): boolean {
  return piece.kind === 'failure' || piece.kind === 'tunnel'
}

function answers(piece: EvidencePiece): boolean {
  return piece.kind === 'status' || piece.kind === 'text' || piece.kind === 'body'
}
