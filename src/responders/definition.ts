import type {
  CertificateFacts,
  Evidence,
  Responder,
  ResponseFacts,
  Route,
  RouteKind,
} from '../model/index.ts'

/** A response and where it was expected from. */
export interface ReceivedResponse {
  readonly response: ResponseFacts
  readonly route: Pick<Route, 'kind' | 'baseUrl'>
  /** Certificates of the connection that the response came over, leaf first. */
  readonly chain?: readonly CertificateFacts[]
  /** Headers of the proxy's answer to CONNECT: they say who is on the way, not who answered. */
  readonly tunnelHeaders?: Readonly<Record<string, string>>
  readonly source?: Evidence['source']
}

/** One piece of evidence: a short text that names what was seen, `undefined` when it was not. */
export type Sign = (question: ReceivedResponse) => string | undefined

/**
 * `proof`: only this responder writes it. `strong`: this one writes it, and hardly anybody else.
 * `hint`: fits this one; outweighed by anything better.
 */
export type Strength = 'proof' | 'strong' | 'hint'

export interface Clue {
  readonly strength: Strength
  readonly seen: Sign
}

/** Who could have answered, and what would show it. */
export interface Definition {
  readonly responder: Responder
  /** As its maker spells it. */
  readonly product: string
  /** Where it can be the one that answers. */
  readonly routes: readonly RouteKind[]
  /** Strongest first. */
  readonly proves: readonly Clue[]
  /** Evidence that somebody else wrote the response. */
  readonly excludes: readonly Sign[]
  /** Evidence that it passes on an answer of the server behind it. */
  readonly relays: readonly Sign[]
}

/** A definition from its parts; what is left out is empty, and every route is possible. */
export function define(
  parts: Pick<Definition, 'responder' | 'product' | 'proves'> & Partial<Definition>,
): Definition {
  return { routes: ['openai', 'azure', 'gateway'], excludes: [], relays: [], ...parts }
}

export function proof(seen: Sign): Clue {
  return { strength: 'proof', seen }
}

export function strong(seen: Sign): Clue {
  return { strength: 'strong', seen }
}

export function hint(seen: Sign): Clue {
  return { strength: 'hint', seen }
}
