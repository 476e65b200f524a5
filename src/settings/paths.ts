import { platform } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import type { SettingProblem } from '../model/index.ts'
import { outputText } from '../redaction/index.ts'
import type { Ask } from './ask.ts'
import type { InputName } from './inputs.ts'
import { fatal, show } from './problem.ts'
import type { SettingsSource } from './sources.ts'

/** The checkout of the job, else the folder that the shell stands in. */
export function workspaceOf(env: Readonly<Record<string, string | undefined>>): string {
  return env['GITHUB_WORKSPACE'] || currentFolder(env)
}

/** A shell may stand in a folder that somebody removed: there is nothing to read then. */
function currentFolder(env: Readonly<Record<string, string | undefined>>): string {
  try {
    return process.cwd()
  } catch {
    return env['PWD'] ?? '/nowhere'
  }
}

type Folders = Pick<SettingsSource, 'env' | 'workspace' | 'temporaryFolder'>

export function absolute(source: Folders, path: string): string {
  return isAbsolute(path) ? path : resolve(source.workspace, path)
}

/** The absolute path that an input names; `-` stays what it is. */
export function inputPath(source: Folders, ask: Ask, name: InputName): string | undefined {
  const text = ask.explicit(name)?.text.trim()
  return text === undefined || text === '-' ? text : absolute(source, text)
}

/**
 * Where packet and report go: the folder that was asked for, else one below that of the runner;
 * nothing outside of a runner, and where an output could not hold the path.
 */
export function packetFolder(source: SettingsSource, ask: Ask): string | undefined {
  const runner = source.env['RUNNER_TEMP']
  return [
    inputPath(source, ask, 'packet-dir'),
    runner === undefined || runner === '' ? undefined : join(runner, 'openai-preflight'),
  ].find((path) => path !== undefined && isShown(source, path))
}

/** A path that an output would have to change leads nowhere. */
export function packetFolderProblems(source: SettingsSource, ask: Ask): readonly SettingProblem[] {
  const path = inputPath(source, ask, 'packet-dir')
  if (path === undefined || isShown(source, path)) return []
  return [
    fatal('config.input_invalid', 'packet-dir', {
      message: `packet-dir leads to a path that the outputs packet and report cannot hold: ${show(path)}.`,
      fix: 'Name a folder without quotes, $, backticks, backslashes, line breaks and runs of spaces; this run writes to the default folder.',
    }),
  ]
}

function isShown({ outputs }: SettingsSource, path: string): boolean {
  const plain = platform() === 'win32' ? path.replaceAll('\\', '/') : path
  return outputs !== true || outputText(plain) === plain
}
