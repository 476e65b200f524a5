import type { EvidenceConclusion } from '../whole-run.ts'
import { spanOf, type IdleCheckFacts } from '../../model/index.ts'
import { factsOf, investigation } from '../../model/reading.ts'
import { hopOf } from './hop.ts'

const HOW: Readonly<Record<'cut' | 'reset' | 'silent', string>> = {
  cut: 'was closed below TLS, which the server behind it did not do',
  reset: 'was reset',
  silent: 'answered no more: what is in between has forgotten it and says nothing',
}

/** A connection that rested was ended by something that is not the server. */
export const idleClosed: EvidenceConclusion = {
  id: 'path-check/idle-closed',
  says: (evidence) => {
    const check = investigation(evidence, 'idle-check')
    const facts = factsOf<'idle-check'>(check)
    const how = facts?.how
    if (check?.outcome.status !== 'failed' || !isBroken(how)) return undefined
    const { proxy } = evidence.egress
    const { host } = hopOf(evidence, {})
    const hop =
      proxy === undefined
        ? `the NAT, firewall or load balancer between this runner and ${host}`
        : `the proxy ${proxy.host}:${String(proxy.port)}, or a NAT or firewall before it,`
    const { restMs = 0, afterMs = 0 } = facts ?? {}
    const seconds = Math.max(1, Math.floor(afterMs / 1000))
    return {
      owner: 'connection-path',
      rung: 'http',
      code: 'http.idle_closed',
      summary: `A connection to ${host} that rested ${HOW[how]}, ${how === 'silent' ? `after a rest of ${spanOf(restMs)}` : `${spanOf(afterMs)} after its last byte`}: a client that keeps it open for its next request fails there.`,
      doNext: [
        `Let ${hop} keep idle connections longer than the application's pool does (HAProxy: timeout tunnel and timeout client; AWS and Azure load balancers: idle timeout).`,
        `Or let the application close idle connections after less than ${String(seconds)} s, or send TCP keep-alive more often than that.`,
      ],
      doNot: ['Do not raise the timeout of the request: no answer is on its way.'],
      cites: [check],
    }
  },
}

function isBroken(how: IdleCheckFacts['how'] | undefined): how is 'cut' | 'reset' | 'silent' {
  return how === 'cut' || how === 'reset' || how === 'silent'
}
