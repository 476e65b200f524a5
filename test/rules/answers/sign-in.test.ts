import { describe, expect, test } from 'vitest'
import type { Code, TokenExchange, TokenFacts } from '../../../src/model/index.ts'
import { evidence, failed, ok } from '../evidence-builder.ts'
import { decide } from './decide.ts'
import { AZURE, responseFacts } from './replies.ts'

const AUTHORITY = 'login.microsoftonline.com'
const FACTS: TokenFacts = {
  method: 'client-secret',
  authority: AUTHORITY,
  scope: 'https://cognitiveservices.azure.com/.default',
  hasTenant: true,
  hasClient: true,
  exchanges: [],
}
const BASE_URL = 'https://example-resource.openai.azure.com/openai/v1'
const ROUTE = { kind: 'azure', azureAuth: 'entra', baseUrl: BASE_URL } as const

interface Row {
  readonly title: string
  readonly method?: TokenFacts['method']
  /** The request that ended the sign-in; none was sent where it is absent. */
  readonly last?: Partial<TokenExchange>
  readonly code?: Code
  /** `owner code rule`, with `*` behind it when time can heal it. */
  readonly expected: string
}

/** What Entra ID answers with one of its numbers. */
function says(number: number, status = 401): Partial<TokenExchange> {
  return { status, shape: 'json', error: 'invalid_client', errorCodes: [`AADSTS${number}`] }
}

const ROWS: readonly Row[] = [
  {
    title: 'a job without the permission for an OIDC token',
    method: 'job-token',
    code: 'azure.id_token_permission_missing',
    expected: 'auth azure.id_token_permission_missing azure/id-token-permission',
  },
  {
    title: 'a token endpoint of the job that answers 403',
    method: 'job-token',
    last: { asked: 'job', host: 'pipelines.example', status: 403 },
    expected: 'auth azure.job_token_refused azure/job-token-refused',
  },
  {
    title: 'a token endpoint of the job that answers 404',
    method: 'job-token',
    last: { asked: 'job', host: 'pipelines.example', status: 404, shape: 'json' },
    expected: 'auth azure.job_token_refused azure/job-token-refused',
  },
  {
    title: 'a token endpoint of the job that answers 503',
    method: 'job-token',
    last: { asked: 'job', host: 'pipelines.example', status: 503, shape: 'json' },
    expected: 'route-provider azure.job_token_refused azure/job-token-refused *',
  },
  {
    title: 'a token file that is not there',
    method: 'workload-identity',
    code: 'azure.token_file_unreadable',
    expected: 'auth azure.token_file_unreadable azure/token-file-unreadable',
  },
  {
    title: 'settings that the library refuses',
    code: 'azure.token_not_sendable',
    expected: 'auth azure.token_not_sendable azure/sign-in-not-sendable',
  },
  {
    title: 'a certificate file that is not there',
    method: 'client-certificate',
    code: 'azure.certificate_unreadable',
    expected: 'auth azure.certificate_unreadable azure/certificate-unreadable',
  },
  {
    title: 'a metadata service that is slower than the timeout',
    method: 'managed-identity',
    last: { asked: 'imds', host: '169.254.169.254', code: 'http.timed_out' },
    code: 'http.timed_out',
    expected: 'route-provider azure.identity_service_slow azure/imds-slow *',
  },
  ...[404, 410, 429, 500].map((status) => ({
    title: `a metadata service that answers ${status}`,
    method: 'managed-identity' as const,
    last: { asked: 'imds', host: '169.254.169.254', status, shape: 'json' } as const,
    expected: 'route-provider azure.identity_service_busy azure/imds-busy *',
  })),
  {
    title: 'no metadata service on this machine',
    method: 'managed-identity',
    last: { asked: 'imds', host: '169.254.169.254', code: 'tcp.timed_out' },
    expected: 'auth azure.imds_unreachable azure/imds-unreachable',
  },
  {
    title: 'an identity endpoint that is closed',
    method: 'managed-identity',
    last: { asked: 'identity-endpoint', host: '127.0.0.1:41000', code: 'tcp.refused' },
    expected: 'auth azure.identity_endpoint_unreachable azure/imds-unreachable',
  },
  {
    title: 'a machine without that identity',
    method: 'managed-identity',
    last: { asked: 'imds', host: '169.254.169.254', status: 400, shape: 'json' },
    expected: 'auth azure.managed_identity_not_found azure/managed-identity-not-found',
  },
  ...(['missing', 'not_signed_in', 'failed'] as const).map((word) => ({
    title: `an az that is ${word}`,
    method: 'azure-cli' as const,
    code: `azure.cli_${word}` as const,
    expected: `auth azure.cli_${word} azure/cli`,
  })),
  {
    title: 'an az that outlasts the attempt',
    method: 'azure-cli',
    code: 'azure.token_timed_out',
    expected: 'auth azure.token_timed_out azure/cli *',
  },
  {
    title: 'a page in place of Entra ID',
    last: { status: 403, shape: 'html' },
    expected: 'connection-path azure.sign_in_intercepted azure/sign-in-intercepted',
  },
  {
    title: 'a redirect of the sign-in to another host',
    last: { code: 'http.redirected' },
    code: 'http.redirected',
    expected: 'connection-path azure.sign_in_intercepted azure/sign-in-intercepted',
  },
  {
    title: 'an authority that cannot be reached',
    last: { code: 'tcp.refused', errno: 'ECONNREFUSED' },
    code: 'tcp.refused',
    expected: 'connection-path azure.sign_in_unreachable azure/sign-in-unreachable',
  },
  {
    title: 'a sign-in that outlasts the attempt',
    code: 'azure.token_timed_out',
    expected: 'connection-path azure.sign_in_unreachable azure/sign-in-unreachable *',
  },
  {
    title: 'a tenant that does not exist',
    last: says(90002, 400),
    expected: 'auth azure.tenant_not_found azure/entra-tenant-not-found',
  },
  {
    title: 'an application that the tenant does not have',
    last: says(700016, 400),
    expected: 'auth azure.application_not_found azure/entra-application-not-found',
  },
  {
    title: 'a tenant that does not know the service',
    last: says(500011, 400),
    expected: 'auth azure.tenant_mismatch azure/entra-tenant-mismatch',
  },
  {
    title: 'a secret that has expired',
    last: says(7000222),
    expected: 'auth azure.client_secret_expired azure/entra-secret-expired',
  },
  {
    title: 'a value that is no secret of the application',
    last: says(7000215),
    expected: 'auth azure.client_secret_invalid azure/entra-secret-invalid',
  },
  {
    title: 'a certificate that the application does not have',
    method: 'client-certificate',
    last: says(700027),
    expected: 'auth azure.client_certificate_refused azure/entra-certificate-refused',
  },
  {
    title: 'a subject that no federated credential expects',
    method: 'job-token',
    last: says(700213),
    expected: 'auth azure.federated_credential_mismatch azure/entra-federated-credential',
  },
  {
    title: 'a workload token from another time',
    method: 'workload-identity',
    last: says(700024),
    expected: 'auth azure.workload_token_expired azure/entra-assertion-expired',
  },
  {
    title: 'a policy that refuses the sign-in',
    last: says(53003, 400),
    expected: 'auth azure.conditional_access azure/entra-conditional-access',
  },
  {
    title: 'an Entra ID that fails itself',
    last: { status: 503, shape: 'json' },
    expected: 'route-provider azure.sign_in_server_error azure/sign-in-server-error *',
  },
  {
    title: 'a number without a rule',
    last: says(50034),
    expected: 'auth azure.sign_in_refused azure/sign-in-refused',
  },
]

describe('a sign-in that gives no token', () => {
  test.each(ROWS)('$title', ({ method = 'client-secret', last, code, expected }) => {
    const exchanges: readonly TokenExchange[] =
      last === undefined
        ? []
        : [{ asked: 'entra', host: AUTHORITY, errorCodes: [], ...last } satisfies TokenExchange]
    const token = failed('token', code ?? 'azure.token_refused', { ...FACTS, method, exchanges })
    const finding = decide(evidence([token], { route: ROUTE }))
    expect(finding).toBeDefined()
    if (finding === undefined) return
    const { owner, rule, retryable } = finding
    expect(`${owner} ${finding.code} ${rule}${retryable ? ' *' : ''}`).toBe(expected)
    expect(finding.rung).toBe('auth')
    expect(finding.cites).toEqual([token])
    expect(finding.summary).toMatch(/^\S.*[^.]\.$/s)
    expect(finding.doNext.every((order) => order.endsWith('.'))).toBe(true)
  })

  test('says nothing of a sign-in that worked', () => {
    expect(decide(evidence([ok('token', FACTS)], { route: ROUTE }))).toBeUndefined()
  })
})

describe('a token that the resource does not take', () => {
  const refused = ok('response', responseFacts({ status: 401, headers: AZURE, body: {} }))

  test.each([
    [AUTHORITY, 'azure.token_not_accepted', 'AZURE_TENANT_ID'],
    ['login.microsoftonline.us', 'azure.wrong_cloud', 'AZURE_AUTHORITY_HOST'],
  ])('of %s is %s', (authority, code, order) => {
    const token = ok('token', { ...FACTS, authority })
    const finding = decide(evidence([token, refused], { route: ROUTE }))
    expect(finding).toMatchObject({ rule: 'azure/token-not-accepted', owner: 'auth', code })
    expect(finding?.doNext[0]).toContain(order)
    expect(finding?.cites).toEqual([refused, token])
  })

  test('is not said of a key', () => {
    const route = { ...ROUTE, azureAuth: 'key' } as const
    expect(decide(evidence([refused], { route }))?.rule).toBe('azure/key-rejected')
  })
})
