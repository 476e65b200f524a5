import { describe } from 'vitest'
import { address, failed, ok, skipped } from '../evidence-builder.ts'
import { judgeRows } from './decide.ts'
import {
  attempt,
  controlAnswers,
  controlFails,
  PROXIED,
  REAL,
  reachedBy,
  resolves,
  unconnected,
} from './scenes.ts'

const SIX = address('2606:4700::1')
const REFUSED = unconnected('tcp.refused', 'ECONNREFUSED')
const DROPPED = unconnected('tcp.timed_out', 'ETIMEDOUT')
const IGNORED = [
  {
    variable: 'HTTPS_PROXY',
    because: 'Node ignores it.',
    fix: "Set NODE_USE_ENV_PROXY=1 in the job's env.",
  },
]

describe('no connection opens', () => {
  judgeRows([
    {
      title: 'TCP01/05: refused',
      seen: [resolves(), REFUSED, controlAnswers()],
      expected: 'connection-path tcp tcp.refused tcp/refused',
      says: [
        'api.openai.com:443',
        REAL.address,
        'ECONNREFUSED',
        'api.github.com answers',
        'Allow TCP 443',
      ],
    },
    {
      title: 'TCP03/04: dropped',
      seen: [resolves(), DROPPED],
      expected: 'connection-path tcp tcp.timed_out tcp/timed-out',
      says: ['Allow TCP 443 from this runner to api.openai.com'],
    },
    {
      title: 'all egress is closed when the control host is unreachable as well',
      seen: [resolves(), DROPPED, controlFails('tcp.timed_out')],
      expected: 'connection-path tcp tcp.timed_out tcp/egress-closed',
      says: ['api.github.com cannot be reached either'],
    },
    {
      title: 'one refused port of the control host is not the whole egress',
      seen: [resolves(), DROPPED, controlFails('tcp.refused')],
      expected: 'connection-path tcp tcp.timed_out tcp/timed-out',
      unsaid: ['egress is closed'],
    },
    {
      title: 'a control host that refuses several ports is another witness of a closed egress',
      seen: [resolves(), DROPPED, controlFails('tcp.refused', [443, 80])],
      expected: 'connection-path tcp tcp.timed_out tcp/egress-closed',
    },
    {
      title:
        'a control host on this machine is no witness of the egress, however many ports it refuses',
      seen: [resolves(), DROPPED, controlFails('tcp.refused', [443, 80], '127.0.0.1:8443')],
      expected: 'connection-path tcp tcp.timed_out tcp/timed-out',
      unsaid: ['egress is closed'],
    },
    ...(['tcp.timed_out', 'tcp.reset', 'tcp.closed'] as const).map((code) => ({
      title: `${code} on loopback is the service there, whatever the control host says`,
      seen: [
        resolves([address('127.0.0.1', 'loopback')], 'localhost'),
        unconnected(code, 'TIMEOUT'),
        controlFails('tcp.timed_out'),
      ],
      changes: { route: { kind: 'gateway', baseUrl: 'http://localhost:4000/v1' } } as const,
      expected: `route-provider tcp ${code} tcp/service-here *`,
      unsaid: ['firewall', 'egress'],
    })),
    {
      title: 'a control host that was not asked says nothing about the extent',
      seen: [resolves(), DROPPED, skipped('control', 'no host given')],
      expected: 'connection-path tcp tcp.timed_out tcp/timed-out',
    },
    {
      title: 'TCP06: rejected by a router',
      seen: [resolves(), unconnected('tcp.address_unreachable', 'EHOSTUNREACH')],
      expected: 'connection-path tcp tcp.address_unreachable tcp/unreachable',
    },
    {
      title: 'TCP07/09: no route',
      seen: [resolves(), unconnected('tcp.address_unreachable', 'ENETUNREACH')],
      expected: 'connection-path tcp tcp.address_unreachable tcp/unreachable',
      says: ['no route'],
    },
    {
      title: 'TCP14: reset',
      seen: [resolves(), unconnected('tcp.reset', 'ECONNRESET')],
      expected: 'connection-path tcp tcp.reset tcp/reset *',
    },
    {
      title: 'closed at once',
      seen: [resolves(), unconnected('tcp.closed', 'UND_ERR_SOCKET')],
      expected: 'connection-path tcp tcp.closed tcp/closed *',
    },
    ...['EPERM', 'EACCES'].map((errno) => ({
      title: `TCP10/13: ${errno} comes from this machine`,
      seen: [resolves(), unconnected('tcp.failed', errno)],
      expected: 'connection-path tcp tcp.failed tcp/local-firewall',
    })),
    ...['EMFILE', 'ENOBUFS'].map((errno) => ({
      title: `TCP23: ${errno} is a limit of this machine`,
      seen: [resolves(), unconnected('tcp.failed', errno)],
      expected: 'connection-path tcp tcp.failed tcp/local-limit',
    })),
    {
      title: 'TCP22: no local port',
      seen: [resolves(), unconnected('tcp.address_invalid', 'EADDRNOTAVAIL')],
      expected: 'connection-path tcp tcp.address_invalid tcp/local-limit',
    },
    {
      title: 'TCP08: an errno of no conclusion is a failed connection all the same',
      seen: [resolves(), unconnected('tcp.failed', 'ENOPROTOOPT')],
      expected: 'connection-path tcp tcp.failed tcp/failed',
      says: ['ENOPROTOOPT'],
    },
    {
      title: 'nothing listens on the runner itself',
      seen: [
        ok('lookup', {
          host: 'localhost',
          resolver: 'getaddrinfo',
          addresses: [address('127.0.0.1', 'loopback')],
          of: 'target',
        }),
        unconnected('tcp.refused', 'ECONNREFUSED', []),
      ],
      changes: { route: { kind: 'gateway', baseUrl: 'http://localhost:11434/v1' } },
      expected: 'route-provider tcp tcp.refused tcp/nothing-listens-here',
      says: ['localhost:11434', 'container'],
    },
    {
      title: 'without attempts, as a log has it, the errno is enough',
      seen: [unconnected('tcp.refused', 'ECONNREFUSED', [])],
      changes: { source: 'log' },
      expected: 'connection-path tcp tcp.refused tcp/refused',
      says: ['ECONNREFUSED'],
    },
  ])
})

describe('an address that opens when it is dialled alone', () => {
  const both = [
    attempt(REAL, { status: 'abandoned', elapsedMs: 250 }),
    attempt(SIX, { code: 'tcp.refused', errno: 'ECONNREFUSED' }),
  ]
  const alone = (elapsedMs: number) =>
    ok('addresses', { attempts: [attempt(REAL, { status: 'ok', elapsedMs })], timeoutMs: 10_000 })
  judgeRows([
    {
      title: 'TCP21: needs longer than the 250 ms that Node gives it',
      seen: [resolves([REAL, SIX]), unconnected('tcp.refused', 'ECONNREFUSED', both), alone(400)],
      expected: 'connection-path tcp tcp.refused tcp/attempt-timeout',
      says: ['400 ms', '--network-family-autoselection-attempt-timeout=1000'],
    },
    {
      title: 'gets an attempt timeout that is longer than what it needs',
      seen: [resolves([REAL, SIX]), unconnected('tcp.refused', 'ECONNREFUSED', both), alone(1200)],
      expected: 'connection-path tcp tcp.refused tcp/attempt-timeout',
      says: ['--network-family-autoselection-attempt-timeout=2500'],
    },
    {
      title: 'TCP24/25: opens in time, so the failure did not last',
      seen: [resolves([REAL, SIX]), unconnected('tcp.refused', 'ECONNREFUSED', both), alone(30)],
      expected: 'connection-path tcp tcp.refused tcp/intermittent *',
    },
    {
      title: 'was never tried by a client that waits for a dead one first',
      seen: [
        resolves([SIX, REAL]),
        unconnected('tcp.timed_out', 'ETIMEDOUT', [attempt(SIX, { errno: 'ETIMEDOUT' })]),
        alone(30),
      ],
      changes: { egress: { client: 'python', addressTimeoutMs: 0 } },
      expected: 'connection-path tcp tcp.timed_out tcp/dead-address-first',
      says: [SIX.address, REAL.address],
    },
  ])
})

describe('the other way out', () => {
  judgeRows([
    {
      title:
        'a proxy that this client ignores and that works decides, with rung and code of the failure',
      seen: [resolves(), DROPPED, reachedBy('proxy')],
      changes: { egress: { ignored: IGNORED } },
      expected: 'connection-path tcp tcp.timed_out egress/proxy-ignored',
      says: ['HTTPS_PROXY is set, but this client ignores it', 'NODE_USE_ENV_PROXY=1'],
    },
    {
      title: 'without an ignored variable the fix is spelt out',
      seen: [resolves(), DROPPED, reachedBy('proxy')],
      expected: 'connection-path tcp tcp.timed_out egress/proxy-ignored',
      says: ['NO_PROXY'],
    },
    {
      title: 'a login page behind the proxy is no answer of the API',
      seen: [resolves(), DROPPED, reachedBy('proxy', 302)],
      changes: { egress: { ignored: IGNORED } },
      expected: 'connection-path tcp tcp.timed_out tcp/timed-out',
      says: ['NODE_USE_ENV_PROXY=1'],
    },
    {
      title: 'an ignored proxy that nobody tried is only advice',
      seen: [resolves(), DROPPED],
      changes: { egress: { ignored: IGNORED } },
      expected: 'connection-path tcp tcp.timed_out tcp/timed-out',
      says: ['NODE_USE_ENV_PROXY=1'],
    },
    {
      title: 'a variable about trust is no advice for a road that is closed',
      seen: [resolves(), DROPPED],
      changes: {
        egress: {
          ignored: [
            {
              variable: 'SSL_CERT_FILE',
              because: "Node's fetch does not read it.",
              fix: "Set NODE_EXTRA_CA_CERTS in the job's env.",
            },
          ],
        },
      },
      expected: 'connection-path tcp tcp.timed_out tcp/timed-out',
      unsaid: ['NODE_EXTRA_CA_CERTS'],
    },
    {
      title: 'a variable on which the client fails outranks what was tried without it',
      seen: [resolves(), DROPPED],
      changes: {
        egress: {
          unusable: {
            by: 'client',
            variable: 'HTTPS_PROXY',
            because: 'It has no scheme.',
            fix: 'Write http:// in front of the value of HTTPS_PROXY.',
          },
        },
      },
      expected: 'request config config.proxy_unusable egress/unusable',
    },
    {
      title: 'a file of roots that cannot be read is no matter of the proxy',
      seen: [resolves(), DROPPED],
      changes: {
        egress: {
          unusable: {
            by: 'client',
            variable: 'CURL_CA_BUNDLE',
            because: 'CURL_CA_BUNDLE names a file that cannot be read.',
            fix: 'Point CURL_CA_BUNDLE to a PEM file that exists where this step runs.',
          },
        },
      },
      expected: 'request config config.trust_unusable egress/unusable',
    },
    {
      title: 'the direct way works and the proxy cannot be reached',
      seen: [
        skipped('lookup', 'the proxy resolves this name'),
        failed(
          'connect',
          { code: 'tcp.refused', errno: 'ECONNREFUSED' },
          { host: 'proxy.corp', port: 3128, attempts: [], of: 'proxy' },
        ),
        reachedBy('direct'),
      ],
      changes: { egress: PROXIED },
      expected: 'connection-path tcp proxy.unreachable egress/proxy-broken',
      says: ['Add api.openai.com to NO_PROXY', 'proxy.corp:3128'],
    },
  ])
})
