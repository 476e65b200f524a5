import type { Evidence, Rule, RuleList } from '../model/index.ts'
import type { Attribution } from './attribution.ts'
import {
  clearTextProxy,
  releaseUnknown,
  unusableWay,
  variableIgnored,
  verificationOff,
} from './connection/environment.ts'
import { SETTING_NOTES, SETTINGS_RULES } from './settings.ts'
import { evidenceRules } from './whole-run.ts'

/** What a judge goes by. */
export interface Law {
  /** Every conclusion, in order of precedence. */
  readonly rules: readonly RuleList[]
  /** What is worth saying and never decides. */
  readonly notes: readonly RuleList[]
  /** Who wrote the response of the real request. */
  readonly attributionOf: (evidence: Evidence) => Attribution | undefined
  /** Whether a response without credentials proves the route. */
  readonly provesRoute: (evidence: Evidence) => boolean
  /** What the path checks came to, as a sentence behind a pass. */
  readonly provenByChecks: (evidence: Evidence) => string
}

/** Each of them is about a thing of its own: all that apply speak. */
export const each = (rules: readonly Rule[]): readonly RuleList[] => rules.map((rule) => [rule])

/**
 * What can be concluded while nothing was sent, in the order of the whole law: settings that cannot
 * work need none of the 0.3 MB about answers and who may have written them.
 */
export const LAW_OF_SETTINGS: Law = {
  rules: each([...SETTINGS_RULES, ...evidenceRules([unusableWay])]),
  notes: each([
    ...SETTING_NOTES,
    ...evidenceRules([verificationOff, clearTextProxy, variableIgnored, releaseUnknown]),
  ]),
  attributionOf: () => undefined,
  provesRoute: () => false,
  provenByChecks: () => '',
}
