import type { Code, Packet } from '../model/index.ts'
import { packetWithoutRoutes } from '../run/stored.ts'
import { describeRuntime } from '../settings/runtime.ts'

/** Why nothing was measured in the target: our own trouble, never a broken route. */
export interface InsideProblem {
  readonly code: Code & (`own.inside_${string}` | 'own.out_of_time')
  /** One sentence: what happened. */
  readonly message: string
  /** One order with an object. */
  readonly fix: string
  /** Another runtime of the target would meet the same. */
  readonly final?: true
}

/** A sentence of a shell is shorter. */
const LONGEST_QUOTE = 200

/**
 * What a command said of its end, for a sentence: the line that names an error, else the last one;
 * one line, printable, cut. Empty when it wrote nothing.
 */
export function lastWords(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    // A trace, and the version that Node.js writes below it, are no words of the error.
    .filter((line) => line !== '' && !/^at |^Node\.js v\d|^[{}]$/.test(line))
  const words =
    lines.findLast((line) => /^(?:\w+\.)*\w*(?:Error|Exception)\b/.test(line)) ?? lines.at(-1) ?? ''
  return words.length > LONGEST_QUOTE
    ? `${words.slice(0, LONGEST_QUOTE - 1).toWellFormed()}…`
    : words
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

/** The command by which the target was entered. */
interface Prefixed {
  readonly argv: readonly [string, ...string[]]
}

/** The prefix did not get as far as a program in the target. */
export function failed({ argv }: Prefixed, finished: Finished): InsideProblem {
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
  if (finished.stopped) {
    return {
      code: 'own.inside_failed',
      message: `${command} gave no answer before the time was up.`,
      fix: `Run ${command} by hand and see what it waits for, or raise the deadline.`,
      final: true,
    }
  }
  const how =
    finished.code === 0 ? 'ended without starting a shell' : `ended with exit code ${finished.code}`
  return {
    code: 'own.inside_failed',
    message: `${command} ${how} before any probe ran${said(finished)}`,
    fix: `Correct the setting inside so that "${command} sh" reads commands from standard input in the target.`,
  }
}

function said({ stderr, stdout }: Finished): string {
  const words = lastWords(stderr) || lastWords(stdout)
  return words === '' ? '.' : `: ${words.replace(/\.?$/, '.')}`
}

/** The prefix works, and a runtime behind it ended without a result. */
export function died({ argv }: Prefixed, runtime: string, finished: Finished): InsideProblem {
  // The prefix itself works: what was not asked in time says nothing of the target.
  if (finished.stopped) {
    return {
      code: 'own.out_of_time',
      message: `${runtime} behind ${shownCommand(argv)} gave no answer before the deadline had passed; no route was judged.`,
      fix: `Set a longer deadline, or name fewer routes in one run; where neither helps, start ${runtime} in the target by hand and see what it waits for.`,
      final: true,
    }
  }
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

export function mixedOutput({ argv }: Prefixed): InsideProblem {
  return {
    code: 'own.inside_output',
    message: `The result of the target came back damaged through ${shownCommand(argv)}: its output is cut or mixed with other text.`,
    fix: 'Remove whatever changes standard output in between: a terminal (-t), a wrapper script, a filter.',
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

/** A packet that says openly that nothing was measured, and why. */
export function problemPacket(problem: InsideProblem, startedAt: Date, elapsedMs: number): Packet {
  return packetWithoutRoutes(
    {
      verdict: 'inconclusive',
      owner: 'unknown',
      code: problem.code,
      rule: 'own/inside',
      summary: problem.message,
      doNext: [problem.fix],
      doNot: ['Do not read this as a broken route: nothing was sent to the API.'],
    },
    describeRuntime({}),
    startedAt,
    elapsedMs,
  )
}
