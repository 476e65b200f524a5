import { parseArgs } from 'node:util'
import { ALLOW_LIST_FORMATS, VERDICT_FORMATS, type SettingProblem } from '../model/index.ts'
import { INPUTS } from './inputs.ts'
import { nearest } from './nearest.ts'
import { fatal } from './problem.ts'
import { show } from './show.ts'

/** Commands of the command line, with the files or words that may follow. */
export const COMMANDS = [
  { name: 'run', least: 0, most: 0, operands: '', description: 'run the preflight (the default)' },
  {
    name: 'demo',
    least: 0,
    most: 1,
    operands: '[scenario]',
    description: 'the same engine against an embedded server and faults on loopback, without a key',
  },
  {
    name: 'explain',
    least: 0,
    most: 1,
    operands: '[file|-]',
    description: 'read an existing log and name the owner; nothing is sent',
  },
  {
    name: 'report',
    least: 1,
    most: 1,
    operands: 'packet.json',
    description: 'tell a packet again',
  },
  {
    name: 'compare',
    least: 2,
    most: 2,
    operands: 'a.json b.json',
    description: 'compare the packets of two places',
  },
  {
    name: 'aggregate',
    least: 1,
    most: 1,
    operands: 'folder',
    description: 'sum up the packets of many runners',
  },
  {
    name: 'allow-list',
    least: 1,
    most: 1,
    operands: 'packet.json',
    description:
      'print the hosts and ports that the application needs, as the firewall or policy wants them',
  },
] as const
export type Command = (typeof COMMANDS)[number]['name']

/** Flags that only the command line has. */
export const SWITCHES = [
  { name: 'json', description: 'print the packet and nothing else on standard output' },
  { name: 'verbose', description: 'print every event with its time' },
  { name: 'list', description: 'with demo: list the scenarios' },
  { name: 'help', description: 'print this text' },
  { name: 'version', description: 'print the version' },
] as const
/** Flags with a value that only the command line has. */
export const OPTIONS = [
  {
    name: 'format',
    description: `with allow-list: ${ALLOW_LIST_FORMATS.join(', ')} (default text); else ${VERDICT_FORMATS.join(', ')}`,
  },
] as const
/** The forms that a command knows. */
const FORMATS: Readonly<Partial<Record<Command, readonly string[]>>> = {
  run: VERDICT_FORMATS,
  report: VERDICT_FORMATS,
  aggregate: VERDICT_FORMATS,
  'allow-list': ALLOW_LIST_FORMATS,
}

export type Switch = (typeof SWITCHES)[number]['name']

export interface Flags {
  readonly command: Command
  readonly operands: readonly string[]
  /** Values of inputs, and `verbose`, by name; switches are `true` or `false`. */
  readonly values: ReadonlyMap<string, string>
  readonly on: (name: Switch) => boolean
  /** Bad usage: the door says it and ends with exit code 2. */
  readonly problems: readonly SettingProblem[]
}

const BOOLEANS: readonly string[] = [
  ...SWITCHES.map(({ name }) => name),
  ...INPUTS.filter(({ kind }) => kind === 'boolean').map(({ name }) => name),
]
const NAMES: readonly string[] = [
  ...INPUTS.map(({ name }) => name),
  ...SWITCHES.map(({ name }) => name),
  ...OPTIONS.map(({ name }) => name),
]

/** Reads `--name value`, `--name=value`, `--switch`, `--no-switch` and what is no flag. Never throws. */
export function parseFlags(args: readonly string[]): Flags {
  const values = new Map<string, string>()
  const problems: SettingProblem[] = []
  const words: string[] = []
  const options = Object.fromEntries(
    NAMES.map((name) => [name, { type: BOOLEANS.includes(name) ? 'boolean' : 'string' } as const]),
  )
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const problem = readFlag(token, values)
    if (problem !== undefined) problems.push(problem)
  }
  const { command, operands, problem } = readCommand(words)
  // The word behind an unknown flag is probably its value and no command.
  if (problem !== undefined && problems.length === 0) problems.push(problem)
  const format = values.get('format')
  const known = FORMATS[command] ?? []
  if (format !== undefined && problem === undefined && !known.includes(format)) {
    const message = `${command} has no format ${show(format)}.`
    const fix =
      known.length === 0 ? 'Leave --format out.' : `Write one of these: ${known.join(', ')}.`
    problems.push(fatal('config.flag_value', '--format', { message, fix }))
  }
  return { command, operands, values, on: (name) => values.get(name) === 'true', problems }
}

interface FlagToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function readFlag(token: FlagToken, values: Map<string, string>): SettingProblem | undefined {
  const { name, rawName, value, inlineValue } = token
  const usage = (code: SettingProblem['code'], message: string, fix: string): SettingProblem =>
    fatal(code, NAMES.includes(name) ? `--${name}` : 'command line', { message, fix })
  const positive = name.replace(/^no-/, '')
  if (positive !== name && BOOLEANS.includes(positive)) {
    values.set(positive, 'false')
    if (value === undefined) return undefined
    return usage(
      'config.flag_value',
      `--no-${positive} takes no value.`,
      `Write --no-${positive} alone.`,
    )
  }
  if (!NAMES.includes(name)) {
    const near = nearest(name, NAMES)
    const order =
      near === undefined ? 'Run openai-preflight --help for all flags.' : `Write --${near}.`
    return usage('config.flag_unknown', `There is no flag ${show(rawName)}.`, order)
  }
  if (BOOLEANS.includes(name)) {
    // Any other word is reported with the value of the input, by the table.
    values.set(name, value ?? 'true')
    const isSwitch = SWITCHES.some((known) => known.name === name)
    if (!isSwitch || value === undefined || value === 'true' || value === 'false') return undefined
    return usage(
      'config.flag_value',
      `--${name} takes no value.`,
      `Write --${name} or --no-${name}.`,
    )
  }
  if (value === undefined || (inlineValue !== true && /^-./.test(value))) {
    return usage('config.flag_value', `--${name} needs a value.`, `Write --${name}=VALUE.`)
  }
  values.set(name, value)
  return undefined
}

function readCommand(words: readonly string[]): {
  readonly command: Command
  readonly operands: readonly string[]
  readonly problem?: SettingProblem
} {
  const [first, ...operands] = words
  if (first === undefined) return { command: 'run', operands: [] }
  const found = COMMANDS.find(({ name }) => name === first)
  const usage = (code: SettingProblem['code'], message: string, fix: string): SettingProblem =>
    fatal(code, 'command line', { message, fix })
  if (found === undefined) {
    const names = COMMANDS.map(({ name }) => name)
    const near = nearest(first, names)
    const order = near === undefined ? `Use one of these: ${names.join(', ')}.` : `Write ${near}.`
    const problem = usage('config.command_unknown', `There is no command ${show(first)}.`, order)
    return { command: 'run', operands: [], problem }
  }
  const { name, least, most } = found
  if (operands.length >= least && operands.length <= most) return { command: name, operands }
  const order = `Write openai-preflight ${[name, found.operands].join(' ').trim()}.`
  const problem = usage(
    'config.command_operands',
    `${name} was given ${operands.length} operands.`,
    order,
  )
  return { command: name, operands, problem }
}
