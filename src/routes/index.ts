import type { RouteKind } from '../model/index.ts'
import { azure } from './azure.ts'
import type { KindOfRoute } from './kind.ts'
import { openai } from './openai.ts'

/** A gateway speaks the same protocol on another host; who answers is for the responders to tell. */
export const gateway: KindOfRoute = { ...openai, kind: 'gateway' }

/** Every kind of route, one line each. */
export const ROUTE_KINDS_BY_NAME: Readonly<Record<RouteKind, KindOfRoute>> = {
  openai,
  azure,
  gateway,
}
