import { describe, expect, test } from 'vitest'
import { parseCommand, parseRunnerOutput } from './runner.ts'

describe('the stand-in for the runner', () => {
  test.each([
    [
      '::error title=a%3Ab,file=x.yml,line=3::one%0Atwo 100%25',
      { level: 'error', title: 'a:b', file: 'x.yml', line: 3, message: 'one\ntwo 100%' },
    ],
    ['   ::NOTICE::x', { level: 'notice', message: 'x' }],
    [
      'text before ##[warning title=t;line=2]y',
      { level: 'warning', title: 't', line: 2, message: 'y' },
    ],
  ])('reads %s', (line, expected) => {
    expect(parseRunnerOutput(line).annotations).toMatchObject([expected])
  })

  test.each(['text ::error::x', '::1 port 443', '::error', ': :error::x', '# #[error]x'])(
    'takes for text: %s',
    (line) => {
      expect(parseCommand(line)).toBeUndefined()
    },
  )

  test('decodes an escaped percent sign last', () => {
    expect(parseCommand('::error::%250A')?.data).toBe('%0A')
  })

  test('keeps ten annotations of each level and says so', () => {
    const result = parseRunnerOutput(`${'::error::e\n'.repeat(12)}${'::notice::n\n'.repeat(3)}`)
    expect(result.annotations).toHaveLength(13)
    expect(result.problems).toEqual(['more than 10 annotations of level error'])
  })

  test('masks what was registered, in the forms that the runner knows', () => {
    const result = parseRunnerOutput(
      `::add-mask::top secret\ntop secret ${Buffer.from('top secret').toString('base64')}`,
    )
    expect(result.log).toEqual(['*** ***'])
  })

  test('ignores commands while they are stopped', () => {
    const result = parseRunnerOutput('::stop-commands::tok\n::error::x\n::tok::\n::error::y')
    expect(result.annotations.map((one) => one.message)).toEqual(['y'])
  })

  test('reads outputs and names those that action.yml lacks', () => {
    const result = parseRunnerOutput('', {
      output: 'a=1\nb<<E\nx=y\nz\nE\n',
      declaredOutputs: ['a'],
    })
    expect(result.outputs).toEqual({ a: '1', b: 'x=y\nz' })
    expect(result.problems).toEqual(['output b is not in action.yml'])
  })

  test.each([
    ['nonsense\n', 'invalid output entry: nonsense'],
    ['b<<E\nx\n', 'no end of the value: b<<E'],
  ])('refuses the outputs %j', (output, problem) => {
    expect(parseRunnerOutput('', { output }).problems).toEqual([problem])
  })

  test('refuses a summary of more than 1 MiB', () => {
    const result = parseRunnerOutput('', { summary: 'x'.repeat(1024 * 1024 + 1) })
    expect(result.summary).toBe('')
    expect(result.problems).toEqual(['summary of 1048577 bytes'])
  })
})
