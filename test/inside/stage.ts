import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readApplication } from '../../src/application/index.ts'
import { probeInside, type InsideResult } from '../../src/inside/run-inside.ts'
import { spawnDirectly, type Spawn } from '../../src/inside/target.ts'
import { Secret } from '../../src/model/index.ts'
import type { SettingsSource } from '../../src/settings/index.ts'
import { labKey } from '../loopback/api.ts'
import { whichProgram } from '../lab/namespace.ts'
import { labRoot } from '../loopback/pki.ts'

export type RuntimeName = 'node' | 'python3' | 'sh'

/** What each runtime needs to be found and to work; a shell needs its small tools. */
const PROGRAMS: Readonly<Record<RuntimeName, readonly string[]>> = {
  node: ['sh', 'sed', 'tr'],
  python3: ['sh', 'sed', 'tr', 'python3'],
  sh: 'sh sed tr grep head cat env base64 awk sort cut uname getent openssl curl'.split(' '),
}

/** A folder that stands for a target: only these programs, only this environment. */
export interface Stage extends Disposable {
  readonly folder: string
  readonly bin: string
  /** `env -i` with the target's environment; secrets are put into a file that it reads. */
  readonly prefix: (env: Readonly<Record<string, string>>) => string
  readonly file: (name: string, text: string) => string
  /** Puts a program of our own into the target. */
  readonly program: (name: string, text: string) => void
}

export function openStage(runtime: RuntimeName | 'none', python?: string): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-inside-'))
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const programs = runtime === 'none' ? ['sh', 'sed', 'tr'] : PROGRAMS[runtime]
  for (const name of programs) {
    const path = name === 'python3' ? (python ?? systemPython()) : whichProgram(name)
    if (path !== undefined) symlinkSync(realpathSync(path), join(bin, name))
  }
  if (runtime === 'node') symlinkSync(process.execPath, join(bin, 'node'))
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const root = file('root.pem', labRoot().pem)
  return {
    folder,
    bin,
    file,
    program: (name, text) => {
      writeFileSync(join(bin, name), text, { mode: 0o755 })
    },
    prefix: (env) => {
      const all = {
        PATH: bin,
        HOME: folder,
        SSL_CERT_FILE: root,
        NODE_EXTRA_CA_CERTS: root,
        ...env,
      }
      // The key must not stand on a command line here either: the target reads it from a file.
      const lines = Object.entries(all).map(
        ([name, value]) => `export ${name}='${value.replaceAll("'", String.raw`'\''`)}'\n`,
      )
      file('environment', lines.join(''))
      file('enter', `. "${folder}/environment"\nexec "$@"\n`)
      return `env -i ${join(whichProgram('sh') ?? '/bin/sh')} ${folder}/enter`
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The distribution's own Python; one of a version manager is a shell script that needs more. */
export function systemPython(): string | undefined {
  return ['/usr/bin/python3', whichProgram('python3')].find(
    (path) => path !== undefined && existsSync(path),
  )
}

export interface Look {
  readonly prefix: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly deadlineMs?: number
  readonly signal?: AbortSignal
  readonly spawn?: Spawn
  /** Source files of the caller's checkout. */
  readonly application?: Readonly<Record<string, string>>
}

/** `--inside` as the command line does it, with the lab's key as the caller's known secret. */
export async function look(question: Look): Promise<InsideResult> {
  const { inputs = {}, files = {}, deadlineMs = 20_000, application: checkout = {} } = question
  const source: SettingsSource = {
    input: (name) => inputs[name],
    // What the caller's own environment holds must not matter.
    env: { OPENAI_API_KEY: 'sk-' + 'c'.repeat(40), OPENAI_BASE_URL: 'https://caller.invalid/v1' },
    readFile: (path) => files[path],
    workspace: '/',
    ...(question.application === undefined
      ? {}
      : {
          application: () =>
            readApplication({ files: Object.keys(checkout), readFile: (path) => checkout[path] }),
        }),
  }
  return await probeInside({
    prefix: question.prefix,
    source,
    deadlineMs,
    signal: question.signal ?? new AbortController().signal,
    secrets: [{ value: new Secret(labKey(), 'test'), what: 'test' }],
    spawn: question.spawn ?? spawnDirectly,
  })
}

/** `rung code owner` of a verdict, or `pass`. */
export function told({ packet, problem }: InsideResult): string {
  if (problem !== undefined) return problem.code
  const { verdict, rung, code, owner } = packet.verdict
  return verdict === 'pass' ? 'pass' : `${rung} ${code} ${owner}`
}
