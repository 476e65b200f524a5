import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Verdict } from '../../../src/model/index.ts'
import { closedPort } from '../../loopback/faults.ts'
import {
  azureError,
  azureFirewall,
  azurePermissionDenied,
  html,
  json,
  text,
} from '../../loopback/replies.ts'
import type { LoopbackReply } from '../../loopback/replies.ts'
import { onlyRoute, runPreflight, seen } from '../../run/run.ts'
import { API_VERSION, DEPLOYMENT, startAzureResource } from '../../routes/azure-resource.ts'
import { startApi } from '../../loopback/api.ts'
import {
  ACCESS_TOKEN,
  CLIENT,
  federated,
  principal,
  refusal,
  startAuthority,
  startImds,
  startJobEndpoint,
  SUBJECT,
  TENANT,
} from './servers.ts'

type Environment = Readonly<Record<string, string>>
/** What a verdict must match; strings may be asymmetric matchers. */
type Expected = Readonly<Record<string, unknown>>

function asked(env: Environment, baseUrl: string): ReturnType<typeof runPreflight> {
  return runPreflight({
    inputs: {
      route: 'azure',
      endpoint: 'chat-completions',
      'api-version': API_VERSION,
      model: DEPLOYMENT,
      'base-url': baseUrl,
    },
    env: { ...env, OPENAI_API_KEY: '' },
  })
}

async function verdictOf(env: Environment): Promise<Verdict> {
  await using resource = await startAzureResource({ token: ACCESS_TOKEN })
  const route = onlyRoute(await asked(env, resource.origin))
  expect(JSON.stringify(route)).not.toContain(CLIENT)
  expect(JSON.stringify(route)).not.toContain(TENANT)
  // Nothing was sent that claims to be a credential.
  expect(resource.requests.map(({ headers }) => headers['authorization'])).toEqual([undefined])
  return route.verdict
}

/** Every sign-in that failed shows on the rung `auth`, and the way to the resource is proven. */
const SIGN_IN = {
  verdict: 'fail',
  rung: 'auth',
  lastGood: 'http',
  cites: expect.arrayContaining(['token']),
}

function auth(code: Verdict['code'], orders: RegExp): Expected {
  const doNext = expect.arrayContaining([expect.stringMatching(orders)])
  return { ...SIGN_IN, owner: 'auth', code, retryable: false, doNext }
}

const PATH = { ...SIGN_IN, owner: 'connection-path', code: 'azure.sign_in_intercepted' }

describe('what Entra ID refuses is named by its number', () => {
  test.for<[string, LoopbackReply, Expected]>([
    [
      'an application that the tenant does not have',
      refusal(400, 'unauthorized_client', 700016),
      auth('azure.application_not_found', /AZURE_CLIENT_ID/),
    ],
    [
      'an application that is disabled',
      refusal(401, 'invalid_client', 7000112),
      auth('azure.application_not_found', /enable/),
    ],
    [
      'a tenant that does not exist',
      refusal(400, 'invalid_request', 90002),
      auth('azure.tenant_not_found', /AZURE_TENANT_ID/),
    ],
    [
      'a tenant that knows no Azure OpenAI',
      refusal(400, 'invalid_resource', 500011),
      auth('azure.tenant_mismatch', /tenant of the Azure OpenAI resource/),
    ],
    [
      'an expired secret',
      refusal(401, 'invalid_client', 7000222),
      auth('azure.client_secret_expired', /Create a new client secret/),
    ],
    [
      'a wrong secret',
      refusal(401, 'invalid_client', 7000215),
      auth('azure.client_secret_invalid', /value of the client secret, not its id/),
    ],
    [
      'a conditional access policy',
      refusal(400, 'invalid_grant', 53003),
      auth('azure.conditional_access', /egress address/),
    ],
    [
      'a number that is not known here',
      refusal(400, 'invalid_request', 9001234),
      {
        ...auth('azure.sign_in_refused', /AADSTS9001234/),
        summary: expect.stringContaining('AADSTS9001234'),
      },
    ],
    [
      'a server error of Entra ID, which time heals',
      refusal(503, 'temporarily_unavailable', 90033),
      {
        ...SIGN_IN,
        owner: 'route-provider',
        code: 'azure.sign_in_server_error',
        retryable: true,
      },
    ],
    ['a block page in its place', html(403, '<html><title>Blocked</title></html>'), PATH],
    ['a portal in its place', html(200, '<html>Sign in</html>'), PATH],
    [
      'a plain text that is not its own',
      text(400, 'no'),
      { ...SIGN_IN, owner: 'auth', code: 'azure.sign_in_refused' },
    ],
  ])('%s', async ([, reply, expected]) => {
    await using authority = await startAuthority(reply)
    expect(await verdictOf(principal(authority))).toMatchObject(expected)
  })
})

describe("the job's own token", () => {
  test.for<[string, number, string, RegExp]>([
    ['one of three that the answer does not name', 70021, SUBJECT, /which of the three differs/],
    ['another subject', 700213, SUBJECT, /the subject repo/],
    ['another issuer', 700211, 'the issuer', /the issuer/],
    ['another audience', 700212, 'the audience lab', /the audience lab/],
  ])('%s is told with what the token of the job has', async ([, number, ordered, says]) => {
    await using authority = await startAuthority(refusal(400, 'invalid_request', number))
    await using job = await startJobEndpoint()
    const verdict = await verdictOf(federated(authority, job))
    expect(verdict).toMatchObject({
      ...auth('azure.federated_credential_mismatch', /federated credential/),
      summary: expect.stringMatching(says),
    })
    expect(verdict.doNext[0]).toContain(ordered)
    // The advice is about the claim that differs, and about no other.
    expect(verdict.doNext.join(' ').includes(SUBJECT)).toBe(ordered === SUBJECT)
  })

  test('a job that shows no secret hears nothing of a wrong one', async () => {
    await using authority = await startAuthority(refusal(401, 'invalid_client', 7000218))
    await using job = await startJobEndpoint()
    expect(await verdictOf(federated(authority, job))).toMatchObject(
      auth('azure.sign_in_refused', /AADSTS7000218/),
    )
  })

  test('a hosted job without id-token: write is told so, and nothing is asked', async () => {
    await using authority = await startAuthority()
    const { AZURE_CLIENT_SECRET: _none, ...ids } = principal(authority)
    const env = { ...ids, GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted' }
    expect(await verdictOf(env)).toMatchObject(
      auth('azure.id_token_permission_missing', /id-token: write/),
    )
    expect(authority.connections()).toBe(0)
  })

  test.for<[number, Expected]>([
    [403, auth('azure.job_token_refused', /ends with the job/)],
    [
      500,
      {
        ...SIGN_IN,
        owner: 'route-provider',
        code: 'azure.job_token_refused',
        retryable: true,
      },
    ],
  ])('GitHub answers %d to the question for it', async ([status, expected]) => {
    await using authority = await startAuthority()
    await using job = await startJobEndpoint(json(status, { message: 'no' }))
    expect(await verdictOf(federated(authority, job))).toMatchObject(expected)
    expect(authority.connections()).toBe(0)
  })

  test('a certificate that is not there is named with its path', async () => {
    await using authority = await startAuthority()
    const { AZURE_CLIENT_SECRET: _none, ...ids } = principal(authority)
    const env = { ...ids, AZURE_CLIENT_CERTIFICATE_PATH: '/nowhere/certificate.pem' }
    expect(await verdictOf(env)).toMatchObject({
      ...auth('azure.certificate_unreadable', /PEM file/),
      summary: expect.stringContaining('/nowhere/certificate.pem'),
    })
    expect(authority.connections()).toBe(0)
  })

  test('a token file that is not there', async () => {
    await using authority = await startAuthority()
    const { AZURE_CLIENT_SECRET: _none, ...ids } = principal(authority)
    const env = { ...ids, AZURE_FEDERATED_TOKEN_FILE: '/nowhere/token' }
    expect(await verdictOf(env)).toMatchObject(
      auth('azure.token_file_unreadable', /azure.workload.identity/),
    )
  })
})

describe('the identity of the machine', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  function machine(env: Environment): Environment {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    return { ...env, AZURE_CLIENT_ID: CLIENT, AZURE_TENANT_ID: TENANT }
  }

  // MSAL keeps the address of the first identity service for the life of the process.
  test('the metadata service has no such identity, and then it has', async () => {
    const replies: { now?: LoopbackReply } = {
      now: json(400, { error: 'invalid_request', error_description: 'Identity not found' }),
    }
    await using imds = await startImds(() => replies.now)
    const env = machine({ AZURE_POD_IDENTITY_AUTHORITY_HOST: imds.origin })
    expect(await verdictOf(env)).toMatchObject(
      auth('azure.managed_identity_not_found', /AZURE_CLIENT_ID/),
    )
    delete replies.now
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    await using closed = await closedPort()
    // A proxy that leads nowhere: the service on this machine is not asked through it.
    const behind = {
      ...env,
      HTTP_PROXY: `http://localhost:${closed.port}`,
      HTTPS_PROXY: `http://localhost:${closed.port}`,
      NODE_USE_ENV_PROXY: '1',
      NO_PROXY: `localhost:${resource.port}`,
    }
    const route = onlyRoute(await asked(behind, resource.origin))
    expect(route.verdict.verdict).toBe('pass')
    expect(seen(route, 'token')[0]?.facts).toMatchObject({
      exchanges: [{ asked: 'imds', status: 200 }],
    })
  })
})

describe('after the token the resource has the word', () => {
  async function answering(reply: LoopbackReply): Promise<Verdict> {
    await using authority = await startAuthority()
    await using resource = await startApi({ answers: { '*': reply } })
    const packet = await asked(principal(authority), resource.origin)
    expect(seen(onlyRoute(packet), 'token')[0]?.status).toBe('ok')
    return onlyRoute(packet).verdict
  }

  test.for<[string, LoopbackReply, Partial<Verdict>]>([
    [
      'a role that is missing',
      azurePermissionDenied(),
      { owner: 'auth', code: 'azure.permission_denied' },
    ],
    [
      'a 401 without a word about a key is about the token',
      azureError(401, '401', 'Unauthorized. Access token is missing, invalid, or not for this.'),
      { owner: 'auth', code: 'azure.token_not_accepted' },
    ],
    [
      'the generic 401 names the audience of the token and the one that the endpoint takes',
      azureError(
        401,
        '401',
        'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.',
      ),
      { owner: 'auth', code: 'azure.token_not_accepted' },
    ],
    [
      'a token of another tenant, a 400',
      azureError(
        400,
        'BadRequest',
        'Tenant provided in token does not match resource token tenant',
      ),
      { owner: 'auth', code: 'azure.tenant_mismatch' },
    ],
    [
      'network rules, decided before any token',
      azureFirewall(),
      { owner: 'route-provider', code: 'azure.network_rules', rung: 'http' },
    ],
  ])('%s', async ([, reply, expected]) => {
    expect(await answering(reply)).toMatchObject(expected)
  })

  test('network rules stand before a sign-in that failed as well', async () => {
    await using authority = await startAuthority(refusal(401, 'invalid_client', 7000222))
    await using resource = await startApi({ answers: { '*': azureFirewall() } })
    const { verdict } = onlyRoute(await asked(principal(authority), resource.origin))
    expect(verdict).toMatchObject({ code: 'azure.network_rules', rung: 'http' })
    expect(verdict.also.map(({ code }) => code)).toContain('azure.client_secret_expired')
  })
})
