import http2 from 'node:http2'
import { expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { listen } from '../loopback/listen.ts'
import { loopbackCredentials } from '../loopback/pki.ts'
import { startProxy } from '../loopback/proxy.ts'
import { startSocks } from '../lab/socks.ts'
import { address } from '../rules/evidence-builder.ts'
import { firstFailure, send, trail } from './send.ts'

const PUBLIC = address('8.8.8.8')

test('a key in clear text is not even asked of a SOCKS proxy that would dial a public address', async () => {
  await using proxy = await startSocks()
  const seen = await send({
    baseUrl: 'http://llm.corp.test/v1',
    proxy: { port: proxy.port, scheme: 'socks5' },
    resolve: () => Promise.resolve([PUBLIC]),
  })
  expect(firstFailure(seen)).toBe('config settings config.base_url_plain_http')
  expect(JSON.stringify(seen)).toContain(`public address ${PUBLIC.address}`)
  expect(proxy.asked).toEqual([])
})

test('without a key the same way is open, and the proxy dials the address that was found here', async () => {
  await using api = await startApi({ tls: 'none', key: labKey() })
  await using proxy = await startSocks({ to: { host: '127.0.0.1', port: api.port } })
  await send({
    baseUrl: 'http://llm.corp.test/v1',
    depth: 'route',
    proxy: { port: proxy.port, scheme: 'socks5' },
    resolve: (host) => Promise.resolve([host === 'llm.corp.test' ? PUBLIC : address(host)]),
  })
  expect(proxy.asked).toEqual([{ kind: 'address', host: PUBLIC.address, port: 80 }])
  expect(api.requests).toHaveLength(1)
})

test('a proxy that speaks TLS is verified with the roots of the client where it has none of its own', async () => {
  await using api = await startApi({ key: labKey() })
  await using proxy = await startProxy({
    behaviour: { does: 'tunnel' },
    tls: loopbackCredentials(),
  })
  const seen = await send({
    baseUrl: api.baseUrl,
    proxy: { port: proxy.port, scheme: 'https', host: 'localhost' },
  })
  expect(firstFailure(seen)).toBe('ok')
  expect(trail(seen)).toContain('tunnel:ok')
})

test('a client of HTTP/2 gets its answer from a server that speaks nothing else', async () => {
  const server = http2.createSecureServer({ ...loopbackCredentials(), allowHTTP1: false })
  server.on('stream', (stream) => {
    stream.respond({ ':status': 200, 'content-type': 'application/json' })
    stream.end('{"object":"response","output":[]}')
  })
  await using listening = await listen(server)
  const baseUrl = `https://localhost:${listening.port}/v1`
  const response = async (httpVersion: '1.1' | '2') => {
    const seen = await send({ baseUrl, httpVersion, depth: 'route' })
    return seen.find(({ probe }) => probe === 'response')?.outcome.status
  }
  expect(await response('2')).toBe('ok')
  expect(await response('1.1')).not.toBe('ok')
})
