import type {
  AnyObservation,
  Code,
  Confidence,
  Finding,
  Owner,
  Rule,
  Rung,
} from '../../model/index.ts'
import { factsOf, observation } from '../../model/reading.ts'
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
  const inspector = mayBeInspector(reply)
  const confidence = conclusion.confidence ?? (inspector === undefined ? undefined : 'medium')
  const caveat =
    inspector === undefined
      ? ''
      : `; no header of OpenAI is in this answer, and the connection has a certificate of ${inspector}, so what inspects it may have written the answer`
  return {
    rule,
    owner: conclusion.owner,
    ...(confidence === undefined ? {} : { confidence }),
    // A transfer that broke is not a well-formed response: that shows on the rung below the answer.
    rung:
      observation.outcome.status === 'failed' && conclusion.code.startsWith('http.')
        ? 'http'
        : conclusion.rung,
    code: conclusion.code,
    responder: who.responder,
    ...(who.product === '' ? {} : { product: who.product }),
    retryable: conclusion.retryable ?? false,
    summary: `${conclusion.summary.replace(/\.$/, '').replace(inspector === undefined ? /$^/ : '; the path works', '')}${caveat}${direct?.note ?? ''}${nobodyNamed ? '; the log does not show who answered' : ''}.`,
    doNext: conclusion.doNext,
    doNot: conclusion.doNot.filter((advice) => !nobodyNamed || advice !== DO_NOT.blameNetwork),
    cites: [observation, ...new Set(further.filter((one) => one !== undefined))],
  }
}

/** Headers that OpenAI or its edge puts on an answer; a device that only copies the JSON has none. */
const OPENAI_HEADER = /^(?:openai-|x-openai-|x-oai-|x-request-id$|x-ratelimit-|cf-ray$)/

/**
 * The issuer of a private certificate on the direct route, where nothing but the text of the body
 * speaks for OpenAI: the text of a public API can be written by anybody.
 */
function mayBeInspector({ evidence, facts, who }: Reply): string | undefined {
  if (who.responder !== 'openai' || evidence.route.kind !== 'openai') return undefined
  if (Object.keys(facts.headers).some((name) => OPENAI_HEADER.test(name))) return undefined
  if (/realm="?OpenAI API/i.test(facts.headers['www-authenticate'] ?? '')) return undefined
  const handshake = factsOf<'handshake'>(observation(evidence, 'handshake'))
  if (handshake?.of !== 'target' || handshake.privateRoot !== true) return undefined
  return handshake.chain?.[0]?.issuer ?? 'a private authority'
}
