import type { Rule } from '../../model/index.ts'
import { bundleRules, ignoreFileInvalid } from './bundle.ts'
import { originAllowed, originRefused } from './origin.ts'

/** The branch that does not run on servers, worst first; independent of the way out. */
export const BROWSER_RULES: readonly Rule[] = bundleRules

/** What a browser may do; none of these decides. */
export const BROWSER_NOTES: readonly Rule[] = [originAllowed, originRefused, ignoreFileInvalid]
