import { given } from '../model/index.ts'
import { labKey, startDemoApi, type DemoApiOptions } from './loopback/api.ts'
import { closedPort, resetAfterHello, silentAfterRequest } from './loopback/faults.ts'
import { MODEL, responses } from './loopback/openai-replies.ts'
import { authority, labRoot } from './loopback/pki.ts'
import { proxy407, refusing, startProxy, tunnelling, type OnConnect } from './loopback/proxy.ts'
import {
  EDGE,
  insufficientQuota,
  modelNotFound,
  openai401,
  overloaded,
  portal200,
  rateLimited,
  serverError,
  squidPage,
  tinyPage,
  unsupportedCountry,
} from './loopback/replies.ts'
import type { LoopbackReply } from './loopback/replies.ts'
import type { Resolve } from '../wire/lookup.ts'

/** What a demo scenario has set up on loopback, and what the engine is told. */
export interface Stage extends AsyncDisposable {
  /** Inputs by the names of the contract. */
  readonly inputs: Readonly<Record<string, string>>
  /** The environment of the imagined job. */
  readonly environment: Readonly<Record<string, string>>
  /** Roots that the imagined machine trusts, PEM. */
  readonly roots: readonly string[]
  /** Answers for names of the scenario; everything else goes to the machine's resolver. */
  readonly resolve?: Resolve
}

export interface DemoScenario {
  readonly name: string
  /** One line for `demo --list`. */
  readonly about: string
  readonly arrange: () => Promise<Stage>
}

/** The settings of the imagined application, and everything to close at the end. */
function stage(baseUrl: string, closing: AsyncDisposableStack, more: Partial<Stage> = {}): Stage {
  return {
    inputs: {
      'base-url': baseUrl,
      route: 'openai',
      model: MODEL,
      client: 'node',
      timeout: '3s',
      ...more.inputs,
    },
    environment: { OPENAI_API_KEY: labKey(), ...more.environment },
    roots: more.roots ?? [labRoot().pem],
    ...given({ resolve: more.resolve }),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** An API that answers as told. */
function answering(options: DemoApiOptions = {}, more: Partial<Stage> = {}): () => Promise<Stage> {
  return async () => {
    const closing = new AsyncDisposableStack()
    const api = closing.use(await startDemoApi({ key: labKey(), ...options }))
    return stage(api.baseUrl, closing, more)
  }
}

function replying(reply: LoopbackReply): () => Promise<Stage> {
  return answering({ instead: () => reply })
}

/** Something broken where the API should be. */
function instead(
  start: () => Promise<AsyncDisposable & { readonly port: number }>,
  inputs: Readonly<Record<string, string>> = {},
): () => Promise<Stage> {
  return async () => {
    const closing = new AsyncDisposableStack()
    const { port } = closing.use(await start())
    return stage(`https://localhost:${port}/v1`, closing, { inputs })
  }
}

/** `2026-12-11`. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** A healthy API behind a proxy that the client uses. */
function behindProxy(onConnect: OnConnect): () => Promise<Stage> {
  return async () => {
    const closing = new AsyncDisposableStack()
    const api = closing.use(await startDemoApi({ key: labKey() }))
    const proxy = closing.use(await startProxy(onConnect))
    return stage(api.baseUrl, closing, {
      environment: { HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' },
    })
  }
}

const scenario = (name: string, about: string, arrange: DemoScenario['arrange']): DemoScenario => ({
  name,
  about,
  arrange,
})

/** Faults that people meet, in the order of the ladder. One line each. */
export const SCENARIOS: readonly DemoScenario[] = [
  scenario('ok', 'everything works', answering()),
  scenario(
    'key-placeholder',
    'the secret was never expanded by the workflow',
    answering(
      {},
      { environment: { OPENAI_API_KEY: ['$', '{{ secrets.OPENAI_API_KEY }}'].join('') } },
    ),
  ),
  scenario('dns', 'the name does not resolve', async () => {
    const resolve = (host: string): Promise<never> =>
      Promise.reject(Object.assign(new Error(`getaddrinfo ${host}`), { code: 'ENOTFOUND' }))
    return stage('https://api.openai.com/v1', new AsyncDisposableStack(), { resolve })
  }),
  scenario('refused', 'nothing listens on the port', instead(closedPort)),
  scenario(
    'proxy-407',
    'the proxy asks for credentials that the proxy URL does not have',
    behindProxy(refusing(proxy407('Basic realm="corp"'))),
  ),
  scenario(
    'proxy-denied',
    'the proxy has a rule against this host',
    behindProxy(refusing(squidPage(403, 'ERR_ACCESS_DENIED'))),
  ),
  scenario('proxy-ignored', 'HTTPS_PROXY is set, but this client ignores it', async () => {
    const closing = new AsyncDisposableStack()
    const api = closing.use(await startDemoApi({ key: labKey() }))
    const closed = closing.use(await closedPort())
    const onConnect = tunnelling({ host: '127.0.0.1', port: api.port })
    const proxy = closing.use(await startProxy(onConnect))
    const environment = { HTTPS_PROXY: proxy.url }
    return stage(`https://localhost:${closed.port}/v1`, closing, { environment })
  }),
  scenario(
    'tls-intercepted',
    'a corporate proxy re-signs TLS with a root that this client does not trust',
    answering({
      tls: authority({ organization: 'Zscaler Inc.', common: 'Zscaler Root CA' }).leaf(),
    }),
  ),
  scenario(
    'tls-expired',
    'the certificate has expired',
    answering({ tls: labRoot().leaf({ fromDays: -90, toDays: -1 }) }),
  ),
  scenario(
    'tls-wrong-name',
    'the certificate is for another host',
    answering({ tls: labRoot().leaf({ names: ['other.example'] }) }),
  ),
  scenario('tls-reset', 'the connection is cut after the ClientHello', instead(resetAfterHello)),
  scenario(
    'silence',
    'the request is sent and nothing comes back',
    instead(silentAfterRequest, { timeout: '1s' }),
  ),
  scenario('captive-portal', 'a login page answers with status 200', replying(portal200())),
  scenario(
    'region',
    'the egress address is in a country that is not supported',
    replying(unsupportedCountry()),
  ),
  scenario('auth', 'the key is not accepted', replying(openai401())),
  scenario('model', 'the model does not exist', replying(modelNotFound(MODEL))),
  scenario('quota', 'the account has no credits', replying(insufficientQuota())),
  scenario('rate-limit', 'too many requests', replying(rateLimited())),
  scenario('server', 'the API fails with 500', replying(serverError())),
  scenario('overloaded', 'the API is overloaded', replying(overloaded())),
  scenario(
    'edge',
    "the API's edge answers 502",
    replying(tinyPage(502, '502 Bad Gateway', 'cloudflare', EDGE)),
  ),
  scenario(
    'stream-buffered',
    'the application streams, and something on the path collects the answer',
    answering(
      {
        instead: ({ path }) =>
          path === '/v1/responses'
            ? { ...responses({ model: MODEL, stream: true }), delayMs: 700 }
            : undefined,
      },
      { inputs: { stream: 'true', 'path-checks': 'stream' } },
    ),
  ),
  scenario(
    'body-too-large',
    'small requests pass, and a hop refuses those of more than 100 KB',
    answering(
      {
        instead: ({ body }) =>
          body.length > 102_400
            ? tinyPage(413, '413 Request Entity Too Large', 'nginx', { server: 'nginx' })
            : undefined,
      },
      { inputs: { 'path-checks': 'body=200KB' } },
    ),
  ),
  scenario(
    'model-shutdown',
    'everything works, and the API announces the shutdown of the model',
    () => answering({ shutdown: { [MODEL]: dayFromNow(12) } })(),
  ),
  scenario(
    'certificate-ends',
    'everything works, and the certificate expires in nine days',
    answering({ tls: labRoot().leaf({ fromDays: -350, toDays: 9.5 }) }),
  ),
  scenario(
    'headroom',
    'everything works, and little of the rate limit is left',
    answering({ headers: { 'x-ratelimit-remaining-requests': '40' } }),
  ),
]
