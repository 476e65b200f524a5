import type { EgressPlan, Failure, TokenExchange, TokenFacts } from '../model/index.ts'
import { given } from '../model/index.ts'
import { access, constants, readFile } from 'node:fs/promises'
import type { Claims, JobToken, SendTokenRequest, SignIn } from './entra/index.ts'
import {
  AUDIENCE,
  claimsOf,
  cliToken,
  credentialFor,
  errorOf,
  jobToken,
  sendingWith,
} from './entra/index.ts'
import type { Recorder } from '../wire/recorder.ts'
import { untilAborted } from '../wire/stopped.ts'
import { limitTime } from '../wire/time-limit.ts'
import { askWithoutKey, direct, failureIn } from './keyless-request.ts'
import type { Scene } from './investigation.ts'
import { printable } from '../evidence/headers.ts'

/** What taking a token needs. */
export interface TokenQuestion extends Pick<Scene, 'route' | 'network' | 'signal' | 'now'> {
  readonly signIn: SignIn
  /** The client's way out to another host than the API's. */
  readonly wayTo: (url: URL) => EgressPlan
  readonly recorder: Recorder
  readonly timeoutMs: number
  /** Called with every value that must never be printed, as soon as it is known. */
  readonly conceal: (value: string, what: string) => void
  /** How this door gets the job's own token. */
  readonly jobToken?: JobToken
}

/**
 * Signs in to Entra ID and notes one `token` observation. `undefined` when there is no token: the
 * request that needs it is then not sent. Never throws, and always ends with its clock.
 */
export async function takeToken(question: TokenQuestion): Promise<string | undefined> {
  const { signIn, recorder, conceal } = question
  const note = recorder.begin('token', `${signIn.method} ${signIn.authority.host}`)
  const exchanges: TokenExchange[] = []
  const shown: { claims: Claims; token?: Promise<string> } = { claims: {} }
  const file = signIn.certificatePath ?? signIn.tokenFile
  const facts = (): TokenFacts => ({
    method: signIn.method,
    authority: signIn.authority.host,
    scope: signIn.scope,
    hasTenant: signIn.tenantId !== undefined,
    hasClient: signIn.clientId !== undefined,
    exchanges: [...exchanges],
    ...given({
      subject: shown.claims.subject,
      issuer: shown.claims.issuer,
      assertionAudience: shown.claims.audience,
      padded: signIn.padded.length === 0 ? undefined : signIn.padded,
      file: file === undefined ? undefined : printable(file),
    }),
  })
  const { job } = signIn
  if (signIn.method === 'job-token' && job === undefined) {
    note.failed({ code: 'azure.id_token_permission_missing' }, facts())
    return undefined
  }
  const limit = limitTime(question.timeoutMs, question.signal)
  const keep = (token: string, expiresOnTimestamp: number): string => {
    conceal(token, 'Entra ID token')
    const { audience, expiresMs = Infinity } = claimsOf(token)
    note.ok({
      ...facts(),
      ...given({ audience }),
      // The library goes by what stands beside the token; the resource reads the token itself.
      validMs: Math.max(0, Math.min(expiresOnTimestamp, expiresMs) - question.now()),
    })
    return token
  }
  if (signIn.method === 'azure-cli') {
    const { environment = {}, scope } = signIn
    const taken = await cliToken(scope, environment, limit.signal)
    limit.stop()
    if ('token' in taken) return keep(taken.token, taken.expiresOnTimestamp)
    if (question.signal.aborted) note.skipped('cancelled')
    else note.failed({ code: taken.code }, facts())
    return undefined
  }
  const { send, settled } = sender({ ...question, signal: limit.signal }, exchanges)
  let unreadable = false
  const workloadToken = async (path: string): Promise<string> => {
    try {
      return (await readFile(path, 'utf8')).trim()
    } catch (error) {
      unreadable = true
      throw error
    }
  }
  const take = async (): Promise<string> => {
    const token =
      job === undefined
        ? await workloadToken(signIn.tokenFile ?? '')
        : await (question.jobToken ?? jobToken)(AUDIENCE, job, send)
    conceal(token, 'workload token')
    shown.claims = claimsOf(token)
    return token
  }
  // The library asks for it more than once.
  const assertion = (): Promise<string> => (shown.token ??= take())
  try {
    const credential = await credentialFor(signIn, assertion)
    const asked = sendingWith(send, () => credential.getToken(signIn.scope))
    const taken = await untilAborted(asked, limit.signal)
    if (taken === null) throw new Error('the credential gave no token')
    return keep(taken.token, taken.expiresOnTimestamp)
  } catch {
    await settled()
    if (question.signal.aborted) note.skipped('cancelled')
    else {
      const certificate = exchanges.length === 0 && (await isUnreadable(signIn.certificatePath))
      const found = certificate ? ('azure.certificate_unreadable' as const) : undefined
      note.failed(failureOf(exchanges, limit.ranOut(), unreadable, found), facts())
    }
    return undefined
  } finally {
    limit.stop()
  }
}

async function isUnreadable(path: string | undefined): Promise<boolean> {
  if (path === undefined) return false
  try {
    await access(path, constants.R_OK)
    return false
  } catch {
    return true
  }
}

/** The last exchange says why there is no token; without one the library refused by itself. */
function failureOf(
  exchanges: readonly TokenExchange[],
  ranOut: boolean,
  unreadable: boolean,
  certificate: Failure['code'] | undefined,
): Failure {
  if (certificate !== undefined) return { code: certificate }
  const last = exchanges.at(-1)
  if (last?.code !== undefined) return { code: last.code, ...given({ errno: last.errno }) }
  if (ranOut) return { code: 'azure.token_timed_out' }
  if (last !== undefined) return { code: 'azure.token_refused' }
  return { code: unreadable ? 'azure.token_file_unreadable' : 'azure.token_not_sendable' }
}

/**
 * Sends the requests of a sign-in, each on a connection of its own, and keeps account of them. A
 * secret is part of most: they go to the authority and to the job's endpoint, nowhere else.
 */
function sender(
  question: TokenQuestion,
  exchanges: TokenExchange[],
): { readonly send: SendTokenRequest; readonly settled: () => Promise<unknown> } {
  const { signIn, wayTo } = question
  const open = new Set<Promise<unknown>>()
  const askedAt = (url: URL): TokenExchange['asked'] | undefined => {
    if (url.origin === signIn.job?.url.origin) return 'job'
    if (url.origin !== signIn.authority.origin) return undefined
    return signIn.identityService === 'none' ? 'entra' : signIn.identityService
  }
  const sendOne: SendTokenRequest = async ({ url, ...request }) => {
    const asked = askedAt(url)
    if (asked === undefined) {
      const from = signIn.identityService === 'none' ? 'entra' : signIn.identityService
      exchanges.push({ asked: from, host: url.host, errorCodes: [], code: 'http.redirected' })
      throw new Error('a secret goes to the authority only')
    }
    // Link-local and loopback services are never behind a proxy.
    const local = asked === 'imds' || asked === 'identity-endpoint'
    const plan = wayTo(url)
    const { response, bytes, failed } = await askWithoutKey(question, local ? direct(plan) : plan, {
      ...request,
      url,
      carriesKey: true,
    })
    const what = { asked, host: url.host }
    if (response === undefined) {
      const failure = failureIn(failed)
      exchanges.push({
        ...what,
        errorCodes: [],
        code: failure?.code ?? 'azure.token_timed_out',
        ...given({ errno: failure?.errno }),
      })
      throw new Error('no reply came')
    }
    const text = bytes?.toString('utf8') ?? ''
    exchanges.push({ ...what, status: response.status, ...errorOf(text) })
    return { status: response.status, headers: response.headers, text }
  }
  return {
    send: (request) => {
      const sent = sendOne(request)
      open.add(sent)
      return sent
    },
    settled: () => Promise.allSettled(open),
  }
}
