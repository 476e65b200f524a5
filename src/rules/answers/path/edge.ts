import { hasCode, hasMark, isFromOpenai, isServerError } from '../reply.ts'
import { answered, DO_NOT, egressOfRunner, requestId, whenAgain } from '../words.ts'
import type { AnswerConclusion } from '../../conclusion.ts'

/** The edge limits this egress address, before any key is looked at (Cloudflare error 1015). */
export const edgeRateLimit: AnswerConclusion = {
  id: 'path/edge-rate-limit',
  when: (reply) => reply.status === 429 || hasMark(reply, 'edge.error_code_1015'),
  says: (reply) => ({
    owner: 'connection-path',
    rung: 'http',
    code: 'http.edge_rate_limited',
    retryable: true,
    summary: `${answered(reply, '')}: it limits ${egressOfRunner(reply)}, and the API did not see the request`,
    doNext: [
      `Run the job again${whenAgain(reply)}, or from another egress address.`,
      'Give the runner an egress address of its own: a shared one carries other people’s traffic.',
    ],
    doNot: [
      DO_NOT.rotateUnjudged,
      'Do not raise the API rate limits: this is not the limit of the account.',
    ],
  }),
}

/** The edge refuses this egress address: block page, error 1xxx, challenge. The key was never evaluated. */
export const edgeBlock: AnswerConclusion = {
  id: 'path/edge-block',
  says: (reply) => {
    const marked = hasMark(
      reply,
      'edge.cloudflare_block',
      'edge.cloudflare_challenge',
      'edge.error_code_1020',
      'edge.error_code_1xxx',
    )
    if (reply.status !== 403 && (!marked || reply.status >= 500)) return undefined
    const challenge =
      hasMark(reply, 'edge.cloudflare_challenge') ||
      reply.facts.headers['cf-mitigated'] !== undefined
    return {
      owner: 'connection-path',
      rung: 'http',
      code: challenge ? 'http.edge_challenged' : 'http.edge_blocked',
      summary: `${answered(reply, '')} with a ${challenge ? 'browser challenge' : 'block page'}: it refuses ${egressOfRunner(reply)}, and the key was never evaluated${requestId(reply)}`,
      doNext: [
        'Send the traffic of this runner out through another address: a NAT address of your own, not a shared or VPN one.',
        'Give the `cf-ray` of the packet to OpenAI support, when the address is yours.',
      ],
      doNot: [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.retry],
    }
  },
}

/** 502 to 530 of the genuine edge: it answered, and what is behind it did not. */
export const edgeError: AnswerConclusion = {
  id: 'server/edge',
  when: (reply) => isServerError(reply) || reply.status === 408,
  says: (reply) => ({
    owner: 'api-server',
    rung: 'http',
    code: `api.edge_${String(reply.status)}`,
    retryable: true,
    summary: `${answered(reply, '')}: the path from this runner to OpenAI works, and the servers behind the edge did not answer it`,
    doNext: ['Re-run the job, or set attempts to 3.', 'Check status.openai.com.'],
    doNot: [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.blameNetwork],
  }),
}

/** OpenAI decides on the country of the egress address, before the key. */
export const unsupportedCountry: AnswerConclusion = {
  id: 'path/unsupported-country',
  when: (reply) =>
    isFromOpenai(reply) &&
    (hasCode(reply, 'unsupported_country_region_territory') ||
      hasMark(reply, 'openai.unsupported_country')),
  says: (reply) => ({
    owner: 'connection-path',
    rung: 'http',
    code: 'api.unsupported_country_region_territory',
    summary: `${answered(reply)}: traffic from this runner leaves from a country that OpenAI does not serve, and the key was not evaluated${requestId(reply)}`,
    doNext: [
      'Run the job on a runner in a supported country, or route its traffic to api.openai.com through one.',
      `Look up where ${egressOfRunner(reply)} is registered: a VPN, proxy or cloud region may place it elsewhere.`,
    ],
    doNot: [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.retry],
  }),
}
