/** The handshake works; what comes back is not a whole answer, or not the API's. */
import type { Code } from '../../src/model/index.ts'
import { breakAfterRequest, breakInBody } from '../loopback/faults.ts'
import {
  answerBeforeRequest,
  answerWith,
  bodyNeverComes,
  continueForever,
  drippingBody,
  drippingHead,
  endlessBody,
  endlessEarlyHints,
  gzipBomb,
  gzipCorrupt,
  headerBomb,
  NOT_HTTP,
} from '../lab/http-faults.ts'
import {
  blueCoatNotify,
  challengeCloudflare,
  edgeCode,
  fortiguardBlocked,
  html,
  html403Cloudflare,
  json,
  mcafeeBlocked,
  namelessBlocked,
  paloAltoBlocked,
  portal200,
  portal511,
  portalRedirect,
  redirect,
  text,
  umbrellaBlocked,
  umbrellaRedirect,
  zscalerBlocked,
  zscalerLogin,
} from '../loopback/replies.ts'
import type { LoopbackReply } from '../loopback/replies.ts'
import { atMost, broken, direct, saysAll } from './loopback.ts'
import { fails, path } from './scenario.ts'
import type { Expected, Scenario } from './scenario.ts'

/** The connection is fine, and this is what comes back for everything that is asked. */
export function answered(
  id: string,
  title: string,
  reply: LoopbackReply,
  expect: Expected,
  says: readonly (string | RegExp)[] = [],
  route: (port: number) => Readonly<Record<string, string>> = direct,
): Scenario {
  return {
    id,
    title,
    needs: 'loopback',
    expect,
    async arrange(lab) {
      const api = await lab.api({ answers: { '*': reply } })
      return {
        flags: route(api.port),
        complaints: (ran) => [
          ...saysAll(ran, ...says),
          // One real request, and one of the other family where the path is unknown; further
          // questions carry no credentials.
          ...atMost(
            'requests with credentials',
            api.requests.filter(({ headers }) => headers['authorization'] ?? headers['api-key'])
              .length,
            reply.status === 404 ? 2 : 1,
          ),
        ],
      }
    },
  }
}

function http(code: Code): Expected {
  return path('http', code, 'tls')
}

const INTERCEPTED = http('http.intercepted')
const INVALID = http('http.response.invalid')
const ONLY_HTTP2: Expected = { ...http('http.version_mismatch'), owner: 'request' }
/** Well-formed HTTP without the API's object in it. */
const NO_ANSWER = path('answer', 'http.response.invalid', 'http')

const PAGES: readonly (readonly [string, string, LoopbackReply, RegExp])[] = [
  ['zscaler', 'A block page of Zscaler', zscalerBlocked(), /Zscaler/i],
  ['fortiguard', 'A block page of FortiGuard', fortiguardBlocked(), /Forti/i],
  ['palo-alto', 'A block page of Palo Alto Networks', paloAltoBlocked(), /Palo Alto/i],
  ['umbrella', 'A block page of Cisco Umbrella', umbrellaBlocked(), /Umbrella|Cisco/i],
  ['mcafee', 'A block page of McAfee Web Gateway', mcafeeBlocked(), /McAfee|Skyhigh/i],
  ['nameless', 'A block page without a name', namelessBlocked(), /./],
]

export const HTTP: readonly Scenario[] = [
  ...PAGES.map(([name, title, reply, says]) =>
    answered(`HTTP04-${name}`, title, reply, INTERCEPTED, [says]),
  ),
  answered('HTTP04-511', 'The network wants a login, status 511', portal511(), INTERCEPTED),
  answered('HTTP05', 'A captive portal redirects', portalRedirect(), INTERCEPTED),
  answered('HTTP05-zscaler', 'Zscaler redirects to its login', zscalerLogin(), INTERCEPTED, [
    /Zscaler/i,
  ]),
  answered(
    'HTTP05-umbrella',
    'Cisco Umbrella redirects to its page',
    umbrellaRedirect(),
    INTERCEPTED,
    [/Umbrella|OpenDNS/i],
  ),
  answered('HTTP05-bluecoat', 'Blue Coat redirects to its page', blueCoatNotify(), INTERCEPTED, [
    /Blue ?Coat|Symantec/i,
  ]),
  answered('HTTP06', 'A captive portal says 200 with a login page', portal200(), INTERCEPTED),
  {
    id: 'HTTP07',
    title: 'The server redirects to itself for ever',
    needs: 'loopback',
    expect: path('http', 'http.response.redirect_loop', 'tls'),
    async arrange(lab) {
      const api = await lab.api({ answers: { '*': redirect(307, '/v1/responses') } })
      return {
        flags: direct(api.port),
        complaints: () => atMost('requests', api.requests.length, 8),
      }
    },
  },
  broken(
    'HTTP12',
    'The head never comes',
    () => breakAfterRequest('silence'),
    http('http.timed_out'),
    {
      oneAttempt: true,
    },
  ),
  broken('HTTP13', 'The head comes a byte at a time', () => drippingHead(), http('http.timed_out')),
  broken('HTTP14', 'The body never comes', () => bodyNeverComes(), http('http.body_timed_out')),
  broken(
    'HTTP15',
    'The body comes a byte at a time',
    () => drippingBody(),
    http('http.body_timed_out'),
  ),
  broken(
    'HTTP16',
    'A close answers the request',
    () => breakAfterRequest('fin'),
    http('http.closed'),
  ),
  broken(
    'HTTP17',
    'A reset answers the request',
    () => breakAfterRequest('reset'),
    http('http.reset'),
  ),
  broken(
    'HTTP18',
    'The body is cut short of its length',
    () => breakInBody('fin'),
    http('http.body_incomplete'),
  ),
  broken(
    'HTTP18-chunked',
    'The chunked body is cut before its end',
    () => breakInBody('fin', 'chunked'),
    http('http.body_incomplete'),
  ),
  broken(
    'HTTP19',
    'The connection is reset in the middle of the body',
    () => breakInBody('reset'),
    http('http.body_incomplete'),
  ),
  broken(
    'HTTP14-stall',
    'The body stops in the middle',
    () => breakInBody('silence'),
    http('http.body_timed_out'),
  ),
  ...Object.entries(NOT_HTTP).map(([kind, bytes]) =>
    broken(
      `HTTP20-${kind}`,
      `The answer is not HTTP: ${kind}`,
      () => answerWith(bytes),
      kind === 'h2-preface' ? ONLY_HTTP2 : INVALID,
    ),
  ),
  broken('HTTP24', 'A header of 64 KiB', () => headerBomb(), http('http.headers_overflow')),
  broken('HTTP25', 'Early hints without end', () => endlessEarlyHints(), http('http.timed_out')),
  broken('HTTP25-100', '100 Continue and nothing more', () => continueForever(), INVALID),
  broken('HTTP27', 'A gzip bomb of 64 MiB', () => gzipBomb(), NO_ANSWER),
  broken('HTTP28', 'The body says gzip and is not', () => gzipCorrupt(), INVALID),
  broken('HTTP29', 'The body has no end', () => endlessBody(), NO_ANSWER),
  answered('HTTP30-empty', 'An empty 200', { status: 200 }, NO_ANSWER),
  answered('HTTP30-204', 'Status 204', { status: 204 }, NO_ANSWER),
  answered(
    'HTTP30-truncated',
    'Half of a JSON object',
    json200('{"object":"response","out'),
    NO_ANSWER,
  ),
  answered(
    'HTTP30-shape',
    'JSON of something else',
    json(200, { status: 'ok' }),
    fails('request', 'answer', 'http.response.invalid', 'http'),
  ),
  answered('HTTP30-text', 'A 200 in plain text', text(200, 'OK'), NO_ANSWER),
  broken(
    'HTTP35',
    'An answer comes before the request',
    () => answerBeforeRequest(),
    // Under a private root nothing of it is OpenAI's: whoever holds that root answered.
    http('http.intercepted'),
  ),
  answered(
    'HTTP03',
    'The edge blocks this address',
    html403Cloudflare(),
    http('http.edge_blocked'),
    [/Cloudflare|edge/i],
  ),
  answered(
    'HTTP03-challenge',
    'The edge wants a browser',
    challengeCloudflare(),
    http('http.edge_challenged'),
  ),
  answered(
    'HTTP03-1020',
    'A firewall rule of the edge',
    edgeCode(403, 1020),
    http('http.edge_blocked'),
  ),
  answered(
    'HTTP04-404',
    'A web server of somebody else',
    html(404, '<html><title>404 Not Found</title></html>', { server: 'Apache' }),
    INTERCEPTED,
  ),
]

function json200(body: string): LoopbackReply {
  return { status: 200, headers: { 'content-type': 'application/json' }, body }
}
