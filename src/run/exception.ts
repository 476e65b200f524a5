import { exceptionChain } from '../knowledge/exceptions.ts'
import { given, type PacketRoute } from '../model/index.ts'
import { factsOf, firstFailed, lastAttempt, observation, responseOf } from '../model/reading.ts'
import { evidenceOf, type RouteResult } from './route-run.ts'

/**
 * The failure as the application meets it: the exception of its own SDK, and what came back with it.
 * Absent after a pass, and where nothing was sent.
 */
export function exceptionSeen({
  routeRun,
  observations,
  verdict,
}: RouteResult): Pick<PacketRoute, 'exception'> {
  const evidence = evidenceOf(routeRun, observations)
  const response = responseOf(evidence)
  const answered = observation(evidence, 'answer')
  if (verdict.verdict === 'pass' || lastAttempt(evidence) === 0) return {}
  if (answered?.outcome.status === 'ok') return {}
  const failed = firstFailed(evidence)
  const broke = failed?.probe === 'answer' ? undefined : failed?.outcome.failure
  const { client, application } = routeRun.route
  const tunnel = failed?.probe === 'tunnel' ? factsOf<'tunnel'>(failed)?.status : undefined
  const status = response?.facts.status
  const thrown = factsOf<'answer'>(answered)?.errorChain
  // What our own SDK threw says nothing of the SDK of another language.
  const ours = evidence.source === 'inside' || ['node', 'bun', 'deno'].includes(client)
  const chain = (thrown !== undefined && !ours ? [] : thrown) ?? [
    ...exceptionChain({
      client,
      ...given({
        sdkVersion: versionIn(application?.sdk?.value),
        status,
        code: broke?.code,
        errno: broke?.errno,
        proxyStatus: tunnel,
      }),
    }),
  ]
  return {
    exception: {
      chain,
      hadStatus: status !== undefined,
      hadBody: (response?.facts.body.bytes ?? 0) > 0,
      hadRequestId: response?.facts.requestId !== undefined,
    },
  }
}

/** `3.22.1` of `openai 3.22.1` and of `openai>=3.22.1`. */
function versionIn(sdk: string | undefined): string | undefined {
  return /\d+(?:\.\d+)*/.exec(sdk ?? '')?.[0]
}
