import type { EvidenceConclusion } from '../../whole-run.ts'
import { hostIn, spanOf } from '../../../model/index.ts'
import { factsOf, isProbe, lastAttempt, requestChain, responseOf } from '../../../model/reading.ts'

/** A healthy resolver answers in tens of milliseconds; a dead first server costs whole seconds. */
const SLOW_LOOKUP_MS = 1000

export const slowLookup: EvidenceConclusion = {
  id: 'dns/slow',
  says: (evidence) => {
    const slow = requestChain(evidence).find(
      (one) =>
        isProbe(one, 'lookup') && one.outcome.status === 'ok' && one.elapsedMs >= SLOW_LOOKUP_MS,
    )
    if (slow === undefined) return undefined
    return {
      owner: 'connection-path',
      rung: 'dns',
      code: 'dns.slow',
      retryable: true,
      summary: `The lookup of ${slow.target} took ${Math.round(slow.elapsedMs)} ms.`,
      doNext: [
        'Remove the name server that does not answer from /etc/resolv.conf, or repair how it answers AAAA queries.',
      ],
      cites: [slow],
    }
  },
}

export const brokenIpv6: EvidenceConclusion = {
  id: 'tcp/broken-ipv6',
  says: (evidence) => {
    for (const one of requestChain(evidence)) {
      if (!isProbe(one, 'connect') || one.outcome.status !== 'ok') continue
      const attempts = factsOf<'connect'>(one)?.attempts ?? []
      const dead = attempts.find(({ family, status }) => family === 6 && status !== 'ok')
      if (dead === undefined || one.outcome.facts.family !== 4) continue
      return {
        owner: 'connection-path',
        rung: 'tcp',
        code: 'tcp.address_unreachable',
        summary: `IPv6 to ${one.target} does not work from this runner (${dead.address} ${dead.errno ?? 'no answer'}, ${Math.round(dead.elapsedMs)} ms); IPv4 does.`,
        doNext: ['Repair the IPv6 route of this runner or switch IPv6 off there.'],
        cites: [one],
      }
    }
    return undefined
  },
}

/** The service answered when it was given the application's own patience: slow, not broken. */
export const slowAnswer: EvidenceConclusion = {
  id: 'http/slow-answer',
  says: (evidence) => {
    const response = responseOf(evidence)
    const { timeoutMs, kind } = evidence.route
    const took = response?.observation.elapsedMs ?? 0
    if (response === undefined || lastAttempt(evidence) < 2 || took <= timeoutMs) return undefined
    const host = hostIn(evidence.route.baseUrl)
    return {
      owner: kind === 'openai' ? 'api-server' : 'route-provider',
      rung: 'http',
      code: 'http.slow',
      retryable: true,
      summary: `${host} answered after ${spanOf(took)}, later than the timeout of ${spanOf(timeoutMs)}: the service is slow, for example after a cold start, and not broken.`,
      doNext: [
        `Let the application wait longer than ${spanOf(took)}, or have the operator of ${host} keep the service warm; set timeout to what the application waits.`,
      ],
      doNot: ['Do not open firewalls: the path is proven.'],
      cites: [response.observation],
    }
  },
}
