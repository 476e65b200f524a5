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

/** Where packet and report go unless something else is said. */
export function defaultPacketDir(source: Folders): string {
  const runner = source.env['RUNNER_TEMP']
  const folder = runner === undefined || runner === '' ? source.temporaryFolder : runner
  return join(folder ?? source.workspace, 'openai-preflight')
}
