import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { helpText } from '../../src/command-line/help.ts'
import { COMMANDS, OWN_FLAGS } from '../../src/command-line/commands.ts'
import { ENDPOINTS } from '../../src/model/index.ts'
import { INPUTS } from '../../src/settings/index.ts'
import { INPUT_GROUPS } from '../../src/settings/inputs.ts'
import type { Input } from '../../src/settings/index.ts'
import { ROUTE_SETTINGS } from '../../src/settings/config-entries.ts'

interface ActionFile {
  readonly description: string
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs: Readonly<Record<string, { description: string; default?: string }>>
  readonly outputs: Readonly<Record<string, { description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

const root = new URL('../../', import.meta.url)
const action: ActionFile = parse(readFileSync(new URL('action.yml', root), 'utf8'))
const table: readonly Input[] = INPUTS

describe('action.yml and the table of inputs', () => {
  test('have the same names in the same order', () => {
    expect(Object.keys(action.inputs)).toEqual(table.map(({ name }) => name))
  })

  test.each(table)('agree on default and description of $name', (input) => {
    const inFile = action.inputs[input.name]
    expect(inFile?.default).toBe(input.actionDefault ?? input.default)
    expect(inFile?.description).toBe(input.description)
  })

  test('stand in the same groups under the same headings', () => {
    const text = readFileSync(new URL('action.yml', root), 'utf8')
    const headed = [...text.matchAll(/^ {2}(?:# (?<heading>.+)|(?<name>[a-z-]+):)$/gm)]
    const groups = new Map<string, string[]>()
    let names: string[] = []
    for (const { groups: { heading, name } = {} } of headed) {
      if (heading !== undefined) groups.set(heading, (names = []))
      else names.push(name ?? '')
    }
    const wanted = Map.groupBy(table, ({ group }) => INPUT_GROUPS[group])
    const last = table.at(-1)?.name ?? ''
    for (const [heading, inputs] of wanted) {
      const found = groups.get(heading) ?? []
      const until = found.includes(last) ? found.indexOf(last) + 1 : found.length
      expect(found.slice(0, until)).toEqual(inputs.map(({ name }) => name))
    }
  })

  test('know exactly the inputs of the contract', () => {
    const contract =
      'api-key base-url route endpoint stream path-checks model organization project api-version azure-scope depth client timeout deadline attempts wait-up-to fail-on missing-key config allow-hosts compare-direct control-url baseline log inside aggregate client-bundle browser-origin expiry-warning headroom-warning egress-address packet-dir comment check-run github-token'
    expect(table.map(({ name }) => name)).toEqual(expect.arrayContaining(contract.split(' ')))
    expect(table).toHaveLength(contract.split(' ').length)
  })
})

test('action.yml declares every output of the contract, each with a description', () => {
  const contract =
    'verdict ok owner branch rung code http-status request-id retryable confidence summary packet report'
  expect(Object.keys(action.outputs)).toEqual(contract.split(' '))
  for (const output of Object.values(action.outputs)) expect(output.description).not.toBe('')
})

test('action.yml fits the marketplace: Node 24, a known icon and color, a short description', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  expect(action.branding).toEqual({ icon: 'activity', color: 'green' })
  expect(action.description.length).toBeLessThanOrEqual(125)
})

test('the help names every flag and its default, in lines of at most 100 columns', () => {
  const help = helpText()
  for (const { name, commands } of OWN_FLAGS) {
    const text = helpText(
      commands === 'all' || commands.some((one) => one === 'run') ? 'run' : commands[0],
    )
    expect(text).toContain(`--${name}`)
  }
  for (const { name, operands, examples } of COMMANDS) {
    const text = helpText(name)
    expect(text).toContain(
      name === 'run' ? '[command] [flags]' : `openai-preflight ${name} ${operands}`.trim(),
    )
    for (const example of examples) expect(text).toContain(`openai-preflight ${example}`)
  }
  for (const heading of Object.values(INPUT_GROUPS)) expect(help).toContain(`\n${heading}\n`)
  for (const input of table) {
    expect(help).toContain(input.kind === 'boolean' ? `--[no-]${input.name}` : `--${input.name}`)
  }
  expect(help.replaceAll(/\s+/g, ' ')).toContain('a plain number is seconds. Default: 10s.')
  const longest = Math.max(...help.split('\n').map((line) => line.length))
  expect(longest).toBeLessThanOrEqual(110)
  expect(help).not.toContain('${{')
})

test('every endpoint family is named wherever a reader looks for them', () => {
  for (const page of [
    'action.yml',
    'README.md',
    'docs/what-is-sent.md',
    'schema/packet.schema.json',
  ]) {
    const text = readFileSync(new URL(page, root), 'utf8')
    expect([page, ENDPOINTS.filter((endpoint) => !text.includes(endpoint))]).toEqual([page, []])
  }
})

test('the schema of the config file knows exactly the settings of a route', () => {
  const schema = JSON.parse(readFileSync(new URL('schema/config.schema.json', root), 'utf8'))
  const known = Object.keys(schema.$defs.settingProperties.properties)
  expect(known.toSorted()).toEqual([...ROUTE_SETTINGS, 'api-key-env'].toSorted())
  for (const input of table) {
    const choices = input.kind === 'choice' ? input.choices : undefined
    const inSchema = schema.$defs.settingProperties.properties[input.name]?.enum
    expect(inSchema).toEqual(input.perRoute === true ? choices : undefined)
  }
})
