import { parseDuration } from './durations.ts'
import type { Gate, PathCheck, SettingProblem } from '../model/index.ts'
import type { Ask } from './ask.ts'
import { printable } from './base-url-text.ts'
import {
  checkValue,
  parseBoolean,
  parseChoice,
  parseCount,
  parseOwners,
  parsePercent,
} from './values.ts'
import { INPUTS, inputNamed, type InputName } from './inputs.ts'
import { parsePathChecks } from './path-checks.ts'
import { fatal, type GivenValue, type ParsedValue, show, warning } from './problem.ts'

/**
 * Typed readers. A value that cannot be read gives the default: `checkInputs` (for inputs) and
 * the config file (for its own values) have reported it already, and nothing will be sent.
 */
function read<T>(ask: Ask, name: InputName, parse: (text: string) => ParsedValue<T>): T {
  for (const text of [ask.any(name)?.text, inputNamed(name).default]) {
    const parsed = text === undefined ? undefined : parse(text)
    if (parsed !== undefined && 'value' in parsed) return parsed.value
  }
  throw new TypeError(`the input ${name} has no usable default`)
}

export function readChoice<const T extends string>(
  ask: Ask,
  name: InputName,
  choices: readonly T[],
): T {
  return read(ask, name, (text) => parseChoice(text, choices))
}

/** Milliseconds. */
export function readDuration(ask: Ask, name: InputName): number {
  const input = inputNamed(name)
  const range = input.kind === 'duration' ? input.range : { minMs: 0, maxMs: Infinity }
  return read(ask, name, (text) => parseDuration(text, range))
}

export function readCount(ask: Ask, name: InputName): number {
  const input = inputNamed(name)
  const range = input.kind === 'count' ? input.range : { min: 0, max: Infinity }
  return read(ask, name, (text) => parseCount(text, range))
}

/** A share from 0 to 1. */
export function readPercent(ask: Ask, name: InputName): number {
  return read(ask, name, parsePercent)
}

export function readBoolean(ask: Ask, name: InputName): boolean {
  return read(ask, name, parseBoolean)
}

export function readOwners(ask: Ask, name: InputName): readonly Gate[] {
  return read(ask, name, parseOwners)
}

export function readPathChecks(ask: Ask): readonly PathCheck[] {
  const given = ask.any('path-checks')
  const parsed = given === undefined ? undefined : parsePathChecks(given.text)
  return parsed !== undefined && 'value' in parsed ? parsed.value : []
}

/** One value against its row of the table. */
export function checkGiven(name: InputName, given: GivenValue): SettingProblem | undefined {
  const input = inputNamed(name)
  const parsed = checkValue(input, given.text)
  if ('value' in parsed) return undefined
  // Of a URL that is refused for its password the password is not shown either.
  const text = input.kind === 'url' ? printable(given.text) : given.text
  const message = `${given.name} ${parsed.wrong}: ${show(parsed.word ?? text)}.`
  const code = given.from === 'file' ? 'config.file_value_invalid' : 'config.input_invalid'
  return fatal(code, given.setting, { message, fix: parsed.fix })
}

/** Every input that was given, against its row, once for the whole run. */
export function checkInputs(ask: Ask): readonly SettingProblem[] {
  const problems: SettingProblem[] = []
  for (const { name } of INPUTS) {
    const given = ask.explicit(name)
    if (given === undefined) continue
    const problem = checkGiven(name, given)
    if (problem !== undefined) problems.push(problem)
    if (name === 'fail-on' && given.text.trim() === '') {
      const message = `${given.name} is empty, so nothing fails the job.`
      const fix = 'Write none to say that this is meant, or remove the setting for the default.'
      problems.push(warning('config.fail_on_empty', given.setting, { message, fix }))
    }
  }
  return problems
}
