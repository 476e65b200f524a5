import type { Code, Owner, Rung, VerdictKind } from '../../src/model/index.ts'
import type { Lab } from './lab.ts'

/** The whole verdict of a scenario. */
export interface Expected {
  readonly verdict: VerdictKind
  readonly owner: Owner
  readonly rung: Rung | ''
  readonly code: Code | ''
  readonly lastGood: Rung | 'none'
  readonly firstBad: Rung | 'none'
}

/** What the command line is given. */
export interface Arranged {
  /** Flags by the names of the action's inputs; replaces the usual ones where it names them. */
  readonly flags?: Readonly<Record<string, string>>
  /** The child's environment, besides PATH, HOME and the lab's root; `undefined` takes one out. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Stands before the command: a program that runs another, e.g. `faketime`. */
  readonly prefix?: readonly string[]
  /** A black hole: the whole run may cost 1.2 times the timeout of one attempt. */
  readonly oneAttempt?: boolean
  /** Asked after the run: sentences about what is wrong, none when all is well. */
  readonly complaints?: (ran: Ran) => readonly string[]
}

/** How the command line ended. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly elapsedMs: number
}

export interface Scenario {
  /** Id of the failure catalogue, with a suffix where one row has several scenarios: `TLS01`, `TCP14-v6`. */
  readonly id: string
  /** A sentence about the lab's state. */
  readonly title: string
  /** `namespace` also needs `nft`; `packages` needs the programs named besides. */
  readonly needs: 'loopback' | 'namespace' | 'packages'
  readonly programs?: readonly string[]
  readonly arrange: (lab: Lab) => Promise<Arranged>
  readonly expect: Expected
}

export const PASS: Expected = {
  verdict: 'pass',
  owner: 'none',
  rung: '',
  code: '',
  lastGood: 'answer',
  firstBad: 'none',
}

/** A failure that shows on the rung where it happens. */
export function fails(owner: Owner, firstBad: Rung, code: Code, lastGood: Rung | 'none'): Expected {
  const verdict = owner === 'unknown' ? 'inconclusive' : 'fail'
  return { verdict, owner, rung: firstBad, code, lastGood, firstBad }
}

/** The path is to blame. */
export function path(firstBad: Rung, code: Code, lastGood: Rung | 'none'): Expected {
  return fails('connection-path', firstBad, code, lastGood)
}
