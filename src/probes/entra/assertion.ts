import { fields } from '../../model/index.ts'
import type { SendTokenRequest } from './http-client.ts'
import type { SignIn } from './sign-in.ts'

/** Who a workload token is meant for, as Entra ID expects it. */
const AUDIENCE = 'api://AzureADTokenExchange'
const LONGEST_SUBJECT = 200

/** The job's own OIDC token from GitHub. Rejects when there is none. */
export async function jobToken(
  job: NonNullable<SignIn['job']>,
  send: SendTokenRequest,
): Promise<string> {
  const url = new URL(job.url)
  url.searchParams.set('audience', AUDIENCE)
  const reply = await send({
    method: 'GET',
    url,
    headers: { accept: 'application/json', authorization: `Bearer ${job.token.reveal()}` },
  })
  const { value } = fields(parse(reply.text))
  if (reply.status !== 200 || typeof value !== 'string') throw new Error('no token for the job')
  return value
}

/** `sub` of a token, e.g. `repo:octo/app:ref:refs/heads/main`: what a federated credential must name. */
export function subjectOf(token: string): string | undefined {
  const payload = token.split('.')[1]
  if (payload === undefined) return undefined
  const { sub } = fields(parse(Buffer.from(payload, 'base64url').toString('utf8')))
  return typeof sub === 'string'
    ? sub.replace(/[^\x20-\x7e]/g, '?').slice(0, LONGEST_SUBJECT)
    : undefined
}

/** JSON of a foreign text; `undefined` when it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
