import { isVendorKey } from '../knowledge/credentials.ts'
import { nearest } from '../knowledge/distance.ts'
import type { Code, SettingProblem } from '../model/index.ts'

export { fatal, warning } from '../model/index.ts'

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

/** A value in a sentence. */
const LONGEST = 60

/** Separators that people type; shown, so that a list still reads as one. */
const TYPED = [
  [/\r?\n|\r/g, String.raw`\n`],
  [/\t/g, String.raw`\t`],
] as const

/**
 * A value in quotes that is safe to print: one line, cut, without invisible characters.
 * What looks like a key is never shown, whichever setting it was put into.
 */
export function show(text: string): string {
  const trimmed = text.trim()
  if (holdsKey(trimmed)) return `a value of ${trimmed.length} characters that looks like a key`
  const typed = TYPED.reduce((shown, [pattern, word]) => shown.replaceAll(pattern, word), text)
  const oneLine = typed.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, '�')
  return oneLine.length > LONGEST
    ? `"${oneLine.slice(0, LONGEST).toWellFormed()}…"`
    : `"${oneLine}"`
}

/** Keys of Azure, and just as well account ids and hashes, e.g. in the URL of a Cloudflare gateway. */
const HEX = /^[0-9a-f]{32}$/i

/** A known kind of credential stands in the text, at its start or anywhere inside it. */
export function holdsKey(text: string): boolean {
  return text.split(/[^\w.-]+/).some((word) => !HEX.test(word) && isVendorKey(word))
}

/** One form of a text that cannot work, and what is wrong with it, to follow the name of its setting. */
export interface Form {
  readonly code: Code
  readonly when: RegExp | ((text: string) => boolean)
  readonly wrong: string | ((text: string) => string)
  readonly fix: string
  /** The text is a stand-in: it is no secret itself, and masking it would shred the log. */
  readonly standIn?: true
}

/** The first that fits. */
export function formIn(
  forms: readonly Form[],
  text: string,
): (Form & { readonly wrong: string }) | undefined {
  const form = forms.find(({ when }) => (when instanceof RegExp ? when.test(text) : when(text)))
  if (form === undefined) return undefined
  return { ...form, wrong: typeof form.wrong === 'string' ? form.wrong : form.wrong(text) }
}

/** An order to write the word that was probably meant, else what may be written at all. */
export function writeNear(
  word: string,
  known: readonly string[],
  otherwise = `Write one of ${known.join(', ')}.`,
): string {
  const near = nearest(word, known)
  return near === undefined ? otherwise : `Write ${near}.`
}
