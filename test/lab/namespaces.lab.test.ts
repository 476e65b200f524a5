import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { namespaceRefusal, run, runInNamespace, whichProgram } from './namespace.ts'

const refusal = namespaceRefusal()
const noFirewall = whichProgram('nft') === undefined
const script = path.join(import.meta.dirname, 'inside-checks.ts')

async function look(check: string): Promise<unknown> {
  const done = await runInNamespace(script, [check], { timeoutMs: 20_000 })
  if (done.code !== 0) throw new Error(done.stderr)
  return JSON.parse(done.stdout)
}

describe.skipIf(refusal !== undefined)(`namespaces ${refusal ?? ''}`, () => {
  test('there is no way out, and no resolver of the machine', async () => {
    expect(await look('empty')).toEqual({ outside: 'ENETUNREACH', name: 'EAI_AGAIN' })
  })

  test('getaddrinfo sees our name server, our hosts file and our nsswitch.conf', async () => {
    expect(await look('names')).toEqual({ byDns: ['162.159.140.245'], byHosts: ['10.0.0.1'] })
  })

  test.skipIf(noFirewall)('a rule drops what it should', async () => {
    expect(await look('firewall')).toEqual({ open: 'open', drop: 'silence' })
  })

  test.skipIf(noFirewall)('a rule rejects with ICMP', async () => {
    expect(await look('reject')).toBe('EHOSTUNREACH')
  })

  test.skipIf(noFirewall)('a neighbour is another machine behind a cable', async () => {
    expect(await look('veth')).toEqual({ before: 'ECONNREFUSED', open: 'open', drop: 'silence' })
  })

  test('a TUN link delays and loses packets', async () => {
    expect(await look('tun')).toEqual({
      quick: 'open',
      isSlow: true,
      slow: 'open',
      lost: 'silence',
    })
  })

  test('nothing of it stays on this machine', async () => {
    await look('closed')
    const links = await run('ip', ['-brief', 'link'])
    expect(links.stdout).not.toMatch(/near\d|far\d/)
    const mounts = await run('cat', ['/proc/self/mounts'])
    expect(mounts.stdout).not.toContain('preflight-lab-')
  })
})
