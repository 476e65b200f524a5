import { fields, withoutEndSlashes } from '../model/index.ts'
import type { StepEnv } from './pull-request.ts'
import { BadAnswer, call, download, Refused } from './fetch.ts'

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

/** The API for one repository: paths are below it, each call has its own bound. */
export interface RepositoryApi {
  readonly get: (path: string) => Promise<unknown>
  readonly send: (method: 'POST' | 'PATCH', path: string, body: object) => Promise<unknown>
  readonly download: (path: string) => Promise<Uint8Array>
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
    const at = (path: string): string => `${apiUrlOf(door.env)}/repos/${repository}/${path}`
    const way = () => ({ token: door.token, signal: boundOf(door) })
    return await work({
      get: (path) => call('GET', at(path), way()),
      send: (method, path, body) => call(method, at(path), way(), body),
      download: (path) => download(at(path), way()),
    })
  } catch (error) {
    return { status: 'refused', notice: noticeOf(error, task) }
  }
}

/** The `id` of what was written: a page of somebody in between has none, whatever its status. */
export function idOf(written: unknown): number {
  const { id } = fields(written)
  return typeof id === 'number' ? id : strange()
}

export function strange(): never {
  throw new BadAnswer('gave an answer that its API does not give')
}

/** Milliseconds that one call to the GitHub API may take. */
const CALL_MS = 5000

function boundOf(door: ApiDoor): AbortSignal {
  const timeout = AbortSignal.timeout(Math.min(CALL_MS, door.timeoutMs))
  return door.signal === undefined ? timeout : AbortSignal.any([door.signal, timeout])
}

function apiUrlOf(env: StepEnv): string {
  return withoutEndSlashes(env['GITHUB_API_URL'] ?? '') || 'https://api.github.com'
}

function repositoryOf(env: StepEnv): string | undefined {
  const parts = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  return parts.length === 2 && !parts.includes('')
    ? parts.map((part) => encodeURIComponent(part)).join('/')
    : undefined
}

/** By status, class and header alone: the text of an answer is of others. */
function noticeOf(error: unknown, { what, done, permission }: Task): string {
  if (error instanceof BadAnswer) return `GitHub ${error.message}: ${what} was not ${done}.`
  if (!(error instanceof Refused)) {
    const late = error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name)
    return `GitHub ${late ? 'did not answer in time' : 'could not be reached'}: ${what} was not ${done}.`
  }
  const { status, headers } = error
  // https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
  if (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0')
    return `GitHub limits the rate of this token (HTTP ${status}): ${what} was not ${done}. A later run may.`
  if (status === 401)
    return `GitHub does not accept the token (HTTP 401): ${what} was not ${done}. Leave github-token out, so that the token of the job is used, or give it one that has not expired.`
  if (status === 403 || status === 404)
    return `GitHub refused ${what} (HTTP ${status}). Give the job the permission ${permission}; on pull requests from forks and Dependabot the token is always read-only.`
  return `GitHub answered HTTP ${status}: ${what} was not ${done}.`
}
