import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { startApi } from '../loopback/api.ts'
import {
  breakAfterFirstBytes,
  breakAfterRequest,
  breakInBody,
  closedPort,
  startClientCertificate,
} from '../loopback/faults.ts'
import { run } from '../lab/namespace.ts'
import { labRoot, selfSigned } from '../loopback/pki.ts'
import { startProxy } from '../loopback/proxy.ts'
import { startSocks } from '../lab/socks.ts'
import { send } from '../wire/send.ts'

const SCRIPT = path.join(import.meta.dirname, 'one-request.ts')

/** What a process of its own had left open after one request, and what lies in its folder. */
async function leftBy(sending: object) {
  const folder = mkdtempSync(path.join(tmpdir(), 'preflight-left-'))
  try {
    const asked = JSON.stringify({ timeoutMs: 400, ca: [labRoot().pem], ...sending })
    const env = { TMPDIR: folder, HOME: folder }
    const started = performance.now()
    const done = await run(process.execPath, [SCRIPT, asked], { env, timeoutMs: 15_000 })
    const said: unknown = JSON.parse(done.stdout === '' ? '{}' : done.stdout)
    return { said, code: done.code, files: readdirSync(folder), ms: performance.now() - started }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Peer extends AsyncDisposable {
  readonly port: number
}

const PEERS: readonly (readonly [string, RegExp, () => Promise<Peer>])[] = [
  ['a healthy answer', /^ok$/, () => startApi()],
  ['a closed port', /tcp\.refused/, () => closedPort()],
  ['a certificate that is not trusted', /tls\.cert/, () => startApi({ tls: selfSigned() })],
  ['silence in the handshake', /tls\.timed_out/, () => breakAfterFirstBytes('silence')],
  ['a wish for a client certificate', /client_auth/, () => startClientCertificate('TLSv1.3')],
  ['silence after the request', /http\.timed_out/, () => breakAfterRequest('silence')],
  ['a reset after the request', /http\.reset/, () => breakAfterRequest('reset')],
  ['silence in the body', /body_timed_out/, () => breakInBody('silence')],
]

test('the connection is closed when the attempt is over, not when the process is', async () => {
  await using api = await startApi()
  await send({ baseUrl: api.baseUrl })
  await pause(200)
  expect([api.connections(), api.open()]).toEqual([1, 0])
})

describe('the process ends by itself, with nothing open and no file left', () => {
  test.for(PEERS)('after %s', async ([, expected, start]) => {
    await using peer = await start()
    const left = await leftBy({ baseUrl: `https://localhost:${peer.port}/v1` })
    expect(left).toMatchObject({ code: 0, files: [], said: { alive: [] } })
    expect(left.said).toHaveProperty('failure', expect.stringMatching(expected))
  })

  test('after a proxy that says nothing', async () => {
    await using proxy = await startProxy({
      behaviour: { does: 'break', at: 'connect', how: 'silence' },
    })
    const left = await leftBy({ baseUrl: 'https://a.test/v1', proxy: { port: proxy.port } })
    expect(left).toMatchObject({ code: 0, files: [], said: { alive: [] } })
  })

  test('after a SOCKS server that says nothing', async () => {
    await using proxy = await startSocks({ breaks: { at: 'greeting', how: 'silence' } })
    const socks = { port: proxy.port, scheme: 'socks5h' }
    const left = await leftBy({ baseUrl: 'https://a.test/v1', proxy: socks })
    expect(left).toMatchObject({ code: 0, files: [], said: { alive: [] } })
  })

  test('after a cancellation in the middle of the request', async () => {
    await using peer = await breakAfterRequest('silence')
    const baseUrl = `https://localhost:${peer.port}/v1`
    const left = await leftBy({ baseUrl, timeoutMs: 10_000, abortAfterMs: 200 })
    expect(left).toMatchObject({ code: 0, files: [], said: { alive: [] } })
    expect(left.ms).toBeLessThan(9000)
  })
})
