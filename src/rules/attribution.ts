import { PRODUCTS, interceptorOf } from '../knowledge/catalogue.ts'
import type { Product, Strength } from '../knowledge/product.ts'
import type { ReceivedResponse, Sign } from '../knowledge/sign.ts'
import { given, type CertificateFacts, type Evidence, type Responder } from '../model/index.ts'
import { factsOf, investigation, lastAttempt, observations, responseOf } from '../model/reading.ts'

/** Who wrote a response, and why that is believed. */
export interface Attribution {
  readonly responder: Responder
  /** Product of the responder, empty when it is not known. */
  readonly product: string
  /** What shows it, strongest first. */
  readonly evidence: readonly string[]
  /** What speaks for somebody else; only for `unknown`. */
  readonly contradictions: readonly string[]
  /** Nothing shows who answered; the API of the route is the first to think of (logs only). */
  readonly assumed?: true
  /** The answer was written by a server behind the responder and passed on. */
  readonly relayed: boolean
}

interface Candidate {
  readonly product: Product
  readonly strength: Strength
  readonly evidence: readonly string[]
}

const WEIGHT: Readonly<Record<Strength, number>> = { proof: 3, strong: 2, hint: 1 }

/** A response with the certificates of the connection that it came over, leaf first. */
type AttributedResponse = Omit<ReceivedResponse, 'signer'> & {
  readonly chain?: readonly CertificateFacts[]
}

/** Product that signs what it inspects, by the certificates of a connection. */
function signerOf(chain: readonly CertificateFacts[] = []): string | undefined {
  for (const one of chain) {
    const signer = SIGNERS.get(one) ?? {
      product: interceptorOf(one.issuer) ?? interceptorOf(one.subject),
    }
    SIGNERS.set(one, signer)
    if (signer.product !== undefined) return signer.product
  }
  return undefined
}

/** The routes of a run meet the same few certificates. */
const SIGNERS = new WeakMap<CertificateFacts, { readonly product: string | undefined }>()

/**
 * Decides who wrote a response. Devices on the way (proxies, filters, portals) and servers at its
 * end stand against each other: when both have good evidence, nobody is named.
 */
export function attribute(
  { chain, ...rest }: AttributedResponse,
  products: readonly Product[] = PRODUCTS,
): Attribution {
  const signer = signerOf(chain)
  const received = { ...rest, ...given({ signer }) }
  const candidates = candidatesAmong(products, received)
  const onTheWay = candidates.filter((one) => isOnTheWay(one.product))
  const atTheEnd = candidates.filter((one) => !isOnTheWay(one.product))
  const [way] = onTheWay
  const [end] = atTheEnd
  if (way !== undefined && end !== undefined && isGood(way) && isGood(end)) {
    return contradiction(way, end)
  }
  if (
    way !== undefined &&
    (isGood(way) || (end === undefined && received.route.kind === 'openai'))
  ) {
    return named(way, false)
  }
  return atEnd(received, atTheEnd)
}

function candidatesAmong(
  products: readonly Product[],
  received: ReceivedResponse,
): readonly Candidate[] {
  return products
    .flatMap((one) => candidateOf(one, received) ?? [])
    .toSorted((a, b) => WEIGHT[b.strength] - WEIGHT[a.strength])
}

function candidateOf(product: Product, received: ReceivedResponse): Candidate | undefined {
  if (!product.routes.includes(received.route.kind)) return undefined
  const found = product.proves.flatMap((clue) => {
    const evidence = clue.seen(received)
    return evidence === undefined ? [] : [{ strength: clue.strength, evidence }]
  })
  const best = found.toSorted((a, b) => WEIGHT[b.strength] - WEIGHT[a.strength])[0]
  if (best === undefined || product.excludes.some((seen) => seen(received) !== undefined)) {
    return undefined
  }
  const evidence = [...new Set(found.map((one) => one.evidence))]
  return { product, strength: best.strength, evidence }
}

function atEnd(received: ReceivedResponse, candidates: readonly Candidate[]): Attribution {
  const { kind } = received.route
  const gateway = candidates.find((one) => one.product.responder === 'gateway')
  const api = candidates.find((one) => one.product.responder !== 'gateway')
  if (kind === 'gateway') return ofGateway(received, candidates[0])
  const relay = candidates.find((one) => isGood(one) && relaysTo(received, one.product))
  if (relay !== undefined) return named(relay, true)
  if (api !== undefined && gateway !== undefined && isGood(api) && isGood(gateway)) {
    return contradiction(gateway, api)
  }
  if (gateway !== undefined && isGood(gateway)) return named(gateway, false)
  if (api !== undefined && (isGood(api) || gateway === undefined)) return named(api, false)
  return gateway === undefined ? nobody(received) : named(gateway, false)
}

/** What a server behind a gateway wrote. */
const WRITTEN_BEHIND: readonly Sign[] = PRODUCTS.flatMap(({ wroteBehind }) => wroteBehind)

/** A gateway is the one that answered until the opposite is proven. */
function ofGateway(received: ReceivedResponse, best: Candidate | undefined): Attribution {
  const behind = WRITTEN_BEHIND.flatMap((seen) => seen(received) ?? [])
  const relay = best?.product.relays.flatMap((seen) => seen(received) ?? []) ?? []
  return {
    responder: best?.product.responder ?? 'gateway',
    product: best?.product.name ?? '',
    evidence: [...(best?.evidence ?? ['the base URL is a gateway’s']), ...relay, ...behind],
    ...(received.source === 'log' && best === undefined && behind.length === 0
      ? { assumed: true }
      : {}),
    contradictions: [],
    relayed: relay.length > 0 || behind.length > 0,
  }
}

/** On the direct route: the API's own words, through something that names itself in `Via`. */
function relaysTo(received: ReceivedResponse, product: Product): boolean {
  return (
    product.relays.some((seen) => seen(received) !== undefined) ||
    (product.responder === 'openai' && received.response.headers['via'] !== undefined)
  )
}

function isOnTheWay({ responder }: Product): boolean {
  return responder === 'proxy' || responder === 'interceptor'
}

function isGood({ strength }: Candidate): boolean {
  return strength !== 'hint'
}

function named(candidate: Candidate, relayed: boolean): Attribution {
  const { responder, name } = candidate.product
  return { responder, product: name, evidence: candidate.evidence, contradictions: [], relayed }
}

function contradiction(way: Candidate, end: Candidate): Attribution {
  return {
    responder: 'unknown',
    product: '',
    evidence: end.evidence,
    contradictions: way.evidence,
    relayed: false,
  }
}

const API_OF: Readonly<Record<ReceivedResponse['route']['kind'], Responder>> = {
  openai: 'openai',
  azure: 'azure-openai',
  gateway: 'gateway',
}

/** A log that kept only a status: it is the API's until something speaks against it, and said so. */
function nobody({ response, route, source }: ReceivedResponse): Attribution {
  const server = response.headers['server']
  return {
    ...(source === 'log'
      ? { responder: API_OF[route.kind], assumed: true }
      : { responder: 'unknown' }),
    product: '',
    evidence: [
      `status ${String(response.status)} with ${response.body.shape === 'empty' ? 'no body' : response.body.shape}`,
      ...(server === undefined
        ? []
        : [`server: ${server.replaceAll(/[^\w .()/-]/g, '').slice(0, 60)}`]),
    ],
    contradictions: [],
    relayed: false,
  }
}

/** Evidence does not change, and every rule asks the same question of it. */
const KNOWN = new WeakMap<Evidence, { readonly attribution: Attribution | undefined }>()

/** Who wrote the response of the last attempt; `undefined` when none came. */
export function attributionOf(evidence: Evidence): Attribution | undefined {
  const known = KNOWN.get(evidence) ?? { attribution: attributionOfResponse(evidence) }
  KNOWN.set(evidence, known)
  return known.attribution
}

function attributionOfResponse(evidence: Evidence): Attribution | undefined {
  const response = responseOf(evidence)
  if (response === undefined) return undefined
  return attribute({
    response: response.facts,
    route: evidence.route,
    chain: chainOf(evidence),
    source: evidence.source,
  })
}

/** The certificates that the connection to the API presented, else those of the investigation. */
function chainOf(evidence: Evidence): readonly CertificateFacts[] {
  const attempt = lastAttempt(evidence)
  for (const one of observations(evidence, 'handshake').toReversed()) {
    const facts = factsOf<'handshake'>(one)
    if (one.attempt === attempt && facts?.of === 'target' && facts.chain !== undefined) {
      return facts.chain
    }
  }
  return factsOf<'served-chain'>(investigation(evidence, 'served-chain'))?.chain ?? []
}
