import type { PathConclusion } from '../conclusion.ts'

/**
 * No status, no body, no request id, and no errno: only the shape of the failure is known. What
 * fails so is first the path (contract: "the first owner to test").
 */
export const noResponse: PathConclusion = {
  id: 'path/no-response',
  conclude: ({ code, host, evidence }) => {
    if (code !== 'path.no_response' && code !== 'path.timed_out') return undefined
    const of = host === '' ? 'the API' : host
    const kept = evidence.source === 'log' ? 'the log' : 'what the SDK threw'
    return {
      confidence: 'low',
      rung: 'http',
      retryable: true,
      ...(code === 'path.no_response'
        ? {
            summary: `The client got no answer from ${of}: ${kept} has no status, no body and no request id, so the first to test is the path (DNS, proxy, firewall, TLS); the error under it (errno, TLS reason) is missing`,
            doNext: [
              'Log the cause as well (`cause` in Node, `__cause__` in Python, the inner exception elsewhere): it holds the errno.',
            ],
          }
        : {
            summary: `The client stopped waiting for ${of}: ${kept} has no status, no body and no request id, so the first to test is the path; whether DNS, the connection or a slow answer used up the time is missing, and it does not prove that no server saw the request`,
            doNext: [
              'If the test passes, give the application a longer timeout: a large answer of a slow model takes minutes.',
            ],
          }),
    }
  },
}
