import { fields, isObject, jsonIn } from '../model/index.ts'

/** Environment of a step. */
export type StepEnv = Readonly<Record<string, string | undefined>>

/** Text of a file; `undefined` when it cannot be read. */
export type ReadFile = (path: string) => string | undefined

export type Json = Readonly<Record<string, unknown>>

/** The object under a name; empty when there is none. */
export function objectAt(json: Json, name: string): Json {
  return fields(json[name])
}

/** The payload of the event that started the workflow; empty when it cannot be read. */
export function readEvent(env: StepEnv, readFile: ReadFile): Json {
  const path = env['GITHUB_EVENT_PATH']
  const text = path === undefined || path === '' ? undefined : readFile(path)
  return text === undefined ? {} : fields(jsonIn(text))
}

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
  const payload = readEvent(env, readFile)
  switch (event) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment': {
      return fromPullRequest(objectAt(payload, 'pull_request'))
    }
    case 'issue_comment': {
      const issue = objectAt(payload, 'issue')
      if (!isObject(issue['pull_request'])) return { because: 'the comment is on an issue' }
      return numbered(issue['number'], '', false)
    }
    case 'workflow_run': {
      return fromWorkflowRun(objectAt(payload, 'workflow_run'))
    }
    case 'merge_group': {
      return { because: 'a merge queue runs for several pull requests at once' }
    }
    default: {
      return { because: event === '' ? 'the event is not known' : `the event ${event} has none` }
    }
  }
}

/** The commit that a check run is to stand on: the head of the pull request, not the test merge. */
export function headCommitOf(env: StepEnv, readFile: ReadFile): string {
  const found = pullRequestOf(env, readFile)
  const run = objectAt(readEvent(env, readFile), 'workflow_run')
  const ofRun = env['GITHUB_EVENT_NAME'] === 'workflow_run' ? run['head_sha'] : undefined
  if (typeof ofRun === 'string') return ofRun
  return found.number !== undefined && found.headSha !== ''
    ? found.headSha
    : (env['GITHUB_SHA'] ?? '')
}

function fromPullRequest(pullRequest: Json): PullRequest {
  const head = objectAt(pullRequest, 'head')
  const headRepository = objectAt(head, 'repo')['id']
  const baseRepository = objectAt(objectAt(pullRequest, 'base'), 'repo')['id']
  // A deleted fork has no repository any more.
  return numbered(pullRequest['number'], head['sha'], headRepository !== baseRepository)
}

function fromWorkflowRun(run: Json): PullRequest {
  const list = run['pull_requests']
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  if (!isObject(first))
    return { because: 'the workflow run names no pull request (so it is for a fork)' }
  return numbered(first['number'], objectAt(first, 'head')['sha'], false)
}

function numbered(number: unknown, headSha: unknown, fromFork: boolean): PullRequest {
  if (typeof number !== 'number' || !Number.isInteger(number))
    return { because: 'the payload names none' }
  return { number, headSha: typeof headSha === 'string' ? headSha : '', fromFork }
}
