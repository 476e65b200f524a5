import { given } from '../model/index.ts'
import { labKey, startDemoApi, type ApiOptions, type SeenRequest } from './loopback/api.ts'
import { breakAfterFirstBytes, breakAfterRequest, closedPort } from './loopback/faults.ts'
import { openaiReplies } from './loopback/openai-replies.ts'
import { authority, labRoot } from './loopback/pki.ts'
import { proxy407, refusing, startProxy, tunnelling, type OnConnect } from './loopback/proxy.ts'
import {
  edgeTiny,
  insufficientQuota,
  modelNotFound,
  openai401,
  overloaded,
  portal200,
  rateLimited,
  serverError,
  squidDenied,
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

const MODEL = 'demo-model'

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
function answering(options: ApiOptions = {}): () => Promise<Stage> {
  return async () => {
    const closing = new AsyncDisposableStack()
    const api = closing.use(await startDemoApi({ key: labKey(), ...options }))
    return stage(api.baseUrl, closing)
  }
}

function replying(reply: LoopbackReply): () => Promise<Stage> {
  return answering({ answers: { '*': reply } })
}

/** The API's own stream of events. */
function genuineStream(): LoopbackReply {
  const body = JSON.stringify({ model: MODEL, input: 'ping', stream: true })
  const headers = { authorization: `Bearer ${labKey()}` }
  const asked = {
    method: 'POST',
    path: '/v1/responses',
    query: new URLSearchParams(),
    headers,
    body,
  }
  return openaiReplies({ key: labKey() })(asked)
}

function nginx413(): LoopbackReply {
  const page =
    '<html><head><title>413 Request Entity Too Large</title></head><body><center><h1>413 Request Entity Too Large</h1></center><hr><center>nginx</center></body></html>'
  return { status: 413, headers: { server: 'nginx', 'content-type': 'text/html' }, body: page }
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
    const proxy = closing.use(await startProxy({ onConnect }))
    return stage(api.baseUrl, closing, {
      environment: { HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' },
    })
  }
}

/** Faults that people meet, in the order of the ladder. One line each. */
export const SCENARIOS: readonly DemoScenario[] = [
  { name: 'ok', about: 'everything works', arrange: answering() },
  {
    name: 'key-placeholder',
    about: 'the secret was never expanded by the workflow',
    arrange: async () => {
      const closing = new AsyncDisposableStack()
      const api = closing.use(await startDemoApi())
      const environment = { OPENAI_API_KEY: ['$', '{{ secrets.OPENAI_API_KEY }}'].join('') }
      return stage(api.baseUrl, closing, { environment })
    },
  },
  {
    name: 'dns',
    about: 'the name does not resolve',
    arrange: async () => {
      const resolve = (host: string): Promise<never> =>
        Promise.reject(Object.assign(new Error(`getaddrinfo ${host}`), { code: 'ENOTFOUND' }))
      return stage('https://api.openai.com/v1', new AsyncDisposableStack(), { resolve })
    },
  },
  {
    name: 'refused',
    about: 'nothing listens on the port',
    arrange: instead(() => closedPort()),
  },
  {
    name: 'proxy-407',
    about: 'the proxy asks for credentials that the proxy URL does not have',
    arrange: behindProxy(refusing(proxy407('Basic realm="corp"'))),
  },
  {
    name: 'proxy-denied',
    about: 'the proxy has a rule against this host',
    arrange: behindProxy(refusing(squidDenied())),
  },
  {
    name: 'proxy-ignored',
    about: 'HTTPS_PROXY is set, but this client ignores it',
    arrange: async () => {
      const closing = new AsyncDisposableStack()
      const api = closing.use(await startDemoApi({ key: labKey() }))
      const closed = closing.use(await closedPort())
      const onConnect = tunnelling({ host: '127.0.0.1', port: api.port })
      const proxy = closing.use(await startProxy({ onConnect }))
      const environment = { HTTPS_PROXY: proxy.url }
      return stage(`https://localhost:${closed.port}/v1`, closing, { environment })
    },
  },
  {
    name: 'tls-intercepted',
    about: 'a corporate proxy re-signs TLS with a root that this client does not trust',
    arrange: answering({
      tls: authority({ organization: 'Zscaler Inc.', common: 'Zscaler Root CA' }).leaf(),
    }),
  },
  {
    name: 'tls-expired',
    about: 'the certificate has expired',
    arrange: answering({ tls: labRoot().leaf({ fromDays: -90, toDays: -1 }) }),
  },
  {
    name: 'tls-wrong-name',
    about: 'the certificate is for another host',
    arrange: answering({ tls: labRoot().leaf({ names: ['other.example'] }) }),
  },
  {
    name: 'tls-reset',
    about: 'the connection is cut after the ClientHello',
    arrange: instead(() => breakAfterFirstBytes('reset')),
  },
  {
    name: 'silence',
    about: 'the request is sent and nothing comes back',
    arrange: instead(() => breakAfterRequest('silence'), { timeout: '1s' }),
  },
  {
    name: 'captive-portal',
    about: 'a login page answers with status 200',
    arrange: replying(portal200()),
  },
  {
    name: 'region',
    about: 'the egress address is in a country that is not supported',
    arrange: replying(unsupportedCountry()),
  },
  { name: 'auth', about: 'the key is not accepted', arrange: replying(openai401()) },
  { name: 'model', about: 'the model does not exist', arrange: replying(modelNotFound(MODEL)) },
  { name: 'quota', about: 'the account has no credits', arrange: replying(insufficientQuota()) },
  { name: 'rate-limit', about: 'too many requests', arrange: replying(rateLimited()) },
  { name: 'server', about: 'the API fails with 500', arrange: replying(serverError()) },
  { name: 'overloaded', about: 'the API is overloaded', arrange: replying(overloaded()) },
  { name: 'edge', about: "the API's edge answers 502", arrange: replying(edgeTiny(502)) },
  {
    name: 'stream-buffered',
    about: 'the application streams, and something on the path collects the answer',
    arrange: async () => {
      const closing = new AsyncDisposableStack()
      const collected = { ...genuineStream(), delayMs: 700 }
      const answers = { 'POST /v1/responses': collected }
      const api = closing.use(await startDemoApi({ key: labKey(), answers }))
      return stage(api.baseUrl, closing, { inputs: { stream: 'true', 'path-checks': 'stream' } })
    },
  },
  {
    name: 'body-too-large',
    about: 'small requests pass, and a hop refuses those of more than 100 KB',
    arrange: async () => {
      const closing = new AsyncDisposableStack()
      const answers = {
        'POST /v1/responses': (request: SeenRequest): LoopbackReply | undefined =>
          request.body.length > 102_400 ? nginx413() : undefined,
      }
      const api = closing.use(await startDemoApi({ key: labKey(), answers }))
      return stage(api.baseUrl, closing, { inputs: { 'path-checks': 'body=200KB' } })
    },
  },
  {
    name: 'model-shutdown',
    about: 'everything works, and the API announces the shutdown of the model',
    arrange: () => answering({ shutdown: { [MODEL]: dayFromNow(12) } })(),
  },
  {
    name: 'certificate-ends',
    about: 'everything works, and the certificate expires in nine days',
    arrange: answering({ tls: labRoot().leaf({ fromDays: -350, toDays: 9.5 }) }),
  },
  {
    name: 'headroom',
    about: 'everything works, and little of the rate limit is left',
    arrange: answering({ headers: { 'x-ratelimit-remaining-requests': '40' } }),
  },
]
