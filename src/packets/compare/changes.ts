import type { Packet, PacketRoute, ProbeId } from '../../model/index.ts'
import { joined, RUNGS } from '../../model/index.ts'
import { lastOf, listed } from '../../reports/seen.ts'
import type { BaselineView } from '../../reports/index.ts'
import { EGRESS_ADDRESS } from '../../reports/baseline.ts'
import { RUNG_NAMES, duration } from '../../reports/words.ts'
import { matchedRoutes } from './comparable.ts'

type Change = BaselineView['changes'][number]

/** Slower or faster counts when it is clear: by more than this factor and this many milliseconds. */
const CLEAR_FACTOR = 2
/** A smaller difference of two measurements is noise. */
const CLEAR_MS = 100

/** Everything of interest that differs between two packets, versions first. */
export function changesOf(before: Packet, now: Packet): readonly Change[] {
  const several = now.routes.length > 1
  return [
    ...versionsOf(before, now),
    ...matchedRoutes(before, now).flatMap(([a, b]) =>
      changesOfRoute(a, b).map((change) =>
        several ? { ...change, what: `${change.what} (${b.name})` } : change,
      ),
    ),
  ]
}

function versionsOf(before: Packet, now: Packet): readonly Change[] {
  const row = (what: string, read: (packet: Packet) => string) =>
    changed(what, read(before), read(now))
  return [
    row('openai-preflight', ({ tool }) => tool.version),
    row('Node', ({ tool }) => tool.node),
    row('openai SDK', ({ tool }) => tool.openai),
    row('undici', ({ tool }) => tool.undici),
    row('measured by', ({ runtime }) => runtime.source),
  ].flat()
}

export function changesOfRoute(before: PacketRoute, now: PacketRoute): readonly Change[] {
  const row = (what: string, read: (route: PacketRoute) => string) =>
    changed(what, read(before), read(now))
  return [
    ...row('verdict', ({ verdict }) => joined(' ', verdict.verdict, verdict.code)),
    ...measured('addresses', before, now, addressesOf),
    ...row('proxy', proxyOf),
    ...egressAddressChanges(before, now),
    ...row('trusted roots', ({ egress }) =>
      egress.trust.map(({ store, path }) => path ?? store).join(', '),
    ),
    ...row('verification', ({ egress }) => (egress.verifies ? 'on' : 'off')),
    ...measured('TLS issuer', before, now, issuerOf),
    ...measured('responder', before, now, ({ verdict }) =>
      joined(' ', verdict.responder, verdict.product),
    ),
    ...headerChanges(before, now),
    ...measured('SDK', before, now, (route) => ofTarget(route, 'answer')?.facts.sdk ?? ''),
    ...timings(before, now),
  ]
}

function changed(what: string, before: string, now: string): readonly Change[] {
  return before === now ? [] : [{ what, before, now }]
}

/** What was not measured on one side is no change. */
function measured(
  what: string,
  before: PacketRoute,
  now: PacketRoute,
  read: (route: PacketRoute) => string,
): readonly Change[] {
  const [one, other] = [read(before), read(now)]
  return one === '' || other === '' ? [] : changed(what, one, other)
}

/** What was seen of the API last, not of the proxy. */
function ofTarget<P extends ProbeId>({ observations }: PacketRoute, probe: P) {
  return lastOf(
    observations.filter(({ facts }) => !('of' in facts) || facts.of !== 'proxy'),
    probe,
  )
}

export function addressesOf(route: PacketRoute): string {
  const addresses = ofTarget(route, 'lookup')?.facts.addresses ?? []
  return listed(addresses.toSorted((a, b) => (a.address < b.address ? -1 : 1)))
}

/** Issuer of the leaf, from the handshake, else from the chain that was read without trusting it. */
export function issuerOf(route: PacketRoute): string {
  const [leaf = ofTarget(route, 'served-chain')?.facts.chain?.[0]] =
    ofTarget(route, 'handshake')?.facts.chain ?? []
  return leaf?.issuer ?? ''
}

/** Another address of the same pool is no change. */
function egressAddressChanges(before: PacketRoute, now: PacketRoute): readonly Change[] {
  const [one, other] = [addressesSeen(before), addressesSeen(now)]
  if (one.some((address) => other.includes(address))) return []
  return measured(EGRESS_ADDRESS, before, now, egressAddressOf)
}

/** Every public address that the edge of the API saw of a run. */
export function addressesSeen({ egressAddress: seen }: PacketRoute): readonly string[] {
  return seen !== undefined && 'address' in seen ? [seen.address, ...(seen.pool ?? [])] : []
}

function egressAddressOf({ egressAddress: seen }: PacketRoute): string {
  return seen !== undefined && 'address' in seen
    ? [...(seen.pool ?? [seen.address]), seen.country].filter(Boolean).join(' ')
    : ''
}

export function proxyOf({ egress: { proxy } }: PacketRoute): string {
  return proxy === undefined
    ? 'direct'
    : `${proxy.scheme}://${proxy.host}:${proxy.port} (${proxy.source})`
}

/** Products name themselves in these; other headers tell by being there. */
const TELLING_HEADERS = ['server', 'via', 'x-powered-by', 'x-ms-region', 'openai-version']

function headerChanges(before: PacketRoute, now: PacketRoute): readonly Change[] {
  const [one = {}, other = {}] = [before, now].map(
    (route) => ofTarget(route, 'response')?.facts.headers,
  )
  if (Object.keys(one).length === 0 || Object.keys(other).length === 0) return []
  const names = (headers: object, without: object) =>
    Object.keys(headers)
      .filter((name) => !(name in without) && !TELLING_HEADERS.includes(name))
      .toSorted()
      .join(', ')
  return [
    ...changed('responder headers', names(one, other), names(other, one)),
    ...TELLING_HEADERS.flatMap((name) =>
      changed(`header ${name}`, one[name] ?? '', other[name] ?? ''),
    ),
  ]
}

function timings(before: PacketRoute, now: PacketRoute): readonly Change[] {
  return RUNGS.flatMap((rung) => {
    const [one, other] = [before, now].map((route) => {
      const step = route.verdict.ladder.find((each) => each.rung === rung)
      return step?.status === 'ok' ? step.elapsedMs : undefined
    })
    if (one === undefined || other === undefined) return []
    const isClear =
      Math.abs(one - other) > CLEAR_MS && Math.max(one, other) > CLEAR_FACTOR * Math.min(one, other)
    return isClear
      ? [{ what: `time of ${RUNG_NAMES[rung]}`, before: duration(one), now: duration(other) }]
      : []
  })
}
