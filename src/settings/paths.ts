import { isAbsolute, join, resolve } from 'node:path'
import type { Ask } from './ask.ts'
import type { InputName } from './inputs.ts'
import type { SettingsSource } from './sources.ts'

type Folders = Pick<SettingsSource, 'env' | 'workspace' | 'temporaryFolder'>

export function absolute(source: Folders, path: string): string {
  return isAbsolute(path) ? path : resolve(source.workspace, path)
}

/** The absolute path that an input names; `-` stays what it is. */
export function inputPath(source: Folders, ask: Ask, name: InputName): string | undefined {
  const text = ask.explicit(name)?.text.trim()
  return text === undefined || text === '-' ? text : absolute(source, text)
}

/** Where packet and report go unless something else is said; nothing outside of a runner. */
export function defaultPacketDir({ env }: Pick<SettingsSource, 'env'>): string | undefined {
  const runner = env['RUNNER_TEMP']
  return runner === undefined || runner === '' ? undefined : join(runner, 'openai-preflight')
}
