import type {
  AnyObservation,
  Code,
  Confidence,
  FactsOf,
  Failure,
  Observation,
  Outcome,
  ProbeId,
} from '../model/index.ts'
import { given, PROBE_RUNG } from '../model/index.ts'
import { routeOfHeader } from '../knowledge/catalogue.ts'
import { isAddress, isThisMachine, resolved } from '../knowledge/addresses.ts'
import { failureFrom } from '../evidence/failure.ts'
import { headersOfInterest } from '../evidence/headers.ts'
import { limitsOf } from '../evidence/limits.ts'
import { refusal } from '../evidence/tunnel.ts'
import type { LogAnswer } from './answer.ts'
import type { EvidencePiece, PieceOf } from './evidence-piece.ts'
import type { LogDestination } from './hints.ts'

export type LogPlace = { readonly line: number; readonly column: number }

export interface LogEvidence {
  readonly observations: readonly AnyObservation[]
  readonly confidence: Confidence
  readonly places: readonly LogPlace[]
  readonly hollow?: true
  /** The log has the words of the answer, and this status follows from them. */
  readonly impliedStatus?: number
}

export function only(
  observation: AnyObservation,
  place: LogPlace,
  confidence: Confidence,
): LogEvidence {
  return { observations: [observation], confidence, places: [place] }
}

export function tunnelSeen(
  piece: PieceOf<'tunnel'>,
  pieces: readonly EvidencePiece[],
  destination: LogDestination,
  make: Observer,
): LogEvidence {
  const headers = headersIn(pieces)
  const { status } = piece
  const failure: Failure =
    status === undefined ? { code: piece.code ?? 'proxy.http_error' } : refusal({ status, headers })
  const facts: FactsOf['tunnel'] = {
    proxy: piece.proxy ?? proxyIn(pieces),
    scheme: 'http',
    target: piece.target ?? destination.host?.host ?? '',
    headers,
    schemes: [],
    credentialsSent: false,
    ...given({ status }),
  }
  const observation = make('tunnel', piece, failed(failure, facts))
  const confidence = facts.target === '' && facts.proxy === '' ? 'medium' : 'high'
  return { observations: [observation], confidence, places: placesLike(piece, pieces) }
}

export function codeOf({
  code: known,
  alert: number,
  errno: name,
  layer,
}: PieceOf<'failure'>): Failure {
  if (known !== undefined) return { code: known, ...given({ alert: number }) }
  const thrown = {
    ...given({ code: name }),
    // The word for a reset comes from the kernel; an end has other words in a log.
    ...(name === 'ECONNRESET' ? { errno: -104, syscall: 'read' } : {}),
    ...(number === undefined ? {} : { message: `SSL alert number ${number}` }),
  }
  const { code, errno, alert } = failureFrom(thrown, layer)
  return { code, ...given({ errno, alert }) }
}

export function failureSeen(
  piece: PieceOf<'failure'>,
  pieces: readonly EvidencePiece[],
  destination: LogDestination,
  make: Observer,
): LogEvidence {
  const failure = codeOf(piece)
  const throughProxy = pieces.some((one) => one.kind === 'proxy' && one.variable === undefined)
  const of = piece.of ?? (throughProxy && piece.layer !== 'tls' ? 'proxy' : 'target')
  const host = piece.host ?? destination.host?.host ?? ''
  const port = piece.port ?? destination.host?.port ?? (destination.host === undefined ? 0 : 443)
  const places = placesLike(piece, pieces)
  // Whose call it was is only sure where the failure or the log around it names the host.
  const vague = failure.errno === undefined && failure.code.endsWith('.failed')
  const confidence: Confidence = vague || host === '' ? 'medium' : 'high'
  const shown = (...observations: readonly AnyObservation[]): LogEvidence => ({
    observations,
    confidence,
    places,
  })
  switch (piece.layer) {
    case 'dns': {
      const facts: FactsOf['lookup'] = { host, resolver: 'log', addresses: [], of }
      return shown(make('lookup', piece, failed(failure, facts)))
    }
    case 'tcp': {
      const attempts = attemptsIn(pieces, host, port, failure)
      const below = lookupBelow(attempts, destination, piece, make)
      const facts = { host, port, attempts, of }
      return shown(...below, make('connect', piece, failed(failure, facts)))
    }
    case 'tls': {
      const servername = destination.host?.host ?? host
      return shown(
        make('connect', piece, { status: 'ok', facts: { host, port, attempts: [], of } }),
        make('handshake', piece, failed(failure, { servername, of, chain: [], verified: false })),
      )
    }
    case 'proxy':
    case 'http': {
      const { method, path } = destination
      const facts: Partial<FactsOf['response']> = { method, path, authenticated: true }
      return shown(make('response', piece, failed(failure, facts)))
    }
  }
}

/** An address that was dialled for a name proves that the name resolved, and to what. */
function lookupBelow(
  attempts: FactsOf['connect']['attempts'],
  destination: LogDestination,
  piece: PieceOf<'failure'>,
  make: Observer,
): readonly AnyObservation[] {
  const host = destination.host?.host
  const port = destination.host?.port ?? (destination.host?.scheme === 'http' ? 80 : 443)
  if (host === undefined || isAddress(host)) return []
  if (attempts.length === 0 || attempts.some((one) => one.port !== port)) return []
  const addresses = [...new Set(attempts.map(({ address }) => address))].map(resolved)
  const facts = { host, resolver: 'log' as const, addresses, of: 'target' as const }
  return [make('lookup', piece, { status: 'ok', facts })]
}

function attemptsIn(
  pieces: readonly EvidencePiece[],
  host: string,
  port: number,
  deciding: Failure,
): FactsOf['connect']['attempts'] {
  const found = new Map<string, FactsOf['connect']['attempts'][number]>()
  for (const piece of pieces) {
    if (piece.kind !== 'failure' || piece.layer !== 'tcp' || piece.host === undefined) continue
    if (!isAddress(piece.host) || found.size >= 8) continue
    const own = codeOf(piece)
    // `Cannot connect to host 127.0.0.1:11434 [Connection refused]`: the reason stands beside it.
    const { code, errno } = own.errno === undefined ? deciding : own
    found.set(piece.host, {
      address: piece.host,
      family: piece.host.includes(':') ? 6 : 4,
      port: piece.port ?? port,
      status: 'failed',
      code,
      ...given({ errno }),
      elapsedMs: 0,
    })
  }
  return found.size > 0 || !isAddress(host) ? [...found.values()] : []
}

export function answerSeen(
  answer: LogAnswer,
  pieces: readonly EvidencePiece[],
  destination: LogDestination,
  make: Observer,
): LogEvidence {
  const headers = headersIn(pieces)
  const id = pieces.find((piece) => piece.kind === 'request-id')?.value
  const asked = pieces.find((piece) => piece.kind === 'wait')?.ms
  const sent = limitsOf(headers, 0)
  const limits = asked === undefined ? sent : { retryAfterMs: asked, ...sent }
  const facts: FactsOf['response'] = {
    method: destination.method,
    path: destination.path,
    status: answer.status,
    httpVersion: '1.1',
    headers,
    body: answer.body,
    authenticated: true,
    ...given({ requestId: id, limits }),
  }
  const confidence = sureness(answer, destination, headers, id)
  return {
    observations: [
      make('response', answer.at, { status: 'ok', facts }),
      make('answer', answer.at, {
        status: 'skipped',
        because: `the response has status ${answer.status}`,
      }),
    ],
    confidence,
    places: [answer.at, ...pieces.filter((piece) => piece.kind === 'status')],
    ...(answer.statusImplied ? { impliedStatus: answer.status } : {}),
  }
}

/**
 * A status with its body is proven where a header, a request ID or the host says whose it is; words
 * or a code of the API without these are clear and their author is not; a status alone is a shape.
 */
function sureness(
  { body, statusSeen, bodySeen }: LogAnswer,
  { host }: LogDestination,
  headers: Readonly<Record<string, string>>,
  id: string | undefined,
): Confidence {
  const { error, marks, shape } = body
  const word = [error?.code, error?.type].some((one) => one !== undefined && !/^\d+$/.test(one))
  const page = marks.some((one) => /^(?:block|portal|proxy)\./.test(one))
  const proven = Object.entries(headers).some(
    ([name, value]) => routeOfHeader(name, value) !== undefined,
  )
  if (statusSeen && proven) return 'high'
  const spoken = word || page || marks.some((one) => !/^(?:server\.|litellm\.upstream)/.test(one))
  if (!spoken && shape !== 'json') return marks.length > 0 && host !== undefined ? 'medium' : 'low'
  const attested = page || host !== undefined || id !== undefined || Object.keys(headers).length > 0
  return statusSeen && bodySeen && attested ? 'high' : spoken ? 'medium' : 'low'
}

/** Nothing but the SDK's word: it is said that an answer is missing, and nothing else. */
export function wrapperSeen(
  piece: PieceOf<'wrapper'>,
  destination: LogDestination,
  make: Observer,
): LogEvidence {
  const { host } = destination
  if (piece.says === 'connection' && host?.scheme === 'http' && isThisMachine(host.host)) {
    // Over plain HTTP to this machine neither DNS nor a proxy nor TLS is on the way.
    const facts = { host: host.host, port: host.port ?? 80, attempts: [], of: 'target' as const }
    return {
      observations: [make('connect', piece, failed({ code: 'tcp.failed' }, facts))],
      confidence: 'low',
      places: [piece, host],
    }
  }
  const code: Code = piece.says === 'timeout' ? 'path.timed_out' : 'path.no_response'
  const facts = { sdk: 'log', valid: false, errorChain: [] }
  return {
    observations: [make('answer', piece, failed({ code }, facts))],
    confidence: 'low',
    places: [piece],
    hollow: true,
  }
}

function headersIn(pieces: readonly EvidencePiece[]): Record<string, string> {
  const pairs = pieces.flatMap((piece) =>
    piece.kind === 'header' ? [[piece.name, piece.value] as const] : [],
  )
  return headersOfInterest(pairs)
}

function proxyIn(pieces: readonly EvidencePiece[]): string {
  return (
    pieces.flatMap((piece) => (piece.kind === 'proxy' ? [piece.proxy] : [])).find(Boolean) ?? ''
  )
}

/** The piece that decides, and the client's own word for it: more says the same again. */
function placesLike(piece: EvidencePiece, pieces: readonly EvidencePiece[]): readonly LogPlace[] {
  return [piece, ...pieces.filter(({ kind }) => kind === 'wrapper')]
}

export type Observer = <P extends ProbeId>(
  probe: P,
  at: LogPlace,
  outcome: Outcome<FactsOf[P]>,
) => AnyObservation

export function observer(destination: LogDestination): Observer {
  const counts = new Map<ProbeId, number>()
  return (probe, at, outcome) => {
    const count = (counts.get(probe) ?? 0) + 1
    counts.set(probe, count)
    const observation: Observation<typeof probe> = {
      id: count === 1 ? probe : `${probe}#${count}`,
      probe,
      rung: PROBE_RUNG[probe],
      route: 'log',
      target: destination.host?.host ?? destination.baseUrl,
      attempt: 1,
      startedMs: 0,
      elapsedMs: 0,
      outcome,
      at: { line: at.line, column: at.column },
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the union over the probes cannot be seen through the type parameter
    return observation as AnyObservation
  }
}

export function failed<Facts>(failure: Failure, facts: Partial<Facts>): Outcome<Facts> {
  return { status: 'failed', failure, facts }
}
