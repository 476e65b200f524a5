/*
 * How a process begins and ends, before the rest of the program is loaded: a run that is cancelled in
 * its first moments leaves outputs, too. Imports nothing.
 */

/** The runner asks first (SIGINT), then insists (SIGTERM 7.5 s later), then kills 2.5 s after that. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const OLDEST_MAJOR = 24

/** How a shell tells that a signal ended a program: 128 and the number of the signal (POSIX). */
const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143 } as const

/** What asks the process to stop. */
export interface Cancellation {
  /** Aborts when the process is asked to stop for the first time. */
  readonly signal: AbortSignal
  /** The exit code that a shell expects then; nothing where nobody asked. */
  readonly code: () => number | undefined
}

/** @param again for whoever asks a second time; without it that changes nothing */
export function listenForCancellation(
  process: NodeJS.EventEmitter = globalThis.process,
  again: (code: number) => void = () => {},
): Cancellation {
  const controller = new AbortController()
  let code: number | undefined
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (code !== undefined) return again(code)
      code = SIGNAL_CODES[name]
      controller.abort(new Error('cancelled'))
    })
  }
  return { signal: controller.signal, code: () => code }
}

/**
 * To be called before anything uses libuv's pool. It has four threads and gives only half of them to
 * name lookups; two names that hang then starve every other lookup of the process, also of names
 * that would resolve at once (measured: `localhost` waited for ever). The size is read when the
 * pool is first used. On Windows it must be set before the process starts; there this changes nothing.
 */
export function enlargeThreadPool(env: NodeJS.ProcessEnv): void {
  env['UV_THREADPOOL_SIZE'] ??= '64'
}

/** One line that says what to do, or nothing when this Node is new enough. */
export function nodeIsTooOld(version: string): string | undefined {
  const major = Number(/^v(\d+)/.exec(version)?.[1] ?? 0)
  return major >= OLDEST_MAJOR
    ? undefined
    : `openai-preflight needs Node.js ${OLDEST_MAJOR} or newer; this is ${version}. Run it with node ${OLDEST_MAJOR}, for example: npx --package=node@${OLDEST_MAJOR} -- node dist/cli.js`
}

/** One line to standard error, where nothing of the program can be used: no command of a runner, no colour. */
export function lastWords(text: string): void {
  process.stderr.write(`${text.replaceAll(/[^\w .,;()/@=:-]|:(?=:)/g, ' ')}\n`)
}

/**
 * The exit code of a door. When even the report of a crash breaks – a defect within a defect – one
 * line is printed and the exit code still says whose fault it was: nothing may end silently as 0.
 */
export async function exitCodeFrom(door: () => Promise<number>): Promise<number> {
  try {
    return await door()
  } catch (error) {
    const name = error instanceof Error ? error.constructor.name : typeof error
    lastWords(`openai-preflight itself failed (${name}); this says nothing about your route.`)
    return 70
  }
}

/** Work that holds a thread: lookups, whoever asked, and files that are a pipe without a writer. */
const BLOCKING = /^(?:GetAddrInfo|GetNameInfo|FS)Req/

/**
 * Ends the process with this exit code, now. A getaddrinfo that hangs keeps a libuv thread busy, and
 * `process.exit` waits for it (libuv#364; measured: 10 s with a silent resolver, over a minute with
 * a truncated answer). Replacing the process image ends all threads at once and keeps the exit code;
 * where that does not exist (Windows), a kill does: there it means exit code 1.
 *
 * Everything must have been written synchronously before.
 */
export function leave(exitCode: number, process: NodeJS.Process = globalThis.process): never {
  if (!process.getActiveResourcesInfo().some((name) => BLOCKING.test(name))) process.exit(exitCode)
  if (process.platform !== 'win32' && typeof process.execve === 'function') {
    process.removeAllListeners('warning')
    process.execve(
      process.execPath,
      [process.execPath, '-e', `process.exit(${exitCode})`],
      // No NODE_OPTIONS, no certificates to load: this image lives for milliseconds.
      {},
    )
  }
  process.kill(process.pid, 'SIGKILL')
  return process.exit(exitCode)
}
