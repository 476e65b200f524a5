import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { applicationOf, readApplication, type Application } from '../application/index.ts'
import { readRegular } from '../application/source-files.ts'
import { jsonIn } from '../model/index.ts'
import type { Yaml } from './config-document.ts'
import { workspaceOf } from './paths.ts'

/** Everything that settings are read from: the only door to inputs, files and the environment. */
export interface SettingsSource {
  /** Text of an input or flag; the empty string is what GitHub passes for an unset one. */
  readonly input: (name: string) => string | undefined
  /** What a person calls the input, e.g. `--base-url`; its name when absent. */
  readonly label?: (name: string) => string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Text of a file, nothing when it cannot be read. Absolute paths only. */
  readonly readFile: (path: string) => string | undefined
  /** Absolute folder that relative paths start from. */
  readonly workspace: string
  readonly temporaryFolder?: string
  /** Paths of files go into outputs of a step, too. */
  readonly outputs?: true
  /** What the checkout says of the application's calls; absent where there is no checkout to read. */
  readonly application?: () => Application
  /** Payload of the event that started the workflow, when there is one. */
  readonly event?: unknown
}

/**
 * Settings of the action.
 * @param input `getInput` of the toolkit; white space is kept, because it may be what is wrong
 * @param beforeReading called before each file that is read
 */
export function actionSource(
  input: SettingsSource['input'],
  env: SettingsSource['env'] = process.env,
  beforeReading?: () => void,
): SettingsSource {
  const around = surroundings(env, beforeReading)
  return {
    ...around,
    outputs: true,
    input,
    get event() {
      return readEvent(env, around.readFile)
    },
  }
}

/** Settings of the command line, where a flag has the name of the input. */
export function commandLineSource(
  flags: { readonly values: ReadonlyMap<string, string>; readonly command?: string },
  env: SettingsSource['env'] = process.env,
  beforeReading?: () => void,
): SettingsSource {
  const { command = 'run' } = flags
  const around = surroundings(env, beforeReading)
  return {
    ...around,
    // Only a run asks what the application would: reading a checkout takes 0.1 s of CPU and more.
    ...(command === 'run' ? {} : { application: () => readApplication(NO_CHECKOUT) }),
    input: (name) => flags.values.get(name),
    label: (name) => `--${name}`,
    get event() {
      return readEvent(env, around.readFile)
    },
  }
}

const NO_CHECKOUT = { files: [], readFile: () => undefined }

/** Settings of a program that calls the engine. */
export function engineSource(options: {
  readonly inputs?: Readonly<Record<string, string | undefined>>
  readonly env?: SettingsSource['env']
  readonly workspace?: string
}): SettingsSource {
  const around = surroundings(options.env ?? process.env)
  return {
    ...around,
    ...(options.workspace === undefined
      ? {}
      : { workspace: options.workspace, application: applicationOf(options.workspace) }),
    input: (name) => options.inputs?.[name],
  }
}

/** The YAML package where a config file is named, nothing elsewhere. */
export async function yamlFor(source: Pick<SettingsSource, 'input'>): Promise<Yaml | undefined> {
  return source.input('config') ? await import('yaml') : undefined
}

function surroundings(
  env: SettingsSource['env'],
  beforeReading: () => void = () => {},
): Pick<SettingsSource, 'application' | 'env' | 'readFile' | 'workspace' | 'temporaryFolder'> {
  const workspace = workspaceOf(env)
  return {
    env,
    readFile: (path) => {
      beforeReading()
      return readTextFile(path)
    },
    workspace,
    application: applicationOf(workspace, beforeReading),
    temporaryFolder: tmpdir(),
  }
}

/** GitHub sends event payloads of up to 25 MB. */
const LARGEST_FILE = 32 * 1024 * 1024

/** Text of a regular file of at most 32 MiB, or what is wrong with it, to follow its name. */
export function readRegularFile(path: string): ReturnType<typeof readRegular> {
  return readRegular(path, LARGEST_FILE)
}

/** The same, nothing when it cannot be read. */
export function readTextFile(path: string): string | undefined {
  const read = readRegularFile(path)
  return 'text' in read ? read.text : undefined
}

/** Names in a folder; `undefined` when it cannot be read. */
export function listFolder(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path)
  } catch {
    return undefined
  }
}

/** The payload of the event that started the workflow; `undefined` when there is none to read. */
export function readEvent(
  env: SettingsSource['env'],
  readFile: SettingsSource['readFile'] = readTextFile,
): unknown {
  const path = env['GITHUB_EVENT_PATH'] ?? ''
  return path === '' ? undefined : jsonIn(readFile(path) ?? '')
}
