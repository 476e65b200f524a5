import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(os.tmpdir(), 'counts-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

type Tests = Readonly<Record<string, string>>

function report(name: string, files: Readonly<Record<string, Tests>>): string {
  const testResults = Object.entries(files).map(([file, tests]) => ({
    name: file,
    status: Object.values(tests).every((status) => status !== 'failed') ? 'passed' : 'failed',
    assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
  }))
  const target = path.join(folder, name)
  writeFileSync(target, JSON.stringify({ testResults }))
  return target
}

function counted(...given: readonly string[]): readonly string[] {
  const script = path.join(import.meta.dirname, '../../scripts/count-tests.ts')
  return execFileSync(process.execPath, [script, ...given], { encoding: 'utf8', stdio: 'pipe' })
    .trimEnd()
    .split('\n')
}

const first = report('first.json', {
  'a.test.ts': { one: 'passed', two: 'failed', three: 'failed' },
  'b.test.ts': { four: 'passed', five: 'pending' },
})

test('every failed test is named beside the count', () => {
  expect(counted(first)).toEqual(['2 2 1', 'failed: a.test.ts: two', 'failed: a.test.ts: three'])
  expect(counted('--failed-files', first)).toEqual(['a.test.ts'])
})

test('what passes when its file runs again is named, and what fails twice has failed', () => {
  const again = report('again.json', {
    'a.test.ts': { one: 'passed', two: 'passed', three: 'failed' },
  })
  expect(counted(first, again)).toEqual([
    '3 1 1',
    'failed: a.test.ts: three',
    'passed only when run again, alone: a.test.ts: two',
  ])
})

test('a file whose preparation failed is a failure, although no test of it failed', () => {
  const broken = path.join(folder, 'broken.json')
  const file = { name: 'c.test.ts', status: 'failed', assertionResults: [] }
  writeFileSync(broken, JSON.stringify({ testResults: [file] }))
  expect(counted(broken)).toEqual(['0 1 0', 'failed: c.test.ts'])
})

test('a report without tests is no pass', () => {
  const empty = path.join(folder, 'empty.json')
  writeFileSync(empty, JSON.stringify({ testResults: [] }))
  expect(() => counted(empty)).toThrow('no tests in it')
})
