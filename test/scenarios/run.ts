/**
 * `node test/scenarios/run.ts [--list] [--json] [--jobs N] [--cli FILE] [--timing] [--strict] [--again] [ID or FAMILY …]`
 * Runs the scenarios against the built command line and prints scenario, expected, got, ms.
 * --timing also judges the time of black holes, which only a quiet machine can keep.
 * --again runs what came out differently once more, one at a time, and names what passed only then.
 * Exit code 1 when one came out differently; with --strict also when one was not run.
 */
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { execute } from './execute.ts'
import type { Outcome } from './execute.ts'
import { SCENARIOS } from './index.ts'
import type { Expected, Scenario } from './scenario.ts'

const USAGE =
  'npm run scenarios -- [--list] [--json] [--jobs N] [--cli FILE] [--timing] [--strict] [--again] [ID or FAMILY …]'

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        cli: { type: 'string', default: path.join(import.meta.dirname, '../../dist/cli.js') },
        jobs: { type: 'string', default: String(Math.max(2, os.availableParallelism())) },
        json: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        timing: { type: 'boolean', default: false },
        again: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : ''}\n${USAGE}\n`)
    process.exit(2)
  }
}

const { values, positionals } = argumentsOf()

// A reader that has seen enough (`| head`) closes the pipe: that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** A pipe may be full: Node waits for its reader, so nothing after this may end the process by force. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function short(expected: Partial<Record<keyof Expected, string>>): string {
  const { verdict = '?', owner = '?', code = '?', lastGood = '?', firstBad = '?' } = expected
  const where = `${lastGood}→${firstBad}`
  return verdict === 'pass' ? `pass ${where}` : `${verdict} ${owner} ${code} ${where}`
}

function row(scenario: Scenario, outcome: Outcome): string {
  const mark = { 'as-expected': 'ok  ', different: 'DIFF', 'not-run': 'skip' }[outcome.state]
  const got = outcome.got === undefined ? '–' : short(outcome.got)
  const expected = short(scenario.expect)
  const cells = [
    mark,
    scenario.id.padEnd(10),
    scenario.title.slice(0, 72).padEnd(72),
    expected.padEnd(64),
    (outcome.state === 'as-expected' ? '=' : got).padEnd(2),
    `${String(outcome.elapsedMs)} ms`,
  ]
  const reasons = outcome.because.map((one) => `\n       ${one}`).join('')
  return `${cells.join(' | ')}${reasons}`
}

const chosen = SCENARIOS.filter(
  ({ id }) => positionals.length === 0 || positionals.some((want) => id.startsWith(want)),
)
if (chosen.length === 0) {
  process.stderr.write(`No scenario begins with ${positionals.join(' or ')}; --list names them\n`)
  process.exit(2)
}
function list(): void {
  if (values.json) {
    say(JSON.stringify(chosen.map(({ id, title, expect }) => ({ id, title, expect }))))
    return
  }
  for (const one of chosen) {
    say(`${one.id.padEnd(16)} | ${one.title.slice(0, 80).padEnd(80)} | ${short(one.expect)}`)
  }
}

async function runAll(): Promise<void> {
  const last = new Map<string, Outcome>()
  const options = { cli: values.cli, jobs: Number(values.jobs), timing: values.timing }
  const told = (scenario: Scenario, outcome: Outcome): void => {
    last.set(scenario.id, outcome)
    if (!values.json) say(row(scenario, outcome))
  }
  await execute(chosen, options, told)
  const differed = chosen.filter(({ id }) => last.get(id)?.state === 'different')
  if (values.again && differed.length > 0) {
    if (!values.json) say(`\nonce more, one at a time: ${differed.map(({ id }) => id).join(' ')}`)
    await execute(differed, { ...options, jobs: 1 }, told)
    for (const { id } of differed) {
      if (last.get(id)?.state === 'as-expected' && !values.json)
        say(`passed only when run again, alone: ${id}`)
    }
  }
  const outcomes = [...last.values()]

  const count = (state: Outcome['state']): number =>
    outcomes.filter((outcome) => outcome.state === state).length
  if (values.json) say(JSON.stringify(outcomes))
  else {
    const parts = [
      `${String(count('as-expected'))} as expected`,
      `${String(count('different'))} different`,
      `${String(count('not-run'))} not run`,
    ]
    say(`\n${parts.join(', ')} of ${String(chosen.length)}`)
    for (const reason of new Set(
      outcomes.filter(({ state }) => state === 'not-run').flatMap(({ because }) => because),
    )) {
      say(`not run: ${reason}`)
    }
  }
  process.exitCode = count('different') > 0 || (values.strict && count('not-run') > 0) ? 1 : 0
}

if (values.list) list()
else if (existsSync(values.cli)) await runAll()
else {
  process.stderr.write(`${values.cli} does not exist: run "npm run build" first\n`)
  process.exitCode = 2
}
