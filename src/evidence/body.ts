import { MARKS } from '../knowledge/catalogue.ts'
import type { Mark } from '../knowledge/product.ts'
import { given, isObject, jsonIn, MOST_BODY_BYTES, type BodyFacts } from '../model/index.ts'
import { readError } from './error-object.ts'
import { looseJson } from './loose-json.ts'
import { tokenOf } from './token.ts'

/** What the transfer said about the bytes. */
export interface Transfer {
  readonly contentType: string
  /** More came than was read. */
  readonly truncated: boolean
  /** The transfer ended as announced. */
  readonly complete: boolean
}

/** An error object of any API has fewer. */
const MAX_KEYS = 20

/**
 * Says what a body looked like, without any of its text: shape by sniffing (servers send JSON as
 * text/plain and pages as application/json), the tokens of an error object, the marks.
 * Never throws; linear in the size of the body.
 */
export function describeBody(bytes: Uint8Array, info: Transfer): BodyFacts {
  const read = bytes.length > MOST_BODY_BYTES ? bytes.subarray(0, MOST_BODY_BYTES) : bytes
  const truncated = info.truncated || bytes.length > MOST_BODY_BYTES
  return {
    bytes: read.length,
    truncated,
    complete: info.complete,
    ...contentOf(read, info.contentType, truncated),
  }
}

type Content = Omit<BodyFacts, 'bytes' | 'truncated' | 'complete'>

function contentOf(bytes: Uint8Array, contentType: string, truncated: boolean): Content {
  if (bytes.length === 0) return { shape: 'empty', marks: [] }
  const text = decode(bytes)
  const trimmed = text.trim()
  if (trimmed === '') return { shape: 'empty', marks: [] }
  if (/^[[{]/.test(trimmed)) {
    const json = jsonOf(trimmed, truncated)
    if (json !== undefined) return json
  }
  if (looksBinary(text)) return { shape: 'binary', marks: [] }
  if (looksLikeHtml(trimmed, contentType)) return { shape: 'html', marks: marksIn(text) }
  // A gateway may write words of its own before the object.
  const broken = looseJson(trimmed.replace(/^[^[{]{1,200}/, ''))
  const found = readError(broken)
  if (found === undefined) return { shape: 'text', marks: marksIn(text) }
  const { shape: errorShape, error } = found
  return { shape: 'text', errorShape, error, keys: keysOf(broken), marks: marksIn(text, 'error') }
}

function jsonOf(text: string, truncated: boolean): Content | undefined {
  const value = jsonIn(text)
  if (value !== undefined) return contentOfValue(value, text)
  if (!truncated) return undefined
  // A long list, cut at our own limit, is still JSON: the start says what it is.
  const start = looseJson(text)
  return Array.isArray(start) || keysOf(start).length > 0
    ? { shape: 'json', ...objectOf(start), keys: keysOf(start), marks: [] }
    : undefined
}

function contentOfValue(value: unknown, text: string): Content {
  const found = readError(value)
  return {
    shape: 'json',
    ...(found === undefined ? {} : { errorShape: found.shape, error: found.error }),
    ...objectOf(value),
    keys: keysOf(value),
    // Only an error's own sentences: the text of an answer may say anything.
    marks: found === undefined ? [] : marksIn(text, 'error'),
  }
}

function objectOf(value: unknown): Pick<Content, 'object'> {
  return given({ object: isObject(value) ? tokenOf(value['object']) : undefined })
}

function keysOf(top: unknown): readonly string[] {
  if (!isObject(top)) return []
  const keys: string[] = []
  for (const key in top) {
    if (keys.length >= MAX_KEYS) break
    const token = tokenOf(key)
    if (token !== undefined) keys.push(token)
  }
  return keys
}

/** UTF-8 unless a byte order mark says UTF-16; wrong bytes become U+FFFD. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

/** NUL, or more than a tenth of the first 1024 characters neither printable nor white space. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 1024)
  let odd = 0
  for (let index = 0; index < head.length; index += 1) {
    const code = head.charCodeAt(index)
    if (code === 0) return true
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13)) odd += 1
  }
  return odd * 10 > head.length
}

function looksLikeHtml(trimmed: string, contentType: string): boolean {
  if (
    /^<(?:!doctype html|html|head|body|title|script|meta|!--|center|h1|div|p\b|iframe)/i.test(
      trimmed,
    )
  ) {
    return true
  }
  const announced = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)
  return (announced && trimmed.startsWith('<')) || /<html[\s>]/i.test(trimmed.slice(0, 2048))
}

/**
 * Ids of the marks found in a text, in the order of the catalogue. Only the first 65536 characters
 * are read: as many as bytes of a body. `where` limits the search to one kind of mark.
 */
export function marksIn(text: string, where?: Mark['where']): string[] {
  const read = text.slice(0, MOST_BODY_BYTES)
  return MARKS.filter(
    (mark) => (where === undefined || mark.where === where) && mark.pattern.test(read),
  ).map((mark) => mark.id)
}
