import { fields, isObject } from '../model/index.ts'
import { readEvent, type SettingsSource } from '../settings/sources.ts'

/** Environment of a step. */
export type StepEnv = SettingsSource['env']

/** Text of a file; `undefined` when it cannot be read. */
export type ReadFile = SettingsSource['readFile']

type Json = ReturnType<typeof fields>

/** The pull request that a run belongs to, or why there is none. */
export type PullRequest =
  | { readonly number: number; readonly headSha: string; readonly fromFork: boolean }
  | { readonly number?: undefined; readonly because: string }

/**
 * Events with a pull request in their payload name it; `workflow_run` lists those of its head
 * commit, none when it comes from a fork; a merge queue and a push have none.
 */
export function pullRequestOf(env: StepEnv, readFile: ReadFile): PullRequest {
  const event = env['GITHUB_EVENT_NAME'] ?? ''
  const payload = fields(readEvent(env, readFile))
  switch (event) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return fromPullRequest(fields(payload['pull_request']))
    case 'issue_comment': {
      const issue = fields(payload['issue'])
      if (!isObject(issue['pull_request'])) return { because: 'the comment is on an issue' }
      return numbered(issue['number'], '', false)
    }
    case 'workflow_run':
      return fromWorkflowRun(fields(payload['workflow_run']))
    case 'merge_group':
      return { because: 'a merge queue runs for several pull requests at once' }
    default:
      return { because: event === '' ? 'the event is not known' : `the event ${event} has none` }
  }
}

/** The commit that a check run is to stand on: the head of the pull request, not the test merge. */
export function headCommitOf(env: StepEnv, readFile: ReadFile): string {
  const found = pullRequestOf(env, readFile)
  const run = fields(fields(readEvent(env, readFile))['workflow_run'])
  const ofRun = env['GITHUB_EVENT_NAME'] === 'workflow_run' ? run['head_sha'] : undefined
  if (typeof ofRun === 'string') return ofRun
  return found.number !== undefined && found.headSha !== ''
    ? found.headSha
    : (env['GITHUB_SHA'] ?? '')
}

function fromPullRequest(pullRequest: Json): PullRequest {
  const head = fields(pullRequest['head'])
  const headRepository = fields(head['repo'])['id']
  const baseRepository = fields(fields(pullRequest['base'])['repo'])['id']
  // A deleted fork has no repository any more.
  return numbered(pullRequest['number'], head['sha'], headRepository !== baseRepository)
}

function fromWorkflowRun(run: Json): PullRequest {
  const list = run['pull_requests']
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  if (!isObject(first))
    return { because: 'the workflow run names no pull request (so it is for a fork)' }
  return numbered(first['number'], fields(first['head'])['sha'], false)
}

function numbered(number: unknown, headSha: unknown, fromFork: boolean): PullRequest {
  if (typeof number !== 'number' || !Number.isInteger(number))
    return { because: 'the payload names none' }
  return { number, headSha: typeof headSha === 'string' ? headSha : '', fromFork }
}
