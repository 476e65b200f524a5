import { blame } from '../orders.ts'
import { type Code, entryOf, type Owner } from '../../model/index.ts'
import type { PathConclusion } from '../conclusion.ts'
import type { BrokenStep } from './broken-step.ts'

/**
 * No status, no body, no request ID, and no errno: only the shape of the failure is known. What
 * fails so is first the path (contract: "the first owner to test").
 */
export const noResponse: PathConclusion = {
  id: 'path/no-response',
  when: ({ code }) => code === 'path.no_response' || code === 'path.timed_out',
  says: ({ code, host, evidence }) => {
    const of = host === '' ? 'the API' : host
    const kept = evidence.source === 'log' ? 'the log' : 'what the SDK threw'
    return {
      confidence: 'low',
      rung: 'http',
      retryable: true,
      ...(code === 'path.no_response'
        ? {
            summary: `The client got no answer from ${of}: ${kept} has no status, no body and no request ID, so the first to test is the path (DNS, proxy, firewall, TLS); the error under it (errno, TLS reason) is missing`,
            doNext:
              'Log the cause as well (`cause` in Node, `__cause__` in Python, the inner exception elsewhere): it holds the errno.',
          }
        : {
            summary: `The client stopped waiting for ${of}: ${kept} has no status, no body and no request ID, so the first to test is the path; whether DNS, the connection or a slow answer used up the time is missing, and it does not prove that no server saw the request`,
            doNext:
              'If the test passes, give the application a longer timeout: a large answer of a slow model takes minutes.',
          }),
    }
  },
}

const JUDGED_ELSEWHERE: ReadonlySet<string> = new Set(['api', 'azure', 'gateway', 'client'])

/** A failure without a word of ours: said openly, never pressed into the nearest conclusion. */
export const unexplained: PathConclusion = {
  id: 'unexplained',
  when: (step) => !JUDGED_ELSEWHERE.has(step.layer),
  says: (step) => ({
    owner: 'unknown',
    summary: `The request to ${step.host} ended with ${step.code}${step.errno === '' ? '' : ` (${step.errno})`}, which no rule explains.`,
    doNext: `Run once more with step debug logging (ACTIONS_STEP_DEBUG=true), switch it off after that run, and report ${step.code} with the packet.`,
    doNot: 'Do not act on the SDK message alone: it names no owner.',
  }),
}

interface NeverSent {
  readonly code: Code
  readonly owner: Owner
  readonly what: string
  readonly fix: string
}

/** Thrown by the client library before a socket exists; the SDK calls it "Connection error." all the same. */
const REFUSALS: Readonly<Record<string, NeverSent>> = {
  // openai-node#1898: a dispatcher of one undici version given to the fetch of another.
  UND_ERR_INVALID_ARG: {
    code: 'config.transport_mismatch',
    owner: 'request',
    what: 'an argument of the HTTP client is not accepted, typically a dispatcher of another undici version',
    fix: 'Pass `fetch` and the dispatcher from the same undici package to the SDK.',
  },
  ERR_INVALID_CHAR: {
    code: 'config.key_malformed',
    owner: 'auth',
    what: 'a header, normally the one with the key, has a character that HTTP does not allow',
    fix: 'Store the secret again without line break, quotes and spaces.',
  },
  ERR_INVALID_URL: {
    code: 'config.base_url_invalid',
    owner: 'request',
    what: 'the base URL or the proxy URL is not a URL',
    fix: 'Set OPENAI_BASE_URL and the proxy variables to full URLs with scheme and host.',
  },
  ERR_INVALID_PROTOCOL: {
    code: 'config.base_url_invalid',
    owner: 'request',
    what: 'the scheme of the URL is not http or https',
    fix: 'Start OPENAI_BASE_URL with https://.',
  },
}

export const neverSent: PathConclusion = {
  id: 'request/never-sent',
  says: (step) => {
    const refusal = entryOf(REFUSALS, step.errno) ?? refusalWithoutName(step)
    if (refusal === undefined) return undefined
    return {
      ...blame(refusal.owner, refusal.code, 'config'),
      summary: `No request was sent to ${step.host}: ${refusal.what}${step.errno === '' ? '' : ` (${step.errno})`}.`,
      doNext: refusal.fix,
      doNot: 'Do not open firewalls or change proxies: the request did not get that far.',
    }
  },
}

function refusalWithoutName(step: BrokenStep): NeverSent | undefined {
  if (step.layer !== 'config') return undefined
  return step.evidence.route.azureAuth === 'entra'
    ? {
        code: step.code,
        owner: 'auth',
        what: 'the Entra ID credential of this job gave no token',
        fix: 'Sign in before this step (azure/login with id-token: write), or set AZURE_TENANT_ID, AZURE_CLIENT_ID and the credential that belongs to them.',
      }
    : {
        code: step.code,
        owner: 'request',
        what: 'the client library rejects the request as it is configured',
        fix: 'Compare base URL, key, organization and extra headers with what the SDK of this version accepts.',
      }
}
