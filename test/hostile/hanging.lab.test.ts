import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { namespaceRefusal, runInNamespace } from '../lab/namespace.ts'

const refusal = namespaceRefusal()
const SCRIPT = path.join(import.meta.dirname, 'inside-hanging.ts')
const MAIN =
  process.env['PREFLIGHT_TEST_MAIN'] ?? path.join(import.meta.dirname, '../../dist/index.js')

async function look(name: string): Promise<unknown> {
  const done = await runInNamespace(SCRIPT, [MAIN, name], { timeoutMs: 50_000 })
  if (done.code !== 0) throw new Error(done.stderr)
  return JSON.parse(done.stdout)
}

/** The contract: deadline plus 2 s. getaddrinfo alone would wait for half a minute. */
const MOST_MS = 3000 + 2000

describe.skipIf(refusal !== undefined)(`a lookup that hangs ${refusal ?? ''}`, () => {
  test.for(['silent', 'truncated'])('%s: outputs and exit code in time', async (name) => {
    expect(await look(name)).toMatchObject({
      ms: expect.toSatisfy((ms: number) => ms < MOST_MS),
      code: 1,
      killed: false,
      hasPacket: true,
      problems: [],
      outputs: { verdict: 'fail', owner: 'connection-path', rung: 'dns', code: 'dns.unreachable' },
    })
  })

  test('cancelled: ends within 2 s and blames nobody', async () => {
    expect(await look('cancelled')).toMatchObject({
      ms: expect.toSatisfy((ms: number) => ms < 1000 + 2000),
      code: 1,
      killed: false,
      outputs: { verdict: 'inconclusive', owner: 'unknown', code: 'own.cancelled' },
    })
  })

  test('ten of them do not keep an eleventh route from its name', async () => {
    const seen = await look('several')
    expect(seen).toMatchObject({ ms: expect.toSatisfy((ms: number) => ms < 7000) })
    expect(seen).toHaveProperty('routes', expect.arrayContaining([['healthy', 'pass', '']]))
  })

  test('plain HTTP through a proxy at a public address sends no byte of the key', async () => {
    expect(await look('plain-http-proxy')).toMatchObject({
      connects: 1,
      keyBytes: 0,
      outputs: {
        code: 'config.base_url_plain_http',
        summary: expect.stringContaining('the proxy 8.8.4.4:'),
      },
    })
  })

  test('plain HTTP to a public address sends no byte', async () => {
    expect(await look('plain-http')).toMatchObject({
      bytes: 0,
      outputs: { code: 'config.base_url_plain_http' },
    })
  })
})
