import type { SettingsSource } from './sources.ts'

/** Events that run without secrets when a fork or Dependabot caused them. */
const FORK_EVENTS = ['pull_request', 'pull_request_review', 'pull_request_review_comment']
const DEPENDABOT_EVENTS = [...FORK_EVENTS, 'push', 'create', 'deployment', 'deployment_status']

/**
 * Why this job cannot have the secrets of the repository, or nothing when it can.
 * `pull_request_target`, `workflow_run` and `merge_group` do have them.
 * Source: docs.github.com, "Events that trigger workflows" and "Dependabot on GitHub Actions".
 */
export function noSecretsBecause(
  source: Pick<SettingsSource, 'env' | 'event'>,
): string | undefined {
  const eventName = source.env['GITHUB_EVENT_NAME'] ?? ''
  if (DEPENDABOT_EVENTS.includes(eventName)) {
    const sender = textAt(source.event, 'sender', 'login')
    if ([source.env['GITHUB_ACTOR'], sender].includes('dependabot[bot]')) {
      return 'GitHub gives no Actions secrets to runs that Dependabot started'
    }
  }
  if (!FORK_EVENTS.includes(eventName)) return undefined
  const base = textAt(source.event, 'pull_request', 'base', 'repo', 'full_name')
  const head = textAt(source.event, 'pull_request', 'head', 'repo', 'full_name')
  // The head repository is null when the fork has been deleted.
  const deleted = at(source.event, 'pull_request', 'head', 'repo') === null
  if (base !== undefined && (deleted || (head !== undefined && head !== base))) {
    return 'GitHub gives no secrets to pull requests from forks'
  }
  return undefined
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = Object.entries(current).find(([key]) => key === step)?.[1]
  }
  return current
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : undefined
}
