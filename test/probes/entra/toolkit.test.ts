import { afterEach, describe, expect, test, vi } from 'vitest'
import { toolkitToken } from '../../../src/doors/id-token.ts'
import { breakAfterRequest } from '../../loopback/faults.ts'
import { json, type LoopbackReply } from '../../loopback/replies.ts'
import type { Packet } from '../../../src/model/index.ts'
import { API_VERSION, DEPLOYMENT, startAzureResource } from '../../routes/azure-resource.ts'
import { onlyRoute, runPreflight, seen } from '../../run/run.ts'
import {
  ACCESS_TOKEN,
  federated,
  JOB_TOKEN,
  startAuthority,
  startJobEndpoint,
  SUBJECT,
} from './servers.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** The toolkit reads its variables from this process, and prints to it. */
async function signIn(
  env: Readonly<Record<string, string>>,
  baseUrl: string,
): Promise<{ readonly packet: Packet; readonly printed: string }> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  const packet = await runPreflight({
    inputs: {
      route: 'azure',
      endpoint: 'chat-completions',
      'api-version': API_VERSION,
      model: DEPLOYMENT,
      'base-url': baseUrl,
      timeout: '2s',
    },
    env: { ...env, OPENAI_API_KEY: '' },
    order: { jobToken: toolkitToken },
  })
  vi.restoreAllMocks()
  return { packet, printed }
}

describe("the job's own token by the toolkit", () => {
  test('is asked for with its client and its audience, masked, and observed', async () => {
    await using authority = await startAuthority()
    await using job = await startJobEndpoint()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const { packet, printed } = await signIn(federated(authority, job), resource.origin)
    expect(onlyRoute(packet).verdict).toMatchObject({ verdict: 'pass', lastGood: 'answer' })
    expect(seen(onlyRoute(packet), 'token')[0]?.facts).toMatchObject({
      method: 'job-token',
      subject: SUBJECT,
      exchanges: expect.arrayContaining([expect.objectContaining({ asked: 'job', status: 200 })]),
    })
    expect(printed).toContain(`::add-mask::${JOB_TOKEN}`)
    const asked = job.requests[0]
    expect(asked?.query.get('audience')).toBe('api://AzureADTokenExchange')
    expect(asked?.headers['user-agent']).toBe('actions/oidc-client')
    expect(asked?.headers['authorization']).toContain('lab-yyy')
  })

  test.for<[string, LoopbackReply | number]>([
    ['a refusal', json(403, { message: 'no' })],
    ['a fault that the toolkit would ask about ten times', json(503, {})],
    ['an answer without a token', json(200, { other: 1 })],
  ])('%s is asked for once', async ([, reply]) => {
    await using authority = await startAuthority()
    await using job = await startJobEndpoint(typeof reply === 'number' ? json(reply, {}) : reply)
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const { packet } = await signIn(federated(authority, job), resource.origin)
    expect(job.requests).toHaveLength(1)
    expect(authority.connections()).toBe(0)
    expect(onlyRoute(packet).verdict.code).toMatch(/^azure\./)
  })

  test('a redirect takes the token of the job nowhere', async () => {
    await using elsewhere = await startJobEndpoint()
    await using authority = await startAuthority()
    await using job = await startJobEndpoint({
      status: 302,
      headers: { location: `${elsewhere.origin}/token` },
    })
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const { packet } = await signIn(federated(authority, job), resource.origin)
    expect(elsewhere.connections()).toBe(0)
    expect(onlyRoute(packet).verdict.verdict).not.toBe('pass')
  })

  test('an unverified certificate gets nothing, whatever NODE_TLS_REJECT_UNAUTHORIZED says', async () => {
    await using authority = await startAuthority()
    await using job = await startJobEndpoint()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const env = {
      ...federated(authority, job),
      ACTIONS_ID_TOKEN_REQUEST_URL: `${job.origin.replace('localhost', '127.0.0.2')}/token?a=b`,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    }
    const { packet } = await signIn(env, resource.origin)
    expect(job.requests).toHaveLength(0)
    expect(onlyRoute(packet).verdict.verdict).not.toBe('pass')
  })

  test('silence ends with the clock of the attempt', async () => {
    await using authority = await startAuthority()
    await using job = await breakAfterRequest('silence')
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const env = {
      ...federated(authority, authority),
      ACTIONS_ID_TOKEN_REQUEST_URL: `https://localhost:${job.port}/token?api-version=2.0`,
    }
    const { packet } = await signIn(env, resource.origin)
    expect(packet.elapsedMs).toBeLessThan(2500)
    expect(onlyRoute(packet).verdict.verdict).toBe('fail')
  })
})
