/** What one tiny request cannot prove, behind real nginx, HAProxy and Squid, and over a link that loses large packets. */
import { openaiReplies } from '../loopback/families.ts'
import { labKey, type Answers, type Api } from '../loopback/api.ts'
import { authority, labIssuer, labRoot } from '../loopback/pki.ts'
import { PUBLIC_ADDRESS } from '../lab/network.ts'
import { startHaproxy, startNginx, startSquid } from '../lab/peers.ts'
import type { Lab } from './lab.ts'
import { nodeProxy } from './loopback.ts'
import { PASS, fails } from './scenario.ts'
import type { Arranged, Expected, Ran, Scenario } from './scenario.ts'

const PLACE = { host: '127.0.0.1', port: 8443 }
const genuine = openaiReplies({ key: labKey() })

/** Events as a model writes them: apart, over more than a second. */
const PACED: Answers = (request) => {
  const reply = genuine(request)
  return request.body.includes('"stream":true')
    ? { ...reply, pieces: { bytes: 250, everyMs: 250 } }
    : reply
}

interface Told {
  /** Code and words of the finding beside the verdict, or deciding it. */
  readonly code?: string
  readonly says?: RegExp
  /** Codes that must not stand there. */
  readonly unsaid?: readonly string[]
}

function told({ code, says, unsaid = [] }: Told): (ran: Ran) => readonly string[] {
  return ({ stdout }) => {
    const {
      verdict,
    }: { verdict: { code: string; summary: string; also: { code: string; summary: string }[] } } =
      JSON.parse(stdout)
    const all = [verdict, ...verdict.also]
    const found = code === undefined ? verdict : all.find((one) => one.code === code)
    const text = JSON.stringify(all.map((one) => [one.code, one.summary]))
    return [
      ...(found === undefined ? [`${code ?? ''} is not said: ${text}`] : []),
      ...(says === undefined || found === undefined || says.test(found.summary)
        ? []
        : [`${String(says)} is not said: ${text}`]),
      ...unsaid
        .filter((one) => all.some((other) => other.code === one))
        .map((one) => `${one} is said: ${text}`),
    ]
  }
}

function scenario(
  id: string,
  title: string,
  programs: readonly string[],
  expect: Expected,
  words: Told,
  arrange: (lab: Lab) => Promise<Arranged>,
  needs: Scenario['needs'] = 'packages',
): Scenario {
  return {
    id: `PATH-${id}`,
    title,
    needs,
    ...(programs.length > 0 && { programs }),
    expect,
    arrange: async (lab) => ({ complaints: told(words), ...(await arrange(lab)) }),
  }
}

/** nginx as the gateway, with these lines in front of the lab's API. */
function nginx(
  id: string,
  title: string,
  lines: string,
  checks: string,
  expect: Expected,
  words: Told,
  flags: Readonly<Record<string, string>> = {},
): Scenario {
  return scenario(id, title, ['nginx'], expect, words, async (lab) => {
    const api = await lab.api({ answers: { 'POST /v1/responses': PACED } })
    await lab.use(startNginx(PLACE, labIssuer().leaf(), `location / { ${upstream(api)} ${lines} }`))
    return { flags: { ...GATEWAY, 'path-checks': checks, ...flags } }
  })
}

const GATEWAY = { route: 'gateway', 'base-url': 'https://127.0.0.1:8443/v1', timeout: '4s' }

function upstream({ port }: Api, patience = '3s'): string {
  return `proxy_pass https://127.0.0.1:${String(port)}; proxy_http_version 1.1; proxy_read_timeout ${patience};`
}

const BUFFERED = fails('route-provider', 'answer', 'http.stream_buffered', 'quota')

const STREAMS: readonly Scenario[] = [
  nginx(
    'stream-open',
    'nginx passes events on as they come',
    'proxy_buffering off;',
    'stream',
    PASS,
    {
      says: /before the end of the answer/,
      unsaid: ['http.stream_buffered', 'http.stream_cut'],
    },
  ),
  nginx('stream-buffered', 'nginx collects the answer', '', 'stream', PASS, {
    code: 'http.stream_buffered',
    says: /nginx/,
  }),
  nginx(
    'stream-buffered-own',
    'nginx collects the answer of an application that streams',
    '',
    'stream',
    BUFFERED,
    { says: /nginx/ },
    { stream: 'true' },
  ),
  nginx(
    'stream-gzip',
    'nginx compresses the stream and collects it',
    'gzip on; gzip_types text/event-stream; gzip_min_length 1;',
    'stream',
    PASS,
    { code: 'http.stream_buffered', says: /nginx/ },
  ),
  scenario(
    'stream-cut',
    'nginx waits for the next event for less than the model thinks',
    ['nginx'],
    fails('route-provider', 'http', 'http.stream_cut', 'tls'),
    { says: /broke off after 1(?:\.\d)? s and \d+ bytes/ },
    async (lab) => {
      const api = await lab.api({
        answers: {
          'POST /v1/responses': (request) => ({
            ...genuine(request),
            cut: { afterBytes: 400, how: 'silence' },
          }),
        },
      })
      const lines = `${upstream(api, '1s')} proxy_buffering off;`
      await lab.use(startNginx(PLACE, labIssuer().leaf(), `location / { ${lines} }`))
      return { flags: { ...GATEWAY, stream: 'true' } }
    },
  ),
]

const BODIES: readonly Scenario[] = [
  nginx(
    'body-nginx',
    'nginx takes bodies of at most 100 KB',
    'client_max_body_size 100k;',
    'body=200KB',
    PASS,
    {
      code: 'http.body_too_large',
      says: /answered with 413 by nginx.*between 94 KB and 10\d KB/,
    },
  ),
  nginx(
    'body-open',
    'nginx takes bodies of any size',
    'client_max_body_size 0;',
    'body=900KB',
    PASS,
    {
      says: /a POST of 900 KB passes/,
      unsaid: ['http.body_too_large'],
    },
  ),
  scenario(
    'body-haproxy',
    'HAProxy refuses bodies by a rule on their length',
    ['haproxy'],
    PASS,
    { code: 'http.body_too_large', says: /limit lies between 2\d KB and 3\d KB/ },
    async (lab) => {
      const api = await lab.api()
      const rules = [
        'http-request deny deny_status 413 if { req.hdr_val(content-length) gt 32000 }',
        'default_backend api',
        'backend api',
        `  server api 127.0.0.1:${String(api.port)} ssl verify none`,
      ]
      await lab.use(startHaproxy(PLACE, labIssuer().leaf(), rules))
      return { flags: { ...GATEWAY, 'path-checks': 'body=100KB' } }
    },
  ),
  scenario(
    'body-squid',
    'Squid takes no body of more than 64 KB inside the tunnel that it reads',
    ['squid'],
    PASS,
    {
      code: 'http.body_too_large',
      says: /by Squid.*between 6\d KB and 6\d KB|by Squid.*limit lies between/,
    },
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      const inspector = authority({ common: 'Acme Inspection CA' })
      const rules = ['request_body_max_size 64 KB']
      const daemon = await lab.use(
        startSquid({ bump: { authority: inspector, trusts: labRoot().pem }, rules }),
      )
      const root = lab.file('inspector.pem', inspector.pem)
      return {
        flags: { 'path-checks': 'body=200KB' },
        env: { ...nodeProxy(daemon.url), NODE_EXTRA_CA_CERTS: root },
      }
    },
  ),
  scenario(
    'body-mtu',
    'The path loses packets of more than 4000 bytes, which the handshake has none of',
    [],
    PASS,
    { code: 'http.body_too_large', says: /gets no answer/ },
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      await lab.network().firewall(`ip daddr ${PUBLIC_ADDRESS} tcp dport 443 ip length > 4000 drop`)
      return { flags: { 'path-checks': 'body=32KB' } }
    },
    'namespace',
  ),
]

/** HAProxy passes bytes on, and ends what carries none for a second. */
const TCP_TUNNEL = ['mode tcp', 'timeout client 1s', 'default_backend api']

const RESTS: readonly Scenario[] = [
  nginx(
    'idle-nginx',
    'nginx as the end of TLS closes what rests for a second',
    'keepalive_timeout 1s 1s;',
    'idle=3s',
    PASS,
    {
      says: /the server itself closes a connection that rests after .* as it announces/,
      unsaid: ['http.idle_closed'],
    },
  ),
  nginx(
    'idle-nginx-silent',
    'nginx closes what rests for a second and does not announce it',
    'keepalive_timeout 1s;',
    'idle=3s',
    PASS,
    { says: /the server itself closes a connection/, unsaid: ['http.idle_closed'] },
  ),
  nginx('idle-open', 'nginx keeps a connection that rests', '', 'idle=2s', PASS, {
    says: /a connection that rested 2 s still answers/,
    unsaid: ['http.idle_closed'],
  }),
  scenario(
    'idle-haproxy',
    'HAProxy below TLS ends tunnels that carry nothing for a second',
    ['haproxy'],
    PASS,
    { code: 'http.idle_closed', says: /closed below TLS|was reset/ },
    async (lab) => {
      const api = await lab.api()
      const rules = [
        ...TCP_TUNNEL,
        'backend api',
        '  mode tcp',
        `  timeout tunnel 1s`,
        `  server api 127.0.0.1:${String(api.port)}`,
      ]
      await lab.use(startHaproxy(PLACE, undefined, rules))
      return { flags: { ...GATEWAY, 'path-checks': 'idle=3s' } }
    },
  ),
  scenario(
    'idle-forgotten',
    'A NAT forgets a connection that rested for a second',
    [],
    PASS,
    { code: 'http.idle_closed', says: /answered no more/ },
    async (lab) => {
      await lab.names()
      const neighbour = await lab.network().neighbour({ link: 'tun', addresses: [PUBLIC_ADDRESS] })
      await neighbour.serveApi()
      neighbour.link({ forgetAfterMs: 1000 })
      return { flags: { 'path-checks': 'idle=2s' } }
    },
    'namespace',
  ),
]

const UPGRADES = 'proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";'

const SOCKETS: readonly Scenario[] = [
  nginx('websocket-open', 'nginx passes upgrades on', UPGRADES, 'websocket', PASS, {
    says: /a WebSocket opens/,
    unsaid: ['websocket.refused'],
  }),
  nginx('websocket-refused', 'nginx passes no upgrade on', '', 'websocket', PASS, {
    code: 'websocket.refused',
    says: /the upgrade made no difference/,
  }),
  nginx(
    'websocket-realtime',
    'The application calls realtime behind nginx that passes upgrades on',
    UPGRADES,
    'websocket',
    PASS,
    { says: /a WebSocket opens/ },
    { endpoint: 'realtime' },
  ),
  nginx(
    'websocket-denied',
    'nginx denies what asks for an upgrade, and the application calls realtime',
    'if ($http_upgrade) { return 403; }',
    'websocket',
    fails('route-provider', 'http', 'websocket.refused', 'tls'),
    { says: /nginx.*403.*WebSocket/ },
    { endpoint: 'realtime' },
  ),
  scenario(
    'websocket-proxy',
    'A WebSocket goes through Squid by CONNECT',
    ['squid'],
    PASS,
    { says: /a WebSocket opens/, unsaid: ['websocket.refused'] },
    async (lab) => {
      await lab.names()
      await lab.publicApi()
      const daemon = await lab.use(startSquid())
      return { flags: { 'path-checks': 'websocket' }, env: nodeProxy(daemon.url) }
    },
  ),
]

export const PATH: readonly Scenario[] = [...STREAMS, ...BODIES, ...RESTS, ...SOCKETS]
