import { parseArgs } from 'node:util'
import { INPUTS } from '../settings/inputs.ts'
import type { Command, Flag, OwnFlagName, CommandRow } from './commands.ts'
import { COMMANDS, OWN_FLAGS, SHELLS, commandNamed, flagsOf } from './commands.ts'

/** Bad usage as it was found; `usage.ts` has the words, which few starts need. */
export type Mistake =
  | { readonly kind: 'command' | 'shell'; readonly word: string; readonly known: readonly string[] }
  | { readonly kind: 'operands'; readonly row: CommandRow; readonly given: readonly string[] }
  | {
      readonly kind: 'flag'
      readonly command: Command
      readonly raw: string
      readonly known: readonly string[]
    }
  | { readonly kind: 'foreign-flag'; readonly command: Command; readonly name: string }
  | { readonly kind: 'bare'; readonly name: string; readonly write: string }
  | { readonly kind: 'value-missing'; readonly name: string }
  | { readonly kind: 'interval'; readonly value: string }
  | { readonly kind: 'watched'; readonly name: string }
  | {
      readonly kind: 'value'
      readonly command: Command
      readonly name: string
      readonly value: string
      readonly known: readonly string[]
    }

export interface Flags {
  readonly command: Command
  readonly operands: readonly string[]
  /** Values of inputs and own flags, by name; switches are `true` or `false`. */
  readonly values: ReadonlyMap<string, string>
  readonly on: (name: OwnFlagName) => boolean
  /** Bad usage: the door says it and ends with exit code 2. */
  readonly mistakes: readonly Mistake[]
}

/** Names that stand alone on a command line. */
const BARE: readonly string[] = [
  ...OWN_FLAGS.filter((flag) => !('takesValue' in flag)).map(({ name }) => name),
  ...INPUTS.filter(({ kind }) => kind === 'boolean').map(({ name }) => name),
]
const NAMES: readonly string[] = [
  ...INPUTS.map(({ name }) => name),
  ...OWN_FLAGS.map(({ name }) => name),
]
const OPTIONS = Object.fromEntries(
  NAMES.map((name) => {
    const own = OWN_FLAGS.find((flag) => flag.name === name)
    const short = own !== undefined && 'short' in own ? { short: own.short } : {}
    return [name, { type: BARE.includes(name) ? 'boolean' : 'string', ...short } as const]
  }),
)

/** Reads `--name value`, `--name=value`, `--switch`, `--no-switch` and what is no flag. Never throws. */
export function parseFlags(args: readonly string[]): Flags {
  const values = new Map<string, string>()
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true })
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const [first, ...operands] = words
  const row = first === undefined ? undefined : commandNamed(first)
  const command = row?.name ?? 'run'
  const flags = flagsOf(row ?? COMMANDS[0])
  const mistakes = tokens.flatMap((token) =>
    token.kind === 'option' ? (readFlag(token, values, command, flags) ?? []) : [],
  )
  // The word behind an unknown flag is probably its value and no command.
  if (mistakes.length === 0 && first !== undefined) {
    mistakes.push(
      ...(row === undefined ? [unknownWord(first, tokens)] : wrongOperands(row, operands)),
    )
  }
  const together = ['json', 'format', 'log', 'aggregate'].find((name) => values.has(name))
  if (values.has('watch') && together !== undefined) {
    mistakes.push({ kind: 'watched', name: together })
  }
  return {
    command,
    operands: row === undefined ? [] : operands,
    values,
    on: (name) => values.get(name) === 'true',
    mistakes,
  }
}

type Token = { readonly kind: 'positional' | 'option-terminator' } | FlagToken

interface FlagToken {
  readonly kind: 'option'
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function readFlag(
  { name, rawName, value, inlineValue }: FlagToken,
  values: Map<string, string>,
  command: Command,
  flags: readonly Flag[],
): Mistake | undefined {
  const positive = name.replace(/^no-/, '')
  const negated = positive !== name && BARE.includes(positive)
  const called = negated ? positive : name
  if (!NAMES.includes(called)) {
    return { kind: 'flag', command, raw: rawName, known: flags.map((flag) => flag.name) }
  }
  const flag = flags.find((one) => one.name === called)
  if (flag === undefined) return { kind: 'foreign-flag', command, name: called }
  if (negated) {
    values.set(called, 'false')
    return value === undefined ? undefined : { kind: 'bare', name, write: `--${name} alone` }
  }
  if (flag.kind !== 'value') {
    // Any other word is reported with the value of the input, by the table.
    values.set(name, value ?? 'true')
    const isSwitch = flag.kind === 'switch'
    return !isSwitch || value === undefined || value === 'true' || value === 'false'
      ? undefined
      : { kind: 'bare', name, write: `--${name} or --no-${name}` }
  }
  if (value === undefined || (inlineValue !== true && /^-./.test(value))) {
    return { kind: 'value-missing', name }
  }
  values.set(name, value)
  // Of an input the table of the inputs says what is wrong with its value.
  const { input, choices } = flag
  return input !== undefined || choices.length === 0 || choices.includes(value)
    ? undefined
    : { kind: 'value', command, name, value, known: choices }
}

/** `--check-run true`: what stands behind a flag that takes no value is meant for it. */
function unknownWord(word: string, tokens: readonly Token[]): Mistake {
  const before = tokens[tokens.findIndex((one) => one.kind === 'positional') - 1]
  return before?.kind === 'option' && before.value === undefined && BARE.includes(before.name)
    ? { kind: 'bare', name: before.name, write: `--${before.name} or --no-${before.name}` }
    : unknownCommand(word)
}

function unknownCommand(word: string): Mistake {
  return { kind: 'command', word, known: COMMANDS.map(({ name }) => name) }
}

function wrongOperands(row: CommandRow, given: readonly string[]): readonly Mistake[] {
  const [first] = given
  if (given.length < row.least || given.length > row.most) return [{ kind: 'operands', row, given }]
  if (first === undefined) return []
  if (row.name === 'help' && commandNamed(first) === undefined) return [unknownCommand(first)]
  if (row.name !== 'completion' || SHELLS.some((shell) => shell === first)) return []
  return [{ kind: 'shell', word: first, known: SHELLS }]
}
