import type { Evidence, ResponseFacts, Route, RouteKind } from '../model/index.ts'
import { given } from '../model/index.ts'

/** A response and where it was expected from. */
export interface ReceivedResponse {
  readonly response: ResponseFacts
  readonly route: Pick<Route, 'kind' | 'baseUrl'>
  /** Product that signed the connection that the response came over. */
  readonly signer?: string
  readonly source?: Evidence['source']
}

/** What a sign looks at, so that the list of kept headers follows from it and a check can try it. */
export type Read =
  | { readonly header: string; readonly value?: RegExp }
  /** All headers that begin so. */
  | { readonly headersFrom: string }
  | { readonly mark: string }
  | { readonly host: RegExp }
  | { readonly location: RegExp }

/** One piece of evidence: a short text that names what was seen, `undefined` when it was not. */
export interface Sign {
  (received: ReceivedResponse): string | undefined
  readonly reads?: readonly Read[]
}

const reading = (
  reads: readonly Read[],
  sign: (received: ReceivedResponse) => string | undefined,
): Sign => Object.assign(sign, { reads })

const readsOf = (signs: readonly Sign[]): readonly Read[] =>
  signs.flatMap(({ reads = [] }) => reads)

/** A header is there, and its value matches when a pattern is given. */
export function header(name: string, pattern?: RegExp): Sign {
  return reading([{ header: name, ...given({ value: pattern }) }], ({ response }) => {
    const value = response.headers[name]
    return value !== undefined && (pattern === undefined || pattern.test(value))
      ? shown(name, value)
      : undefined
  })
}

/** Any header whose name starts so. */
export function headerStarting(prefix: string): Sign {
  return reading([{ headersFrom: prefix }], ({ response }) => {
    const [name] = Object.keys(response.headers)
      .filter((one) => one.startsWith(prefix))
      .toSorted()
    return name === undefined ? undefined : `header ${name}`
  })
}

/** A mark in the body (see `Product.marks`): an id, or a prefix that ends with a dot. */
export function mark(id: string): Sign {
  return reading([{ mark: id }], ({ response }) => {
    const found = response.body.marks.find(
      (one) => one === id || (id.endsWith('.') && one.startsWith(id)),
    )
    return found === undefined ? undefined : `body text ${found}`
  })
}

export function status(...codes: readonly number[]): Sign {
  return ({ response }) =>
    codes.includes(response.status) ? `status ${String(response.status)}` : undefined
}

/** The host of the base URL. */
export function host(pattern: RegExp): Sign {
  return reading([{ host: pattern }], ({ route }) => {
    const name = hostOf(route.baseUrl)
    return pattern.test(name) ? `host ${name}` : undefined
  })
}

/** The target of a redirect: its origin, or the whole of it. */
export function location(pattern: RegExp): Sign {
  return reading([{ location: pattern }], ({ response }) => {
    const { redirectTo } = response
    const target = response.headers['location']
    if (redirectTo === undefined && target === undefined) return undefined
    return pattern.test(target ?? '') || pattern.test(redirectTo ?? '')
      ? `redirect to ${hostOf(redirectTo ?? '') || hostOf(target ?? '') || 'another page'}`
      : undefined
  })
}

/** Type of the error object. */
export function errorType(pattern: RegExp): Sign {
  return ({ response }) => {
    const type = response.body.error?.type
    return type !== undefined && pattern.test(type) ? `error type ${type}` : undefined
  }
}

/** All keys are at the top of the JSON. */
export function keys(...names: readonly string[]): Sign {
  return ({ response }) =>
    names.every((name) => response.body.keys?.includes(name) === true)
      ? `JSON with ${names.join(', ')}`
      : undefined
}

/** Every one of them was seen; the evidence is all of it. */
export function all(...seen: readonly Sign[]): Sign {
  return reading(readsOf(seen), (received) => {
    const found = seen.map((one) => one(received))
    return found.every((one) => one !== undefined) ? found.join(' with ') : undefined
  })
}

/** The first that was seen. */
export function any(...seen: readonly Sign[]): Sign {
  return reading(readsOf(seen), (received) => {
    for (const one of seen) {
      const found = one(received)
      if (found !== undefined) return found
    }
    return undefined
  })
}

/** Holds, without being worth a mention: a condition for `all`. */
export function none(...seen: readonly Sign[]): (inner: Sign) => Sign {
  return (inner) =>
    reading(readsOf([...seen, inner]), (received) =>
      seen.some((one) => one(received) !== undefined) ? undefined : inner(received),
    )
}

/** Only on these routes. */
export function on(kinds: readonly RouteKind[], seen: Sign): Sign {
  return reading(readsOf([seen]), (received) =>
    kinds.includes(received.route.kind) ? seen(received) : undefined,
  )
}

/** The connection was signed by this product, or by any that inspects TLS. */
export const signed =
  (product?: string): Sign =>
  ({ signer }) =>
    signer !== undefined && (product === undefined || signer === product)
      ? `certificate issued by ${signer}`
      : undefined

/** The body is a page or a text, or there is none: nothing an API writes. */
export const notJson: Sign = ({ response }) =>
  response.body.shape === 'json' ? undefined : bodyWord(response.body.shape)

function bodyWord(shape: ResponseFacts['body']['shape']): string {
  return shape === 'empty' ? 'an empty body' : shape === 'html' ? 'an HTML page' : `a ${shape} body`
}

/** The last that was asked for: each sign of a response asks for the same. */
let last = { url: '', host: '' }

/** Host name without port, lower case; empty when it is not a URL. */
export function hostOf(url: string): string {
  if (last.url !== url) last = { url, host: URL.parse(url)?.hostname.toLowerCase() ?? '' }
  return last.host
}

/** Longer runs are ids or an echo of something: they tell nobody who wrote the header. */
const LONG_RUN = /[\w+/=-]{40}/

/** Server names and tokens only: what a header says is not trusted to be short or plain. */
function shown(name: string, value: string): string {
  if (LONG_RUN.test(value)) return `header ${name}`
  const plain = value.replaceAll(/[^\w .,;:=()/"-]/g, '').slice(0, 60)
  return plain === '' ? `header ${name}` : `${name}: ${plain}`
}
