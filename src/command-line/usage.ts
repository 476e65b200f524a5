import type { SettingProblem } from '../model/index.ts'
import { parseDuration } from '../settings/durations.ts'
import { nearest } from '../knowledge/distance.ts'
import { fatal, show } from '../settings/problem.ts'
import type { Mistake } from './flags.ts'

/** The words of a mistake: what is wrong in one sentence, and what to write instead. */
export function usageProblem(mistake: Mistake): SettingProblem {
  const problem = (
    code: SettingProblem['code'],
    message: string,
    fix: string,
    setting = 'command line',
  ): SettingProblem => fatal(code, setting, { message, fix })
  switch (mistake.kind) {
    case 'command':
    case 'shell': {
      const { kind, word, known } = mistake
      const message = kind === 'command' ? 'There is no command' : 'There is no completion for'
      // Every shell is one letter from another.
      return problem(
        'config.command_unknown',
        `${message} ${show(word)}.`,
        meant(kind, word, known),
      )
    }
    case 'operands': {
      const { row, given } = mistake
      const usage = ['openai-preflight', row.name, row.operands].join(' ').trim()
      const [first] = given
      const only = first === undefined ? '' : `, and was given only ${show(first)}`
      const message =
        given.length < row.least
          ? `${row.name} needs ${row.takes}${only}.`
          : `${row.name} takes ${row.takes}: ${show(given[row.most] ?? '')} is too much.`
      return problem('config.command_operands', message, `Write ${usage}.`)
    }
    case 'flag': {
      const { command, raw, known } = mistake
      const near = nearest(raw.replace(/^-+/, ''), known)
      const fix =
        near === undefined
          ? `Run openai-preflight help ${command} for its flags.`
          : `Write --${near}.`
      return problem('config.flag_unknown', `There is no flag ${show(raw)}.`, fix)
    }
    case 'foreign-flag': {
      const { command, name } = mistake
      const fix = `Leave it out; openai-preflight help ${command} shows the flags that it has.`
      return problem('config.flag_unknown', `${command} has no flag --${name}.`, fix, `--${name}`)
    }
    case 'bare': {
      const { name, write } = mistake
      const message = `--${name} takes no value.`
      return problem('config.flag_value', message, `Write ${write}.`, `--${name}`)
    }
    case 'value-missing': {
      const { name } = mistake
      const message = `--${name} needs a value.`
      return problem('config.flag_value', message, `Write --${name}=VALUE.`, `--${name}`)
    }
    case 'interval': {
      const message = `--watch is not a time from 1s to 1h: ${show(mistake.value)}.`
      return problem('config.flag_value', message, 'Write for example --watch 30s.', '--watch')
    }
    case 'watched': {
      const message = `--watch prints lines of its own, and takes no --${mistake.name}.`
      return problem('config.flag_value', message, `Leave --${mistake.name} out.`, '--watch')
    }
    case 'value': {
      const { command, name, value, known } = mistake
      const message = `${command} has no ${name} ${show(value)}.`
      return problem('config.flag_value', message, meant('value', value, known), `--${name}`)
    }
  }
}

/** A shorter rhythm would ask more than it tells, a longer one is a job of its own. */
const SHORTEST_MS = 1000
const LONGEST_MS = 3_600_000

/** Milliseconds from the start of one run to the start of the next: 1 s to 1 h. */
export function watchInterval(text: string): number | undefined {
  const parsed = parseDuration(text, { minMs: SHORTEST_MS, maxMs: LONGEST_MS })
  return 'value' in parsed ? parsed.value : undefined
}

function meant(kind: string, word: string, known: readonly string[]): string {
  const near = kind === 'shell' ? undefined : nearest(word, known)
  return near === undefined ? `Write one of these: ${known.join(', ')}.` : `Write ${near}.`
}
