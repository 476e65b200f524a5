import { runThrough, type Finished, type Spawn } from './process.ts'
import { readFrame } from './frame.ts'
import { lastWords, type InsideProblem } from './problem.ts'
import { shellPrologue } from './shell-order.ts'
import { programText } from './programs.ts'

/** What a target can run; versions, empty where there is none. */
export interface Runtimes {
  readonly node: string
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
    `${shellPrologue({ mark: target.mark })}${programText('scout.sh')}`,
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
    curl: '',
  }
  if (found.node === '' && found.python3 === '') throw new InsideTrouble(failed(target, asked))
  return found
}

function versionsOf(payload: string): Runtimes {
  const version = (name: string): string =>
    (new RegExp(`(?:^|,)${name}:([\\d_]*)`).exec(payload)?.[1] ?? '').replaceAll('_', '.')
  return { node: version('node'), python3: version('python3'), curl: version('curl') }
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
