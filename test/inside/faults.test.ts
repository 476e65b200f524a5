import { afterAll, describe, expect, test } from 'vitest'
import { labKey, startApi, type Api } from '../loopback/api.ts'
import {
  answerHelloWith,
  breakAfterFirstBytes,
  breakAfterRequest,
  closedPort,
  NOT_TLS,
} from '../loopback/faults.ts'
import { withRoot, authority, labIssuer } from '../loopback/pki.ts'
import { INTERCEPTORS } from '../loopback/interceptors.ts'
import { proxy407, startProxy, type Proxy } from '../loopback/proxy.ts'
import {
  html,
  insufficientQuota,
  portal200,
  serverError,
  type LoopbackReply,
} from '../loopback/replies.ts'
import { look, openStage, told, type RuntimeName } from './stage.ts'

const MODEL = { model: 'demo-model', timeout: '1500ms', route: 'openai' } as const
const RUNTIMES = ['node', 'python3', 'sh'] as const

interface Broken {
  readonly env: Readonly<Record<string, string>>
  /** Asked afterwards: whether what must not happen has happened. */
  readonly complaint?: () => string | undefined
}

interface Fault {
  readonly name: string
  readonly arrange: (kept: AsyncDisposableStack) => Promise<Broken>
  readonly expect: string | Readonly<Record<RuntimeName, string>>
}

async function api(
  kept: AsyncDisposableStack,
  options: Parameters<typeof startApi>[0] = {},
): Promise<Broken & { readonly server: Api }> {
  const server = kept.use(await startApi({ key: labKey(), ...options }))
  return { server, env: { OPENAI_BASE_URL: server.baseUrl } }
}

/** Answers the real request alone; everything else is genuine. */
function replying(reply: LoopbackReply): Fault['arrange'] {
  return (kept) => api(kept, { answers: { 'POST /v1/responses': reply } })
}

/** Another certificate, on which the key must never travel. */
function withCertificate(
  tls: NonNullable<Parameters<typeof startApi>[0]>['tls'],
): Fault['arrange'] {
  return async (kept) => {
    const { server, env } = await api(kept, tls === undefined ? {} : { tls })
    const complaint = (): string | undefined =>
      server.requests.length === 0 ? undefined : 'something was sent to an unverified peer'
    return { env, complaint }
  }
}

async function behindProxy(
  kept: AsyncDisposableStack,
  behaviour: Parameters<typeof startProxy>[0]['behaviour'],
): Promise<Broken & { readonly proxy: Proxy }> {
  const proxy = kept.use(await startProxy({ behaviour }))
  // All answers come from the proxy: the name behind it is asked for and never reached.
  const env = {
    OPENAI_BASE_URL: 'https://api.openai.com/v1',
    HTTPS_PROXY: proxy.url,
    NODE_USE_ENV_PROXY: '1',
  }
  return { env, proxy }
}

function at(
  started: Promise<{ readonly port: number } & AsyncDisposable>,
  kept: AsyncDisposableStack,
) {
  return started.then((one) => {
    kept.use(one)
    return { env: { OPENAI_BASE_URL: `https://localhost:${one.port}/v1` } }
  })
}

const FAULTS: readonly Fault[] = [
  { name: 'a healthy API', arrange: (kept) => api(kept), expect: 'pass' },
  {
    name: 'a closed port',
    arrange: (kept) => at(closedPort(), kept),
    expect: 'tcp tcp.refused connection-path',
  },
  {
    name: 'a reset in the handshake',
    arrange: (kept) => at(breakAfterFirstBytes('reset'), kept),
    expect: 'tls tls.reset connection-path',
  },
  {
    name: 'an end in the handshake',
    arrange: (kept) => at(breakAfterFirstBytes('fin'), kept),
    expect: 'tls tls.closed connection-path',
  },
  {
    name: 'silence in the handshake',
    arrange: (kept) => at(breakAfterFirstBytes('silence'), kept),
    expect: 'tls tls.timed_out connection-path',
  },
  {
    name: 'clear text on the TLS port',
    arrange: (kept) => at(answerHelloWith(NOT_TLS['plain-http']), kept),
    expect: 'tls tls.protocol.error connection-path',
  },
  {
    name: 'an authority that nobody knows',
    arrange: withCertificate(withRoot(authority({ common: 'Somebody Else' }))),
    expect: 'tls tls.cert.authority_invalid connection-path',
  },
  {
    name: 'an inspecting product',
    arrange: withCertificate(withRoot(authority(INTERCEPTORS.zscaler))),
    expect: 'tls tls.cert.authority_invalid connection-path',
  },
  {
    name: 'an expired certificate',
    arrange: withCertificate(labIssuer().leaf({ fromDays: -100, toDays: -1 })),
    expect: 'tls tls.cert.date_invalid connection-path',
  },
  {
    name: 'a certificate for another name',
    arrange: withCertificate(labIssuer().leaf({ names: ['other.test'] })),
    expect: 'tls tls.cert.name_invalid connection-path',
  },
  {
    name: 'a proxy that wants a login',
    arrange: (kept) => behindProxy(kept, { does: 'answer', reply: proxy407('Basic realm="lab"') }),
    expect: 'proxy proxy.auth_required connection-path',
  },
  {
    name: 'a proxy that refuses',
    arrange: (kept) => behindProxy(kept, { does: 'answer', reply: html(403, '<html>no</html>') }),
    expect: 'proxy proxy.denied connection-path',
  },
  {
    name: 'a proxy that is not there',
    arrange: async (kept) => {
      const { port } = kept.use(await closedPort())
      const { env } = await behindProxy(kept, { does: 'break', at: 'connect', how: 'fin' })
      return { env: { ...env, HTTPS_PROXY: `http://127.0.0.1:${port}` } }
    },
    expect: 'tcp proxy.unreachable connection-path',
  },
  {
    name: 'an API that does not know the key',
    arrange: (kept) => api(kept, { key: 'another' }),
    expect: 'auth api.invalid_api_key auth',
  },
  {
    name: 'an account without credits',
    arrange: replying(insufficientQuota()),
    expect: 'quota api.insufficient_quota quota',
  },
  {
    name: 'an API that fails',
    arrange: replying(serverError()),
    expect: 'answer api.server_error api-server',
  },
  {
    name: 'a page in place of the answer',
    arrange: replying(portal200()),
    expect: 'http http.intercepted connection-path',
  },
  {
    name: 'an API that keeps silent',
    arrange: replying({ status: 200, delayMs: 30_000 }),
    expect: 'http http.timed_out api-server',
  },
  {
    name: 'an end after the request',
    arrange: (kept) => at(breakAfterRequest('fin'), kept),
    expect: 'http http.closed connection-path',
  },
  {
    name: 'a reset after the request',
    arrange: (kept) => at(breakAfterRequest('reset'), kept),
    expect: 'http http.reset connection-path',
  },
]

const stages = new Map(RUNTIMES.map((runtime) => [runtime, openStage(runtime)]))
afterAll(() => {
  for (const stage of stages.values()) stage[Symbol.dispose]()
})

describe.each(RUNTIMES)('in a target with %s', (runtime) => {
  test.each(FAULTS)('$name is found on its rung', async ({ arrange, expect: expected }) => {
    await using kept = new AsyncDisposableStack()
    const { env, complaint } = await arrange(kept)
    const stage = stages.get(runtime)
    if (stage === undefined) throw new Error('no stage')
    const result = await look({
      prefix: stage.prefix({ OPENAI_API_KEY: labKey(), ...env }),
      inputs: MODEL,
    })
    expect(told(result)).toBe(typeof expected === 'string' ? expected : expected[runtime])
    expect(result.packet.runtime.source).toBe(`inside:${runtime}`)
    expect(complaint?.()).toBeUndefined()
    expect(JSON.stringify(result.packet)).not.toContain(labKey())
  })
})
