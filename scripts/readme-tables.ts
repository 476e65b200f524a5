import { parse } from 'yaml'
import { COMMANDS } from '../src/command-line/commands.ts'
import { INPUTS, INPUT_GROUPS, type Input } from '../src/settings/inputs.ts'

/** The README with its tables of inputs and outputs made anew, in short. Fails where a marker is missing. */
export function withTables(page: string, action: string): string {
  return tables(page, action, brief)
}

/** The page of the inputs, with every description in full. */
export function withFullTables(page: string, action: string): string {
  return tables(page, action, (text) => text)
}

/** The page of the command line with its table of commands made anew. */
export function withCommands(page: string): string {
  const rows = COMMANDS.map(
    ({ name, operands, description }) =>
      `| \`${cell(`${name} ${operands}`)}\` | ${cell(description)} |`,
  )
  const table = ['| Command | What it does |', '| :-- | :-- |', ...rows].join('\n')
  return between(page, 'commands', table)
}

function tables(page: string, action: string, told: (text: string) => string): string {
  const facts = new Map(entries(action, 'inputs'))
  const known: readonly Input[] = INPUTS
  const groups = Object.entries(INPUT_GROUPS).flatMap(([group, heading]) => [
    `| **${heading}** | | |`,
    ...known
      .filter((input) => input.group === group)
      .map(({ name }) => {
        const input = facts.get(name)
        const text = cell(told(textOf(input, 'description')))
        return `| \`${name}\` | ${text} | ${code(textOf(input, 'default'))} |`
      }),
  ])
  const outputs = entries(action, 'outputs').map(
    ([name, output]) => `| \`${name}\` | ${cell(told(textOf(output, 'description')))} |`,
  )
  const made = {
    inputs: ['| Input | Description | Default |', '| :-- | :-- | :-- |', ...groups],
    outputs: ['| Output | Value |', '| :-- | :-- |', ...outputs],
  }
  return Object.entries(made).reduce(
    (done, [name, table]) => between(done, name, table.join('\n')),
    page,
  )
}

/** The first sentence, up to a semicolon, without what is in parentheses. */
function brief(text: string): string {
  const [sentence = ''] = text.replaceAll(/ \([^()]*\)/g, '').split(/(?<=\w)[.;](?= |$)/)
  return sentence.endsWith('.') ? sentence : `${sentence}.`
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

function textOf(facts: unknown, name: string): string {
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
