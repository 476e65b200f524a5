import { once } from 'node:events'
import net from 'node:net'
import type { Owner } from '../../../src/model/index.ts'
import { startApi } from '../../loopback/api.ts'
import { closedPort } from '../../loopback/faults.ts'
import { selfSigned } from '../../loopback/pki.ts'
import * as replies from '../../loopback/replies.ts'
import type { LoopbackReply } from '../../loopback/replies.ts'

/** Where a client is sent, and how. */
export interface Target extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/v1`. */
  readonly baseUrl: string
  readonly proxyUrl?: string
  readonly key: string
  readonly timeoutMs: number
}

/** A fault that is really there, and who has to act. */
export interface Scenario {
  readonly id: string
  /** Whose host the recorded address stands for. */
  readonly host: 'openai' | 'azure' | 'gateway'
  readonly owner: Owner
  readonly start: () => Promise<Target>
}

const KEY = ['sk', 'proj', 'x'.repeat(40)].join('-')

function target(
  baseUrl: string,
  also: Partial<Target>,
  ...closing: readonly AsyncDisposable[]
): Target {
  return {
    baseUrl,
    key: KEY,
    timeoutMs: 5000,
    ...also,
    async [Symbol.asyncDispose]() {
      for (const one of closing) await one[Symbol.asyncDispose]()
    },
  }
}

function answering(
  host: Scenario['host'],
  owner: Owner,
  id: string,
  reply: () => LoopbackReply,
): Scenario {
  return {
    id,
    host,
    owner,
    start: async () => {
      const api = await startApi({ tls: 'none', answers: { '*': reply() } })
      return target(api.baseUrl, {}, api)
    },
  }
}

/** A raw server: what it does with each connection is its whole behaviour. */
async function raw(
  serve: (socket: net.Socket) => void,
): Promise<{ port: number } & AsyncDisposable> {
  const open = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    open.add(socket)
    socket.on('error', () => {})
    serve(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

function breaking(
  id: string,
  serve: (socket: net.Socket) => void,
  also: Partial<Target> = {},
  scheme: 'http' | 'https' = 'http',
): Scenario {
  return {
    id,
    host: 'openai',
    owner: 'connection-path',
    start: async () => {
      const server = await raw(serve)
      return target(`${scheme}://127.0.0.1:${server.port}/v1`, also, server)
    },
  }
}

function afterRequest(act: (socket: net.Socket) => void): (socket: net.Socket) => void {
  return (socket) => socket.once('data', () => act(socket))
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

function proxied(id: string, answer: string | undefined): Scenario {
  return {
    id,
    host: 'openai',
    owner: 'connection-path',
    start: async () => {
      if (answer === undefined) {
        const closed = await closedPort()
        return target(
          'https://api.openai.com/v1',
          { proxyUrl: `http://127.0.0.1:${closed.port}` },
          closed,
        )
      }
      const proxy = await raw(afterRequest((socket) => socket.end(answer)))
      return target(
        'https://api.openai.com/v1',
        { proxyUrl: `http://127.0.0.1:${proxy.port}` },
        proxy,
      )
    },
  }
}

function nowhere(id: string, owner: Owner, baseUrl: string, key = KEY): Scenario {
  return { id, host: 'openai', owner, start: async () => target(baseUrl, { key }) }
}

const CONNECTIONS: readonly Scenario[] = [
  {
    id: 'refused',
    host: 'openai',
    owner: 'connection-path',
    start: async () => {
      const closed = await closedPort()
      return target(`http://127.0.0.1:${closed.port}/v1`, {}, closed)
    },
  },
  nowhere('name-not-found', 'connection-path', 'https://api-openai-com.invalid/v1'),
  {
    id: 'self-signed',
    host: 'openai',
    owner: 'connection-path',
    start: async () => {
      const api = await startApi({ tls: selfSigned() })
      return target(api.baseUrl.replace('localhost', '127.0.0.1'), {}, api)
    },
  },
  {
    id: 'unknown-authority',
    host: 'openai',
    owner: 'connection-path',
    start: async () => {
      const api = await startApi()
      return target(api.baseUrl.replace('localhost', '127.0.0.1'), {}, api)
    },
  },
  breaking(
    'closed-in-handshake',
    afterRequest((socket) => socket.end()),
    {},
    'https',
  ),
  breaking(
    'reset-in-handshake',
    afterRequest((socket) => socket.resetAndDestroy()),
    {},
    'https',
  ),
  breaking(
    'plain-http-on-tls',
    afterRequest((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    {},
    'https',
  ),
  breaking(
    'closed-after-request',
    afterRequest((socket) => socket.end()),
  ),
  breaking(
    'reset-after-request',
    afterRequest((socket) => socket.resetAndDestroy()),
  ),
  breaking(
    'body-cut',
    afterRequest((socket) => socket.end(`${HEAD}content-length: 500\r\n\r\n{"id": "resp_1", "ob`)),
  ),
  breaking(
    'not-http',
    afterRequest((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')),
  ),
  breaking('silent', () => {}, { timeoutMs: 700 }),
  proxied(
    'proxy-407',
    'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="corp"\r\ncontent-length: 0\r\n\r\n',
  ),
  proxied('proxy-403', 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n'),
  proxied('proxy-502', 'HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n'),
  proxied('proxy-refused', undefined),
]

const SETTINGS: readonly Scenario[] = [
  nowhere(
    'key-with-newline',
    'auth',
    'http://127.0.0.1:9/v1',
    `${KEY.slice(0, 12)}\n${KEY.slice(12)}`,
  ),
  nowhere('key-not-latin', 'auth', 'http://127.0.0.1:9/v1', `${KEY.slice(0, 8)}\u2026`),
  nowhere('base-url-without-scheme', 'request', 'api.openai.com/v1'),
]

const OPENAI: readonly Scenario[] = [
  answering('openai', 'auth', 'invalid-key', replies.openai401),
  answering('openai', 'auth', 'mismatched-organization', replies.mismatchedOrganization),
  answering('openai', 'auth', 'missing-scopes', () => replies.missingScopes(401)),
  answering('openai', 'auth', 'address-not-authorized', replies.addressNotAuthorized),
  answering('openai', 'auth', 'project-without-model', () => replies.projectWithoutModel()),
  answering('openai', 'request', 'incorrect-hostname', replies.incorrectHostname),
  answering('openai', 'request', 'model-not-found', () => replies.modelNotFound('gpt-9')),
  answering('openai', 'request', 'invalid-url', () =>
    replies.invalidUrl('POST', '/v1/v1/responses'),
  ),
  answering('openai', 'request', 'unsupported-parameter', () => replies.unsupportedParameter()),
  answering('openai', 'quota', 'insufficient-quota', replies.insufficientQuota),
  answering('openai', 'quota', 'no-credits', replies.creditBalanceExhausted),
  answering('openai', 'quota', 'billing-hard-limit', replies.billingHardLimit),
  answering('openai', 'quota', 'spend-limit', replies.spendLimitExceeded),
  answering('openai', 'rate-limit', 'rate-limited', () => replies.rateLimited()),
  answering('openai', 'rate-limit', 'slow-down', replies.slowDown),
  answering('openai', 'api-server', 'server-error', replies.serverError),
  answering('openai', 'api-server', 'overloaded', replies.overloaded),
  answering('openai', 'api-server', 'edge-502', () => replies.edgeTiny(502)),
  answering('openai', 'api-server', 'edge-520', () => replies.edgeOriginError(520)),
  answering('openai', 'connection-path', 'unsupported-country', replies.unsupportedCountry),
  answering('openai', 'connection-path', 'edge-blocked', replies.html403Cloudflare),
  answering('openai', 'connection-path', 'zscaler', replies.zscalerBlocked),
  answering('openai', 'connection-path', 'fortiguard', replies.fortiguardBlocked),
  answering('openai', 'connection-path', 'palo-alto', replies.paloAltoBlocked),
]

const AZURE: readonly Scenario[] = [
  answering('azure', 'auth', 'azure-invalid-key', replies.azureInvalidKey),
  answering('azure', 'auth', 'azure-permission-denied', replies.azurePermissionDenied),
  answering('azure', 'auth', 'azure-key-auth-disabled', replies.azureKeyAuthDisabled),
  answering('azure', 'route-provider', 'azure-firewall', replies.azureFirewall),
  answering('azure', 'route-provider', 'azure-no-deployment', replies.azureDeploymentNotFound),
  answering('azure', 'route-provider', 'azure-no-resource', replies.azureResourceNotFound),
  answering('azure', 'route-provider', 'azure-api-version', replies.azureApiVersionUnsupported),
  answering('azure', 'route-provider', 'azure-server-error', () =>
    replies.azureError(
      500,
      'server_error',
      'The server had an error processing your request. Sorry about that! You can retry your request, or contact us through an Azure support request at: https://go.microsoft.com/fwlink/?linkid=2213926 if you keep seeing this error.',
    ),
  ),
  answering('azure', 'rate-limit', 'azure-token-rate', replies.azureTokenRate),
]

const GATEWAYS: readonly Scenario[] = [
  answering('gateway', 'auth', 'litellm-unknown-key', replies.litellmUnknownKey),
  answering('gateway', 'auth', 'kong-no-key', replies.kongNoKey),
  answering('gateway', 'auth', 'vllm-unauthorized', replies.vllmUnauthorized),
  answering('gateway', 'quota', 'litellm-budget', replies.litellmBudget),
  answering('gateway', 'quota', 'openrouter-no-credits', replies.openrouterNoCredits),
  answering('gateway', 'rate-limit', 'kong-rate-limited', replies.kongRateLimited),
  answering('gateway', 'route-provider', 'litellm-upstream-401', replies.litellmUpstream401),
  answering(
    'gateway',
    'route-provider',
    'litellm-upstream-gone',
    replies.litellmUpstreamUnreachable,
  ),
  answering('gateway', 'route-provider', 'kong-upstream-502', () => replies.kongUpstream(502)),
  answering('gateway', 'route-provider', 'fastapi-not-found', replies.fastapiNotFound),
  answering('gateway', 'route-provider', 'vllm-model', () => replies.vllmModelNotFound('llama-9')),
]

export const SCENARIOS: readonly Scenario[] = [
  ...CONNECTIONS,
  ...SETTINGS,
  ...OPENAI,
  ...AZURE,
  ...GATEWAYS,
]
