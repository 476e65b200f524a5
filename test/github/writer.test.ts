import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RunnerDoor } from '../../src/github/index.ts'
import { command, maskCommands, writeArtifacts } from '../../src/github/index.ts'
import { REPORTS } from '../../src/reports/index.ts'
import { GOLDEN } from '../reports/golden-packets.ts'
import { planted } from '../reports/planted.ts'
import { parseCommand, parseRunnerOutput } from './runner.ts'

let folder = ''
let printed = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writer-'))
  printed = ''
  for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

function door(over: Partial<RunnerDoor> = {}): RunnerDoor {
  let calls = 0
  return {
    env: { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') },
    stdout: (text) => {
      printed += text
    },
    packetDir: join(folder, 'packets', 'new'),
    random: () => `random-${(calls += 1)}`,
    ...over,
  }
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

describe('workflow commands', () => {
  test('are character by character those of @actions/core', () => {
    const samples = ['plain', '100% a:b,c', 'one\r\ntwo', '%0A%3A', '::error::x', '', 'ü 語 😀']
    const script = `
      const core = await import('@actions/core')
      for (const text of ${JSON.stringify(samples)}) {
        core.error(text, { title: text, file: text, startLine: 3, startColumn: 5 })
        core.setSecret(text)
      }`
    const theirs = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    })
    const ours = samples.flatMap((text) => [
      command('error', { title: text, file: text, line: 3, col: 5 }, text),
      command('add-mask', {}, text),
    ])
    expect(theirs.trimEnd().split('\n')).toEqual(ours.join('\n').trimEnd().split('\n'))
  })

  test('come back from the runner as they went in, whatever the text', () => {
    expect.hasAssertions()
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(
        text.filter((one) => one !== ''),
        text,
        (title, message) => {
          const line = command('error', { title, line: 7 }, message)
          expect(line).not.toMatch(/[\r\n]/)
          const back = parseCommand(line)
          expect(back?.data).toBe(message)
          expect(back?.properties.get('title')).toBe(title)
        },
      ),
    )
  })

  test('mask a value of several lines in one command, and nothing for an empty one', () => {
    expect(parseRunnerOutput(maskCommands('one\ntwo')).masks).toEqual(['one\ntwo', 'one', 'two'])
    expect(maskCommands(' ')).toBe('')
  })
})

describe('writing', () => {
  test.each(Object.entries(GOLDEN))(
    'packet %s, with every string an attack, reaches the runner as artifacts and nothing else',
    (_name, golden) => {
      const { packet, view } = planted(golden)
      const artifacts = Object.values(REPORTS).flatMap((report) => report(packet, view))
      expect(writeArtifacts(artifacts, door())).toEqual([])
      const outputs = artifacts.filter((one) => one.kind === 'output')
      const seen = parseRunnerOutput(printed, {
        output: read('output'),
        summary: read('summary'),
        declaredOutputs: outputs.map((one) => one.name),
      })
      expect(seen.problems).toEqual([])
      expect(seen.annotations).toHaveLength(
        artifacts.filter((one) => one.kind === 'annotation').length,
      )
      expect(seen.masks).toEqual([])
      expect(seen.outputs).toEqual(Object.fromEntries(outputs.map((one) => [one.name, one.value])))
      expect(JSON.parse(read('packets/new/packet.json'))).toEqual(packet)
    },
  )

  test('an annotation arrives with its place', () => {
    writeArtifacts(
      [
        {
          kind: 'annotation',
          level: 'error',
          title: 'a: b, c',
          message: 'one\ntwo',
          file: 'x.yml',
          line: 3,
          endLine: 3,
          column: 5,
        },
      ],
      door(),
    )
    expect(parseRunnerOutput(printed).annotations).toEqual([
      {
        level: 'error',
        title: 'a: b, c',
        message: 'one\ntwo',
        file: 'x.yml',
        line: 3,
        endLine: 3,
        column: 5,
      },
    ])
  })

  test('more than ten of a level are not printed', () => {
    const one = { kind: 'annotation', level: 'warning', title: 't', message: 'm' } as const
    writeArtifacts(
      Array.from({ length: 14 }, () => one),
      door(),
    )
    expect(parseRunnerOutput(printed)).toMatchObject({ problems: [], annotations: { length: 10 } })
  })

  test('an output cannot add another one', () => {
    const value = 'x\nghadelimiter_random-1\nok<<E\ntrue\nE'
    const problems = writeArtifacts(
      [
        { kind: 'output', name: 'summary', value },
        { kind: 'output', name: 'owner', value: 'auth' },
      ],
      door(),
    )
    expect(problems).toEqual(['Could not write the output.'])
    expect(parseRunnerOutput('', { output: read('output') }).outputs).toEqual({ owner: 'auth' })
  })

  test('what cannot be written is said, and the rest is written all the same', () => {
    const problems = writeArtifacts(
      [
        { kind: 'summary', markdown: 'x'.repeat(1024 * 1024 + 1) },
        { kind: 'file', name: 'packet.json', content: '{}' },
        { kind: 'output', name: 'owner', value: 'auth' },
        { kind: 'terminal', text: '::error::x\n' },
      ],
      door({
        packetDir: join(folder, 'output', 'below-a-file'),
        env: { GITHUB_STEP_SUMMARY: join(folder, 'summary') },
      }),
    )
    expect(problems).toEqual([
      'The summary is larger than 1 MiB: not written.',
      expect.stringMatching(/^Could not write the file \(E\w+\)\.$/),
      'GITHUB_OUTPUT is not set: not written.',
    ])
    expect(parseRunnerOutput(printed)).toMatchObject({ annotations: [], problems: [] })
  })
})
