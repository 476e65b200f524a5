import type { EgressNote } from '../model/index.ts'
import type { EgressQuestion } from './question.ts'

export interface Variable {
  /** As it is spelt. */
  readonly name: string
  readonly value: string
}

/** What a client takes from several spellings of one variable. */
export interface Choice {
  /** Never empty. */
  readonly chosen?: Variable
  /** An empty spelling that hides filled ones. */
  readonly emptied?: Variable
  /** Filled spellings that lose. */
  readonly losers: readonly Variable[]
}

type Surroundings = Pick<EgressQuestion, 'env' | 'platform'>

/** The variable with exactly this name; on Windows names are the same in any case. */
export function variable({ env, platform }: Surroundings, name: string): Variable | undefined {
  const value = env[name]
  if (value !== undefined) return { name, value }
  if (platform !== 'win32') return undefined
  return anyCase({ env }, name).at(0)
}

/** The variable when it is set and not empty. */
export function filled(from: Surroundings, name: string): Variable | undefined {
  const found = variable(from, name)
  return found !== undefined && found.value !== '' ? found : undefined
}

/** Node: the first spelling that is set wins, also when it is empty (`??`). */
export function firstSet(from: Surroundings, names: readonly string[]): Choice {
  const set = spelt(from, names)
  const [winner, ...rest] = set
  const losers = rest.filter((other) => other.value !== '')
  if (winner === undefined) return { losers }
  return winner.value === '' ? { emptied: winner, losers } : { chosen: winner, losers }
}

/** curl: the first spelling that is set and not empty wins. */
export function firstFilled(from: Surroundings, names: readonly string[]): Choice {
  const [chosen, ...losers] = spelt(from, names).filter((one) => one.value !== '')
  return chosen === undefined ? { losers } : { chosen, losers }
}

/**
 * Python's `urllib.request.getproxies_environment`: any case counts, a name that ends in lower-case
 * `_proxy` wins, and an empty one of those removes the proxy.
 */
export function anySpelling(from: Surroundings, name: string): Choice {
  const all = anyCase(from, name)
  const suffix = name.slice(name.lastIndexOf('_'))
  const decided = all.findLast((one) => one.name.endsWith(suffix))
  const winner = decided ?? all.findLast((one) => one.value !== '')
  const losers = all.filter((one) => one !== winner && one.value !== '')
  if (winner === undefined) return { losers }
  return winner.value === '' ? { emptied: winner, losers } : { chosen: winner, losers }
}

/** Says which spellings lose, where that changes anything. */
export function precedenceNotes({ chosen, emptied, losers }: Choice): readonly EgressNote[] {
  const winner = chosen ?? emptied
  if (winner === undefined) return []
  return losers
    .filter((loser) => loser.value !== winner.value)
    .map((loser) => ({
      variable: loser.name,
      because:
        emptied === undefined
          ? `${winner.name} is set to another value and wins.`
          : `${winner.name} is set but empty, and wins.`,
      fix:
        emptied === undefined
          ? `Give ${winner.name} and ${loser.name} the same value.`
          : `Remove the empty ${winner.name}.`,
    }))
}

/** Proxy variables that are there without a value: what an unset secret gives. */
export function emptyNotes(from: Surroundings): readonly EgressNote[] {
  return ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']
    .flatMap((name) => variable(from, name) ?? [])
    .filter(({ value }) => value === '')
    .map(({ name }) => ({
      variable: name,
      because: `${name} is set but empty, which counts as not set.`,
      fix: `Give ${name} the URL of the proxy, or remove it; a secret that is not there is empty.`,
    }))
}

function spelt(from: Surroundings, names: readonly string[]): readonly Variable[] {
  const found = names.flatMap((name) => variable(from, name) ?? [])
  // On Windows both spellings lead to the same variable.
  return found.filter((one, at) => found.findIndex((other) => other.name === one.name) === at)
}

function anyCase({ env }: Pick<EgressQuestion, 'env'>, name: string): readonly Variable[] {
  const wanted = name.toLowerCase()
  return Object.entries(env).flatMap(([key, value]) =>
    value !== undefined && key.toLowerCase() === wanted ? [{ name: key, value }] : [],
  )
}
