import { fields, jsonIn, given } from '../../model/index.ts'
import type { SendTokenRequest } from './http-client.ts'
import type { SignIn } from './sign-in.ts'
import { printable } from '../../evidence/headers.ts'

/** Who a workload token is meant for, as Entra ID expects it. */
export const AUDIENCE = 'api://AzureADTokenExchange'

/** Gets the job's own OIDC token from GitHub. Rejects when there is none. */
export type JobToken = (
  audience: string,
  job: NonNullable<SignIn['job']>,
  send: SendTokenRequest,
) => Promise<string>

/**
 * For the doors that are no step. The action takes the toolkit's `getIDToken`, which prints the token
 * in a command that masks it; with `--json` that would be in the packet's file.
 */
export const jobToken: JobToken = async (audience, job, send) => {
  const url = new URL(job.url)
  url.searchParams.set('audience', audience)
  const reply = await send({
    method: 'GET',
    url,
    headers: { accept: 'application/json', authorization: `Bearer ${job.token.reveal()}` },
  })
  const { value } = fields(jsonIn(reply.text))
  if (reply.status !== 200 || typeof value !== 'string') throw new Error('no token for the job')
  return value
}

/** What a token says of itself; nothing here is verified. */
export interface Claims {
  readonly issuer?: string
  /** e.g. `repo:octo/app:ref:refs/heads/main`: what a federated credential must name. */
  readonly subject?: string
  readonly audience?: string
  /** End of its life, milliseconds since 1970. */
  readonly expiresMs?: number
}

/** `iss`, `sub`, `aud` and `exp` of a token, texts printable and cut. */
export function claimsOf(token: string): Claims {
  const { iss, sub, aud, exp } = fields(
    jsonIn(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')),
  )
  const first: unknown = Array.isArray(aud) ? aud[0] : aud
  const word = (claim: unknown) => (typeof claim === 'string' ? printable(claim) : undefined)
  const expiresMs = typeof exp === 'number' ? exp * 1000 : undefined
  return given({ issuer: word(iss), subject: word(sub), audience: word(first), expiresMs })
}
