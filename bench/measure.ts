import { spawn } from 'node:child_process'
import { join } from 'node:path'

const METER = join(import.meta.dirname, 'meter.cjs')

/** Milliseconds, MiB or ratios of several runs. */
export interface Figure {
  readonly median: number
  readonly min: number
  readonly max: number
  readonly runs: number
}

/** What one process cost. */
export interface Spent {
  readonly wallMs: number
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** User and system time; of measured node processes only. */
  readonly cpuMs: number
  /** The same until the first socket was opened; 0 where none was. */
  readonly socketMs: number
  readonly rssMiB: number
}

export function figureOf(values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? upper) : upper
  return {
    median: (upper + lower) / 2,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
    runs: sorted.length,
  }
}

/** Of the runs that were made one after the other: noise that lasts longer than a round cancels. */
export function pairedRatio(over: readonly number[], under: readonly number[]): Figure {
  return figureOf(over.map((value, round) => value / (under[round] ?? Number.NaN)))
}

/**
 * Every case once in each round, so that a busy moment of the machine meets all of them. Resolves to
 * the results of a case, by its name, in the order of the rounds.
 */
export async function interleaved<Name extends string, Result>(
  rounds: number,
  cases: Readonly<Record<Name, () => Promise<Result>>>,
): Promise<(name: Name) => readonly Result[]> {
  const entries = Object.entries<() => Promise<Result>>(cases)
  const results = new Map<string, Result[]>(entries.map(([name]) => [name, []]))
  // The first of each pays for a cold file cache.
  for (const [, act] of entries) await act()
  for (let round = 0; round < rounds; round += 1) {
    // The other way round every second time: nobody is always the one after the heavy one.
    for (const [name, act] of round % 2 === 0 ? entries : entries.toReversed()) {
      results.get(name)?.push(await act())
    }
  }
  return (name) => results.get(name) ?? []
}

export interface Start {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Reads CPU and memory from inside; only for node. */
  readonly metered?: boolean
  readonly onStart?: (kill: () => void) => void
}

/** Runs a program to its end with exactly this environment. */
export function start(
  command: string,
  args: readonly string[],
  { env = {}, cwd = '/', metered = false, onStart }: Start = {},
): Promise<Spent> {
  return new Promise((done, fail) => {
    const began = performance.now()
    const child = spawn(command, metered ? ['--require', METER, ...args] : args, {
      env,
      cwd,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    })
    const texts = ['', '', '', '']
    for (const index of [1, 2, 3]) {
      child.stdio[index]?.on('data', (chunk: Buffer) => {
        texts[index] += chunk.toString()
      })
    }
    onStart?.(() => child.kill('SIGKILL'))
    child.once('error', fail)
    child.once('close', (code) => {
      const wallMs = performance.now() - began
      const [, stdout = '', stderr = '', meter = ''] = texts
      done({ wallMs, code: code ?? -1, stdout, stderr, ...read(meter) })
    })
  })
}

function read(meter: string): Pick<Spent, 'cpuMs' | 'socketMs' | 'rssMiB'> {
  const said: unknown = meter === '' ? {} : JSON.parse(meter)
  const number = (name: string): number =>
    typeof said === 'object' && said !== null ? Number(Reflect.get(said, name) ?? 0) : 0
  return { cpuMs: number('cpuMs'), socketMs: number('socketMs'), rssMiB: number('rssMiB') }
}

export function node(args: readonly string[], options: Start = {}): Promise<Spent> {
  return start(process.execPath, args, options)
}
