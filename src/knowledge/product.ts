import type { Responder, RouteKind } from '../model/index.ts'
import { all, header, mark, notJson, type Sign } from './sign.ts'

/** A family of sentences, named, so that everything after the probe sees the name and not the text. */
export interface Mark {
  /** `family.name`, e.g. `azure.virtual_network`. */
  readonly id: string
  /** Linear time on any input: literals, classes and bounded repeats only. */
  readonly pattern: RegExp
  /** Where the words were seen. */
  readonly source: string
  /**
   * `error`: a sentence of an error object. `page`: words of a page or a plain text, never looked
   * for in JSON, where they could be a part of somebody's prompt.
   */
  readonly where: 'error' | 'page'
  /** The status that it is sent with, for a log that kept the words alone. */
  readonly status?: number
  /** Too common to mean anything outside a body: never looked for in the lines of a log. */
  readonly inBodies?: true
}

type MoreOfMark = Pick<Mark, 'status' | 'inBodies'>

/** A list of block pages that people met. */
export const OONI = 'ooni/blocking-fingerprints, fingerprints_http.csv'

/** Words of its pages; `source` says where they were seen. */
export const onPage = (
  id: string,
  pattern: RegExp,
  source: string,
  more: MoreOfMark = {},
): Mark => ({ id, pattern, source, where: 'page', ...more })

/** A sentence of its error objects. */
export const inError = (
  id: string,
  pattern: RegExp,
  source: string,
  more: MoreOfMark = {},
): Mark => ({ id, pattern, source, where: 'error', ...more })

/**
 * `proof`: only this product writes it. `strong`: this one writes it, and hardly anybody else.
 * `hint`: fits this one; outweighed by anything better.
 */
export type Strength = 'proof' | 'strong' | 'hint'

export interface Clue {
  readonly strength: Strength
  readonly seen: Sign
}

export const proof = (seen: Sign): Clue => ({ strength: 'proof', seen })
export const strong = (seen: Sign): Clue => ({ strength: 'strong', seen })
export const hint = (seen: Sign): Clue => ({ strength: 'hint', seen })

/** What answers, nearest to the runner first: among equally strong evidence the earlier is named. */
export const KINDS = ['proxy', 'filter', 'portal', 'unnamed', 'api', 'gateway', 'server'] as const

/**
 * Everything that is known of one product, in one file: what it signs, writes and answers with.
 * Sources: ooni/blocking-fingerprints, wafw00f, vendors' pages, recorded replies.
 */
export interface Product {
  /** As its maker spells it; empty for the ones that do not name themselves. */
  readonly name: string
  /** Absent for what only signs connections. */
  readonly kind?: (typeof KINDS)[number]
  /** Named only where equal evidence speaks for no other of its kind, e.g. what often stands in front of them. */
  readonly yields?: true
  /** Who it is when it answers. */
  readonly responder: Responder
  /**
   * Words of the certificates that it signs while it inspects TLS (vendors' documentation, public
   * threads). They may match no public authority that signs ordinary servers.
   */
  readonly issuer?: RegExp
  readonly marks: readonly Mark[]
  /** Response headers that are kept besides those its signs read; one that ends with `*` stands for all that begin so. */
  readonly headers: readonly string[]
  /** Headers whose presence is kept and whose text, an account, is nobody's business. */
  readonly presenceOnly: readonly string[]
  /** Addresses that it answers DNS questions with instead of the real ones; `part` is the part of the product that does. */
  readonly sinkhole?: { readonly address: RegExp; readonly source: string; readonly part?: string }
  /** What its administrator has to do so that this host can be reached: an order. */
  readonly allow?: (host: string) => string
  /** Where it can be the one that answers. */
  readonly routes: readonly RouteKind[]
  /** What shows that it wrote a response, strongest first. */
  readonly proves: readonly Clue[]
  /** Evidence that somebody else wrote the response. */
  readonly excludes: readonly Sign[]
  /** Evidence that it wrote what a gateway passed on: its own headers, or links that lead to its own console. */
  readonly wroteBehind: readonly Sign[]
  /** Evidence that it passes on an answer of the server behind it. */
  readonly relays: readonly Sign[]
}

const RESPONDERS: Readonly<Partial<Record<NonNullable<Product['kind']>, Responder>>> = {
  proxy: 'proxy',
  filter: 'interceptor',
  portal: 'interceptor',
  gateway: 'gateway',
  server: 'gateway',
}

/** A product from its parts; what is left out is empty, and every route is possible. */
export function product(parts: Pick<Product, 'name'> & Partial<Product>): Product {
  return {
    responder: (parts.kind === undefined ? undefined : RESPONDERS[parts.kind]) ?? 'unknown',
    marks: [],
    headers: [],
    presenceOnly: [],
    routes: ['openai', 'azure', 'gateway'],
    proves: [],
    excludes: [],
    wroteBehind: [],
    relays: [],
    ...parts,
  }
}

/** A product that is known only by the certificates that it signs. */
export const signer = (name: string, issuer: RegExp): Product => product({ name, issuer })

/** A proxy that answers in its own name. */
export function namedProxy({
  named,
  page,
  ...parts
}: Pick<Product, 'name'> &
  Partial<Product> & { readonly named: RegExp; readonly page: Mark }): Product {
  return product({
    kind: 'proxy',
    marks: [page],
    proves: [
      strong(header('server', named)),
      strong(mark(page.id)),
      hint(all(header('via', named), notJson)),
    ],
    ...parts,
  })
}

/** A server that knows nothing of models: on a provider's route it is the provider's. */
export function webServer(
  name: string,
  seen: readonly Sign[],
  marks: readonly Mark[] = [],
  headers: readonly string[] = [],
): Product {
  return product({
    name,
    kind: 'server',
    routes: ['azure', 'gateway'],
    marks,
    headers,
    proves: seen.map(hint),
  })
}
