import type { LadderStep, PacketRoute, Rung } from '../../model/index.ts'
import { RUNGS } from '../../model/index.ts'
import { ladderOf } from '../../reports/words.ts'

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
