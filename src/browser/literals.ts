import { given, unescaped } from '../model/index.ts'

/**
 * Reads string literals of JavaScript and joins those that a bundler left apart: `"a"+"b"`,
 * `"a".concat("b")`, `["a","b"].join("")`, `${"b"}` in a template, and names that stand for one
 * literal. Also as found inside another literal, where each quote has a backslash (`eval` builds,
 * source maps). Not a parser: it gives up at whatever else it meets.
 */

/** More text than any key needs. */
const MAX_LENGTH = 4096
/** Literals of one sum, and sums that one name begins: bundlers write a few. */
const MAX_PIECES = 64

interface Cursor {
  readonly text: string
  at: number
  value: string
  pieces: number
  /** Names that are being resolved, so that `a=a+"x"` ends. */
  readonly names: ReadonlySet<string>
  /** Name of the list of literals that is read, where it is joined elsewhere. */
  readonly list?: string
}

/** Offset just behind the quote that opens the literal around `at`, and that quote. */
export function openingOf(text: string, at: number): { from: number; quote: string } | undefined {
  for (let index = at - 1; index >= Math.max(0, at - 512); index--) {
    const character = text[index] ?? ''
    if (character === '\n' && !text.slice(Math.max(0, index - 512), index).includes('`'))
      return undefined
    if (character !== '"' && character !== "'" && character !== '`') continue
    return { from: index + 1, quote: text[index - 1] === '\\' ? `\\${character}` : character }
  }
  return undefined
}

/** The text of the literal that goes on at `from`, joined with what is added to it. */
export function foldFrom(
  text: string,
  from: number,
  quote: string,
): { value: string; pieces: number } {
  const list = listAround(text, from - quote.length)
  const cursor: Cursor = {
    text,
    at: from,
    value: '',
    pieces: 0,
    names: new Set(),
    ...given({ list }),
  }
  readRest(cursor, quote)
  readAdditions(cursor)
  return { value: cursor.value, pieces: cursor.pieces }
}

/** The text of the expression at `at`: literals, names that stand for literals, and their sums. */
export function foldExpression(text: string, at: number): string | undefined {
  const cursor: Cursor = { text, at, value: '', pieces: 0, names: new Set() }
  if (!readOperand(cursor)) return undefined
  readAdditions(cursor)
  return cursor.value
}

/**
 * When the literal at `from` only gives a name its value (`const a="sk-proj-"`), the sums in which
 * that name comes first.
 */
export function foldUses(text: string, from: number, quote: string): string[] {
  const before = text.slice(Math.max(0, from - quote.length - 80), from - quote.length)
  const name = /(?:^|[\s,;{(])([A-Za-z_$][\w$]*)\s*=\s*$/.exec(before)?.[1]
  if (name === undefined) return []
  const values: string[] = []
  const grown = foldGrowth(text, from, quote, name)
  if (grown !== undefined) values.push(grown)
  const use = new RegExp(
    `(?<![\\w$.])${escapeName(name)}(?=\\s*\\+(?!\\+)|\\.concat\\()|\\$\\{${escapeName(name)}\\}`,
    'g',
  )
  for (
    let match = use.exec(text);
    match !== null && values.length < MAX_PIECES;
    match = use.exec(text)
  ) {
    const cursor: Cursor = { text, at: match.index, value: '', pieces: 0, names: new Set() }
    if (match[0].startsWith('${')) readRest(cursor, '`')
    else if (!readOperand(cursor)) continue
    readAdditions(cursor)
    values.push(cursor.value)
  }
  return values
}

/** `let a="x";a+="y";a+="z"`: the text of the literal with all that is added to its name. */
function foldGrowth(text: string, from: number, quote: string, name: string): string | undefined {
  const cursor: Cursor = { text, at: from, value: '', pieces: 0, names: new Set([name]) }
  readRest(cursor, quote)
  readAdditions(cursor)
  const growth = new RegExp(`(?<![\\w$.])${escapeName(name)}\\s{0,9}\\+=`, 'g')
  growth.lastIndex = cursor.at
  let grew = false
  for (let match = growth.exec(text); match !== null; match = growth.exec(text)) {
    cursor.at = growth.lastIndex
    if (!readOperand(cursor)) break
    readAdditions(cursor)
    grew = true
  }
  return grew ? cursor.value : undefined
}

/** The rest of a literal after its opening quote; stops behind the closing one. */
function readRest(cursor: Cursor, quote: string): void {
  cursor.pieces++
  const { text } = cursor
  while (cursor.at < text.length && cursor.value.length < MAX_LENGTH) {
    if (text.startsWith(quote, cursor.at)) {
      cursor.at += quote.length
      return
    }
    const character = text[cursor.at] ?? ''
    if (quote.endsWith('`') && text.startsWith('${', cursor.at)) {
      cursor.at += 2
      if (!readOperand(cursor)) return
      readAdditions(cursor)
      skipSpace(cursor)
      if (text[cursor.at] !== '}') return
      cursor.at++
    } else if (character === '\\') {
      const { value, length } = unescaped(text, cursor.at)
      cursor.value += value
      cursor.at += length
    } else if (character === '\n' && !quote.endsWith('`')) {
      return
    } else {
      cursor.value += character
      cursor.at++
    }
  }
}

function readOperand(cursor: Cursor): boolean {
  if (cursor.pieces >= MAX_PIECES) return false
  skipSpace(cursor)
  const { text } = cursor
  while (text[cursor.at] === '(' || text[cursor.at] === '[') {
    cursor.at++
    skipSpace(cursor)
  }
  const quote = /\\?["'`]/y
  quote.lastIndex = cursor.at
  const opening = quote.exec(text)?.[0]
  if (opening !== undefined) {
    cursor.at += opening.length
    readRest(cursor, opening)
    return true
  }
  const identifier = /[A-Za-z_$][\w$]*/y
  identifier.lastIndex = cursor.at
  const name = identifier.exec(text)?.[0]
  if (name === undefined || cursor.names.has(name)) return false
  const value = valueOf(cursor, name)
  if (value === undefined) return false
  cursor.at += name.length
  cursor.value += value
  cursor.pieces++
  return true
}

/** The literal that a name stands for, when the text gives it exactly one. */
function valueOf(cursor: Cursor, name: string): string | undefined {
  const assignment = new RegExp(`(?<![\\w$.])${escapeName(name)}\\s*=\\s*(?=\\\\?["'\`])`, 'g')
  const { text } = cursor
  const match = assignment.exec(text)
  if (match === null || assignment.exec(text) !== null) return undefined
  const inner: Cursor = {
    text,
    at: match.index + match[0].length,
    value: '',
    pieces: cursor.pieces,
    names: new Set([...cursor.names, name]),
  }
  if (!readOperand(inner)) return undefined
  readAdditions(inner)
  return inner.value
}

function readAdditions(cursor: Cursor): void {
  const { text } = cursor
  while (cursor.value.length < MAX_LENGTH) {
    skipSpace(cursor)
    while (text[cursor.at] === ')') {
      cursor.at++
      skipSpace(cursor)
    }
    if (text[cursor.at] === '+') {
      cursor.at++
      if (!readOperand(cursor)) return
    } else if (text.startsWith('.concat(', cursor.at)) {
      cursor.at += '.concat('.length
      if (!readOperand(cursor)) return
    } else if (text[cursor.at] === ',') {
      if (!readListItem(cursor)) return
    } else {
      return
    }
  }
}

/** Name of the list that the literal at `at` stands in, when it is joined somewhere: `l.join("")`. */
function listAround(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(0, at - 300), at)
  const opening = before.lastIndexOf('[')
  const name = /([A-Za-z_$][\w$]*)\s{0,9}=\s{0,9}$/.exec(before.slice(0, Math.max(0, opening)))?.[1]
  if (name === undefined || !/^\[[^\]]*$/.test(before.slice(opening))) return undefined
  const joined = new RegExp(`(?<![\\w$.])${escapeName(name)}\\.join\\(\\s*(?:""|''|\`\`)\\s*\\)`)
  return joined.test(text) ? name : undefined
}

/** `,"b","c"].join("")` and `,"b")` of a `concat`; anything else leaves the value as it was. */
function readListItem(cursor: Cursor): boolean {
  const list =
    /(?:\s*,\s*(?:"[^"\\\n]*"|'[^'\\\n]*'|`[^`\\$]*`))+\s*(?:\]\s*\.join\(\s*(?:""|''|``)\s*\)|\)|(\]))/y
  list.lastIndex = cursor.at
  const match = list.exec(cursor.text)
  if (match === null || (match[1] !== undefined && cursor.list === undefined)) return false
  for (const item of match[0].split(/\]\s*\.join/)[0]?.matchAll(/"([^"]*)"|'([^']*)'|`([^`]*)`/g) ??
    []) {
    cursor.value += item[1] ?? item[2] ?? item[3] ?? ''
    cursor.pieces++
  }
  cursor.at += match[0].length
  return true
}

function skipSpace(cursor: Cursor): void {
  while (/\s/.test(cursor.text[cursor.at] ?? '')) cursor.at++
}

function escapeName(name: string): string {
  return name.replaceAll('$', String.raw`\$`)
}
