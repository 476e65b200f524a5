import { entryOf, unescaped } from '../model/index.ts'

/** A value printed into a log by JSON, `repr`, `inspect`, Go's `%+v` or a `toString`. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | readonly Literal[]
  | { readonly [key: string]: Literal }

export interface Parsed {
  readonly value: Literal
  /** First index behind the value. */
  readonly end: number
  /** The text ended before the value did. */
  readonly truncated: boolean
}

/** No log of an error is nested deeper or holds more, and the work stays bounded. */
const MAX_DEPTH = 12
const MAX_NODES = 2000

interface Cursor {
  readonly text: string
  at: number
  nodes: number
  truncated: boolean
}

/**
 * Reads the value that starts at `start`: JSON, a dict of Python, a hash of Ruby or Elixir, an inspected
 * object, a struct of Go or an object of Java and Kotlin, also when it is cut off at the end. `undefined` when no value starts there. Linear, never throws.
 */
export function parseLiteral(text: string, start: number): Parsed | undefined {
  const cursor: Cursor = { text, at: start, nodes: 0, truncated: false }
  const value = readValue(cursor, 0)
  return value === undefined ? undefined : { value, end: cursor.at, truncated: cursor.truncated }
}

export function isRecord(value: Literal | undefined): value is { readonly [key: string]: Literal } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A property of a record that is one of its own. */
export function property(value: Literal | undefined, key: string): Literal | undefined {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function readValue(cursor: Cursor, depth: number): Literal | undefined {
  cursor.nodes += 1
  if (depth > MAX_DEPTH || cursor.nodes > MAX_NODES) return undefined
  matchAt(BLANK, cursor)
  const { text } = cursor
  // A map of Elixir.
  if (text.startsWith('%{', cursor.at)) cursor.at += 1
  const first = text[cursor.at]
  if (first === undefined) {
    cursor.truncated = true
    return undefined
  }
  if (first === '{' || PLAIN_RECORD.test(text.slice(cursor.at, cursor.at + 64)))
    return readRecord(cursor, depth)
  if (first === '[' || first === '(') return readList(cursor, depth)
  if (isQuote(first)) return readStrings(cursor)
  return readWord(cursor, depth)
}

/** `(code=x` of Kotlin, `[code=x` of Java. */
const PLAIN_RECORD = /^[([][A-Za-z]\w{1,40}=(?![=>])/

function readRecord(cursor: Cursor, depth: number): Literal | undefined {
  const found = new Map<string, Literal>()
  const item = (): boolean => {
    const key = readKey(cursor)
    const value =
      key?.plain === undefined
        ? key && readValue(cursor, depth + 1)
        : readPlain(cursor, key.plain, depth)
    if (key === undefined || value === undefined) return false
    found.set(key.name, value)
    return true
  }
  // What was understood so far counts; the rest of the record is somebody else's text.
  if (!readItems(cursor, item)) {
    if (found.size === 0) return undefined
    cursor.truncated = true
  }
  return Object.fromEntries(found)
}

/** What stands between a bracket and the one that closes it, or the end of the text; `false` where an item is none. */
function readItems(cursor: Cursor, readItem: () => boolean): boolean {
  const close = entryOf(CLOSING, cursor.text[cursor.at] ?? '') ?? '}'
  cursor.at += 1
  for (;;) {
    matchAt(SEPARATORS, cursor)
    const next = cursor.text[cursor.at]
    cursor.truncated ||= next === undefined
    if (next === undefined) return true
    if (next === close) {
      cursor.at += 1
      return true
    }
    if (!readItem()) return false
  }
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' }

/** What ends an unquoted value: the next field of a struct of Go, or of an object of Java. */
const PLAIN_ENDS = { go: / [A-Z]\w{0,40}:|[}\n]/g, java: /, ?[A-Za-z]\w{0,40}=|[})\]\n]/g }

/** A value without quotes, which may hold spaces: `Message:You exceeded … Type:x`. */
function readPlain(cursor: Cursor, style: 'go' | 'java', depth: number): Literal | undefined {
  const { text } = cursor
  if (
    /^(?:&?[\w.]{0,60}[{([](?=[A-Za-z]\w{0,40}[=:])|["'{])/.test(
      text.slice(cursor.at, cursor.at + 110),
    )
  ) {
    cursor.at +=
      /^&?[\w.]{0,60}(?=[{([])/.exec(text.slice(cursor.at, cursor.at + 64))?.[0].length ?? 0
    return readValue(cursor, depth + 1)
  }
  const end = PLAIN_ENDS[style]
  end.lastIndex = cursor.at
  const stop = end.exec(text)?.index ?? text.length
  if (stop === text.length) cursor.truncated = true
  const plain = text.slice(cursor.at, stop).trim()
  cursor.at = stop
  if (/^(?:null|<nil>|nil|Optional\.empty)?$/.test(plain)) return null
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : plain
}

interface Key {
  readonly name: string
  /** Its value has no quotes and goes on to the next field. */
  readonly plain?: 'go' | 'java'
}

function readKey(cursor: Cursor): Key | undefined {
  const { text } = cursor
  const first = text[cursor.at]
  const quoted = first !== undefined && isQuote(first)
  const match = quoted ? undefined : matchAt(KEY, cursor)
  const name = quoted ? readString(cursor) : match?.[1]
  if (name === undefined) return undefined
  const after = cursor.at
  matchAt(BLANK, cursor)
  if (text.startsWith('=>', cursor.at)) {
    cursor.at += 2
    return { name }
  }
  const separator = text[cursor.at]
  if (separator !== ':' && separator !== '=') {
    if (cursor.at >= text.length) cursor.truncated = true
    return undefined
  }
  cursor.at += 1
  if (quoted) return { name }
  if (separator === '=') return { name, plain: 'java' }
  // Go writes no space behind the colon, and names begin with a capital.
  return after === cursor.at - 1 && /^[A-Z]/.test(name) && /[^\s"'{[]/.test(text[cursor.at] ?? ' ')
    ? { name: goName(name), plain: 'go' }
    : { name }
}

/** `HTTPStatusCode` → `statusCode`, `Message` → `message`. */
function goName(name: string): string {
  const short = name.replace(/^HTTP/, '')
  return short.slice(0, 1).toLowerCase() + short.slice(1)
}

const KEY = /:?\[?([A-Za-z_$@][\w$@.-]{0,63})\]?/y

function readList(cursor: Cursor, depth: number): Literal | undefined {
  const marker = matchAt(INSPECT_MARKER, cursor)
  if (marker !== undefined) return marker[0]
  const found: Literal[] = []
  const isWhole = readItems(cursor, () => {
    const value = readValue(cursor, depth + 1)
    if (value !== undefined) found.push(value)
    return value !== undefined
  })
  return isWhole || found.length > 0 ? found : undefined
}

/** `[Object]`, `[Function: fetch]`, `[Symbol(x)]`. */
const INSPECT_MARKER = /\[[A-Z][\w ():.,$-]{0,80}\]/y

/** Node breaks long strings into `'a' +` lines; Python puts adjacent strings side by side. */
function readStrings(cursor: Cursor): string {
  let whole = readString(cursor)
  for (;;) {
    const before = cursor.at
    matchAt(BLANK, cursor)
    if (cursor.text[cursor.at] === '+') {
      cursor.at += 1
      matchAt(BLANK, cursor)
      const next = cursor.text[cursor.at]
      if (next !== undefined && isQuote(next)) {
        whole += readString(cursor)
        continue
      }
    }
    cursor.at = before
    return whole
  }
}

function readString(cursor: Cursor): string {
  const { text } = cursor
  const quote = text[cursor.at] ?? ''
  let whole = ''
  let at = cursor.at + 1
  while (at < text.length && text[at] !== quote) {
    const { value, length } =
      text[at] === '\\' ? unescaped(text, at) : { value: text[at], length: 1 }
    whole += value
    at += length
  }
  if (at >= text.length) cursor.truncated = true
  cursor.at = Math.min(text.length, at + 1)
  return whole
}

const NUMBER = /-?\d{1,25}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?(?![\w.])/y
const WORD = /[A-Za-z_$][\w$.-]{0,80}/y
const WORDS: Readonly<Record<string, Literal>> = {
  true: true,
  false: false,
  null: null,
  undefined: null,
  True: true,
  False: false,
  None: null,
  nil: null,
  NaN: null,
}

function readWord(cursor: Cursor, depth: number): Literal | undefined {
  const number = matchAt(NUMBER, cursor)
  if (number !== undefined) return Number(number[0])
  const word = matchAt(WORD, cursor)?.[0]
  if (word === undefined) return undefined
  const known = entryOf(WORDS, word)
  if (known !== undefined) return known
  const next = cursor.text[cursor.at]
  // b'bytes', u'text', and class names that stand before the braces of an inspected object.
  if (next !== undefined && isQuote(next) && word.length <= 2) return readStrings(cursor)
  if (word === 'Some' && matchAt(SOME, cursor) !== undefined) {
    const value = readStrings(cursor)
    if (cursor.text[cursor.at] === ')') cursor.at += 1
    return value
  }
  const brace = matchAt(BEFORE_BRACE, cursor)
  if (brace === undefined) return word
  cursor.at -= 1
  return readValue(cursor, depth + 1)
}

const BEFORE_BRACE = /[ ]?(?:\[[\w ]{1,40}\] )?\{/y
/** `Some("x")` of Rust. */
const SOME = /\((?=["'])/y

function isQuote(char: string): boolean {
  return char === '"' || char === "'" || char === '`'
}

/** Real white space, and the two characters `\n` that a doubly quoted log leaves behind. */
const BLANK = /(?:\s|\\n|\\r|\\t)+/y
const SEPARATORS = /(?:[\s,]|\\n|\\r|\\t)+/y

function matchAt(pattern: RegExp, cursor: Cursor): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at
  const match = pattern.exec(cursor.text)
  if (match === null) return undefined
  cursor.at += match[0].length
  return match
}
