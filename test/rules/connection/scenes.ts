import type {
  AddressAttempt,
  AnyObservation,
  Code,
  Egress,
  FactsOf,
  NameServerAnswer,
  ResolvedAddress,
  ServedChainFacts,
  TunnelFacts,
} from '../../../src/model/index.ts'
import { address, failed, ok, skipped } from '../evidence-builder.ts'

export const REAL = address('162.159.140.245')
export const PROXY_HOP = {
  scheme: 'http',
  host: 'proxy.corp',
  port: 3128,
  source: 'HTTPS_PROXY',
  hasCredentials: false,
} as const
export const PROXIED: Partial<Egress> = { proxy: PROXY_HOP, reason: 'HTTPS_PROXY is set' }

export function resolves(
  addresses: readonly ResolvedAddress[] = [REAL],
  host = 'api.openai.com',
): AnyObservation {
  return ok('lookup', { host, resolver: 'getaddrinfo', addresses, of: 'target' }, { target: host })
}

export function unresolved(code: Code, errno: string, host = 'api.openai.com'): AnyObservation {
  const facts = { host, resolver: 'getaddrinfo', of: 'target' } as const
  return failed('lookup', { code, errno }, facts, { target: host })
}

export function attempt(to: ResolvedAddress, ended: Partial<AddressAttempt> = {}): AddressAttempt {
  return {
    address: to.address,
    family: to.family,
    port: 443,
    status: 'failed',
    elapsedMs: 20,
    ...ended,
  }
}

/** The connection to the API's address failed. */
export function unconnected(
  code: Code,
  errno: string,
  attempts: readonly AddressAttempt[] = [attempt(REAL, { code, errno })],
): AnyObservation {
  return failed(
    'connect',
    { code, errno },
    { host: 'api.openai.com', port: 443, attempts, of: 'target' },
  )
}

export function connects(to: ResolvedAddress = REAL): AnyObservation {
  return ok('connect', {
    host: 'api.openai.com',
    port: 443,
    attempts: [attempt(to, { status: 'ok' })],
    address: to.address,
    family: to.family,
    of: 'target',
  })
}

export function unshaken(code: Code, errno: string, alert?: number): AnyObservation {
  const failure = { code, errno, ...(alert === undefined ? {} : { alert }) }
  return failed('handshake', failure, {
    servername: 'api.openai.com',
    of: 'target',
    verified: false,
  })
}

export function shakes(): AnyObservation {
  return ok('handshake', {
    servername: 'api.openai.com',
    of: 'target',
    version: 'TLSv1.3',
    chain: [],
    verified: true,
  })
}

export function unanswered(code: Code, errno: string): AnyObservation {
  return failed(
    'response',
    { code, errno },
    { method: 'POST', path: '/v1/responses', authenticated: true },
  )
}

/** Lookup and connection of the proxy, and the name of the API left to it. */
export function proxyConnects(): readonly AnyObservation[] {
  return [
    skipped('lookup', 'the proxy resolves this name'),
    ok(
      'lookup',
      {
        host: 'proxy.corp',
        resolver: 'getaddrinfo',
        addresses: [address('10.0.0.8', 'private')],
        of: 'proxy',
      },
      { id: 'lookup#2', target: 'proxy.corp', startedMs: 1 },
    ),
    ok('connect', {
      host: 'proxy.corp',
      port: 3128,
      attempts: [],
      address: '10.0.0.8',
      family: 4,
      of: 'proxy',
    }),
  ]
}

const TUNNEL: TunnelFacts = {
  proxy: 'proxy.corp:3128',
  scheme: 'http',
  target: 'api.openai.com:443',
  headers: {},
  schemes: [],
  credentialsSent: false,
}

export function noTunnel(
  failure: Parameters<typeof failed>[1],
  facts: Partial<TunnelFacts> = {},
): AnyObservation {
  return failed('tunnel', failure, { ...TUNNEL, ...facts })
}

export function tunnel(): AnyObservation {
  return ok('tunnel', { ...TUNNEL, status: 200 })
}

export function says(
  answer: string,
  addresses: readonly ResolvedAddress[] = [],
  cnames: readonly string[] = [],
): NameServerAnswer {
  return { answer, addresses, cnames, elapsedMs: 12 }
}

/** What each name server said: A, then AAAA (the same word where only one is given). */
export function nameServers(
  answers: readonly (readonly [NameServerAnswer, NameServerAnswer?])[],
  more: Partial<FactsOf['name-servers']> = {},
): AnyObservation {
  return ok('name-servers', {
    host: 'api.openai.com',
    servers: answers.map(([a, aaaa = says(a.answer === 'NOERROR' ? 'NODATA' : a.answer)], at) => ({
      server: `10.0.0.${53 + at}`,
      a,
      aaaa,
    })),
    searchList: [],
    ...more,
  })
}

export function controlAnswers(clockSkewMs?: number): AnyObservation {
  const skew = clockSkewMs === undefined ? {} : { clockSkewMs }
  return ok(
    'control',
    { host: 'api.github.com', status: 200, ...skew },
    { target: 'api.github.com' },
  )
}

export function controlFails(
  code: Code,
  refusedPorts: readonly number[] = [],
  host = 'api.github.com',
): AnyObservation {
  return failed('control', code, { host, refusedPorts }, { target: host })
}

export function reachedBy(way: 'direct' | 'proxy', status = 401): AnyObservation {
  const hop = way === 'proxy' ? { proxy: 'proxy.corp:3128', source: 'HTTPS_PROXY' } : {}
  return ok('other-way', { way, reached: true, status, ...hop }, { target: way })
}

export function chainOf(issuer: string, more: Partial<ServedChainFacts> = {}): AnyObservation {
  return ok('served-chain', {
    servername: 'api.openai.com',
    chain: [
      {
        subject: 'CN=api.openai.com',
        issuer,
        validFrom: '2026-01-01T00:00:00.000Z',
        validTo: '2026-04-01T00:00:00.000Z',
        names: ['blocked.example'],
        fingerprint256: 'AA',
        selfSigned: false,
      },
    ],
    trust: [],
    acceptedBy: [],
    missingIntermediate: false,
    ...more,
  })
}
