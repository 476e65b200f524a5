import { parse } from 'yaml'

/** The page with its tables of inputs and outputs made anew. Fails where a marker is missing. */
export function withTables(page: string, action: string): string {
  const inputs = entries(action, 'inputs').map(
    ([name, facts]) =>
      `| \`${name}\` | ${cell(text(facts, 'description'))} | ${code(text(facts, 'default'))} |`,
  )
  const outputs = entries(action, 'outputs').map(
    ([name, facts]) => `| \`${name}\` | ${cell(text(facts, 'description'))} |`,
  )
  const tables = {
    inputs: ['| Input | Description | Default |', '| :-- | :-- | :-- |', ...inputs],
    outputs: ['| Output | Value |', '| :-- | :-- |', ...outputs],
  }
  return Object.entries(tables).reduce(
    (done, [name, table]) => between(done, name, table.join('\n')),
    page,
  )
}

function between(page: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`the markers of ${name} are missing`)
  return `${page.slice(0, from + begin.length)}\n${content}\n${page.slice(to)}`
}

function entries(action: string, section: string): readonly (readonly [string, unknown])[] {
  const root: unknown = parse(action)
  const found: unknown = root instanceof Object ? Reflect.get(root, section) : undefined
  return found instanceof Object ? Object.entries(found) : []
}

function text(facts: unknown, name: string): string {
  const value: unknown = facts instanceof Object ? Reflect.get(facts, name) : undefined
  return typeof value === 'string' ? value : ''
}

function cell(words: string): string {
  return words
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', String.raw`\|`)
    .trim()
}

function code(value: string): string {
  return value === '' ? '–' : `\`${cell(value)}\``
}
