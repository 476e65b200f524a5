import type { Rule, RuleList } from '../model/index.ts'
import { AHEAD_NOTES } from './ahead.ts'
import { ANSWER_RULES, SIGN_IN_BESIDE } from './answers/index.ts'
import { BROWSER_NOTES, BROWSER_RULES } from './browser.ts'
import { CONNECTION_NOTES, CONNECTION_RULES, LAST_RULES } from './connection/index.ts'
import { PATH_CHECK_RULES } from './path-checks/index.ts'
import { SETTING_NOTES, SETTINGS_RULES } from './settings.ts'

export { provenByChecks } from './path-checks/index.ts'
export { provesRoute } from './answers/keyless.ts'

/** Each of them is about a thing of its own: all that apply speak. */
export const each = (rules: readonly Rule[]): readonly RuleList[] => rules.map((rule) => [rule])

/** What the last resort leaves to others. */
const DECIDING = [...SETTINGS_RULES, ...CONNECTION_RULES, ...ANSWER_RULES]

/** Where one of these has spoken, the last resort has nothing to add. */
const LAST_RESORT = LAST_RULES.map((rule): Rule => ({
  id: rule.id,
  match: (evidence) => {
    const finding = rule.match(evidence)
    const decided = finding !== undefined && DECIDING.some((one) => one.match(evidence))
    return decided ? undefined : finding
  },
}))

/** Every conclusion, in order of precedence: the lowest rung first, the most specific first within it. */
export const RULES: readonly RuleList[] = [
  ...each(SETTINGS_RULES),
  CONNECTION_RULES,
  ANSWER_RULES,
  SIGN_IN_BESIDE,
  ...each(BROWSER_RULES),
  ...each(PATH_CHECK_RULES),
  LAST_RESORT,
]

/** What is worth saying and never decides. */
export const NOTES: readonly RuleList[] = each([
  ...AHEAD_NOTES,
  ...SETTING_NOTES,
  ...CONNECTION_NOTES,
  ...BROWSER_NOTES,
])
