import type { EvidenceConclusion } from '../whole-run.ts'
import { factsOf, investigation, isWholeResponse } from '../../model/reading.ts'
import { attribute } from '../attribution.ts'
import { hopOf } from './hop.ts'

/** What lets a WebSocket through, by product. */
const SETTINGS =
  'nginx: proxy_http_version 1.1 with the headers Upgrade and Connection passed on; Apache: mod_proxy_wstunnel or upgrade=websocket'

/** A WebSocket does not come about where the request of the application does. */
export const webSocketRefused: EvidenceConclusion = {
  id: 'path-check/websocket-refused',
  says: (evidence) => {
    const check = investigation(evidence, 'websocket-check')
    const facts = factsOf<'websocket-check'>(check)
    if (check?.outcome.status !== 'failed') return undefined
    const response = facts !== undefined && isWholeResponse(facts) ? facts : undefined
    const { owner, host, words } = hopOf(evidence, response?.headers ?? {})
    const who = response === undefined ? undefined : attribute({ response, route: evidence.route })
    const product = who?.product === undefined || who.product === '' ? words : who.product
    const end =
      response === undefined
        ? `gets no answer (${check.outcome.failure.detail ?? ''})`
        : `is answered with ${String(response.status)}${facts?.sameWithout === true ? ', as a plain GET of the same URL is: the upgrade made no difference' : ` by ${product}`}`
    return {
      owner:
        who?.responder === 'proxy' || who?.responder === 'interceptor' ? 'connection-path' : owner,
      rung: 'http',
      code: 'websocket.refused',
      ...(who === undefined ? {} : { responder: who.responder }),
      summary: `A WebSocket to ${host} ${end}; HTTP requests pass.`,
      doNext: [
        `Let ${words} pass WebSocket upgrades on to ${host} (${SETTINGS}), or have the realtime endpoint served there if it is not.`,
      ],
      doNot: ['Do not rotate the API key: HTTP requests with it pass.'],
      cites: [check],
    }
  },
}
