/** Real software, and a verdict whose every claim the evidence holds. Needs root and the packages. */
import { Buffer } from 'node:buffer'
import { getDiffieHellman, randomBytes } from 'node:crypto'
import { breakAfterRequest, closedPort } from '../loopback/faults.ts'
import {
  rsaKeys,
  issuerAt,
  alone,
  withRoot,
  authority,
  labIssuer,
  labRoot,
} from '../loopback/pki.ts'
import type { Confidence } from '../../src/model/index.ts'
import type { LeafOptions } from '../loopback/pki.ts'
import { openai401, type LoopbackReply } from '../../src/demo/loopback/replies.ts'
import { PUBLIC_ADDRESS } from '../lab/network.ts'
import {
  FRONTS,
  PORTKEY,
  startApacheProxy,
  startDnsmasq,
  startHaproxy,
  startNginx,
  startPortkey,
  startPrivoxy,
  startRefusing,
  startSquid,
  startStunnel,
  startTinyproxy,
} from '../lab/peers.ts'
import { run } from '../lab/namespace.ts'
import type { Daemon } from '../lab/packages.ts'
import type { SquidOptions } from '../lab/peers.ts'
import { CASUAL } from './certificates.ts'
import { API_NAME } from './lab.ts'
import type { Lab } from './lab.ts'
import { nodeProxy } from './loopback.ts'
import { fails, PASS, path } from './scenario.ts'
import type { Arranged, Expected, Ran, Scenario } from './scenario.ts'

/** What must and must not stand in the sentence and the orders of the verdict. */
interface Words {
  readonly confidence?: Confidence
  readonly says?: readonly RegExp[]
  readonly unsaid?: readonly RegExp[]
}

function heard(words: Words): (ran: Ran) => readonly string[] {
  return ({ stdout }) => {
    const packet: {
      verdict?: {
        summary?: string
        doNext?: string[]
        confidence?: Confidence | ''
        also?: { summary: string }[]
      }
    } = JSON.parse(stdout)
    const { confidence } = packet.verdict ?? {}
    const told = [packet.verdict?.summary ?? '', ...(packet.verdict?.doNext ?? [])].join('\n')
    const beside = (packet.verdict?.also ?? []).map(({ summary }) => summary).join('\n')
    return [
      ...(words.says ?? [])
        .filter((one) => !one.test(`${told}\n${beside}`))
        .map((one) => `${one} is not said`),
      ...(words.unsaid ?? []).filter((one) => one.test(told)).map((one) => `${one} is said`),
      ...(words.confidence === undefined || words.confidence === confidence
        ? []
        : [`the confidence is ${confidence ?? 'absent'} and should be ${words.confidence}`]),
    ].map((reason) => `${reason}: ${told}`)
  }
}

function real(
  id: string,
  title: string,
  programs: readonly string[],
  expect: Expected,
  words: Words,
  arrange: (lab: Lab) => Promise<Arranged>,
): Scenario {
  return {
    id: `TRUE-${id}`,
    title,
    needs: 'packages',
    programs,
    expect,
    arrange: async (lab) => ({ complaints: heard(words), ...(await arrange(lab)) }),
  }
}

const inspector = authority({ common: 'Acme Inspection CA' })
const HERE = { host: PUBLIC_ADDRESS, port: 443 }
const GATEWAY = 'llm.corp.example'
const TO_GATEWAY = { route: 'gateway', 'base-url': `https://${GATEWAY}/v1` }
const provider = (code: Parameters<typeof fails>[2], lastGood: 'tcp' | 'tls'): Expected =>
  fails('route-provider', 'http', code, lastGood)

/** Names lead to the public address of the lab, where this listens. */
async function standIn(lab: Lab, start: () => Promise<AsyncDisposable>): Promise<void> {
  await lab.names({ [GATEWAY]: { addresses: [PUBLIC_ADDRESS] } })
  await lab.network().addAddress(PUBLIC_ADDRESS)
  await lab.use(start())
}

function nginx(
  id: string,
  title: string,
  leaf: LeafOptions | (() => ReturnType<ReturnType<typeof authority>['leaf']>),
  server: string | ((lab: Lab) => string),
  expect: Expected,
  words: Words,
  more: (lab: Lab) => Arranged = () => ({}),
): Scenario {
  return real(id, title, ['nginx'], expect, words, async (lab) => {
    const names = [API_NAME, GATEWAY]
    const shown = typeof leaf === 'function' ? leaf() : labIssuer().leaf({ names, ...leaf })
    const lines = typeof server === 'string' ? server : server(lab)
    await standIn(lab, () => startNginx(HERE, shown, lines))
    return more(lab)
  })
}

/** Parameters of a group of 1024 bits (RFC 2409 §6.2) as PKCS #3 has them. */
function smallGroup(): string {
  const prime = Buffer.concat([Buffer.of(0), getDiffieHellman('modp2').getPrime()])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(prime.length)
  const body = Buffer.concat([Buffer.of(0x02, 0x82), length, prime, Buffer.of(0x02, 0x01, 0x02)])
  length.writeUInt16BE(body.length)
  const der = Buffer.concat([Buffer.of(0x30, 0x82), length, body])
  return `-----BEGIN DH PARAMETERS-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END DH PARAMETERS-----\n`
}

const OK = 'location / { return 401; }'
const HOLDS = [
  'timeout tarpit 30s',
  'http-request tarpit if METH_POST',
  'http-request return status 401 content-type application/json string "{}"',
]

const CERTIFICATES: readonly Scenario[] = [
  ...(['3.12', '3.13'] as const).map((version) =>
    nginx(
      `strict-root-${version}`,
      `nginx has its certificate from a casual root, and the application runs on Python ${version}`,
      () => CASUAL.leaf({ names: [API_NAME, GATEWAY] }),
      `location / { default_type application/json; return 401 '{"error":{"message":"no key","type":"invalid_request_error","code":"missing_key"}}'; }`,
      version === '3.12' ? { ...PASS, lastGood: 'http' } : path('tls', 'tls.cert.invalid', 'tcp'),
      version === '3.12' ? {} : { says: [/Python 3\.13/, /Casual Root/], unsaid: [/more roots/] },
      (lab) => ({
        flags: { ...TO_GATEWAY, client: 'python', depth: 'route' },
        env: {
          SSL_CERT_FILE: lab.file('casual.pem', CASUAL.pem),
          PATH: '/nonexistent',
          UV_PYTHON: version,
        },
      }),
    ),
  ),
  nginx(
    'expired-intermediate',
    'nginx sends an intermediate that has expired under a leaf that has not',
    () =>
      labRoot()
        .intermediate({ common: 'Lab Issuing CA 2019' }, { fromDays: -800, toDays: -10 })
        .leaf({ names: [API_NAME] }),
    OK,
    path('tls', 'tls.cert.date_invalid', 'tcp'),
    {
      says: [/intermediate certificate "CN=Lab Issuing CA 2019"/, /itself is within/],
      unsaid: [/clock/i],
    },
  ),
  nginx(
    'no-intermediate',
    'nginx sends the leaf alone, and another trust variable is set as well',
    () => alone(labIssuer().leaf({ names: [API_NAME] })),
    OK,
    path('tls', 'tls.cert.authority_invalid', 'tcp'),
    {
      says: [/sends no intermediate/, /Preflight Lab CA 1/, /the roots in NODE_EXTRA_CA_CERTS/],
      unsaid: [/Set NODE_EXTRA_CA_CERTS/i],
    },
    (lab) => ({ flags: TO_GATEWAY, env: { SSL_CERT_FILE: `${lab.folder}/root.pem` } }),
  ),
  nginx(
    'no-intermediate-python',
    'nginx sends the leaf alone to a Python client',
    () => alone(labIssuer().leaf({ names: [API_NAME], ...issuerAt('http://ca.example/ca.crt') })),
    OK,
    path('tls', 'tls.cert.authority_invalid', 'tcp'),
    { says: [/sends no intermediate/], unsaid: [/NODE_EXTRA_CA_CERTS/] },
    (lab) => ({
      flags: { ...TO_GATEWAY, client: 'python' },
      env: { SSL_CERT_FILE: `${lab.folder}/root.pem`, NODE_EXTRA_CA_CERTS: undefined },
    }),
  ),
  nginx(
    'issuer',
    'nginx sends leaf, intermediate and root of a company',
    () =>
      withRoot(authority({ common: 'Acme Root' }).intermediate({ common: 'Acme Issuing' }), {
        names: [GATEWAY],
      }),
    OK,
    path('tls', 'tls.cert.authority_invalid', 'tcp'),
    { says: [/issued by "CN=Acme Issuing"/, /root certificate of "CN=Acme Root"/] },
    () => ({ flags: TO_GATEWAY }),
  ),
  real(
    'weak-key',
    'stunnel shows a key of 1024 bits',
    ['stunnel4'],
    path('tls', 'tls.cert.invalid', 'tcp'),
    { says: [/key too weak|key too small/i], unsaid: [/purpose/] },
    async (lab) => {
      const shown = labIssuer().leaf({ names: [API_NAME], keys: rsaKeys(1024) })
      await standIn(lab, () => startStunnel(HERE, shown, 9, ['securityLevel = 0']))
      return {}
    },
  ),
]

const HANDSHAKES: readonly Scenario[] = [
  nginx(
    'small-dh',
    'nginx offers a Diffie-Hellman group of 1024 bits',
    { keys: rsaKeys(2048) },
    (lab) => {
      const parameters = lab.file('dh.pem', smallGroup())
      return `ssl_protocols TLSv1.2; ssl_ciphers DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0; ssl_dhparam ${parameters}; ${OK}`
    },
    path('tls', 'tls.version_or_cipher_mismatch', 'tcp'),
    { says: [/Diffie-Hellman/, /dh key too small/], unsaid: [/TLS 1\.2 or 1\.3/] },
  ),
  ...(['TLSv1.2', 'TLSv1.3'] as const).map((version) =>
    real(
      `mutual-${version}`,
      `HAProxy requires a client certificate, ${version}`,
      ['haproxy'],
      version === 'TLSv1.2'
        ? path('tls', 'tls.version_or_cipher_mismatch', 'tcp')
        : path('tls', 'tls.bad_client_auth_cert', 'tcp'),
      { says: [/client certificate|its certificate and key/], unsaid: [/to TLS 1\.2 or 1\.3/] },
      async (lab) => {
        const bind = `verify required ca-file ${lab.folder}/root.pem ssl-min-ver ${version} ssl-max-ver ${version}`
        const shown = labIssuer().leaf({ names: [API_NAME, GATEWAY] })
        await standIn(lab, () => startHaproxy(HERE, shown, [], bind))
        return { flags: TO_GATEWAY }
      },
    ),
  ),
  real(
    'stunnel-mutual',
    'stunnel requires a client certificate, TLS 1.2',
    ['stunnel4'],
    path('tls', 'tls.version_or_cipher_mismatch', 'tcp'),
    { says: [/its certificate and key/] },
    async (lab) => {
      const shown = labIssuer().leaf({ names: [API_NAME, GATEWAY] })
      const options = [
        'sslVersion = TLSv1.2',
        'verifyChain = yes',
        `CAfile = ${lab.folder}/root.pem`,
      ]
      await standIn(lab, () => startStunnel(HERE, shown, 9, options))
      return { flags: TO_GATEWAY }
    },
  ),
]

const SILENCE: readonly Scenario[] = [
  real(
    'only-h2',
    'HAProxy speaks HTTP/2 alone and says nothing of it in the handshake',
    ['haproxy'],
    fails('request', 'http', 'http.version_mismatch', 'tls'),
    { says: [/accepts only HTTP\/2/], unsaid: [/proxy, firewall or load balancer between/] },
    async (lab) => {
      const shown = labIssuer().leaf({ names: [API_NAME, GATEWAY] })
      await standIn(lab, () => startHaproxy(HERE, shown, [], 'proto h2'))
      return { flags: TO_GATEWAY }
    },
  ),
  real(
    'posts-held',
    'HAProxy holds every POST and answers every GET',
    ['haproxy'],
    path('http', 'http.timed_out', 'tls'),
    { says: [/GET/, /POST/], unsaid: [/MSS|MTU|packets/] },
    async (lab) => {
      const shown = labIssuer().leaf({ names: [API_NAME] })
      await standIn(lab, () => startHaproxy(HERE, shown, HOLDS))
      return { oneAttempt: true }
    },
  ),
  real(
    'posts-held-gateway',
    'HAProxy as a gateway that proved its name holds every POST',
    ['haproxy'],
    provider('http.timed_out', 'tls'),
    { unsaid: [/between this runner/, /MSS/] },
    async (lab) => {
      const shown = labIssuer().leaf({ names: [GATEWAY] })
      await standIn(lab, () => startHaproxy(HERE, shown, HOLDS))
      return { flags: TO_GATEWAY, oneAttempt: true }
    },
  ),
  ...(
    [
      ['closes', 'http.closed', 'location / { return 444; }'],
      [
        'holds',
        'http.timed_out',
        'location / { proxy_pass https://127.0.0.1:9443; proxy_read_timeout 60s; }',
      ],
    ] as const
  ).map(([name, code, server]) =>
    real(
      `loopback-${name}`,
      `nginx on loopback as a gateway: ${name}`,
      ['nginx'],
      provider(code, 'tls'),
      { unsaid: [/between this runner/, /proxy/, /firewall/i] },
      async (lab) => {
        const place = { host: '127.0.0.1', port: 8443 }
        const silent = await lab.use(breakAfterRequest('silence'))
        const lines = server.replace('9443', String(silent.port))
        await lab.use(startNginx(place, labIssuer().leaf(), lines))
        return { flags: { route: 'gateway', 'base-url': 'https://127.0.0.1:8443/v1' } }
      },
    ),
  ),
]

const REFUSED = JSON.stringify(String(openai401().body))

/** The owner does not hang on our own clock: a witness answers after so long, an attempt lasts so long. */
const CLOCKS: readonly Scenario[] = (
  [
    ['1s', 200],
    ['1s', 1900],
    ['1s', 3000],
    ['2s', 3000],
    ['5s', 3000],
  ] as const
).map(([timeout, ms]) => {
  // Two seconds of silence may yet be slowness.
  const unclear = ms === 3000 && timeout !== '5s'
  return real(
    `clock-${timeout}-${String(ms)}`,
    `HAProxy answers all but the request, in ${String(ms)} ms, and an attempt lasts ${timeout}`,
    ['haproxy'],
    unclear
      ? path('http', 'http.timed_out', 'tls')
      : fails('api-server', 'http', 'http.timed_out', 'tls'),
    unclear ? { says: [/which may also be a slow service/] } : {},
    async (lab) => {
      const silent = await lab.use(breakAfterRequest('silence'))
      const shown = labIssuer().leaf({ names: [API_NAME] })
      const rules = [
        `timeout tarpit ${String(ms)}ms`,
        'acl request path /v1/responses',
        'use_backend silent if request',
        `http-request tarpit deny_status 401 content-type application/json string ${REFUSED} if !request`,
        'backend silent',
        'timeout server 60s',
        `server silent 127.0.0.1:${String(silent.port)} ssl verify none`,
      ]
      await standIn(lab, () => startHaproxy(HERE, shown, rules))
      return { flags: { timeout, deadline: timeout === '5s' ? '7s' : '4s' } }
    },
  )
})

/** A proxy that reads along, whose root is trusted, and these rules of its own. */
function bumped(
  id: string,
  title: string,
  rules: readonly string[],
  expect: Expected,
  words: Words,
) {
  return real(id, title, ['squid'], expect, words, async (lab) => {
    await lab.names()
    await lab.publicApi()
    const options: SquidOptions = { bump: { authority: inspector, trusts: labRoot().pem }, rules }
    const daemon = await lab.use(startSquid(options))
    const root = lab.file('inspector.pem', inspector.pem)
    return { env: { ...nodeProxy(daemon.url), NODE_EXTRA_CA_CERTS: root } }
  })
}

const POSTS = 'acl posts method POST'
const INSIDE: readonly Scenario[] = [
  bumped(
    'bump-post',
    'Squid refuses POST inside the tunnel that it reads',
    [POSTS, 'http_access deny posts'],
    path('http', 'proxy.denied', 'tls'),
    {
      says: [/POST \/v1\/responses/, /GET without credentials passed/],
      unsaid: [/this destination/],
    },
  ),
  bumped(
    'bump-redirect',
    'Squid sends POST to a block page inside the tunnel that it reads',
    [POSTS, 'deny_info 302:https://block.corp.example/why posts', 'http_access deny posts'],
    path('http', 'http.intercepted', 'tls'),
    { says: [/block\.corp\.example/, /POST/], unsaid: [/resolve/, /5xx/] },
  ),
  bumped(
    'bump-413',
    'Squid takes no body of more than 10 bytes inside the tunnel that it reads',
    ['request_body_max_size 10 bytes'],
    path('http', 'http.body_too_large', 'tls'),
    { says: [/larger than/, /request_body_max_size/], unsaid: [/resolve/] },
  ),
]

function unknownName(id: string, program: string, start: () => Promise<Daemon>): Scenario {
  const words = { says: [/cannot resolve api\.openai\.com/] }
  return real(
    id,
    `${program} cannot resolve the host`,
    [program],
    path('proxy', 'proxy.dns_error', 'tcp'),
    words,
    async (lab) => {
      await lab.names({ [API_NAME]: { code: 'NXDOMAIN' } })
      const daemon = await lab.use(start())
      return { env: nodeProxy(daemon.url) }
    },
  )
}

const PROXIES: readonly Scenario[] = [
  real(
    'squid-no-way',
    'Squid may not go to the host directly and has no parent',
    ['squid'],
    path('proxy', 'proxy.dns_error', 'tcp'),
    { says: [/or has no route to it/, /never_direct/] },
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      const daemon = await lab.use(startSquid({ rules: ['never_direct allow all'] }))
      return { env: nodeProxy(daemon.url) }
    },
  ),
  unknownName('apache-name', 'apache2', startApacheProxy),
  unknownName('privoxy-name', 'privoxy', startPrivoxy),
  ...[405, 451, 594, 597].map((status) =>
    real(
      `connect-${String(status)}`,
      `HAProxy as a proxy answers CONNECT with ${String(status)}`,
      ['haproxy'],
      path('proxy', status === 451 ? 'proxy.denied' : 'proxy.http_error', 'tcp'),
      { says: [new RegExp(String(status))] },
      async (lab) => {
        await lab.names()
        await lab.publicApi()
        const daemon = await lab.use(startRefusing(status))
        return { env: nodeProxy(daemon.url) }
      },
    ),
  ),
]

const REDIRECTS: readonly Scenario[] = [
  nginx(
    'redirect-to-plain',
    'nginx behind a load balancer sends the client from https to http',
    {},
    'location / { return 301 http://llm.corp.example$request_uri; }',
    fails('route-provider', 'http', 'http.redirected', 'tls'),
    { says: [/clear text/], unsaid: [/Set the base URL/] },
    () => ({ flags: TO_GATEWAY }),
  ),
]

const BODIES: readonly Scenario[] = [
  nginx(
    'gzip-broken',
    'nginx announces gzip and sends none',
    {},
    `location / { default_type application/json; add_header Content-Encoding gzip always; return 401 '{"error":{"message":"no"}}'; }`,
    fails('route-provider', 'http', 'http.response.invalid', 'tls'),
    { says: [/not the gzip that its header announces/], unsaid: [/empty/] },
    () => ({ flags: TO_GATEWAY }),
  ),
]

/** The way to the gateway works, and what stands there has nothing behind it that answers. */
const IN_FRONT: readonly Scenario[] = Object.entries(FRONTS).map(([program, start]) => {
  // Its page is that of every 503, so both are said.
  const vague = program === 'apache2'
  return real(
    `dead-behind-${program}`,
    `${program} in front of a gateway that does not run`,
    [program],
    fails(
      'route-provider',
      'http',
      vague ? 'gateway.unavailable' : 'gateway.upstream_unreachable',
      'tcp',
    ),
    {
      says: [vague ? /because nothing behind it is up/ : /nothing behind it that answers/],
      unsaid: [/between this runner/, /firewall/i],
    },
    async (lab) => {
      const daemon = await lab.use(start())
      return { flags: { route: 'gateway', 'base-url': `${daemon.url}/v1` } }
    },
  )
})

/** Portkey behind nginx, which says for every request who its provider is. */
function portkey(
  id: string,
  title: string,
  /** Header lines without `x-portkey-`; UPSTREAM is where the provider is said to be. */
  asks: readonly string[],
  expect: Expected,
  more: {
    readonly endpoint?: string
    /** What the provider answers; absent, its port is closed. */
    readonly provider?: LoopbackReply
  } = {},
): Scenario {
  const { endpoint = 'responses', provider } = more
  const words = { says: [/Portkey/] }
  return real(
    `portkey-${id}`,
    `Portkey: ${title}`,
    ['nginx', PORTKEY],
    expect,
    words,
    async (lab) => {
      const { port } =
        provider === undefined
          ? await lab.use(closedPort())
          : await lab.api({ tls: 'none', answers: { '*': provider } })
      const gateway = await lab.use(startPortkey())
      const headers = asks.map((one) => `proxy_set_header x-portkey-${one};`).join(' ')
      const server = `location / { proxy_pass ${gateway.url}; proxy_read_timeout 9s; ${headers.replace('UPSTREAM', `http://127.0.0.1:${String(port)}/v1`)} }`
      const place = { host: '127.0.0.1', port: 8443 }
      await lab.use(startNginx(place, labIssuer().leaf({ names: ['localhost'] }), server))
      const base = 'https://localhost:8443/v1'
      return { flags: { route: 'gateway', 'base-url': base, timeout: '5s', endpoint } }
    },
  )
}

const PROVIDER = ['provider openai', 'custom-host UPSTREAM']
const NOT_SET_UP = fails('route-provider', 'request', 'gateway.not_configured', 'http')

const PORTKEYS: readonly Scenario[] = [
  // Of embeddings its body is no JSON.
  ...['responses', 'embeddings'].map((endpoint) =>
    portkey(
      endpoint,
      `its provider cannot be reached, ${endpoint}`,
      PROVIDER,
      fails('route-provider', 'http', 'gateway.upstream_unreachable', 'tls'),
      { endpoint },
    ),
  ),
  ...['responses', 'embeddings'].map((endpoint) =>
    portkey(
      `401-${endpoint}`,
      `its provider refuses the key, ${endpoint}`,
      PROVIDER,
      fails('route-provider', 'auth', 'gateway.upstream_key_rejected', 'http'),
      { endpoint, provider: openai401() },
    ),
  ),
  ...(
    [
      ['nothing', 'no provider and no config', []],
      ['provider', 'a provider that it does not know', ['provider nonsense']],
      ['config', 'a config that is no JSON', ['config "{bad"']],
      [
        'list',
        'a config with a fault that it lists',
        [`config '{"strategy":{"mode":"none"},"targets":[]}'`],
      ],
      ['host', 'a custom host that it refuses', ['provider openai', 'custom-host http://10.0.0.1']],
      ['endpoint', 'a provider that lacks the endpoint', ['provider bedrock']],
    ] as const
  ).map(([id, title, asks]) =>
    portkey(id, title, asks, NOT_SET_UP, id === 'endpoint' ? { endpoint: 'embeddings' } : {}),
  ),
]

/** Names of Azure's other clouds are no misspellings of the public one. */
const CLOUDS: readonly Scenario[] = [
  'contoso.cognitiveservices.azure.cn',
  'contoso.services.ai.azure.cn',
  'contoso.cognitiveservices.azure.us',
  'westeurope.api.cognitive.microsoft.com',
].map((host) =>
  real(
    `no-such-${host}`,
    `dnsmasq does not know ${host}`,
    ['dnsmasq'],
    fails('route-provider', 'dns', 'dns.name_not_resolved', 'config'),
    {
      says: [new RegExp(`Azure resource host ${host}`)],
      unsaid: [/looks like|instead of|Set the/],
    },
    async (lab) => {
      await lab.use(startDnsmasq([`address=/${host}/`]))
      const env = {
        OPENAI_API_KEY: undefined,
        AZURE_OPENAI_API_KEY: randomBytes(16).toString('hex'),
      }
      return { flags: { 'base-url': `https://${host}/openai/v1` }, env }
    },
  ),
)

const said = (status: number, body: string): string =>
  `server_tokens off; location / { default_type application/json; return ${String(status)} '${body}'; }`

/** nginx as what inspects TLS: its root is trusted, and no header of OpenAI is in its answer. */
function inspected(
  id: string,
  title: string,
  server: string,
  expect: Expected,
  words: Words,
): Scenario {
  const leaf = () => inspector.leaf({ names: [API_NAME] })
  return nginx(id, title, leaf, server, expect, { confidence: 'medium', ...words }, (lab) => ({
    env: { NODE_EXTRA_CA_CERTS: lab.file('inspector.pem', inspector.pem) },
  }))
}

const INSPECTED: readonly Scenario[] = [
  inspected(
    'inspector-in-words-of-openai',
    'A 401 in the words of OpenAI under the certificate of a private authority',
    said(
      401,
      '{"error":{"message":"Incorrect API key provided","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}',
    ),
    fails('auth', 'auth', 'api.invalid_api_key', 'http'),
    {
      says: [/certificate of CN=Acme Inspection CA/, /may have written/, /Exempt api\.openai\.com/],
      unsaid: [/path is fine|path works/],
    },
  ),
  inspected(
    'inspector-in-its-own-words',
    'A 403 in foreign JSON under the certificate of a private authority',
    said(403, '{"error":"blocked","category":"Generative AI"}'),
    path('http', 'http.intercepted', 'tls'),
    { says: [/certificate of CN=Acme Inspection CA/], unsaid: [/path is fine|OpenAI answered/] },
  ),
  nginx(
    'node-mitm-proxy',
    'A certificate of NodeMITMProxyCA, which is not mitmproxy',
    () => authority({ common: 'NodeMITMProxyCA' }).leaf({ names: [API_NAME] }),
    OK,
    path('tls', 'tls.cert.authority_invalid', 'tcp'),
    { says: [/issued by "CN=NodeMITMProxyCA"/], unsaid: [/by mitmproxy|in mitmproxy/] },
  ),
]

/** What Portkey 1.15 writes of an upstream that it does not reach: its quotes are not escaped. */
const BROKEN =
  '{"status":"failure","message":"Something went wrong","html-message":"<b class="m">fetch failed</b>"}'

const BROKEN_JSON: readonly Scenario[] = [
  nginx(
    'json-quotes',
    'A gateway answers 500 in JSON whose quotes nobody escaped',
    {},
    said(500, BROKEN),
    provider('gateway.upstream_unreachable', 'tls'),
    { says: [/nothing behind it that answers/] },
    () => ({ flags: { ...TO_GATEWAY, endpoint: 'embeddings' } }),
  ),
  nginx(
    'json-cut',
    'A gateway answers 429 in JSON that is cut off',
    {},
    said(
      429,
      '{"error":{"type":"insufficient_quota","code":"insufficient_quota","message":"You exceeded',
    ),
    fails('quota', 'quota', 'gateway.insufficient_quota', 'request'),
    {},
    () => ({ flags: TO_GATEWAY }),
  ),
  nginx(
    'json-503',
    'nginx answers 503 in JSON that gives no reason',
    {},
    said(503, '{"status":"maintenance"}'),
    provider('gateway.unavailable', 'tls'),
    { unsaid: [/nothing behind it that answers/] },
    () => ({ flags: TO_GATEWAY }),
  ),
]

/** The port and the path of the base URL stay in the advice, and the address decides whether it is public. */
const PLAIN: readonly Scenario[] = [
  real(
    'plain-public',
    'A base URL in plain HTTP whose name has a public address',
    ['dnsmasq', 'nginx'],
    fails('request', 'config', 'config.base_url_plain_http', 'none'),
    { says: [/https:\/\/llm\.corp\.example:8443/] },
    async (lab) => {
      await lab.network().addAddress(PUBLIC_ADDRESS)
      await lab.use(startDnsmasq([`address=/${GATEWAY}/${PUBLIC_ADDRESS}`]))
      await lab.use(startNginx({ ...HERE, port: 8443 }, labIssuer().leaf(), OK))
      return { flags: { 'base-url': `http://${GATEWAY}:8443/ok/v1` } }
    },
  ),
  real(
    'plain-private',
    'nginx with TLS at a private address gets plain HTTP',
    ['dnsmasq', 'nginx'],
    fails('request', 'http', 'http.plain_on_tls', 'tcp'),
    { says: [/https:\/\/llm\.corp\.example:8443\/ok\/v1/], unsaid: [/public/] },
    async (lab) => {
      const host = '10.20.30.40'
      await lab.network().addAddress(host)
      await lab.use(startDnsmasq([`address=/${GATEWAY}/${host}`]))
      await lab.use(startNginx({ host, port: 8443 }, labIssuer().leaf(), OK))
      return { flags: { 'base-url': `http://${GATEWAY}:8443/ok/v1` } }
    },
  ),
]

/** What a host outside says has nothing to do with a service on this machine. */
const WITNESSES: readonly Scenario[] = (['refuses', 'answers'] as const).map((control) =>
  real(
    `loopback-control-${control}`,
    `nginx on loopback closes, and the control host ${control}`,
    ['nginx'],
    provider('http.closed', 'tls'),
    { unsaid: [/egress/, /only this/, /cannot be reached either/] },
    async (lab) => {
      const witness = { host: PUBLIC_ADDRESS, port: 443 }
      await lab.names({ 'ghe.corp.example': { addresses: [witness.host] } })
      await lab.network().addAddress(witness.host)
      if (control === 'answers') {
        const tls = labIssuer().leaf({ names: ['ghe.corp.example'] })
        await lab.use(startNginx(witness, tls, 'location / { return 200; }'))
      }
      const place = { host: '127.0.0.1', port: 8443 }
      await lab.use(startNginx(place, labIssuer().leaf(), 'location / { return 444; }'))
      const flags = { route: 'gateway', 'base-url': 'https://127.0.0.1:8443/v1' }
      return { flags: { ...flags, 'control-url': 'https://ghe.corp.example' } }
    },
  ),
)

const SAID_ALREADY: readonly Scenario[] = [
  real(
    'compare-direct-set',
    'nginx in front of a dead gateway, with compare-direct set already',
    ['nginx'],
    provider('gateway.upstream_unreachable', 'tls'),
    { unsaid: [/set compare-direct/] },
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      const server = 'location / { proxy_pass http://127.0.0.1:9; }'
      await lab.use(startNginx({ host: '127.0.0.1', port: 8443 }, labIssuer().leaf(), server))
      const flags = { route: 'gateway', 'base-url': 'https://127.0.0.1:8443/v1' }
      return { flags: { ...flags, 'compare-direct': 'true' } }
    },
  ),
  nginx(
    'request-id-once',
    'A gateway fails and names the request',
    {},
    `location / { default_type application/json; add_header x-request-id req_0123456789abcdef always; return 500 '{"error":{"message":"no","type":"server_error","code":null}}'; }`,
    fails('route-provider', 'answer', 'gateway.server_error', 'http'),
    { says: [/req_0123456789abcdef/], unsaid: [/req_0123456789abcdef[^]*req_0123456789abcdef/] },
    () => ({ flags: TO_GATEWAY }),
  ),
  nginx(
    'cors-target',
    'nginx passes a gateway on, and opens it to no browser',
    {},
    `location / { default_type application/json; return 401 '{"error":{"message":"no key","type":"invalid_request_error","code":"missing_key"}}'; }`,
    { ...PASS, lastGood: 'http' },
    {
      says: [
        new RegExp(`A browser on https://app\\.example\\.com may not call https://${GATEWAY}/v1: `),
      ],
    },
    () => ({
      flags: { ...TO_GATEWAY, depth: 'route', 'browser-origin': 'https://app.example.com' },
    }),
  ),
]

const SETTINGS: readonly Scenario[] = [
  nginx(
    'curl-bundle-missing',
    'CURL_CA_BUNDLE names a file that is not there',
    {},
    OK,
    { ...fails('request', 'config', 'config.trust_unusable', 'none') },
    { says: [/CURL_CA_BUNDLE/, /cannot be read/], unsaid: [/proxy/i] },
    () => ({
      flags: { ...TO_GATEWAY, client: 'curl' },
      env: { CURL_CA_BUNDLE: '/nonexistent/roots.pem' },
    }),
  ),
]

/** What the real curl says of the same path: its exit code, 0 when it got an answer. */
async function realCurl(lab: Lab, url: string, env: Readonly<Record<string, string>>) {
  const { code } = await run('curl', ['-sS', '-o', '/dev/null', '--max-time', '5', url], {
    env: { HOME: lab.folder, ...env },
  })
  return code
}

const CURL: readonly Scenario[] = [
  real(
    'curl-partial',
    'CURL_CA_BUNDLE holds the intermediate alone, which curl takes for an end of the chain',
    ['curl', 'nginx'],
    PASS,
    {},
    async (lab) => {
      const { port } = await lab.api({ tls: 'none' })
      const issuer = labIssuer().intermediate({ common: 'Lab Issuing CA' })
      const server = `location / { proxy_pass http://127.0.0.1:${String(port)}; }`
      await standIn(lab, () => startNginx(HERE, issuer.leaf({ names: [GATEWAY] }), server))
      const env = { CURL_CA_BUNDLE: lab.file('issuing.pem', issuer.pem) }
      const code = await realCurl(lab, `https://${GATEWAY}/v1/models`, env)
      return {
        flags: { ...TO_GATEWAY, client: 'curl' },
        env,
        complaints: () => (code === 0 ? [] : [`curl ended with ${String(code)}`]),
      }
    },
  ),
  real(
    'curl-tls-proxy',
    'The proxy is reached by TLS, and CURL_CA_BUNDLE holds its root, which curl does not read for a proxy',
    ['curl', 'stunnel4', 'tinyproxy'],
    path('proxy', 'proxy.tls_certificate_error', 'tcp'),
    { unsaid: [/Set CURL_CA_BUNDLE/] },
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      const proxy = await lab.use(startTinyproxy())
      await lab.use(
        startStunnel(
          { host: '127.0.0.1', port: 8443 },
          labIssuer().leaf({ names: ['localhost'] }),
          proxy.port,
        ),
      )
      const env = {
        HTTPS_PROXY: 'https://localhost:8443',
        CURL_CA_BUNDLE: `${lab.folder}/root.pem`,
      }
      const code = await realCurl(lab, `https://${API_NAME}/v1/models`, env)
      return {
        flags: { client: 'curl' },
        env,
        complaints: () => (code === 60 ? [] : [`curl ended with ${String(code)}`]),
      }
    },
  ),
]

/** The usual company: direct is closed, the proxy reads along, and its root is trusted. */
const IGNORED: readonly Scenario[] = [
  real(
    'ignored-bump',
    'Direct is closed, Squid reads along and its root is trusted, and Node goes past it',
    ['squid'],
    path('tcp', 'tcp.refused', 'dns'),
    {
      says: [
        /HTTPS_PROXY is set/,
        /NODE_USE_ENV_PROXY/,
        /through 127\.0\.0\.1:3128 the API answers/,
      ],
    },
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      const options: SquidOptions = { bump: { authority: inspector, trusts: labRoot().pem } }
      const daemon = await lab.use(startSquid(options))
      const root = lab.file('inspector.pem', inspector.pem)
      await lab
        .network()
        .firewall(`meta skuid 0 ip daddr ${PUBLIC_ADDRESS} tcp dport 443 reject with tcp reset`)
      return {
        flags: { client: 'node' },
        env: { HTTPS_PROXY: daemon.url, NODE_EXTRA_CA_CERTS: root },
      }
    },
  ),
]

/** What is no ClientHello gets no word from them. */
const HANG_UP: readonly Scenario[] = (['haproxy', 'stunnel4'] as const).map((program) =>
  real(
    `plain-on-${program}`,
    `The base URL says http, and ${program} speaks TLS there`,
    [program],
    fails('request', 'http', 'http.plain_on_tls', 'tcp'),
    { says: [/https:\/\/localhost:8443\/v1/] },
    async (lab) => {
      const place = { host: '127.0.0.1', port: 8443 }
      const shown = labIssuer().leaf({ names: ['localhost'] })
      const deny = ['http-request return status 401']
      await lab.use(
        program === 'haproxy' ? startHaproxy(place, shown, deny) : startStunnel(place, shown, 9),
      )
      return { flags: { route: 'gateway', 'base-url': 'http://localhost:8443/v1' } }
    },
  ),
)

export const TRUTH: readonly Scenario[] = [
  ...CLOUDS,
  ...INSPECTED,
  ...BROKEN_JSON,
  ...PLAIN,
  ...WITNESSES,
  ...SAID_ALREADY,
  ...BODIES,
  ...IN_FRONT,
  ...PORTKEYS,
  ...CURL,
  ...IGNORED,
  ...HANG_UP,
  ...SETTINGS,
  ...CERTIFICATES,
  ...HANDSHAKES,
  ...SILENCE,
  ...CLOCKS,
  ...INSIDE,
  ...PROXIES,
  ...REDIRECTS,
]
