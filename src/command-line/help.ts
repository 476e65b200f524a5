import { INPUTS, INPUT_GROUPS, type Input } from '../settings/inputs.ts'
import { VERSION } from '../version.ts'
import { COMMANDS, commandNamed, flagsOf, type Flag } from './commands.ts'

const WIDTH = 100
const INDENT = 26

const EXIT_CODES =
  'Exit codes: 0 pass or only warnings · 1 fail · 2 bad usage or settings file · 3 inconclusive · 70 defect of openai-preflight · 130 stopped by Ctrl-C'

/**
 * The text of `help` and `--help`: the commands, and every flag of the preflight itself. Of another
 * command its own flags and two examples.
 */
export function helpText(name = 'run'): string {
  return name === 'run' ? wholeHelp() : commandHelp(name)
}

function wholeHelp(): string {
  return [
    `openai-preflight ${VERSION} – names who must act when a call to the OpenAI API fails from this machine`,
    '',
    'Usage: openai-preflight [command] [flags]',
    '',
    'Commands',
    ...COMMANDS.map(({ name, operands, description }) =>
      entry(`${name} ${operands}`.trim(), description),
    ),
    '',
    ...flagLines('run'),
    ...exampleLines('run'),
    '',
    wrapped(EXIT_CODES),
    '',
    'A key given by --api-key is visible in the list of processes; a variable is not.',
    'openai-preflight help COMMAND describes one command.',
  ].join('\n')
}

function commandHelp(name: string): string {
  const row = commandNamed(name)
  const usage = ['openai-preflight', name, row?.operands ?? '', '[flags]']
  return [
    `openai-preflight ${name} – ${row?.description ?? ''}`,
    '',
    `Usage: ${usage.filter((word) => word !== '').join(' ')}`,
    '',
    ...flagLines(name),
    ...exampleLines(name),
  ].join('\n')
}

/** Groups of inputs, then what only the command line has; each with its heading and a blank line. */
function flagLines(name: string): readonly string[] {
  const row = commandNamed(name)
  const flags = row === undefined ? [] : flagsOf(row)
  const headed = (heading: string, some: readonly Flag[]): readonly string[] =>
    some.length === 0
      ? []
      : [heading, ...some.map((flag) => entry(called(flag), described(flag))), '']
  const inputs = flags.filter(({ input }) => input !== undefined)
  // A few need no headings of their own.
  const grouped =
    inputs.length < INPUTS.length
      ? headed('Flags', flags)
      : [
          ...Object.entries(INPUT_GROUPS).flatMap(([group, heading]) =>
            headed(
              heading,
              inputs.filter(({ input }) => input?.group === group),
            ),
          ),
          ...headed(
            'Output',
            flags.filter(({ input }) => input === undefined),
          ),
        ]
  return grouped
}

function exampleLines(name: string): readonly string[] {
  const examples = commandNamed(name)?.examples ?? []
  return ['Examples', ...examples.map((line) => `  openai-preflight ${line}`)]
}

function called({ name, kind, short }: Flag): string {
  const long = kind === 'boolean' ? `--[no-]${name}` : `--${name}`
  return short === undefined ? long : `-${short}, ${long}`
}

function described({ description, input }: Flag): string {
  const standard: Input['default'] = input?.default
  return standard === undefined ? description : `${description} Default: ${standard}.`
}

/** A name and its text, wrapped beside it. */
function entry(name: string, text: string): string {
  const head = `  ${name}`
  return head.length + 1 > INDENT
    ? `${head}\n${wrapped(text, ' '.repeat(INDENT))}`
    : wrapped(text, ' '.repeat(INDENT), head.padEnd(INDENT))
}

function wrapped(text: string, indent = '', first = indent): string {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(' ')) {
    if (!empty && line.length + word.length > WIDTH) {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${word} `
    empty = false
  }
  return [...lines, line.trimEnd()].join('\n')
}
