import { spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { fields, jsonIn, MOST_BODY_BYTES, type Code } from '../../model/index.ts'
import { environmentOf, outside } from '../../knowledge/started-programs.ts'
import { untilAborted } from '../../wire/stopped.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** A token, or why there is none. */
export type CliToken =
  | { readonly token: string; readonly expiresOnTimestamp: number }
  | { readonly code: Code }

/** As `AzureCliCredential` of `@azure/identity` 4: not the checkout, whose files Python would import. */
const SAFE_FOLDER = '/bin'

/**
 * A token of the session that `az login` or `azure/login` left, by the command that `AzureCliCredential`
 * of `@azure/identity` runs: without a shell, within the time, and never a program of the checkout.
 */
export async function cliToken(
  scope: string,
  env: Environment,
  signal: AbortSignal,
): Promise<CliToken> {
  const checkout = path.resolve(env['GITHUB_WORKSPACE'] ?? process.cwd())
  // `az` is a script: what it starts is found by the same folders.
  const folders = outside(env['PATH'] ?? '', checkout === env['HOME'] ? path.sep : checkout)
  const az = await findAz(folders)
  if (az === undefined) return { code: 'azure.cli_missing' }
  const resource = scope.replace(/\/\.default$/, '')
  const asked = ['account', 'get-access-token', '--output', 'json', '--resource', resource]
  const { stdout, stderr } = await run(
    az,
    asked,
    { ...env, PATH: folders.join(path.delimiter) },
    signal,
  )
  const said = fields(jsonIn(stdout))
  const seconds = Number(said['expires_on'])
  const expires = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(String(said['expiresOn']))
  if (typeof said['accessToken'] === 'string' && said['accessToken'] !== '') {
    return { token: said['accessToken'], expiresOnTimestamp: expires || 0 }
  }
  if (signal.aborted) return { code: 'azure.token_timed_out' }
  return { code: /\baz login\b/.test(stderr) ? 'azure.cli_not_signed_in' : 'azure.cli_failed' }
}

async function findAz(folders: readonly string[]): Promise<string | undefined> {
  // On Windows it is a batch file, which nothing but a shell runs.
  if (process.platform === 'win32') return undefined
  for (const folder of folders) {
    const file = path.join(folder, 'az')
    const runs = access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (await runs) return file
  }
  return undefined
}

/** Until it ends or the signal says so: then all that it started ends, since `az` is a script around Python. */
async function run(
  program: string,
  args: readonly string[],
  env: Environment,
  signal: AbortSignal,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const child = spawn(program, args, {
    cwd: SAFE_FOLDER,
    env: environmentOf('az', env),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      if (said[stream].length < MOST_BODY_BYTES) said[stream] += text
    })
  }
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
  await untilAborted(ended, signal).catch(() => {
    if (child.pid === undefined) return
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It had just ended.
    }
  })
  return said
}
