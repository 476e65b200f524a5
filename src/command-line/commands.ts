import { given } from '../model/index.ts'
import { ALLOW_LIST_FORMATS, VERDICT_FORMATS } from '../model/words.ts'
import { INPUTS, type Input, type InputName } from '../settings/inputs.ts'

/** Shells for which `completion` writes a script. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const

/** One command: usage, help, completion and the page of the command line are made from its row. */
export interface CommandRow {
  readonly name: string
  /** What may follow, as the usage line shows it. */
  readonly operands: string
  readonly least: number
  readonly most: number
  /** Completes "report needs …" and "report takes …". */
  readonly takes: string
  readonly description: string
  /** Inputs that are flags of it; `all` of the preflight itself. */
  readonly inputs: 'all' | readonly InputName[]
  /** Forms of `--format`; the first of `allow-list` is its default. */
  readonly formats: readonly string[]
  /** What follows `openai-preflight`, two of them. */
  readonly examples: readonly [string, string]
}

/** Commands of the command line. */
export const COMMANDS = [
  {
    name: 'run',
    operands: '',
    least: 0,
    most: 0,
    takes: 'flags only',
    description: 'run the preflight (the default)',
    inputs: 'all',
    formats: VERDICT_FORMATS,
    examples: ['--model "$OPENAI_MODEL"', 'run --depth route --watch 30s'],
  },
  {
    name: 'demo',
    operands: '[scenario]',
    least: 0,
    most: 1,
    takes: 'the name of one scenario, or all',
    description: 'the same engine against an embedded server and faults on loopback, without a key',
    inputs: ['packet-dir'],
    formats: [],
    examples: ['demo tls-intercepted', 'demo quota --report'],
  },
  {
    name: 'explain',
    operands: '[file|-]',
    least: 0,
    most: 1,
    takes: 'the path of one log, or - for standard input',
    description: 'read an existing log and name the owner; nothing is sent',
    inputs: ['log', 'fail-on'],
    formats: [],
    examples: ['explain build.log', 'explain --json - < build.log'],
  },
  {
    name: 'report',
    operands: 'packet.json',
    least: 1,
    most: 1,
    takes: 'the path of a packet.json',
    description: 'print what a packet says',
    inputs: ['packet-dir'],
    formats: VERDICT_FORMATS,
    examples: ['report packet.json', 'report packet.json --packet-dir report'],
  },
  {
    name: 'compare',
    operands: 'a.json b.json',
    least: 2,
    most: 2,
    takes: 'the paths of two packets',
    description: 'compare the packets of two places',
    inputs: [],
    formats: [],
    examples: ['compare here.json there.json', 'compare here.json there.json --json'],
  },
  {
    name: 'aggregate',
    operands: 'folder',
    least: 1,
    most: 1,
    takes: 'the path of a folder with packets',
    description: 'sum up the packets of many runners',
    inputs: ['fail-on', 'deadline', 'packet-dir'],
    formats: VERDICT_FORMATS,
    examples: ['aggregate packets', 'aggregate packets --format junit'],
  },
  {
    name: 'allow-list',
    operands: 'packet.json',
    least: 1,
    most: 1,
    takes: 'the path of a packet.json',
    description:
      'print the hosts and ports that the application needs, in the form that a firewall or policy needs',
    inputs: [],
    formats: ALLOW_LIST_FORMATS,
    examples: ['allow-list packet.json', 'allow-list packet.json --format squid'],
  },
  {
    name: 'help',
    operands: '[command]',
    least: 0,
    most: 1,
    takes: 'the name of one command',
    description: 'print this text, or the flags and examples of one command',
    inputs: [],
    formats: [],
    examples: ['help', 'help explain'],
  },
  {
    name: 'version',
    operands: '',
    least: 0,
    most: 0,
    takes: 'nothing else',
    description: 'print the version',
    inputs: [],
    formats: [],
    examples: ['version', '-v'],
  },
  {
    name: 'completion',
    operands: SHELLS.join('|'),
    least: 1,
    most: 1,
    takes: 'the name of one shell: bash, zsh or fish',
    description: 'print the completion that a shell sources',
    inputs: [],
    formats: [],
    examples: [
      'completion bash > ~/.local/share/bash-completion/completions/openai-preflight',
      'completion fish > ~/.config/fish/completions/openai-preflight.fish',
    ],
  },
] as const satisfies readonly CommandRow[]

export type Command = (typeof COMMANDS)[number]['name']

const TELLING = ['run', 'demo', 'report', 'aggregate'] as const satisfies readonly Command[]

/** A flag that only the command line has. */
interface OwnFlag {
  readonly name: string
  /** One letter behind one dash. */
  readonly short?: string
  readonly takesValue?: true
  /** `all`: of every command. */
  readonly commands: 'all' | readonly Command[]
  readonly description: string
}

/** Flags that only the command line has. */
export const OWN_FLAGS = [
  {
    name: 'json',
    commands: [...TELLING, 'explain', 'compare'],
    description: 'print the packet and nothing else on standard output',
  },
  {
    name: 'format',
    takesValue: true,
    commands: COMMANDS.filter(({ formats }) => formats.length > 0).map(({ name }) => name),
    description: 'print it for another tool',
  },
  {
    name: 'watch',
    takesValue: true,
    commands: ['run'],
    description:
      'repeat at this interval, for example 30s, with one line for each run; ends on the first change and reports it',
  },
  { name: 'verbose', commands: ['run'], description: 'print every event with its time' },
  { name: 'list', commands: ['demo'], description: 'list the scenarios' },
  {
    name: 'report',
    commands: ['demo'],
    description: 'write what the action would leave, packet and report, and print the paths',
  },
  { name: 'help', short: 'h', commands: 'all', description: 'print the flags and two examples' },
  { name: 'version', short: 'v', commands: 'all', description: 'print the version' },
] as const satisfies readonly OwnFlag[]

export type OwnFlagName = (typeof OWN_FLAGS)[number]['name']

/** A flag as a command has it. */
export interface Flag {
  readonly name: string
  readonly short?: string
  /** `switch` stands alone; `boolean` has a `--no-` form, too. */
  readonly kind: 'boolean' | 'switch' | 'value'
  /** Values that it takes, when they can be counted. */
  readonly choices: readonly string[]
  /** A path follows. */
  readonly isPath: boolean
  readonly description: string
  readonly input?: Input
}

/** The row of the table, by its name. */
export function commandNamed(name: string): (CommandRow & { readonly name: Command }) | undefined {
  return COMMANDS.find((command) => command.name === name)
}

/** Inputs that are flags of the command, in the order of the table. */
function inputsOf({ inputs }: CommandRow): readonly Input[] {
  return INPUTS.filter((input) => inputs === 'all' || inputs.includes(input.name))
}

/** Every flag of a command: its inputs first, then what only the command line has. */
export function flagsOf(row: CommandRow): readonly Flag[] {
  const own: readonly OwnFlag[] = OWN_FLAGS
  return [
    ...inputsOf(row).map((input): Flag => ({
      name: input.name,
      kind: input.kind === 'boolean' ? 'boolean' : 'value',
      choices: input.kind === 'choice' ? input.choices : [],
      isPath: input.kind === 'path',
      description: input.description,
      input,
    })),
    ...own
      .filter(({ commands }) => commands === 'all' || commands.some((name) => name === row.name))
      .map(({ name, short, takesValue, description }): Flag => ({
        name,
        ...given({ short }),
        kind: takesValue === true ? 'value' : 'switch',
        choices: name === 'format' ? row.formats : [],
        isPath: false,
        description: name === 'format' ? `${description}: ${row.formats.join(', ')}` : description,
      })),
  ]
}
