import type { Rule } from '../model/index.ts'
import { ANSWER_RULES } from './answers/index.ts'
import { BROWSER_NOTES, BROWSER_RULES } from './browser/index.ts'
import { CONNECTION_NOTES, CONNECTION_RULES, LAST_RULES } from './connection/index.ts'
import { SETTING_NOTES, SETTINGS_RULES } from './settings/index.ts'

export { provesRoute } from './answers/keyless.ts'

/** Every conclusion, in order of precedence: the lowest rung first, the most specific first within it. */
export const RULES: readonly Rule[] = [
  ...SETTINGS_RULES,
  ...CONNECTION_RULES,
  ...ANSWER_RULES,
  ...BROWSER_RULES,
  ...LAST_RULES,
]

/** What is worth saying and never decides. */
export const NOTES: readonly Rule[] = [...SETTING_NOTES, ...CONNECTION_NOTES, ...BROWSER_NOTES]
