import type { Code, Packet } from '../model/index.ts'
import { packetWithoutRoutes } from '../run/stored.ts'
import { describeRuntime } from '../settings/runtime.ts'

/** Why nothing was measured in the target: our own trouble, never a broken route. */
export interface InsideProblem {
  readonly code: Code & `own.inside_${string}`
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
