import { inputNamed, type InputName } from './inputs.ts'
import type { GivenValue } from './problem.ts'
import type { SettingsSource } from './sources.ts'

/** Looks a setting up where it may stand. */
export interface Ask {
  /** What a person wrote for this run: the config file, an input or a flag. */
  readonly explicit: (name: InputName) => GivenValue | undefined
  /** The same, else the variables that the SDK reads, else the default of the table. */
  readonly any: (name: InputName) => GivenValue | undefined
  readonly variable: (name: string) => GivenValue | undefined
}

/** The layers of a run without a config file. */
export function askSource(source: Pick<SettingsSource, 'input' | 'label' | 'env'>): Ask {
  return layered((name) => {
    const text = source.input(name)
    // GitHub passes the empty string for an unset input; only for fail-on it has a meaning.
    if (text === undefined || (text.trim() === '' && name !== 'fail-on')) return undefined
    const setting = source.label?.(name) ?? name
    return { text, setting, name: setting, from: 'input' }
  }, source.env)
}

/** Puts one layer before the variables of the environment and the defaults. */
export function layered(explicit: Ask['explicit'], env: SettingsSource['env']): Ask {
  const variable = (name: string): GivenValue | undefined => {
    const text = Object.hasOwn(env, name) ? env[name] : undefined
    if (text === undefined || text.trim() === '') return undefined
    return { text, setting: name, name, from: 'environment' }
  }
  return {
    explicit,
    variable,
    any: (name) => {
      const found = explicit(name)
      if (found !== undefined) return found
      const input = inputNamed(name)
      for (const candidate of input.environment ?? []) {
        const set = variable(candidate)
        if (set !== undefined) return set
      }
      if (input.default === undefined) return undefined
      return { text: input.default, setting: name, name, from: 'default' }
    },
  }
}
