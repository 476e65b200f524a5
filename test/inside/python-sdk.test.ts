import { cpSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { PacketObservation } from '../../src/model/index.ts'
import { labKey, startApi } from '../loopback/api.ts'
import { breakAfterRequest, closedPort } from '../loopback/faults.ts'
import { authority } from '../loopback/pki.ts'
import { look, openStage, told, type Stage } from './stage.ts'

/**
 * A package of our own stands in for openai, so that no registry is needed: it raises chains of
 * exceptions as the real one does. The real package was tried by hand (3.22.1 with httpx2).
 */
let kept = new AsyncDisposableStack()
afterEach(async () => {
  await kept.disposeAsync()
  kept = new AsyncDisposableStack()
})

function stageWithSdk(): Stage {
  const stage = kept.use(openStage('python3'))
  cpSync(resolve(import.meta.dirname, 'fake-openai'), join(stage.folder, 'packages'), {
    recursive: true,
  })
  return stage
}

async function ask(stage: Stage, env: Readonly<Record<string, string>>, inputs = {}) {
  const result = await look({
    prefix: stage.prefix({
      OPENAI_API_KEY: labKey(),
      PYTHONPATH: join(stage.folder, 'packages'),
      ...env,
    }),
    inputs: { model: 'demo-model', timeout: '3s', route: 'openai', ...inputs },
  })
  const observations = result.packet.routes[0]?.observations ?? []
  const seen = (probe: string): PacketObservation | undefined =>
    observations.find((one) => one.probe === probe)
  return { result, seen, text: JSON.stringify(result) }
}

describe('where the Python SDK is there, it sends the real request', () => {
  test('and its version, its request and all rungs are in evidence', async () => {
    const api = kept.use(await startApi({ key: labKey() }))
    const { result, seen } = await ask(stageWithSdk(), { OPENAI_BASE_URL: api.baseUrl })
    expect(told(result)).toBe('pass')
    expect(seen('answer')).toMatchObject({
      status: 'ok',
      target: 'openai-python@0.0.0.dev1 responses',
      facts: { sdk: 'openai-python@0.0.0.dev1', finish: 'completed', valid: true },
    })
    expect(seen('handshake')?.facts).toMatchObject({ version: 'TLSv1.3', verified: true })
    expect(api.requests.map(({ headers, path }) => [path, headers['user-agent']])).toEqual([
      ['/v1/responses', 'fake-openai-python'],
    ])
    expect(JSON.parse(api.requests[0]?.body ?? '')).toMatchObject({
      model: 'demo-model',
      store: false,
    })
    expect(result.packet.routes[0]?.egress.trust).toEqual([
      { store: 'file', source: 'SSL_CERT_FILE', path: expect.any(String) },
    ])
  })

  test('and nothing of it is compiled and left behind', async () => {
    const api = kept.use(await startApi({ key: labKey() }))
    const stage = stageWithSdk()
    await ask(stage, { OPENAI_BASE_URL: api.baseUrl })
    expect(existsSync(join(stage.folder, 'packages/openai/__pycache__'))).toBe(false)
  })

  test('at depth auth it asks for the models, at depth route it is not used', async () => {
    const api = kept.use(await startApi({ key: labKey() }))
    const auth = await ask(stageWithSdk(), { OPENAI_BASE_URL: api.baseUrl }, { depth: 'auth' })
    expect(told(auth.result)).toBe('pass')
    expect(api.requests.at(-1)?.headers['user-agent']).toBe('fake-openai-python')
    const route = await ask(stageWithSdk(), { OPENAI_BASE_URL: api.baseUrl }, { depth: 'route' })
    expect(told(route.result)).toBe('pass')
    expect(api.requests.at(-1)?.headers['user-agent']).toBe('openai-preflight')
    expect(api.requests.at(-1)?.headers['authorization']).toBeUndefined()
  })

  test('the chain of its exceptions is told without their messages', async () => {
    const { port } = kept.use(await closedPort())
    const { result, seen, text } = await ask(stageWithSdk(), {
      OPENAI_BASE_URL: `https://localhost:${port}/v1`,
    })
    expect(told(result)).toBe('tcp tcp.refused connection-path')
    expect(seen('answer')).toMatchObject({
      status: 'skipped',
      because:
        'no response came: openai.APIConnectionError > openai.ConnectError > ConnectionRefusedError ECONNREFUSED',
    })
    expect(text).not.toContain(labKey())
  })

  test('an answer that the SDK turns into an exception is judged as the answer it is', async () => {
    const api = kept.use(await startApi({ key: 'another' }))
    const { result, seen } = await ask(stageWithSdk(), { OPENAI_BASE_URL: api.baseUrl })
    expect(told(result)).toBe('auth api.invalid_api_key auth')
    expect(seen('answer')?.because).toBe('the response has status 401: openai.AuthenticationError')
    expect(seen('keyless')?.status).toBe('ok')
  })

  test('an end after the request is on the rung of HTTP', async () => {
    const { port } = kept.use(await breakAfterRequest('fin'))
    const { result } = await ask(stageWithSdk(), {
      OPENAI_BASE_URL: `https://localhost:${port}/v1`,
    })
    expect(told(result)).toBe('http http.closed connection-path')
  })

  test('settings that the SDK refuses are named, and nothing was sent', async () => {
    const api = kept.use(await startApi({ key: labKey() }))
    const { result, seen, text } = await ask(stageWithSdk(), {
      OPENAI_BASE_URL: api.baseUrl,
      FAKE_OPENAI_REFUSES: '1',
    })
    expect(told(result)).toBe('config config.request_not_sendable request')
    expect(seen('answer')?.facts).toMatchObject({ errorChain: ['openai.OpenAIError'] })
    expect(api.requests).toEqual([])
    expect(text).not.toContain(labKey())
  })
})

describe('the real request outranks the climb beside it', () => {
  test('what the SDK passed has not failed', async () => {
    const own = authority({ common: 'Only the SDK trusts it' })
    const api = kept.use(await startApi({ key: labKey(), tls: own.leaf() }))
    const stage = stageWithSdk()
    const { result, seen } = await ask(stage, {
      OPENAI_BASE_URL: api.baseUrl,
      FAKE_OPENAI_TRUST: stage.file('own.pem', own.pem),
    })
    expect(told(result)).toBe('pass')
    expect(seen('handshake')).toMatchObject({ status: 'skipped' })
    expect(seen('handshake')?.because).toMatch(/the real request of the SDK passed/)
  })

  test('where the SDK alone breaks, its rung has failed', async () => {
    const api = kept.use(await startApi({ key: labKey() }))
    const stage = stageWithSdk()
    const { result, seen } = await ask(stage, {
      OPENAI_BASE_URL: api.baseUrl,
      FAKE_OPENAI_TRUST: stage.file('other.pem', authority({ common: 'Other' }).pem),
    })
    expect(told(result)).toBe('tls tls.cert.authority_invalid connection-path')
    expect(seen('handshake')).toMatchObject({ status: 'failed' })
    expect(seen('answer')?.because).toContain('ssl.SSLCertVerificationError')
    expect(api.requests).toEqual([])
  })
})
