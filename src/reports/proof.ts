import type { LadderStep, Packet, PacketObservation, PacketRoute } from '../model/index.ts'
import { lastOf, servedTo } from './seen.ts'
import { RUNG_NAMES, destinationIn, ladderOf, placeOf } from './words.ts'

/**
 * How far this same path led, below the sentence of the verdict: each fact once and nothing that was
 * not measured: `Reached: DNS resolved inside the container, TCP opened to 192.0.2.7 port 443. Stopped
 * at: TLS, issuer Example Root. No request ID returned.` Plain text, not escaped.
 */
export function proofOf(packet: Packet, route: PacketRoute): string {
  const steps = ladderOf(route.verdict)
  const stopped = steps
    .filter(({ status }) => status === 'failed')
    .map((step) => stoppedAt(step, route))
  const reached = steps
    .filter(({ status }) => status === 'ok')
    .map((step) => reachedBy(step, packet, route, stopped.join(' ')))
    .filter((part) => part !== '')
  const sentences = [
    reached.length === 0 ? '' : `Reached: ${reached.join(', ')}`,
    stopped.length === 0 ? '' : `Stopped at: ${stopped.join(', ')}`,
  ]
  const { requestId: id, summary } = route.verdict
  if (id === '') sentences.push('No request ID returned')
  else if (![summary, ...sentences].some((one) => one.includes(id)))
    sentences.push(`Request ID: ${id}`)
  const page = route.statusPage?.host === undefined ? '' : statusPageText(route)
  sentences.push(page.charAt(0).toUpperCase() + page.slice(1))
  if (route.statusPage !== undefined && 'indicator' in route.statusPage) sentences.push(NO_JUDGE)
  return sentences
    .filter((one) => one !== '')
    .map((one) => `${one.replace(/\.$/, '')}.`)
    .join(' ')
}

const NO_JUDGE = 'A green status page does not clear this route, and a red one does not prove it.'

/** `status page checked at 2026-05-06 22:40 +08:00: operational`; empty where it was not worth asking. */
export function statusPageText({ statusPage: page }: PacketRoute): string {
  if (page === undefined) return ''
  const at = page.checkedAt === undefined ? '' : ` at ${minuteOf(page.checkedAt)}`
  if (!('indicator' in page)) return `status page not read${at}: ${page.because}`
  const parts = page.components.slice(0, 3).map(({ name, status }) => `${name}: ${status}`)
  const word = page.indicator === 'none' ? 'operational' : page.indicator
  return `status page checked${at}: ${word}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`
}

/** `2026-05-06T22:40:11.123+08:00` → `2026-05-06 22:40 +08:00` */
function minuteOf(iso: string): string {
  return iso.replace(/^([\d-]+)T(\d+:\d+)[\d:.]*(.*)$/, '$1 $2 $3')
}

/** As a URL spells an address: IPv6 in brackets; a proxy may come without them. */
const ADDRESS = /^\d+(?:\.\d+){3}$|:/

function stoppedAt(step: LadderStep, route: PacketRoute): string {
  const issuer = step.rung === 'tls' ? issuerOf(observationsOf(step, route)) : ''
  const { code, summary } = route.verdict
  // The code stands below, with its link.
  const isSaid = step.because === code || summary.includes(step.because)
  const because = isSaid ? '' : ` (${step.because})`
  return `${RUNG_NAMES[step.rung]}${issuer === '' ? because : `, issuer ${issuer}`}`
}

function reachedBy(step: LadderStep, packet: Packet, route: PacketRoute, stopped: string): string {
  const seen = observationsOf(step, route)
  const place = placeOf(packet)
  switch (step.rung) {
    case 'config':
      return ''
    case 'dns': {
      const ofProxy = lastOf(seen, 'lookup')?.facts.of === 'proxy'
      // An address is not looked up.
      const name = ofProxy ? (route.egress.proxy?.host ?? '') : destinationIn(route.baseUrl).host
      if (ADDRESS.test(name)) return ''
      return `DNS resolved ${ofProxy ? 'the name of the proxy ' : ''}${place}`
    }
    case 'tcp': {
      const { address, port, of } = lastOf(seen, 'connect')?.facts ?? {}
      const proxy = of === 'proxy' ? ' to the proxy' : ''
      return `TCP opened${proxy}${address === undefined ? '' : `${proxy === '' ? ' to' : ' at'} ${address} port ${port}`}`
    }
    case 'proxy':
      return 'the proxy opened the tunnel'
    case 'tls': {
      const issuer = issuerOf(seen)
      return `TLS verified for ${destinationIn(route.baseUrl).host}${issuer === '' ? '' : ` with issuer ${issuer}`}`
    }
    case 'http': {
      const status = route.verdict.httpStatus
      const isSaid = status === '' || stopped.includes(`HTTP ${status}`)
      return `an HTTP response came back${isSaid ? '' : ` (status ${status})`}`
    }
    case 'auth':
      return 'the credentials were accepted'
    case 'request':
      return route.model === '' ? 'the endpoint is known' : 'the endpoint and the model are known'
    case 'quota':
      return 'the request was admitted'
    case 'answer':
      return 'a valid answer came back'
  }
}

/** Observations behind a step: those it cites, else those of its rung in the last attempt. */
function observationsOf(
  step: Pick<LadderStep, 'rung' | 'cites'>,
  route: PacketRoute,
): readonly PacketObservation[] {
  const cited = route.observations.filter((one) => step.cites.includes(one.id))
  if (cited.length > 0) return cited
  return route.observations.filter((one) => one.rung === step.rung && one.attempt === route.attempt)
}

function issuerOf(seen: readonly PacketObservation[]): string {
  return servedTo(seen)[0]?.issuer ?? ''
}
