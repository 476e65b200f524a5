import { describe, expect, test } from 'vitest'
import { headCommitOf, pullRequestOf } from '../../src/github/index.ts'

const fork = { number: 7, head: { sha: 'aaa', repo: { id: 2 } }, base: { repo: { id: 1 } } }
const own = { ...fork, head: { sha: 'aaa', repo: { id: 1 } } }

const env = (event: string) => ({
  GITHUB_EVENT_NAME: event,
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_SHA: 'merge',
})
const reading = (payload: unknown) => () => JSON.stringify(payload)

describe('the pull request of a run', () => {
  test.each([
    ['pull_request', { pull_request: own }, { number: 7, headSha: 'aaa', fromFork: false }],
    ['pull_request', { pull_request: fork }, { number: 7, headSha: 'aaa', fromFork: true }],
    [
      'pull_request',
      { pull_request: { ...fork, head: { sha: 'aaa', repo: null } } },
      { number: 7, fromFork: true },
    ],
    ['pull_request_target', { pull_request: fork }, { number: 7, fromFork: true }],
    [
      'workflow_run',
      { workflow_run: { head_sha: 'bbb', pull_requests: [{ number: 9, head: { sha: 'bbb' } }] } },
      { number: 9 },
    ],
    ['issue_comment', { issue: { number: 4, pull_request: {} } }, { number: 4 }],
  ])('is known for %s', (event, payload, expected) => {
    expect(pullRequestOf(env(event), reading(payload))).toMatchObject(expected)
  })

  test.each([
    ['workflow_run', { workflow_run: { head_sha: 'bbb', pull_requests: [] } }, 'fork'],
    ['merge_group', { merge_group: {} }, 'merge queue'],
    ['push', {}, 'push'],
    ['issue_comment', { issue: { number: 4 } }, 'issue'],
    ['pull_request', {}, 'names none'],
    ['pull_request', { pull_request: { number: '7' } }, 'names none'],
    ['', {}, 'not known'],
  ])('is none for %s with %j, and the reason says why', (event, payload, because) => {
    expect(pullRequestOf(env(event), reading(payload))).toEqual({
      because: expect.stringContaining(because),
    })
  })

  test.each([undefined, 'no json', '[1]', 'null'])('is none when the payload is %j', (text) => {
    expect(pullRequestOf(env('pull_request'), () => text)).toHaveProperty('because')
  })
})

test.each([
  ['pull_request', { pull_request: own }, 'aaa'],
  ['workflow_run', { workflow_run: { head_sha: 'bbb', pull_requests: [] } }, 'bbb'],
  ['push', {}, 'merge'],
  ['merge_group', {}, 'merge'],
])('a check run on %s stands on the head commit', (event, payload, expected) => {
  expect(headCommitOf(env(event), reading(payload))).toBe(expected)
})
