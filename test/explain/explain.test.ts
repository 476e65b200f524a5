import { describe, expect, test } from 'vitest'
import { explain, type Explanation } from '../../src/explain/index.ts'

const KEY = ['sk', 'proj', 'Qz7'.repeat(14)].join('-')

function read(...lines: readonly string[]): Promise<Explanation> {
  return explain([Buffer.from(lines.join('\n'))])
}

const QUOTA =
  "{'error': {'message': 'You exceeded your current quota, please check your plan and billing details.', 'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}"
const RATE =
  "{'error': {'message': 'Rate limit reached for gpt-4o', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}"

describe('deeper evidence outranks wrappers', () => {
  test.each([
    [
      'an errno inside a "Connection error."',
      [
        'APIConnectionError: Connection error.',
        '    at OpenAI.makeRequest (client.mjs:923:13) {',
        '  [cause]: TypeError: fetch failed {',
        '    [cause]: Error: getaddrinfo ENOTFOUND api.openai.com {',
        "      code: 'ENOTFOUND'",
      ],
      'connection-path',
      'dns.name_not_resolved',
      4,
      21,
    ],
    [
      'an empty secret behind a connection error',
      [
        "httpx.LocalProtocolError: Illegal header value b'Bearer '",
        '',
        'The above exception was the direct cause of the following exception:',
        '',
        'Traceback (most recent call last):',
        '  File "a.py", line 1, in <module>',
        '    raise APIConnectionError(request=request) from err',
        'openai.APIConnectionError: Connection error.',
      ],
      'auth',
      'config.key_missing',
      1,
      27,
    ],
    [
      'a quota body inside a RateLimitError',
      [`openai.RateLimitError: Error code: 429 - ${QUOTA}`],
      'quota',
      'api.insufficient_quota',
      1,
      42,
    ],
    [
      'a block page inside a PermissionDeniedError',
      [
        'openai.PermissionDeniedError: <html><head><title>Internet Security by Zscaler</title></head><body>no</body></html>',
      ],
      'connection-path',
      'http.intercepted',
      1,
      31,
    ],
    [
      'an Azure support link inside a server error',
      [
        "openai.InternalServerError: Error code: 500 - {'error': {'message': 'The server had an error processing your request. You can retry your request, or contact us through an Azure support request at: https://go.microsoft.com/fwlink/?linkid=2213926', 'type': 'server_error', 'param': None, 'code': 'server_error'}}",
      ],
      'route-provider',
      'azure.server_error',
      1,
      47,
    ],
    [
      'a tunnel status inside a fetch failure',
      [
        'TypeError: fetch failed',
        '  [cause]: RequestAbortedError: Proxy response (407) !== 200 when HTTP Tunneling',
      ],
      'connection-path',
      'proxy.auth_required',
      2,
      33,
    ],
  ])('%s decides', async (_, lines, owner, code, line, column) => {
    const { verdict } = await read(...lines)
    expect(verdict).toMatchObject({ owner, code })
    expect(verdict.cites[0]).toEqual({ line, column })
  })

  test('an errno in the body of a gateway is the gateway’s, not the client’s', async () => {
    const { verdict } = await read(
      'HTTP Request: POST https://llm.example-corp.com/v1/chat/completions "HTTP/1.1 502 Bad Gateway"',
      `openai.InternalServerError: Error code: 502 - {'error': {'message': 'connect ECONNREFUSED 10.0.0.5:8000', 'type': 'upstream', 'code': '502'}}`,
    )
    expect(verdict.owner).toBe('route-provider')
  })

  test('source code that a traceback quotes is no evidence', async () => {
    const { verdict, incidents } = await read(
      'Traceback (most recent call last):',
      '  File "/app/x.py", line 3, in call',
      '    raise RateLimitError("Error code: 429 - insufficient_quota")',
      '    ^^^^^^^^^^^^^^^^^^^^^^^^',
      'openai.AuthenticationError: Error code: 401 - ' +
        "{'error': {'message': 'Incorrect API key provided', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}",
    )
    expect(verdict.owner).toBe('auth')
    expect(incidents).toHaveLength(1)
  })
})

describe('where the log does not say enough', () => {
  test('a bare "Connection error." is the path first, and the one test that decides is named', async () => {
    const { verdict, next } = await read('openai.APIConnectionError: Connection error.')
    expect(verdict).toMatchObject({ owner: 'connection-path', branch: 'route', confidence: 'low' })
    expect(next).toBe('openai-preflight --route openai --client python --depth route')
  })

  test('a log without any call is unknown and cites nothing', async () => {
    const { verdict, incidents } = await read('INFO 0 errors', 'INFO done in 12 ms')
    expect(verdict).toMatchObject({
      owner: 'unknown',
      code: 'own.no_evidence',
      rung: '',
      cites: [],
    })
    expect(incidents).toEqual([])
  })

  test('a log of calls that were answered has no owner', async () => {
    const line = 'INFO HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 200 OK"'
    expect((await read(line, line)).verdict).toMatchObject({
      owner: 'none',
      branch: 'none',
      code: '',
    })
  })

  test('the failure of another service in the same log is not the API’s', async () => {
    const { verdict } = await read(
      'redis.exceptions.ConnectionError: Error 111 connecting to redis:6379. Connection refused.',
    )
    expect(verdict.owner).toBe('unknown')
  })
})

describe('what collectors do to a line', () => {
  const DNS = 'Error: getaddrinfo EAI_AGAIN api.openai.com'
  test.each([
    ['GitHub Actions', `2026-11-20T08:15:02.1234567Z ##[error]${DNS}`, 46],
    ['gh run view --log', `build\tRun tests\t2026-11-20T08:15:02.1234567Z ${DNS}`, 53],
    ['docker compose', `web-1  | ${DNS}`, 17],
    ['a pod prefix', `[pod/api-7d4f/api] ${DNS}`, 27],
    ['CRI', `2026-11-20T08:15:02.123456789Z stderr F ${DNS}`, 48],
    ['syslog', `Nov 20 08:15:02 host app[123]: ${DNS}`, 39],
    ['colours', `\u001b[31mError\u001b[0m: getaddrinfo EAI_AGAIN api.openai.com`, 17],
    ['CRLF', `${DNS}\r`, 8],
    ['a progress bar before it', `50%\r${DNS}`, 12],
  ])('%s', async (_, line, column) => {
    const { verdict } = await read('start', line, 'end')
    expect(verdict).toMatchObject({ owner: 'connection-path', code: 'dns.failed' })
    expect(verdict.cites[0]).toEqual({ line: 2, column })
  })

  test('records of JSON are unwrapped, with the column of the text inside', async () => {
    const record = JSON.stringify({
      level: 50,
      time: 1_795_162_500_000,
      msg: 'failed',
      err: { message: 'x', stack: `Error: x\n    at y\ncaused by ${DNS}` },
    })
    const { verdict, incidents } = await read('{"level":30,"msg":"up"}', record)
    expect(verdict).toMatchObject({ owner: 'connection-path', code: 'dns.failed' })
    expect(verdict.cites[0]).toEqual({ line: 2, column: record.indexOf('getaddrinfo') + 1 })
    expect(incidents[0]?.first.time).toBe('2026-11-20T08:15:00.000Z')
  })

  test('UTF-16, as PowerShell writes it, is read', async () => {
    const text = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`up\r\n${DNS}\r\n`, 'utf16le'),
    ])
    const chunks = Array.from({ length: Math.ceil(text.length / 7) }, (_, i) =>
      text.subarray(i * 7, i * 7 + 7),
    )
    const { verdict } = await explain(chunks)
    expect(verdict).toMatchObject({ owner: 'connection-path', cites: [{ line: 2, column: 8 }] })
  })

  test('interleaved containers stay apart', async () => {
    const { incidents } = await read(
      'api-1     | APIConnectionError: Connection error.',
      'worker-1  | RateLimitError: 429 You exceeded your current quota, please check your plan',
      'api-1     |   [cause]: Error: connect ECONNREFUSED 162.159.140.245:443',
      "worker-1  |   code: 'insufficient_quota'",
    )
    expect(incidents.map(({ owner, sources }) => [owner, ...sources])).toEqual([
      ['connection-path', 'api-1'],
      ['quota', 'worker-1'],
    ])
  })
})

describe('several incidents', () => {
  const at = (minute: number, text: string): string =>
    `2026-11-20T08:${String(minute).padStart(2, '0')}:00Z ERROR ${text}`
  const rate = `openai.RateLimitError: Error code: 429 - ${RATE}`
  const dns = 'connect failed: getaddrinfo ENOTFOUND api.openai.com'

  test('are counted, put on a timeline, and the most frequent and the first are named', async () => {
    const { verdict, incidents } = await read(at(1, dns), at(5, rate), at(9, rate), at(12, rate))
    expect(incidents).toMatchObject([
      {
        owner: 'connection-path',
        count: 1,
        isFirst: true,
        isMostFrequent: false,
        first: { line: 1, time: '2026-11-20T08:01:00Z' },
      },
      {
        owner: 'rate-limit',
        count: 3,
        isFirst: false,
        isMostFrequent: true,
        first: { line: 2 },
        last: { line: 4, time: '2026-11-20T08:12:00Z' },
      },
    ])
    expect(verdict.owner).toBe('rate-limit')
    expect(verdict.cites[0]?.line).toBe(2)
    expect(verdict.summary).toContain('the first was dns.name_not_resolved on line 1')
  })

  test('the retries of one request count once', async () => {
    const { incidents } = await read(
      'INFO HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 429 Too Many Requests"',
      'INFO Retrying request to /responses in 0.4 seconds',
      'INFO HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 429 Too Many Requests"',
      'INFO Retrying request to /responses in 0.9 seconds',
      'INFO HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 429 Too Many Requests"',
      `openai.RateLimitError: Error code: 429 - ${QUOTA}`,
    )
    expect(incidents).toMatchObject([{ owner: 'quota', count: 1 }])
  })

  test('a later call that was answered is told', async () => {
    const success = 'INFO HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 200 OK"'
    expect((await read(at(1, dns), success)).verdict.summary).toContain('answered (line 2)')
    expect((await read(success, at(1, dns))).verdict.summary).not.toContain('answered')
  })

  test('a named owner comes before a more frequent unknown one', async () => {
    const hollow = 'openai.APIConnectionError: Connection error.'
    const { verdict } = await read(at(1, hollow), at(2, hollow), at(3, hollow), at(4, dns))
    expect(verdict.owner).toBe('connection-path')
  })
})

describe('the next command', () => {
  test.each([
    [
      'getaddrinfo ENOTFOUND api.openai.com',
      'openai-preflight --route openai --client node --depth route',
    ],
    [
      "POST https://contoso.openai.azure.com/openai/v1/responses\nopenai.NotFoundError: Error code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'The API deployment for this resource does not exist.'}}",
      'openai-preflight --base-url https://contoso.openai.azure.com/openai/v1 --route azure --client python --depth request --endpoint responses --model "$OPENAI_MODEL"',
    ],
    [
      'curl: (6) Could not resolve host: eu.api.openai.com',
      'openai-preflight --base-url https://eu.api.openai.com --route openai --client curl --depth route',
    ],
  ])('of %s', async (log, next) => {
    expect((await read(log)).next).toBe(next)
  })
})

test('nothing secret of the log is in the explanation', async () => {
  const secrets = [KEY, 'hunter2hunter2', 'tickettickettick', 'patient record']
  const explanation = await read(
    `Authorization: Bearer ${KEY}`,
    `HTTPS_PROXY=http://bob:hunter2hunter2@proxy.example.com:3128`,
    `POST https://bob:hunter2hunter2@llm.example-corp.com/tickettickettick0123456789/v1/responses`,
    `openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: ${KEY}. patient record', 'type': 'invalid_request_error', 'param': '${KEY}', 'code': 'invalid_api_key'}}`,
    `request id: ${KEY}`,
  )
  const text = JSON.stringify(explanation)
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  expect(explanation.verdict.code).not.toBe('own.no_evidence')
})
