import type { Owner, Packet, PacketRoute, Rung } from '../model/index.ts'
import { heightOf, isWarning, ofTarget } from '../model/index.ts'
import { sorted } from './orders.ts'
import { asInTheJob, command } from './repeat.ts'
import { destinationIn } from './words.ts'

/** Who reads a letter. */
export type Reader = 'Network team' | 'Vendor support' | 'Application owner'

/** What a letter says to its reader: nothing in it is an order that the reader cannot carry out. */
interface Letter {
  readonly you: string
  /** Never empty for the application's owner; empty where the reader has nothing to do. */
  readonly asked: readonly string[]
  readonly not: readonly string[]
  /** Where the command below is to be run. */
  readonly verify: string
  readonly command: string
}

/** Owners whose findings this reader can act on. */
const ACTS: Readonly<Record<Reader, readonly Owner[]>> = {
  'Network team': ['connection-path'],
  'Vendor support': ['api-server', 'route-provider'],
  'Application owner': ['auth', 'client-app', 'quota', 'rate-limit', 'request', 'unknown'],
}

/** The letter about a route; of a run inside a target it speaks of that. */
export function letterTo(reader: Reader, route: PacketRoute, runtime?: Packet['runtime']): Letter {
  const letter = fromHere(reader, route, runtime)
  if (runtime?.source.startsWith('inside') !== true) return letter
  return { ...letter, you: ofTarget(letter.you), asked: letter.asked.map(ofTarget) }
}

function fromHere(reader: Reader, route: PacketRoute, runtime?: Packet['runtime']): Letter {
  const { host } = destinationIn(route.baseUrl)
  const verified = (where: string, depth = route.depth) => ({
    verify: `${where}${asInTheJob(route, depth)}:`,
    command: command(route, depth, runtime),
  })
  const again = 'We send the same request from the same machine again'
  const asked = (orders: (of: PacketRoute) => readonly string[]): readonly string[] => [
    ...(acts(reader, route) ? orders(route) : []),
    ...ordersBeside(reader, route),
  ]
  switch (reader) {
    case 'Network team': {
      const orders = asked(networkOrders)
      // What a hop does to the request itself shows with the request itself only, and its key is ours.
      const ours = orders.length > 0 && (route.verdict.verdict === 'pass' || !isBelowHttp(route))
      return {
        you: `You run the resolvers, firewalls, proxies and TLS inspection between this machine and ${host}.`,
        asked: orders,
        not: [],
        ...(ours ? verified(again) : verified('On the same machine, without a key', 'route')),
      }
    }
    case 'Vendor support':
      return {
        you: `You run ${vendorOf(route)} at ${host}.`,
        asked: asked(vendorOrders),
        not: [],
        ...verified(again),
      }
    case 'Application owner':
      return {
        you: `You own the job and the application that call ${host}, with their settings and secrets.`,
        asked: applicationOrders(route),
        not: [...route.verdict.doNot, ...promptsOf(route)],
        ...verified('In the same job, on the same runner'),
      }
  }
}

function isBelowHttp({ verdict: { rung } }: PacketRoute): boolean {
  return rung !== '' && heightOf(rung) < heightOf('http')
}

/** On the path or at its end, and yet in the hands of whoever owns the job or its machine. */
const OF_THE_JOB: ReadonlySet<string> = new Set([
  'egress/proxy-ignored',
  'tcp/nothing-listens-here',
  'tcp/local-firewall',
  'tcp/local-limit',
  'tls/clock-wrong',
  'tls/ca-file-incomplete',
  'tls/trust-setting-ignored',
  'tls/strict',
])

function acts(reader: Reader, { verdict }: PacketRoute): boolean {
  if (reader !== 'Application owner' && OF_THE_JOB.has(verdict.rule)) return false
  return ACTS[reader].includes(verdict.owner)
}

/** What stands beside a pass, because it ends soon or a path check met it: to those who act on its owner. */
function ordersBeside(reader: Reader, { verdict }: PacketRoute): readonly string[] {
  return verdict.also.filter(isWarning).flatMap(({ owner, summary, doNext }) => {
    const { others, own } = sorted(doNext)
    const handed = !ACTS['Application owner'].includes(owner) && others.length > 0
    const asked = handed ? (reader === 'Application owner' ? own : others) : doNext
    if (reader === 'Application owner' && handed) return asked
    return ACTS[reader].includes(owner) ? [`${summary} ${asked[0] ?? ''}`.trim()] : []
  })
}

function vendorOf({ kind }: PacketRoute): string {
  return { openai: 'the OpenAI API', azure: 'Azure OpenAI', gateway: 'the gateway' }[kind]
}

/** By the rung where the evidence changed: what a network team can change there. */
function networkOrders(route: PacketRoute): readonly string[] {
  const { host, port } = destinationIn(route.baseUrl)
  const { proxy } = route.egress
  const proxyName = proxy === undefined ? '' : `${proxy.host}:${proxy.port}`
  if (/country|region/.test(route.verdict.code)) {
    return [`Send the traffic of this machine to ${host} out in a country that the API supports.`]
  }
  const destination = `${host} port ${port} (TCP)`
  const orders: Partial<Record<Rung, string>> = {
    dns:
      proxyName === ''
        ? `Let this machine resolve ${host}, without a block page or sinkhole in its place.`
        : `Let this machine resolve what it needs to reach ${host} through the proxy ${proxyName}.`,
    tcp:
      proxyName === ''
        ? `Allow connections from this machine to ${destination}, and say which device refuses or drops them.`
        : `Allow connections from this machine to the proxy ${proxyName}.`,
    proxy:
      route.verdict.code === 'proxy.auth_required'
        ? `Tell us the credentials with which the proxy ${proxyName} opens tunnels to ${destination}, or let this machine use it without.`
        : `Let the proxy ${proxyName} open tunnels from this machine to ${destination}, or tell us the rule that refuses them.`,
    tls: tlsOrder(host, route.verdict.code),
    http: `Find what answers, holds back or closes requests from this machine to ${host}, and let them pass unchanged.`,
  }
  const { rung, doNext } = route.verdict
  const { others } = sorted(doNext)
  if (others.length > 0 && !isBelowHttp(route)) return others
  const order = (rung === '' ? undefined : orders[rung]) ?? orders.http
  return order === undefined ? [] : [order]
}

/** By what was wrong with the handshake: a certificate that is in order needs no exemption. */
function tlsOrder(host: string, code: string): string {
  switch (code) {
    case 'tls.cert.date_invalid':
      return `Say which device serves the certificate for ${host} that is outside its dates (the row Certificate below), and renew it there; if none of yours does, tell us so.`
    case 'tls.cert.name_invalid':
      return `Say which device answers connections to ${host} with a certificate for other names, and let them reach ${host} itself.`
    case 'tls.version_or_cipher_mismatch':
      return `Let TLS 1.2 and 1.3 through from this machine to ${host}, or renew the device that speaks older versions only.`
    case 'tls.reset':
    case 'tls.closed':
    case 'tls.timed_out':
      return `Find the device that cuts or swallows the TLS handshake from this machine to ${host}, and let it pass.`
    default:
      return `Exempt ${host} from TLS inspection for this machine, or send us the root certificate that the inspection signs with.`
  }
}

function vendorOrders({ kind, verdict }: PacketRoute): readonly string[] {
  return [
    // Who runs a gateway can change it; a vendor is asked what it saw.
    ...(kind === 'gateway' ? sorted(verdict.doNext).others : []),
    verdict.requestId === ''
      ? 'Look for this request by its time, host and client request ID, and tell us whether it reached you.'
      : `Look up the request ${verdict.requestId}, and tell us what it met on your side.`,
    'Tell us what has to change, on your side or in our resource, and when the request can be expected to work.',
  ]
}

/** There is always something: at least whom to hand the packet to. */
function applicationOrders(route: PacketRoute): readonly string[] {
  const { verdict } = route
  if (verdict.verdict === 'pass') {
    const others = (['Network team', 'Vendor support'] as const).filter(
      (reader) => ordersBeside(reader, route).length > 0,
    )
    return [
      ...others.map((reader) => `Send the part "${reader}" to those who act on it.`),
      ...ordersBeside('Application owner', route),
      'Keep this packet to compare with when the route fails.',
    ]
  }
  const hand = (['Network team', 'Vendor support'] as const).find((reader) => acts(reader, route))
  if (hand !== undefined) {
    // OpenAI and Microsoft carry out none of them: an Azure resource is the caller's own.
    const handed = hand === 'Network team' || route.kind === 'gateway'
    const own = handed ? sorted(verdict.doNext).own : verdict.doNext
    return [`Send the part "${hand}" to those who act on it.`, ...own]
  }
  return verdict.doNext.length > 0
    ? verdict.doNext
    : ['Read the evidence below, and run the command again where the application runs.']
}

/** Findings of these owners that are about the text of a request, or may be. */
const OF_TEXT: readonly Owner[] = ['request', 'route-provider']
/** … except where the address, the name of the model or the service itself was refused. */
const NOT_OF_TEXT =
  /^(?:config|dns|tcp|tls|proxy)\.|model_not|deployment|endpoint|invalid_url|hostname|resource|api_version|network|capacity|server_error|unavailable|timed_out|unreachable|overloaded/

/** Where a server refused the request for what is in it, prompts may be what is wrong. */
function promptsOf({ verdict: { owner, code } }: PacketRoute): readonly string[] {
  const open = owner === 'none' || owner === 'unknown'
  if (open || (OF_TEXT.includes(owner) && !NOT_OF_TEXT.test(code))) return []
  return ['Do not rewrite prompts: nothing here depends on their text.']
}
