import Agent from 'undici/lib/dispatcher/agent.js'
import type { Dispatcher } from 'undici'
import request from 'undici/lib/api/api-request.js'

/**
 * The two parts of undici that carry a request. Its index loads caches, mocks, web sockets and a
 * second fetch as well: 25 ms of CPU at start for code that is never called (docs/performance.md).
 */
export { Agent, request, type Dispatcher }
