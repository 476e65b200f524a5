import type { Responder } from '../model/index.ts'
import { azureGenuine } from './azure-openai.ts'
import type { Definition, ReceivedResponse, Sign, Strength } from './definition.ts'
import { genuine } from './openai.ts'
import { mark } from './seen.ts'

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
  readonly definition: Definition
  readonly strength: Strength
  readonly evidence: readonly string[]
}

const WEIGHT: Readonly<Record<Strength, number>> = { proof: 3, strong: 2, hint: 1 }

/**
 * Decides who wrote a response. Devices on the way (proxies, filters, portals) and servers at its
 * end stand against each other: when both have good evidence, nobody is named.
 */
export function attributeAmong(
  definitions: readonly Definition[],
  question: ReceivedResponse,
): Attribution {
  const candidates = candidatesAmong(definitions, question)
  const onTheWay = candidates.filter((one) => isOnTheWay(one.definition))
  const atTheEnd = candidates.filter((one) => !isOnTheWay(one.definition))
  const [way] = onTheWay
  const [end] = atTheEnd
  if (way !== undefined && end !== undefined && isGood(way) && isGood(end)) {
    return contradiction(way, end)
  }
  if (
    way !== undefined &&
    (isGood(way) || (end === undefined && question.route.kind === 'openai'))
  ) {
    return named(way, false)
  }
  return atEnd(question, atTheEnd)
}

function candidatesAmong(
  definitions: readonly Definition[],
  question: ReceivedResponse,
): readonly Candidate[] {
  return definitions
    .flatMap((one) => candidateOf(one, question) ?? [])
    .toSorted((a, b) => WEIGHT[b.strength] - WEIGHT[a.strength])
}

function candidateOf(definition: Definition, question: ReceivedResponse): Candidate | undefined {
  if (!definition.routes.includes(question.route.kind)) return undefined
  if (definition.excludes.some((seen) => seen(question) !== undefined)) return undefined
  const found = definition.proves.flatMap((clue) => {
    const evidence = clue.seen(question)
    return evidence === undefined ? [] : [{ strength: clue.strength, evidence }]
  })
  const best = found.toSorted((a, b) => WEIGHT[b.strength] - WEIGHT[a.strength])[0]
  if (best === undefined) return undefined
  const evidence = [...new Set(found.map((one) => one.evidence))]
  return { definition, strength: best.strength, evidence }
}

function atEnd(question: ReceivedResponse, candidates: readonly Candidate[]): Attribution {
  const { kind } = question.route
  const gateway = candidates.find((one) => one.definition.responder === 'gateway')
  const api = candidates.find((one) => one.definition.responder !== 'gateway')
  if (kind === 'gateway') return ofGateway(question, candidates[0])
  const relay = candidates.find((one) => isGood(one) && relaysTo(question, one.definition))
  if (relay !== undefined) return named(relay, true)
  if (api !== undefined && gateway !== undefined && isGood(api) && isGood(gateway)) {
    return contradiction(gateway, api)
  }
  if (gateway !== undefined && isGood(gateway)) {
    return named(gateway, false)
  }
  if (api !== undefined && (isGood(api) || gateway === undefined)) return named(api, false)
  return gateway === undefined ? nobody(question) : named(gateway, false)
}

/** What a server behind a gateway wrote: its headers, or links that lead to its own console. */
const WRITTEN_BEHIND: readonly Sign[] = [
  genuine,
  azureGenuine,
  mark('openai.account_link'),
  mark('azure.support_link'),
]

/** A gateway is the one that answered until the opposite is proven. */
function ofGateway(question: ReceivedResponse, best: Candidate | undefined): Attribution {
  const behind = WRITTEN_BEHIND.flatMap((seen) => seen(question) ?? [])
  const relay = best?.definition.relays.flatMap((seen) => seen(question) ?? []) ?? []
  return {
    responder: best?.definition.responder ?? 'gateway',
    product: best?.definition.product ?? '',
    evidence: [...(best?.evidence ?? ['the base URL is a gateway’s']), ...relay, ...behind],
    ...(question.source === 'log' && best === undefined && behind.length === 0
      ? { assumed: true }
      : {}),
    contradictions: [],
    relayed: relay.length > 0 || behind.length > 0,
  }
}

/** On the direct route: the API's own words, through something that names itself in `Via`. */
function relaysTo(question: ReceivedResponse, definition: Definition): boolean {
  return (
    definition.relays.some((seen) => seen(question) !== undefined) ||
    (definition.responder === 'openai' && question.response.headers['via'] !== undefined)
  )
}

function isOnTheWay({ responder }: Definition): boolean {
  return responder === 'proxy' || responder === 'interceptor'
}

function isGood({ strength }: Candidate): boolean {
  return strength !== 'hint'
}

function named(candidate: Candidate, relayed: boolean): Attribution {
  const { responder, product } = candidate.definition
  return { responder, product, evidence: candidate.evidence, contradictions: [], relayed }
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
