import type { OneOrMore, Warning } from '../orders.ts'
import type { Owner, RouteKind, Rung } from '../../model/index.ts'
import { isThisMachine } from '../../knowledge/addresses.ts'
import { type AnswerConclusion, type WholeConclusion, STATUS_ALONE } from '../conclusion.ts'
import type { Reply } from './reply.ts'
import { answered, requestId } from './words.ts'

interface Meaning {
  /** On the direct route; the others say `elsewhere`. */
  readonly owner: Owner
  readonly elsewhere: Owner
  readonly rung: Rung
  /** Behind `api.`, `azure.` or `gateway.`. */
  readonly code: string
  readonly means: string
  readonly order: string
  readonly doNot: OneOrMore<Warning>
  readonly retryable?: true
}

const OUTAGE: readonly Warning[] = ['rotateKey', 'upgrade', 'changeModel']
const SETTINGS: readonly Warning[] = ['rotateKey', 'upgrade']

/** The first owner to test by the status alone (contract: "the first owner to test"). */
function meaningOf(status: number): Meaning | undefined {
  if (status === 401 || status === 403) {
    return {
      owner: 'auth',
      elsewhere: 'auth',
      rung: 'auth',
      code: status === 401 ? 'unauthorized' : 'forbidden',
      means:
        status === 401
          ? 'the first to test is the key: missing, wrong, or of another project'
          : 'the first to test are the rights of the key; a filter or block page on the path answers 403 as well',
      order:
        'Check that the secret holds a current key of the right project, with the right scope.',
      doNot: [
        'upgrade',
        'Do not rotate the API key before the test shows who answered and with which code.',
      ],
    }
  }
  if (status === 402) {
    return {
      owner: 'quota',
      elsewhere: 'quota',
      rung: 'quota',
      code: 'payment_required',
      means: 'the account has to pay before this request is admitted',
      order: 'Check the balance of the account that the key belongs to.',
      doNot: ['rotateKey', 'retry'],
    }
  }
  if (status === 429) {
    return {
      owner: 'rate-limit',
      elsewhere: 'rate-limit',
      rung: 'quota',
      code: 'too_many_requests',
      retryable: true,
      means:
        'a rate limit until the opposite is shown: it is gone after a minute, an empty balance (insufficient_quota) answers 429 again and again and says so in its body',
      order:
        'Log the body of the 429: `insufficient_quota` in it means billing, `rate_limit_exceeded` the rate.',
      doNot: [
        'Do not rotate the API key: both limits stay with the organization.',
        'Do not add credits before the body says insufficient_quota.',
      ],
    }
  }
  if (status === 408 || status === 409 || status === 425) {
    return {
      owner: 'api-server',
      elsewhere: 'route-provider',
      rung: 'answer',
      code: status === 409 ? 'conflict' : 'timeout',
      retryable: true,
      means: 'the server could not process the request just now',
      order:
        'Send the request again: the SDK does so by itself unless its retries are switched off.',
      doNot: OUTAGE,
    }
  }
  if (status >= 500 && status <= 599) {
    return {
      owner: 'api-server',
      elsewhere: 'route-provider',
      rung: 'answer',
      code: status === 503 ? 'unavailable' : 'server_error',
      retryable: true,
      means: 'the server failed, or what is in front of it; key and quota are not what was refused',
      order: 'Re-run the job, and check the status page of the service.',
      doNot: OUTAGE,
    }
  }
  if (status < 400 || status > 499) return undefined
  return {
    owner: 'request',
    elsewhere: 'route-provider',
    rung: 'request',
    code: status === 404 ? 'not_found' : `http_${String(status)}`,
    means:
      status === 404
        ? 'the server does not know what was asked for: base URL, endpoint, model or deployment'
        : 'the server refuses the request as it was sent',
    order:
      status === 404
        ? 'Compare base URL, endpoint and model or deployment with what the service documents.'
        : 'Compare endpoint, model and parameters with what the service documents.',
    doNot: SETTINGS,
  }
}

const LAYER: Readonly<Record<RouteKind, 'api' | 'azure' | 'gateway'>> = {
  openai: 'api',
  azure: 'azure',
  gateway: 'gateway',
}

/** Nothing but the status is known: no word, no header of an API. Only logs are so short. */
export const statusAlone: AnswerConclusion = {
  id: STATUS_ALONE,
  says: (reply) => {
    const caught = caughtByProxy(reply)
    if (caught !== undefined) return caught
    const meaning =
      reply.who.assumed === true && isWordless(reply) ? meaningOf(reply.status) : undefined
    if (meaning === undefined) return undefined
    const { kind } = reply.evidence.route
    return {
      owner: kind === 'openai' ? meaning.owner : meaning.elsewhere,
      confidence: 'low',
      rung: meaning.rung,
      code: `${LAYER[kind]}.${meaning.code}`,
      retryable: meaning.retryable ?? false,
      summary: `${answered(reply)}: ${meaning.means}. ${missing(reply)}${requestId(reply)}`,
      doNext: meaning.order,
      doNot: meaning.doNot,
    }
  },
}

/** Nothing on this machine or network answers so without a body; a proxy that was asked for it does. */
function caughtByProxy(reply: Reply): WholeConclusion | undefined {
  const { host, status, facts, evidence } = reply
  const near = isThisMachine(host) || isPrivateAddress(host)
  const silent =
    isWordless(reply) && facts.body.shape !== 'html' && Object.keys(facts.headers).length === 0
  if (evidence.source !== 'log' || !near || !silent || ![502, 503, 504].includes(status)) {
    return undefined
  }
  return {
    owner: 'connection-path',
    confidence: 'low',
    rung: 'http',
    code: 'http.unattributed',
    summary: `Something answered ${String(status)} without a body in place of ${host}: a proxy that catches local addresses does so when NO_PROXY does not name them, and so does a server that is still starting`,
    doNext: [
      `Add ${host} to NO_PROXY where the application runs, if a proxy variable is set there.`,
      `Check whether the service at ${host} is up and reachable without a proxy.`,
    ],
    doNot: ['rotateUnjudged', 'blameOpenai'],
  }
}

function missing({ facts }: Reply): string {
  return facts.body.shape === 'empty' && Object.keys(facts.headers).length === 0
    ? 'The log has neither its body nor its headers, so it does not show who answered'
    : 'Nothing that the log has of it shows who answered'
}

function isPrivateAddress(host: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host)
}

function isWordless({ facts }: Reply): boolean {
  const { error, marks } = facts.body
  const { code, type } = error ?? {}
  return (
    marks.every((one) => /^(?:library\.|server\.|litellm\.upstream|upstream\.)/.test(one)) &&
    [code, type].every((one) => one === undefined || /^\d+$/.test(one))
  )
}
