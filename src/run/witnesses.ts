import { statusPageOf } from '../knowledge/hosts.ts'
import { given, type PacketRoute } from '../model/index.ts'
import { factsOf, lacksUsableResponse, lastAttempt, observation } from '../model/reading.ts'
import { evidenceOf, type RouteResult } from './route-run.ts'
import { withOffset } from './stored.ts'

/** Said of the page of a service, whenever the request was sent and no usable response came. */
export function statusPageSeen(
  { routeRun, observations }: RouteResult,
  run: { readonly startedAt: Date; readonly source: string },
): Pick<PacketRoute, 'statusPage'> {
  const evidence = evidenceOf(routeRun, observations)
  if (lastAttempt(evidence) === 0 || !lacksUsableResponse(evidence)) return {}
  const host = URL.parse(routeRun.route.baseUrl)?.hostname ?? ''
  const known = statusPageOf(host)
  if (known?.form === 'people') {
    const because = `${known.url} is written for people: open it in a browser`
    return { statusPage: { host: new URL(known.url).host, because } }
  }
  if (known === undefined) {
    return { statusPage: { because: 'no status page is known for this host' } }
  }
  const seen = observation(evidence, 'status-page')
  if (seen === undefined) {
    const because = run.source.startsWith('inside')
      ? 'it is not asked from inside the target'
      : 'no time was left for it'
    return { statusPage: { because } }
  }
  const ended = seen.startedMs + seen.elapsedMs
  const checkedAt = withOffset(new Date(run.startedAt.getTime() + ended))
  const facts = factsOf<'status-page'>(seen)
  if (seen.outcome.status === 'ok') {
    const { indicator, components } = seen.outcome.facts
    return { statusPage: { host: seen.target, checkedAt, indicator, components } }
  }
  const because =
    seen.outcome.status === 'skipped'
      ? seen.outcome.because
      : (facts?.because ?? seen.outcome.failure.code)
  return {
    statusPage: {
      host: seen.target,
      ...given({ checkedAt: seen.outcome.status === 'failed' ? checkedAt : undefined }),
      because,
    },
  }
}

/** What the edge of the API saw of this egress, or why it was not asked. */
export function egressAddressSeen({
  routeRun,
  observations,
}: RouteResult): Pick<PacketRoute, 'egressAddress'> {
  const seen = observation(evidenceOf(routeRun, observations), 'egress-address')
  if (seen === undefined) return {}
  const { outcome } = seen
  switch (outcome.status) {
    case 'ok': {
      return { egressAddress: outcome.facts }
    }
    case 'skipped': {
      return { egressAddress: { because: outcome.because } }
    }
    case 'failed': {
      return { egressAddress: { because: outcome.failure.detail ?? outcome.failure.code } }
    }
  }
}
