import type { Rule } from '../model/index.ts'
import { AHEAD_NOTES } from './ahead/index.ts'
import { ANSWER_RULES } from './answers/index.ts'
import { BROWSER_NOTES, BROWSER_RULES } from './browser/index.ts'
import { CONNECTION_NOTES, CONNECTION_RULES, LAST_RULES } from './connection/index.ts'
import { PATH_CHECK_RULES } from './path-checks/index.ts'
import { SETTING_NOTES, SETTINGS_RULES, endpointAssumed } from './settings/index.ts'

export { provenByChecks } from './path-checks/index.ts'
export { provesRoute } from './answers/keyless.ts'

/** Where one of these has spoken, the last resort has nothing to add. */
const DECIDED = [...SETTINGS_RULES, ...ANSWER_RULES].map(({ id }) => id)

/** Every conclusion, in order of precedence: the lowest rung first, the most specific first within it. */
export const RULES: readonly Rule[] = [
  ...SETTINGS_RULES,
  ...CONNECTION_RULES,
  ...ANSWER_RULES,
  ...BROWSER_RULES,
  ...PATH_CHECK_RULES,
  ...LAST_RULES.map((rule) => ({ ...rule, explainedBy: [...rule.explainedBy, ...DECIDED] })),
]

/** What is worth saying and never decides. */
export const NOTES: readonly Rule[] = [
  ...AHEAD_NOTES,
  ...SETTING_NOTES,
  endpointAssumed,
  ...CONNECTION_NOTES,
  ...BROWSER_NOTES,
]
