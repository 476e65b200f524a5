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

/** Words by the mark that stands for them. */
export type Sentences = Readonly<
  Record<
    string,
    {
      readonly says: RegExp
      /** Where they were seen, if not where the others were. */
      readonly source?: string
    } & Pick<Mark, 'status' | 'inBodies'>
  >
>

const marksOf =
  (where: Mark['where']) =>
  (seen: string, sentences: Sentences): readonly Mark[] =>
    Object.entries(sentences).map(([id, { says: pattern, source = seen, ...more }]) => ({
      id,
      pattern,
      source,
      where,
      ...more,
    }))

/** Words of its pages, and where they were seen. */
export const onPages = marksOf('page')

/**
 * A number of Cloudflare's own errors, as its text and its pages write it
 * (developers.cloudflare.com, Cloudflare 1xxx errors).
 */
export const cloudflareCode = (numbers: string, titles = numbers): RegExp =>
  new RegExp(
    String.raw`<title>\s{0,4}(?:${titles}) \||^[^\n]{0,40}\berror code: ${numbers}\b|<span(?: [^>]{0,80})?>${numbers}<\/span>|\bError ${numbers} Ray ID`,
    'i',
  )

/** Sentences of its error objects. */
export const inErrors = marksOf('error')

/** A list of block pages that people met. */
export const OONI = 'ooni/blocking-fingerprints, fingerprints_http.csv'

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
 * Everything that is known of one product, in one place: what it signs, writes and answers with.
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

/** The page by which a product is known. */
export interface OwnPage {
  /** Id of its mark. */
  readonly mark: string
  readonly page: RegExp
  /** Where it was seen. */
  readonly source: string
}

/** A proxy that answers in its own name. */
export function namedProxy(
  name: string,
  {
    named,
    mark: id,
    page,
    source,
    ...parts
  }: OwnPage & Pick<Product, 'issuer'> & { readonly named: RegExp },
): Product {
  return product({
    name,
    kind: 'proxy',
    marks: onPages(source, { [id]: { says: page, inBodies: true } }),
    proves: [
      strong(header('server', named)),
      strong(mark(id)),
      hint(all(header('via', named), notJson)),
    ],
    ...parts,
  })
}

/** A server that knows nothing of models: on a provider's route it is the provider's. */
export function webServer(
  name: string,
  seen: readonly Sign[],
  parts: Partial<Pick<Product, 'marks' | 'headers' | 'yields'>> = {},
): Product {
  const signs = [...seen, ...(parts.marks ?? []).map(({ id }) => mark(id))]
  return product({
    name,
    kind: 'server',
    routes: ['azure', 'gateway'],
    proves: signs.map(hint),
    ...parts,
  })
}
