import type { Limits } from '../settings/index.ts'

/** The contract allows deadline plus 2 s; what is left after this is for writing. */
export const WATCHDOG_MS = 1500
const LONGEST_DOING = 120

/** States of {@link Memory.state}: whose turn it is to tell. Whoever moves it first does. */
export const TURN = { open: 0, run: 1, watchdog: 2 } as const

/** What both threads see, also while one of them is blocked. */
export interface Memory {
  /** `[turn, exit code of the run, length of doing]`. */
  readonly state: Int32Array<SharedArrayBuffer>
  /** What the run is doing, in UTF-8. */
  readonly doing: Uint8Array<SharedArrayBuffer>
}

/** What the thread is born with; plain data. */
export interface Post extends Memory {
  readonly door: 'action' | 'terminal'
  readonly json: boolean
  readonly limits: Limits
  /** When it is to act, milliseconds since 1970. */
  readonly atMs: number
}

/** The run's side of the watchdog. */
export interface Watchdog {
  /** Starts the thread, once: to be called before anything that others wrote is read, and before any wait. */
  readonly guard: () => void
  /** @param what completes "The run was still …", e.g. `reading the settings` */
  readonly doing: (what: string) => void
  /** What it was told last. */
  readonly last: () => string
  /**
   * To be called before anything is told. Resolves when the run may tell; never, when the watchdog
   * is telling already and will end the process.
   */
  readonly claim: (exitCode: number) => Promise<void>
}

/**
 * Promise 4: for a thread that is blocked, by a file or a pattern that nobody thought of: timers and
 * signals are not heard then, but another thread is. At the deadline plus 1.5 s it writes outputs
 * and packet and ends the process, whatever this thread does. The thread costs 40 ms of CPU (see
 * docs/performance.md), so that it is not there before `guard()`: until then nothing was read but
 * inputs and variables, whose patterns are measured (test/registry/patterns.test.ts).
 * @param limits of the settings; the deadline counts from the start of the process
 */
export function watchdogFor(door: Post['door'], limits: Limits, json = false): Watchdog {
  const memory: Memory = {
    state: new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)),
    doing: new Uint8Array(new SharedArrayBuffer(LONGEST_DOING)),
  }
  const atMs = performance.timeOrigin + limits.deadlineMs + WATCHDOG_MS
  let last = ''
  let guarded = false
  return {
    guard: () => {
      if (!guarded) startThread({ ...memory, door, json, limits, atMs })
      guarded = true
    },
    last: () => last,
    doing: (what) => {
      last = what
      const { written } = new TextEncoder().encodeInto(what, memory.doing)
      Atomics.store(memory.state, 2, written)
    },
    claim: async (exitCode) => {
      Atomics.store(memory.state, 1, exitCode)
      const before = Atomics.compareExchange(memory.state, 0, TURN.open, TURN.run)
      if (before === TURN.watchdog) await new Promise((never) => setTimeout(never, 2 ** 30))
    },
  }
}

function startThread(post: Post): void {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const { NODE_OPTIONS: _, ...env } = process.env
  const built = import.meta.url.endsWith('.js')
  // Without the options of the process: a module that they load is loaded once, not twice.
  const thread = new Worker(
    new URL(built ? '../watchdog.js' : './watchdog-thread.ts', import.meta.url),
    { workerData: post, env, execArgv: [] },
  )
  thread.unref()
  // Where no thread can be had the run goes on without one.
  thread.on('error', () => {})
}
