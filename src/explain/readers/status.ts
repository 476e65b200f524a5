import { entryOf } from '../../model/index.ts'
import type { Reading } from '../evidence-piece.ts'
import { describing, says, tells, type Signature } from './signature.ts'

/** Classes that a status has in the SDKs (openai-python and openai-node, error.py / error.ts). */
const CLASS_STATUS: Readonly<Record<string, number>> = {
  BadRequestError: 400,
  InvalidRequestError: 400,
  AuthenticationError: 401,
  PermissionDeniedError: 403,
  PermissionError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  UnprocessableEntityError: 422,
  RateLimitError: 429,
  ServiceUnavailableError: 503,
  InternalServerError: 500,
  InsufficientQuotaError: 429,
  BadRequestException: 400,
  UnauthorizedException: 401,
  PermissionDeniedException: 403,
  NotFoundException: 404,
  UnprocessableEntityException: 422,
  RateLimitException: 429,
  InternalServerException: 500,
}

const PHRASES =
  'Bad Request|Unauthorized|Payment Required|Forbidden|(?:Resource )?Not Found|Method Not Allowed|Request Timeout|Conflict|Payload Too Large|Unprocessable (?:Entity|Content)|Too Many Requests|Internal Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out'

/** The statuses that are searched for behind a word that is too short alone. */
const SHOWN =
  '400 401 402 403 404 405 408 409 413 415 422 424 429 500 501 502 503 504 520 521 522 523 524 529 530'.split(
    ' ',
  )

/** RFC 9110 §15. */
const REASONS: readonly (readonly [string, number])[] = [
  ['Bad Request', 400],
  ['Unauthorized', 401],
  ['Payment Required', 402],
  ['Forbidden', 403],
  ['Not Found', 404],
  ['Too Many Requests', 429],
  ['Internal Server Error', 500],
  ['Bad Gateway', 502],
  ['Service Unavailable', 503],
  ['Gateway Timeout', 504],
]

/** Statuses in the shapes in which clients print them. Only 3xx to 5xx are failures. */
export const STATUS: readonly Signature[] = [
  // openai-python ≥ 1, LiteLLM, LlamaIndex
  tells('error code: ', /\b[Ee]rror code: ([3-5]\d\d)\b/, ([, status]) => http(status)),
  // A class with the reason phrase alone
  tells(
    REASONS.map(([phrase]) => `: ${phrase.toLowerCase()}`),
    new RegExp(
      String.raw`\b\w{0,40}(?:Error|Exception|Last error)\]?: (${REASONS.map(([phrase]) => phrase).join('|')})\b`,
    ),
    ([, phrase]) => http(String(REASONS.find(([name]) => name === phrase)?.[1])),
  ),
  // openai-node: `401 Incorrect API key provided`, `403 status code (no body)`
  tells('status code (no body)', /\b([3-5]\d\d) status code \(no body\)/, ([, status]) =>
    http(status),
  ),
  tells(
    ['error: 4', 'error: 5', 'error]: 4', 'error]: 5'],
    /\b\w{0,40}(?:Error|Exception)(?:\])?: ([45]\d\d) (?=\S)/,
    ([, status]) => http(status),
  ),
  tells(
    [
      ...SHOWN.map((status) => `http ${status}`),
      'http status',
      'http code',
      'http error',
      'http response code',
      'status: 4',
      'status: 5',
      'status:4',
      'status:5',
      'status code',
      'statuscode',
      'status_code',
      'status=4',
      'status=5',
      "status': 4",
      "status': 5",
      'status":4',
      'status":5',
      'status": 4',
      'status": 5',
      'httpstatus',
      'response code',
      'http_status',
    ],
    /\b(?:HTTP(?:\/[\d.]{1,3})?|HTTP[ _]?[Ss]tatus(?: [Cc]ode)?|HTTP (?:[Cc]ode|[Ee]rror|[Rr]esponse [Cc]ode)|[Ss]tatus(?:[ _]?[Cc]ode)?|[Rr]esponse (?:status )?code)(?: (?:of|was|is))?['"]?\s{0,2}[:=]?\s{0,2}['"(]?([3-5]\d\d)\b/,
    ([, status]) => http(status),
  ),
  tells('statuscode=', /\bstatusCode=([3-5]\d\d)\b/, ([, status]) => http(status)),
  // httpx and requests
  tells(
    ["client error '", "server error '"],
    /\b(?:Client|Server) [Ee]rror '([3-5]\d\d) /,
    ([, status]) => http(status),
  ),
  tells(
    ['client error:', 'server error:'],
    /\b([45]\d\d) (?:Client|Server) Error: /,
    ([, status]) => http(status),
  ),
  tells(
    ['"http/1.1 3', '"http/1.1 4', '"http/1.1 5', '"http/2 4', '"http/2 5', '"http/2 3'],
    /HTTP Request: ([A-Z]{3,7}) (\S{8,500}) "HTTP\/[\d.]{1,3} (\d{3})/,
    ([, , , status]) => statusOrSuccess(status),
  ),
  // urllib3 at debug level
  tells(
    [':443 "post', ':443 "get'],
    /:443 "(?:GET|POST) \/[^"\s]{0,300}(?: HTTP\/[\d.]{1,3})?" ([2-5]\d\d)\b/,
    ([, status]) => statusOrSuccess(status),
  ),

  // Default pages: the block counts, the page itself is read as a body
  tells(
    [
      '<title>4',
      '<title>5',
      ...['500', '502', '503', '504', '520', '521', '522', '523', '524'].map(
        (one) => ` | ${one}: `,
      ),
    ],
    /<title>\s?(?:[\w.-]{1,80} \| )?([45]\d\d)\b/i,
    ([, status]) => http(status),
  ),
  // Java, Spring, OkHttp, .NET, Go
  tells(['does not indicate success'], /does not indicate success: ([3-5]\d\d)/, ([, status]) =>
    http(status),
  ),
  tells(
    [
      '400 bad request',
      '401 unauthorized',
      '402 payment',
      '403 forbidden',
      '404 not found',
      '404 resource',
      '405 method',
      '408 request',
      '409 conflict',
      '413 payload',
      '422 unprocessable',
      '429 too many',
      '500 internal',
      '502 bad gateway',
      '503 service',
      '504 gateway',
    ],
    new RegExp(String.raw`\b([45]\d\d) (?:${PHRASES})\b`, 'i'),
    ([, status]) => http(status),
  ),
  tells(
    ['code: ', 'code ', 'code=', 'code:'].flatMap((before) =>
      SHOWN.map((status) => `${before}${status}`),
    ),
    /\b(?:error|response|status|http)[, ]{0,2}(?:status )?code ?[:=]? ?([45]\d\d)\b/i,
    ([, status]) => http(status),
  ),

  // The class of an SDK says the status where nothing else does
  tells(
    Object.keys(CLASS_STATUS).map((name) => name.toLowerCase()),
    new RegExp(String.raw`\b(${Object.keys(CLASS_STATUS).join('|')})\b(?!\()`),
    ([, name = '']) => {
      const status = entryOf(CLASS_STATUS, name)
      return status === undefined ? undefined : { kind: 'class', name, status }
    },
  ),

  // Success: said so that a log without failures is not called unknown
  describing(says('"http/1.1 200 ok"', /"HTTP\/1\.1 200 OK"/, { kind: 'success', status: 200 })),
]

function http(status: string | undefined): Reading | undefined {
  const number = Number(status)
  return number >= 300 && number <= 599 ? { kind: 'status', status: number } : undefined
}

function statusOrSuccess(status: string | undefined): Reading | undefined {
  const number = Number(status)
  return number >= 200 && number < 300 ? { kind: 'success', status: number } : http(status)
}
