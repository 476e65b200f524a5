import * as yaml from 'yaml'
import { readSettings } from '../../src/settings/index.ts'
import type { RouteSettings, Settings, SettingsSource } from '../../src/settings/index.ts'
import type { SettingProblem } from '../../src/model/index.ts'

export interface Given {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: SettingsSource['env']
  readonly files?: Readonly<Record<string, string>>
  readonly event?: unknown
}

/** Keys are made at run time: nothing in the tree looks like one. */
export const KEY = `sk-proj-${'aB3dE6gH9'.repeat(12)}`
export const AZURE_KEY = '0123456789abcdef'.repeat(2)

export function sourceOf({ inputs = {}, env = {}, files = {}, event }: Given): SettingsSource {
  return {
    input: (name) => inputs[name],
    env,
    readFile: (path) => files[path],
    workspace: '/repo',
    temporaryFolder: '/tmp',
    event,
  }
}

export function settingsOf(given: Given): Settings {
  return readSettings(sourceOf(given), yaml)
}

/** The only route of a run without a config file. */
export function routeOf(given: Given): RouteSettings {
  const [first] = settingsOf(given).routes
  if (first === undefined) throw new Error('there is no route')
  return first
}

/** `fatal config.key_missing` for each problem, as tests compare them. */
export function codes(problems: readonly SettingProblem[]): readonly string[] {
  return problems.map(({ severity, code }) => `${severity} ${code}`)
}
