import type { KindOfRoute } from './kind.ts'
import { openai } from './openai.ts'

/** A gateway speaks the same protocol on another host; who answers is for the responders to tell. */
export const gateway: KindOfRoute = { ...openai, kind: 'gateway' }
