import type { SettingProblem } from './facts.ts'
import type { Code } from './words.ts'

/** The properties of a value that came from outside; none when it is no object. Arrays have none. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What foreign JSON says; `undefined` when it does not parse, a value that no JSON text has. */
export function jsonIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** ISO 8601 of a time in any form that Date reads. */
export function isoTime(text: unknown): string | undefined {
  const time = typeof text === 'string' ? Date.parse(text) : NaN
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

/** Milliseconds of each unit in which durations are written. */
export const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** Of these properties the ones that have a value: absent is not undefined (exactOptionalPropertyTypes). */
export function given<T extends object>(properties: T): Given<T> {
  const found: Given<T> = {}
  for (const key in properties) {
    const value = properties[key]
    if (isGiven(value)) found[key] = value
  }
  return found
}

function isGiven<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined
}

type Given<T> = { -readonly [K in keyof T]?: Exclude<T[K], undefined> }

/**
 * The row of a table for a name that somebody else wrote (a header, a file, a log): `__proto__` and
 * `toString` have none. The only way to look a foreign name up in a plain object.
 */
export function entryOf<T>(
  table: Readonly<Record<string, T>>,
  name: string | number,
): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,5})\}|([^]|$))/iy
const CONTROLS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
}

/** What the escape sequence at `at` stands for, as JSON, JavaScript and Python write it, and its length. */
export function unescaped(
  text: string,
  at: number,
): { readonly value: string; readonly length: number } {
  ESCAPE.lastIndex = at
  const [whole = '\\', x, u, point, plain = ''] = ESCAPE.exec(text) ?? []
  const digits = x ?? u ?? point
  const value =
    digits === undefined
      ? (entryOf(CONTROLS, plain) ?? plain)
      : String.fromCodePoint(Number.parseInt(digits, 16))
  return { value, length: whole.length }
}

/** The parts that say something, with `between` between them. */
export function joined(between: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(between)
}

/** ` (EACCES)` of what the system threw, or nothing where it gave no code. */
export function codeNote(error: unknown): string {
  return error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
}

/** A path or URL without the slashes at its end. */
export function withoutEndSlashes(path: string): string {
  // The look behind keeps it linear: a long run in the middle is entered once.
  return path.replace(/(?<!\/)\/+$/, '')
}

/**
 * Text that a server wrote, as a sentence of ours may quote it: letters, digits, spaces and the
 * punctuation of names. Sentences go into outputs, and workflows paste outputs into scripts, where
 * a `;`, `|`, `&`, `<` or `(` runs what follows; everything else becomes `-`.
 */
export function quotable(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} .,:/=_@+*[\]-]+/gu, '-')
}

/** Host of a URL as sockets want it: without the brackets of an IPv6 literal. */
export function bareHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
}

/** `host:port` with brackets around an IPv6 address (RFC 3986 §3.2.2); a port of 0 is not known. */
export function hostAndPort(host: string, port: number | string): string {
  const written = host.includes(':') ? `[${host}]` : host
  return port === 0 ? written : `${written}:${port}`
}

/** Where a URL leads, as sockets want it. */
export function destinationOf({ protocol, hostname, port }: URL): {
  readonly host: string
  readonly port: number
  readonly secure: boolean
} {
  const secure = protocol === 'https:' || protocol === 'wss:'
  return { host: bareHost(hostname), port: Number(port) || (secure ? 443 : 80), secure }
}

/** Host of a base URL as a person writes it, with a port that is not the usual one; a text that is no URL stands for itself. */
export function hostIn(baseUrl: string): string {
  return URL.parse(baseUrl)?.host ?? baseUrl
}

/**
 * A sentence about a run inside a target. Rules and letters say "this runner" or "this machine" for
 * where the request starts, and "the job" for what sets its environment: there both are the target's.
 */
export function ofTarget(text: string): string {
  return text
    .replaceAll(/\b(?:this (?:runner|machine)|the runner)\b/g, 'the target')
    .replaceAll(/\bThis (?:runner|machine)\b/g, 'The target')
    .replaceAll(/\bthe job's env(?:ironment)?\b/g, "the target's environment")
}

/**
 * Bodies of servers and proxies, messages and what a program says are read up to here, after decoding:
 * enough for an error object, too little to hurt.
 */
export const MOST_BODY_BYTES = 65_536

const problem =
  (severity: SettingProblem['severity']) =>
  (
    code: Code,
    setting: string,
    wording: Pick<SettingProblem, 'message' | 'fix'>,
    owner: SettingProblem['owner'] = 'request',
  ): SettingProblem => ({ code, setting, ...wording, severity, owner })

/** A setting with which no request can be sent. */
export const fatal = problem('fatal')
/** Worth saying, and the request goes out. */
export const warning = problem('warning')
