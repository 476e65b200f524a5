/** Who hands out tokens, on loopback: Entra ID, the machine's identity service, and GitHub. */
import { Buffer } from 'node:buffer'
import { startApi } from '../../loopback/api.ts'
import type { Api, SeenRequest } from '../../loopback/api.ts'
import { json } from '../../loopback/replies.ts'
import type { LoopbackReply } from '../../loopback/replies.ts'

export const TENANT = '11111111-1111-4111-8111-111111111111'
export const CLIENT = '22222222-2222-4222-8222-222222222222'
export const SUBJECT = 'repo:octo/app:ref:refs/heads/main'

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** A token that looks like one and is nobody's; made at run time. */
export function labToken(
  subject: string,
  claims: Readonly<Record<string, unknown>> = { aud: 'lab' },
): string {
  return [part({ alg: 'none', typ: 'JWT' }), part({ sub: subject, ...claims }), 'c2ln'].join('.')
}

export const ACCESS_TOKEN = labToken('access')
export const JOB_TOKEN = labToken(SUBJECT)

/** As Entra ID refuses: numbers in `error_codes`, prose around the first of them. */
export function refusal(status: number, error: string, code: number): LoopbackReply {
  return json(status, {
    error,
    error_description: `AADSTS${String(code)}: something about ${CLIENT} in ${TENANT}. Trace ID: x`,
    error_codes: [code],
    timestamp: '2026-11-22 19:00:00Z',
    trace_id: '33333333-3333-4333-8333-333333333333',
    correlation_id: '44444444-4444-4444-8444-444444444444',
  })
}

const TOKEN = { token_type: 'Bearer', expires_in: 3599, access_token: ACCESS_TOKEN }

/** Entra ID gives this token. */
export function gives(token: string): LoopbackReply {
  return json(200, { ...TOKEN, access_token: token })
}

/** The authority: says where its endpoints are, and answers a request for a token as told. */
export async function startAuthority(
  reply: LoopbackReply | ((request: SeenRequest) => LoopbackReply | undefined) = () => undefined,
  /** Another origin that it names as the place of its token endpoint. */
  elsewhere?: string,
): Promise<Api> {
  const own: { origin: string } = { origin: '' }
  const api = await startApi({
    answers: {
      [`GET /${TENANT}/v2.0/.well-known/openid-configuration`]: () =>
        json(200, {
          authorization_endpoint: `${own.origin}/${TENANT}/oauth2/v2.0/authorize`,
          token_endpoint: `${elsewhere ?? own.origin}/${TENANT}/oauth2/v2.0/token`,
          issuer: `${own.origin}/${TENANT}/v2.0`,
          jwks_uri: `${own.origin}/${TENANT}/discovery/v2.0/keys`,
        }),
      [`POST /${TENANT}/oauth2/v2.0/token`]: (request) =>
        (typeof reply === 'function' ? reply(request) : reply) ?? json(200, TOKEN),
      '*': json(404, { error: 'not_found' }),
    },
  })
  own.origin = api.origin
  return api
}

/** The instance metadata service of an Azure machine: plain HTTP, and only with its header. */
export function startImds(reply: () => LoopbackReply | undefined = () => undefined): Promise<Api> {
  const expires = String(Math.floor(Date.now() / 1000) + 3600)
  const good = json(200, { ...TOKEN, expires_on: expires, resource: 'lab' })
  return startApi({
    tls: 'none',
    answers: {
      // MSAL ends the path with a slash when the address comes from a variable.
      '*': ({ path, headers }) =>
        !/^\/metadata\/identity\/oauth2\/token\/?$/.test(path)
          ? json(404, {})
          : headers['metadata'] === 'true'
            ? (reply() ?? good)
            : json(400, { error: 'invalid_request' }),
    },
  })
}

/** GitHub's endpoint for the token of the job. */
export function startJobEndpoint(
  reply: LoopbackReply = json(200, { value: JOB_TOKEN }),
): Promise<Api> {
  return startApi({ answers: { 'GET /token': reply, '*': json(404, {}) } })
}

/** The environment of a service principal with a secret. */
export function principal(authority: Api): Readonly<Record<string, string>> {
  return {
    AZURE_TENANT_ID: TENANT,
    AZURE_CLIENT_ID: CLIENT,
    AZURE_CLIENT_SECRET: ['lab', 'x'.repeat(36)].join('~'),
    AZURE_AUTHORITY_HOST: authority.origin,
  }
}

/** The environment of a job that may have a token of its own. */
export function federated(authority: Api, job: Api): Readonly<Record<string, string>> {
  return {
    AZURE_TENANT_ID: TENANT,
    AZURE_CLIENT_ID: CLIENT,
    AZURE_AUTHORITY_HOST: authority.origin,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${job.origin}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: ['lab', 'y'.repeat(40)].join('-'),
  }
}
