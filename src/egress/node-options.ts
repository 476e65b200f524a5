import { filled } from './variables.ts'
import type { EgressQuestion } from './question.ts'

/** The flags of NODE_OPTIONS, split the way Node splits them: blanks, double quotes, backslash in quotes. */
export function nodeOptions(question: Pick<EgressQuestion, 'env' | 'platform'>): readonly string[] {
  const text = filled(question, 'NODE_OPTIONS')?.value ?? ''
  return [...text.matchAll(/(?:"(?:\\.|[^"\\])*"|[^\s"])+/g)].map(([token]) =>
    token.replaceAll(/"((?:\\.|[^"\\])*)"/g, (_, quoted: string) =>
      quoted.replaceAll(/\\(.)/g, '$1'),
    ),
  )
}

/** The value of `--flag=value` or `--flag value`, the last one given. */
export function optionValue(options: readonly string[], flag: string): string | undefined {
  const at = options.findLastIndex((token) => token === flag || token.startsWith(`${flag}=`))
  const token = options[at]
  if (token === undefined) return undefined
  return token === flag ? options[at + 1] : token.slice(flag.length + 1)
}
