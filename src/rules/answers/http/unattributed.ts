import { privateIssuer } from '../reply.ts'
import { answered, DO_NOT, nameOf } from '../words.ts'
import type { AnswerConclusion } from '../../conclusion.ts'

/** On the direct route: a product that is a gateway answers where OpenAI was expected. */
export const otherServer: AnswerConclusion = {
  id: 'http/other-server',
  says: (reply) => {
    const { evidence, who, host, status } = reply
    if (evidence.route.kind !== 'openai' || who.responder !== 'gateway' || status < 400)
      return undefined
    const official = /(?:^|\.)openai\.com$/.test(host)
    return {
      owner: official ? 'connection-path' : 'request',
      rung: 'http',
      code: official ? 'http.intercepted' : 'config.route_mismatch',
      summary: `${nameOf(reply)} answered ${String(status)} at ${host}, where OpenAI itself was expected (${who.evidence.join(', ')})`,
      doNext: [
        official
          ? `Remove the hosts entry or DNS answer that sends ${host} to this gateway.`
          : 'Set route to gateway: the base URL leads to one.',
      ],
      doNot: [DO_NOT.rotateUnjudged, DO_NOT.blameOpenai],
    }
  },
}

/**
 * The negative rule: a page at the API's own host without any mark of its edge and without its JSON
 * was not written by OpenAI. Needs the headers, so it says nothing about logs.
 */
export const foreignPage: AnswerConclusion = {
  id: 'path/foreign-page',
  says: (reply) => {
    const { evidence, who, facts } = reply
    const page = facts.body.shape === 'html' && Object.keys(facts.headers).length > 0
    const inspector = privateIssuer(reply)
    if (
      evidence.route.kind !== 'openai' ||
      evidence.source === 'log' ||
      who.responder !== 'unknown' ||
      reply.status < 400
    ) {
      return undefined
    }
    if (!page && inspector !== undefined) {
      return {
        owner: 'connection-path',
        confidence: 'medium',
        rung: 'http',
        code: 'http.intercepted',
        summary: `${answered(reply, '')}, in which nothing is of OpenAI (${who.evidence.join(', ')}), on a connection with a certificate of ${inspector}: what inspects it wrote the answer, or passed on that of another server`,
        doNext: [
          `Let those who inspect TLS with ${inspector} look for the request to ${reply.host} in their log, and exempt ${reply.host}.`,
        ],
        doNot: [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.blameOpenai],
      }
    }
    return page
      ? {
          owner: 'connection-path',
          rung: 'http',
          code: 'http.intercepted',
          summary: `${answered(reply, '')} in place of ${reply.host} with a page that has no mark of OpenAI's edge (${who.evidence.join(', ')}): it was written on the path, and the key was not evaluated`,
          doNext: [
            `Find the device between this runner and ${reply.host} that writes this page, and allow the API there.`,
          ],
          doNot: [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.blameOpenai],
        }
      : undefined
  },
}

/** Last of all: an error whose author or meaning is not known. Said openly. */
export const unattributed: AnswerConclusion = {
  id: 'http/unattributed',
  says: (reply) => {
    const { status, who, facts, host } = reply
    if (status < 400 || status > 599) return undefined
    const known = who.responder !== 'unknown'
    return {
      owner: 'unknown',
      rung: 'http',
      code: 'http.unattributed',
      retryable: status >= 500,
      summary: `${answered(reply)}, and the evidence (${who.evidence.join(', ')}) does not say ${known ? 'what it means' : 'who wrote it'}`,
      doNext: [
        facts.body.bytes === 0 && reply.evidence.source === 'log'
          ? `Run the preflight for ${host}: the log kept neither headers nor body.`
          : `Run the preflight from another network and compare the packets for ${host}.`,
      ],
      doNot: [DO_NOT.rotateUnjudged, 'Do not trust the status code: its author is not known.'],
    }
  },
}

/** Good evidence for two writers of one reply: nobody is named. */
export const contradiction: AnswerConclusion = {
  id: 'http/contradiction',
  when: ({ who }) => who.contradictions.length !== 0,
  says: ({ who, host, facts }) => ({
    owner: 'unknown',
    rung: 'http',
    code: 'http.contradictory',
    summary: `The answer ${String(facts.status)} from ${host} contradicts itself about who wrote it: ${who.evidence.join(', ')} on one side, ${who.contradictions.join(', ')} on the other`,
    doNext: [
      'Show both sides of the evidence to the operator of the proxy or filter that it names.',
      `Run the preflight from a machine with another egress and compare the two packets for ${host}.`,
    ],
    doNot: [DO_NOT.rotateUnjudged, 'Do not trust the status code: its author is not known.'],
  }),
}
