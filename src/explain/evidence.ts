import type { Client, Egress, Evidence, FactsOf } from '../model/index.ts'
import { ENDPOINTS, endpointFacts, given } from '../model/index.ts'
import { isThisMachine } from '../knowledge/addresses.ts'
import { CLIENT_WORDS } from '../knowledge/clients.ts'
import { answerIn, textOf, type LogAnswer } from './answer.ts'
import type { Block } from './blocks.ts'
import { bodiesIn, type FoundBody } from './bodies.ts'
import type { EvidencePiece, NamedProduct, PieceOf } from './evidence-piece.ts'
import { destinationOf, type LogDestination } from './hints.ts'
import type { Observer, LogPlace, LogEvidence } from './seen.ts'
import {
  answerSeen,
  codeOf,
  failed,
  failureSeen,
  observer,
  only,
  tunnelSeen,
  wrapperSeen,
} from './seen.ts'

/** An incident as the rules see it. */
export interface Reconstruction {
  readonly evidence: Evidence
  /** Places that show it, deepest first. */
  readonly cites: readonly { readonly line: number; readonly column: number }[]
  readonly products: ReadonlySet<NamedProduct>
  /** Only wrappers were left of it. */
  readonly hollow: boolean
  /** The status of the answer where the log has only its words. */
  readonly impliedStatus?: number
  /** Absent where nothing in the incident says which it is. */
  readonly client?: Client
  readonly endpointHost: string
}

/** One block of the log → observations, as the live run would have made them. */
export function reconstruct(block: Block): Reconstruction | undefined {
  const whole = textOf(block)
  const bodies = bodiesIn(whole.text)
  const outside = [
    ...hostsOfPages(bodies, whole),
    ...block.pieces.filter((piece) => !whole.inside(piece, bodies) || describes(piece)),
  ]
  const answer = answerIn(whole, bodies, outside)
  const products = productsOf(block.pieces, bodies, whole)
  const destination = destinationOf(outside, products, answer?.body)
  const egress = egressOf(block, outside)
  const make = observer(destination)
  const seen = observationsOf(outside, answer, destination, make)
  if (seen === undefined) return undefined
  return {
    evidence: {
      route: routeOf(destination, egress.client),
      egress,
      source: 'log',
      observations: seen.observations,
      confidence: seen.confidence,
    },
    cites: placesOf(seen.places),
    products,
    hollow: seen.hollow === true,
    ...given({ impliedStatus: seen.impliedStatus }),
    ...(egress.clientUnknown === true ? {} : { client: egress.client }),
    endpointHost: destination.host?.host ?? '',
  }
}

/** Cloudflare's error pages are entitled with the host that was asked for: `api.openai.com | 502: …`. */
function hostsOfPages(
  bodies: readonly FoundBody[],
  whole: ReturnType<typeof textOf>,
): readonly EvidencePiece[] {
  return bodies.flatMap(({ shape, text, start, end }) => {
    const host =
      shape === 'html'
        ? /<title>\s?(?:[\w -]{4,40} \| ([A-Za-z\d][\w.-]{0,80}) \| Cloudflare|([A-Za-z\d][\w.-]{0,80}) \| [45]\d\d: )/
            .exec(text)
            ?.slice(1)
            .find((one) => one !== undefined)
        : undefined
    if (host === undefined) return []
    const kind = 'host' as const
    return [
      { kind, host: host.toLowerCase(), ...whole.placeOf(start), index: start, end, depth: 4 },
    ]
  })
}

/** Hosts and ids inside a body still say where the call went and which it was. */
function describes(piece: EvidencePiece): boolean {
  return piece.kind === 'request-id' || piece.kind === 'retry' || piece.kind === 'wait'
}

function productsOf(
  pieces: readonly EvidencePiece[],
  bodies: readonly FoundBody[],
  whole: ReturnType<typeof textOf>,
): ReadonlySet<NamedProduct> {
  const found = new Set(
    pieces.flatMap((piece) => (piece.kind === 'product' ? [piece.product] : [])),
  )
  // The class of LiteLLM outside a body is that of its library; inside one it is its proxy's.
  const outside = bodies.reduce(
    (text, body) => text.replace(whole.text.slice(body.start, body.end), ''),
    whole.text,
  )
  if (
    /(?<!\b\d{3} )\blitellm\.(?:exceptions\.)?[A-Z]|(?<!litellm[^\n]{0,80})\b(?:OpenAI|Azure)Exception - /.test(
      outside,
    )
  )
    found.add('library')
  return found
}

/** Deeper evidence outranks wrappers; what lies below a step is only claimed where the step proves it. */
function observationsOf(
  pieces: readonly EvidencePiece[],
  answer: LogAnswer | undefined,
  destination: LogDestination,
  make: Observer,
): LogEvidence | undefined {
  const found = pieces.filter((piece) => piece.kind === 'settings')
  const settings = found.find(({ atStart }) => atStart === true) ?? found[0]
  if (settings !== undefined) {
    const { code, setting, message, fix, owner } = settings
    const problems = [{ code, setting, message, fix, owner, severity: 'fatal' as const }]
    return only(make('settings', settings, failed({ code }, { problems })), settings, 'high')
  }
  const bare = hostWithoutScheme(pieces)
  if (bare !== undefined) {
    const code = 'config.base_url_no_scheme'
    const problem = { code, severity: 'fatal', owner: 'request', ...NO_SCHEME } as const
    return only(make('settings', bare, failed({ code }, { problems: [problem] })), bare, 'high')
  }
  const browser = pieces.find((piece) => piece.kind === 'browser')
  if (browser !== undefined) {
    const { because, origin = 'this page' } = browser
    const facts = { origin, allowed: false, headers: {}, status: 0, because }
    const outcome = failed<FactsOf['browser-origin']>({ code: 'client.cors_refused' }, facts)
    return only(make('browser-origin', browser, outcome), browser, 'high')
  }
  const tunnel = tunnelIn(pieces)
  if (tunnel !== undefined) return tunnelSeen(tunnel, pieces, destination, make)
  const broken = deepestFailure(pieces)
  if (broken !== undefined && !(answer !== undefined && outranks(answer, broken))) {
    return failureSeen(broken, pieces, destination, make)
  }
  if (answer !== undefined) return answerSeen(answer, pieces, destination, make)
  const wrapper = pieces.find((piece) => piece.kind === 'wrapper')
  return wrapper === undefined ? undefined : wrapperSeen(wrapper, destination, make)
}

const NO_SCHEME = {
  setting: 'OPENAI_BASE_URL',
  message:
    'The base URL has no https:// in front, so the client took its host for a path and dialled port 80 of this machine.',
  fix: 'Set OPENAI_BASE_URL to a full URL that begins with https://.',
}

/** axios before 1 dials `localhost:80` for it (lib/adapters/http.js). */
function hostWithoutScheme(pieces: readonly EvidencePiece[]): EvidencePiece | undefined {
  const dialled = pieces.some(
    (piece) => piece.kind === 'failure' && piece.port === 80 && isThisMachine(piece.host ?? ''),
  )
  return dialled
    ? pieces.find((piece) => piece.kind === 'host' && piece.scheme === 'none')
    : undefined
}

/** A status or a body proves that a server answered; words of a time-out around it do not undo that. */
function outranks(answer: LogAnswer, broken: PieceOf<'failure'>): boolean {
  if (broken.errno !== undefined) return answer.bodySeen && answer.at.line > broken.line
  return answer.statusSeen || answer.bodySeen
}

function tunnelIn(pieces: readonly EvidencePiece[]): PieceOf<'tunnel'> | undefined {
  const all = pieces.filter((piece) => piece.kind === 'tunnel')
  return (
    all.find(({ status }) => status !== undefined) ??
    all.find(({ code }) => code !== undefined) ??
    all[0]
  )
}

/** The failure that says most: named by the system or by OpenSSL before words without a name. */
function deepestFailure(pieces: readonly EvidencePiece[]): PieceOf<'failure'> | undefined {
  const all = pieces.filter((piece) => piece.kind === 'failure')
  return all.toSorted((a, b) => weightOf(b) - weightOf(a))[0]
}

const LAYER_WEIGHT = { dns: 4, tcp: 2, proxy: 3, tls: 4, http: 1 } as const

function weightOf(piece: PieceOf<'failure'>): number {
  const { code, errno } = codeOf(piece)
  const vague =
    (code.endsWith('.failed') && (errno === undefined || piece.layer !== 'dns')) ||
    /^tls\.cert\.invalid$|^tls\.protocol\.error$/.test(code)
      ? -20
      : 0
  // A reset or an end says more when it is known during what it happened.
  const bare = /^(?:tcp|http)\.(?:reset|timed_out)$/.test(code) ? -10 : 0
  const during = code === 'http.body_incomplete' ? 3 : 0
  const named = piece.errno === undefined ? 0 : 2
  return vague + bare + during + named + LAYER_WEIGHT[piece.layer]
}

/** What decides, and one line that says whose it is; the first place in each line is enough. */
const MAX_CITES = 2

function placesOf(places: readonly LogPlace[]): readonly LogPlace[] {
  const found = new Map<number, LogPlace>()
  for (const { line, column } of places) {
    if (found.size < MAX_CITES && !found.has(line)) found.set(line, { line, column })
  }
  return [...found.values()]
}

function routeOf(destination: LogDestination, client: Client): Evidence['route'] {
  return {
    name: 'log',
    kind: destination.kind,
    baseUrl: destination.baseUrl,
    endpoint:
      ENDPOINTS.find((endpoint) => destination.path.includes(endpointFacts(endpoint).path)) ??
      'chat-completions',
    depth: 'request',
    client,
    clientReason: 'read from the log',
    timeoutMs: 0,
    attempts: 1,
    waitUpToMs: 0,
    failOn: [],
    compareDirect: false,
  }
}

/** The client of the incident: its own lines decide, those around it only where they are silent. */
function clientOf(block: Block, pieces: readonly EvidencePiece[]): Client | undefined {
  const own = new Set(pieces.filter((piece) => piece.depth <= 3).map(({ line }) => line))
  const near = block.lines.filter(({ number }) => own.has(number))
  for (const lines of [near, block.lines]) {
    const text = lines
      .map((line) => line.text)
      .join('\n')
      .slice(0, 32 * 1024)
    const name = CLIENT_WORDS.find(([, words]) => words.test(text))?.[0]
    if (name !== undefined) return name
  }
  return undefined
}

function egressOf(block: Block, pieces: readonly EvidencePiece[]): Egress {
  const client = clientOf(block, pieces)
  const named = pieces.find(
    (piece) => piece.kind === 'proxy' && piece.proxy !== '' && piece.variable === undefined,
  )
  const proxy = /^([\w.-]{1,253}):(\d{1,5})$/.exec(named?.kind === 'proxy' ? named.proxy : '')
  return {
    client: client ?? 'node',
    ...(client === undefined ? { clientUnknown: true } : {}),
    reason: 'read from the log',
    ignored: [],
    trust: [],
    verifies: true,
    addressTimeoutMs: 0,
    httpVersion: '1.1',
    ...(proxy === null
      ? {}
      : {
          proxy: {
            scheme: 'http' as const,
            host: proxy[1] ?? '',
            port: Number(proxy[2]),
            source: 'the proxy variable',
            hasCredentials: false,
          },
        }),
  }
}
