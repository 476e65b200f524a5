import { hostAndPort, given, MOST_BODY_BYTES, type EgressPlan } from '../model/index.ts'
import type { CurlRun, Head } from './curl-run.ts'
import {
  attemptsOf,
  connectError,
  exchangeError,
  handshakeError,
  splitTransfer,
} from './curl-run.ts'
import type { RemoteOrder } from './draft.ts'
import type { RawError, RawEvent, RawResponse } from './raw.ts'

/** The rungs that curl's numbers show, as events like those of the other runtimes. */
export function curlEvents(
  run: CurlRun,
  order: RemoteOrder,
  plan: EgressPlan,
): readonly RawEvent[] {
  const { proxy } = plan.egress
  const hop = proxy === undefined ? undefined : { host: proxy.host, port: proxy.port }
  const first = hop ?? { host: order.host, port: order.port }
  const of = hop === undefined ? ('target' as const) : ('proxy' as const)
  /** Milliseconds since the start at which a phase was over; 0 when it was not. */
  const endOf = (phase: 'dns' | 'tcp' | 'tls' | 'pre' | 'first' | 'total'): number => {
    const seconds = Number(run.written[phase]?.replace(',', '.') ?? 0)
    return Number.isFinite(seconds) ? seconds * 1000 : 0
  }
  const connected = connectedTo(run)
  const at = (fromMs: number, toMs: number): { startedMs: number; elapsedMs: number } => ({
    startedMs: fromMs,
    elapsedMs: Math.max(0, toMs - fromMs),
  })
  const events: RawEvent[] = []
  const [lookedUp, opened, secured, total] = [
    endOf('dns'),
    endOf('tcp'),
    endOf('tls'),
    endOf('total'),
  ]
  const silent = run.exit === 28 && connected === undefined && run.lines.length === 0
  if (run.exit === 5 || run.exit === 6 || silent) {
    const error: RawError = silent ? { timeout: true } : { errno: 'EAI_NONAME' }
    // With socks5 it is the client that asks for the name of the API.
    const whose =
      run.exit === 6 ? { of: 'target' as const, host: order.host } : { of, host: first.host }
    return [{ step: 'lookup', ...whose, addresses: [], error, ...at(0, total) }]
  }
  const attempts = attemptsOf(run, connected)
  const addresses =
    of === 'target' && run.addresses.length > 0
      ? run.addresses
      : attempts.map(({ address }) => address)
  const found = { step: 'lookup' as const, ...at(0, lookedUp) }
  events.push({ ...found, of, host: first.host, addresses: [...new Set(addresses)] })
  if (proxy?.scheme === 'socks5' && run.addresses.length > 0) {
    events.push({ ...found, of: 'target', host: order.host, addresses: run.addresses })
  }
  const connect = { step: 'connect' as const, of, ...first, attempts }
  if (connected === undefined && run.exit !== 0) {
    const error = run.exit === 28 ? { timeout: true } : connectError(run, attempts)
    return [...events, { ...connect, error, ...at(lookedUp, total) }]
  }
  const local = run.written['lip'] || undefined
  events.push({ ...connect, ...given({ address: connected, local }), ...at(lookedUp, opened) })
  const { heads, body } = splitTransfer(run.transfer, hop !== undefined && order.secure)
  const status = Number(run.written['connect'] ?? 0)
  if (hop !== undefined && order.secure) {
    const tunnel = tunnelEvent(run, order, plan, status, heads[0])
    events.push({ ...tunnel, ...at(opened, secured > 0 ? Math.min(secured, total) : total) })
    if (tunnel.error !== undefined || tunnel.status === undefined || tunnel.status >= 300)
      return events
  }
  if (order.secure) {
    const failed = handshakeError(run)
    const handshake = {
      step: 'handshake' as const,
      of: 'target' as const,
      name: order.host,
      chain: [],
      whole: false,
    }
    if (failed !== undefined)
      return [...events, { ...handshake, error: failed, ...at(opened, total) }]
    events.push({ ...handshake, ...agreed(run), ...at(opened, secured || opened) })
  }
  const asked = {
    step: 'response' as const,
    method: order.request.method,
    path: order.request.path,
  }
  const begin = endOf('pre') || secured || opened
  const head = heads.findLast(({ status }) => status >= 200)
  const code = Number(run.written['code'] ?? 0)
  if (head === undefined || code === 0) {
    return [...events, { ...asked, error: exchangeError(run), ...at(begin, total) }]
  }
  const truncated = run.exit === 23 || run.exit === 63 || body.length > MOST_BODY_BYTES
  const response: RawResponse = {
    status: head.status,
    version: run.written['http'] === '2' ? '2' : '1.1',
    headers: head.headers,
    body: body.subarray(0, MOST_BODY_BYTES),
    truncated,
    complete: run.exit === 0 || truncated,
    encoded: true,
    firstByteMs: Math.max(0, endOf('first') - begin),
  }
  const broken = run.exit === 0 || truncated ? undefined : exchangeError(run)
  return [...events, { ...asked, response, ...given({ error: broken }), ...at(begin, total) }]
}

const CONNECTED =
  /^\* (?:Connected to|Established connection to) \S+ \(([\da-fA-F.:]+)(?: port \d+)?\)/

function connectedTo({ lines, written }: CurlRun): string | undefined {
  const line = lines.map((one) => CONNECTED.exec(one)?.[1]).find((one) => one !== undefined)
  return line ?? (written['ip'] === undefined || written['ip'] === '' ? undefined : written['ip'])
}

function tunnelEvent(
  run: CurlRun,
  order: RemoteOrder,
  { egress }: EgressPlan,
  status: number,
  head: Head | undefined,
): Extract<RawEvent, { step: 'tunnel' }> {
  const target = hostAndPort(order.host, order.port)
  const known = {
    step: 'tunnel' as const,
    target,
    credentialsSent: egress.proxy?.hasCredentials === true,
    headers: status === 0 ? [] : (head?.headers ?? []),
    body: Buffer.alloc(0),
    startedMs: 0,
    elapsedMs: 0,
  }
  if (egress.proxy?.scheme === 'socks5' || egress.proxy?.scheme === 'socks5h') {
    return run.exit === 97
      ? { ...known, error: {} }
      : { ...known, because: 'curl does not tell how the SOCKS proxy answered', status: 200 }
  }
  if (status !== 0) return { ...known, status }
  const error = run.exit === 28 ? { timeout: true } : exchangeError(run)
  return { ...known, error }
}

/** `SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384`; the chain is not shown. */
function agreed({ lines }: CurlRun): { readonly version?: string; readonly cipher?: string } {
  const form = /^\* SSL connection using ([\w.]{1,20}) \/ ([\w-]{1,60})/
  const found = lines.map((line) => form.exec(line)).find((match) => match !== null)
  return { ...given({ version: found?.[1], cipher: found?.[2] }) }
}
