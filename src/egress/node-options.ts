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

/** Whether a Node version is at least one of the releases a feature came with (`24.6`, `22.19`). */
export function hasFeature(version: string, since: readonly string[]): boolean {
  const [major, minor] = numbers(version)
  const releases = since.map(numbers)
  const newest = Math.max(...releases.map(([release]) => release))
  return releases.some(([release, from]) =>
    major === release ? minor >= from : release === newest && major > release,
  )
}

function numbers(version: string): readonly [number, number] {
  const [, major = '0', minor = '0'] = /^v?(\d+)(?:\.(\d+))?/.exec(version) ?? []
  return [Number(major), Number(minor)]
}
