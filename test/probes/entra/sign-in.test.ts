import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Packet } from '../../../src/model/index.ts'
import { startApi } from '../../loopback/api.ts'
import { breakAfterRequest, closedPort } from '../../loopback/faults.ts'
import { azureServerError } from '../../loopback/replies.ts'
import { onlyRoute, runPreflight, seen } from '../../run/run.ts'
import { API_VERSION, DEPLOYMENT, startAzureResource } from '../../routes/azure-resource.ts'
import {
  ACCESS_TOKEN,
  CLIENT,
  federated,
  JOB_TOKEN,
  labToken,
  principal,
  refusal,
  startAuthority,
  startImds,
  startJobEndpoint,
  SUBJECT,
  TENANT,
} from './servers.ts'

const INPUTS = {
  route: 'azure',
  endpoint: 'chat-completions',
  'api-version': API_VERSION,
  model: DEPLOYMENT,
}

async function signIn(
  env: Readonly<Record<string, string>>,
  baseUrl: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Packet> {
  return runPreflight({
    inputs: { ...INPUTS, 'base-url': baseUrl, ...inputs },
    env: { ...env, OPENAI_API_KEY: '' },
  })
}

/** MSAL reads the addresses of a managed identity from this process. */
function stub(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  return env
}
afterEach(() => {
  vi.unstubAllEnvs()
})

describe('each way of signing in gives a token that the resource accepts', () => {
  test('a service principal with a secret', async () => {
    await using authority = await startAuthority()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const packet = await signIn(principal(authority), resource.origin)
    expect(onlyRoute(packet).verdict).toMatchObject({ verdict: 'pass', lastGood: 'answer' })
    const [token] = seen(onlyRoute(packet), 'token')
    expect(token).toMatchObject({
      status: 'ok',
      facts: {
        method: 'client-secret',
        hasTenant: true,
        hasClient: true,
        scope: 'https://cognitiveservices.azure.com/.default',
      },
    })
    const sent = authority.requests.find(({ method }) => method === 'POST')
    expect(sent?.body).toContain('client_secret=')
    expect(resource.requests.at(-1)?.headers['authorization']).toBe(`Bearer ${ACCESS_TOKEN}`)
  })

  test('the v1 endpoint gets a token for its own audience', async () => {
    await using authority = await startAuthority()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const inputs = { 'api-version': '', endpoint: 'responses' }
    const packet = await signIn(principal(authority), `${resource.origin}/openai/v1`, inputs)
    expect(onlyRoute(packet).verdict).toMatchObject({ verdict: 'pass', lastGood: 'answer' })
    const sent = authority.requests.find(({ method }) => method === 'POST')
    expect(sent?.body).toContain(encodeURIComponent('https://ai.azure.com/.default'))
  })

  test("workload identity federation with the job's own token", async () => {
    await using authority = await startAuthority()
    await using job = await startJobEndpoint()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const packet = await signIn(federated(authority, job), resource.origin)
    expect(onlyRoute(packet).verdict).toMatchObject({ verdict: 'pass', lastGood: 'answer' })
    expect(seen(onlyRoute(packet), 'token')[0]?.facts).toMatchObject({
      method: 'job-token',
      subject: SUBJECT,
    })
    expect(job.requests[0]?.query.get('audience')).toBe('api://AzureADTokenExchange')
    const sent = authority.requests.find(({ method }) => method === 'POST')
    expect(sent?.body).toContain(`client_assertion=${JOB_TOKEN}`)
  })

  test('the token file of a workload identity on AKS', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-entra-'))
    const file = path.join(folder, 'token')
    writeFileSync(file, labToken('system:serviceaccount:ci:runner'))
    try {
      await using authority = await startAuthority()
      await using resource = await startAzureResource({ token: ACCESS_TOKEN })
      const { AZURE_CLIENT_SECRET: _none, ...ids } = principal(authority)
      const packet = await signIn({ ...ids, AZURE_FEDERATED_TOKEN_FILE: file }, resource.origin)
      expect(onlyRoute(packet).verdict).toMatchObject({ verdict: 'pass' })
      expect(seen(onlyRoute(packet), 'token')[0]?.facts).toMatchObject({
        method: 'workload-identity',
        subject: 'system:serviceaccount:ci:runner',
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('the managed identity of the machine', async () => {
    await using imds = await startImds()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const env = stub({
      AZURE_POD_IDENTITY_AUTHORITY_HOST: imds.origin,
      AZURE_CLIENT_ID: CLIENT,
      AZURE_TENANT_ID: TENANT,
    })
    const packet = await signIn(env, resource.origin)
    expect(seen(onlyRoute(packet), 'token')[0]?.facts).toMatchObject({
      method: 'managed-identity',
      exchanges: [{ asked: 'imds', status: 200 }],
    })
    expect(imds.requests[0]?.query.get('client_id')).toBe(CLIENT)
  })
})

describe('what is secret about a sign-in stays in it', () => {
  test('tokens and ids are in no packet, and the token goes to the resource only', async () => {
    await using authority = await startAuthority()
    await using job = await startJobEndpoint()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const masked: string[] = []
    const packet = await runPreflight({
      inputs: { ...INPUTS, 'base-url': resource.origin },
      env: { ...federated(authority, job), OPENAI_API_KEY: '' },
      order: { mask: (value) => masked.push(value) },
    })
    const text = JSON.stringify(packet)
    for (const secret of [ACCESS_TOKEN, JOB_TOKEN, TENANT, CLIENT])
      expect(text).not.toContain(secret)
    expect(masked).toEqual([JOB_TOKEN, ACCESS_TOKEN])
    expect(JSON.stringify(authority.requests)).not.toContain(ACCESS_TOKEN)
    const bearer = job.requests[0]?.headers['authorization'] ?? ''
    expect(bearer).toContain('lab-yyy')
    expect(authority.keyBytes(bearer)).toBe(0)
    expect(JSON.stringify(resource.requests)).not.toContain(JOB_TOKEN)
  })

  test('a redirect of the authority does not carry the secret away', async () => {
    await using elsewhere = await startAuthority()
    await using authority = await startAuthority({
      status: 307,
      headers: { location: `${elsewhere.origin}/${TENANT}/oauth2/v2.0/token` },
    })
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const packet = await signIn(principal(authority), resource.origin)
    expect(elsewhere.connections()).toBe(0)
    expect(onlyRoute(packet).verdict.code).toBe('azure.sign_in_intercepted')
  })

  test('an authority that names a token endpoint elsewhere does not send the secret there', async () => {
    await using elsewhere = await startAuthority()
    await using authority = await startAuthority(undefined, elsewhere.origin)
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const packet = await signIn(principal(authority), resource.origin)
    expect(elsewhere.connections()).toBe(0)
    expect(onlyRoute(packet).verdict.code).toBe('azure.sign_in_intercepted')
  })

  test('one token serves all attempts', async () => {
    await using authority = await startAuthority()
    let asked = 0
    await using resource = await startApi({
      answers: { '*': () => (asked++ === 0 ? azureServerError() : undefined) },
    })
    const packet = await signIn(principal(authority), resource.origin, { attempts: '2' })
    expect(onlyRoute(packet).attempt).toBe(2)
    expect(seen(onlyRoute(packet), 'token')).toHaveLength(1)
    expect(authority.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('a sign-in that time can heal is tried again', async () => {
    let asked = 0
    const busy = refusal(503, 'temporarily_unavailable', 90033)
    await using authority = await startAuthority(() => (asked++ === 0 ? busy : undefined))
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const packet = await signIn(principal(authority), resource.origin, { attempts: '2' })
    expect(onlyRoute(packet)).toMatchObject({ attempt: 2, verdict: { verdict: 'pass' } })
    expect(seen(onlyRoute(packet), 'token').map(({ status }) => status)).toEqual(['failed', 'ok'])
  })

  test('depth route signs in nowhere', async () => {
    await using authority = await startAuthority()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const packet = await signIn(principal(authority), resource.origin, { depth: 'route' })
    expect(authority.connections()).toBe(0)
    expect(seen(onlyRoute(packet), 'token')).toEqual([])
    expect(onlyRoute(packet).verdict).toMatchObject({ verdict: 'pass', lastGood: 'http' })
  })
})

describe('a sign-in that hangs or breaks ends with the attempt', () => {
  test('a token endpoint that never answers leaves time to prove the way to the resource', async () => {
    await using authority = await breakAfterRequest('silence')
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const env = {
      AZURE_TENANT_ID: TENANT,
      AZURE_CLIENT_ID: CLIENT,
      AZURE_CLIENT_SECRET: 'x'.repeat(40),
      AZURE_AUTHORITY_HOST: `https://localhost:${authority.port}`,
    }
    const packet = await signIn(env, resource.origin, { timeout: '2s' })
    expect(packet.elapsedMs).toBeLessThan(2500)
    const route = onlyRoute(packet)
    expect(route.verdict).toMatchObject({
      owner: 'connection-path',
      rung: 'auth',
      code: 'azure.sign_in_unreachable',
      lastGood: 'http',
    })
    expect(resource.requests.map(({ headers }) => headers['authorization'])).toEqual([undefined])
  })

  test('a token endpoint that cannot be reached is not the resource that cannot', async () => {
    await using closed = await closedPort()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const env = {
      AZURE_TENANT_ID: TENANT,
      AZURE_CLIENT_ID: CLIENT,
      AZURE_CLIENT_SECRET: 'x'.repeat(40),
      AZURE_AUTHORITY_HOST: `https://localhost:${closed.port}`,
    }
    const route = onlyRoute(await signIn(env, resource.origin))
    expect(route.verdict).toMatchObject({ code: 'azure.sign_in_unreachable', lastGood: 'http' })
    expect(route.verdict.doNext[0]).toContain(`localhost:${closed.port}`)
  })

  test('a resource that cannot be reached either comes first: its rung is lower', async () => {
    await using closed = await closedPort()
    await using authority = await startAuthority()
    const route = onlyRoute(await signIn(principal(authority), `https://localhost:${closed.port}`))
    expect(route.verdict).toMatchObject({ rung: 'tcp', code: 'tcp.refused' })
  })
})
