import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import type net from 'node:net'
import tls from 'node:tls'
import { afterAll, describe, expect, test } from 'vitest'
import { labIssuer, labRoot } from '../loopback/pki.ts'
import { onlyRoute, runPreflight, seen } from '../run/run.ts'

const servers: net.Server[] = []
afterAll(() => servers.forEach((server) => server.close()))

/** Closes what begins a request, and answers only what begins as HTTP/2 does, where it speaks that. */
const SERVERS = {
  'HTTP/2 alone, by TLS': () =>
    http2.createSecureServer({ ...labIssuer().leaf(), allowHTTP1: false }),
  'HTTP/1.1 alone, by TLS': () =>
    https.createServer(labIssuer().leaf(), (request) => request.socket.destroy()),
  'HTTP/1.1 alone, in clear': () => http.createServer((request) => request.socket.destroy()),
  'HTTP/2 alone, in clear': () => http2.createServer(),
  'a box that closes whatever comes': () =>
    tls.createServer(labIssuer().leaf(), (socket) => socket.once('data', () => socket.destroy())),
} as const

async function ask(name: keyof typeof SERVERS) {
  const server = SERVERS[name]()
  servers.push(server)
  server.on('tlsClientError', () => {})
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
  const at = server.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  const scheme = name.includes('clear') ? 'http' : 'https'
  const packet = await runPreflight({
    inputs: { route: 'gateway', 'base-url': `${scheme}://127.0.0.1:${String(port)}/v1` },
    order: { extraRoots: [labRoot().pem] },
  })
  const route = onlyRoute(packet)
  return { code: route.verdict.code, asked: seen(route, 'other-http')[0]?.facts }
}

describe('which HTTP a server speaks that gave no answer', () => {
  test.each([
    ['HTTP/1.1 alone, by TLS', 'http.closed', { http2: false, http1: true }],
    ['HTTP/1.1 alone, in clear', 'http.closed', { http2: false, http1: true }],
    ['HTTP/2 alone, in clear', 'http.version_mismatch', { http2: true, http1: false }],
    ['a box that closes whatever comes', 'http.closed', { http2: false, http1: false }],
  ] as const)('%s: %s', async (name, code, facts) => {
    expect(await ask(name)).toEqual({ code, asked: facts })
  })

  test('a server that says so in the handshake needs no further question', async () => {
    const { code, asked } = await ask('HTTP/2 alone, by TLS')
    expect([code, asked]).toEqual(['tls.version_or_cipher_mismatch', undefined])
  })
})
