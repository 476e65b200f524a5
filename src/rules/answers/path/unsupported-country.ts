import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isFromOpenai } from '../reply.ts'
import { answered, DO_NOT, egressOfRunner, requestId } from '../words.ts'

/** OpenAI decides on the country of the egress address, before the key. */
export const unsupportedCountry: AnswerConclusion = {
  id: 'path/unsupported-country',
  conclude: (reply) =>
    isFromOpenai(reply) &&
    (hasCode(reply, 'unsupported_country_region_territory') ||
      hasMark(reply, 'openai.unsupported_country'))
      ? {
          owner: 'connection-path',
          rung: 'http',
          code: 'api.unsupported_country_region_territory',
          summary: `${answered(reply)}: traffic of this runner leaves from a country that OpenAI does not serve, and the key was not evaluated${requestId(reply)}`,
          doNext: [
            'Run the job on a runner in a supported country, or route its traffic to api.openai.com out of one.',
            `Look up where ${egressOfRunner(reply)} is registered: a VPN, proxy or cloud region may place it elsewhere.`,
          ],
          doNot: [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.retry],
        }
      : undefined,
}
