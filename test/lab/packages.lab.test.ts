import path from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { namespaceRefusal, runInNamespace, whichProgram } from './namespace.ts'

const refusal = namespaceRefusal() ?? (process.getuid?.() === 0 ? undefined : 'needs root')
const script = path.join(import.meta.dirname, 'inside-checks.ts')

async function look(check: string): Promise<unknown> {
  const done = await runInNamespace(script, [check], { timeoutMs: 60_000 })
  if (done.code !== 0) throw new Error(done.stderr)
  return JSON.parse(done.stdout)
}

function lacks(...programs: readonly string[]): boolean {
  return programs.some((name) => whichProgram(name) === undefined)
}

describe.skipIf(refusal !== undefined)(`real peers ${refusal ?? ''}`, { timeout: 60_000 }, () => {
  test.skipIf(lacks('squid'))('Squid tunnels, refuses, denies and wants a password', async () => {
    expect(await look('squid')).toEqual({
      refused: '503 ERR_CONNECT_FAIL 111',
      ok: '200',
      denied: '403 ERR_ACCESS_DENIED 0',
      login: ['407 ERR_CACHE_ACCESS_DENIED 0', '200'],
      bumped: '200',
    })
  })

  test.skipIf(lacks('tinyproxy'))('tinyproxy says 401 to a wrong password', async () => {
    expect(await look('tinyproxy')).toEqual({
      ok: '200',
      login: ['407', '401', '200'],
      filtered: '403',
    })
  })

  test.skipIf(lacks('mitmdump'))('mitmproxy opens the tunnel', async () => {
    expect(await look('mitmproxy')).toBe('200')
  })

  test.skipIf(lacks('danted'))('Dante listens', async () => {
    expect(await look('dante')).toBe('open')
  })

  test.skipIf(lacks('nginx', 'haproxy'))('nginx and HAProxy serve a public address', async () => {
    expect(await look('servers')).toEqual({ nginx: 'open', haproxy: 'open' })
  })

  test.skipIf(lacks('dnsmasq', 'unbound'))('dnsmasq and unbound answer getaddrinfo', async () => {
    expect(await look('resolvers')).toEqual({ dnsmasq: ['162.159.140.245'], unbound: 'EAI_AGAIN' })
  })

  test.skipIf(lacks('nginx'))('a daemon that does not start says so', async () => {
    expect(await look('broken')).toBe('nginx did not start')
  })
})
