/** What time can heal is tried again, everything else ends at once. */
import type { Answers } from '../loopback/api.ts'
import { authority } from '../loopback/pki.ts'
import { INTERCEPTORS } from '../loopback/interceptors.ts'
import { proxy407 } from '../loopback/proxy.ts'
import {
  azureCapacity,
  openai401,
  openaiError,
  plainServerPage,
  serverError,
} from '../loopback/replies.ts'
import type { LoopbackReply } from '../loopback/replies.ts'
import { atMost, direct, nodeProxy, saysAll } from './loopback.ts'
import { fails, PASS, path } from './scenario.ts'
import type { Expected, Ran, Scenario } from './scenario.ts'

type Flags = Readonly<Record<string, string>>

function limited(headers: Readonly<Record<string, string>>): LoopbackReply {
  const error = { message: 'Slow down', type: 'tokens', code: 'rate_limit_exceeded' }
  return openaiError(429, error, headers)
}

/** The first replies to the real request, and then a genuine one. */
function atFirst(...replies: readonly LoopbackReply[]): Answers {
  let asked = 0
  return () => replies[asked++]
}

interface Repeat {
  readonly id: string
  readonly title: string
  readonly answers: () => Answers
  readonly flags: Flags
  readonly expect: Expected
  /** Real requests that the server should see. */
  readonly requests: number
  readonly says?: readonly (string | RegExp)[]
  readonly route?: 'openai' | 'gateway'
  /** Milliseconds that the run takes at least, or at most. */
  readonly atLeastMs?: number
  readonly atMostMs?: number
}

function repeated(row: Repeat): Scenario {
  return {
    id: `REP-${row.id}`,
    title: row.title,
    needs: 'loopback',
    expect: row.expect,
    async arrange(lab) {
      const api = await lab.api({ answers: { 'POST /v1/responses': row.answers() } })
      return {
        flags: { ...direct(api.port), route: row.route ?? 'openai', ...row.flags },
        complaints: (ran) => {
          const sent = api.requests.filter(({ method }) => method === 'POST').length
          return [
            ...saysAll(ran, ...(row.says ?? [])),
            ...(sent === row.requests
              ? []
              : [`${String(sent)} real requests and should be ${String(row.requests)}`]),
            ...kept(ran, row.requests),
            ...timing(ran, row),
          ]
        },
      }
    },
  }
}

/** Every attempt is in the packet. */
function kept(ran: Ran, attempts: number): readonly string[] {
  const ids = ran.stdout.match(/"id": ?"response(?:#\d+)?"/g)?.length ?? 0
  return ids === attempts ? [] : [`${String(ids)} responses in the packet, not ${String(attempts)}`]
}

function timing(ran: Ran, { atLeastMs = 0, atMostMs = Infinity }: Repeat): readonly string[] {
  return ran.elapsedMs >= atLeastMs && ran.elapsedMs <= atMostMs
    ? []
    : [`took ${String(ran.elapsedMs)} ms, not between ${String(atLeastMs)} and ${String(atMostMs)}`]
}

const SERVER_ERROR = fails('api-server', 'answer', 'api.server_error', 'http')
const RATE = fails('rate-limit', 'quota', 'api.rate_limit_exceeded', 'request')
const PATIENT: Flags = { attempts: '4', 'wait-up-to': '10s' }

const HEALS: readonly Repeat[] = [
  {
    id: 'third',
    title: 'The third attempt succeeds, and the verdict says so',
    answers: () => atFirst(serverError(), serverError()),
    flags: { attempts: '3' },
    expect: PASS,
    requests: 3,
    says: ['on attempt 3'],
  },
  {
    id: 'all-used',
    title: 'All attempts end alike',
    answers: () => serverError(),
    flags: { attempts: '2' },
    expect: SERVER_ERROR,
    requests: 2,
    says: ['Both attempts ended like this'],
  },
  {
    id: 'once',
    title: 'Nobody asked for repeats: one attempt',
    answers: () => serverError(),
    flags: {},
    expect: SERVER_ERROR,
    requests: 1,
  },
  {
    id: 'retry-after',
    title: 'retry-after is obeyed',
    answers: () => atFirst(limited({ 'retry-after': '2' })),
    flags: { attempts: '2' },
    expect: PASS,
    requests: 2,
    atLeastMs: 2000,
  },
  {
    id: 'reset',
    title: 'The reset of the used-up limit is obeyed',
    answers: () =>
      atFirst(
        limited({ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '1s500ms' }),
      ),
    flags: { 'wait-up-to': '8s' },
    expect: PASS,
    requests: 2,
    atLeastMs: 1500,
  },
  {
    id: 'gateway',
    title: 'A gateway whose upstream comes back',
    answers: () => atFirst(plainServerPage(502, 'nginx')),
    flags: { attempts: '2' },
    expect: PASS,
    requests: 2,
    route: 'gateway',
  },
  {
    id: 'too-long',
    title: 'The server asks for more time than is left: it ends at once',
    answers: () => limited({ 'retry-after': '600' }),
    flags: PATIENT,
    expect: RATE,
    requests: 1,
    says: ['the server asks for 600 s', 'deadline leaves'],
    atMostMs: 8000,
  },
  {
    id: 'key',
    title: 'A wrong key is not tried again',
    answers: () => openai401(),
    flags: PATIENT,
    expect: fails('auth', 'auth', 'api.invalid_api_key', 'http'),
    requests: 1,
    says: ['a retry does not help here'],
  },
  {
    id: 'capacity',
    title: 'A capacity that is back after its retry-after-ms',
    answers: () => atFirst({ ...azureCapacity(), headers: { 'retry-after-ms': '300' } }),
    flags: { attempts: '2' },
    expect: PASS,
    requests: 2,
    route: 'gateway',
  },
]

const AT_ONCE: readonly Scenario[] = [
  {
    id: 'REP-proxy',
    title: 'A proxy that wants credentials is asked once',
    needs: 'loopback',
    expect: path('proxy', 'proxy.auth_required', 'tcp'),
    async arrange(lab) {
      const api = await lab.api()
      const proxy = await lab.proxy({ does: 'answer', reply: proxy407('Basic realm="corp"') })
      return {
        flags: { ...direct(api.port), ...PATIENT },
        env: nodeProxy(proxy.url),
        complaints: () => [
          // The request, and one CONNECT by hand to see why it was refused.
          ...atMost('CONNECTs', proxy.connects.length, 2),
          ...atMost('connections to the API', api.requests.length, 1),
        ],
      }
    },
  },
  {
    id: 'REP-authority',
    title: 'A certificate that is not trusted is met once',
    needs: 'loopback',
    expect: path('tls', 'tls.cert.authority_invalid', 'tcp'),
    async arrange(lab) {
      const api = await lab.api({ tls: authority(INTERCEPTORS.zscaler).leaf() })
      return {
        flags: { ...direct(api.port), ...PATIENT },
        complaints: () => [
          ...atMost('requests', api.requests.length, 0),
          // The request, and the investigations of a failed handshake.
          ...atMost('connections', api.connections(), 8),
        ],
      }
    },
  },
  {
    id: 'REP-url',
    title: 'A URL that cannot work sends nothing, however patient the job is',
    needs: 'loopback',
    expect: fails('request', 'config', 'config.base_url_endpoint_path', 'none'),
    async arrange(lab) {
      const api = await lab.api()
      return {
        flags: { ...direct(api.port), ...PATIENT, 'base-url': `${api.baseUrl}/responses` },
        complaints: () => atMost('connections', api.connections(), 0),
      }
    },
  },
]

export const REPEATS: readonly Scenario[] = [...HEALS.map(repeated), ...AT_ONCE]
