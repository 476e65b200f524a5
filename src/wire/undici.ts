import Agent from 'undici/lib/dispatcher/agent.js'
import type { Dispatcher } from 'undici'
import request from 'undici/lib/api/api-request.js'
import headersParts from 'undici/lib/web/fetch/headers.js'
import responseParts from 'undici/lib/web/fetch/response.js'

/** A Node.js of a target may be too old for them (before 22), and has its own. */
const { Headers, Response } =
  'withResolvers' in Promise ? { ...headersParts, ...responseParts } : globalThis

/**
 * The parts of undici that carry a request, and what the SDK writes it with. Its index loads caches,
 * mocks, web sockets and a second fetch as well: 25 ms of CPU at start for code that is never called.
 * `Headers` and `Response` are there already with the agent; Node's own, the same code, are 20 ms more
 * for the undici that Node keeps for itself (docs/performance.md).
 */
export { Agent, Headers, request, Response, type Dispatcher }
