import { PATH_CHECKS, entryOf, type PathCheck } from '../model/index.ts'
import { parseDuration } from './durations.ts'
import { nearest } from '../knowledge/distance.ts'
import type { ParsedValue } from './problem.ts'

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 * 1024 }
/** No API takes a larger body in one request. */
const LARGEST_BODY = 20 * 1024 * 1024
const SMALLEST_BODY = 1024
/** No load balancer keeps a silent connection longer. */
const LONGEST_REST_MS = 3_600_000

const FIX =
  'Write stream, body=SIZE, idle=TIME or websocket, separated by commas, for example stream, body=200KB, idle=60s.'

/** `stream, body=200KB, idle=60s, websocket`: each once, in the order of the model; nothing is the empty list. */
export function parsePathChecks(text: string): ParsedValue<readonly PathCheck[]> {
  const found = new Map<string, PathCheck>()
  // `body = 200 KB` is written, too: a value belongs to the word before it.
  const words = text
    .toLowerCase()
    .replaceAll(/(?<!\s)\s*=\s*/g, '=')
    .replaceAll(/(\d)\s+(?=[kmbsh])/g, '$1')
  for (const word of words.split(/[\s,]+/).filter((one) => one !== '')) {
    const [name = '', value, ...rest] = word.split('=')
    const kind = PATH_CHECKS.find((one) => one === name)
    if (kind === undefined) {
      const near = nearest(name, PATH_CHECKS)
      return {
        word: name,
        wrong: 'names no path check',
        fix: near === undefined ? FIX : `Write ${near} instead.`,
      }
    }
    if (found.has(kind)) return { wrong: `names ${kind} twice`, fix: `Write ${kind} once.` }
    const read = rest.length > 0 ? noValue(kind) : valueOf(kind, value)
    if ('wrong' in read) return read
    found.set(kind, { kind, ...read.value })
  }
  return { value: PATH_CHECKS.flatMap((kind) => found.get(kind) ?? []) }
}

function valueOf(
  kind: PathCheck['kind'],
  value: string | undefined,
): ParsedValue<Omit<PathCheck, 'kind'>> {
  if (kind === 'body') {
    const bytes = bytesIn(value ?? '')
    if (bytes !== undefined && bytes >= SMALLEST_BODY && bytes <= LARGEST_BODY) {
      return { value: { bytes } }
    }
    return {
      wrong: 'gives body no size from 1KB to 20MB',
      fix: 'Write the size of the largest request of the application, for example body=200KB.',
    }
  }
  if (kind === 'idle') {
    if (value === undefined || value === '') {
      return {
        wrong: 'gives idle no time',
        fix: 'Write how long the application leaves a connection idle, for example idle=60s.',
      }
    }
    const rest = parseDuration(value, { minMs: 1000, maxMs: LONGEST_REST_MS })
    return 'value' in rest
      ? { value: { restMs: rest.value } }
      : { ...rest, word: `${kind}=${value}` }
  }
  return value === undefined ? { value: {} } : noValue(kind)
}

function noValue(kind: string): { readonly wrong: string; readonly fix: string } {
  return { wrong: `gives ${kind} a value that it does not take`, fix: FIX }
}

/** Bytes of `200KB`, `1MB`, `4096`; 1 KB is 1024 bytes. */
function bytesIn(text: string): number | undefined {
  const [, amount, unit] = /^(\d{1,9}(?:\.\d{1,3})?)(b|k|m)?(?:i?b)?$/.exec(text) ?? []
  return amount === undefined
    ? undefined
    : Math.round(Number(amount) * (entryOf(UNITS, unit ?? '') ?? 1))
}
