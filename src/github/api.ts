import { Octokit } from '@octokit/core'
import { withoutEndSlashes } from '../model/index.ts'
import type { StepEnv } from './pull-request.ts'
import { BadAnswer, guardedFetch } from './fetch.ts'

/** What calls to the API need. */
export interface ApiDoor {
  /** GITHUB_API_URL (another host on GitHub Enterprise Server) and GITHUB_REPOSITORY. */
  readonly env: StepEnv
  /** The job's token. */
  readonly token: string
  /** What is left for a call, whole milliseconds; none gets more than its own limit. */
  readonly timeoutMs: number
  /** Ends what is under way, as on cancellation. */
  readonly signal?: AbortSignal
}

/** What became of a comment or a check run. `notice`: why nothing was written, for people. */
export interface Published {
  readonly status: 'created' | 'updated' | 'unchanged' | 'skipped' | 'refused'
  readonly notice?: string
}

export interface Repository {
  readonly owner: string
  readonly repo: string
}

/** An API for one repository, with a bound for each call. */
export interface RepositoryApi {
  readonly octokit: Octokit
  readonly repository: Repository
  /** A fresh bound, to be passed with each call. */
  readonly bound: () => { readonly signal: AbortSignal }
}

/** What is done with the API, and what the token needs for it. */
export interface Task {
  /** e.g. `the pull request comment` */
  readonly what: string
  readonly done: 'written' | 'read'
  /** e.g. `pull-requests: write` */
  readonly permission: string
}

/** {@link withApi} for what is published. */
export function publishing(
  door: ApiDoor,
  what: string,
  permission: string,
  work: (api: RepositoryApi) => Promise<Published>,
): Promise<Published> {
  return withApi(door, { what, permission, done: 'written' }, work)
}

/**
 * Does `work` with the API; a refusal, an error or a timeout becomes a notice, never a failure.
 * Of Octokit only its core is used, with a `fetch` that guards the token.
 */
export async function withApi<T>(
  door: ApiDoor,
  task: Task,
  work: (api: RepositoryApi) => Promise<T>,
): Promise<T | (Published & { readonly notice: string })> {
  const { what, done } = task
  const repository = repositoryOf(door.env)
  if (door.token === '')
    return { status: 'skipped', notice: `No github-token: ${what} was not ${done}.` }
  if (repository === undefined)
    return { status: 'skipped', notice: `GITHUB_REPOSITORY is not set: ${what} was not ${done}.` }
  try {
    const octokit = new Octokit({
      auth: door.token,
      baseUrl: apiUrlOf(door.env),
      log: SILENT,
      request: { fetch: guardedFetch() },
    })
    const bound = (): { readonly signal: AbortSignal } => ({ signal: boundOf(door) })
    return await work({ octokit, repository, bound })
  } catch (error) {
    return { status: 'refused', notice: noticeOf(error, task) }
  }
}

/** The `id` of what was written: a page of somebody in between has none, whatever its status. */
export function idOf(written: { readonly id?: unknown } | undefined | null): number | bigint {
  const id = written?.id
  if (typeof id !== 'number' && typeof id !== 'bigint')
    throw new BadAnswer('gave an answer that its API does not give')
  return id
}

/** Octokit would print deprecations of the API into the log. */
const quiet = (): void => undefined
const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet }

/** Milliseconds that one call to the GitHub API may take. */
const CALL_MS = 5000

function boundOf(door: ApiDoor): AbortSignal {
  const timeout = AbortSignal.timeout(Math.min(CALL_MS, door.timeoutMs))
  return door.signal === undefined ? timeout : AbortSignal.any([door.signal, timeout])
}

export function apiUrlOf(env: StepEnv): string {
  return withoutEndSlashes(env['GITHUB_API_URL'] ?? '') || 'https://api.github.com'
}

function repositoryOf(env: StepEnv): Repository | undefined {
  const [owner = '', repo = '', ...more] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  return owner === '' || repo === '' || more.length > 0 ? undefined : { owner, repo }
}

/** By status, class and header alone: the text of an answer is of others. */
function noticeOf(error: unknown, { what, done, permission }: Task): string {
  const refusal = refusalOf(error)
  const chain = [error, error instanceof Error ? error.cause : undefined]
  const bad = chain.find((one) => one instanceof BadAnswer)
  if (bad !== undefined) return `GitHub ${bad.message}: ${what} was not ${done}.`
  if (refusal === undefined) return `GitHub ${silenceOf(chain)}: ${what} was not ${done}.`
  const { status, headers } = refusal
  // https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
  if (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0')
    return `GitHub limits the rate of this token (HTTP ${status}): ${what} was not ${done}. A later run may.`
  if (status === 401)
    return `GitHub does not accept the token (HTTP 401): ${what} was not ${done}. Leave github-token out, so that the token of the job is used, or give it one that has not expired.`
  if (status === 403 || status === 404)
    return `GitHub refused ${what} (HTTP ${status}). Give the job the permission ${permission}; on pull requests from forks and Dependabot the token is always read-only.`
  return `GitHub answered HTTP ${status}: ${what} was not ${done}.`
}

function silenceOf(chain: readonly unknown[]): string {
  if (chain.some((one) => one instanceof Error && /^(?:Abort|Timeout)Error$/.test(one.name)))
    return 'did not answer in time'
  // What could not be sent or received has a code; Octokit gives it the status 500. Else it was read.
  const isOfNetwork = chain.some(
    (one) => one instanceof Error && ('status' in one || 'code' in one),
  )
  return isOfNetwork ? 'could not be reached' : 'gave an answer that its API does not give'
}

interface Refusal {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
}

/** The response that Octokit throws; there is none behind what it could not send or receive. */
function refusalOf(error: unknown): Refusal | undefined {
  const response = error instanceof Error && 'response' in error ? error.response : undefined
  if (typeof response !== 'object' || response === null || !('status' in response)) return undefined
  const headers = 'headers' in response ? response.headers : undefined
  return {
    status: Number(response.status),
    headers: typeof headers === 'object' && headers !== null ? { ...headers } : {},
  }
}
