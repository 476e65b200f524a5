import type { Rule } from '../../model/index.ts'
import { certificateExpires } from './certificate.ts'
import { headroomLow } from './headroom.ts'
import { keyExpires } from './key.ts'
import { modelNotListed, modelShutdown } from './model.ts'

/** What works today and will not for long. None decides, unless `fail-on` names `expiry`. */
export const AHEAD_NOTES: readonly Rule[] = [
  modelShutdown,
  keyExpires,
  certificateExpires,
  modelNotListed,
  headroomLow,
]
