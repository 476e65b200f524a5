import { fields } from '../model/index.ts'
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
    const { login } = fields(fields(source.event)['sender'])
    if ([source.env['GITHUB_ACTOR'], login].includes('dependabot[bot]')) {
      return 'GitHub gives no Actions secrets to runs that Dependabot started'
    }
  }
  if (!FORK_EVENTS.includes(eventName)) return undefined
  const { base, head } = fields(fields(source.event)['pull_request'])
  const { full_name: home } = fields(fields(base)['repo'])
  const { repo: fork } = fields(head)
  const { full_name: from } = fields(fork)
  // The head repository is null when the fork has been deleted.
  if (typeof home === 'string' && (fork === null || (typeof from === 'string' && from !== home))) {
    return 'GitHub gives no secrets to pull requests from forks'
  }
  return undefined
}
