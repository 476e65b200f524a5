import { spawn as spawnProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { readFrame } from './frame.ts'
import { lastWords, type InsideProblem } from './problem.ts'
import { programText } from './programs.ts'
import { shellPrologue } from './shell-order.ts'

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

/** Nothing could be measured in the target. */
export class InsideTrouble extends Error {
  readonly problem: InsideProblem
  constructor(problem: InsideProblem) {
    super(problem.message)
    this.name = 'InsideTrouble'
    this.problem = problem
  }
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

/** The prefix did not get as far as a program in the target. */
export function failed({ argv }: Target, finished: Finished): InsideProblem {
  const program = argv[0]
  const command = shownCommand(argv)
  if (finished.spawnError !== undefined) {
    const missing = finished.spawnError === 'ENOENT'
    return {
      code: 'own.inside_failed',
      message: missing
        ? `The command ${program} of the setting inside does not exist on this machine.`
        : `The command ${program} of the setting inside cannot be started (${finished.spawnError}).`,
      fix: missing
        ? `Install ${program} on this machine, or correct the setting inside.`
        : `Make ${program} executable for the user of this step, or correct the setting inside.`,
    }
  }
  if (finished.stopped) return tooLate(command)
  const how =
    finished.code === 0 ? 'ended without starting a shell' : `ended with exit code ${finished.code}`
  return {
    code: 'own.inside_failed',
    message: `${command} ${how} before any probe ran${said(finished)}`,
    fix: `Correct the setting inside so that "${command} sh" reads commands from standard input in the target.`,
  }
}

function tooLate(command: string): InsideProblem {
  return {
    code: 'own.inside_failed',
    message: `${command} gave no answer before the time was up.`,
    fix: `Run ${command} by hand and see what it waits for, or raise the deadline.`,
    final: true,
  }
}

function said({ stderr, stdout }: Finished): string {
  const words = lastWords(stderr) || lastWords(stdout)
  return words === '' ? '.' : `: ${words.replace(/\.?$/, '.')}`
}

/** The prefix works, and a runtime behind it ended without a result. */
export function died({ argv }: Target, runtime: string, finished: Finished): InsideProblem {
  if (finished.stopped) return tooLate(`${runtime} behind ${shownCommand(argv)}`)
  return {
    code: 'own.inside_crash',
    message: `${runtime} of the target ended with exit code ${finished.code} and no result${said(finished)}`,
    fix: `Read its error, and remove what stops ${runtime} in the target (NODE_OPTIONS, PYTHONHOME, a limit of memory or processes); where none of these is set, report the defect.`,
  }
}

/** Our own program failed there. */
export function ownCrash(runtime: string, error: string): InsideProblem {
  return {
    code: 'own.inside_crash',
    message: `The program for ${runtime} failed in the target (${error}); nothing is said about the route.`,
    fix: `Report the defect with the version of the runtime: ${runtime}.`,
  }
}

export function mixedOutput({ argv }: Target): InsideProblem {
  return {
    code: 'own.inside_output',
    message: `The result of the target came back damaged through ${shownCommand(argv)}: its output is cut or mixed with other text.`,
    fix: 'Remove whatever changes standard output on the way: a terminal (-t), a wrapper script, a filter.',
  }
}

/** Words that may be a password or a token are left out. */
export function shownCommand(argv: readonly string[]): string {
  const words = argv.map((word, index) =>
    /^--?(?:p|pw|pass\w*|token|secret|(?:api-?)?key)$/i.test(argv[index - 1] ?? '')
      ? '…'
      : /[=:].*\S|^[\w+/-]{24,}$/.test(word) && !/^[\w./-]+:?$/.test(word)
        ? word.replace(/([=:]).*/s, '$1…')
        : word,
  )
  const text = words.join(' ').replaceAll(/[\p{C}]/gu, ' ')
  return text.length > 120 ? `${text.slice(0, 119).toWellFormed()}…` : text
}
