import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** Where the system's own tools live; a CI job's PATH may lack the `sbin` half. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Most text that is kept of a child's output. */
const KEPT = 4 * 1024 * 1024

export interface Finished {
  /** Exit code; -1 when a signal ended it. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** It was ended because it took too long. */
  readonly killed: boolean
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly input?: string
  readonly timeoutMs?: number
  /** Hears each line of stdout as it comes. */
  readonly onLine?: (line: string) => void
  /** Told the process as soon as it runs. */
  readonly onStart?: (pid: number) => void
}

/** Runs a program to its end, with exactly the environment given. */
export function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { PATH: SYSTEM_PATH, ...options.env },
      stdio: 'pipe',
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    })
    if (child.pid !== undefined) options.onStart?.(child.pid)
    let stdout = ''
    let stderr = ''
    let killed = false
    const timer = setTimeout(() => {
      killed = true
      child.kill('SIGKILL')
    }, options.timeoutMs ?? 60_000)
    let line = ''
    child.stdout.on('data', (chunk: Buffer) => {
      const text = chunk.toString()
      if (stdout.length < KEPT) stdout += text
      const lines = `${line}${text}`.split('\n')
      line = lines.pop() ?? ''
      if (options.onLine !== undefined) lines.forEach(options.onLine)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < KEPT) stderr += chunk.toString()
    })
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? -1, stdout, stderr, killed })
    })
  })
}

/** Full path of a system program, or undefined when it is not installed. */
export function whichProgram(name: string): string | undefined {
  for (const folder of SYSTEM_PATH.split(':')) {
    const file = path.resolve(folder, name)
    try {
      accessSync(file, constants.X_OK)
      return file
    } catch {
      // Not in this folder.
    }
  }
  return undefined
}

/**
 * A new network, mount and process namespace; for other users than root a user namespace around
 * it. Its first process dies with `unshare`, and all others die with the first: nothing stays.
 */
function unshareArguments(): readonly string[] {
  const user = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']
  return [...user, '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']
}

let refusal: string | undefined | null = null

/** Why there are no namespaces here, in one sentence; undefined when there are. */
export function namespaceRefusal(): string | undefined {
  if (refusal !== null) return refusal
  refusal = askNamespace()
  return refusal
}

export function canUnshare(): boolean {
  return namespaceRefusal() === undefined
}

function askNamespace(): string | undefined {
  if (process.platform !== 'linux')
    return `network namespaces need Linux, this is ${process.platform}`
  for (const program of ['unshare', 'ip']) {
    if (whichProgram(program) === undefined) return `the program ${program} is not installed`
  }
  const script = 'ip link set lo up && ip addr add 192.0.2.1/32 dev lo'
  const tried = spawnSync('unshare', [...unshareArguments(), 'sh', '-c', script], {
    env: { PATH: SYSTEM_PATH },
    timeout: 5000,
    encoding: 'utf8',
  })
  if (tried.status === 0) return undefined
  const [because = ''] = tried.stderr.trim().split('\n')
  return `unshare is not allowed here${because === '' ? '' : `: ${because}`}`
}

/**
 * Runs a TypeScript file of ours in a fresh namespace whose only link is a loopback that is down.
 * There is no route outside: test hosts may carry any address.
 */
export function runInNamespace(
  script: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  return run('unshare', [...unshareArguments(), '--', process.execPath, script, ...args], options)
}
