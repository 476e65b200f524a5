import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { explain } from '../../src/explain/index.ts'
import type { Owner } from '../../src/model/index.ts'

/** What a server said. */
interface Fact {
  readonly owner: Owner
  readonly status: number
  readonly code: string
  readonly type?: string
  readonly message: string
  /** Class of openai-python and openai-node. */
  readonly name: string
}

const FACTS: readonly Fact[] = [
  {
    owner: 'auth',
    status: 401,
    code: 'invalid_api_key',
    type: 'invalid_request_error',
    message: 'Incorrect API key provided: abc. You can find your API key at the dashboard.',
    name: 'AuthenticationError',
  },
  {
    owner: 'quota',
    status: 429,
    code: 'insufficient_quota',
    type: 'insufficient_quota',
    message: 'You exceeded your current quota, please check your plan and billing details.',
    name: 'RateLimitError',
  },
  {
    owner: 'rate-limit',
    status: 429,
    code: 'rate_limit_exceeded',
    type: 'tokens',
    message: 'Rate limit reached for requests on tokens per min (TPM): Limit 30000, Used 29000',
    name: 'RateLimitError',
  },
  {
    owner: 'request',
    status: 404,
    code: 'model_not_found',
    type: 'invalid_request_error',
    message: 'The model `x` does not exist or you do not have access to it.',
    name: 'NotFoundError',
  },
  {
    owner: 'api-server',
    status: 500,
    code: 'server_error',
    type: 'server_error',
    message: 'The server had an error while processing your request. Sorry about that!',
    name: 'InternalServerError',
  },
  {
    owner: 'connection-path',
    status: 403,
    code: 'unsupported_country_region_territory',
    type: 'request_forbidden',
    message: 'Country, region, or territory not supported',
    name: 'PermissionDeniedError',
  },
  {
    owner: 'route-provider',
    status: 404,
    code: 'DeploymentNotFound',
    message: 'The API deployment for this resource does not exist.',
    name: 'NotFoundError',
  },
]

const PHRASES: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
}

const errorOf = ({ message, type, code }: Fact): object => ({
  message,
  ...(type === undefined ? {} : { type }),
  param: null,
  code,
})
const bodyOf = (fact: Fact): object => ({ error: errorOf(fact) })
const json = (fact: Fact): string => JSON.stringify(bodyOf(fact))
const python = (fact: Fact): string =>
  `openai.${fact.name}: Error code: ${fact.status} - ${pythonRepr(bodyOf(fact))}`

function pythonRepr(value: unknown): string {
  if (value === null) return 'None'
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, one]) => `'${key}': ${pythonRepr(one)}`)
      .join(', ')}}`
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value)
}

/** Ruby's inspect, before and since 3.4. */
function ruby(value: unknown, arrow: string): string {
  if (value === null) return 'nil'
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, one]) => `"${key}"${arrow}${ruby(one, arrow)}`)
      .join(', ')}}`
  return JSON.stringify(value)
}

const title = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)

/** How programs write it into a log. */
const FORMATS: Readonly<Record<string, (fact: Fact) => string>> = {
  'an exception of openai-python': python,
  'an error of openai-node, inspected': (fact) =>
    `${fact.name}: ${fact.status} ${fact.message}\n    at OpenAI.makeRequest (/app/node_modules/openai/client.js:9:9) ${inspect({ status: fact.status, requestID: null, error: errorOf(fact), code: fact.code, param: null, type: fact.type }, { depth: 4 })}`,
  'one line of JSON with the error': (fact) =>
    JSON.stringify({
      level: 'error',
      msg: 'call failed',
      status: fact.status,
      error: errorOf(fact),
    }),
  'a structured log with the body escaped in it': (fact) =>
    JSON.stringify({
      level: 50,
      time: 1_795_162_500_000,
      msg: `OpenAI request failed with status ${fact.status}: ${json(fact)}`,
    }),
  'a body escaped twice': (fact) =>
    JSON.stringify({
      log: `${JSON.stringify({ level: 'error', message: `status ${fact.status} from OpenAI: ${json(fact)}` })}\n`,
      stream: 'stderr',
      time: '2026-11-20T08:15:02.334Z',
    }),
  'JSON on many lines': (fact) =>
    `OpenAI API returned HTTP ${fact.status}\n${JSON.stringify(bodyOf(fact), undefined, 2)}`,
  'the payload of a cloud': (fact) =>
    JSON.stringify({
      severity: 'ERROR',
      timestamp: '2026-11-20T08:15:02Z',
      jsonPayload: { message: python(fact) },
    }),
  'a hash of Ruby': (fact) =>
    `Faraday::ClientError: the server responded with status ${fact.status} OpenAI HTTP Error (spotted in ruby-openai): ${ruby(bodyOf(fact), '=>')}`,
  'a hash of Ruby since 3.4': (fact) =>
    `OpenAI HTTP Error (spotted in ruby-openai): the server responded with status ${fact.status} ${ruby(bodyOf(fact), ' => ')}`,
  'a map of Elixir': (fact) =>
    `[error] OpenAI call failed: {:error, %{status: ${fact.status}, body: %{"error" => %${ruby(errorOf(fact), ' => ')}}}}`,
  'an array of PHP': (fact) =>
    `OpenAI\\Exceptions\\ErrorException: HTTP ${fact.status} - Array ( [error] => Array ( [message] => ${fact.message} [type] => ${fact.type ?? ''} [param] => [code] => ${fact.code} ) )`,
  'a struct of Go': (fact) =>
    `call failed: &openai.APIError{${Object.entries({
      code: fact.code,
      message: fact.message,
      param: '<nil>',
      type: fact.type ?? '',
      HTTPStatus: `${fact.status} ${PHRASES[fact.status]}`,
      HTTPStatusCode: fact.status,
    })
      .map(([key, one]) => `${title(key)}:${one}`)
      .join(' ')}}`,
  'an error of openai-go': (fact) =>
    `POST "https://${fact.owner === 'route-provider' ? 'contoso.openai.azure.com/openai' : 'api.openai.com'}/v1/responses": ${fact.status} ${PHRASES[fact.status]} ${JSON.stringify(errorOf(fact))}`,
  'an error of go-openai': (fact) =>
    `error, status code: ${fact.status}, status: ${fact.status} ${PHRASES[fact.status]}, message: ${fact.message}`,
  'an object of Java': (fact) =>
    `com.openai.errors.OpenAIServiceException: ${fact.status}: OpenAIError{${Object.entries(
      errorOf(fact),
    )
      .map(([key, one]) => `${key}=${one}`)
      .join(', ')}, additionalProperties={}}`,
  'a data class of Kotlin': (fact) =>
    `com.aallam.openai.api.exception.OpenAIAPIException: status=${fact.status}, error=OpenAIError(detail=OpenAIErrorDetails(${Object.entries(
      errorOf(fact),
    )
      .map(([key, one]) => `${key}=${one}`)
      .join(', ')}))`,
  'an exception of Spring AI': (fact) =>
    `org.springframework.ai.retry.NonTransientAiException: HTTP ${fact.status} - ${json(fact)}`,
  'an exception of .NET': (fact) =>
    `System.ClientModel.ClientResultException: HTTP ${fact.status} (${fact.type ?? ''}: ${fact.code})\n\n${fact.message}\n   at OpenAI.ClientPipelineExtensions.ProcessMessageAsync(ClientPipeline pipeline)`,
  'an exception of the Azure SDK': (fact) =>
    `Azure.RequestFailedException: ${fact.message}\nStatus: ${fact.status} (${PHRASES[fact.status]})\nErrorCode: ${fact.code}`,
  logfmt: (fact) =>
    `time=2026-11-20T08:15:02Z level=error msg="openai call failed" status=${fact.status} error.code=${fact.code} error.type=${fact.type ?? ''} error.message="${fact.message}"`,
  'an exception of LiteLLM': (fact) =>
    `litellm.${fact.name}: ${fact.owner === 'route-provider' ? 'Azure' : 'OpenAI'}Exception - ${json(fact)}`,
  'async-openai': (fact) =>
    `Error: OpenAI ApiError(ApiError { message: "${fact.message}", type: Some("${fact.type ?? ''}"), param: None, code: Some("${fact.code}") })`,
}

/** What a collector, a terminal or a CI service makes of a line. */
const DRESSES: Readonly<Record<string, (log: string) => string>> = {
  plain: (log) => log,
  'GitHub timestamps': (log) => each(log, (line) => `2026-11-20T08:15:02.1234567Z ${line}`),
  'an annotation of GitHub': (log) =>
    each(log, (line) => `2026-11-20T08:15:02.1234567Z ##[error]${line}`),
  'docker compose': (log) => each(log, (line) => `web-1  | ${line}`),
  'kubectl --prefix': (log) => each(log, (line) => `[pod/web-7d4b9c-xk2lp/web] ${line}`),
  'the Container Runtime Interface': (log) =>
    each(log, (line) => `2026-11-20T08:15:02.123456789Z stderr F ${line}`),
  'json-file of docker': (log) =>
    each(log, (line) =>
      JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: '2026-11-20T08:15:02.334Z' }),
    ),
  journalctl: (log) => each(log, (line) => `Nov 20 08:15:02 host app[4711]: ${line}`),
  colours: (log) => each(log, (line) => `\u001b[31m${line}\u001b[39m`),
  'a box of rich': (log) => each(log, (line) => `│ ${line}   │`),
  'Windows line ends': (log) => each(log, (line) => `${line}\r`),
}

function each(log: string, dress: (line: string) => string): string {
  return log
    .split('\n')
    .map((line) => dress(line))
    .join('\n')
}

/** Without the status itself the owner still follows from the code. */
const NO_STATUS = /async-openai/

describe.each(Object.entries(FORMATS))('%s', (format, write) => {
  test.each(FACTS)('$status $code is for $owner, in every dress', async (fact) => {
    const wrong: string[] = []
    for (const [name, dress] of Object.entries(DRESSES)) {
      const { verdict, incidents } = await explain([
        Buffer.from(`started\n${dress(write(fact))}\nended\n`),
      ])
      const [incident] = incidents
      const right =
        verdict.owner === fact.owner &&
        (NO_STATUS.test(format) || incident?.httpStatus === fact.status)
      if (!right || incidents.length !== 1)
        wrong.push(
          `${name}: ${verdict.owner} ${incident?.httpStatus} ${verdict.code} × ${incidents.length}`,
        )
    }
    expect(wrong).toEqual([])
  })
})

describe('lines that a terminal broke', () => {
  const LINES: readonly (readonly [Owner, string])[] = [
    ...FACTS.map((fact) => [fact.owner, python(fact)] as const),
    [
      'connection-path',
      'openai.APIConnectionError: Connection error. Caused by httpx.ConnectError: [Errno 111] Connection refused',
    ],
    [
      'connection-path',
      'Error: getaddrinfo ENOTFOUND api.openai.com (POST https://api.openai.com/v1/responses)',
    ],
    [
      'connection-path',
      'httpx.ConnectError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006) for https://api.openai.com/v1/responses',
    ],
  ]

  test.each(LINES)('%s at every column: %s', async (owner, line) => {
    const wrong: string[] = []
    for (let column = 24; column < line.length; column += 1) {
      const broken = line.match(new RegExp(`.{1,${column}}`, 'g'))?.join('\n') ?? ''
      const { verdict } = await explain([Buffer.from(`start\n${broken}\nend\n`)])
      if (verdict.owner !== owner) wrong.push(`${column}: ${verdict.owner} ${verdict.code}`)
    }
    expect(wrong).toEqual([])
  })

  test.each(LINES)('%s between words: %s', async (owner, line) => {
    const wrong: string[] = []
    for (let column = 24; column < line.length; column += 7) {
      const broken = line.replaceAll(new RegExp(`(.{1,${column}})(?: |$)`, 'g'), '$1\n')
      const { verdict } = await explain([Buffer.from(`start\n${broken}end\n`)])
      if (verdict.owner !== owner) wrong.push(`${column}: ${verdict.owner} ${verdict.code}`)
    }
    expect(wrong).toEqual([])
  })
})
