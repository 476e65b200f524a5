import { given } from '../model/values.ts'
import { resolve } from 'node:path'
import type { Application } from '../application/index.ts'
import { INPUTS, type SettingsSource } from '../settings/index.ts'

/** What was given to the caller for this run; everything else comes from the target. */
export interface Explicit {
  readonly inputs: Readonly<Record<string, string>>
  /** Text of the config file, by the path under which the input names it. */
  readonly files: Readonly<Record<string, string>>
  /** What the caller's checkout says of the application's calls: the target has no source to read. */
  readonly application?: Application
}

/** Inputs that are the caller's own business: where to look; and all about reports. */
const LOOKING = ['inside', 'log', 'aggregate', 'client-bundle', 'browser-origin']

/** Inputs as they were written, without defaults and without anything of the caller's environment. */
export function explicitInputs(source: SettingsSource): Explicit {
  const inputs: Record<string, string> = {}
  const files: Record<string, string> = {}
  for (const { name, group } of INPUTS) {
    const callersOwn = group === 'reports' || LOOKING.includes(name)
    const text = callersOwn ? undefined : source.input(name)
    if (text === undefined || (text.trim() === '' && name !== 'fail-on')) continue
    inputs[name] = text
  }
  const config = inputs['config']?.trim()
  if (config !== undefined) {
    const text = source.readFile(resolve(source.workspace, config))
    // Under the path that the target's settings will ask for, so that messages keep its name.
    if (text !== undefined) files[resolve('/', config)] = text
  }
  return { inputs, files, ...applicationFor(source, inputs) }
}

/** Only where something is left to it, and only what a route is made of. */
function applicationFor(
  source: SettingsSource,
  inputs: Explicit['inputs'],
): Pick<Explicit, 'application'> {
  const isSet = (name: string): boolean => !['', 'auto'].includes(inputs[name]?.trim() ?? '')
  const decided = isSet('endpoint') && isSet('stream') && isSet('base-url')
  const shallow = inputs['depth'] === 'route' || inputs['depth'] === 'auth'
  if (decided || shallow || source.application === undefined) return {}
  const { families, variables, library, limit } = source.application()
  if (families.length === 0 && library === undefined) return {}
  return { application: { families, calls: [], variables, ...given({ library, limit }) } }
}

/** Variables that a config file names for its keys: they stand in the target. */
export function keyVariables({ files }: Explicit): readonly string[] {
  return Object.values(files).flatMap((text) =>
    [...text.matchAll(/\bapi-key-env["']?\s*:\s*["']?([A-Za-z_]\w*)/g)].flatMap(
      ([, name]) => name ?? [],
    ),
  )
}

/** The settings of the target: its environment, and above it what was given for this run. */
export function targetSource(
  explicit: Explicit,
  env: SettingsSource['env'],
  label?: SettingsSource['label'],
): SettingsSource {
  const { inputs, files, application } = explicit
  return {
    input: (name) => inputs[name],
    env,
    readFile: (path) => files[path],
    workspace: '/',
    ...given({ label, application: application && (() => application) }),
  }
}
