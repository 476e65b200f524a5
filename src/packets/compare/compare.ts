import { joined, type Packet, type Rung } from '../../model/index.ts'
import type { BaselineView } from '../../reports/index.ts'
import { changesOf } from './changes.ts'
import { comparable, type Difference, differenceOf, matchedRoutes } from './comparable.ts'
import { proofs } from './proof.ts'

export interface RouteComparison {
  readonly route: string
  readonly difference: Difference
  /** First rung at which the places differ; absent where none does. */
  readonly differsAt?: Rung
  /** What the difference proves, in sentences. */
  readonly proves: readonly string[]
}

/** Two places, measured with the same request. */
export interface Comparison {
  readonly places: readonly [string, string]
  readonly startedAt: readonly [string, string]
  readonly routes: readonly RouteComparison[]
  /** Names of routes that only one packet has. */
  readonly unmatched: readonly string[]
  readonly changes: BaselineView['changes']
}

/**
 * Names the first rung at which two places differ, and what that proves. Ask `comparable` first:
 * for other keys, models or clients the sentences would not be true.
 *
 * @param names what to call the places, where the packets' own names are not enough
 */
export function compare(
  a: Packet,
  b: Packet,
  names: readonly [string, string] = namesOf(a, b),
): Comparison {
  const routes = matchedRoutes(a, b).map(([first, second]): RouteComparison => {
    const difference = differenceOf(first, second)
    const proves = proofs(difference, [
      { name: names[0], route: first, at: Date.parse(a.startedAt) },
      { name: names[1], route: second, at: Date.parse(b.startedAt) },
    ])
    const differs = difference.kind === 'one-fails' || difference.kind === 'fail-differently'
    return {
      route: first.name,
      difference,
      ...(differs ? { differsAt: difference.rung } : {}),
      proves,
    }
  })
  const matched = new Set(routes.map(({ route }) => route))
  const all = [...a.routes, ...b.routes].map(({ name }) => name)
  return {
    places: names,
    startedAt: [a.startedAt, b.startedAt],
    routes,
    unmatched: [...new Set(all.filter((name) => !matched.has(name)))],
    changes: changesOf(a, b),
  }
}

function namesOf(a: Packet, b: Packet): readonly [string, string] {
  const [one, other] = [placeName(a), placeName(b)]
  return one === other || one === '' || other === ''
    ? [`${one || 'the first place'} (first)`, `${other || 'the second place'} (second)`]
    : [one, other]
}

function placeName({ runtime }: Packet): string {
  return joined(' in ', runtime.runnerName, runtime.region)
}

/** What changed since an earlier run of the same place; refused where the two cannot be compared. */
export function sinceBaseline(earlier: Packet, now: Packet): BaselineView {
  const { startedAt } = earlier
  const able = comparable(earlier, now)
  return able.comparable
    ? { startedAt, changes: changesOf(earlier, now) }
    : { startedAt, refused: able.because.join(' '), changes: [] }
}
