import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { releasesHere } from '../../src/run/releases.ts'
import { readSettings } from '../../src/settings/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'preflight-releases-'))
const bin = join(folder, 'bin')
const settings = readSettings({
  input: (name) => ({ client: 'node', deadline: '3s' })[name],
  env: {},
  readFile: () => undefined,
  workspace: folder,
})

function program(name: string, text: string, at = bin): void {
  mkdirSync(at, { recursive: true })
  writeFileSync(join(at, name), `#!/bin/sh\n${text}\n`)
  chmodSync(join(at, name), 0o755)
}

const releases = (
  env: Readonly<Record<string, string>> = {},
  workspace = join(folder, 'project'),
) =>
  releasesHere(['python', 'curl', 'java'], {
    environment: { PATH: `${bin}:/usr/bin:/bin`, ...env },
    workspace,
    settings,
    signal: new AbortController().signal,
  })

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('the programs on PATH say their releases, and only those whose release decides', async () => {
  program('python3', 'echo Python 3.13.1')
  program('curl', 'echo "curl 8.5.0 (x) libcurl/8.5.1 OpenSSL/3"')
  program('java', 'exit 1')
  expect(await releases()).toEqual({ python: '3.13.1', curl: '8.5.1' })
})

test('no secret, no folder of the checkout and no shell is handed over', async () => {
  const heard = join(folder, 'heard')
  program('python3', `env > ${heard}; pwd >> ${heard}; echo Python 3.12.0`)
  const key = ['sk', 'handed'].join('-')
  await releases({ OPENAI_API_KEY: key, INPUT_API_KEY: key, PYENV_VERSION: '3.12' })
  const text = readFileSync(heard, 'utf8')
  expect(text).not.toContain(key)
  expect(text).toContain('PYENV_VERSION=3.12')
  expect(text).not.toContain(join(folder, 'project'))
})

test('a program of the checkout is never started, whatever PATH says', async () => {
  const started = join(folder, 'started')
  program('python3', `touch ${started}; echo Python 3.13.0`)
  program('curl', `touch ${started}; echo libcurl/9.9.9`)
  const said = await releases({ PATH: `${bin}:.:node_modules/.bin` }, folder)
  expect(said).toEqual({})
  expect(() => readFileSync(started)).toThrow(/ENOENT/)
})

test('a program that does not answer costs a tenth of the deadline', async () => {
  program('python3', 'exec sleep 30')
  program('curl', 'echo libcurl/8.5.1')
  const from = performance.now()
  expect(await releases()).toEqual({ curl: '8.5.1' })
  expect(performance.now() - from).toBeLessThan(2000)
})

test.each([
  ['too much', 'yes Python | head -c 100000'],
  ['something else', 'echo not found: python3 1>&2; exit 127'],
])('a program that says %s leaves the release unknown', async (_, text) => {
  program('python3', text)
  program('curl', 'exit 0')
  expect(await releases()).toEqual({})
})
