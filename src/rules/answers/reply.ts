import { entryOf } from '../../model/index.ts'
import type { ApiError, Evidence, Responder, ResponseFacts, RouteKind } from '../../model/index.ts'
import { STATUS_OF_CODE } from '../../knowledge/error-codes.ts'
import { destination } from '../connection/broken-step.ts'
import { attributionOf, type Attribution } from '../attribution.ts'
import type { Response } from '../../model/reading.ts'
import { factsOf, observation, perEvidence, responseOf } from '../../model/reading.ts'

/** The answer to the real request, with everything that conclusions about it need. */
export interface Reply {
  readonly evidence: Evidence
  readonly observation: Response['observation']
  readonly facts: ResponseFacts
  readonly who: Attribution
  /** Status that counts: some providers put an error with its own status into a 200. */
  readonly status: number
  readonly error: ApiError
  /** Host of the base URL; words for it where a log names none. */
  readonly host: string
  /** 0 where a log names none. */
  readonly port: number
}

/** `undefined` when no response came. */
export const replyOf = perEvidence((evidence): Reply | undefined => {
  const response = responseOf(evidence)
  const who = attributionOf(evidence)
  if (response === undefined || who === undefined) return undefined
  const { observation: seen, facts } = response
  const error = facts.body.error ?? {}
  return {
    evidence,
    observation: seen,
    facts,
    who,
    status: statusOf(facts, error),
    error,
    ...destination(evidence),
  }
})

function statusOf(facts: ResponseFacts, { code }: ApiError): number {
  const { body } = facts
  // A WebSocket was opened: what the API thinks of the request stands in its first message.
  const status = facts.status === 101 && facts.body.shape !== 'empty' ? 200 : facts.status
  if (status < 200 || status > 299 || body.error === undefined || code === undefined) return status
  const own = Number(code)
  return own >= 400 && own <= 599 ? own : (entryOf(STATUS_OF_CODE, code) ?? status)
}

/** The responder is the API that this route leads to. */
export function isFromApi({ who, evidence }: Reply): boolean {
  return APIS[evidence.route.kind].includes(who.responder)
}

const APIS: Readonly<Record<RouteKind, readonly Responder[]>> = {
  openai: ['openai'],
  azure: ['azure-openai', 'azure-apim'],
  gateway: ['gateway', 'azure-apim'],
}

export function isFromOpenai(reply: Reply): boolean {
  return reply.who.responder === 'openai'
}

/** Azure OpenAI or API Management, wherever it stands. */
export function isFromAzure({ who }: Reply): boolean {
  return who.responder === 'azure-openai' || who.responder === 'azure-apim'
}

/** A gateway, or a plain server of the provider, on a route that leads to one. */
export function isFromGateway({ who, evidence }: Reply): boolean {
  return who.responder === 'gateway' && evidence.route.kind !== 'openai'
}

/** Code of the error object is one of these. */
export function hasCode({ error }: Reply, ...codes: readonly string[]): boolean {
  return error.code !== undefined && codes.includes(error.code)
}

export function hasType({ error }: Reply, ...types: readonly string[]): boolean {
  return error.type !== undefined && types.includes(error.type)
}

/** One of these marks was found in the body. */
export function hasMark({ facts }: Reply, ...ids: readonly string[]): boolean {
  return ids.some((id) => facts.body.marks.includes(id))
}

export function isSuccess({ status }: Reply): boolean {
  return status >= 200 && status <= 299
}

export function isServerError({ status }: Reply): boolean {
  return status >= 500 && status <= 599
}

/** What the SDK made of the response did not come out as the API's own object. */
export function isAnswerInvalid({ evidence }: Reply): boolean {
  const answer = observation(evidence, 'answer')
  return answer?.outcome.status === 'failed' || factsOf<'answer'>(answer)?.valid === false
}

/** Issuer of the certificate under this answer, where it ends in a root that no public list has. */
export function privateIssuer({ evidence }: Reply): string | undefined {
  const handshake = factsOf<'handshake'>(observation(evidence, 'handshake'))
  if (handshake?.of !== 'target' || handshake.privateRoot !== true) return undefined
  return handshake.chain?.[0]?.issuer ?? 'a private authority'
}
