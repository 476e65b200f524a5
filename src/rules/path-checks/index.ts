import { evidenceRules } from '../whole-run.ts'
import { bodyTooLarge } from './body.ts'
import { idleClosed } from './idle.ts'
import { streamBuffered, streamCut } from './stream.ts'
import { webSocketRefused } from './websocket.ts'

export { provenByChecks } from './proven.ts'

/** Warnings beside a pass; they decide where the finding says that the application calls like that. */
export const PATH_CHECK_RULES = evidenceRules([
  streamBuffered,
  streamCut,
  bodyTooLarge,
  idleClosed,
  webSocketRefused,
])
