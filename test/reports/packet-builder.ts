import type {
  ClientPath,
  Code,
  LadderStep,
  Packet,
  PacketObservation,
  PacketRoute,
  Rung,
  Verdict,
} from '../../src/model/index.ts'
import { PROBE_RUNG, RUNGS, SCHEMA_VERSION, branchOf, heightOf } from '../../src/model/index.ts'

/** A packet of one healthy route; everything can be replaced. */
export function packet(parts: Partial<Packet> = {}): Packet {
  const routes = parts.routes ?? [route()]
  const [first] = routes
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: {
      name: 'openai-preflight',
      version: '1.0.0',
      node: '24.21.0',
      openai: '7.57.0',
      undici: '8.12.4',
    },
    startedAt: '2026-11-22T18:30:00.000+01:00',
    timezone: 'Europe/Berlin',
    elapsedMs: 412,
    runtime: {
      os: 'Linux 6.8',
      arch: 'x64',
      container: true,
      runnerName: 'builder-7',
      runnerKind: 'self-hosted',
      region: '',
      source: 'live',
    },
    verdict: { ...(first?.verdict ?? verdict()), route: first?.name ?? '' },
    redactions: [],
    ...parts,
    routes,
  }
}

const IGNORED_PROXY = 'http://proxy.corp.example:3128'

/** Node goes direct and the others by a proxy; each may have been seen to work, or not. */
export function ways(node?: boolean, others?: boolean): readonly ClientPath[] {
  const worked = (works?: boolean) => (works === undefined ? {} : { works })
  const reason = `HTTPS_PROXY names the proxy proxy.corp.example:3128.`
  return [
    {
      client: 'node',
      exit: 'direct',
      reason: 'HTTPS_PROXY is set, but Node reads it only with NODE_USE_ENV_PROXY=1.',
      ...worked(node),
    },
    { client: 'python', exit: IGNORED_PROXY, reason, ...worked(others) },
    { client: 'curl', exit: IGNORED_PROXY, reason, ...worked(others) },
  ]
}

/** A route to the public API whose ladder and observations agree. */
export function route(parts: Partial<PacketRoute> = {}): PacketRoute {
  return {
    name: 'default',
    kind: 'openai',
    baseUrl: 'https://api.openai.com/v1',
    endpoint: 'responses',
    model: 'demo-model',
    client: 'node',
    clientReason: 'package-lock.json lists openai',
    depth: 'request',
    keyFingerprint: 'f1e2d3c4b5a6',
    failOn: ['route', 'auth', 'quota', 'client', 'unknown'],
    attempts: 1,
    attempt: 1,
    egress: {
      client: 'node',
      reason: 'HTTPS_PROXY is set, but Node reads it only with NODE_USE_ENV_PROXY=1.',
      ignored: [
        {
          variable: 'HTTPS_PROXY',
          because: 'Node ignores it without NODE_USE_ENV_PROXY=1.',
          fix: 'Set NODE_USE_ENV_PROXY=1 if the application is to use the proxy.',
        },
      ],
      trust: [{ store: 'bundled', source: 'Node default' }],
      verifies: true,
      addressTimeoutMs: 250,
      httpVersion: '1.1',
    },
    clientPaths: ways(true, true),
    observations: healthy(),
    verdict: verdict(),
    ...parts,
  }
}

export function observation(
  parts: Partial<PacketObservation> & Pick<PacketObservation, 'probe'>,
): PacketObservation {
  return {
    id: parts.probe,
    rung: PROBE_RUNG[parts.probe],
    target: 'api.openai.com',
    attempt: 1,
    status: 'ok',
    code: '',
    because: '',
    startedMs: 0,
    elapsedMs: 1,
    facts: {},
    ...parts,
  }
}

/** A ladder that is proven below `bad`, fails there, and is not tested above. */
export function ladder(
  bad: Rung | 'none',
  because = '',
  over: Partial<Record<Rung, Partial<LadderStep>>> = {},
): readonly LadderStep[] {
  return RUNGS.map((rung) => {
    const above = bad !== 'none' && heightOf(rung) > heightOf(bad)
    const step: LadderStep =
      rung === bad
        ? { rung, status: 'failed', because, cites: [], elapsedMs: 41 }
        : above
          ? { rung, status: 'skipped', because: `not reached: ${bad} failed`, cites: [] }
          : (HEALTHY_STEPS[rung] ?? { rung, status: 'ok', because: 'ok', cites: [] })
    return { ...step, ...over[rung] }
  })
}

export function verdict(parts: Partial<Verdict> = {}): Verdict {
  const owner = parts.owner ?? 'none'
  return {
    verdict: 'pass',
    owner,
    confidence: owner === 'none' ? '' : owner === 'unknown' ? 'low' : 'high',
    branch: branchOf(owner),
    rung: '',
    code: '',
    rule: '',
    responder: 'openai',
    product: '',
    httpStatus: 200,
    requestId: 'req_0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    retryable: false,
    summary: 'The OpenAI API answered this request from this runner.',
    lastGood: 'answer',
    firstBad: 'none',
    doNext: [],
    doNot: [],
    cites: [],
    also: [],
    ladder: ladder('none'),
    ...parts,
  }
}

/** A failure whose rung, code and ladder agree. */
export function failure(
  parts: Partial<Verdict> & { readonly rung: Rung; readonly code: Code; readonly because: string },
): Verdict {
  const { because, ...rest } = parts
  return verdict({
    verdict: 'fail',
    rule: parts.code.replace('.', '/'),
    responder: '',
    httpStatus: '',
    requestId: '',
    firstBad: parts.rung,
    lastGood: RUNGS[heightOf(parts.rung) - 1] ?? 'none',
    ladder: ladder(parts.rung, because),
    ...rest,
  })
}

const HEALTHY_STEPS: Partial<Record<Rung, LadderStep>> = {
  config: {
    rung: 'config',
    status: 'ok',
    because: 'settings are usable, the key has 164 characters',
    cites: [],
    elapsedMs: 2,
  },
  dns: {
    rung: 'dns',
    status: 'ok',
    because: 'api.openai.com → 192.0.2.7, 192.0.2.8',
    cites: ['lookup'],
    elapsedMs: 12,
  },
  tcp: {
    rung: 'tcp',
    status: 'ok',
    because: 'opened to 192.0.2.7 port 443',
    cites: ['connect'],
    elapsedMs: 23,
  },
  proxy: { rung: 'proxy', status: 'skipped', because: 'the client goes direct', cites: [] },
  tls: {
    rung: 'tls',
    status: 'ok',
    because: 'TLSv1.3, issuer WE1, verified',
    cites: ['handshake'],
    elapsedMs: 37,
  },
  http: {
    rung: 'http',
    status: 'ok',
    because: 'HTTP 200 from the OpenAI API',
    cites: ['response'],
    elapsedMs: 310,
  },
  auth: { rung: 'auth', status: 'ok', because: 'the key was accepted', cites: ['response'] },
  request: { rung: 'request', status: 'ok', because: 'responses, demo-model', cites: ['response'] },
  quota: {
    rung: 'quota',
    status: 'ok',
    because: 'admitted, 499 of 500 requests left',
    cites: ['response'],
  },
  answer: {
    rung: 'answer',
    status: 'ok',
    because: 'a response object, completed',
    cites: ['answer'],
    elapsedMs: 3,
  },
}

export const certificate = (subject: string, issuer: string, selfSigned = false) => ({
  subject,
  issuer,
  validFrom: '2026-10-01T00:00:00.000Z',
  validTo: '2026-12-30T00:00:00.000Z',
  names: [subject],
  fingerprint256: '9F:86:D0:81:88:4C:7D:65:9A:2F:EA:A0:C5:5A:D0:15',
  selfSigned,
})

/** The observations of a request that works, up to the given probe. */
export function healthy(
  until: PacketObservation['probe'] = 'answer',
): readonly PacketObservation[] {
  const all = [
    observation({
      probe: 'settings',
      elapsedMs: 2,
      facts: {
        problems: [],
        key: { source: 'OPENAI_API_KEY', length: 164, kind: 'openai-project' },
      },
    }),
    observation({
      probe: 'lookup',
      startedMs: 3,
      elapsedMs: 12,
      facts: {
        host: 'api.openai.com',
        resolver: 'getaddrinfo',
        of: 'target',
        addresses: [
          { address: '192.0.2.7', family: 4, scope: 'public' },
          { address: '192.0.2.8', family: 4, scope: 'public' },
        ],
      },
    }),
    observation({
      probe: 'connect',
      target: '192.0.2.7:443',
      startedMs: 15,
      elapsedMs: 23,
      facts: {
        host: 'api.openai.com',
        port: 443,
        of: 'target',
        address: '192.0.2.7',
        family: 4,
        localAddress: '10.1.2.3',
        attempts: [{ address: '192.0.2.7', family: 4, port: 443, status: 'ok', elapsedMs: 23 }],
      },
    }),
    observation({
      probe: 'handshake',
      startedMs: 38,
      elapsedMs: 37,
      facts: {
        servername: 'api.openai.com',
        of: 'target',
        version: 'TLSv1.3',
        cipher: 'TLS_AES_256_GCM_SHA384',
        alpn: 'http/1.1',
        verified: true,
        chain: [certificate('api.openai.com', 'WE1'), certificate('WE1', 'GTS Root R4')],
      },
    }),
    observation({
      probe: 'response',
      target: 'POST /v1/responses',
      startedMs: 75,
      elapsedMs: 310,
      facts: {
        method: 'POST',
        path: '/v1/responses',
        status: 200,
        httpVersion: '1.1',
        authenticated: true,
        requestId: 'req_0f1e2d3c4b5a69788796a5b4c3d2e1f0',
        headers: { 'openai-processing-ms': '287', 'cf-ray': '8f0a1b2c3d4e5f60-FRA' },
        body: {
          bytes: 912,
          truncated: false,
          complete: true,
          shape: 'json',
          object: 'response',
          marks: [],
        },
      },
    }),
    observation({
      probe: 'answer',
      target: 'POST /v1/responses',
      startedMs: 385,
      elapsedMs: 3,
      facts: { sdk: 'openai@7.57.0', valid: true, finish: 'completed' },
    }),
  ]
  return all.slice(0, all.findIndex((one) => one.probe === until) + 1)
}
