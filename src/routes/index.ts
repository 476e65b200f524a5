import type { RouteKind } from '../model/index.ts'
import { azure } from './azure.ts'
import { gateway } from './gateway.ts'
import type { KindOfRoute } from './kind.ts'
import { openai } from './openai.ts'

/** Every kind of route, one line each. */
export const ROUTE_KINDS_BY_NAME: Readonly<Record<RouteKind, KindOfRoute>> = {
  openai,
  azure,
  gateway,
}
