import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startApi } from '../loopback/api.ts'
import { startTcp } from '../loopback/faults.ts'
import { closedPort } from '../loopback/faults.ts'
import { startProxy } from '../loopback/proxy.ts'
import { firstFailure, send } from '../wire/send.ts'
import { endlessHandshake } from './servers.ts'

const TIMEOUT_MS = 800
const SLACK_MS = 2000
const PASSWORD = ['proxy', 'pass', 'word'].join('-')

/** Again and again until the connection is gone. */
function repeat(socket: Socket, bytes: Buffer | string): void {
  const timer = setInterval(() => {
    if (socket.writableLength < 1_000_000) socket.write(bytes)
  }, 1)
  socket.once('close', () => clearInterval(timer))
}

const PROXIES: Readonly<Record<string, (socket: Socket, first: Buffer) => void>> = {
  'mirrors the request': (socket, first) => socket.write(first),
  'never ends its head': (socket) => repeat(socket, `x-lab: ${'a'.repeat(1000)}\r\n`),
  'begins a head and never ends it': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    repeat(socket, `x-lab: ${'a'.repeat(1000)}\r\n`)
  },
  'sends early hints without end': (socket) => repeat(socket, 'HTTP/1.1 103 Hints\r\n\r\n'),
  'refuses with a page without end': (socket) => {
    socket.write('HTTP/1.1 403 Forbidden\r\n\r\n')
    repeat(socket, Buffer.alloc(65_536, 32))
  },
  'refuses with a page that never comes': (socket) => {
    socket.write('HTTP/1.1 403 Forbidden\r\ncontent-length: 100\r\n\r\n')
  },
  'wants a login in a million ways': (socket) => {
    socket.write('HTTP/1.1 407 Login\r\n')
    repeat(socket, 'proxy-authenticate: Basic realm="x", Negotiate, NTLM, Digest\r\n')
  },
  'sends noise': (socket) => repeat(socket, randomBytes(1024)),
  'sends one byte at a time': (socket) => repeat(socket, 'H'),
  'says 200 and then noise': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    repeat(socket, randomBytes(1024))
  },
}

describe('a hostile proxy ends in time and belongs to the proxy or to TLS', () => {
  test.for(Object.entries(PROXIES))('it %s', async ([, act]) => {
    await using proxy = await startTcp((socket) => {
      socket.once('data', (first: Buffer) => act(socket, first))
    })
    const started = performance.now()
    const seen = await send({
      baseUrl: 'https://api.nowhere.test/v1',
      proxy: { port: proxy.port },
      credentials: { username: 'lab', password: PASSWORD },
      timeoutMs: TIMEOUT_MS,
    })
    expect(performance.now() - started).toBeLessThan(TIMEOUT_MS + SLACK_MS)
    expect(firstFailure(seen)).toMatch(/^(proxy tunnel proxy|tls handshake tls)\./)
    const told = JSON.stringify(seen)
    expect(told).not.toContain(PASSWORD)
    expect(told).not.toContain(Buffer.from(`lab:${PASSWORD}`).toString('base64'))
  })

  test('a head that never ends is given up by its length, long before the clock', async () => {
    await using proxy = await startTcp((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\n')
        repeat(socket, `x-lab: ${'a'.repeat(1000)}\r\n`)
      })
    })
    const seen = await send({
      baseUrl: 'https://api.nowhere.test/v1',
      proxy: { port: proxy.port },
      timeoutMs: 10_000,
    })
    expect(firstFailure(seen)).toBe('proxy tunnel proxy.response_invalid')
  })

  test('an HTTPS proxy whose handshake never ends', async () => {
    await using proxy = await endlessHandshake()
    const started = performance.now()
    const seen = await send({
      baseUrl: 'https://api.nowhere.test/v1',
      proxy: { port: proxy.port, scheme: 'https', host: 'localhost' },
      timeoutMs: TIMEOUT_MS,
    })
    expect(performance.now() - started).toBeLessThan(TIMEOUT_MS + SLACK_MS)
    expect(firstFailure(seen)).toMatch(/^proxy handshake proxy\./)
  })

  test('a proxy that opens the tunnel and mirrors what comes through it', async () => {
    await using proxy = await startProxy({ behaviour: { does: 'open-then', after: 'mirror' } })
    const seen = await send({
      baseUrl: 'https://api.nowhere.test/v1',
      proxy: { port: proxy.port },
      timeoutMs: TIMEOUT_MS,
    })
    expect(firstFailure(seen)).toMatch(/^tls handshake tls\./)
  })
})

const GREETING = Buffer.of(5, 0)
const SOCKS: Readonly<Record<string, (socket: Socket) => void>> = {
  'sends noise': (socket) => repeat(socket, randomBytes(1024)),
  'sends one byte and no more': (socket) => socket.write(Buffer.of(5)),
  'speaks SOCKS4': (socket) => socket.write(Buffer.of(0, 90, 0, 0, 0, 0, 0, 0)),
  'answers in HTTP': (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  'chooses a method that was not offered': (socket) => socket.write(Buffer.of(5, 2)),
  'greets and then sends noise': (socket) => {
    socket.write(GREETING)
    repeat(socket, randomBytes(1024))
  },
  'grants with a name that never comes': (socket) => {
    socket.write(Buffer.concat([GREETING, Buffer.of(5, 0, 0, 3, 255)]))
  },
  'grants with an address of an unknown kind': (socket) => {
    socket.write(Buffer.concat([GREETING, Buffer.of(5, 0, 0, 77)]))
  },
  'grants twice and then sends noise': (socket) => {
    const granted = Buffer.of(5, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    socket.write(Buffer.concat([GREETING, granted, granted]))
    repeat(socket, randomBytes(1024))
  },
}

describe('a hostile SOCKS server ends in time', () => {
  test.for(Object.entries(SOCKS))('it %s', async ([, act]) => {
    await using proxy = await startTcp((socket) => {
      socket.once('data', () => act(socket))
    })
    const started = performance.now()
    const seen = await send({
      baseUrl: 'https://api.nowhere.test/v1',
      proxy: { port: proxy.port, scheme: 'socks5h' },
      timeoutMs: TIMEOUT_MS,
    })
    expect(performance.now() - started).toBeLessThan(TIMEOUT_MS + SLACK_MS)
    expect(firstFailure(seen)).toMatch(/^(proxy tunnel proxy|tls handshake tls)\./)
  })
})

describe('a name with hundreds of addresses', () => {
  const many = Array.from({ length: 500 }, (_, n) => ({
    address: `127.${1 + (n >> 8)}.${n & 255}.9`,
    family: 4 as const,
    scope: 'loopback' as const,
  }))

  test.for([250, 0])('is tried in bounds with %i ms for each', async (addressTimeoutMs) => {
    await using closed = await closedPort()
    const seen = await send({
      baseUrl: `https://many.test:${closed.port}/v1`,
      resolve: () => Promise.resolve(many),
      timeoutMs: TIMEOUT_MS,
      addressTimeoutMs,
    })
    expect(firstFailure(seen)).toMatch(/^tcp connect tcp\./)
    expect(JSON.stringify(seen).length).toBeLessThan(30_000)
  })

  // Only Linux has all of 127.0.0.0/8 on its loopback.
  test.skipIf(process.platform !== 'linux')(
    'is no obstacle when the last of the first 64 answers',
    async () => {
      await using api = await startApi()
      const here = { address: '127.0.0.1', family: 4 as const, scope: 'loopback' as const }
      const seen = await send({
        baseUrl: `https://localhost:${api.port}/v1`,
        resolve: () => Promise.resolve([...many.slice(0, 63), here, ...many]),
        timeoutMs: 3000,
        addressTimeoutMs: 0,
      })
      expect(firstFailure(seen)).toBe('ok')
    },
  )
})
