import { spawn as spawnProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { environmentOf } from '../knowledge/started-programs.ts'
import { readFrame } from './frame.ts'
import { InsideTrouble, failed, mixedOutput, type Finished } from './problem.ts'
import { programText } from './programs.ts'
import { shellPrologue } from './shell-order.ts'

/** Most text that is kept of one stream of the target; a packet is far smaller. */
const MOST_OUTPUT = 24 * 1024 * 1024

/** Starts a program without a shell; the arguments are visible to everybody on the machine. */
export type Spawn = (program: string, args: readonly string[]) => ChildProcessWithoutNullStreams

export const spawnDirectly: Spawn = (program, args) =>
  spawnProcess(program, [...args], {
    stdio: 'pipe',
    shell: false,
    windowsHide: true,
    env: environmentOf('prefix', process.env),
  })

/** Runs one command through the prefix. Never rejects; ends with its clock whatever the target does. */
export function runThrough(command: {
  readonly argv: readonly [string, ...string[]]
  /** Goes to standard input, which is then closed. The only way by which a secret travels. */
  readonly input: string
  readonly timeoutMs: number
  readonly signal: AbortSignal
  readonly spawn: Spawn
}): Promise<Finished> {
  const [program, ...args] = command.argv
  return new Promise((done) => {
    let child: ChildProcessWithoutNullStreams
    try {
      child = command.spawn(program, args)
    } catch (error) {
      done({ stdout: '', stderr: '', code: -1, stopped: false, spawnError: codeOf(error) })
      return
    }
    const out = collect(child.stdout)
    const err = collect(child.stderr)
    const finish = (ending: Pick<Finished, 'code' | 'stopped' | 'spawnError'>): void => {
      clearTimeout(timer)
      command.signal.removeEventListener('abort', stop)
      // A grandchild may hold the pipes for as long as it likes.
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy()
      done({ stdout: out(), stderr: err(), ...ending })
    }
    const stop = (): void => {
      child.kill('SIGKILL')
      finish({ code: -1, stopped: true })
    }
    const timer = setTimeout(stop, Math.max(0, command.timeoutMs))
    command.signal.addEventListener('abort', stop, { once: true })
    child.once('error', (error) => finish({ code: -1, stopped: false, spawnError: codeOf(error) }))
    child.once('close', (code) => finish({ code: code ?? -1, stopped: false }))
    // A command that ends without reading gives EPIPE, and its exit code says more.
    child.stdin.on('error', () => {})
    child.stdin.end(command.input)
    if (command.signal.aborted) stop()
  })
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = []
  let length = 0
  stream.on('error', () => {})
  stream.on('data', (chunk: Buffer | string) => {
    if (length >= MOST_OUTPUT) return
    const bytes = Buffer.from(chunk)
    chunks.push(bytes)
    length += bytes.length
  })
  return () => Buffer.concat(chunks).toString('utf8')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'UNKNOWN'
}

/** What a target can run; versions, empty where there is none. */
export interface Runtimes {
  readonly node: string
  /** A Node.js that the environment of the target ends at its start. */
  readonly deadNode: string
  readonly python3: string
  readonly curl: string
}

/** Starts commands in the target. */
export interface Target {
  readonly argv: readonly [string, ...string[]]
  readonly mark: string
  readonly spawn: Spawn
  readonly signal: AbortSignal
  /** Milliseconds left of the run. */
  readonly remainingMs: () => number
}

export function runInTarget(
  target: Target,
  words: readonly string[],
  input: string,
): Promise<Finished> {
  const [program, ...rest] = target.argv
  return runThrough({
    argv: [program, ...rest, ...words],
    input,
    timeoutMs: target.remainingMs(),
    signal: target.signal,
    spawn: target.spawn,
  })
}

/**
 * Which runtimes the target has: one shell that asks for all of them; in a target without a shell
 * each by itself. Throws `InsideTrouble` when the prefix itself fails.
 */
export async function findRuntimes(target: Target): Promise<Runtimes> {
  const asked = await runInTarget(
    target,
    ['sh'],
    `${shellPrologue({ mark: target.mark })}${programText('find-runtimes.sh')}`,
  )
  const framed = readFrame(asked.stdout, target.mark)
  if (framed.kind === 'found') return versionsOf(framed.payload)
  if (framed.kind === 'damaged') throw new InsideTrouble(mixedOutput(target))
  if (asked.spawnError !== undefined || asked.stopped)
    throw new InsideTrouble(failed(target, asked))
  const [node, python3] = [
    await runInTarget(target, ['node', '--version'], ''),
    await runInTarget(target, ['python3', '--version'], ''),
  ]
  const found = {
    node: /^v(\d+\.\d+\.\d+)/m.exec(node.stdout)?.[1] ?? '',
    python3: /^Python (3\.\d+\.\d+)/m.exec(python3.stdout)?.[1] ?? '',
    deadNode: '',
    curl: '',
  }
  if (found.node === '' && found.python3 === '') throw new InsideTrouble(failed(target, asked))
  return found
}

function versionsOf(payload: string): Runtimes {
  const parts = payload.split(',')
  const version = (name: string): string => {
    const part = parts.find((one) => one.startsWith(`${name}:`)) ?? ''
    return (/:([\d_]*)/.exec(part)?.[1] ?? '').replaceAll('_', '.')
  }
  return {
    node: version('node'),
    deadNode: version('deadnode'),
    python3: version('python3'),
    curl: version('curl'),
  }
}
