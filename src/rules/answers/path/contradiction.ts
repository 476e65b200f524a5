import type { AnswerConclusion } from '../../conclusion.ts'
import { DO_NOT } from '../words.ts'

/** Good evidence for two writers of one reply: nobody is named. */
export const contradiction: AnswerConclusion = {
  id: 'http/contradiction',
  conclude: ({ who, host, facts }) =>
    who.contradictions.length === 0
      ? undefined
      : {
          owner: 'unknown',
          rung: 'http',
          code: 'http.contradictory',
          summary: `The answer ${String(facts.status)} from ${host} contradicts itself about who wrote it: ${who.evidence.join(', ')} on one side, ${who.contradictions.join(', ')} on the other`,
          doNext: [
            'Show both sides of the evidence to the operator of the proxy or filter that it names.',
            `Run the preflight from a machine with another egress and compare the two packets for ${host}.`,
          ],
          doNot: [DO_NOT.rotateUnjudged, 'Do not trust the status code: its author is not known.'],
        },
}
