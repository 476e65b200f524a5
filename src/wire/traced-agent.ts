import type { EgressPlan, ProxyHop, SettingProblem } from '../model/index.ts'
import { destinationOf, fields, hostAndPort } from '../model/index.ts'
import type { Socket } from 'node:net'
import { scopeOf } from '../knowledge/addresses.ts'
import { CLIENT_FACTS } from '../knowledge/clients.ts'
import { boundIncoming } from './budget.ts'
import { openConnection } from './connect.ts'
import { shakeHands } from './handshake.ts'
import { inOrder, lookUp, type Resolve } from './lookup.ts'
import type { Clock, Recorder } from './recorder.ts'
import { openSocks } from './socks.ts'
import { Stopped } from './stopped.ts'
import { basicCredentials, openTunnel } from './tunnel.ts'
import { Agent, type Dispatcher } from './undici.ts'

/** What every socket of a run shares. Time, names and sockets are arguments. */
export interface Network {
  readonly resolve: Resolve
  readonly clock: Clock
  /** See {@link Recorder.clean}. */
  readonly clean?: (received: string) => string
}

export interface Way {
  readonly plan: EgressPlan
  readonly network: Network
  readonly recorder: Recorder
  readonly signal: AbortSignal
  /** Credentials travel on this way: plain HTTP to a public address is then refused. */
  readonly carriesKey: boolean
  /** Called when a connection is open and the first byte of the request can be sent. */
  readonly onOpen?: (httpVersion: '1.1' | '2') => void
  /** `false`: what is open may be used, and nothing new is opened. */
  readonly mayOpen?: () => boolean
  /** Called with the connection below TLS: what is closed there was not closed by the other end of TLS. */
  readonly onStream?: (stream: Socket) => void
  /** The socket's own last words: undici turns a TLS alert into "other side closed" (measured). */
  readonly onBroken?: (error: Error) => void
}

type Destination = ReturnType<typeof destinationOf>

/**
 * Opens a connection to the destination exactly as the client would – lookup, TCP, proxy, TLS –
 * and notes each rung. Throws `Stopped` at the first rung that fails.
 */
export async function openWay(way: Way, destination: Destination): Promise<Socket> {
  const socket = await openStream(way, destination)
  way.onStream?.(socket)
  if (!destination.secure) {
    keepKeyOutOfClearText(way, destination, socket.remoteAddress, () => socket.destroy())
    return socket
  }
  const { plan, recorder, signal } = way
  return shakeHands({
    socket,
    servername: destination.host,
    of: 'target',
    ca: plan.ca,
    partialChain: plan.partialChain,
    strict: plan.egress.strict,
    alpn: plan.egress.httpVersion === '2' ? ['h2', 'http/1.1'] : ['http/1.1'],
    recorder,
    signal,
  })
}

/**
 * Promise 1: a key never travels in clear text to a public address, whatever the name of
 * the host or of the proxy looks like. The hop that is dialled is judged.
 */
function keepKeyOutOfClearText(
  way: Way,
  destination: Destination,
  address: string | undefined,
  close: () => void,
): void {
  if (!showsKey(way, destination, address)) return
  const { host, port } = destination
  close()
  const problem = clearTextKey(way.plan.egress.proxy, { host, port }, address ?? '')
  way.recorder.begin('settings', 'base-url').failed({ code: problem.code }, { problems: [problem] })
  throw new Stopped('http', new Error('plain HTTP to a public address'))
}

/** Inside TLS the proxy alone sees the key; what it dials is judged by the name of the host. */
export function showsKey(
  { plan, carriesKey }: Pick<Way, 'plan' | 'carriesKey'>,
  { secure }: Pick<Destination, 'secure'>,
  address = '',
): boolean {
  const hidden = secure || plan.egress.proxy?.scheme === 'https'
  return carriesKey && !hidden && scopeOf(address) === 'public'
}

/** What is wrong with a base URL whose key would be read on the way to this public address. */
export function clearTextKey(
  proxy: ProxyHop | undefined,
  { host, port }: Pick<Destination, 'host' | 'port'>,
  address: string,
): SettingProblem {
  const hop = proxy === undefined ? host : `the proxy ${hostAndPort(proxy.host, proxy.port)}`
  const target = port === 80 ? host : hostAndPort(host, port)
  return {
    code: 'config.base_url_plain_http',
    setting: 'base-url',
    message: `The base URL is plain http:// and ${hop} has the public address ${address}: the key would travel in clear text.`,
    fix: `Use https://${target} as the base URL.`,
    severity: 'fatal',
    owner: 'request',
  }
}

/** TCP to the destination, through the proxy where the client uses one. */
export async function openStream(way: Way, destination: Destination): Promise<Socket> {
  const { plan, network, recorder, signal } = way
  const { host, port } = destination
  const { proxy, addressTimeoutMs, firstAddressOnly } = plan.egress
  const common = {
    addressTimeoutMs,
    firstOnly: firstAddressOnly?.applies === 'yes',
    resolve: inOrder(network.resolve, plan.firstFamily),
    clock: network.clock,
    recorder,
    signal,
  }
  if (proxy === undefined) {
    const addresses = await lookUp({ ...common, host, of: 'target' })
    return openConnection({ ...common, host, port, addresses, of: 'target' })
  }
  const credentials = plan.proxyCredentials
  const resolvesHere = proxy.scheme === 'socks5'
  const target = resolvesHere ? await lookUp({ ...common, host, of: 'target' }) : undefined
  for (const { address } of target ?? []) keepKeyOutOfClearText(way, destination, address, () => {})
  if (target === undefined) recorder.skip('lookup', host, 'the proxy resolves this name')
  const hop = await lookUp({ ...common, host: proxy.host, of: 'proxy' })
  const plain = await openConnection({
    ...common,
    host: proxy.host,
    port: proxy.port,
    addresses: hop,
    of: 'proxy',
  })
  if (proxy.scheme === 'socks5' || proxy.scheme === 'socks5h') {
    const address = target?.[0]?.address
    const asked = address === undefined ? {} : { address }
    return openSocks({ socket: plain, proxy, credentials, host, port, ...asked, recorder, signal })
  }
  const socket =
    proxy.scheme === 'http'
      ? plain
      : await shakeHands({
          socket: plain,
          servername: proxy.host,
          of: 'proxy',
          ca: plan.proxyCa ?? plan.ca,
          partialChain: plan.partialChain,
          strict: plan.egress.strict,
          alpn: ['http/1.1'],
          recorder,
          signal,
        })
  if (writesWholeUrl(plan, destination)) {
    recorder.skip(
      'tunnel',
      hostAndPort(host, port),
      'plain HTTP goes to the proxy without a tunnel',
    )
    return socket
  }
  return openTunnel({ socket, proxy, credentials, host, port, recorder, signal })
}

/**
 * Absolute-form (RFC 9112 §3.2.2): most clients write `GET http://host/path` to an HTTP proxy when
 * the target is plain HTTP, and a proxy that opens tunnels to 443 alone still takes that.
 */
function writesWholeUrl({ egress }: EgressPlan, { secure }: Pick<Destination, 'secure'>): boolean {
  const { proxy, client } = egress
  if (secure || CLIENT_FACTS[client].tunnelsPlainHttp === true) return false
  return proxy?.scheme === 'http' || proxy?.scheme === 'https'
}

/** What stands behind the method on a way, and what its proxy wants besides. */
export function requestTarget(
  plan: EgressPlan,
  origin: string,
  path: string,
): { readonly target: string; readonly headers: Readonly<Record<string, string>> } {
  if (!writesWholeUrl(plan, { secure: !origin.startsWith('http:') })) {
    return { target: path, headers: {} }
  }
  const login = basicCredentials(plan.proxyCredentials)
  const headers = login === undefined ? {} : { 'proxy-authorization': login }
  return { target: `${origin}${path}`, headers }
}

/** Writes the requests of a way as its proxy wants them. */
function inWholeUrls({ plan }: Way): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    const { target, headers } = requestTarget(plan, String(options.origin), options.path)
    if (target === options.path) return dispatch(options, handler)
    const login = headers['proxy-authorization']
    if (login === undefined) return dispatch({ ...options, path: target }, handler)
    const all = { ...fields(options.headers), 'proxy-authorization': login }
    return dispatch({ ...options, path: target, headers: all }, handler)
  }
}

/** An undici Agent whose only connections are traced ones: one connection, one request at a time. */
export function createTracedAgent(way: Way): Dispatcher {
  const agent = new Agent({
    connections: 1,
    pipelining: 1,
    allowH2: way.plan.egress.httpVersion === '2',
    // The attempt's own clock bounds everything; undici's would blur the rungs.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (options, answer) => {
      if (way.mayOpen?.() === false) return answer(new Error('the connection was closed'), null)
      openWay(way, destinationOf(new URL(`${options.protocol}//${options.host}`))).then(
        (socket) => {
          if (way.onBroken !== undefined) socket.on('error', way.onBroken)
          way.onOpen?.('alpnProtocol' in socket && socket.alpnProtocol === 'h2' ? '2' : '1.1')
          answer(null, socket)
          // Only now: a listener for data before undici's own would start the flow.
          boundIncoming(socket)
        },
        (error: unknown) => answer(error instanceof Error ? error : new Error('failed'), null),
      )
    },
  })
  return agent.compose(inWholeUrls(way))
}
