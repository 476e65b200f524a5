import { entryOf } from '../../model/index.ts'
import type { Reading } from '../evidence-piece.ts'
import { from, type Row } from './row.ts'
import { statusOrSuccess } from './transport.ts'

const connection: Reading = { kind: 'wrapper', says: 'connection', sdk: true }
const timeout: Reading = { kind: 'wrapper', says: 'timeout', sdk: true }

/** Statuses by the class or the name that a client library gives them. */
const CLASSES: Readonly<Record<string, number>> = {
  // openai-python ≥ 1 src/openai/_exceptions.py, openai-node src/core/error.ts, openai-ruby lib/openai/errors.rb
  BadRequestError: 400,
  AuthenticationError: 401,
  PermissionDeniedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  UnprocessableEntityError: 422,
  RateLimitError: 429,
  InternalServerError: 500,
  // openai-python < 1 openai/error.py
  InvalidRequestError: 400,
  PermissionError: 403,
  ServiceUnavailableError: 503,
  // openai-java com/openai/errors, langchain4j dev/langchain4j/exception, openai-kotlin
  BadRequestException: 400,
  InvalidRequestException: 400,
  UnauthorizedException: 401,
  AuthenticationException: 401,
  PermissionDeniedException: 403,
  NotFoundException: 404,
  ModelNotFoundException: 404,
  UnprocessableEntityException: 422,
  RateLimitException: 429,
  InternalServerException: 500,
  // LiteLLM litellm/exceptions.py
  BadGatewayError: 502,
  ContextWindowExceededError: 400,
  ContentPolicyViolationError: 400,
  BudgetExceededError: 400,
  UnsupportedParamsError: 400,
  // LangChain.js libs/langchain-openai/src/utils/client.ts
  InsufficientQuotaError: 429,
  // @langchain/core 1.4 dist/errors
  ContextOverflowError: 400,
  // Vercel AI SDK packages/gateway/src/errors
  GatewayAuthenticationError: 401,
  GatewayInvalidRequestError: 400,
  GatewayRateLimitError: 429,
  GatewayForbiddenError: 403,
  GatewayNotFoundError: 404,
  GatewayModelNotFoundError: 404,
  GatewayFailedDependencyError: 424,
  GatewayInternalServerError: 500,
  GatewayResponseError: 502,
  // Faraday lib/faraday/error.rb
  UnauthorizedError: 401,
  ResourceNotFound: 404,
  RequestTimeoutError: 408,
  ForbiddenError: 403,
  TooManyRequestsError: 429,
}
/** A class of the language itself has the same name; it counts only behind its library's. */
const QUALIFIED =
  'PermissionError|ResourceNotFound|RequestTimeoutError|ConflictError|NotFoundError|AuthenticationException|NotFoundException|ForbiddenError|UnauthorizedError'

/** Codes that LangChain adds to an error (docs: troubleshooting/errors). */
const LANGCHAIN: Readonly<Record<string, number>> = {
  MODEL_AUTHENTICATION: 401,
  MODEL_NOT_FOUND: 404,
  MODEL_RATE_LIMIT: 429,
  INVALID_PROMPT_INPUT: 400,
  INVALID_TOOL_RESULTS: 400,
}
const LANGCHAIN_CODE = Object.keys(LANGCHAIN).join('|')

/** RFC 9110 §15. */
const PHRASES: Readonly<Record<string, number>> = {
  'bad request': 400,
  unauthorized: 401,
  'payment required': 402,
  forbidden: 403,
  'not found': 404,
  'resource not found': 404,
  'method not allowed': 405,
  'request timeout': 408,
  conflict: 409,
  'payload too large': 413,
  'unprocessable entity': 422,
  'unprocessable content': 422,
  'too many requests': 429,
  'internal server error': 500,
  'bad gateway': 502,
  'service unavailable': 503,
  'service temporarily unavailable': 503,
  'gateway timeout': 504,
  'gateway time-out': 504,
}
const PHRASE = Object.keys(PHRASES).join('|').replaceAll(' ', '[ _]')

/** Words of an SDK that say only that no answer came: what lies under them decides. */
const WRAPPERS: readonly Row[] = [
  ...from('openai-python 2.8, openai-node 7.59, openai-ruby 0.35: APIConnectionError', [
    [/\bConnection error\./, connection],
    [/\bAPIConnectionError\b(?! ?\()/i, connection],
    [/\bAPI(?:Connection)?TimeoutError\b|\bRequest timed out\./, timeout],
  ]),
  ...from('openai-python 0.28 openai/error.py, openai/api_requestor.py', [
    [/Error communicating with OpenAI/i, connection],
    [/\bopenai\.error\.(?:Timeout|TryAgain)\b/, timeout],
  ]),
  ...from('openai-java 4.8 com/openai/errors; langchain4j 1.8; openai-kotlin 4; openai-php 0.18', [
    [/\bOpenAIIoException\b|\bOpenAIRetryableException\b|\bGenericIOException\b/, connection],
    [/\bOpenAITimeoutException\b|\bdev\.langchain4j\.exception\.TimeoutException\b/, timeout],
    [/\bOpenAI\\Exceptions\\TransporterException\b/, connection],
  ]),
  ...from('LiteLLM 1.79 litellm/exceptions.py', [
    [/\blitellm\.(?:exceptions\.)?Timeout\b/, timeout],
  ]),
  ...from(
    'azure-core 0600e5f (Python) exceptions.py; @azure/core-rest-pipeline 1.24 restError (run)',
    [
      [
        /\bazure\.core\.exceptions\.Service(?:Request|Response)(Timeout)?Error\b/,
        ([, timer]) => ({ kind: 'wrapper', says: timer === undefined ? 'connection' : 'timeout' }),
      ],
      [/\bREQUEST_SEND_ERROR\b/, { kind: 'wrapper', says: 'connection' }],
      [/\bRejecting from abort signal callback\b/, { kind: 'wrapper', says: 'timeout' }],
    ],
  ),
  ...from(
    'azure-sdk-for-net ResponseBodyPolicy.cs of Azure.Core and System.ClientModel, read 2026-11',
    [[/\bbecause it exceeded the configured timeout of\b/, timeout]],
  ),
  ...from(
    'Spring Framework 6 DefaultRestClient.java, RestTemplate.java, WebClientRequestException.java, read 2026-11',
    [
      [
        /\bI\/O error on [A-Z]{3,7} request for "[^"\s]{1,300}": (Request cancelled|[Tt]imeout)?/,
        ([, timer]) => ({ kind: 'wrapper', says: timer === undefined ? 'connection' : 'timeout' }),
      ],
      [/\bWebClientRequestException\b/, { kind: 'wrapper', says: 'connection' }],
    ],
  ),
  ...from('Fetch standard; undici 8.13; axios 1.12; reqwest 0.12; Vercel AI SDK 5', [
    [/\bfetch failed\b|AxiosError: Network Error/, connection],
    [/error sending request for url/, connection],
    [
      /TypeError: Network request failed|\bWebSocket connection to '[^'\s]{4,300}' failed\b|\bCould not connect to ["'‘“]?wss?:|\b(?:close code|closed(?: with)? (?:code|status)|code)[ =:]{1,2}1006\b/,
      { kind: 'wrapper', says: 'connection' },
    ],
    [
      /\bConnection error\b|\bNetwork Error\b|\bFailed to fetch\b|Cannot connect to API/i,
      { kind: 'wrapper', says: 'connection' },
    ],
    [
      /AbortError: (?:The|This) operation was aborted|aborted due to timeout|\bUND_ERR_ABORTED\b/i,
      { kind: 'wrapper', says: 'timeout' },
    ],
  ]),
  ...from('ollama-python 0.6 _client.py', [[/\bFailed to connect to Ollama\b/, connection]]),
  ...from('.NET 9 TaskCanceledException; Go 1.25 context; CPython 3.14 asyncio', [
    [/A task was canceled/, { kind: 'wrapper', says: 'timeout' }],
    [/context deadline exceeded/i, { kind: 'wrapper', says: 'timeout' }],
    [
      /^TimeoutError$|\basyncio\.(?:exceptions\.)?TimeoutError\b|\bRequest timed out\b/i,
      { kind: 'wrapper', says: 'timeout' },
    ],
    [/: timed out$/i, { kind: 'wrapper', says: 'timeout' }],
  ]),
  ...from('openai-python 2.8 _base_client.py; tenacity 9; backoff 2', [
    [
      /\bRetrying (?:request|langchain|llama_index|[\w.<>]{1,200} in)\b|\bretrying\b[^\n]{0,60}\bin \d|\battempt \d{1,3}(?:\/| of )\d{1,3}/i,
      { kind: 'retry' },
      'describes',
    ],
  ]),
]

/** Statuses in the shapes in which clients print them. Only 3xx to 5xx are failures. */
const STATUS: readonly Row[] = [
  ...from('ws 8 lib/websocket.js, Chromium 142, aiohttp 3.13, Dart 3 io, websockets 15', [
    [/\bUnexpected (?:server response|response code): ([3-5]\d\d)\b/, http],
    [/\bWSServerHandshakeError: ([3-5]\d\d)\b/, http],
    [/\bnot upgraded to websocket, HTTP (?:status )?code: ([3-5]\d\d)\b/, http],
    [/\bserver rejected WebSocket connection: HTTP ([3-5]\d\d)\b/, http],
  ]),
  ...from('openai-python 0.28 openai/error.py __str__', [
    [/(?:^|[}.] )\s{0,2}([45]\d\d) \{'(?:error|message|detail)'/, http],
  ]),
  ...from('openai-python 2.8 _base_client.py; openai-node 7.59 core/error.ts', [
    [/\bError code: ([3-5]\d\d)\b/i, http],
    [
      /\b([3-5]\d\d) status code \(no body\)/,
      ([, status]) => [
        ...[http(['', status]) ?? []].flat(),
        { kind: 'product', product: 'library' },
      ],
    ],
    [
      /(?:^|[\s|])\[?([45]\d\d)\]?:?(?: [A-Z][\w ]{2,30})? (?:\{["'](?:errors?|detail|message|success|object|code|type)["']: ?|<!doctype html|<html>)/i,
      http,
    ],
    [/\b\w{0,40}(?:Error|Exception)(?:\])?: ([45]\d\d)(?=:? \S| ?$| -)/, http],
    // azure-core 0600e5f (Python) exceptions.py: the code of the error object in brackets.
    [
      /\b(?:HttpResponse|ClientAuthentication|Resource\w{5,12})Error: \((?:([45]\d\d)|([A-Za-z]\w{4,60}))\) /,
      ([, status, code]) => (code === undefined ? http(['', status]) : { kind: 'api-code', code }),
    ],
  ]),
  ...from('RFC 9110 §15 reason phrases behind a class or a number', [
    [
      new RegExp(String.raw`\b\w{0,40}(?:Error|Exception|Last error)\]?: (${PHRASE})\b`, 'i'),
      ([, phrase = '']) => http(['', phraseStatus(phrase)]),
    ],
    [new RegExp(String.raw`\b([45]\d\d)(?:,? (?:-|–)? ?"?| ")(?:${PHRASE})\b`, 'i'), http],
    [
      new RegExp(
        String.raw`\b(?:status|statuscode|code)['":=. ]{1,4}(${PHRASE.replaceAll('[ _]', '[ _]?')})\b`,
        'i',
      ),
      ([, phrase = '']) => http(['', phraseStatus(phrase)]),
    ],
  ]),
  ...from('httpx 0.28, requests 2.32 raise_for_status; urllib3 2.5 connectionpool.py', [
    [/\b(?:Client|Server) [Ee]rror '([3-5]\d\d) /, http],
    [/\b([45]\d\d) (?:Client|Server) Error: /, http],
    [/(?<=HTTP Request: [A-Z]{3,7} \S{8,500} )"HTTP\/(?:1\.[01]|2|3) ([345]\d\d)/, http],
    [
      /:443 "(?:GET|POST) \/[^"\s]{0,300}(?: HTTP\/[\d.]{1,3})?" ([2-5]\d\d)\b/,
      ([, status]) => statusOrSuccess(Number(status)),
    ],
    [/"HTTP\/[\d.]{1,3} (200) OK"/, { kind: 'success', status: 200 }, 'describes'],
  ]),
  // Any language: a name for the status, a separator, the number.
  ...from(
    'a status field in JSON (RFC 8259), Python 3 repr, Ruby 3 inspect, Go 1 %+v, Java toString, logfmt',
    [
      [
        /(?:\bstatus(?:[ _]?code)?|\bhttp_?(?:status|code)(?:_?code)?|\bresponse_?(?:status|code))\\{0,3}['"]?\s{0,2}(?:=>|[:=])\s{0,2}\\{0,3}['"(]?([3-5]\d\d)\b/i,
        http,
        'describes',
      ],
      [
        /\b(?:HTTP(?:\/[\d.]{1,3})?|HTTP[ _]?status(?: code)?|HTTP (?:code|error|response code)|status(?: code)?|response (?:status )?code)(?: (?:of|was|is))? ?['"(]?([3-5]\d\d)\b/i,
        http,
        'describes',
      ],
      [
        /\b(?:error|response|status|http)[, ]{0,2}(?:status )?code ?[:=]? ?([45]\d\d)\b/i,
        http,
        'describes',
      ],
      [/ http=([45]\d\d)\b/, http, 'describes'],
      [/"http":\s{0,2}\{\s{0,4}"code":\s{0,2}([45]\d\d)\b/, http, 'describes'],
    ],
  ),
  ...from(
    'Spring AI fd3fd6e RetryUtils; Spring Framework 6.2 HttpClientErrorException; Retrofit 2.12; OpenJDK 24 HttpRetryException',
    [
      // It streams the request, so it cannot answer the 401 that came.
      [/cannot retry due to server authentication/, { kind: 'status', status: 401 }],
      [/\b(?:Non)?TransientAiException: (?:HTTP )?([45]\d\d)\b/, http],
      [
        /\bHTTP (400|401|402|403|404|405|406|408|409|413|415|422|424|429|500|501|502|503|504|520|521|522|523|524|529|530)(?= -| $|$)/,
        http,
      ],
      [/\bclient error ([45]\d\d)\b/i, http],
    ],
  ),
  ...from('.NET 9 HttpResponseMessage; System.ClientModel 1.8 ClientResultException', [
    [/does not indicate success: ([3-5]\d\d)/, http],
    [/(?:^\s{0,8}|\\n)Status: ([45]\d\d) \(/, http],
    [/remote server returned an error: \(([45]\d\d)\)/i, http],
  ]),
  ...from(
    'Cloudflare error pages developers.cloudflare.com/support/troubleshooting/http-status-codes, nginx 1.29, Apache 2.4',
    [
      [/<title>(?:Error )?([45]\d\d)\b/i, http],
      [/ \| (5[02]\d): /, http],
      // openai-node puts the status before the text of a page, openai-python a dash.
      [/\b([45]\d\d) (?:- )?error code: (?:1[0-2]\d\d|5[0-3]\d)\b/, http],
      [/^error code: (5[23]\d)$/, http],
      [
        /(?<=(?:[:"'-]|\b[45]\d\d) ?)error code: (?:10(?:[01]\d|2[0-5]|3[3-7])|110[1-4]|1200|5[0-3]\d)\b/,
        ([text]) => ({ kind: 'text', text }),
      ],
    ],
  ),
]

function http([, status]: readonly (string | undefined)[]): Reading | undefined {
  const number = Number(status)
  return number >= 300 && number <= 599 ? { kind: 'status', status: number } : undefined
}

function phraseStatus(phrase: string): string {
  const plain = phrase.toLowerCase().replaceAll('_', ' ')
  const found = Object.entries(PHRASES).find(
    ([name]) => name === plain || name.replaceAll(' ', '') === plain.replaceAll(' ', ''),
  )
  return String(found?.[1] ?? '')
}

const PLAIN_CLASSES = Object.keys(CLASSES).filter((name) => !QUALIFIED.split('|').includes(name))

/** The class of an SDK says the status where nothing else does. */
const CLASS_ROWS: readonly Row[] = [
  ...from(
    'openai-python 2.8, openai-node 7.59, openai-java 4.8, openai-php eace7a5, LiteLLM 1.79 (002b24d exception_mapping_utils.py), @langchain/openai 1.5 (run), AI SDK 6 (run): files at CLASSES',
    [
      // Monolog writes a class with its own code; LiteLLM calls a failed connection an InternalServerError.
      [
        new RegExp(
          String.raw`\b(${PLAIN_CLASSES.join('|')})\b(?!\((?!code: )|[^\n]{0,90} - (?:Connection error|Request timed out)\.)`,
        ),
        classOf,
      ],
      [
        new RegExp(
          String.raw`\b(?:openai|litellm|langchain4j|faraday|com\.aallam)\S{0,40}?(?:\.|::|\\)(${QUALIFIED})\b(?!\()`,
          'i',
        ),
        classOf,
      ],
      [
        new RegExp(
          String.raw`(?:^|[\s('"[:])(NotFoundError|AuthenticationException|PermissionError)\b(?=[:\]] )`,
        ),
        classOf,
      ],
      [
        new RegExp(
          String.raw`\blc_error_code['"]?: ?['"](${LANGCHAIN_CODE})|\/errors\/(${LANGCHAIN_CODE})\b`,
        ),
        ([, a, b]) => {
          const status = entryOf(LANGCHAIN, a ?? b ?? '')
          return status === undefined ? undefined : { kind: 'class', name: a ?? b ?? '', status }
        },
      ],
      [/\bOpenAiHttpException\b/, { kind: 'class', name: 'OpenAiHttpException' }],
      [
        /\bRate limited on the OpenAI\b|\bRequest rate limit has been exceeded\b/,
        { kind: 'class', name: 'RateLimitError', status: 429 },
      ],
    ],
  ),
]

function classOf([, name = '']: RegExpExecArray): Reading | undefined {
  const status = entryOf(
    CLASSES,
    Object.keys(CLASSES).find((one) => one.toLowerCase() === name.toLowerCase()) ?? '',
  )
  return status === undefined ? undefined : { kind: 'class', name, status }
}

/** Which library or service speaks: finds the route, tells foreign errors from ours. */
const PRODUCTS: readonly Row[] = from('product names as of 2026-11', [
  [/\bopenai\b|OpenAI|\bOpenai\b/, { kind: 'product', product: 'openai' }, 'describes'],
  [
    /node_modules\/ai\/|\bAIStream\b|\bsemantic_?kernel\b|\bspringframework\.ai\b|\bspring-ai\b|\blangchain4?j?\b|\bllama_?index\b|\bollama\b|\bAI_(?:APICall|Retry|LoadAPIKey|NoSuchModel)Error\b/i,
    { kind: 'product', product: 'library' },
    'describes',
  ],
  [
    /AzureOpenAI|Azure OpenAI|Azure\.(?:RequestFailed|AI)|azure_openai|AZURE_OPENAI|apim-request-id|AzureException|azure\.core|\bprovider: azure\b/i,
    { kind: 'product', product: 'azure' },
    'describes',
  ],
  [
    /\blitellm\.(?:proxy|ai)\b|Received Model Group=|LiteLLM Proxy|LiteLLM Virtual Key/i,
    { kind: 'product', product: 'litellm' },
    'describes',
  ],
  [/openrouter/i, { kind: 'product', product: 'openrouter' }, 'describes'],
  [/\(request id: \d{10,40}\)/, { kind: 'product', product: 'one-api' }, 'describes'],
  [
    /\bGateway(?:Authentication|InvalidRequest|RateLimit|Forbidden|NotFound|ModelNotFound|FailedDependency|InternalServer|Timeout|Response)Error\b/,
    { kind: 'product', product: 'gateway' },
    'describes',
  ],
  [/\{'html-message': |"html-message":/, { kind: 'product', product: 'gateway' }, 'describes'],
])

const SUCCESS: Reading = { kind: 'class', name: 'success', status: 200 }

/** The server answered with a success, and the SDK found none of the API's JSON in it. */
const NOT_THE_API: readonly Row[] = from(
  'Vercel AI SDK 6 provider-utils (run), @azure-rest/core-client sendRequest.ts, azure-core 0600e5f (Python) DecodeError, Spring Framework 6 RestClient, async-openai 0.41 src/error.rs, reqwest-eventsource 0.6 src/error.rs, openai-php eace7a5 UnserializableResponse.php, openai-go 3 internal/requestconfig',
  [
    [
      /\bAI_(?:APICall|Retry)Error\b[^\n]{0,90}Invalid JSON response|\boccurred while parsing the response body - |\bDecodeError: (?:JSON|XML) is invalid|(?:no suitable HttpMessageConverter found for response type|Error while extracting response for type) \[(?:class )?org\.springframework\.ai\.|\bfailed to deserialize api response: error:[^\n]{0,80} content: ?<|\bJSONDeserialize\(Error\([^\n]{0,80}\), " ?<|\bInvalid header value: "text\/|\bOpenAI\\{1,4}Exceptions\\{1,4}UnserializableResponse\b|\bexpected destination type of 'string' or '\[\]byte' for responses with content-type/,
      ([text]) => [SUCCESS, { kind: 'text', text, where: 'page' }],
    ],
    [/\bAI_EmptyResponseBodyError\b/, SUCCESS],
  ],
)

export const SDK: readonly Row[] = [
  ...STATUS,
  ...CLASS_ROWS,
  ...WRAPPERS,
  ...NOT_THE_API,
  ...PRODUCTS,
]
