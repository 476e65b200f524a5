import tls from 'node:tls'
import { describe, expect, test, vi } from 'vitest'
import type { EgressPlan } from '../../src/model/index.ts'
import { startApi } from '../loopback/api.ts'
import { startHelloLimit, startNameBlock } from '../loopback/faults.ts'
import { issuerAt, alone, withRoot, authority, labIssuer, labRoot } from '../loopback/pki.ts'
import { INTERCEPTORS } from '../loopback/interceptors.ts'
import { startProxy } from '../loopback/proxy.ts'
import { asked } from '../wire/send.ts'
import { leavesNothing, lookTwice } from './scene.ts'

/** The way of a client that trusts these roots. */
function trusting(client: 'python' | 'curl', ca: readonly string[]): EgressPlan {
  const { plan } = asked({ baseUrl: 'https://localhost/v1' })
  return { ...plan, ca, egress: { ...plan.egress, client } }
}

describe('the served chain', () => {
  test('names who opens the connection, and which client would accept it; nothing is sent', async () => {
    const interceptor = authority(INTERCEPTORS.zscaler)
    await using api = await startApi({ tls: withRoot(interceptor) })
    const otherWays = [trusting('python', [interceptor.pem]), trusting('curl', [labRoot().pem])]
    const { only } = await lookTwice({ baseUrl: api.baseUrl }, { otherWays })
    const { status, rung, facts } = only('served-chain')
    expect({ status, rung }).toEqual({ status: 'ok', rung: 'tls' })
    expect(facts).toMatchObject({
      servername: 'localhost',
      interceptor: expect.stringContaining('Zscaler'),
      acceptedBy: ['python'],
      missingIntermediate: false,
    })
    expect(facts.chain).toEqual([
      expect.objectContaining({ issuer: expect.stringContaining('Zscaler'), selfSigned: false }),
      expect.objectContaining({ selfSigned: true }),
    ])
    expect(facts.trust).toEqual([
      expect.objectContaining({
        store: 'bundled',
        accepted: false,
        errno: 'SELF_SIGNED_CERT_IN_CHAIN',
      }),
      expect.objectContaining({ store: 'system', accepted: false }),
      expect.objectContaining({ source: 'node', accepted: false }),
      expect.objectContaining({ source: 'python', accepted: true }),
      expect.objectContaining({ source: 'curl', accepted: false }),
    ])
    expect(api.requests).toEqual([])
    await leavesNothing(api)
  })

  test('a list of roots is parsed once, however many routes are tried with it', async () => {
    await using api = await startApi({ tls: withRoot(authority(INTERCEPTORS.zscaler)) })
    const otherWays = [trusting('curl', [labRoot().pem])]
    await lookTwice({ baseUrl: api.baseUrl }, { otherWays })
    const made = vi.spyOn(tls, 'createSecureContext')
    await lookTwice({ baseUrl: api.baseUrl }, { otherWays })
    const withRoots = made.mock.calls.filter(([options]) => options?.ca !== undefined)
    expect([made.mock.calls.length > 0, withRoots]).toEqual([true, []])
    made.mockRestore()
  })

  test('a leaf without its intermediate, whose issuer could be fetched, is an incomplete chain', async () => {
    const tls = alone(labIssuer().leaf(issuerAt('http://pki.lab.test/ca.cer')))
    await using api = await startApi({ tls })
    const { only } = await lookTwice({ baseUrl: api.baseUrl })
    expect(only('served-chain').facts).toMatchObject({ missingIntermediate: true, acceptedBy: [] })
    expect(only('served-chain').facts).not.toHaveProperty('interceptor')
    expect(api.requests).toEqual([])
    await leavesNothing(api)
  })

  test('is read through the proxy that the client uses', async () => {
    await using api = await startApi()
    const interceptor = authority(INTERCEPTORS.fortinet)
    await using proxy = await startProxy({
      behaviour: { does: 'intercept', authority: interceptor, to: api },
    })
    const sending = { baseUrl: 'https://api.lab.test/v1', proxy: { port: proxy.port } }
    const { only } = await lookTwice(sending)
    expect(only('served-chain').facts).toMatchObject({
      interceptor: expect.stringMatching(/Forti/),
    })
    expect(new Set(proxy.connects.map(({ authority: to }) => to))).toEqual(
      new Set(['api.lab.test:443']),
    )
    expect(api.requests).toEqual([])
    await leavesNothing(proxy, api)
  })
})

describe.each(['reset', 'fin'] as const)('a ClientHello that is answered with a %s', (how) => {
  test('passes when it is small, past a box that cannot take a large one', async () => {
    await using api = await startApi()
    await using box = await startHelloLimit(api, how)
    const { only } = await lookTwice({ baseUrl: `https://localhost:${box.port}/v1` })
    expect(only('small-hello')).toMatchObject({
      status: 'ok',
      facts: { version: 'TLSv1.3', helloBytes: expect.toSatisfy((bytes: number) => bytes < 600) },
    })
    expect(only('other-name')).toMatchObject({ status: 'failed', facts: { reached: false } })
    expect(box.counts).toEqual({ passed: 1, stopped: 2 })
    expect(api.requests).toEqual([])
    await leavesNothing(box, api)
  })

  test('passes with another name, past a box that reads names', async () => {
    await using api = await startApi()
    await using box = await startNameBlock(api, how, ['localhost'])
    const { only } = await lookTwice({ baseUrl: `https://localhost:${box.port}/v1` })
    expect(only('other-name')).toMatchObject({
      status: 'ok',
      facts: { servername: 'www.example.com', reached: true, helloBytes: expect.any(Number) },
    })
    expect(only('small-hello')).toMatchObject({
      status: 'failed',
      code: how === 'reset' ? 'tls.reset' : 'tls.closed',
    })
    expect(api.requests).toEqual([])
    await leavesNothing(box, api)
  })
})

test('a box that says nothing ends both questions about the ClientHello with their time', async () => {
  await using api = await startApi()
  await using box = await startHelloLimit(api, 'silence', 100)
  const sending = { baseUrl: `https://localhost:${box.port}/v1`, timeoutMs: 500 }
  const { only } = await lookTwice(sending, { timeoutMs: 700 })
  for (const probe of ['small-hello', 'other-name'] as const) {
    expect(only(probe)).toMatchObject({ status: 'failed', code: 'tls.timed_out' })
  }
  expect(box.counts).toEqual({ passed: 0, stopped: 3 })
})
