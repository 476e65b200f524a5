import type { EvidenceConclusion } from '../whole-run.ts'
import { sizeOf } from '../../model/index.ts'
import { factsOf, investigation } from '../../model/reading.ts'
import { attribute } from '../attribution.ts'
import { hopOf } from './hop.ts'

const LIMITS =
  'nginx: client_max_body_size; Squid: request_body_max_size; HAProxy and a WAF: a rule on the size'

/** A small POST is answered, the same one of the size that was asked about is not. */
export const bodyTooLarge: EvidenceConclusion = {
  id: 'path-check/body-too-large',
  says: (evidence) => {
    const check = investigation(evidence, 'body-check')
    const facts = factsOf<'body-check'>(check)
    if (check?.outcome.status !== 'failed' || facts?.bytes === undefined) return undefined
    const { bytes, smallStatus, passed = 0, refused = bytes, refusal } = facts
    const hop = hopOf(evidence, refusal?.headers ?? {})
    const who =
      refusal === undefined ? undefined : attribute({ response: refusal, route: evidence.route })
    const silent = check.outcome.failure.errno === 'TIMEOUT'
    const byApi = who?.responder === 'openai' || who?.responder === 'azure-openai'
    const onPath = who?.responder === 'proxy' || who?.responder === 'interceptor' || silent
    const { host } = hop
    const product = who?.product === undefined || who.product === '' ? hop.words : who.product
    const end =
      refusal === undefined
        ? silent
          ? 'gets no answer'
          : `ends without an answer (${check.outcome.failure.detail ?? ''})`
        : `is answered with ${String(refusal.status)} by ${byApi ? 'the API itself' : product}`
    const between = `between ${sizeOf(passed)} and ${sizeOf(refused)}`
    return {
      owner: onPath
        ? 'connection-path'
        : byApi
          ? evidence.route.kind === 'openai'
            ? 'request'
            : 'route-provider'
          : hop.owner,
      rung: 'http',
      code: 'http.body_too_large',
      ...(who === undefined ? {} : { responder: who.responder }),
      ...(who === undefined || who.product === '' ? {} : { product: who.product }),
      summary: `A POST of ${sizeOf(bytes)} to ${host} ${end}, and a small one is answered with ${String(smallStatus ?? '')} (both without a key): the limit lies ${between}.`,
      doNext: silent
        ? [
            `Clamp the TCP MSS or let ICMP "fragmentation needed" through on the path to ${host} (MTU black hole).`,
            `Lift the limit on request bodies in the proxy or inspection device on the path to ${host}, if there is one (${LIMITS}).`,
          ]
        : byApi
          ? [`Send requests of less than ${sizeOf(refused)}: the API itself takes no larger one.`]
          : [`Raise the limit on request bodies in ${product} for ${host} (${LIMITS}).`],
      doNot: ['Do not raise the timeout or retry: the same size fails again.'],
      cites: [check],
    }
  },
}
