import type {
  AnyObservation,
  Code,
  Confidence,
  Finding,
  Owner,
  Rule,
  Rung,
} from '../../model/index.ts'
import { withoutGateway } from '../direct-api.ts'
import { provesRouteBy } from './keyless.ts'
import { replyOf, type Reply } from './reply.ts'
import { DO_NOT } from './words.ts'

/** What one conclusion says of a reply; responder and citation follow from the reply. */
export interface Conclusion {
  readonly owner: Owner
  /** `high` unless said otherwise. */
  readonly confidence?: Confidence
  readonly rung: Rung
  readonly code: Code
  /** `false` unless time alone can heal it. */
  readonly retryable?: boolean
  /** One sentence with host, status and what it means. */
  readonly summary: string
  /** Orders with an object, most effective first. */
  readonly doNext: readonly string[]
  readonly doNot: readonly string[]
  /** Observations besides the response. */
  readonly cites?: readonly (AnyObservation | undefined)[]
}

export interface AnswerConclusion {
  /** Also the heading in docs/findings.md. */
  readonly id: string
  readonly conclude: (reply: Reply) => Conclusion | undefined
}

/**
 * One reply has one explanation: the first conclusion of the list that matches decides, and
 * explains all that come after it.
 */
export function inOrder(conclusions: readonly AnswerConclusion[]): readonly Rule[] {
  return conclusions.map(({ id, conclude }, at) => ({
    id,
    explainedBy: conclusions.slice(0, at).map((earlier) => earlier.id),
    match: (evidence) => {
      const reply = replyOf(evidence)
      if (reply === undefined || (!reply.facts.authenticated && provesRouteBy(reply))) {
        return undefined
      }
      const conclusion = conclude(reply)
      return conclusion === undefined ? undefined : findingOf(id, reply, conclusion)
    },
  }))
}

/** It says so in its own words. */
export const STATUS_ALONE = 'http/status-alone'

function findingOf(rule: string, reply: Reply, conclusion: Conclusion): Finding {
  const { who, observation } = reply
  const direct = withoutGateway(reply.evidence)
  const further = [...(conclusion.cites ?? []), direct?.observation].filter(
    (one) => one !== undefined && one.id !== observation.id,
  )
  const nobodyNamed = who.assumed === true && rule !== STATUS_ALONE
  return {
    rule,
    owner: conclusion.owner,
    ...(conclusion.confidence === undefined ? {} : { confidence: conclusion.confidence }),
    // A transfer that broke is not a well-formed response: that shows on the rung below the answer.
    rung:
      observation.outcome.status === 'failed' && conclusion.code.startsWith('http.')
        ? 'http'
        : conclusion.rung,
    code: conclusion.code,
    responder: who.responder,
    ...(who.product === '' ? {} : { product: who.product }),
    retryable: conclusion.retryable ?? false,
    summary: `${conclusion.summary.replace(/\.$/, '')}${direct?.note ?? ''}${nobodyNamed ? '; the log does not show who answered' : ''}.`,
    doNext: conclusion.doNext,
    doNot: conclusion.doNot.filter((advice) => !nobodyNamed || advice !== DO_NOT.blameNetwork),
    cites: [observation, ...new Set(further.filter((one) => one !== undefined))],
  }
}
