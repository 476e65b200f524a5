import type { Code, SettingProblem } from '../model/index.ts'
import { parseDuration } from '../settings/durations.ts'
import { nearest } from '../knowledge/distance.ts'
import { fatal, show, writeNear } from '../settings/problem.ts'
import type { Mistake } from './flags.ts'

/** The words of a mistake: what is wrong in one sentence, and what to write instead. */
export function usageProblem(mistake: Mistake): SettingProblem {
  const ofLine = (code: Code, message: string, fix: string): SettingProblem =>
    fatal(code, 'command line', { message, fix })
  const ofFlag = (name: string, message: string, fix: string): SettingProblem =>
    fatal('config.flag_value', `--${name}`, { message, fix })
  switch (mistake.kind) {
    case 'command':
    case 'shell': {
      const { kind, word, known } = mistake
      const what = kind === 'command' ? 'There is no command' : 'There is no completion for'
      // Every shell is one letter from another.
      const fix = kind === 'shell' ? oneOf(known) : writeNear(word, known, oneOf(known))
      return ofLine('config.command_unknown', `${what} ${show(word)}.`, fix)
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
      return ofLine('config.command_operands', message, `Write ${usage}.`)
    }
    case 'flag': {
      const { command, raw, known } = mistake
      const near = nearest(raw.replace(/^-+/, ''), known)
      const help = `Run openai-preflight help ${command} for its flags.`
      const fix = near === undefined ? help : `Write --${near}.`
      return ofLine('config.flag_unknown', `There is no flag ${show(raw)}.`, fix)
    }
    case 'foreign-flag': {
      const { command, name } = mistake
      const message = `${command} has no flag --${name}.`
      const fix = `Leave it out; openai-preflight help ${command} shows the flags that it has.`
      return fatal('config.flag_unknown', `--${name}`, { message, fix })
    }
    case 'bare':
      return ofFlag(mistake.name, `--${mistake.name} takes no value.`, `Write ${mistake.write}.`)
    case 'value-missing': {
      const { name } = mistake
      return ofFlag(name, `--${name} needs a value.`, `Write --${name}=VALUE.`)
    }
    case 'interval': {
      const message = `--watch is not a time from 1s to 1h: ${show(mistake.value)}.`
      return ofFlag('watch', message, 'Write for example --watch 30s.')
    }
    case 'watched': {
      const message = `--watch prints lines of its own, and takes no --${mistake.name}.`
      return ofFlag('watch', message, `Leave --${mistake.name} out.`)
    }
    case 'value': {
      const { command, name, value, known } = mistake
      const message = `${command} has no ${name} ${show(value)}.`
      return ofFlag(name, message, writeNear(value, known, oneOf(known)))
    }
  }
}

const oneOf = (known: readonly string[]): string => `Write one of these: ${known.join(', ')}.`

/** A shorter rhythm would ask more than it tells, a longer one is a job of its own. */
const SHORTEST_MS = 1000
const LONGEST_MS = 3_600_000

/** Milliseconds from the start of one run to the start of the next: 1 s to 1 h. */
export function watchInterval(text: string): number | undefined {
  const parsed = parseDuration(text, { minMs: SHORTEST_MS, maxMs: LONGEST_MS })
  return 'value' in parsed ? parsed.value : undefined
}
