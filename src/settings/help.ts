import { COMMANDS, OPTIONS, SWITCHES } from './flags.ts'
import { INPUTS } from './inputs.ts'
import type { Input } from './inputs.ts'

const WIDTH = 100
const INDENT = 26

/** The text of `--help`, made from the same table as the inputs of the action. */
export function helpText(): string {
  const commands = COMMANDS.map(({ name, operands, description }) =>
    entry(`${name} ${operands}`.trim(), description),
  )
  const inputs = INPUTS.map((input: Input) => entry(flag(input), described(input)))
  const switches = [...SWITCHES, ...OPTIONS].map(({ name, description }) =>
    entry(`--${name}`, description),
  )
  return [
    'openai-preflight – names who must act when a call to the OpenAI API fails from this machine',
    '',
    'Usage: openai-preflight [command] [flags]',
    '',
    'Commands',
    ...commands,
    '',
    'Flags, named like the inputs of the action (--name VALUE or --name=VALUE)',
    ...inputs,
    '',
    'Output',
    ...switches,
    '',
    'Exit codes: 0 pass or only warnings · 1 fail · 2 bad usage or settings file · 3 inconclusive · 70 own defect',
    '',
    'A key given by --api-key is visible in the list of processes; a variable is not.',
  ].join('\n')
}

function flag(input: Input): string {
  return input.kind === 'boolean' ? `--[no-]${input.name}` : `--${input.name}`
}

function described(input: Input): string {
  return input.default === undefined
    ? input.description
    : `${input.description} Default: ${input.default}.`
}

/** A name and its text, wrapped beside it. */
function entry(name: string, text: string): string {
  const lines: string[] = []
  let line = `  ${name}`.padEnd(INDENT)
  if (line.length > INDENT) {
    lines.push(line)
    line = ' '.repeat(INDENT)
  }
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = ' '.repeat(INDENT)
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()].join('\n')
}
