/** An Azure resource with its own paths, names and sign-in. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import folders from 'node:path'
import type { Code } from '../../src/model/index.ts'
import {
  ACCESS_TOKEN,
  CLIENT,
  federated,
  gives,
  labToken,
  principal,
  refusal,
  startAuthority,
  startImds,
  startJobEndpoint,
  SUBJECT,
  TENANT,
} from '../probes/entra/servers.ts'
import { startApi } from '../loopback/api.ts'
import type { SeenRequest } from '../loopback/api.ts'
import { listen } from '../loopback/listen.ts'
import { breakAfterRequest, closedPort } from '../loopback/faults.ts'
import { PUBLIC_ADDRESS } from '../lab/network.ts'
import { labIssuer } from '../loopback/pki.ts'
import { azureError, azurePublicAccessDisabled, html, json } from '../loopback/replies.ts'
import type { LoopbackReply } from '../loopback/replies.ts'
import { API_VERSION, DEPLOYMENT, startAzureResource } from '../routes/azure-resource.ts'
import { atMost, realRequests, saysAll } from './loopback.ts'
import type { Lab } from './lab.ts'
import { fails, PASS, path } from './scenario.ts'
import type { Expected, Scenario } from './scenario.ts'

type Flags = Readonly<Record<string, string>>
type Environment = Readonly<Record<string, string | undefined>>

const CLASSIC: Flags = { 'api-version': API_VERSION, endpoint: 'chat-completions' }

/** A resource that works, called in some way. */
function called(
  id: string,
  title: string,
  suffix: string,
  flags: Flags,
  expect: Expected,
  env: Environment = {},
): Scenario {
  return {
    id: `AZURE-${id}`,
    title,
    needs: 'loopback',
    expect,
    async arrange(lab) {
      const resource = await lab.use(startAzureResource({ key: lab.key }))
      return {
        flags: {
          route: 'azure',
          'base-url': `${resource.origin}${suffix}`,
          model: DEPLOYMENT,
          ...flags,
        },
        env: { OPENAI_API_KEY: undefined, AZURE_OPENAI_API_KEY: lab.key, ...env },
        complaints: () =>
          expect === PASS ? atMost('real requests', realRequests(resource), 1) : [],
      }
    },
  }
}

const PROVIDER = (code: Code, lastGood: 'auth' | 'http'): Expected =>
  fails('route-provider', 'request', code, lastGood)

const PATHS: readonly Scenario[] = [
  called('v1', 'The v1 endpoint works', '/openai/v1/', {}, PASS),
  called('bare', 'The classic endpoint works, bare', '', CLASSIC, PASS),
  called('openai', 'The classic endpoint works with /openai', '/openai', CLASSIC, PASS),
  called(
    'deployment',
    'The deployment in the base URL becomes the model',
    `/openai/deployments/${DEPLOYMENT}`,
    { ...CLASSIC, model: '' },
    PASS,
  ),
  called(
    'env',
    'The endpoint and its version come from the environment of the SDK',
    '',
    { ...CLASSIC, 'api-version': '' },
    PASS,
    { OPENAI_API_VERSION: API_VERSION },
  ),
  called(
    'model-name',
    'The name of the model is given instead of that of the deployment',
    '',
    { ...CLASSIC, model: 'demo-model' },
    PROVIDER('azure.deployment_not_found', 'auth'),
  ),
  called(
    'version-unknown',
    'The resource does not know the version',
    '',
    { ...CLASSIC, 'api-version': '2019-01-01' },
    PROVIDER('azure.api_version_unsupported', 'http'),
  ),
  called(
    'version-missing',
    'The classic endpoint without a version: nothing is sent',
    '',
    { ...CLASSIC, 'api-version': '' },
    fails('request', 'config', 'config.api_version_missing', 'none'),
  ),
  called(
    'wrong-key',
    'The key is one of another resource',
    '',
    CLASSIC,
    fails('auth', 'auth', 'azure.invalid_key', 'http'),
    { AZURE_OPENAI_API_KEY: randomBytes(16).toString('hex') },
  ),
]

interface SignIn {
  readonly id: string
  readonly title: string
  readonly env: (lab: Lab) => Promise<Environment>
  readonly expect: Expected
  readonly says?: readonly (string | RegExp)[]
}

/** A resource that takes the lab's token, and a job that signs in for it. */
function signing({ id, title, env, expect, says = [] }: SignIn): Scenario {
  return {
    id: `ENTRA-${id}`,
    title,
    needs: 'loopback',
    expect,
    async arrange(lab) {
      const resource = await lab.use(startAzureResource({ token: ACCESS_TOKEN }))
      return {
        flags: { ...CLASSIC, route: 'azure', 'base-url': resource.origin, model: DEPLOYMENT },
        env: { OPENAI_API_KEY: undefined, ...(await env(lab)) },
        complaints: (ran) => [
          ...saysAll(ran, ...says),
          ...[ACCESS_TOKEN, TENANT, CLIENT]
            .filter((secret) => ran.stdout.includes(secret))
            .map(() => 'a token or an id is in the output'),
          // Without a token the resource is asked, and without credentials.
          ...atMost(
            'requests with a token',
            resource.requests.filter(({ headers }) => headers['authorization'] !== undefined)
              .length,
            // The real request and the free look at the model.
            expect === PASS ? 2 : 0,
          ),
        ],
      }
    },
  }
}

function refused(
  id: string,
  title: string,
  reply: LoopbackReply,
  expect: Expected,
  says: readonly (string | RegExp)[] = [],
): Scenario {
  return signing({
    id,
    title,
    expect,
    says,
    env: async (lab) => principal(await lab.use(startAuthority(reply))),
  })
}

const AUTH = (code: Code): Expected => fails('auth', 'auth', code, 'http')
const ON_THE_WAY = fails('connection-path', 'auth', 'azure.sign_in_intercepted', 'http')

/** What `az` prints, where it is asked as `@azure/identity` asks, from no folder of the checkout and with no key. */
function printsToken(token: string): string {
  const answer = JSON.stringify({ accessToken: token, expires_on: 4_000_000_000 })
  return [
    '[ "$*" = "account get-access-token --output json --resource https://cognitiveservices.azure.com" ] || exit 3',
    '[ -z "$SECRET_OF_ANOTHER" ] || exit 4',
    '[ "$(pwd -P)" = "$(cd /bin && pwd -P)" ] || exit 5',
    `echo '${answer}'`,
  ].join('\n')
}

/** A stand-in for `az`, and the session that `azure/login` leaves. */
function cli(
  id: string,
  title: string,
  expect: Expected,
  script: string,
  more: { readonly session?: false; readonly checkout?: true; readonly env?: Environment } = {},
): Scenario {
  return signing({
    id,
    title,
    expect,
    env(lab) {
      const checkout = folders.join(lab.folder, 'checkout')
      const bin = folders.join(more.checkout === true ? checkout : lab.folder, 'bin')
      mkdirSync(bin, { recursive: true })
      writeFileSync(folders.join(bin, 'az'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
      const profile = { installationId: 'x', subscriptions: [{ id: TENANT }] }
      if (more.session !== false) lab.file('azureProfile.json', `\uFEFF${JSON.stringify(profile)}`)
      return Promise.resolve({
        PATH: `.:${bin}:/usr/bin:/bin`,
        AZURE_CONFIG_DIR: lab.folder,
        GITHUB_WORKSPACE: checkout,
        SECRET_OF_ANOTHER: 'x',
        ...more.env,
      })
    },
  })
}

const SIGN_INS: readonly Scenario[] = [
  signing({
    id: 'secret',
    title: 'A service principal signs in with a secret',
    expect: PASS,
    env: async (lab) => principal(await lab.use(startAuthority())),
  }),
  signing({
    id: 'federation',
    title: 'The job signs in with its own token',
    expect: PASS,
    env: async (lab) =>
      federated(await lab.use(startAuthority()), await lab.use(startJobEndpoint())),
  }),
  signing({
    id: 'file',
    title: 'A pod signs in with its token file',
    expect: PASS,
    env: async (lab) => ({
      ...principal(await lab.use(startAuthority())),
      AZURE_CLIENT_SECRET: undefined,
      AZURE_FEDERATED_TOKEN_FILE: lab.file('token', 'a.b.c'),
    }),
  }),
  signing({
    id: 'machine',
    title: 'The machine has a managed identity',
    expect: PASS,
    env: async (lab) => ({
      AZURE_POD_IDENTITY_AUTHORITY_HOST: (await lab.use(startImds())).origin,
      AZURE_CLIENT_ID: CLIENT,
      AZURE_TENANT_ID: TENANT,
    }),
  }),
  cli(
    'cli',
    'azure/login left a session, and az gives a token of it',
    PASS,
    printsToken(ACCESS_TOKEN),
  ),
  cli(
    'cli-named',
    'AZURE_TOKEN_CREDENTIALS names the Azure CLI beside the ids of a service principal',
    PASS,
    printsToken(ACCESS_TOKEN),
    {
      session: false,
      env: { AZURE_TOKEN_CREDENTIALS: 'AzureCliCredential', AZURE_CLIENT_ID: CLIENT },
    },
  ),
  cli(
    'cli-ended',
    'The session of az has ended',
    AUTH('azure.cli_not_signed_in'),
    `echo "Please run 'az login' to setup account." >&2; exit 1`,
  ),
  cli('cli-failed', 'az breaks', AUTH('azure.cli_failed'), 'echo broken >&2; exit 1'),
  cli('cli-hangs', 'az gives no answer', AUTH('azure.token_timed_out'), 'sleep 60; echo'),
  cli(
    'cli-checkout',
    'The only az on the PATH is one of the checkout, and is not run',
    AUTH('azure.cli_missing'),
    printsToken(ACCESS_TOKEN),
    { checkout: true },
  ),
  refused(
    'application',
    'The tenant does not have the application',
    refusal(400, 'unauthorized_client', 700016),
    AUTH('azure.application_not_found'),
    ['AADSTS700016'],
  ),
  refused(
    'tenant',
    'The tenant does not exist',
    refusal(400, 'invalid_request', 90002),
    AUTH('azure.tenant_not_found'),
  ),
  refused(
    'other-tenant',
    'The tenant knows no Azure OpenAI',
    refusal(400, 'invalid_resource', 500011),
    AUTH('azure.tenant_mismatch'),
  ),
  refused(
    'expired',
    'The secret has expired',
    refusal(401, 'invalid_client', 7000222),
    AUTH('azure.client_secret_expired'),
  ),
  refused(
    'wrong-secret',
    'The secret is wrong',
    refusal(401, 'invalid_client', 7000215),
    AUTH('azure.client_secret_invalid'),
  ),
  refused(
    'server',
    'Entra ID has an error',
    refusal(503, 'temporarily_unavailable', 90033),
    fails('route-provider', 'auth', 'azure.sign_in_server_error', 'http'),
  ),
  refused(
    'block-page',
    'A block page stands in front of Entra ID',
    html(403, '<html><title>Blocked</title></html>'),
    ON_THE_WAY,
  ),
  signing({
    id: 'subject',
    title: 'No federated credential has the subject of the job',
    expect: AUTH('azure.federated_credential_mismatch'),
    says: [SUBJECT],
    env: async (lab) =>
      federated(
        await lab.use(startAuthority(refusal(400, 'invalid_request', 700213))),
        await lab.use(startJobEndpoint()),
      ),
  }),
  signing({
    id: 'permission',
    title: 'The hosted job lacks id-token: write',
    expect: AUTH('azure.id_token_permission_missing'),
    says: ['id-token: write'],
    env: async (lab) => ({
      ...principal(await lab.use(startAuthority())),
      AZURE_CLIENT_SECRET: undefined,
      GITHUB_ACTIONS: 'true',
      RUNNER_ENVIRONMENT: 'github-hosted',
    }),
  }),
  signing({
    id: 'no-machine',
    title: 'Nothing answers at the metadata address',
    expect: AUTH('azure.imds_unreachable'),
    env: async (lab) => ({
      AZURE_POD_IDENTITY_AUTHORITY_HOST: `http://localhost:${String((await lab.use(closedPort())).port)}`,
      AZURE_CLIENT_ID: CLIENT,
      AZURE_TENANT_ID: TENANT,
    }),
  }),
  signing({
    id: 'no-identity',
    title: 'The machine has no such identity',
    expect: AUTH('azure.managed_identity_not_found'),
    env: async (lab) => {
      const none = json(400, { error: 'invalid_request', error_description: 'Identity not found' })
      const imds = await lab.use(startImds(() => none))
      return {
        AZURE_POD_IDENTITY_AUTHORITY_HOST: imds.origin,
        AZURE_CLIENT_ID: CLIENT,
        AZURE_TENANT_ID: TENANT,
      }
    },
  }),
  signing({
    id: 'busy-machine',
    title: 'The metadata service limits its callers',
    expect: fails('route-provider', 'auth', 'azure.identity_service_busy', 'http'),
    env: async (lab) => ({
      AZURE_POD_IDENTITY_AUTHORITY_HOST: (
        await lab.use(startImds(() => json(429, { error: 'too_many_requests' })))
      ).origin,
      AZURE_CLIENT_ID: CLIENT,
      AZURE_TENANT_ID: TENANT,
    }),
  }),
  signing({
    id: 'updating-machine',
    title: 'The metadata service is updating',
    expect: fails('route-provider', 'auth', 'azure.identity_service_busy', 'http'),
    env: async (lab) => ({
      AZURE_POD_IDENTITY_AUTHORITY_HOST: (
        await lab.use(startImds(() => json(410, { error: 'gone' })))
      ).origin,
      AZURE_CLIENT_ID: CLIENT,
      AZURE_TENANT_ID: TENANT,
    }),
  }),
  signing({
    id: 'no-certificate',
    title: 'The file of the client certificate is missing',
    expect: AUTH('azure.certificate_unreadable'),
    says: ['/nowhere/certificate.pem'],
    env: async (lab) => ({
      ...principal(await lab.use(startAuthority())),
      AZURE_CLIENT_SECRET: undefined,
      AZURE_CLIENT_CERTIFICATE_PATH: '/nowhere/certificate.pem',
    }),
  }),
  signing({
    id: 'issuer',
    title: 'No federated credential has the issuer of the job',
    expect: AUTH('azure.federated_credential_mismatch'),
    says: ['issuer'],
    env: async (lab) =>
      federated(
        await lab.use(startAuthority(refusal(400, 'invalid_request', 700211))),
        await lab.use(startJobEndpoint()),
      ),
  }),
  signing({
    id: 'job-endpoint-403',
    title: 'GitHub refuses the token of a job that may ask for it',
    expect: AUTH('azure.job_token_refused'),
    env: async (lab) =>
      federated(
        await lab.use(startAuthority()),
        await lab.use(startJobEndpoint(json(403, { message: 'no' }))),
      ),
  }),
  signing({
    id: 'closed',
    title: 'The authority cannot be reached',
    expect: fails('connection-path', 'auth', 'azure.sign_in_unreachable', 'http'),
    env: async (lab) => ({
      ...principal(await lab.use(startAuthority())),
      AZURE_AUTHORITY_HOST: `https://localhost:${String((await lab.use(closedPort())).port)}`,
    }),
  }),
  signing({
    id: 'silent',
    title: 'The authority never answers',
    expect: fails('connection-path', 'auth', 'azure.sign_in_unreachable', 'http'),
    env: async (lab) => {
      const silent = await lab.use(breakAfterRequest('silence'))
      return {
        ...principal(await lab.use(startAuthority())),
        AZURE_AUTHORITY_HOST: `https://localhost:${String(silent.port)}`,
      }
    },
  }),
]

/** What Entra ID says of a value that ends with a line break: it knows only the one without. */
const knowsNone =
  (field: string, status: number, error: string, code: number) =>
  ({ body }: SeenRequest): LoopbackReply | undefined =>
    /\s$/.test(new URLSearchParams(body).get(field) ?? '')
      ? refusal(status, error, code)
      : undefined

/** Values that a file or a heredoc gave a line break: the identity library sends it along. */
const LINE_BREAKS: readonly Scenario[] = (
  [
    ['AZURE_CLIENT_SECRET', 'client_secret', 7000215, 'azure.client_secret_invalid'],
    ['AZURE_CLIENT_ID', 'client_id', 700016, 'azure.application_not_found'],
  ] as const
).map(([name, field, code, expected]) =>
  signing({
    id: `line-break-${field}`,
    title: `${name} ends with a line break, which the identity library does not trim`,
    expect: AUTH(expected),
    says: [`${name} contains a space or line break`, `Store ${name} again`],
    env: async (lab) => {
      const env = principal(
        await lab.use(startAuthority(knowsNone(field, 401, 'invalid_client', code))),
      )
      return { ...env, [name]: `${env[name] ?? ''}\n` }
    },
  }),
)

const FEDERATION: readonly Scenario[] = (
  [
    [700212, 'No federated credential has the audience of the job', /audience lab/],
    [70021, 'No federated credential fits the job', /does not say which of the three differs/],
  ] as const
).map(([code, title, says]) =>
  signing({
    id: `federated-${String(code)}`,
    title,
    expect: AUTH('azure.federated_credential_mismatch'),
    says: [says],
    env: async (lab) =>
      federated(
        await lab.use(startAuthority(refusal(400, 'invalid_request', code))),
        await lab.use(startJobEndpoint()),
      ),
  }),
)

/** The identity service of a machine, as an environment. */
const machine = (origin: string): Environment => ({
  AZURE_POD_IDENTITY_AUTHORITY_HOST: origin,
  AZURE_CLIENT_ID: CLIENT,
  AZURE_TENANT_ID: TENANT,
})

const MACHINES: readonly Scenario[] = [
  signing({
    id: 'slow-machine',
    title: 'The metadata service is slower than the timeout',
    expect: fails('route-provider', 'auth', 'azure.identity_service_slow', 'http'),
    says: ['whether there is a managed identity is not known'],
    env: async (lab) => {
      const silent = await lab.use(listen(net.createServer()))
      return machine(`http://127.0.0.1:${String(silent.port)}`)
    },
  }),
  signing({
    id: 'refusing-machine',
    title: 'The metadata service refuses this pod',
    expect: AUTH('azure.sign_in_refused'),
    says: ['whether there is a managed identity is not known', 'X-Forwarded-For'],
    env: async (lab) => {
      const imds = await lab.use(startImds(() => json(403, { error: 'forbidden' })))
      return machine(imds.origin)
    },
  }),
]

const GENERIC = azureError(
  401,
  '401',
  'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.',
)

/** One sentence for four causes: what was sent decides, and the claims of the token. */
function generic(
  id: string,
  title: string,
  claims: Readonly<Record<string, unknown>> | undefined,
  code: Code,
  says: readonly (string | RegExp)[],
): Scenario {
  return {
    id: `AZURE-generic-${id}`,
    title: `The resource answers with its generic 401: ${title}`,
    needs: 'loopback',
    expect: AUTH(code),
    async arrange(lab) {
      const resource = await lab.use(startApi({ answers: { '*': GENERIC } }))
      const signIn =
        claims === undefined
          ? { AZURE_OPENAI_API_KEY: randomBytes(16).toString('hex') }
          : principal(await lab.use(startAuthority(gives(labToken('lab', claims)))))
      return {
        flags: { ...CLASSIC, route: 'azure', 'base-url': resource.origin, model: DEPLOYMENT },
        env: { OPENAI_API_KEY: undefined, ...signIn },
        complaints: (ran) => saysAll(ran, ...says),
      }
    },
  }
}

const AUDIENCE = 'https://cognitiveservices.azure.com'
const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3600

const GENERICS: readonly Scenario[] = [
  generic('key', 'a key was sent', undefined, 'azure.invalid_key', ['key 1 or 2']),
  generic(
    'audience',
    'the token is for another audience',
    { aud: 'https://management.azure.com', exp: inAnHour() },
    'azure.token_audience',
    [
      'https://management.azure.com',
      `azure-scope, and the scope in the application, to ${AUDIENCE}`,
    ],
  ),
  generic(
    'expired',
    'the token had expired when it was given',
    { aud: AUDIENCE, exp: inAnHour() - 7200 },
    'azure.token_expired',
    [/\(exp\)/, /clock/],
  ),
  generic(
    'unknown',
    'audience and time of the token are right',
    { aud: AUDIENCE, exp: inAnHour() },
    'azure.token_not_accepted',
    ['AZURE_TENANT_ID'],
  ),
]

const CLASSIC_RESPONSES: Scenario = {
  id: 'AZURE-responses-version',
  title: 'The classic endpoint has responses only from a later version on',
  needs: 'loopback',
  expect: PROVIDER('azure.api_version_unsupported', 'http'),
  async arrange(lab) {
    const needed =
      'Azure OpenAI Responses API is enabled only for api-version 2025-03-01-preview and later'
    const resource = await lab.use(
      startApi({ answers: { '*': azureError(400, 'BadRequest', needed) } }),
    )
    return {
      flags: { 'api-version': API_VERSION, route: 'azure', 'base-url': resource.origin },
      env: { OPENAI_API_KEY: undefined, AZURE_OPENAI_API_KEY: randomBytes(16).toString('hex') },
      complaints: (ran) => saysAll(ran, 'Set OPENAI_API_VERSION to 2025-03-01-preview or later'),
    }
  },
}

const RESOURCE_NAME = 'lab.openai.azure.com'
const PRIVATE_NAME = 'lab.privatelink.openai.azure.com'

/** The resource under a name of Azure's, which the lab's name server knows. */
function underItsName(
  id: string,
  title: string,
  expect: Expected,
  arrange: (lab: Lab) => Promise<void>,
  says: readonly (string | RegExp)[],
): Scenario {
  return {
    id: `AZURE-${id}`,
    title,
    needs: 'namespace',
    expect,
    async arrange(lab) {
      await arrange(lab)
      return {
        flags: { 'base-url': `https://${RESOURCE_NAME}/openai/v1`, model: DEPLOYMENT },
        env: { OPENAI_API_KEY: randomBytes(16).toString('hex') },
        complaints: (ran) => saysAll(ran, ...says),
      }
    },
  }
}

const NAMES: readonly Scenario[] = [
  underItsName(
    'private-public',
    'A private endpoint is expected, and the public address is what DNS gives',
    fails('route-provider', 'http', 'azure.public_access_disabled', 'tls'),
    async (lab) => {
      await lab.names({ [RESOURCE_NAME]: { addresses: [PUBLIC_ADDRESS] } })
      await lab.network().addAddress(PUBLIC_ADDRESS)
      const tls = labIssuer().leaf({ names: [RESOURCE_NAME] })
      const answers = { '*': azurePublicAccessDisabled() }
      await lab.use(startApi({ host: PUBLIC_ADDRESS, port: 443, tls, answers }))
    },
    [`resolved to the public address ${PUBLIC_ADDRESS}`, 'privatelink.openai.azure.com'],
  ),
  underItsName(
    'private-outside',
    'The name leads to a private endpoint, and this machine is not in its network',
    path('tcp', 'tcp.address_unreachable', 'dns'),
    async (lab) => {
      await lab.names({
        [RESOURCE_NAME]: { cnames: [PRIVATE_NAME], addresses: ['10.20.30.40'] },
      })
    },
    ['private address 10.20.30.40'],
  ),
]

export const AZURE: readonly Scenario[] = [
  ...PATHS,
  CLASSIC_RESPONSES,
  ...SIGN_INS,
  ...LINE_BREAKS,
  ...FEDERATION,
  ...MACHINES,
  ...GENERICS,
  ...NAMES,
]
