import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as yaml from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { explain } from '../../src/explain/index.ts'
import { findStep } from '../../src/github/step-location.ts'
import { readSettings } from '../../src/settings/index.ts'
import { runStep } from '../dist/step.ts'

/** Milliseconds: what took minutes; far above what it takes now, on a busy machine, too. */
const MOST_MS = 8000

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'preflight-files-'))
  execFileSync('mkfifo', [path.join(folder, 'pipe')])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function timed<Result>(act: () => Result): Result {
  const startedMs = performance.now()
  const result = act()
  expect(performance.now() - startedMs).toBeLessThan(MOST_MS)
  return result
}

const configOf = (text: string) =>
  readSettings(
    {
      input: (name) => (name === 'config' ? '/c.yml' : undefined),
      env: {},
      readFile: () => text,
      workspace: '/',
    },
    yaml,
  )

const keys = (count: number): string =>
  Array.from({ length: count }, (_, index) => `k${index}: 1`).join('\n')

describe('a file that is made to keep us waiting', () => {
  test('a config of 40,000 keys is refused, with its limit', () => {
    const { problems } = timed(() => configOf(keys(40_000)))
    expect(problems.map(({ message }) => message)).toContain(
      'The file is not valid YAML: it has more than 20000 keys.',
    )
  })

  test('a config of 10,000 unknown keys is told by its first fifty and a count', () => {
    const { problems } = timed(() => configOf(keys(10_000)))
    const told = problems.filter(({ code }) => code === 'config.file_unknown_key')
    expect(told).toHaveLength(51)
    expect(told.at(-1)?.message).toBe('9950 more problems of this kind follow.')
  })

  test('a workflow of 20,000 aliases has no place for an annotation', () => {
    const text = `jobs:\n  j:\n    steps:\n      - &x {uses: ./, id: q}\n${'      - *x\n'.repeat(20_000)}`
    const env = {
      GITHUB_WORKSPACE: '/',
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_WORKFLOW_REF: 'a/b/.github/workflows/x.yml@main',
      GITHUB_JOB: 'j',
      GITHUB_ACTION: 'other',
    }
    expect(timed(() => findStep(env, () => text))).toBeUndefined()
  })

  test('a log that is not read to its end is never a pass, and the amount is said', async () => {
    const controller = new AbortController()
    const healthy = Buffer.from('POST https://api.openai.com/v1/responses 200 OK\n'.repeat(100))
    function* chunks() {
      yield healthy
      controller.abort()
      yield healthy
    }
    const { verdict } = await explain(chunks(), { signal: controller.signal })
    expect(verdict.owner).toBe('unknown')
    expect(verdict.summary).toMatch(/Only the first 0\.0 MB of the log were read/)
  })
})

describe.skipIf(process.platform === 'win32')('a setting that names what is no file', () => {
  test.for(['{pipe}', '/dev/zero', '/', '{huge}'])('baseline %s is a notice', async (name) => {
    const huge = path.join(folder, 'huge.json')
    writeFileSync(huge, '')
    execFileSync('truncate', ['-s', '64M', huge])
    await using api = await startApi({ key: labKey() })
    const baseline = name.replace('{pipe}', path.join(folder, 'pipe')).replace('{huge}', huge)
    const step = await runStep({
      inputs: { baseline, depth: 'route', route: 'openai', 'base-url': api.baseUrl },
    })
    expect(step.outputs).toMatchObject({ verdict: 'pass' })
    expect(step.annotations.map(({ message }) => message).join('\n')).toMatch(
      /The baseline \S+ is (?:not a regular file|larger than 32 MiB): there is nothing to compare with\./,
    )
  })

  test.for(['{pipe}', '/dev/zero'])('log %s is a finding with its fix', async (name) => {
    const step = await runStep({
      inputs: { log: name.replace('{pipe}', path.join(folder, 'pipe')) },
    })
    expect(step.outputs).toMatchObject({ verdict: 'fail', code: 'config.file_unreadable' })
    expect(step.packet.verdict.summary).toMatch(/is not a regular file/)
    expect(step.packet.verdict.doNext).toEqual([expect.stringMatching(/^Name a file/)])
  })

  test.for(['{pipe}', '/dev/zero'])('config %s is told as unreadable', async (name) => {
    const step = await runStep({
      inputs: { config: name.replace('{pipe}', path.join(folder, 'pipe')) },
    })
    expect(step.outputs['code']).toMatch(/^config\.file_/)
    expect(step.ended.code).toBe(1)
  })
})

test('a log of 60 MB at a short deadline ends in time, with what was read', async () => {
  const line =
    'ERROR openai.APIConnectionError: Connection error. ECONNREFUSED 127.0.0.1:443 in call\n'
  writeFileSync(path.join(folder, 'big.log'), line.repeat(700_000))
  const startedMs = performance.now()
  const step = await runStep({ inputs: { log: path.join(folder, 'big.log'), deadline: '3s' } })
  expect(performance.now() - startedMs).toBeLessThan(6000)
  expect(step.outputs['code']).not.toMatch(/^own\.crash/)
  expect(step.outputs['verdict']).not.toBe('pass')
})
