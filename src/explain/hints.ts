import { isAddress, isThisMachine } from '../knowledge/addresses.ts'
import { familyOf, isOfOneProduct, routeOfHeader, routeOfMark } from '../knowledge/catalogue.ts'
import { kindOfHost } from '../knowledge/hosts.ts'
import { FOREIGN_HOSTS } from '../knowledge/other-programs.ts'
import { given, type BodyFacts, type RouteKind } from '../model/index.ts'
import type { EvidencePiece, NamedProduct, PieceOf } from './evidence-piece.ts'

type HostPiece = PieceOf<'host'>

/** Where the call went, as far as the log says it. */
export interface LogDestination {
  readonly kind: RouteKind
  /** Words for it when no host is named. */
  readonly baseUrl: string
  readonly method: string
  readonly path: string
  readonly host?: HostPiece
}

/** Paths of the API, with whatever a gateway puts in front of `/v1`. */
const API_PATH =
  /^(.{0,200}?)(\/(?:responses|chat\/completions|completions|embeddings|models|images|audio|batches|files|moderations|messages)\b)/

/**
 * The host of the failing call: of Azure or OpenAI when one is named, else of a URL with a path of
 * the API, else the one named next to an API word. A proxy is no destination.
 */
export function destinationOf(
  pieces: readonly EvidencePiece[],
  products: ReadonlySet<NamedProduct>,
  body: BodyFacts | undefined,
): LogDestination {
  const marks = body?.marks ?? []
  const proxies = new Set(
    pieces.flatMap((piece) => (piece.kind === 'proxy' ? [hostPart(piece.proxy)] : [])),
  )
  // What an SDK says is not about the package registry three lines above.
  const ours = products.has('openai') || products.has('azure')
  const dialled = pieces.flatMap((piece) => hostOfFailure(piece))
  const answeredOn = new Set(
    pieces.flatMap((piece) => (piece.kind === 'success' ? [piece.line] : [])),
  )
  const hosts = [
    ...pieces.filter((piece): piece is HostPiece => piece.kind === 'host'),
    ...dialled,
  ].filter(
    (one) =>
      !proxies.has(one.host) &&
      !((ours || answeredOn.has(one.line)) && FOREIGN_HOSTS.test(one.host)) &&
      !isOwnServer(one, dialled),
  )
  const host =
    // The name in the failure itself, before every other that the log happens to hold.
    withUrl(
      dialled.find((one) => !isAddress(one.host) && !proxies.has(one.host)),
      hosts,
    ) ??
    hosts.find((one) => kindOfHost(one.host) !== 'gateway') ??
    hosts.find(
      (one) => one.path !== undefined && (API_PATH.test(one.path) || /\/v1\/?$/.test(one.path)),
    ) ??
    hosts.find((one) => !isAddress(one.host)) ??
    hosts[0]
  if (host === undefined) {
    const kind = unnamed(pieces, products, body)
    return { ...NOWHERE, kind, baseUrl: UNNAMED[kind] }
  }
  const prefix = API_PATH.exec(host.path ?? '')?.[1] ?? (host.path ?? '').replace(/\/$/, '')
  const port = host.port === undefined || host.port === 443 ? '' : `:${host.port}`
  const name = host.host.includes(':') ? `[${host.host}]` : host.host
  const hostKind = kindOfHost(host.host)
  return {
    // Azure's own words through a name of the company: its own API Management in front.
    kind:
      hostKind === 'gateway' && marks.some((one) => familyOf(one) === 'azure') ? 'azure' : hostKind,
    // What listens on this machine speaks plain HTTP, until a log says otherwise.
    baseUrl: `${host.scheme === 'http' || (host.scheme === undefined && port !== '' && isThisMachine(host.host)) ? 'http' : 'https'}://${name}${port}${prefix}`,
    method: host.method ?? 'POST',
    path: host.path ?? '',
    host,
  }
}

/** A server of the application tells its own address; the call that failed went somewhere else. */
function isOwnServer({ host, port }: HostPiece, dialled: readonly HostPiece[]): boolean {
  const addresses = dialled.filter((one) => isAddress(one.host))
  const isDialled = (one: HostPiece): boolean =>
    isThisMachine(one.host) && [one.port, undefined].includes(port ?? one.port)
  return isThisMachine(host) && addresses.length > 0 && !addresses.some(isDialled)
}

const NOWHERE = { method: 'POST', path: '' }

/** `getaddrinfo ENOTFOUND gw.corp.example`: the failure names the host. */
function hostOfFailure(piece: EvidencePiece): readonly HostPiece[] {
  if (piece.kind !== 'failure' || piece.host === undefined || piece.of === 'proxy') return []
  const { host, port, line, column, index, end, depth } = piece
  return [{ kind: 'host', host, line, column, index, end, depth, ...given({ port }) }]
}

/** The same host as a URL, where the log has one: with its path and scheme. */
function withUrl(named: HostPiece | undefined, hosts: readonly HostPiece[]): HostPiece | undefined {
  return hosts.find((one) => one.host === named?.host && one.path !== undefined) ?? named
}

/** What stands in place of a host that the log does not name: not a URL, so no port follows from it. */
export const UNNAMED: Readonly<Record<RouteKind, string>> = {
  openai: 'the API host',
  azure: 'the Azure resource',
  gateway: 'the gateway',
}

/** No host is named: headers, then words, then the shape of the body say whose answer it was. */
function unnamed(
  pieces: readonly EvidencePiece[],
  products: ReadonlySet<NamedProduct>,
  body: BodyFacts | undefined,
): RouteKind {
  const marks = body?.marks ?? []
  const sent = pieces.map((piece) =>
    piece.kind === 'header' ? routeOfHeader(piece.name, piece.value) : undefined,
  )
  if (sent.includes('azure')) return 'azure'
  if (sent.includes('gateway')) return 'gateway'
  if ((['one-api', 'openrouter', 'gateway'] as const).some((one) => products.has(one)))
    return 'gateway'
  // The words of LiteLLM are those of the application's own library, where it is one.
  const told = marks.filter((one) => !(products.has('library') && familyOf(one) === 'litellm'))
  const written = told.map(routeOfMark)
  // A gateway that names itself quotes what stands behind it; what gateways of any make say, others say as well.
  if (told.some((one) => routeOfMark(one) === 'gateway' && isOfOneProduct(one))) return 'gateway'
  // Azure's codes are CamelCase: DeploymentNotFound, OperationNotSupported.
  if (/^[A-Z][a-z]+[A-Z]/.test(body?.error?.code ?? '')) return 'azure'
  if (written.includes('azure')) return 'azure'
  const direct = written.includes('openai')
  if (!direct && written.includes('gateway')) return 'gateway'
  if (!direct && products.has('azure')) return 'azure'
  // A tunnel or a Worker is that of somebody's gateway.
  if (!direct && told.some((one) => /^server\.cloudflare_(?:no_origin|worker)$/.test(one)))
    return 'gateway'
  // The edge of OpenAI: `cf_bad_gateway`, with a number as code.
  if (body?.error?.type?.startsWith('cf_') === true) return 'openai'
  if (body !== undefined && isGatewayShape(body)) return 'gateway'
  return 'openai'
}

/** OpenAI always sends `{error:{…}}` with words as codes. */
function isGatewayShape({ shape, errorShape, error }: BodyFacts): boolean {
  if (shape !== 'json' || errorShape === undefined) return false
  if (errorShape !== 'openai') return true
  return error?.codeType === 'number'
}

function hostPart(hostAndPort: string): string {
  return hostAndPort.replace(/:\d{1,5}$/, '')
}
