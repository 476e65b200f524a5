import type { LadderStep, Packet, PacketRoute, Rung } from '../../model/index.ts'
import { RUNGS } from '../../model/index.ts'
import { lastOf } from '../../reports/seen.ts'
import { ladderOf } from '../../reports/words.ts'

/** Whether a difference between two packets can come from the place alone. */
export type Comparability =
  | { readonly comparable: true }
  | { readonly comparable: false; readonly because: readonly string[] }

/** Routes of the same name in both packets, in the order of the first. */
export function matchedRoutes(
  a: Packet,
  b: Packet,
): readonly (readonly [PacketRoute, PacketRoute])[] {
  return a.routes.flatMap((first) => {
    const second = b.routes.find((route) => route.name === first.name)
    return second === undefined ? [] : [[first, second] as const]
  })
}

/** Key, model, endpoint, base URL, client and SDK must be the same; every one that is not is named. */
export function comparable(a: Packet, b: Packet): Comparability {
  const pairs = matchedRoutes(a, b)
  if (pairs.length === 0) {
    const names = (packet: Packet) => packet.routes.map((route) => `"${route.name}"`).join(', ')
    const because = `The packets have no route of the same name: one has ${names(a) || 'none'}, the other ${names(b) || 'none'}.`
    return { comparable: false, because: [because] }
  }
  const because = pairs.flatMap(([first, second]) => mismatches(first, second))
  return because.length === 0 ? { comparable: true } : { comparable: false, because }
}

function mismatches(a: PacketRoute, b: PacketRoute): readonly string[] {
  const reasons: string[] = []
  const add = (what: string, one: string, other: string) => {
    if (one !== other) reasons.push(`${what} differs: ${one || 'none'} and ${other || 'none'}.`)
  }
  if (a.keyFingerprint !== b.keyFingerprint) {
    const oneHasNone = a.keyFingerprint === '' || b.keyFingerprint === ''
    reasons.push(oneHasNone ? 'Only one was measured with a key.' : 'The keys are not the same.')
  }
  add('The model', a.model, b.model)
  add('The endpoint', a.endpoint, b.endpoint)
  add('The base URL', sameUrl(a.baseUrl), sameUrl(b.baseUrl))
  add('The client', a.client, b.client)
  const [one, other] = [sdkOf(a), sdkOf(b)]
  if (one !== '' && other !== '') add('The SDK', one, other)
  return reasons.map((reason) => `Route "${a.name}": ${reason}`)
}

/** Letter case of the host and a slash at the end make no difference. */
function sameUrl(text: string): string {
  return (URL.parse(text)?.href ?? text).replace(/\/$/, '')
}

/** `openai` of `openai@7.57.0`: another version is a change, another SDK another client. */
function sdkOf(route: PacketRoute): string {
  return (lastOf(route.observations, 'answer')?.facts.sdk ?? '').replace(/@[^@]*$/, '')
}

/** The first rung at which two places tell different stories, or why there is none. */
export type Difference =
  /** One place passes the rung, the other does not. */
  | { readonly kind: 'one-fails'; readonly rung: Rung; readonly failing: 0 | 1 }
  /** Both fail there, by different codes or by the word of different responders. */
  | { readonly kind: 'fail-differently'; readonly rung: Rung }
  | { readonly kind: 'fail-alike'; readonly rung: Rung }
  /** One place fails where the other was not measured: nothing follows. */
  | { readonly kind: 'not-measured'; readonly rung: Rung; readonly failing: 0 | 1 }
  | { readonly kind: 'none' }

export function differenceOf(a: PacketRoute, b: PacketRoute): Difference {
  const [one, other] = [ladderOf(a.verdict), ladderOf(b.verdict)]
  for (const [index, rung] of RUNGS.entries()) {
    const [first, second] = [one[index], other[index]]
    if (first === undefined || second === undefined) continue
    if (first.status === 'failed' && second.status === 'failed') {
      const isSame =
        a.verdict.code === b.verdict.code && a.verdict.responder === b.verdict.responder
      return { kind: isSame ? 'fail-alike' : 'fail-differently', rung }
    }
    if (first.status !== 'failed' && second.status !== 'failed') continue
    const failing = first.status === 'failed' ? 0 : 1
    const wasMeasured = (first.status === 'failed' ? second : first).status === 'ok'
    // A proxy that only one place has to pass is itself the difference.
    const isOwnHop =
      rung === 'proxy' && (a.egress.proxy === undefined) !== (b.egress.proxy === undefined)
    const isPast = wasMeasured || isOwnHop || hasClimbedPast(failing === 0 ? other : one, index)
    return isPast ? { kind: 'one-fails', rung, failing } : { kind: 'not-measured', rung, failing }
  }
  return { kind: 'none' }
}

/** Something above was proven, so this rung was no obstacle there. */
function hasClimbedPast(ladder: readonly LadderStep[], index: number): boolean {
  return ladder.slice(index + 1).some((step) => step.status === 'ok')
}

/** Rungs that both places have proven, in order. */
export function provenAtBoth(a: PacketRoute, b: PacketRoute): readonly Rung[] {
  const [one, other] = [ladderOf(a.verdict), ladderOf(b.verdict)]
  return RUNGS.filter((_, index) => one[index]?.status === 'ok' && other[index]?.status === 'ok')
}
