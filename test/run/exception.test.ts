import OpenAI from 'openai'
import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import {
  breakAfterFirstBytes,
  breakAfterRequest,
  breakInBody,
  closedPort,
} from '../loopback/faults.ts'
import { labRoot } from '../loopback/pki.ts'
import { modelNotFound, openai401, rateLimited, serverError } from '../loopback/replies.ts'
import { exceptionChain } from '../../src/knowledge/exceptions.ts'
import { fields, type Client, type Code, type Packet } from '../../src/model/index.ts'
import { escalation } from '../../src/reports/escalation.ts'
import { onlyRoute, runPreflight } from './run.ts'

/** Class and code of a thrown thing and of its causes, as the packet writes them. */
async function thrown(baseURL: string): Promise<readonly string[]> {
  const client = new OpenAI({ baseURL, apiKey: labKey(), maxRetries: 0, timeout: 1500 })
  try {
    await client.responses.create({ model: 'lab-model', input: 'ping' })
  } catch (error) {
    const chain: string[] = []
    for (let one: unknown = error; one instanceof Error; one = one.cause) {
      const { code } = fields(one)
      const plain = one.constructor.name === 'TypeError' ? `: ${one.message}` : ''
      const isAbort = one.name === 'AbortError' ? ' AbortError' : ''
      chain.push(
        `${one.constructor.name}${plain}${isAbort || (typeof code === 'string' && plain === '' && chain.length > 0 ? ` ${code}` : '')}`,
      )
    }
    return chain
  }
  return []
}

function lettersOf(packet: Packet): string {
  const [letters] = escalation(packet, { docsUrl: '', failing: true })
  return letters?.kind === 'file' ? [...letters.content].join('') : ''
}

async function told(baseUrl: string) {
  const inputs = { route: 'openai', 'base-url': baseUrl, timeout: '1500ms' }
  return onlyRoute(await runPreflight({ inputs })).exception
}

describe('the exception that Node says is the one that the SDK throws with the fetch of Node', () => {
  type Place = AsyncDisposable & { readonly port: number }
  test.each<[string, () => Promise<Place>, scheme: string]>([
    ['a closed port', () => closedPort(), 'https'],
    ['a reset in the handshake', () => breakAfterFirstBytes('reset'), 'https'],
    ['an end in the handshake', () => breakAfterFirstBytes('fin'), 'https'],
    ['an end after the request', () => breakAfterFirstBytes('fin'), 'http'],
    ['a reset after the request', () => breakAfterFirstBytes('reset'), 'http'],
  ])('%s', async (_, start, scheme) => {
    await using server = await start()
    const baseUrl = `${scheme}://127.0.0.1:${String(server.port)}/v1`
    const seen = await told(baseUrl)
    expect(seen?.chain).toEqual(await thrown(baseUrl))
    expect(seen).toMatchObject({ hadStatus: false, hadBody: false, hadRequestId: false })
  })

  test('silence', async () => {
    await using server = await breakAfterFirstBytes('silence')
    const baseUrl = `http://127.0.0.1:${String(server.port)}/v1`
    expect((await told(baseUrl))?.chain).toEqual(await thrown(baseUrl))
  })

  test.each([openai401(), modelNotFound('lab-model'), rateLimited(), serverError()])(
    'status $status',
    async (reply) => {
      await using api = await startApi({ tls: 'none', answers: { '*': reply } })
      const seen = await told(api.baseUrl)
      expect(seen?.chain).toEqual(await thrown(api.baseUrl))
      expect(seen).toMatchObject({ hadStatus: true, hadBody: true })
    },
  )

  test('a body that breaks off, which the SDK does not wrap', async () => {
    await using server = await breakInBody('reset')
    const seen = await told(`https://localhost:${String(server.port)}/v1`)
    expect(seen?.chain[0]).toBe('TypeError: terminated')
    expect(seen).toMatchObject({ hadStatus: true })
  })
})

test.each<[Client, Code, string | undefined, string | undefined, readonly string[]]>([
  [
    'python',
    'dns.name_not_resolved',
    'ENOTFOUND',
    '2.54.0',
    ['httpx.ConnectError', 'socket.gaierror'],
  ],
  [
    'python',
    'tcp.refused',
    'ECONNREFUSED',
    '3.22.1',
    ['httpx2.ConnectError', 'ConnectionRefusedError'],
  ],
  [
    'python',
    'tls.cert.authority_invalid',
    'SELF_SIGNED_CERT_IN_CHAIN',
    undefined,
    ['httpx.ConnectError', 'ssl.SSLCertVerificationError'],
  ],
  ['python', 'http.closed', undefined, '3.0.0', ['httpx2.RemoteProtocolError']],
])('%s meets %s %s with openai %s as %j', (client, code, errno, sdkVersion, causes) => {
  const chain = exceptionChain({
    client,
    code,
    ...(errno === undefined ? {} : { errno }),
    ...(sdkVersion === undefined ? {} : { sdkVersion }),
  })
  expect(chain).toEqual(['openai.APIConnectionError', ...causes])
})

// Measured in test/lab/exceptions.lab.test.ts.
test.each<[Client, Code, readonly string[]]>([
  [
    'go',
    'tcp.refused',
    ['*url.Error', '*net.OpError', '*os.SyscallError', 'syscall.Errno ECONNREFUSED'],
  ],
  ['go', 'http.closed', ['*url.Error', 'io.EOF']],
  ['java', 'dns.name_not_resolved', ['OpenAIIoException', 'java.net.UnknownHostException']],
  ['ruby', 'http.timed_out', ['OpenAI::Errors::APITimeoutError', 'Net::ReadTimeout']],
  [
    'php',
    'tls.cert.authority_invalid',
    [
      String.raw`OpenAI\Exceptions\TransporterException`,
      String.raw`GuzzleHttp\Exception\RequestException: cURL error 60`,
    ],
  ],
  ['bun', 'tls.reset', ['APIConnectionError', 'TypeError ECONNRESET']],
  ['deno', 'tcp.refused', ['APIConnectionError', 'TypeError', 'Error']],
  // Never provoked: nothing is said of its cause.
  ['java', 'tls.cert.name_invalid', ['OpenAIIoException']],
  ['dotnet', 'tcp.refused', ['AggregateException']],
  ['rust', 'tcp.refused', ['OpenAIError::Reqwest']],
  ['curl', 'tcp.refused', []],
])('%s meets %s as %j', (client, code, chain) => {
  expect(exceptionChain({ client, code })).toEqual(chain)
})

describe('the letters say of an exception where it is from', () => {
  test.each<[Client, RegExp]>([
    ['node', /ECONNREFUSED$/],
    ['bun', /TypeError ECONNREFUSED$/],
    ['go', /syscall\.Errno ECONNREFUSED$/],
    ['java', /ConnectException \(the first by the documentation of its SDK, its cause as measured/],
    ['dotnet', /AggregateException \(by the documentation of its SDK, not measured\)$/],
    ['rust', /OpenAIError::Reqwest \(by the documentation of its SDK, not measured\)$/],
  ])('%s', async (client, words) => {
    await using closed = await closedPort()
    const packet = await runPreflight({
      inputs: {
        client,
        route: 'openai',
        'base-url': `https://localhost:${String(closed.port)}/v1`,
      },
    })
    const text = lettersOf(packet)
    expect(/Error seen by the application +(.+)/.exec(text)?.[1]?.trim()).toMatch(words)
  })

  test('a status of .NET', async () => {
    await using api = await startApi({ tls: 'none', answers: { '*': openai401() } })
    const packet = await runPreflight({
      inputs: { client: 'dotnet', route: 'openai', 'base-url': api.baseUrl },
    })
    const text = lettersOf(packet)
    expect(text).toContain('ClientResultException (by the documentation of its SDK, not measured)')
  })
})

test('an answer that our own SDK cannot read gives no exception of another language', async () => {
  const answers = { '*': { status: 200, body: '{"object":"other"}', headers: {} } }
  await using api = await startApi({ tls: 'none', answers })
  const ask = async (client: Client) =>
    onlyRoute(await runPreflight({ inputs: { client, route: 'openai', 'base-url': api.baseUrl } }))
      .exception?.chain
  expect(await ask('go')).toEqual([])
})

test.each<[Client, number, string]>([
  ['python', 429, 'openai.RateLimitError'],
  ['java', 401, 'UnauthorizedException'],
  ['ruby', 503, 'OpenAI::Errors::InternalServerError'],
  ['go', 400, '*openai.Error'],
])('%s meets status %i as %s', (client, status, name) => {
  expect(exceptionChain({ client, status })).toEqual([name])
})

test('the letters have the exception, the library of the lock file and what came back', async () => {
  await using server = await breakAfterRequest('reset')
  const lock = JSON.stringify({ packages: { 'node_modules/openai': { version: '6.3.0' } } })
  const packet = await runPreflight({
    inputs: { route: 'openai', 'base-url': `https://localhost:${String(server.port)}/v1` },
    order: {
      checkout: () => ({ files: ['package-lock.json'], readFile: () => lock }),
      extraRoots: [labRoot().pem],
    },
  })
  expect(onlyRoute(packet).application?.sdk).toEqual({
    value: 'openai 6.3.0',
    from: 'package-lock.json',
  })
  const text = lettersOf(packet)
  expect(text).toMatch(/Application SDK +openai 6\.3\.0 \(package-lock\.json\)/)
  expect(text).toMatch(/APIConnectionError ← TypeError: fetch failed ← Error ECONNRESET/)
  expect(text).toMatch(/Came back +status no, body no, request ID no/)
  expect(text).toMatch(/Route +openai/)
})
