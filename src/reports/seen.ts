import type { FactsOf, PacketObservation, PacketRoute, ProbeId } from '../model/index.ts'
import { joined, seenBy } from '../model/index.ts'
import { count, duration } from './words.ts'

/**
 * What was seen, in one line of plain text: the only wording of an observation. Not escaped: that is
 * for the sink. `short` is what the ladder of a packet keeps.
 */
export function lineOf(one: PacketObservation, extent: 'short' | 'whole' = 'whole'): string {
  if (one.status === 'skipped') return one.because
  const because = one.because.replace(/^TIMEOUT\b/, 'no answer in time')
  const { short, whole = [short] } = told(one)
  if (extent === 'short')
    return one.status === 'failed' ? because || one.code : (short ?? one.target)
  return joined(' · ', joined(': ', one.code, because), joined(', ', ...whole))
}

interface Told {
  /** Absent where the target says it all. */
  readonly short?: string
  /** `short` where it is absent. */
  readonly whole?: readonly (string | undefined)[]
}

type Teller<P extends ProbeId> = (facts: Partial<FactsOf[P]>, target: string) => Told

function told<P extends ProbeId>(one: PacketObservation<P>): Told {
  return TELL[one.probe](one.facts, one.target)
}

function labelled(label: string, value: string | number | undefined): string {
  return value === undefined || value === '' ? '' : `${label} ${value}`
}

export function listed(addresses: FactsOf['lookup']['addresses'] = []): string {
  return addresses.map(({ address }) => address).join(', ')
}

/** Facts without words of their own. */
function pairs(facts: Readonly<Record<string, string | number | boolean>> = {}): readonly string[] {
  return Object.entries(facts).map(
    ([name, value]) =>
      `${name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${value}`,
  )
}

function tried(attempts: FactsOf['addresses']['attempts'] = []): string {
  return attempts
    .map(({ address, errno, code, status, elapsedMs }) => {
      return `${address} ${errno ?? code ?? status} after ${duration(elapsedMs)}`
    })
    .join('; ')
}

const toldResponse: Teller<'response'> = ({ status, requestId, method, path, body }) => {
  const short = joined(', ', labelled('HTTP', status), labelled('request ID', requestId))
  const error = labelled('error', body?.error?.code ?? body?.error?.type)
  const call = joined(' → ', joined(' ', method, path), short)
  return { short, whole: [call, error, labelled('body', body?.shape)] }
}

const TELL: { readonly [P in ProbeId]: Teller<P> } = {
  settings: ({ problems = [] }) => ({
    // A message that begins with its setting says it once.
    whole: [
      problems
        .map(({ setting, message }) =>
          message.startsWith(setting) ? message : `${setting}: ${message}`,
        )
        .join('; '),
    ],
  }),
  token: ({ method, authority, exchanges = [], subject }) => ({
    whole: [
      joined(' from ', method, authority),
      ...exchanges.map(({ asked, status, code, error, errorCodes }) =>
        joined(', ', labelled(`${asked} HTTP`, status), code, error, ...errorCodes),
      ),
      labelled('subject', subject),
    ],
  }),
  lookup: ({ host = '', addresses = [], resolver }) => {
    if (resolver === 'literal') return { short: `${host} is an address` }
    const more = addresses.length > 1 ? ` (+${addresses.length - 1})` : ''
    return {
      short: `${host} → ${addresses[0]?.address ?? 'no address'}${more}`,
      whole: [joined(' → ', host, listed(addresses))],
    }
  },
  connect: ({ address, port, of, attempts }, target) => {
    const short = `${of === 'proxy' ? 'proxy ' : ''}${address ?? target}:${port}`
    return { short, whole: [address === undefined ? tried(attempts) : short] }
  },
  tunnel: ({ proxy, target, status, reply, schemes = [] }) => ({
    short: `${proxy} opened the tunnel`,
    whole: [
      joined(' → ', proxy, target),
      labelled('HTTP', status),
      labelled('SOCKS reply', reply),
      labelled('offers', schemes.join(', ')),
    ],
  }),
  handshake: ({ version, chain = [], alpn, verified }) => {
    const short = joined(', ', version, labelled('issuer', chain[0]?.issuer))
    const trusted = verified === undefined ? '' : verified ? 'verified' : 'not verified'
    return { short, whole: [short, labelled('ALPN', alpn), trusted] }
  },
  response: toldResponse,
  answer: ({ sdk, finish, errorChain = [] }) => ({
    whole: [sdk, finish, errorChain.join(' > ')],
  }),
  'name-servers': ({ servers = [] }) => ({
    whole: [
      servers
        .map(({ server, a }) => joined(', ', `${server} ${a.answer}`, listed(a.addresses)))
        .join('; '),
    ],
  }),
  addresses: ({ attempts }) => ({ whole: [tried(attempts)] }),
  'served-chain': ({ chain = [], interceptor, trust = [] }) => ({
    whole: [
      labelled('issuer', chain[0]?.issuer),
      labelled('intercepted by', interceptor),
      // Several files may make the store of a client.
      ...new Set(
        trust.map(({ store, accepted }) => `${store} store ${accepted ? 'accepts' : 'rejects'} it`),
      ),
    ],
  }),
  'small-hello': ({ version, helloBytes }) => ({
    whole: [version, helloBytes === undefined ? '' : `hello of ${helloBytes} bytes`],
  }),
  'other-name': ({ servername, reached }) => ({
    whole: [`server name ${servername} ${reached === true ? 'gets' : 'does not get'} through`],
  }),
  'other-http': ({ http2 }) => ({
    whole: [http2 === true ? 'speaks HTTP/2' : 'does not speak HTTP/2'],
  }),
  'other-way': ({ way, reached, status }) => ({
    whole: [
      `${way} egress ${reached === true ? 'reaches the server' : 'does not reach it'}`,
      labelled('HTTP', status),
    ],
  }),
  keyless: toldResponse,
  'large-request': (facts) => ({ whole: pairs(facts) }),
  control: ({ host, status }) => ({ whole: [host, labelled('HTTP', status)] }),
  'status-page': ({ host, indicator, because }) => ({
    whole: [host, indicator ?? because],
  }),
  'egress-address': ({ address, country, colo, pool = [] }) => ({
    whole: [address, country, colo, labelled('one of a pool:', pool.join(' and '))],
  }),
  surroundings: ({ defaultInterface, mtu, tunnels = [], linkLocalResolvers = [] }) => ({
    whole: [
      labelled('default route by', defaultInterface),
      labelled('MTU', mtu),
      labelled('VPN or tunnel:', tunnels.join(' and ')),
      labelled('link-local name servers:', linkLocalResolvers.join(' and ')),
    ],
  }),
  'direct-api': toldResponse,
  'websocket-check': toldResponse,
  'stream-check': (facts, target) => {
    const { short = '', whole = [] } = toldResponse(facts, target)
    return { short, whole: [...whole, ...pairs(facts.stream)] }
  },
  'body-check': ({ refusal: _refusal, ...facts }) => ({ whole: pairs(facts) }),
  models: ({ models = [] }) => ({
    whole: [
      models
        .map(({ id, listed, shutdownDate }) => {
          const known = listed === false ? 'is not listed' : 'has no shutdown date'
          return `${id} ${shutdownDate === undefined ? known : `shuts down on ${shutdownDate}`}`
        })
        .join('; '),
    ],
  }),
  'key-expiry': ({ expiresAt }) => ({ whole: [`the key expires on ${expiresAt}`] }),
  'idle-check': (facts) => ({ whole: pairs(facts) }),
  'other-family': (facts) => ({ whole: pairs(facts) }),
  'client-bundle': ({ hits = [], files }) => ({
    whole: [count(hits.length, 'hit'), labelled('files read:', files)],
  }),
  'browser-origin': ({ origin, allowed }) => ({
    whole: [`${origin} ${allowed === true ? 'allowed' : 'not allowed'}`],
  }),
}

type Observations = readonly PacketObservation[]

/** What took time, in order, and from when to when: before the first of it nothing is to be seen. */
export function timedOf({ observations }: { readonly observations: Observations }) {
  const timed = observations
    .filter((one) => one.status !== 'skipped' && one.probe !== 'settings')
    .toSorted((a, b) => a.startedMs - b.startedMs)
  const begin = timed[0]?.startedMs ?? 0
  const end = Math.max(begin + 1, ...timed.map((one) => one.startedMs + one.elapsedMs))
  return { timed, begin, end } as const
}

/** Each attempt of the real request, with its first failure; none where one was enough. */
export function attemptsOf({ attempt, observations }: PacketRoute, most: number) {
  return Array.from({ length: attempt < 2 ? 0 : Math.min(attempt, most) }, (_, index) => {
    const seen = observations.filter((one) => one.attempt === index + 1)
    return {
      number: index + 1,
      startedMs: Math.min(...seen.map((one) => one.startedMs)),
      failed: seen.find((one) => one.status === 'failed'),
    }
  })
}

/** The last observation of a probe that saw anything; none where none did. */
export function lastOf<P extends ProbeId>(seen: Observations, probe: P) {
  return seenBy(seen, probe).findLast(({ facts }) => Object.keys(facts).length > 0)
}

/** The certificates that were served, leaf first: read without trusting them, else as verified. */
export function servedTo(seen: Observations): FactsOf['handshake']['chain'] {
  const chain = lastOf(seen, 'served-chain')?.facts.chain ?? []
  return chain.length > 0 ? chain : (lastOf(seen, 'handshake')?.facts.chain ?? [])
}
