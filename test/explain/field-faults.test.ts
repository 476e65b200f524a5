import { describe, expect, test } from 'vitest'
import { CLIENTS } from '../../src/model/index.ts'
import { explain, type Explanation } from '../../src/explain/index.ts'

/** What is told, as one text: sentence, orders, warnings, command. */
async function told(log: string): Promise<{ all: string; explanation: Explanation }> {
  const explanation = await explain([Buffer.from(log)])
  const { verdict, incidents, next } = explanation
  const orders = incidents.flatMap(({ doNext, doNot }) => [...doNext, ...doNot])
  return { all: [verdict.summary, ...orders, next].join('\n'), explanation }
}

/** `owner code confidence`; a part that is `*` is not compared. */
async function brief(log: string): Promise<string> {
  const { verdict } = (await told(log)).explanation
  return `${verdict.owner} ${verdict.code}`
}

describe('the host is that of the failure, or none', () => {
  test.each([
    ['getaddrinfo ENOTFOUND gw.corp.example', 'gw.corp.example'],
    ['java.net.UnknownHostException: gw.corp.example', 'gw.corp.example'],
    ['connect ECONNREFUSED ::1:11434', '[::1]:11434'],
    [
      'System.Net.Http.HttpRequestException: Connection refused (localhost:11434)',
      'localhost:11434',
    ],
    ['Failed to connect to gw.corp.example port 8443', 'gw.corp.example:8443'],
    [
      'curl: (7) Failed to connect to localhost port 8080 after 0 ms: Connection refused',
      'localhost:8080',
    ],
    [
      'Faraday::ConnectionFailed (Failed to open TCP connection to gw.corp.example:8443 (Connection refused - connect(2) for "gw.corp.example" port 8443))',
      'gw.corp.example:8443',
    ],
    [
      "SocketException: Failed host lookup: 'gw.corp.example' (OS Error: Nom ou service inconnu, errno = -2)",
      'gw.corp.example',
    ],
    ['dial tcp: lookup gw.corp.example on 10.0.0.2:53: no such host', 'gw.corp.example'],
    ['dial tcp 10.1.2.3:8443: connect: connection refused', '10.1.2.3:8443'],
    ['** (Mint.TransportError) connection refused, host: "gw.corp.example"', 'gw.corp.example'],
    [
      'java.net.ConnectException: Failed to connect to gw.corp.example/10.1.2.3:8443',
      'gw.corp.example:8443',
    ],
    [
      'AnnotatedConnectException: Connection refused: gw.corp.example/10.1.2.3:8443',
      'gw.corp.example:8443',
    ],
    ["OSError: [Errno 111] Connect call failed ('10.1.2.3', 8443)", '10.1.2.3:8443'],
    ['Error: getaddrinfo EAI_AGAIN llm-gateway', 'llm-gateway'],
    ['java.net.UnknownHostException: llm-server: Name or service not known', 'llm-server'],
    [
      'java.net.UnknownHostException: Unable to resolve host "gw.corp.example": No address associated with hostname',
      'gw.corp.example does not resolve',
    ],
    [
      "SearchDomainUnknownHostException: Failed to resolve 'gw.corp.example' [A(1)] after 2 queries",
      'gw.corp.example does not resolve',
    ],
  ])('%s', async (log, host) => {
    const { all, explanation } = await told(log)
    // Nothing lies between on this very machine: what does not run there is its provider's.
    const local = /^(?:localhost|\[::1\])/.test(host)
    expect(explanation.verdict.owner).toBe(local ? 'route-provider' : 'connection-path')
    expect(explanation.verdict.confidence).not.toBe('low')
    expect(all).toContain(host)
    expect(all).not.toContain('api.openai.com')
  })

  test.each([
    'read ECONNRESET',
    'openai.APIConnectionError: Connection error.\n  cause: Error: connect ECONNREFUSED',
    'httpx.ConnectError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:992)',
    'java.net.SocketException: Connection reset',
    'openai.APITimeoutError: Request timed out.',
    'RateLimitError: 429 status code (no body)',
  ])('no host, no port, no certainty: %s', async (log) => {
    const { all, explanation } = await told(log)
    expect(all).not.toMatch(/api\.openai\.com|:443|TCP 443|POST \//)
    expect(explanation.verdict.confidence).not.toBe('high')
  })

  test('a proxy that is dialled is the proxy, not the target', async () => {
    const { all, explanation } = await told(
      'Post "https://api.openai.com/v1/responses": proxyconnect tcp: dial tcp 127.0.0.1:7890: connect: connection refused',
    )
    expect(explanation.verdict).toMatchObject({ rung: 'tcp', code: 'proxy.unreachable' })
    expect(all).toContain('The proxy 127.0.0.1:7890')
    expect(all).not.toContain('The proxy api.openai.com')
  })
})

const AUTH =
  "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-***.', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}"

describe('what other programs say is theirs', () => {
  test.each([
    [
      'a reset of the database',
      'db-1   | LOG:  could not receive data from client: Connection reset by peer',
    ],
    [
      'a redis client',
      "redis.exceptions.ConnectionError: Error while reading from redis:6379 : (104, 'Connection reset by peer')",
    ],
    [
      'nginx',
      '2026/11/20 08:15:02 [error] 31#31: *1 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 10.0.0.1, server: _, request: "GET / HTTP/1.1"',
    ],
    [
      'git',
      "fatal: unable to access 'https://github.com/org/repo/': Could not resolve host: github.com",
    ],
    ['ssh', 'ssh: connect to host bastion.corp.example port 22: Connection refused'],
    ['curl of another host', 'curl: (6) Could not resolve host: artifacts.corp.example.net'],
    [
      'curl of a package host',
      'curl: (7) Failed to connect to deb.nodesource.com port 443: Connection timed out',
    ],
    [
      'npm',
      'npm error code ECONNRESET\nnpm error network read ECONNRESET\nnpm error network This is a problem related to network connectivity.',
    ],
    [
      'maven',
      '[ERROR] Failed to execute goal on project app: Could not transfer artifact org.slf4j:slf4j-api:jar:2.0.9 from/to central (https://repo.maven.apache.org/maven2): Connect to repo.maven.apache.org:443 failed: Connection refused',
    ],
    [
      'terraform',
      'Error: Failed to query available provider packages: Could not retrieve the list of available versions for provider hashicorp/aws: could not connect to registry.terraform.io: dial tcp: lookup registry.terraform.io: no such host',
    ],
    [
      'docker pull',
      'Error response from daemon: Get "https://registry-1.docker.io/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    ],
    [
      'S3',
      'botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: "https://bucket.s3.amazonaws.com/key"',
    ],
    [
      'mysql',
      "ERROR 2003 (HY000): Can't connect to MySQL server on '10.0.0.5' (111 \"Connection refused\")",
    ],
    [
      'jest',
      '  ● api › retries\n\n    connect ECONNREFUSED 127.0.0.1:3000\n\n      at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16)\n\nTests:       1 failed, 12 passed, 13 total',
    ],
    [
      'a rate limit of GitHub',
      'HttpError: API rate limit exceeded for installation ID 12345. status: 403 https://api.github.com/repos/org/repo/issues server: Kong',
    ],
    [
      'pip',
      "WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused')': /simple/requests/",
    ],
    [
      'go modules',
      'go: github.com/pkg/errors@v0.9.1: Get "https://proxy.golang.org/github.com/pkg/errors/@v/v0.9.1.mod": dial tcp: lookup proxy.golang.org: no such host',
    ],
    [
      'apt',
      'E: Failed to fetch http://deb.debian.org/debian/pool/main/c/curl/curl_7.88.1.deb  Connection failed [IP: 151.101.2.132 80]',
    ],
    [
      'postgres',
      'psycopg2.OperationalError: could not connect to server: Connection refused\n\tIs the server running on host "db" (172.18.0.2) and accepting\n\tTCP/IP connections on port 5432?',
    ],
    ['kubernetes', 'Unable to connect to the server: dial tcp 10.0.0.1:6443: i/o timeout'],
    [
      'passing tests',
      ' ✓ throws RateLimitError on 429 (3 ms)\n ✓ maps 401 to AuthenticationError (1 ms)\nTests: 2 passed',
    ],
    [
      "a web server's access log",
      '10.0.0.1 - - [20/Nov/2026:08:15:02 +0000] "GET /login HTTP/1.1" 401 12 "-" "Mozilla/5.0"',
    ],
  ])('%s', async (_, log) => {
    expect(await brief(log)).toBe('unknown own.no_evidence')
    const after = await told(`${log}\n2026-11-20T08:16:00Z ERROR ${AUTH}`)
    expect(after.explanation.verdict).toMatchObject({ owner: 'auth', code: 'api.invalid_api_key' })
    expect(after.all).not.toContain('Do not rotate')
  })

  test('a transport failure without a host never outranks an incident of the SDK', async () => {
    const reset = '2026-11-20T08:15:02Z WARN worker: Connection reset by peer'
    expect(
      await brief([reset, reset, reset, `2026-11-20T08:16:02Z ERROR ${AUTH}`].join('\n')),
    ).toBe('auth api.invalid_api_key')
  })
})

const ISSUER = 'unable to get local issuer certificate'
describe('the client is that of the incident', () => {
  test.each([
    [
      'go',
      'Post "https://api.openai.com/v1/responses": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    ],
    [
      'java',
      'javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
    ],
    [
      'php',
      `cURL error 60: SSL certificate problem: ${ISSUER} (see https://curl.haxx.se/libcurl/c/libcurl-errors.html) for https://api.openai.com/v1/responses GuzzleHttp\\Exception\\RequestException`,
    ],
    [
      'rust',
      'error sending request for url (https://api.openai.com/v1/responses): error trying to connect: invalid peer certificate: UnknownIssuer',
    ],
    [
      'ruby',
      `Faraday::SSLError: SSL_connect returned=1 errno=0 peeraddr=162.159.140.245:443 state=error: certificate verify failed (${ISSUER})`,
    ],
    [
      'dotnet',
      'System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner exception.\n ---> System.Security.Authentication.AuthenticationException: The remote certificate is invalid because of errors in the certificate chain: PartialChain',
    ],
    [
      'python',
      `[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ${ISSUER} (_ssl.c:992)`,
    ],
    [
      'node',
      `Error: ${ISSUER}\n    at TLSSocket.onConnectSecure (node:_tls_wrap:1679:34) {\n  code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'\n}\nDEBUG urllib3.connectionpool: Starting new HTTPS connection (1): pypi.example.org:443`,
    ],
    ['curl', `curl: (60) SSL certificate problem: ${ISSUER}`],
  ])('%s', async (client, log) => {
    const { all, explanation } = await told(log)
    expect(explanation.verdict).toMatchObject({ owner: 'connection-path', rung: 'tls' })
    const known = CLIENTS.some((one) => one === client)
    expect(explanation.next.includes(`--client ${client}`)).toBe(known)
    expect(/NODE_EXTRA_CA_CERTS|node client/i.test(all)).toBe(client === 'node')
  })

  test('an unknown client gets advice for the cause, not for a client', async () => {
    const { all, explanation } = await told(`call to api.openai.com failed: ${ISSUER}`)
    expect(all).not.toMatch(/NODE_EXTRA_CA_CERTS|The node client/)
    expect(all).toMatch(/ca-certificates/)
    expect(explanation.next).not.toContain('--client')
  })
})

describe('a reset is placed where the log places it', () => {
  test.each([
    ['read ECONNRESET'],
    ['httpx.ReadError: [Errno 104] Connection reset by peer'],
    [
      'Post "https://api.openai.com/v1/responses": read tcp 10.0.0.5:41234->162.159.140.245:443: read: connection reset by peer',
    ],
    ['java.net.SocketException: Connection reset'],
    [
      "requests.exceptions.ConnectionError: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
    ],
  ])('%s is a reset of an open connection', async (log) => {
    const { explanation, all } = await told(log)
    expect(explanation.verdict).toMatchObject({
      owner: 'connection-path',
      rung: 'http',
      code: 'http.reset',
    })
    expect(all).not.toMatch(/No connection to .* could be opened|after the request was sent/)
  })

  test('a refused connect stays a connect', async () => {
    expect(await brief('connect ECONNRESET 162.159.140.245:443')).toBe('connection-path tcp.reset')
  })
})

describe('the proxy is told as the proxy', () => {
  test.each([
    [
      "requests.exceptions.ProxyError: HTTPSConnectionPool(host='api.openai.com', port=443): Max retries exceeded with url: /v1/responses (Caused by ProxyError('Unable to connect to proxy', SSLError(SSLEOFError(8, '[SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (_ssl.c:1006)'))))",
      'proxy.tls_protocol_error',
      'http://',
    ],
    [
      "requests.exceptions.ProxyError: HTTPSConnectionPool(host='api.openai.com', port=443): Max retries exceeded (Caused by ProxyError('Your proxy appears to only use HTTP and not HTTPS, try changing your proxy URL to be HTTP. See: https://urllib3.readthedocs.io/en/latest/advanced-usage.html#https-proxy-error-http-proxy', SSLError(SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1000)'))))",
      'proxy.tls_protocol_error',
      'http://',
    ],
    [
      "ProxyError('Cannot connect to proxy.', RemoteDisconnected('Remote end closed connection without response'))",
      'proxy.closed',
      'proxy',
    ],
    [
      'hyper_util::client::legacy: client error (Connect): tunnel error: unsuccessful',
      'proxy.http_error',
      'proxy',
    ],
    ['httpx.ProxyError: 407 Proxy Authentication Required', 'proxy.auth_required', 'proxy'],
  ])('%s', async (log, code, word) => {
    const { explanation, all } = await told(log)
    expect(explanation.verdict).toMatchObject({ owner: 'connection-path', rung: 'proxy', code })
    expect(all).toContain(word)
    expect(all).not.toMatch(/proxy ;| {2}/)
  })

  test('a 502 without a body from this machine may be a proxy that catches loopback', async () => {
    const { explanation, all } = await told(
      'HTTP Request: POST http://127.0.0.1:8000/v1/chat/completions "HTTP/1.1 502 Bad Gateway"',
    )
    expect(explanation.verdict).toMatchObject({ owner: 'connection-path', confidence: 'low' })
    expect(all).toContain('NO_PROXY')
    expect(all).not.toContain('nothing behind it')
  })
})

describe('settings and requests', () => {
  test.each([
    ['getaddrinfo ENOTFOUND api.eu-gb.openai.com', 'request dns.name_not_resolved'],
    [
      "ImportError: Using SOCKS proxy, but the 'socksio' package is not installed. Make sure to install httpx using `pip install httpx[socks]`.",
      'request config.sdk_missing',
    ],
    [
      "httpx.InvalidURL: Invalid non-printable ASCII character in URL, '\\n' at position 30.",
      'request config.base_url_invalid',
    ],
    [
      'System.FormatException: Request headers must contain only ASCII characters.',
      'auth config.key_malformed',
    ],
    ['ArgumentError: header field value cannot include CR/LF', 'auth config.key_malformed'],
    ['reqwest::Error { kind: Builder, source: InvalidHeaderValue }', 'auth config.key_malformed'],
    [
      "Error code: 400 - {'error': {'message': \"This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.\", 'type': 'invalid_request_error', 'param': 'messages', 'code': 'context_length_exceeded'}}",
      'request api.context_length_exceeded',
    ],
    [
      "openai.NotFoundError: Error code: 404 - {'error': {'message': 'This is not a chat model and thus not supported in the v1/chat/completions endpoint. Did you mean to use v1/completions?', 'type': 'invalid_request_error', 'param': 'model', 'code': None}}",
      'request api.wrong_endpoint',
    ],
  ])('%s', async (log, expected) => {
    expect(await brief(log)).toBe(expected)
  })

  test('a context that is too long is shortened, not "corrected"', async () => {
    const { all } = await told(
      "Error code: 400 - {'error': {'message': \"This model's maximum context length is 8192 tokens.\", 'type': 'invalid_request_error', 'param': 'messages', 'code': 'context_length_exceeded'}}",
    )
    expect(all).toMatch(/Shorten the input/)
    expect(all).not.toContain('Correct the parameter')
  })
})

describe('nothing is claimed that is not in the log', () => {
  test('no path, no scope, no sending', async () => {
    const { all } = await told(
      "openai.PermissionDeniedError: Error code: 403 - {'error': {'message': 'You have insufficient permissions for this operation. Missing scopes: model.request.', 'type': 'invalid_request_error', 'param': None, 'code': 'missing_scope'}}",
    )
    expect(all).toContain('model.request')
    expect(all).not.toMatch(/scope for \/|POST \/(?!v1)/)
    const missing = await told(
      "openai.AuthenticationError: Error code: 401 - {'error': {'message': \"You didn't provide an API key.\", 'type': 'invalid_request_error', 'param': None, 'code': None}}",
    )
    expect(missing.all).not.toContain('although a key was sent')
  })

  test('a phrase is its own status', async () => {
    const { all } = await told('openai.InternalServerError: Bad Gateway')
    expect(all).toContain('502')
    expect(all).not.toContain('500')
  })

  test('no time that was not measured', async () => {
    const { all } = await told('connect ETIMEDOUT 162.159.140.245:443')
    expect(all).not.toContain('0 ms')
  })

  test.each([
    'httpx.ReadTimeout',
    'java.net.SocketTimeoutException: Read timed out',
    'Post "https://api.openai.com/v1/responses": net/http: timeout awaiting response headers',
    'Net::ReadTimeout with #<TCPSocket:(closed)>',
    "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='api.openai.com', port=443): Read timed out. (read timeout=10)",
    'HeadersTimeoutError: Headers Timeout Error (UND_ERR_HEADERS_TIMEOUT)',
  ])('a read time-out is a slow answer as well: %s', async (log) => {
    const { explanation, all } = await told(log)
    expect(explanation.verdict).toMatchObject({
      owner: 'connection-path',
      code: 'http.timed_out',
      confidence: 'low',
    })
    expect(all).toMatch(/slow/)
  })

  test('a log without a failure that is known says just that', async () => {
    const { explanation } = await told('ERROR: the widget did not turn')
    expect(explanation.verdict.summary).not.toContain('shows no failed call')
  })
})

describe('Azure', () => {
  test('a 429 with its region and token limit is the deployment’s own', async () => {
    const { explanation, all } = await told(
      "POST https://contoso.openai.azure.com/openai/deployments/d/chat/completions\nx-ms-region: East US\nx-ratelimit-limit-tokens: 1000\nretry-after: 20\nopenai.RateLimitError: Error code: 429 - {'error': {'code': '429', 'message': 'Requests to the ChatCompletions_Create Operation have exceeded call rate limit of your current pricing tier.'}}",
    )
    expect(explanation.verdict.owner).toBe('rate-limit')
    expect(all).toContain('deployment')
    expect(all).not.toContain('API Management allows')
  })
  test('"is enabled only for api versions" is read', async () => {
    expect(
      await brief(
        "openai.BadRequestError: Error code: 400 - {'error': {'code': 'BadRequest', 'message': 'Responses API is enabled only for api-versions 2025-03-01-preview and later'}}",
      ),
    ).toMatch(/^route-provider azure\./)
    expect(
      await brief(
        'openai.BadRequestError: tools is enabled only for api versions 2023-12-01-preview and later',
      ),
    ).toMatch(/^route-provider azure\./)
  })
})

describe('several sources', () => {
  test('the first is the first, and a process id is no source', async () => {
    const { incidents } = await explain([
      Buffer.from(
        [
          'Nov 20 08:15:02 host app[123]: connect ECONNREFUSED 162.159.140.245:443',
          'Nov 20 08:15:03 host app[124]: openai.RateLimitError: Error code: 429 - rate_limit_exceeded',
          'Nov 20 08:15:04 host app[125]: connect ECONNREFUSED 162.159.140.245:443',
        ].join('\n'),
      ),
    ])
    expect(incidents.map(({ first, isFirst }) => [first.line, isFirst])).toEqual([
      [1, true],
      [2, false],
    ])
    expect(incidents[0]?.sources).toEqual(['app'])
  })

  test('a line is cited once', async () => {
    const { explanation } = await told(
      'openai.AuthenticationError: Error code: 401, status code: 401, HTTP 401 Unauthorized',
    )
    const lines = explanation.verdict.cites.map(({ line }) => line)
    expect(lines).toEqual([...new Set(lines)])
  })
})

describe('words that were read as unknown', () => {
  test.each([
    [
      'openai.InternalServerError: <!DOCTYPE html><html><head><title>api.openai.com | 502: Bad gateway</title></head>',
      'api-server',
      /^api\./,
    ],
    [
      "SocketException: Failed host lookup: 'api.openai.com' (OS Error: Nom ou service inconnu, errno = -2)",
      'connection-path',
      /^dns\./,
    ],
    [
      'Error Domain=NSURLErrorDomain Code=-1003 "A server with the specified hostname could not be found."',
      'connection-path',
      /^dns\.name_not_resolved/,
    ],
    ['NSURLErrorDomain -1202', 'connection-path', /^tls\.cert\./],
    [
      'NSURLErrorDomain Code=-1009 "The Internet connection appears to be offline."',
      'connection-path',
      /^tcp\./,
    ],
    ['** (Mint.TransportError) non-existing domain', 'connection-path', /^dns\.name_not_resolved/],
    [
      'Invoke-RestMethod : The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.',
      'connection-path',
      /^tls\./,
    ],
    [
      'Invoke-RestMethod: The request was aborted: Could not create SSL/TLS secure channel.',
      'connection-path',
      /^tls\./,
    ],
    [
      'error: Unable to connect. Is the computer able to access the url?\n  path: "https://api.openai.com/v1/responses",\n errno: 0,\n  code: "ConnectionRefused"',
      'connection-path',
      /^tcp\.refused/,
    ],
    [
      'Failed to connect to api.openai.com port 443: Timed out',
      'connection-path',
      /^tcp\.timed_out/,
    ],
    [
      'socket.gaierror: [Errno -3] Temporary failure in name resolution',
      'connection-path',
      /^dns\.failed/,
    ],
    [
      'getaddrinfo: Temporary failure in name resolution api.openai.com',
      'connection-path',
      /^dns\.failed/,
    ],
  ] as const)('%s', async (log, owner, code) => {
    const { verdict } = (await told(log)).explanation
    expect([verdict.owner, verdict.code]).toEqual([owner, expect.stringMatching(code)])
  })
})

describe('the same failure, as it comes out of a container, a workflow or a terminal', () => {
  const LINES = [
    'getaddrinfo ENOTFOUND gw.corp.example',
    'java.net.UnknownHostException: gw.corp.example',
    'connect ECONNREFUSED ::1:11434',
    'System.Net.Http.HttpRequestException: Connection refused (localhost:11434)',
    'Failed to connect to gw.corp.example port 8443',
    'Post "https://api.openai.com/v1/chat/completions": proxyconnect tcp: dial tcp 127.0.0.1:7890: connect: connection refused',
    'redis.exceptions.ConnectionError: Error while reading from redis:6379 : (104, "Connection reset by peer")',
    'curl: (6) Could not resolve host: artifacts.corp.example',
    'Error: read ECONNRESET',
    'httpx.ReadError: [Errno 104] Connection reset by peer',
    "ProxyError('Unable to connect to proxy', SSLError(SSLEOFError(8, 'EOF occurred in violation of protocol (_ssl.c:1000)')))",
    'Your proxy appears to only use HTTP and not HTTPS, try changing your proxy URL to be HTTP.',
    'openai.InternalServerError: Error code: 502 for url http://127.0.0.1:11434/v1/chat/completions',
    'Error: getaddrinfo ENOTFOUND api.eu-gb.openai.com',
    "ImportError: Using SOCKS proxy, but the 'socksio' package is not installed.",
    'Request headers must contain only ASCII characters.',
    'openai.APITimeoutError: Request timed out.',
    "openai.RateLimitError: Error code: 429 {'x-ms-region': 'Sweden Central', 'x-ratelimit-limit-tokens': '30000'}",
    "SocketException: Failed host lookup: 'api.openai.com' (OS Error: Nom ou service inconnu, errno = -2)",
    'Error Domain=NSURLErrorDomain Code=-1202 "The certificate for this server is invalid."',
    '** (Mint.TransportError) connection refused: %Mint.TransportError{reason: :econnrefused}',
    'client error (Connect): tunnel error: unsuccessful for https://api.openai.com/v1/responses',
    'Failed to connect to api.openai.com port 443 after 21066 ms: Timed out',
  ]
  const DRESSES: readonly ((line: string) => string)[] = [
    (line) => `2026-11-20T08:15:01.0000000Z start\n2026-11-20T08:15:02.1234567Z ##[error]${line}\n`,
    (line) => `web-1  | up\nweb-1  | \u001b[31mERROR\u001b[0m ${line}\ncache-1  | saved\n`,
    (line) => `${JSON.stringify({ level: 'error', time: '2026-11-20T08:15:02Z', msg: line })}\n`,
  ]

  test.each(LINES)('%s', async (line) => {
    const plain = await brief(line)
    for (const dress of DRESSES) expect(await brief(dress(line))).toBe(plain)
  })

  test('the address that an application listens on is not where its call went', async () => {
    const log =
      'web-1  | - ready started server on 0.0.0.0:3000, url: http://localhost:3000\nweb-1  |  [TypeError: fetch failed] {\nweb-1  |   cause:  [Error: connect ECONNREFUSED 172.18.0.2:443] {\nweb-1  |   errno: -111,\n'
    expect((await told(log)).all).not.toContain('localhost')
  })
})

describe('found with logs that nobody had written a reader for', () => {
  const nothing = 'unknown own.no_evidence'

  test.each([
    // What is fetched is called openai; nobody called it.
    [
      "WARNING: Retrying after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object>: [Errno -3] Temporary failure in name resolution')': /simple/openai/",
      nothing,
    ],
    [
      "fatal: unable to access 'https://github.com/team/openai-bot.git/': Could not resolve host: github.com",
      nothing,
    ],
    [
      'npm error request to https://registry.corp.example/openai failed, reason: read ECONNRESET',
      nothing,
    ],
    [
      'worker  ioredis: Error: read ECONNRESET\nworker  RateLimitError: 429 Rate limit reached for requests',
      'rate-limit api.rate_limit_exceeded',
    ],
    [
      'status 403 from https://api.openai.com/v1/chat/completions: error code: 1020',
      'connection-path http.edge_blocked',
    ],
    ['openai.PermissionDeniedError: 403 error code: 1009', 'connection-path http.edge_blocked'],
    [
      'openai.PermissionDeniedError: Error code: 403 - error code: 1020',
      'connection-path http.edge_blocked',
    ],
    ['RateLimitError: 429 error code: 1015', 'connection-path http.edge_rate_limited'],
    ['InternalServerError: 520 error code: 520', 'api-server api.edge_520'],
    // No site for the name or the address that was asked for: nobody's egress address is refused.
    ['openai.PermissionDeniedError: 403 error code: 1003', 'connection-path http.edge_no_site'],
    [
      'openai.APIStatusError: Error code: 409 - error code: 1001',
      'connection-path http.edge_no_site',
    ],
    ['openai.APIError: error code: 1033', 'route-provider gateway.edge_no_site'],
    [
      'openai.InternalServerError: <title>Origin DNS error | gw.example.com | Cloudflare</title><span class="cf-error-code">1016</span>',
      'route-provider gateway.edge_no_site',
    ],
    [
      'POST https://gw.example.com/v1/chat/completions openai.InternalServerError: 500 error code: 1101',
      'route-provider gateway.edge_no_site',
    ],
    [
      'POST https://203.0.113.9/v1/chat/completions openai.PermissionDeniedError: 403 error code: 1003',
      'request gateway.edge_no_site',
    ],
    // A refusal of the content is no wrong parameter.
    [
      '400 Your request was rejected as a result of our safety system. Your prompt may contain text that is not allowed by our safety system.',
      'request api.content_policy_violation',
    ],
    [
      "Error code: 400 - {'error': {'message': 'Invalid prompt: your prompt was flagged as potentially violating our usage policy.', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_prompt'}}",
      'request api.invalid_prompt',
    ],
    // A handshake that was refused is told by its status, whoever opened the WebSocket.
    [
      "aiohttp.client_exceptions.WSServerHandshakeError: 403, message='Invalid response status', url='https://api.openai.com/v1/realtime?model=m'",
      'auth api.forbidden',
    ],
    [
      'wss://gw.example.com/v1/realtime?model=m\nError: Unexpected server response: 404',
      'route-provider websocket.refused',
    ],
    [
      "Connecting to 'https://openrouter.ai/api/v1/models' violates the following Content Security Policy directive: \"connect-src 'self'\".",
      'client-app client.cors_refused',
    ],
    [
      'Blocking a cross-origin request: the “Same Origin” policy does not allow access to https://api.openai.com/v1/chat/completions. Reason: The CORS header “Access-Control-Allow-Origin” is missing. Status code: 404.',
      'client-app client.cors_refused',
    ],
    // What the program inspected is no body: the sentence before it says why.
    [
      "AuthenticationError: 401 Incorrect API key provided: ****.\n    at APIError.generate (core/error.mjs:41:20) {\n  status: 401,\n  headers: Headers { server: 'cloudflare' },\n  code: 'invalid_api_key',\n  type: 'invalid_request_error'\n}",
      'auth api.invalid_api_key',
    ],
    // vLLM names its error object an object.
    [
      "openai.BadRequestError: Error code: 400 - {'object': 'error', 'message': 'max_tokens must be at least 1, got -344.', 'type': 'BadRequestError', 'param': None, 'code': 400}",
      'route-provider gateway.http_400',
    ],
    // Other programs: by the outermost exception, the port, the path, the step of an image's build.
    [
      'com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure\nCaused by: java.net.ConnectException: Connection refused',
      'unknown own.no_evidence',
    ],
    [
      "ReadTimeout: HTTPConnectionPool(host='localhost', port=4318): Read timed out. (read timeout=10)",
      'unknown own.no_evidence',
    ],
    ['24.70 npm ERR! network read ETIMEDOUT', 'unknown own.no_evidence'],
    [
      "requests.exceptions.SSLError: HTTPSConnectionPool(host='tenant.example.com', port=443): Max retries exceeded with url: /auth/cli (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1010)')))",
      'unknown own.no_evidence',
    ],
    // A bare status of somebody who is named and is no model.
    ['Apple push status 400', 'unknown own.no_evidence'],
    ['[stripe] charge failed: status 402', 'unknown own.no_evidence'],
    ['ERROR webhook delivery failed with status code 404', 'unknown own.no_evidence'],
    ['TwilioException: HTTP 401', 'unknown own.no_evidence'],
    ['chat completion failed: status 401', 'auth api.unauthorized'],
    // Services of the system, by the tag of syslog.
    [
      'Nov 28 10:00:00 host systemd[1]: foo.service: Connection timed out',
      'unknown own.no_evidence',
    ],
    [
      'Nov 28 10:00:00 host dhclient: send_packet: Network is unreachable',
      'unknown own.no_evidence',
    ],
    [
      'Nov 28 10:00:00 host kernel: nfs: server fs not responding, timed out',
      'unknown own.no_evidence',
    ],
    ['Nov 28 10:00:00 host myapp[3]: Connection timed out', 'connection-path tcp.timed_out'],
  ])('%s', async (log, expected) => {
    expect(await brief(log)).toBe(expected)
  })

  test('a server of the same machine on another port is not where the call went', async () => {
    const { explanation } = await told(
      "- Local: http://localhost:3000\n[TypeError: fetch failed] {\ncause: [Error: connect ECONNREFUSED 127.0.0.1:11434] {\nerrno: -4078,\ncode: 'ECONNREFUSED',\nsyscall: 'connect',\naddress: '127.0.0.1',\nport: 11434\n}\n}",
    )
    expect(explanation.incidents).toHaveLength(1)
    expect(explanation.verdict.summary).toContain('127.0.0.1:11434')
    expect(explanation.verdict.summary).not.toContain('3000')
    expect(explanation.next).toContain('--base-url http://127.0.0.1:11434 ')
  })

  test.each([
    'httpx.ConnectError: [Errno -3] Temporary failure in name resolution\nopenai.APIConnectionError: Connection error.',
    'openai.APIConnectionError: Connection error.\nhttpx.ConnectError: [Errno -3] Temporary failure in name resolution',
  ])('the class of the SDK and the failure under it are one incident: %s', async (log) => {
    const { explanation } = await told(log)
    expect(explanation.incidents.map(({ code }) => code)).toEqual(['dns.failed'])
  })

  test('three attempts and the class that ends them are one cause', async () => {
    const attempt = 'Error: connect ETIMEDOUT 192.0.2.7:443\n'
    const { explanation } = await told(
      `${attempt.repeat(3)}APIConnectionTimeoutError: Request timed out.`,
    )
    expect(explanation.incidents.map(({ code }) => code)).toEqual(['tcp.timed_out'])
  })

  test('a revocation that could not be checked is no bad certificate', async () => {
    const { all } = await told(
      'curl: (35) schannel: next InitializeSecurityContext failed: CRYPT_E_NO_REVOCATION_CHECK (0x80092012)\ncalling https://api.openai.com/v1/models',
    )
    expect(all).toContain('could not check whether the certificate for api.openai.com is revoked')
    expect(all).not.toContain('Replace the certificate')
  })

  test.each([
    ['java.net.UnknownHostException: gw.corp.example', 'ENOTFOUND'],
    [
      'Post "https://api.openai.com/v1/responses": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    ],
    [
      'GuzzleHttp\\Exception\\ConnectException: cURL error 7: Failed to connect to gw.corp.example port 8443 after 12 ms: Connection refused',
      'ECONNREFUSED',
    ],
    [
      'cURL error 56: Received HTTP code 407 from proxy after CONNECT for https://api.openai.com/v1/responses',
      'has none',
    ],
    [
      'reqwest::Error { kind: Request, url: "https://api.openai.com/v1/responses", source: Error(Connect, "tunnel error: unsuccessful") }',
      'proxy.http_error',
    ],
    ['openai.AuthenticationError: Error code: 401 - invalid_api_key', 'in this packet'],
  ])('nothing is told that the log does not hold: %s', async (log, absent) => {
    const { all, explanation } = await told(log)
    expect(explanation.verdict.owner).not.toBe('unknown')
    expect(all).not.toContain(absent)
  })
})

describe('what does not stand in the log', () => {
  test.each([
    '{"detail":"<class \'httpx.ConnectError\'>: [Errno -3] Try again | Please check if host=172.22.0.1 can access [https://api.openai.com] successfully?"}',
    "OpenAI error: type: 'invalid_request_error', code: 'invalid_api_key'",
    'openai: You exceeded your current quota, please check your plan and billing details.',
  ])('a status that only follows from the words is not told: %s', async (log) => {
    const { explanation, all } = await told(log)
    expect(explanation.verdict.owner).not.toBe('unknown')
    expect(explanation.incidents[0]?.httpStatus).toBe('')
    expect(all).not.toMatch(/\b[45]\d\d\b/)
  })
})

describe('a URL of some other service is not a call of a model API', () => {
  test.each([
    'I/O error on POST request for "https://fraud.bank.example/brscan": Connection reset by peer',
    'Get "http://orders.shop.example/api/v1/orders": dial tcp 10.0.0.7:80: connect: connection refused',
    "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='hooks.chat.example', port=443): Max retries exceeded with url: /notify (Caused by ConnectTimeoutError('https://hooks.chat.example/notify'))",
    'curl error 28 while downloading https://repo.packagist.org/p2/openai-php/client.json: Failed to connect to repo.packagist.org port 443 after 10001 ms: Timeout was reached',
  ])('%s', async (log) => {
    expect(await brief(log)).toBe('unknown own.no_evidence')
  })

  test.each([
    'I/O error on POST request for "https://gw.corp.example/openai/v1/responses": Connection reset by peer',
    'Post "http://models.corp.example/v1/chat/completions": dial tcp 10.0.0.7:80: connect: connection refused',
    'connect ECONNREFUSED 10.0.0.7:8443 https://llm.corp.example/query',
  ])('but a path or a name of models is: %s', async (log) => {
    expect((await brief(log)).split(' ')[0]).toBe('connection-path')
  })
})

describe('what only the words of the log decide', () => {
  test.each([
    [
      'a proxy named by its URL is not the target',
      'RequestError: unable to verify the first certificate, proxy: https://proxy.corp.example:3129',
      'connection-path tls.cert.authority_invalid',
      /proxy\.corp\.example/,
    ],
    [
      'a certificate that is not accepted for a reason that nobody tells',
      'file_get_contents(): SSL operation failed with code 1. OpenSSL Error messages: error:0A000086:SSL routines::certificate verify failed',
      'connection-path tls.cert.invalid',
      /purpose, constraints/,
    ],
    [
      'a service on this very machine that gives no answer',
      'I/O error on POST request for "http://localhost:11434/v1/chat/completions": timeout; java.net.SocketTimeoutException: timeout',
      'route-provider http.timed_out',
      /took the request|path may hold/,
    ],
    [
      "a gateway that quotes Azure's limit",
      `Error code: 429 - {'error': {'message': "litellm.RateLimitError: AzureException RateLimitError - Error code: 429 - {'error': {'code': '429', 'message': 'Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2023-05-15 have exceeded token rate limit of your current AIServices S0 pricing tier.'}}", 'type': 'throttling_error', 'param': None, 'code': '429'}}`,
      'rate-limit gateway.throttling_error',
      /Azure resource/,
    ],
    [
      "a budget of LiteLLM's is the caller's",
      'litellm.BudgetExceededError: Budget has been exceeded! Current cost: 1.2, Max budget: 1.0',
      'quota gateway.budget_exceeded',
      /at the gateway answered|upstream/,
    ],
    [
      'an input that is too long, by the words of the Responses API',
      'Error: 400 Your input exceeds the context window of this model. Please adjust your input and try again.',
      'request api.context_length_exceeded',
      /Compare endpoint/,
    ],
    [
      'a model of another endpoint, without its status',
      '{"error":{"message":"This model is only supported in v1/responses and not in v1/chat/completions.","type":"invalid_request_error","param":"model","code":null}}',
      'request api.wrong_endpoint',
      /parameter model/,
    ],
    [
      'a header that Java cannot send',
      'java.lang.IllegalArgumentException: Illegal character(s) in message header value: Bearer sk-***',
      'auth config.key_malformed',
      /DNS/,
    ],
    [
      'a URL that Java cannot read',
      'java.net.URISyntaxException: Illegal character in authority at index 8: https://gw.corp.example ',
      'request config.base_url_invalid',
      /DNS/,
    ],
  ])('%s', async (_, log, verdict, never) => {
    expect(await brief(log)).toBe(verdict)
    expect((await told(log)).all).not.toMatch(never)
  })

  test('of several sources, one after another, the clock says which was the first', async () => {
    const failure = (source: string, time: string): string =>
      `${source}-1  | ${time} openai.RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for requests', 'type': 'requests', 'code': 'rate_limit_exceeded'}}`
    const log = [failure('b', '2026-11-20T08:15:05Z'), failure('a', '2026-11-20T08:15:02Z')]
    const { explanation } = await told(log.join('\n'))
    expect(explanation.incidents[0]).toMatchObject({
      count: 2,
      first: { line: 2 },
      last: { line: 2 },
    })
  })

  test('headers that only one API sends prove whose status it is', async () => {
    const { explanation } = await told(
      'HTTP/1.1 429 Too Many Requests\nx-ms-region: Sweden Central\napim-request-id: 0',
    )
    expect(explanation.verdict).toMatchObject({
      code: 'azure.rate_limit_exceeded',
      confidence: 'high',
    })
  })
})

describe('what a second hundred of logs showed', () => {
  test.each([
    ['Rate limit reached for x on requests per min. Please try again in 20s.', 'in 20 s'],
    ['Rate limit reached for x on requests per day. Please try again in 7m12s.', 'in 7 min 12 s'],
    [
      'Rate limit reached for x on tokens per day. Please try again in 114h18m0s.',
      'in 114 h 18 min',
    ],
    ['Your requests have exceeded the token rate limit. Please retry after 60 seconds.', 'in 60 s'],
    ['Rate limit is exceeded. Try again in 86400 seconds.', 'in 24 h'],
  ])('the wait that the server asks for is told: %s', async (message, wait) => {
    const { all } = await told(
      `openai.RateLimitError: Error code: 429 - {'error': {'message': '${message}', 'code': '429'}}`,
    )
    expect(all).toContain(wait)
    expect(all).not.toMatch(/(?:retry|try again) later/)
  })

  test('the backoff of a client is no wait of the server', async () => {
    const { all } = await told(
      'openai.RateLimitError: Error code: 429\nINFO will retry after 5 seconds',
    )
    expect(all).not.toContain('5 s')
  })

  test.each([
    [
      'a cause and the class around it',
      'httpcore.ConnectError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)\nlitellm.exceptions.APIError: litellm.APIError: APIError: OpenAIException - Connection error.',
      'connection-path tls.cert.authority_invalid',
    ],
    [
      'a failure told again by the SDK around it',
      "requests.exceptions.ConnectionError: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))\nopenai.error.APIConnectionError: Error communicating with OpenAI: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
      'connection-path http.reset',
    ],
    [
      'an answer of a proxy and the class around it',
      "aiohttp.client_exceptions.ClientHttpProxyError: 403, message='Forbidden', url='http://proxy.corp.example:8080'\nlitellm.APIConnectionError",
      'connection-path proxy.denied',
    ],
  ])('%s are one incident', async (_, log, verdict) => {
    const { explanation } = await told(log)
    expect(explanation.incidents).toHaveLength(1)
    expect(await brief(log)).toBe(verdict)
  })

  test('the same cause three times in one chain is cited once, with the word of the client', async () => {
    const { explanation } = await told(
      "APIConnectionError: Connection error.\n  cause: TypeError: fetch failed\n    [cause]: Error: connect ECONNREFUSED 10.0.0.9:443\n      code: 'ECONNREFUSED',\n      syscall: 'connect'",
    )
    expect(explanation.verdict.cites.map(({ line }) => line)).toEqual([3, 1])
  })

  test.each([
    [
      "System.Net.Http.HttpRequestException: The proxy tunnel request to proxy 'http://10.20.0.5:3128/' failed with status code '407'.",
      /10\.20\.0\.5 was never reached/,
    ],
    [
      "aiohttp.client_exceptions.ClientHttpProxyError: 407, message='Proxy Authentication Required', url='http://proxy.corp.example:3128'",
      /proxy\.corp\.example:3128 was never reached/,
    ],
  ])('a proxy is not the host that was asked for: %s', async (log, never) => {
    const { all, explanation } = await told(log)
    expect(explanation.verdict.code).toBe('proxy.auth_required')
    expect(all).not.toMatch(never)
  })

  test('a link to read in a message is not where the call went', async () => {
    const { all } = await told(
      "GatewayAuthenticationError: Invalid API key. Create a new API key: https://keys.example.com/d { statusCode: 401, type: 'authentication_error' }",
    )
    expect(all).not.toContain('keys.example.com')
  })

  test('a base URL without its scheme, which axios takes for a path of this machine', async () => {
    const log =
      "Error: connect ECONNREFUSED 127.0.0.1:80\n  code: 'ECONNREFUSED',\n  config: {\n    method: 'post',\n    url: 'api.openai.com/v1/chat/completions'\n  }"
    expect(await brief(log)).toBe('request config.base_url_no_scheme')
    expect(await brief(log.replace('127.0.0.1:80', '10.0.0.9:443'))).not.toContain('config.')
  })

  test.each([
    [
      'dns.failed',
      'ConnectError("dns error", Custom { kind: Uncategorized, error: "failed to lookup address information: Temporary failure in name resolution" }) https://api.openai.com/v1/models',
    ],
    [
      'tcp.refused',
      'ConnectError("tcp connect error", 127.0.0.1:8080, Os { code: 111, kind: ConnectionRefused, message: "Connection refused" }) http://localhost:8080/v1/models',
    ],
    [
      'http.body_timed_out',
      'error decoding response body: request or response body error: operation timed out (https://api.openai.com/v1/responses)',
    ],
    [
      'path.timed_out',
      "AxiosError: timeout of 30000ms exceeded code: 'ECONNABORTED' url: 'https://api.openai.com/v1/responses'",
    ],
    [
      'azure.credentials_refused',
      "openai.AuthenticationError: Error code: 401 - {'statusCode': 401, 'message': 'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.'}",
    ],
    [
      'tls.cert.authority_invalid',
      '** (Mint.TransportError) TLS client: In state wait_cert at ssl_handshake.erl:2140 generated CLIENT ALERT: Fatal - Unknown CA openai',
    ],
    [
      'proxy.unreachable',
      "python_socks._errors.ProxyConnectionError: [Errno 111] Couldn't connect to proxy 127.0.0.1:1080 [None]\nopenai.APIConnectionError: Connection error.",
    ],
  ])('%s is read in %s', async (code, log) => {
    expect((await told(log)).explanation.verdict.code).toBe(code)
  })

  test.each([
    'notion_client.errors.APIResponseError: API token is invalid. status 401',
    'weaviate.exceptions.WeaviateConnectionError: Connection failed: [Errno -2] Name or service not known',
    'com.example.billing.PaymentException: HTTP 402 Payment Required',
    'stripe.error.RateLimitError: Request rate limit exceeded.',
  ])('an error of the library of another service is not ours: %s', async (log) => {
    expect(await brief(log)).toBe('unknown own.no_evidence')
  })

  test.each([
    'jakarta.ws.rs.ProcessingException: java.net.ConnectException: Connection refused\n\tat io.quarkiverse.langchain4j.openai.OpenAiRestApi.chat',
    'com.example.llm.AnswerException: java.net.ConnectException: Connection refused',
    'semantic_kernel.exceptions.ServiceResponseException: [Errno 111] Connection refused',
  ])('an error of what calls models is: %s', async (log) => {
    expect(await brief(log)).toBe('connection-path tcp.refused')
  })

  test('a SOCKS proxy that does not listen is not told as one that refuses the target', async () => {
    expect(
      await brief(
        'Post "https://api.openai.com/v1/embeddings": socks connect tcp 127.0.0.1:1080->api.openai.com:443: dial tcp 127.0.0.1:1080: connect: connection refused',
      ),
    ).toBe('connection-path proxy.unreachable')
  })

  test('what a program logs beside its error is no body of a server', async () => {
    expect(
      await brief(
        'local.ERROR: AI error {"model":"m","error":"cURL error 28: Operation timed out after 30003 milliseconds with 0 bytes received for https://api.x.ai/v1/chat/completions","trace":"#0 /vendor/x.php(205)"}',
      ),
    ).toBe('connection-path path.timed_out')
  })

  test('a status with a body that names nobody is not said to have none', async () => {
    const { all } = await told(
      'org.springframework.ai.retry.NonTransientAiException: 400 - {"error":{"message":"Field required","type":"Bad Request","param":null,"code":400}}',
    )
    expect(all).not.toContain('neither its body')
  })
})
