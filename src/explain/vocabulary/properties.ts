import { given } from '../../model/index.ts'
import { COMMON_CODES, STATUS_OF_CODE } from '../../knowledge/error-codes.ts'
import { endingsOf } from '../../knowledge/hosts.ts'
import { DOCUMENTATION } from '../../knowledge/other-programs.ts'
import { KEPT } from '../../evidence/headers.ts'
import { durationMs } from '../../evidence/limits.ts'
import type { Reading } from '../evidence-piece.ts'
import { from, type Row } from './row.ts'

/**
 * Headers in dumps of responses that say who answered or how much is left. Names of one word are words
 * of any log; `via` needs its colon, below.
 */
const HEADERS = [...KEPT]
  .filter((name) => name.includes('-') || name === 'server')
  .map((name) => name.replace('*', String.raw`[\w-]{1,40}`))

/** Codes and types of the APIs' own, which say enough wherever they stand. */
const TELLING = Object.keys(STATUS_OF_CODE).filter((code) => !COMMON_CODES.has(code))

const NOT_CODES = /^(?:null|none|undefined|true|false|error|number|string|status|http|exit)$/i

/** Fields of errors as inspectors and loggers print them, and where the call went. */
export const PROPERTIES: readonly Row[] = [
  ...from(
    'platform.openai.com/docs/guides/error-codes, learn.microsoft.com Azure OpenAI error codes, 2026-11',
    [
      [
        new RegExp(String.raw`\b(${TELLING.join('|')})\b`),
        ([, code = '']) => ({ kind: 'api-code', code }),
      ],
    ],
  ),
  ...from(
    'the error object of platform.openai.com/docs/api-reference, 2026-11, in JSON, repr, inspect, %+v, toString',
    [
      [
        /\b(?:error[_ .]?)?code\\{0,3}['"]?\s{0,2}(?:=>|[:=])\s{0,2}\\{0,3}['"]?([a-z][a-z\d_]{3,60}|[A-Z][a-z]+[A-Za-z]{3,60})\b['"]?/i,
        ([, code = '']) =>
          /^(?:E[A-Z]{3,}|UND_|ERR_|HPE_)/.test(code) || !/[a-z]/.test(code) || NOT_CODES.test(code)
            ? undefined
            : { kind: 'api-code', code },
        'describes',
      ],
      [
        /\b(?:error_?)?type\\{0,3}['"]?\s{0,2}(?:=>|[:=])\s{0,2}\\{0,3}['"]?([a-z][a-z\d]*(?:_[a-z\d]+){1,6}|tokens|requests)\b/,
        ([, type = '']) =>
          type === 'system_error' || /^(?:input|output|grant|token)_/.test(type)
            ? undefined
            : { kind: 'api-code', type },
        'describes',
      ],
      [
        /\b(?:x-|apim-)?request[ _-]?id['"]?\s{0,2}[:=]?\s{0,2}['"]?((?:req_[\da-f]{12,40})|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\b/i,
        ([, value = '']) => ({ kind: 'request-id', value }),
        'describes',
      ],
      [
        /(?<!will |going to )\b(?:try again|retry(?: (?:your|this) request)?) (?:in|after) ((?:\d{1,7}(?:\.\d{1,6})? ?(?:milliseconds?|seconds?|minutes?|hours?|days?|ms|[smhd])){1,4})(?![a-z\d])/i,
        ([, words = '']) => {
          const units = words.toLowerCase().replaceAll(/ ?(ms|milli|[smhd])[a-z]*/g, '$1')
          const ms = durationMs(units.replaceAll('milli', 'ms'))
          return ms === undefined ? undefined : { kind: 'wait', ms }
        },
        'describes',
      ],
    ],
  ),
  ...from('RFC 9110 header fields of OpenAI, Azure and gateways, 2026-11', [
    [
      new RegExp(
        String.raw`(?<![\w-])['"]?(${HEADERS.join('|')})['"]?\s{0,2}(?:=>|[:=])\s{0,2}['"]?([\w ./:;,=()-]{1,160})`,
        'i',
      ),
      ([, name = '', value = '']) => ({
        kind: 'header',
        name: name.toLowerCase(),
        value: value.trim(),
      }),
      'describes',
    ],
    [
      /(?<![\w-])['"]?via['"]?(?:: |:|=>)['"]?([\w ./:;,=()-]{1,160})/i,
      ([, value = '']) => ({ kind: 'header', name: 'via', value: value.trim() }),
      'describes',
    ],
  ]),
  ...from('RFC 3986; urllib3 2.5, Node.js 24, .NET 9, reqwest 0.12: where the call went', [
    [
      /\b(?:(GET|POST|PUT|DELETE|Post|Get) ["']?)?(https?|wss?):\/\/(?:[^\s@/'"]{1,200}@)?(\[[\da-fA-F:]{2,45}\]|[A-Za-z\d][\w.-]{0,253})(?::(\d{1,5}))?(\/[\w./%~+-]{0,300})?/,
      (match): Reading | undefined => {
        const [, method, scheme, host = '', port, path] = match
        const name = host
          .replace(/[.]$/, '')
          .replace(/^\[(.*)\]$/, '$1')
          .toLowerCase()
        return DOCUMENTATION.test(name) || isToRead(match)
          ? undefined
          : {
              kind: 'host',
              host: name,
              scheme: scheme === 'http' || scheme === 'ws' ? 'http' : 'https',
              ...(port === undefined ? {} : { port: Number(port) }),
              ...given({ path }),
              ...(method === undefined ? {} : { method: method.toUpperCase() }),
            }
      },
      'describes',
    ],
    [
      /\b(?:url|path|base_?url)['"]?: ?['"]((?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,10})((?:\/[\w.-]{1,80}){0,4}\/(?:v1|openai)\/[\w/.-]{1,120})['"]/i,
      ([, host = '', path = '']) => ({
        kind: 'host',
        host: host.toLowerCase(),
        path,
        scheme: 'none',
      }),
      'describes',
    ],
    [
      /(?:Pool\(host=|\bhost(?:name)?['"]?: ?|\bhost=|Some\(Domain\()['"]([A-Za-z\d][\w.-]{0,253})['"](?:, port[:=] ?(\d{1,5}))?(?:\): Max retries exceeded with url: (\/[\w./%~+-]{0,300}))?/,
      ([, host = '', port, path]) => ({
        kind: 'host',
        host: host.toLowerCase(),
        ...(port === undefined ? {} : { port: Number(port) }),
        ...given({ path }),
      }),
      'describes',
    ],
    [
      new RegExp(
        String.raw`(?<!make your request to |[\w.@/-])([\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:${endingsOf('azure', 'azure')})|[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.openai\.com)\b`,
        'i',
      ),
      ([, host = '']) =>
        DOCUMENTATION.test(host.toLowerCase())
          ? undefined
          : { kind: 'host', host: host.toLowerCase() },
      'describes',
    ],
    [
      /\brequested a page on a website \(([A-Za-z\d][\w.-]{0,253})\)/,
      ([, host = '']) => ({ kind: 'host', host: host.toLowerCase() }),
      'describes',
    ],
    [
      /\bTLSHandshake: ([A-Za-z\d][\w.-]{0,253}):(\d{1,5})/,
      ([, host = '', port]) => ({ kind: 'host', host: host.toLowerCase(), port: Number(port) }),
      'describes',
    ],
  ]),
]

/** `Create a new API key: https://…`, `see https://…`: a link of the message. */
function isToRead({ input, index }: RegExpExecArray): boolean {
  return /\b(?:see|visit|read|docs|documentation|(?:learn|read) more|api keys?|help|guide|troubleshooting url|go to|or here|click here)\b(?: (?:it|here|also|more|the docs|more information|at|on))*\W{0,3}$/i.test(
    input.slice(Math.max(0, index - 48), index),
  )
}
