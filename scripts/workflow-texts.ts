import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkflowText } from './workflow-lint.ts'

const ROOT = join(import.meta.dirname, '..')

/** Every workflow of the project: its own, the examples, and the pieces that its pages show. */
export function allWorkflows(): readonly WorkflowText[] {
  return [
    whole('action.yml'),
    ...yamlFiles('.github/workflows').map(whole),
    ...yamlFiles('examples').map(whole),
    ...pages().flatMap((page) => piecesIn(page, readFileSync(join(ROOT, page), 'utf8'))),
  ]
}

/** Pages for readers, relative to the root. */
export function pages(): readonly string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name))
  const top = readdirSync(ROOT).filter((name) => name.endsWith('.md'))
  return [...top, ...below('docs'), ...below('examples'), ...below('.github')].toSorted()
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name))
    .toSorted()
}

function whole(file: string): WorkflowText {
  return { file, text: readFileSync(join(ROOT, file), 'utf8'), firstLine: 1 }
}

const FENCE = /^```ya?ml\n([\s\S]*?)^```$/gm

/**
 * YAML blocks of a page, completed to workflows: one with `on:` is whole, one with `jobs:` lacks
 * only an event, a list is the steps of a job. Other YAML (a settings file) is none.
 */
export function piecesIn(file: string, page: string): readonly WorkflowText[] {
  return [...page.matchAll(FENCE)].flatMap((match) => {
    const [, block = ''] = match
    const firstLine = page.slice(0, match.index).split('\n').length + 1
    const text = completed(block)
    if (text === undefined) return []
    const added = text.split('\n').length - block.split('\n').length
    return [{ file, text, firstLine: firstLine - added }]
  })
}

function completed(block: string): string | undefined {
  if (/^on:/m.test(block)) return block
  if (/^jobs:/m.test(block)) return `on: push\n${block}`
  if (!block.startsWith('- ')) return undefined
  const steps = block.replaceAll(/^(?=.)/gm, '      ')
  return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`
}
