import type { Resolve } from '../wire/lookup.ts'

/** What a demo scenario has set up on loopback, and what the engine is told. */
export interface Stage extends AsyncDisposable {
  /** Inputs by the names of the contract. */
  readonly inputs: Readonly<Record<string, string>>
  /** The environment of the imagined job. */
  readonly environment: Readonly<Record<string, string>>
  /** Roots that the imagined machine trusts, PEM. */
  readonly roots: readonly string[]
  /** Answers for names of the scenario; everything else goes to the machine's resolver. */
  readonly resolve?: Resolve
}

export interface DemoScenario {
  readonly name: string
  /** One line for `demo --list`. */
  readonly about: string
  readonly arrange: () => Promise<Stage>
}
