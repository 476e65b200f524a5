import { orderToAllow } from '../../../knowledge/catalogue.ts'
import type { AnswerConclusion } from '../../conclusion.ts'
import { answered, DO_NOT } from '../words.ts'

const NOT_THE_KEY = [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.blameOpenai]

/** A network that wants a login answers in the API's place (RFC 6585 §6). */
export const captivePortal: AnswerConclusion = {
  id: 'path/captive-portal',
  when: (reply) => reply.who.responder === 'interceptor' && reply.who.product === 'captive portal',
  says: (reply) => ({
    owner: 'connection-path',
    rung: 'http',
    code: 'http.intercepted',
    summary: `A login page answered ${String(reply.facts.status)} in place of ${reply.host}: the network of this runner asks for a sign-in first, and the request did not reach the API`,
    doNext: [
      `Let this runner reach ${reply.host} without the portal's sign-in.`,
      'Or move the job to a runner outside that network.',
    ],
    doNot: [
      ...NOT_THE_KEY,
      'Do not read the 200 as success: the page is not an answer of the API.',
    ],
  }),
}

/** A filter's block page or redirect. */
export const blockPage: AnswerConclusion = {
  id: 'path/block-page',
  when: (reply) => reply.who.responder === 'interceptor',
  says: (reply) => ({
    owner: 'connection-path',
    rung: 'http',
    code: 'http.intercepted',
    summary: `${answered(reply, '')}: a block page (${reply.who.evidence.join(', ')}), and the request did not reach the API`,
    doNext: [
      orderToAllow(reply.who.product, reply.host),
      `Exempt ${reply.host} from TLS inspection there.`,
    ],
    doNot: [...NOT_THE_KEY, DO_NOT.retry],
  }),
}
