import type {
  AnyObservation,
  Code,
  Evidence,
  Finding,
  Owner,
  Rule,
  TokenExchange,
  TokenFacts,
} from '../../../model/index.ts'
import { factsOf, observation } from '../../../model/reading.ts'

/** A sign-in that gave no token, with what every conclusion about it needs. */
export interface SignInFailure {
  readonly observation: AnyObservation
  /** What the probe calls it. */
  readonly code: Code
  readonly facts: TokenFacts
  /** The request that ended it; absent when none was sent. */
  readonly last: TokenExchange | undefined
  /** Any of these numbers of Entra ID came. */
  readonly says: (...numbers: readonly number[]) => boolean
}

export interface SignInConclusion {
  readonly id: string
  readonly conclude: (failure: SignInFailure) => Conclusion | undefined
}

interface Conclusion {
  /** `auth` unless said otherwise. */
  readonly owner?: Owner
  readonly code: Code
  readonly retryable?: boolean
  readonly summary: string
  readonly doNext: readonly string[]
  readonly doNot?: readonly string[]
}

const NOT_ASKED = [
  'Do not change roles, keys or deployments of the Azure resource: it has not seen this identity.',
]

/** One failed sign-in has one explanation: the first conclusion of the list that matches. */
export function signInRules(conclusions: readonly SignInConclusion[]): readonly Rule[] {
  return conclusions.map(({ id, conclude }, at) => ({
    id,
    explainedBy: conclusions.slice(0, at).map((earlier) => earlier.id),
    match: (evidence) => {
      const failure = failureIn(evidence)
      const conclusion = failure === undefined ? undefined : conclude(failure)
      return failure === undefined || conclusion === undefined
        ? undefined
        : findingOf(id, failure, conclusion)
    },
  }))
}

function failureIn(evidence: Evidence): SignInFailure | undefined {
  const seen = observation(evidence, 'token')
  const facts = factsOf<'token'>(seen)
  if (seen?.outcome.status !== 'failed' || !isWhole(facts)) return undefined
  const last = facts.exchanges.at(-1)
  return {
    observation: seen,
    code: seen.outcome.failure.code,
    facts,
    last,
    says: (...numbers) =>
      numbers.some((number) => last?.errorCodes.includes(`AADSTS${String(number)}`) === true),
  }
}

function isWhole(facts: Partial<TokenFacts> | undefined): facts is TokenFacts {
  return (
    facts?.method !== undefined &&
    facts.authority !== undefined &&
    facts.exchanges !== undefined &&
    facts.scope !== undefined &&
    facts.hasClient !== undefined &&
    facts.hasTenant !== undefined
  )
}

function findingOf(rule: string, { observation: seen }: SignInFailure, said: Conclusion): Finding {
  return {
    rule,
    owner: said.owner ?? 'auth',
    rung: 'auth',
    code: said.code,
    retryable: said.retryable ?? false,
    summary: said.summary,
    doNext: said.doNext,
    doNot: [...(said.doNot ?? []), ...NOT_ASKED],
    cites: [seen],
  }
}

/** `Entra ID (login.microsoftonline.com) answered 401 AADSTS7000215`. */
export function answered({ facts, last }: SignInFailure): string {
  const words = last === undefined ? [] : [...last.errorCodes, last.error ?? ''].slice(0, 1)
  return `${nameOf(last)} (${last?.host ?? facts.authority}) answered ${String(last?.status ?? 'nothing')} ${words.join('')}`.trim()
}

/** White space at an end of a credential: the identity library sends it as it is. */
export function paddedNote({ facts }: SignInFailure): string {
  const names = facts.padded ?? []
  return names.length === 0
    ? ''
    : `; ${names.join(' and ')} contains a space or line break at an end`
}

export function nameOf(last: TokenExchange | undefined): string {
  switch (last?.asked) {
    case 'imds':
      return 'The instance metadata service of this machine'
    case 'identity-endpoint':
      return 'The identity endpoint of this machine'
    case 'job':
      return "GitHub's token endpoint"
    case 'entra':
    case undefined:
      return 'Entra ID'
  }
}
