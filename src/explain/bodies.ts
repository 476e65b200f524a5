import { isRecord, parseLiteral, property, type Literal } from './literals.ts'

/** The body of an HTTP answer found in text. */
export interface FoundBody {
  readonly value?: Literal
  /** What the server sent, as far as the log kept it. */
  readonly text: string
  readonly shape: 'json' | 'html'
  readonly start: number
  readonly end: number
}

/** Braces of a line that may begin an object, and how much of a page tells whose it is. */
const MAX_TRIES = 64
const MAX_HTML = 16 * 1024

/** Bodies in a text, outermost only, in order. Linear: a bounded number of places is tried. */
export function bodiesIn(text: string): readonly FoundBody[] {
  const found: FoundBody[] = []
  OPENS.lastIndex = 0
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const match = OPENS.exec(text)
    if (match === null) break
    const body = match[0].startsWith('<') ? htmlAt(text, match.index) : jsonAt(text, match.index)
    if (body === undefined) continue
    found.push(body)
    OPENS.lastIndex = body.end
  }
  return found
}

/** Something that could begin a JSON text, a Python dict, an inspected object or a page. */
const OPENS =
  /(?<!\bOs |\bCustom )\{(?=(?:\s|\\n|\\r){0,40}(?:\\{0,3}["']|:?[A-Za-z_]{2,40}(?:[:=]| =>)))|(?<=\b[A-Z]\w{2,60})[([](?=[a-z]\w{1,40}=(?![=>]))|<(?:!doctype html|html|head|center|h1)\b/gi

function jsonAt(text: string, start: number): FoundBody | undefined {
  const escaped = /^\{(?:\s|\\n|\\r){0,40}\\/.test(text.slice(start, start + 64))
  // The body was quoted once more: `{\"error\": …`. Positions inside are then those of the quotes.
  const source = escaped
    ? text
        .slice(start, start + MAX_HTML)
        .replaceAll('\\"', '"')
        .replaceAll("\\'", "'")
    : text
  const parsed = parseLiteral(source, escaped ? 0 : start)
  if (parsed === undefined || !isErrorBody(parsed.value)) return undefined
  const value = asSent(text, start, parsed.value)
  const end = escaped
    ? Math.min(text.length, start + parsed.end + quotesIn(text, start, parsed.end))
    : parsed.end
  // Within a sentence of an API a line end is one of the terminal's.
  const told = JSON.stringify(value)
  const sent = told.replaceAll(String.raw`\n`, ' ')
  const whole = sent === told ? value : (parseLiteral(sent, 0)?.value ?? value)
  return { value: whole, text: sent, shape: 'json', start, end }
}

/** An inspected SDK error prints the object that stood under `error` in the body. */
function asSent(text: string, start: number, value: Literal): Literal {
  const under = /\berror['"]?\s{0,2}(?:=>|[:=])\s{0,2}%?$/.test(
    text.slice(Math.max(0, start - 16), start),
  )
  if (!isRecord(value) || 'error' in value) return value
  // `OpenAIError(detail=OpenAIErrorDetails(…))` of Kotlin.
  if (text[start] === '(' && isRecord(value['detail'])) return { error: value['detail'] }
  // The four properties of OpenAI's error object, as the SDK took it out of the body.
  const whole = ['message', 'type', 'param', 'code'].every((key) => key in value)
  return under || (whole && !('object' in value)) ? { error: value } : value
}

function quotesIn(text: string, start: number, length: number): number {
  return (text.slice(start, start + length * 2).match(/\\["']/g) ?? []).length
}

function htmlAt(text: string, start: number): FoundBody {
  const limit = Math.min(text.length, start + MAX_HTML)
  const close = text.slice(start, limit).search(/<\/html\s?>/i)
  const end = close === -1 ? limit : start + close + 7
  return { text: text.slice(start, end), shape: 'html', start, end }
}

/** What a program adds to an error that it logs, and no server sends. */
const OF_THE_PROGRAM = ['stack', 'trace', 'exception', 'syscall', 'errno']

/** What Node prints of an error, or of what is too deep, in an object of the program. */
const INSPECTED = /^(?:\w{0,60}Error|\[?Object\]?)$/

/** Objects of the program itself look similar: they carry an errno, a stack, a system call. */
export function isErrorBody(value: Literal): boolean {
  if (!isRecord(value)) return false
  if (OF_THE_PROGRAM.some((key) => key in value)) return false
  const error = property(value, 'error')
  if (isRecord(error)) return isErrorObject(error)
  if (typeof error === 'string')
    return error.length > 0 && !INSPECTED.test(error) && Object.keys(value).length <= 8
  if (Array.isArray(error)) return error.some((one) => isRecord(one) && 'message' in one)
  if ('detail' in value) return Object.keys(value).length <= 4
  return isErrorObject(value)
}

function isErrorObject(value: { readonly [key: string]: Literal }): boolean {
  if ('stack' in value || 'syscall' in value || 'errno' in value) return false
  const code = value['code']
  if (typeof code === 'string' && /^(?:E[A-Z]{3,}|UND_ERR|ERR_|HPE_|CERT_)/.test(code)) return false
  if ('role' in value || 'content' in value) return false
  const told = typeof value['message'] === 'string'
  const coded =
    code !== undefined ||
    'type' in value ||
    'statusCode' in value ||
    'status' in value ||
    'param' in value
  return told
    ? coded || Object.keys(value).length <= 3
    : typeof code === 'string' && 'type' in value
}

/** The body inside the message of a body: gateways quote what their upstream said. */
export function innermost(value: Literal, depth = 0): Literal {
  const message = messageOf(value)
  if (message === undefined || depth >= 3) return value
  const inner = bodiesIn(message).find((body) => body.value !== undefined)
  return inner?.value === undefined ? value : innermost(inner.value, depth + 1)
}

export function messageOf(value: Literal): string | undefined {
  const error = property(value, 'error')
  for (const one of [
    property(error, 'message'),
    error,
    property(value, 'message'),
    property(value, 'detail'),
  ]) {
    if (typeof one === 'string') return one
  }
  return undefined
}
