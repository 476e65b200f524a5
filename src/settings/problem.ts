import type { Code, SettingProblem } from '../model/index.ts'

/** One value as it was given: the text, where it stands, and what to call it in a sentence. */
export interface GivenValue {
  readonly text: string
  /** Where a person finds it: an input, a flag, a variable, or `file:line:column`. */
  readonly setting: string
  /** What the sentence calls it, e.g. `base-url` or `OPENAI_BASE_URL`. */
  readonly name: string
  readonly from: 'file' | 'input' | 'environment' | 'default'
}

/** A value that was understood, or one sentence about what is wrong and one order that mends it. */
export type ParsedValue<T> =
  | { readonly value: T }
  | {
      readonly wrong: string
      readonly fix: string
      /** The word of a list that is wrong; the whole text where it is absent. */
      readonly word?: string
    }

type Wording = Pick<SettingProblem, 'message' | 'fix'>

export function fatal(
  code: Code,
  setting: string,
  wording: Wording,
  owner: SettingProblem['owner'] = 'request',
): SettingProblem {
  return { code, setting, ...wording, severity: 'fatal', owner }
}

export function warning(
  code: Code,
  setting: string,
  wording: Wording,
  owner: SettingProblem['owner'] = 'request',
): SettingProblem {
  return { code, setting, ...wording, severity: 'warning', owner }
}

/** More than anybody reads at once. */
const MOST_TOLD = 50

/** The first fifty, and how many more there are: thousands help nobody, and each is told many times. */
export function firstOf(problems: readonly SettingProblem[]): readonly SettingProblem[] {
  const [last] = problems.slice(MOST_TOLD)
  if (last === undefined) return problems
  const message = `${problems.length - MOST_TOLD} more problems of this kind follow.`
  return [
    ...problems.slice(0, MOST_TOLD),
    { ...last, message, fix: 'Fix the first ones, and run again.' },
  ]
}

const USAGE = /^config\.(?:input|flag|command|file)_/

/**
 * Bad usage or a bad settings file (exit code 2 of the command line), as opposed to values that
 * are well written and cannot work, which are a verdict.
 */
export function isUsageProblem(problem: SettingProblem): boolean {
  return problem.severity === 'fatal' && USAGE.test(problem.code)
}
