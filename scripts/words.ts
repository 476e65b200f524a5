import { globSync } from 'node:fs'

/** A word that the glossary decides for, and what it decides against. */
export interface Decision {
  readonly write: string
  readonly pattern: RegExp
}

/** The rows of the glossary that name something in their last column, in quotation marks. */
export function decidedAgainst(contributing: string): readonly Decision[] {
  const glossary = /\n## Words\n([^]*?)\n## /.exec(contributing)?.[1] ?? ''
  return [...glossary.matchAll(/^\| \*\*(.+?)\*\* \|[^|]*\|([^|]*)\|$/gm)].flatMap(
    ([, write = '', column = '']) => {
      const words = [...column.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word)
      return words.length === 0
        ? []
        : [{ write, pattern: new RegExp(String.raw`\b(?:${words.join('|')})\b`, 'i') }]
    },
  )
}

export interface Text {
  /** From 1. */
  readonly line: number
  readonly text: string
}

/** Lines of a page; of source only what stands in quotation marks, without what a template inserts. */
export function textsOf(content: string, isSource: boolean): readonly Text[] {
  return content.split('\n').flatMap((text, index) => {
    if (!isSource) return [{ line: index + 1, text }]
    if (/^\s*(?:\/\/|\/?\*|import\b|export .* from )|\bimport\(/.test(text)) return []
    const quoted = text.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? []
    const shown = quoted.map((one) => one.replaceAll(/\$\{[^{}]*\}/g, ' ')).join(' ')
    return shown === '' ? [] : [{ line: index + 1, text: shown }]
  })
}

/** The glossary itself names what it decides against, and the changelog says how a word was replaced. */
const QUOTING = ['CONTRIBUTING.md', 'CHANGELOG.md']

/** Every file whose text people read, from the root of the project: a new one is among them by itself. */
export function readByPeople(root: string): {
  readonly pages: readonly string[]
  readonly source: readonly string[]
} {
  const pages = [
    '*.md',
    'action.yml',
    'docs/**/*.md',
    'examples/**/*.{md,yml,yaml}',
    'schema/*.json',
    '.github/**/*.{md,yml}',
    'src/**/*.{sh,py}',
  ]
  const found = (patterns: string | readonly string[]): readonly string[] =>
    globSync(patterns, { cwd: root }).map((file) => file.replaceAll('\\', '/'))
  return {
    pages: found(pages).filter((file) => !QUOTING.includes(file)),
    source: found('src/**/*.ts'),
  }
}
