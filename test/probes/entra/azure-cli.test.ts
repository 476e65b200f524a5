import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { outside } from '../../../src/knowledge/started-programs.ts'
import { cliToken } from '../../../src/probes/entra/azure-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'preflight-az-'))
const heard = join(folder, 'heard')
const answer = JSON.stringify({ accessToken: ['a', 'token'].join('-'), expires_on: 1_900_000_000 })

function az(at: string): string {
  const bin = join(folder, at)
  mkdirSync(bin, { recursive: true })
  const script = `#!/bin/sh\necho "$0 $PATH" >> ${heard}\necho '${answer}'\n`
  writeFileSync(join(bin, 'az'), script, { mode: 0o755 })
  return bin
}

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const asked = (...folders: readonly string[]) =>
  cliToken(
    'https://ai.azure.com/.default',
    {
      PATH: [...folders, '/usr/bin', '/bin'].join(':'),
      GITHUB_WORKSPACE: join(folder, 'checkout'),
    },
    AbortSignal.timeout(5000),
  )

test('az of the machine gives a token, and finds no program of the checkout itself', async () => {
  const ofCheckout = az('checkout/node_modules/.bin')
  const ofMachine = az('bin')
  expect(await asked(ofCheckout, 'node_modules/.bin', ofMachine)).toMatchObject({
    expiresOnTimestamp: 1_900_000_000_000,
  })
  expect(readFileSync(heard, 'utf8')).toBe(`${ofMachine}/az ${ofMachine}:/usr/bin:/bin\n`)
})

test('an az that only the checkout has is none', async () => {
  expect(await asked(az('checkout/bin'))).toEqual({ code: 'azure.cli_missing' })
  expect(() => readFileSync(heard)).toThrow(/ENOENT/)
})

test.each([
  ['/srv/repo', ['/usr/bin', '/srv/repository/bin']],
  ['/', ['/usr/bin', '/srv/repo/bin', '/srv/repository/bin']],
])('outside of %s are %j', (checkout, kept) => {
  const searchPath = '/usr/bin:/usr/../srv/repo/x:/srv/repo/bin:bin:.::/srv/repository/bin'
  expect(outside(searchPath, checkout)).toEqual(kept)
})

test('on Windows the checkout is on another drive, or on the same one in other letters', () => {
  const searchPath = 'C:\\Python;D:\\a\\Repo\\bin;d:/a/repo/x;D:\\tools;bin'
  expect(outside(searchPath, 'D:\\a\\repo', true)).toEqual(['C:\\Python', 'D:\\tools'])
})
