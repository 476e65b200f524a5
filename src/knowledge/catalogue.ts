import type { RouteKind } from '../model/index.ts'
import { KINDS, type Mark, type Product } from './product.ts'
import { ALL } from './products/index.ts'
import type { Read } from './sign.ts'

/** Every product, nearest to the runner first; within a kind in the order of the files. */
export const PRODUCTS: readonly Product[] = ALL.toSorted((a, b) => rank(a) - rank(b))

function rank({ kind, yields }: Product): number {
  return (kind === undefined ? KINDS.length : KINDS.indexOf(kind)) + (yields === true ? 0.5 : 0)
}

/** Signs of text that is no page and no whole JSON. */
const SHAPES: readonly Mark[] = [
  {
    id: 'stream.events',
    pattern: /^\s{0,8}(?:event: [a-z._]{1,60}\r?\n)?data: /,
    source: 'server-sent events',
    where: 'page',
    inBodies: true,
  },
  {
    id: 'json.opens',
    pattern: /^\s{0,64}[[{]\s{0,64}["{[]/,
    source: 'start of a JSON text that did not parse',
    where: 'page',
    inBodies: true,
  },
]

/** All marks in the order in which they are reported. */
export const MARKS: readonly Mark[] = [...PRODUCTS.flatMap(({ marks }) => marks), ...SHAPES]

const STATUS_OF_MARK: ReadonlyMap<string, number> = new Map(
  MARKS.flatMap(({ id, status }) => (status === undefined ? [] : [[id, status] as const])),
)

/** The status with which the first of these marks that has one is sent. */
export function statusOfMarks(ids: readonly string[]): number | undefined {
  return ids.map((id) => STATUS_OF_MARK.get(id)).find((status) => status !== undefined)
}

/** Everything that the signs of a product look at. */
export function readsOf({ proves, excludes, wroteBehind, relays }: Product): readonly Read[] {
  return [...proves.map(({ seen }) => seen), ...excludes, ...wroteBehind, ...relays].flatMap(
    ({ reads = [] }) => reads,
  )
}

/** Response headers that say something of this product: names, and beginnings that end with `*`. */
export function headersOf(product: Product): readonly string[] {
  const read = readsOf(product).flatMap((one) =>
    'header' in one ? [one.header] : 'headersFrom' in one ? [`${one.headersFrom}*`] : [],
  )
  return [...new Set([...read, ...product.headers, ...product.presenceOnly])]
}

/** The route that ends at a product, where it is one that ends a route. */
function routeTo({ kind, responder, yields }: Product): RouteKind | undefined {
  if (responder.startsWith('azure')) return 'azure'
  if (responder === 'openai') return 'openai'
  return (kind === 'gateway' || kind === 'server') && yields !== true ? 'gateway' : undefined
}

/** The route on which a header of this name is sent, where the products that send it agree. */
export function routeOfHeader(name: string, value: string): RouteKind | undefined {
  const senders = PRODUCTS.filter((product) =>
    name === 'server'
      ? readsOf(product).some(
          (read) => 'header' in read && read.header === name && read.value?.test(value) === true,
        )
      : headersOf(product).some((one) =>
          one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name,
        ),
  )
  const routes = new Set(senders.map(routeTo))
  return routes.size === 1 ? [...routes][0] : undefined
}

/** What gateways and servers of any make say. */
const GENERIC_FAMILIES = ['gateway', 'upstream'] as const

/** Words of one product, which outweigh what any make of gateway says. */
export function isOfOneProduct(id: string): boolean {
  return !GENERIC_FAMILIES.some((family) => family === familyOf(id))
}

/** Routes by the family of a mark; a library of the application quotes what others wrote. */
const ROUTE_OF_FAMILY: ReadonlyMap<string, RouteKind> = new Map([
  ...GENERIC_FAMILIES.map((family) => [family, 'gateway'] as const),
  ...PRODUCTS.flatMap((product) => {
    const route = product.kind === 'server' ? undefined : routeTo(product)
    return route === undefined ? [] : product.marks.map(({ id }) => [familyOf(id), route] as const)
  }),
])

/** The part of an id of a mark before the dot. */
export function familyOf(id: string): string {
  return id.slice(0, id.indexOf('.'))
}

/** The route on which such words are written. */
export function routeOfMark(id: string): RouteKind | undefined {
  const family = familyOf(id)
  return family === 'library' ? undefined : ROUTE_OF_FAMILY.get(family)
}

/** A name of a certificate is far shorter. */
const MOST_CHARACTERS = 1024

/**
 * Name of the product that signs intercepted connections, when an issuer or subject names one.
 * `undefined` says only that no known product is named, not that nothing is intercepted.
 */
export function interceptorOf(issuer: string): string | undefined {
  const read = issuer.slice(0, MOST_CHARACTERS)
  return PRODUCTS.find((one) => one.issuer?.test(read))?.name
}

/** Name of the product that signed one of these certificates, by their issuers. */
export function inspectorIn(chain: readonly { readonly issuer: string }[]): string | undefined {
  return chain.map(({ issuer }) => interceptorOf(issuer)).find((product) => product !== undefined)
}

/** The product whose DNS filter answers with this address, as it is called there. */
export function sinkholeOf(address: string): { product: Product; name: string } | undefined {
  const product = PRODUCTS.find(({ sinkhole }) => sinkhole?.address.test(address))
  if (product?.sinkhole === undefined) return undefined
  const { part = '' } = product.sinkhole
  return { product, name: `${product.name} ${part}`.trim() }
}

/** What the administrator of a product has to do so that this host can be reached from here. */
export function orderToAllow(name: string, host: string): string {
  const known = PRODUCTS.find((one) => one.name === name && one.name !== '')
  return (
    known?.allow?.(host) ??
    `Allow ${host} for this runner in ${name === '' ? 'the web filter' : name}.`
  )
}
