import type {
  AnyObservation,
  Code,
  Confidence,
  Finding,
  Owner,
  Responder,
  Rule,
  Rung,
} from '../../model/index.ts'
import { withoutGateway } from '../direct-api.ts'
import { type BrokenStep, brokenStep } from './broken-step.ts'
import { otherWayOrders } from './witnesses.ts'

/** What one conclusion adds to a broken step; everything else follows from the step. */
export interface Conclusion {
  /** `connection-path` unless said otherwise. */
  readonly owner?: Owner
  /** `high` unless said otherwise. */
  readonly confidence?: Confidence
  /** The rung of the broken step unless said otherwise. */
  readonly rung?: Rung
  /** The code of the failure unless the evidence is more precise. */
  readonly code?: Code
  readonly responder?: Responder
  readonly product?: string
  /** `false` unless time alone can heal it. */
  readonly retryable?: boolean
  readonly summary: string
  readonly doNext: readonly string[]
  /** What people get wrong in this very case; the general warnings are added. */
  readonly doNot?: readonly string[]
  /** Observations besides the broken step. */
  readonly cites?: readonly (AnyObservation | undefined)[]
}

export interface PathConclusion {
  readonly id: string
  readonly conclude: (step: BrokenStep) => Conclusion | undefined
}

/** Advice that is wrong as long as no server has judged the request. */
const NOTHING_ARRIVED = [
  'Do not rotate the API key: no API server has seen it in this run.',
  'Do not upgrade the billing plan: the request was never admitted or refused by the API.',
  'Do not change the model: the request did not get as far as the model.',
]
const NOTHING_CAME_BACK = [
  'Do not rotate the API key: the API has not said anything about it.',
  'Do not upgrade the billing plan: no quota answer came back.',
  'Do not change the model before an answer of the API names it.',
]

/**
 * One broken step has one explanation: the first conclusion of the list that matches decides,
 * and explains all that come after it.
 */
export function inOrder(conclusions: readonly PathConclusion[]): readonly Rule[] {
  return conclusions.map(({ id, conclude }, at) => ({
    id,
    explainedBy: conclusions.slice(0, at).map((earlier) => earlier.id),
    match: (evidence) => {
      const step = brokenStep(evidence)
      const conclusion = step === undefined ? undefined : conclude(step)
      return step === undefined || conclusion === undefined
        ? undefined
        : findingOf(id, step, conclusion)
    },
  }))
}

function findingOf(rule: string, step: BrokenStep, conclusion: Conclusion): Finding {
  const { observation } = step
  const { responder, product } = conclusion
  const direct = withoutGateway(step.evidence)
  const further = [...(conclusion.cites ?? []), direct?.observation].filter(
    (one) => one !== undefined && one.id !== observation.id,
  )
  const warnings =
    step.layer === 'http' || step.layer === 'path' ? NOTHING_CAME_BACK : NOTHING_ARRIVED
  return {
    rule,
    owner: conclusion.owner ?? 'connection-path',
    ...(conclusion.confidence === undefined ? {} : { confidence: conclusion.confidence }),
    rung: conclusion.rung ?? observation.rung,
    code: conclusion.code ?? step.code,
    ...(responder === undefined ? {} : { responder }),
    ...(product === undefined ? {} : { product }),
    retryable: conclusion.retryable ?? false,
    summary: `${conclusion.summary.replace(/\.$/, '')}${direct?.note ?? ''}.`,
    doNext: [...new Set([...conclusion.doNext, ...otherWayOrders(step)])],
    doNot: [...(conclusion.doNot ?? []), ...warnings],
    cites: [observation, ...new Set(further.filter((one) => one !== undefined))],
  }
}
