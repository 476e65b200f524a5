import type { Rule, RuleList } from '../model/index.ts'
import { attributionOf } from './attribution.ts'
import { AHEAD_NOTES } from './ahead.ts'
import { ANSWER_RULES, SIGN_IN_BESIDE } from './answers/index.ts'
import { provesRoute } from './answers/keyless.ts'
import { BROWSER_NOTES, BROWSER_RULES } from './browser.ts'
import { CONNECTION_RULES, LAST_RULES } from './connection/index.ts'
import { CONNECTION_NOTES } from './connection/notes.ts'
import { each, type Law } from './law.ts'
import { PATH_CHECK_RULES } from './path-checks.ts'
import { provenByChecks } from './proven-by-checks.ts'
import { SETTING_NOTES, SETTINGS_RULES } from './settings.ts'

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

/** For a run that asked, and for a log. */
export const LAW: Law = { rules: RULES, notes: NOTES, attributionOf, provesRoute, provenByChecks }
