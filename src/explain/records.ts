import { given, isObject, jsonIn } from '../model/index.ts'
import { isoOf } from './prefixes.ts'

/** A text found inside a record of JSON. */
export interface RecordLine {
  readonly text: string
  /** Index in the line where it begins; exact up to the first escape in it. */
  readonly at: number
  readonly source: string
  /** `false` for collectors that carry one line of text for each record (docker, CRI as JSON). */
  readonly whole: boolean
  readonly time?: string
}

type Fields = Readonly<Record<string, unknown>>

/** Keys that loggers write and APIs do not. */
const LOGGER_KEYS = new Set(
  'level severity lvl loglevel log_level levelname timestamp time ts @timestamp datetime msg logger logger_name log stream textPayload jsonPayload protoPayload MESSAGE __REALTIME_TIMESTAMP event pid hostname container_name kubernetes traceId trace_id span_id @t @mt @m @x Timestamp Level MessageTemplate exc_info levelno stackTrace StackTrace stack_trace stacktrace'.split(
    ' ',
  ),
)

const TIME_KEYS = ['timestamp', 'time', '@timestamp', 'ts', 'datetime', '@t', 'Timestamp']
const SOURCE_KEYS = [
  'container_name',
  'container',
  'pod',
  'service',
  '_SYSTEMD_UNIT',
  'SYSLOG_IDENTIFIER',
]
/** No logger writes a longer or deeper record. */
const MAX_LINES = 200
const MAX_DEPTH = 6

/**
 * The texts of one record written by a logger: messages and stacks as lines, other fields as
 * `key: value`. `undefined` when the line is not such a record; the body of an API is none.
 */
export function recordOf(text: string): readonly RecordLine[] | undefined {
  const trimmed = text.trimEnd()
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return undefined
  const fields = jsonIn(trimmed)
  if (!isObject(fields) || !Object.keys(fields).some((key) => LOGGER_KEYS.has(key))) {
    return undefined
  }
  const carried = carriedText(fields)
  // A collector's record around one of the program itself.
  const nested = carried === undefined ? undefined : recordOf(carried)
  if (nested !== undefined) return nested.map((line) => ({ ...line, at: 0 }))
  const time = timeOf(fields)
  const source = sourceOf(fields)
  const base = { source, whole: carried === undefined, ...given({ time }) }
  const lines: RecordLine[] = []
  if (carried === undefined) walk(lines, base, trimmed, fields, 0)
  else addText(lines, base, trimmed, carried, 0)
  return lines
}

/** Docker's json-file driver and journald's export: nothing but the line itself. */
function carriedText(fields: Fields): string | undefined {
  const text = fields['log'] ?? fields['MESSAGE']
  return typeof text === 'string' && (fields['stream'] !== undefined || 'MESSAGE' in fields)
    ? text
    : undefined
}

type Base = Omit<RecordLine, 'text' | 'at'>

function walk(lines: RecordLine[], base: Base, raw: string, fields: Fields, depth: number): void {
  // Messages first: the exception is named before its fields.
  const entries = Object.entries(fields).toSorted(([a], [b]) => rank(a) - rank(b))
  for (const [key, value] of entries) {
    if (lines.length >= MAX_LINES) return
    if (typeof value === 'string') {
      if (isProse(key, value)) addText(lines, base, raw, value, raw.indexOf(`"${key}"`))
      else addField(lines, base, raw, key, `'${value}'`)
    } else if (typeof value === 'number') {
      addField(lines, base, raw, key, String(value))
    } else if (isObject(value) && depth < MAX_DEPTH) {
      if (isApiBody(key, value)) {
        const inner = key === 'error' ? { error: value } : value
        addText(lines, base, raw, JSON.stringify(inner), raw.indexOf(`"${key}"`))
      } else {
        walk(lines, base, raw, value, depth + 1)
      }
    } else if (Array.isArray(value) && depth < MAX_DEPTH) {
      for (const one of value) {
        if (isObject(one)) walk(lines, base, raw, one, depth + 1)
        else if (typeof one === 'string') addText(lines, base, raw, one, raw.indexOf(`"${key}"`))
      }
    }
  }
}

const PROSE_KEYS =
  /^(?:msg|message|log|text|textPayload|stack|stack_?trace|traceback|exception|exc_info|exc_text|error|err|reason|detail|details|body|responseBody|response|@m|@x|@mt|cause|event|description|output)$/i

function isProse(key: string, value: string): boolean {
  return PROSE_KEYS.test(key) || /\s/.test(value)
}

function rank(key: string): number {
  if (/^(?:msg|message|event|@m|@mt|name|type)$/i.test(key)) return 0
  return PROSE_KEYS.test(key) ? 1 : 2
}

/** `{error:{message,type,code}}` as APIs send it, not an error object of the program. */
function isApiBody(key: string, value: Fields): boolean {
  if (isObject(value['error']) && typeof value['error']['message'] === 'string') return true
  return (
    key === 'error' &&
    typeof value['message'] === 'string' &&
    ('param' in value || ('type' in value && 'code' in value)) &&
    !('stack' in value)
  )
}

function addField(lines: RecordLine[], base: Base, raw: string, key: string, value: string): void {
  const at = raw.indexOf(`"${key}"`)
  lines.push({ ...base, text: `${key}: ${value}`, at: Math.max(0, at) })
}

function addText(lines: RecordLine[], base: Base, raw: string, text: string, keyAt: number): void {
  let from = Math.max(0, keyAt)
  for (const line of text.split(/\r?\n/, MAX_LINES)) {
    if (line === '') continue
    const escaped = JSON.stringify(line).slice(1, -1)
    const found = raw.indexOf(escaped.slice(0, 64), from)
    const at = found === -1 ? from : found
    from = at
    lines.push({ ...base, text: line, at })
    if (lines.length >= MAX_LINES) return
  }
}

function timeOf(fields: Fields): string | undefined {
  for (const key of TIME_KEYS) {
    const value = fields[key]
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ][\d:.,Z +-]{8,24}$/.test(value)) {
      return isoOf(value)
    }
    if (typeof value === 'number' && value > 1e9 && value < 1e14) {
      return new Date(value < 1e11 ? value * 1000 : value).toISOString()
    }
  }
  return undefined
}

function sourceOf(fields: Fields): string {
  for (const key of SOURCE_KEYS) {
    const value = fields[key]
    if (typeof value === 'string' && /^[\w./@-]{1,120}$/.test(value)) return value
  }
  const kubernetes = fields['kubernetes']
  const pod = isObject(kubernetes) ? kubernetes['pod_name'] : undefined
  return typeof pod === 'string' && /^[\w.-]{1,120}$/.test(pod) ? pod : ''
}
