import { spawn as spawnProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'

/** Most text that is kept of one stream of the target; a packet is far smaller. */
const MOST_OUTPUT = 24 * 1024 * 1024

/** How a command in the target ended. */
export interface Finished {
  readonly stdout: string
  readonly stderr: string
  /** Exit code; -1 when a signal ended it. */
  readonly code: number
  /** Why it never started, e.g. `ENOENT`. */
  readonly spawnError?: string
  /** Ended because its time was up or the run was cancelled. */
  readonly stopped: boolean
}

/** Starts a program without a shell; the arguments are visible to everybody on the machine. */
export type Spawn = (program: string, args: readonly string[]) => ChildProcessWithoutNullStreams

/** The inputs of the step, its key among them, are none of the prefix's business. */
export const spawnDirectly: Spawn = (program, args) =>
  spawnProcess(program, [...args], {
    stdio: 'pipe',
    shell: false,
    windowsHide: true,
    env: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('INPUT_')),
    ),
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
