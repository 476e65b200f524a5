import type { AnyObservation, Code, Evidence, Owner, Rule } from '../model/index.ts'
import { given } from '../model/index.ts'
import { listed, warned } from './orders.ts'
import type { Concluding, Conclusion } from './conclusion.ts'

/** What is said of a run as a whole; its first citation is the step it speaks of. */
interface EvidenceSaid extends Omit<Conclusion, 'cites'> {
  readonly owner: Owner
  readonly code: Code
  readonly decides?: true
  readonly cites: readonly (AnyObservation | undefined)[]
}

/** About everything that was seen: rung and citation are its own. */
export interface EvidenceConclusion
  extends Concluding<Evidence, EvidenceSaid>, Pick<Rule, 'explainedBy'> {}

/** Without a citation there is no finding. */
export function evidenceRules(list: readonly EvidenceConclusion[]): readonly Rule[] {
  return list.map(({ id, explainedBy, when = () => true, says }): Rule => ({
    id,
    ...given({ explainedBy }),
    match: (evidence) => {
      const said = when(evidence) ? says(evidence) : undefined
      const [first, ...cites] = (said?.cites ?? []).filter((one) => one !== undefined)
      if (said === undefined || first === undefined) return undefined
      const { rung = first.rung, retryable = false } = said
      const [doNext, doNot] = [listed(said.doNext), warned(said.doNot)]
      return { ...said, rule: id, rung, retryable, doNext, doNot, cites: [first, ...cites] }
    },
  }))
}
