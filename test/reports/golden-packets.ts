import type { Packet } from '../../src/model/index.ts'
import type { ReportView } from '../../src/reports/index.ts'
import {
  certificate,
  failure,
  healthy,
  ladder,
  observation,
  packet,
  route,
  verdict,
  ways,
} from './packet-builder.ts'

export const VIEW: ReportView = {
  failing: true,
  docsUrl: 'https://github.com/example/openai-preflight/blob/v1/docs/findings.md',
  step: { file: '.github/workflows/deploy.yml', line: 17 },
  paths: {
    packet: '/runner/temp/openai-preflight/packet.json',
    report: '/runner/temp/openai-preflight/report.html',
  },
  runUrl: 'https://github.com/example/shop/actions/runs/42',
  commentKey: 'deploy/preflight',
}

export interface Golden {
  readonly packet: Packet
  readonly view: ReportView
}

const interceptor = [
  ...healthy('connect'),
  observation({
    probe: 'handshake',
    startedMs: 38,
    elapsedMs: 41,
    status: 'failed',
    code: 'tls.cert.authority_invalid',
    because: 'unable to get local issuer certificate',
    facts: {
      servername: 'api.openai.com',
      of: 'target',
      version: 'TLSv1.3',
      verified: false,
      chain: [certificate('api.openai.com', 'Example Corp Inspection CA')],
    },
  }),
  observation({
    probe: 'served-chain',
    startedMs: 80,
    elapsedMs: 52,
    facts: {
      servername: 'api.openai.com',
      interceptor: 'Zscaler',
      chain: [
        certificate('api.openai.com', 'Example Corp Inspection CA'),
        certificate('Example Corp Inspection CA', 'Example Corp Root', true),
      ],
      trust: [
        {
          store: 'bundled',
          source: 'Node default',
          accepted: false,
          errno: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
        },
        { store: 'system', source: '/etc/ssl/certs', accepted: true },
      ],
      acceptedBy: ['curl'],
      missingIntermediate: false,
    },
  }),
  observation({
    probe: 'control',
    target: 'api.github.com',
    startedMs: 80,
    elapsedMs: 66,
    facts: { host: 'api.github.com', status: 200, tls: 'verified' },
  }),
]

const intercepted = route({
  clientPaths: ways(false),
  observations: interceptor,
  statusPage: {
    host: 'status.openai.com',
    checkedAt: '2026-05-06T22:40:11.123+08:00',
    indicator: 'none',
    components: [],
  },
  verdict: failure({
    owner: 'connection-path',
    rung: 'tls',
    code: 'tls.cert.authority_invalid',
    rule: 'tls/intercepted',
    product: 'Zscaler',
    because: 'unable to get local issuer certificate; issuer Example Corp Inspection CA',
    lastGood: 'tcp',
    summary:
      'TLS to api.openai.com is opened by Zscaler (issuer Example Corp Inspection CA), which this Node process does not trust; no request reached OpenAI.',
    doNext: [
      'Set NODE_EXTRA_CA_CERTS in the job to the PEM file of Example Corp Root, inside the container.',
      'Or exempt api.openai.com from TLS inspection for this runner.',
    ],
    doNot: [
      'Do not set NODE_TLS_REJECT_UNAUTHORIZED=0: the key would go to whoever answers.',
      'Do not rotate the key: it was never sent.',
    ],
    cites: ['handshake', 'served-chain'],
    also: [
      {
        rule: 'egress/proxy-ignored',
        owner: 'connection-path',
        code: 'proxy.ignored',
        summary: 'HTTPS_PROXY is set, and this client does not read it.',
        doNext: [],
        cites: [],
      },
    ],
  }),
})

const proxied = route({
  observations: [
    ...healthy('settings'),
    observation({
      probe: 'lookup',
      target: 'proxy.corp.example',
      startedMs: 3,
      elapsedMs: 4,
      facts: {
        host: 'proxy.corp.example',
        resolver: 'getaddrinfo',
        of: 'proxy',
        addresses: [{ address: '10.0.0.9', family: 4, scope: 'private' }],
      },
    }),
    observation({
      probe: 'connect',
      target: '10.0.0.9:3128',
      startedMs: 7,
      elapsedMs: 2,
      facts: {
        host: 'proxy.corp.example',
        port: 3128,
        of: 'proxy',
        address: '10.0.0.9',
        family: 4,
        attempts: [],
      },
    }),
    observation({
      probe: 'tunnel',
      target: 'api.openai.com:443',
      startedMs: 9,
      elapsedMs: 6,
      status: 'failed',
      code: 'proxy.auth_required',
      because: 'the proxy answered 407',
      facts: {
        proxy: 'proxy.corp.example:3128',
        scheme: 'http',
        target: 'api.openai.com:443',
        status: 407,
        headers: { via: '1.1 squid' },
        schemes: ['negotiate', 'basic'],
        credentialsSent: false,
      },
    }),
  ],
  egress: {
    ...route().egress,
    proxy: {
      scheme: 'http',
      host: 'proxy.corp.example',
      port: 3128,
      source: 'https_proxy',
      hasCredentials: false,
    },
    reason: 'https_proxy names it.',
    ignored: [],
  },
  clientPaths: ways().map((way) => ({
    ...way,
    exit: 'http://proxy.corp.example:3128',
    works: false,
  })),
  verdict: failure({
    owner: 'connection-path',
    rung: 'proxy',
    code: 'proxy.auth_required',
    because: 'proxy.corp.example:3128 answered CONNECT with 407 and offers negotiate, basic',
    product: 'Squid',
    responder: 'proxy',
    httpStatus: 407,
    summary:
      'The proxy proxy.corp.example:3128 wants credentials before it opens a tunnel to api.openai.com; OpenAI was not reached.',
    doNext: ['Put the user and password of the proxy into https_proxy for this job.'],
    doNot: ['Do not rotate the OpenAI key: the 407 is the proxy’s, not the API’s.'],
    ladder: ladder(
      'proxy',
      'proxy.corp.example:3128 answered CONNECT with 407 and offers negotiate, basic',
    ),
  }),
})

const limited = route({
  attempts: 2,
  attempt: 2,
  observations: [
    ...healthy('handshake'),
    ...[1, 2].map((attempt) =>
      observation({
        probe: 'response',
        id: attempt === 1 ? 'response' : 'response#2',
        target: 'POST /v1/responses',
        attempt,
        startedMs: 75 + (attempt - 1) * 900,
        elapsedMs: 210,
        status: 'failed',
        code: 'api.insufficient_quota',
        because: 'HTTP 429',
        facts: {
          method: 'POST',
          path: '/v1/responses',
          status: 429,
          httpVersion: '1.1',
          authenticated: true,
          requestId: `req_${String(attempt).repeat(32)}`,
          clientRequestId: `preflight-${attempt}`,
          headers: { 'openai-processing-ms': '14' },
          body: {
            bytes: 210,
            truncated: false,
            complete: true,
            shape: 'json',
            errorShape: 'openai',
            error: { type: 'insufficient_quota', code: 'insufficient_quota' },
            marks: [],
          },
        },
      }),
    ),
  ],
  verdict: failure({
    owner: 'quota',
    branch: 'quota',
    rung: 'quota',
    code: 'api.insufficient_quota',
    because: 'HTTP 429 from the OpenAI API, error insufficient_quota',
    responder: 'openai',
    httpStatus: 429,
    requestId: `req_${'2'.repeat(32)}`,
    ladder: ladder('quota', 'HTTP 429 from the OpenAI API, error insufficient_quota', {
      http: { because: 'HTTP 429 from the OpenAI API' },
    }),
    summary:
      'The OpenAI API accepted the key and refused the request: the project has no quota left (insufficient_quota).',
    doNext: [
      'Add credits or raise the monthly limit of the project at https://platform.openai.com/settings/organization/limits.',
    ],
    doNot: [
      'Do not retry: this 429 stays until somebody pays or raises the limit.',
      'Do not open the firewall: the request reached the API.',
    ],
  }),
})

const forked = route({
  keyFingerprint: '',
  observations: healthy('response').map((one) =>
    one.probe === 'response'
      ? {
          ...one,
          target: 'GET /v1/models',
          facts: {
            ...one.facts,
            method: 'GET',
            path: '/v1/models',
            status: 401,
            authenticated: false,
          },
        }
      : one,
  ),
  verdict: verdict({
    lastGood: 'http',
    httpStatus: 401,
    summary:
      'The route to the OpenAI API works; auth, quota and the answer were not tested, because a pull request from a fork gets no key.',
    ladder: ladder('none').map((step) =>
      ['auth', 'request', 'quota', 'answer'].includes(step.rung)
        ? {
            rung: step.rung,
            status: 'skipped',
            because: 'no key on a pull request from a fork',
            cites: [],
          }
        : step,
    ),
    also: [
      {
        rule: 'settings/key-note',
        owner: 'none',
        code: 'config.key_missing',
        summary: 'No key: a pull request from a fork gets no secrets.',
        doNext: [],
        cites: [],
      },
    ],
  }),
})

const timedOut = failure({
  verdict: 'inconclusive',
  owner: 'unknown',
  rung: 'http',
  code: 'http.timed_out',
  because: 'no response within 10 s',
  retryable: true,
  summary:
    'The connection was proven up to TLS and no response came within 10 s; who holds it back is not known.',
  doNext: ['Run again with timeout: 60s to tell a slow answer from none.'],
  doNot: ['Do not change the key or the model: no response came that could judge them.'],
})

const crashed = verdict({
  verdict: 'inconclusive',
  owner: 'unknown',
  branch: 'unknown',
  rung: '',
  code: 'own.crash',
  rule: 'own/crash',
  responder: '',
  httpStatus: '',
  requestId: '',
  summary: 'openai-preflight itself failed (TypeError); nothing is said about the route.',
  lastGood: 'none',
  firstBad: 'none',
  doNext: ['Report the defect with the link in the summary.'],
  doNot: ['Do not read this as a broken route.'],
  ladder: [],
})

const many = [
  { ...intercepted, name: 'public' },
  {
    ...limited,
    name: 'eu-gateway',
    kind: 'gateway' as const,
    baseUrl: 'https://llm.corp.example/v1',
  },
  { ...intercepted, name: 'public-batch', endpoint: 'embeddings' as const, failOn: [] },
  route({
    name: 'azure-sweden',
    kind: 'azure',
    baseUrl: 'https://shop.openai.azure.com/openai/v1',
  }),
]

const baseline = {
  startedAt: '2026-11-21T07:00:00.000+01:00',
  changes: [
    { what: 'TLS issuer', before: 'WE1', now: 'Example Corp Inspection CA' },
    { what: 'Node', before: '24.18.0', now: '24.21.0' },
  ],
}

/** A finding that `fail-on` does not name. */
export const WARNED: Golden = {
  packet: packet({ routes: [{ ...limited, failOn: ['route'] }], elapsedMs: 1190 }),
  view: { ...VIEW, failing: false },
}

export const GOLDEN: Readonly<Record<string, Golden>> = {
  pass: { packet: packet(), view: { ...VIEW, failing: false } },
  'tls-intercepted': {
    packet: packet({
      routes: [intercepted],
      redactions: [{ what: 'password', where: 'routes[0].egress.reason', count: 1 }],
    }),
    view: { ...VIEW, baseline },
  },
  'proxy-407': { packet: packet({ routes: [proxied] }), view: VIEW },
  'not-in-fail-on': WARNED,
  quota: { packet: packet({ routes: [limited], elapsedMs: 1190 }), view: VIEW },
  'fork-without-key': { packet: packet({ routes: [forked] }), view: { ...VIEW, failing: false } },
  'several-routes': { packet: packet({ routes: many }), view: VIEW },
  inconclusive: {
    packet: packet({
      routes: [
        route({
          observations: [
            ...healthy('handshake'),
            observation({
              probe: 'response',
              target: 'POST /v1/responses',
              startedMs: 75,
              elapsedMs: 10_000,
              status: 'failed',
              code: 'http.timed_out',
              because: 'no response within 10 s',
            }),
          ],
          clientPaths: ways(false),
          verdict: timedOut,
        }),
      ],
      elapsedMs: 10_090,
    }),
    view: {
      ...VIEW,
      baseline: {
        startedAt: baseline.startedAt,
        refused: 'the model differs (gpt-5 then, demo-model now).',
        changes: [],
      },
      cancelled: true,
    },
  },
  'own-crash': {
    packet: packet({ routes: [], verdict: { ...crashed, route: '' } }),
    view: {
      ...VIEW,
      crash: {
        stack: 'TypeError: x is not a function\n    at run (dist/index.js:1:1)',
        issueUrl:
          'https://github.com/example/openai-preflight/issues/new?title=TypeError&body=stack',
      },
    },
  },
}
