import { describe, expect, test } from 'vitest'
import { parseFlags } from '../../src/command-line/flags.ts'
import { usageProblem } from '../../src/command-line/usage.ts'
import { commandLineSource, isUsageProblem, readSettings } from '../../src/settings/index.ts'

function flags(line: string) {
  const parsed = parseFlags(line === '' ? [] : line.split(' '))
  return { ...parsed, problems: parsed.mistakes.map(usageProblem) }
}

test('flags carry the names of the inputs, with a blank or an equals sign', () => {
  const { values, problems, command } = flags('--model your-model --timeout=5s')
  expect(problems).toEqual([])
  expect(command).toBe('run')
  expect([...values]).toEqual([
    ['model', 'your-model'],
    ['timeout', '5s'],
  ])
})

test('booleans are bare flags, and --no- turns them off', () => {
  const { values } = flags('--compare-direct --no-check-run')
  expect([...values]).toEqual([
    ['compare-direct', 'true'],
    ['check-run', 'false'],
  ])
})

test.each([
  ['', 'run', []],
  ['demo', 'demo', []],
  ['demo dns', 'demo', ['dns']],
  ['explain -', 'explain', ['-']],
  ['--json report packet.json', 'report', ['packet.json']],
  ['compare a.json b.json', 'compare', ['a.json', 'b.json']],
])('"%s" is the command %s', (line, command, operands) => {
  expect(flags(line)).toMatchObject({ command, operands, problems: [] })
})

test('-h is --help, and the switches are read', () => {
  expect(flags('-h').on('help')).toBe(true)
  expect(flags('demo --list').on('list')).toBe(true)
  expect(flags('').on('json')).toBe(false)
})

describe('bad usage is one sentence with the flag and the fix', () => {
  test.each([
    ['--modle x', 'There is no flag "--modle".', 'Write --model.'],
    [
      '--frobnicate',
      'There is no flag "--frobnicate".',
      'Run openai-preflight help run for its flags.',
    ],
    ['-x', 'There is no flag "-x".', 'Run openai-preflight help run for its flags.'],
    ['--model', '--model needs a value.', 'Write --model=VALUE.'],
    ['--model --json', '--model needs a value.', 'Write --model=VALUE.'],
    ['--json=maybe', '--json takes no value.', 'Write --json or --no-json.'],
    ['--check-run true', '--check-run takes no value.', 'Write --check-run or --no-check-run.'],
    ['dmeo', 'There is no command "dmeo".', 'Write demo.'],
    [
      'report',
      'report needs the path of a packet.json.',
      'Write openai-preflight report packet.json.',
    ],
    [
      'compare a.json',
      'compare needs the paths of two packets, and was given only "a.json".',
      'Write openai-preflight compare a.json b.json.',
    ],
    [
      'report a.json b.json',
      'report takes the path of a packet.json: "b.json" is too much.',
      'Write openai-preflight report packet.json.',
    ],
    ['run extra', 'run takes flags only: "extra" is too much.', 'Write openai-preflight run.'],
    ['help dmeo', 'There is no command "dmeo".', 'Write demo.'],
    ['completion ksh', 'There is no completion for "ksh".', 'Write one of these: bash, zsh, fish.'],
    [
      'explain --model x a.log',
      'explain has no flag --model.',
      'Leave it out; openai-preflight help explain shows the flags that it has.',
    ],
  ])('%s', (line, message, fix) => {
    const { problems } = flags(line)
    expect(problems).toMatchObject([{ message, fix }])
    expect(problems.every(isUsageProblem)).toBe(true)
  })
})

test('a bad value is reported by the name of the flag', () => {
  const settings = readSettings(commandLineSource(flags('--timeout soon --depth=rout'), {}))
  expect(settings.problems).toMatchObject([
    {
      setting: '--depth',
      message: '--depth has no such value: "rout".',
      fix: 'Write route.',
    },
    { setting: '--timeout', message: '--timeout is not a duration: "soon".' },
  ])
  expect(settings.problems.every(isUsageProblem)).toBe(true)
})

test('--verbose switches step debug on', () => {
  expect(readSettings(commandLineSource(flags('--verbose'), {})).verbose).toBe(true)
  expect(readSettings(commandLineSource(flags(''), {})).verbose).toBe(false)
})

test.each([
  ['--format junit', []],
  ['report a.json --format=sarif', []],
  ['allow-list a.json --format cilium', []],
  ['--format cilium', ['run has no format "cilium".']],
  ['allow-list a.json --format junit', ['allow-list has no format "junit".']],
  ['compare a.json b.json --format junit', ['compare has no flag --format.']],
])('a form of the output belongs to the commands that know it: %s', (line, messages) => {
  expect(flags(line).problems.map(({ message }) => message)).toEqual(messages)
})

test('only a run reads the checkout', () => {
  const calls = (line: string): number =>
    commandLineSource(flags(line), {}).application?.().families.length ?? -1
  expect(calls('')).toBeGreaterThan(0)
  expect(calls('explain app.log')).toBe(0)
  expect(calls('compare a.json b.json')).toBe(0)
})
