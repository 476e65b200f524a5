import { randomInt } from 'node:crypto'
import { fields, type Runtime } from '../model/index.ts'
import { regionOf } from '../settings/runtime.ts'
import { curlVersion, type CurlVersion } from './shell-order.ts'

/** What a target says about itself before anything is sent. */
export interface TargetFacts {
  /** Names as they are; values of secrets are stand-ins of the same shape, see `standIn`. */
  readonly env: Readonly<Record<string, string>>
  readonly runtime: Omit<Runtime, 'source' | 'runnerName' | 'runnerKind'>
  readonly platform: NodeJS.Platform
  /** Version of the openai package for Python; empty when there is none. */
  readonly pythonOpenai: string
  /** File of certificates of the package certifi; empty when there is none. */
  readonly certifi: string
  /** What Python's ssl module trusts by default. */
  readonly trustFile: string
  /** PEM files by path: `none` cannot be read, `empty` holds no certificate. */
  readonly files: ReadonlyMap<string, 'none' | 'empty' | 'certificates'>
  readonly folders: ReadonlyMap<string, readonly string[]>
  readonly debian: boolean
  readonly curl: CurlVersion
  /** e.g. `python3 3.11.2 (OpenSSL 3.0.11)`. */
  readonly describes: string
}

/** The facts of the Python side; `undefined` when it sent something else. */
export function pythonFacts(value: unknown): TargetFacts | undefined {
  const raw = fields(value)
  if (typeof raw['env'] !== 'object') return undefined
  const files = Object.entries(fields(raw['files'])).flatMap(([path, state]) =>
    isState(state) ? [[path, state] as const] : [],
  )
  const folders = Object.entries(fields(raw['folders'])).map(
    ([path, names]) => [path, Array.isArray(names) ? names.map(String) : []] as const,
  )
  const env = environmentOf(fields(raw['env']))
  return {
    env,
    runtime: runtimeOf(env, word(raw['os']), word(raw['arch']), raw['container'] === true),
    platform: platformOf(raw['platform']),
    pythonOpenai: word(raw['sdk']),
    certifi: word(raw['certifi']),
    trustFile: word(fields(raw['trust'])['file']),
    files: new Map(files),
    folders: new Map(folders),
    debian: false,
    curl: curlVersion(''),
    describes: `python3 ${word(raw['version'])} (${word(raw['openssl'])})`,
  }
}

/** The facts of the shell side. */
export function shellFacts(values: ReadonlyMap<string, Buffer>): TargetFacts {
  const text = (name: string): string => values.get(name)?.toString('utf8') ?? ''
  const env: Record<string, string> = {}
  const files = new Map<string, 'none' | 'empty' | 'certificates'>()
  for (const [name, value] of values) {
    if (name.startsWith('env_')) env[name.slice(4)] = value.toString('utf8')
  }
  const known = environmentOf(env)
  for (const name of values.keys()) {
    const path = known[name.slice(5)]
    const state = text(name)
    if (name.startsWith('file_') && path !== undefined && isState(state)) files.set(path, state)
  }
  const curl = curlVersion(text('curl'))
  return {
    env: known,
    runtime: runtimeOf(
      known,
      word(text('os').trim()),
      word(text('arch')),
      text('container') === 'yes',
    ),
    platform: 'linux',
    pythonOpenai: '',
    certifi: '',
    trustFile: '',
    files,
    folders: new Map(),
    debian: text('debian') === 'yes',
    curl,
    describes: `curl ${curl.text}${curl.tls === '' ? '' : ` (${curl.tls})`}`,
  }
}

/**
 * A value of the same length and kinds of characters as the masked one, so that what is wrong with
 * the shape of a key shows here, while the key stays where it is. Random, so that it is no placeholder.
 */
export function standIn(masked: string): string {
  const classes: Readonly<Record<string, string>> = {
    a: 'abcdef',
    x: 'ghjkmnpqrstuvwxyz',
    A: 'ABCDEF',
    X: 'GHJKLMNPQRSTUVWXYZ',
    '0': '0123456789',
  }
  const begin =
    /^(?:sk-(?:[a-zN][a-zA-Z]{1,9}-)?|[a-z]{1,10}[-_](?:pat_)?|AIza|ya29\.|AKIA|ASIA|eyJ)/.exec(
      masked,
    )?.[0] ?? ''
  const isMaskOnly = /^[ax0AX]*$/.test(begin.replaceAll(/[-_.]/g, ''))
  const kept = isMaskOnly ? '' : begin
  const rest = masked.slice(kept.length)
  return (
    kept +
    rest.replaceAll(/[ax0AX]/g, (one) => {
      const choices = classes[one] ?? one
      return choices.charAt(randomInt(choices.length))
    })
  )
}

const SECRET_NAME = /key|token|secret|passw|credential|headers/i

function environmentOf(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      typeof value === 'string' && /^[A-Za-z_]\w{0,200}$/.test(name)
        ? [[name, SECRET_NAME.test(name) ? standIn(value) : value] as const]
        : [],
    ),
  )
}

function runtimeOf(
  env: Readonly<Record<string, string>>,
  os: string,
  arch: string,
  container: boolean,
): TargetFacts['runtime'] {
  return {
    os: os === '' ? 'unknown' : os,
    arch: arch === '' ? 'unknown' : arch,
    container: container || env['KUBERNETES_SERVICE_HOST'] !== undefined,
    region: regionOf(env),
  }
}

function platformOf(value: unknown): NodeJS.Platform {
  return value === 'darwin' || value === 'win32' ? value : 'linux'
}

function isState(value: unknown): value is 'none' | 'empty' | 'certificates' {
  return value === 'none' || value === 'empty' || value === 'certificates'
}

function word(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 200) : ''
}
