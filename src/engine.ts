import { EXIT, exitCodeOf } from './doors/exit-code.ts'
import { orderOf } from './doors/order.ts'
import type { Packet } from './model/index.ts'
import { preflight as run } from './run/preflight.ts'
import { INPUTS, readSettings, yamlFor } from './settings/index.ts'
import { engineSource } from './settings/sources.ts'

export type * from './model/index.ts'
export { EXIT, exitCodeOf }

/** What a program may set: the inputs of the action by their names, and the environment to read. */
export interface PreflightOptions {
  readonly inputs?: Readonly<Record<string, string>>
  /** Default: `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Where relative paths start and where the client is looked for. Default: the working folder. */
  readonly workspace?: string
  /** Ends the run early; what was seen until then is in the packet. */
  readonly signal?: AbortSignal
}

/**
 * The preflight as a function: the same engine, rules and words as the action and the command line.
 * Resolves to the packet, with nothing secret in it; writes nothing and prints nothing. Rejects only
 * on a defect of its own: what is wrong with the settings or the route is in the verdict.
 */
export async function preflight(options: PreflightOptions = {}): Promise<Packet> {
  const known: ReadonlySet<string> = new Set<string>(INPUTS.map(({ name }) => name))
  const unknown = Object.keys(options.inputs ?? {}).find((name) => !known.has(name))
  if (unknown !== undefined) throw new TypeError(`There is no input ${JSON.stringify(unknown)}.`)
  const source = engineSource(options)
  const order = orderOf({
    settings: readSettings(source, await yamlFor(source)),
    source,
    signal: options.signal ?? new AbortController().signal,
  })
  // The deadline counts from this call: the process may have run for days.
  return run({ ...order, startedMs: 0 })
}
