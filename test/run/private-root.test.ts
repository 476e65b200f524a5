import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { authority } from '../loopback/pki.ts'
import { INTERCEPTORS } from '../loopback/interceptors.ts'
import { runStep } from '../dist/step.ts'
import { onlyRoute, runPreflight, seen } from './run.ts'

const HOST = 'api.openai.com'

/** A perfect answer behind a root that the client trusts. */
async function behind(root: ReturnType<typeof authority>, host: string) {
  await using api = await startApi({ key: labKey(), tls: root.leaf({ names: [host] }) })
  const packet = await runPreflight({
    inputs: { route: 'openai', 'base-url': `https://${host}:${String(api.port)}/v1` },
    order: {
      extraRoots: [root.pem],
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4, scope: 'loopback' }]),
    },
  })
  const { verdict } = onlyRoute(packet)
  const note = verdict.also.find(({ rule }) => rule === 'tls/private-root')
  const [handshake] = seen(onlyRoute(packet), 'handshake')
  return { verdict, note, handshake }
}

describe('a perfect answer behind a trusted root that is not public is a pass with a note', () => {
  test.each(Object.entries(INTERCEPTORS))('%s, for the public API', async (_name, name) => {
    const { verdict, note, handshake } = await behind(authority(name), HOST)
    expect(verdict.verdict).toBe('pass')
    expect(note).toMatchObject({ code: 'tls.private_root', owner: 'connection-path' })
    expect(note?.summary).toContain(`CN=${name.common}`)
    expect(handshake?.facts).toMatchObject({ privateRoot: true, verified: true })
    expect(JSON.stringify(handshake?.facts)).toContain(name.common)
  })

  test('a root whose name says nothing, for the public API', async () => {
    const { verdict, note } = await behind(authority({ common: 'Acme Root 7' }), HOST)
    expect(verdict.verdict).toBe('pass')
    expect(note?.summary).toContain('no root that Node.js ships (issuer "CN=Acme Root 7")')
  })

  test('a product, in front of a gateway', async () => {
    const { note } = await behind(authority(INTERCEPTORS.zscaler), 'llm.corp.test')
    expect(note?.summary).toContain('comes from Zscaler')
  })

  test('no note for a gateway with an authority of its own', async () => {
    const { verdict, note } = await behind(authority({ common: 'Acme Root 7' }), 'llm.corp.test')
    expect([verdict.verdict, note]).toEqual(['pass', undefined])
  })

  test('the shipped action with the root in NODE_EXTRA_CA_CERTS', async () => {
    const root = authority(INTERCEPTORS.netskope)
    await using api = await startApi({ key: labKey(), tls: root.leaf() })
    const step = await runStep({
      inputs: {
        model: 'demo-model',
        route: 'openai',
        'api-key': labKey(),
        'base-url': api.baseUrl,
      },
      files: { 'extra.pem': root.pem },
      env: { NODE_EXTRA_CA_CERTS: 'extra.pem' },
    })
    expect(step.outputs['verdict']).toBe('pass')
    expect(step.everything).toContain('comes from Netskope')
  })
})
