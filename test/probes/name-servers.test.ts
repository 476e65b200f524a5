import { expect, test } from 'vitest'
import { startNameServer, type NameServer, type ZoneEntry } from '../lab/dns.ts'
import { closedPort } from '../loopback/faults.ts'
import { always, lookTwice } from './scene.ts'

const HOST = 'api.lab.test'

/** As the machine's resolver would name them. */
function using(...servers: readonly NameServer[]): { readonly nameServers: readonly string[] } {
  return { nameServers: servers.map(({ host, port }) => `${host}:${port}`) }
}

const notFound = (): Promise<never> =>
  Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))

test.each<[string, ZoneEntry, string]>([
  ['the name does not exist', { code: 'NXDOMAIN' }, 'NXDOMAIN'],
  ['the server has failed', { code: 'SERVFAIL' }, 'SERVFAIL'],
  ['the server refuses', { code: 'REFUSED' }, 'REFUSED'],
  ['the name has no address', { fault: 'no-data' }, 'NODATA'],
  ['the server is silent', { fault: 'silent' }, 'TIMEOUT'],
])(
  '%s: said by the server itself, where getaddrinfo has one word for all',
  async (_, entry, answer) => {
    await using server = await startNameServer({ zone: { [HOST]: entry } })
    const sending = { baseUrl: `https://${HOST}/v1`, resolve: notFound }
    const { only } = await lookTwice(sending, { ...using(server), timeoutMs: 1200 })
    const { status, rung, facts } = only('name-servers')
    expect({ status, rung }).toEqual({ status: 'ok', rung: 'dns' })
    expect(facts).toMatchObject({
      host: HOST,
      servers: [
        {
          server: `127.0.0.1:${server.port}`,
          a: { answer, addresses: [], cnames: [] },
          aaaa: { answer, addresses: [] },
        },
      ],
      searchList: expect.any(Array),
    })
    expect(server.asked.every((asked) => asked.includes(HOST))).toBe(true)
  },
)

test('servers that disagree are both shown, with what each says', async () => {
  await using knows = await startNameServer({
    zone: { [HOST]: { addresses: ['192.0.2.7'], cnames: ['edge.lab.test'] } },
  })
  await using denies = await startNameServer({ zone: {} })
  const { only } = await lookTwice(
    { baseUrl: `https://${HOST}/v1`, resolve: notFound },
    using(knows, denies),
  )
  expect(only('name-servers').facts.servers).toMatchObject([
    { a: { answer: 'NOERROR', addresses: [{ address: '192.0.2.7', scope: 'documentation' }] } },
    { a: { answer: 'NXDOMAIN' } },
  ])
})

test('the name of a proxy that does not resolve is the one asked for', async () => {
  await using server = await startNameServer({ zone: {} })
  const proxy = { host: 'proxy.lab.test', port: 3128 }
  const { only } = await lookTwice(
    { baseUrl: `https://${HOST}/v1`, proxy, resolve: notFound },
    using(server),
  )
  expect(only('name-servers').facts.host).toBe('proxy.lab.test')
})

test('an address needs no name server', async () => {
  await using closed = await closedPort()
  const { second } = await lookTwice({ baseUrl: `https://127.0.0.1:${closed.port}/v1` })
  expect(second.map(({ probe }) => probe)).not.toContain('name-servers')
})

test('a name that led to an address which no public host has is asked for, too', async () => {
  await using server = await startNameServer({ zone: { [HOST]: { addresses: ['198.51.100.1'] } } })
  await using closed = await closedPort()
  const baseUrl = `https://${HOST}:${closed.port}/v1`
  const { only } = await lookTwice({ baseUrl, resolve: always('127.0.0.1') }, using(server))
  expect(only('name-servers').facts.servers).toMatchObject([{ a: { answer: 'NOERROR' } }])
})

test('sixteen addresses of an answer are recorded', async () => {
  const addresses = Array.from({ length: 20 }, (_, at) => `192.0.2.${at}`)
  await using server = await startNameServer({ zone: { [HOST]: { addresses } } })
  const sending = { baseUrl: `https://${HOST}/v1`, resolve: notFound }
  const { only } = await lookTwice(sending, using(server))
  expect(only('name-servers').facts.servers?.[0]?.a.addresses).toHaveLength(16)
})
