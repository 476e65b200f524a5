import type {
  AnyObservation,
  Code,
  Evidence,
  TokenExchange,
  TokenFacts,
} from '../../model/index.ts'
import { factsOf, observation } from '../../model/reading.ts'

/** A sign-in that gave no token, with what every conclusion about it needs. */
export interface SignInFailure {
  readonly evidence: Evidence
  readonly observation: AnyObservation
  /** What the probe calls it. */
  readonly code: Code
  readonly facts: TokenFacts
  /** The request that ended it; absent when none was sent. */
  readonly last: TokenExchange | undefined
  /** Any of these numbers of Entra ID came. */
  readonly says: (...numbers: readonly number[]) => boolean
}

export function signInFailure(evidence: Evidence): SignInFailure | undefined {
  const seen = observation(evidence, 'token')
  const facts = factsOf<'token'>(seen)
  if (seen?.outcome.status !== 'failed' || !isWhole(facts)) return undefined
  const last = facts.exchanges.at(-1)
  return {
    evidence,
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

/** `Entra ID (login.microsoftonline.com) answered 401 AADSTS7000215`. */
export function answered({ facts, last }: SignInFailure): string {
  const words = last === undefined ? [] : [...last.errorCodes, last.error ?? ''].slice(0, 1)
  return `${nameOf(last)} (${last?.host ?? facts.authority}) answered ${String(last?.status ?? 'nothing')} ${words.join('')}`.trim()
}

export function nameOf(last: TokenExchange | undefined): string {
  return NAMES[last?.asked ?? 'entra']
}

const NAMES: Readonly<Record<TokenExchange['asked'], string>> = {
  imds: 'The instance metadata service of this machine',
  'identity-endpoint': 'The identity endpoint of this machine',
  job: "GitHub's token endpoint",
  entra: 'Entra ID',
}
