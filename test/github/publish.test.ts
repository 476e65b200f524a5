import { describe, expect, test } from 'vitest'
import type { ApiDoor } from '../../src/github/api.ts'
import { type CommentMode, publishCheckRun, publishComment } from '../../src/github/publish.ts'
import type { CheckRunArtifact, CommentArtifact } from '../../src/reports/index.ts'
import type { ApiServer } from './api-server.ts'
import { apiServer } from './api-server.ts'

const MARKER = '<!-- openai-preflight:deploy/preflight -->'
const failing: CommentArtifact = {
  kind: 'comment',
  marker: MARKER,
  markdown: `${MARKER}\n\n## broken`,
  resolved: false,
}
const resolved: CommentArtifact = { ...failing, markdown: `${MARKER}\n\n## works`, resolved: true }
const pullRequest = { number: 7, headSha: 'aaa', fromFork: false }

const comment = (id: number, body: string, type = 'Bot', association = 'NONE') => ({
  id,
  body,
  user: { type, login: 'x' },
  author_association: association,
})
const others = (count: number) =>
  Array.from({ length: count }, (_, index) => comment(index + 1, 'hello', 'User'))

const door = (api: Pick<ApiServer, 'url'>, over: Partial<ApiDoor> = {}): ApiDoor => ({
  env: { GITHUB_API_URL: api.url, GITHUB_REPOSITORY: 'acme/shop' },
  token: 'canary-token',
  timeoutMs: 5000,
  ...over,
})

/** Pages of 100 comments, and writes that succeed. */
const withComments = (comments: readonly unknown[], prefix = '') =>
  apiServer(({ method, url }) => {
    if (method !== 'GET') return [method === 'POST' ? 201 : 200, { id: 1 }]
    const page = Number(new URL(url, 'http://x').searchParams.get('page'))
    return [200, comments.slice((page - 1) * 100, page * 100)]
  }, prefix)

const writes = (api: ApiServer) =>
  api.calls.filter((call) => call.method !== 'GET').map((call) => `${call.method} ${call.url}`)

describe('the sticky comment', () => {
  test('is created with the marker as its first line, with the token of the job', async () => {
    await using api = await withComments(others(3))
    expect(await publishComment(failing, 'on-failure', pullRequest, door(api))).toEqual({
      status: 'created',
    })
    expect(writes(api)).toEqual(['POST /repos/acme/shop/issues/7/comments'])
    expect(api.calls.at(-1)?.body).toEqual({ body: failing.markdown })
    expect(api.calls.every((call) => call.authorization === 'token canary-token')).toBe(true)
  })

  test('is updated in place, on whatever page it stands', async () => {
    await using api = await withComments([
      ...others(230),
      comment(999, `${MARKER}\n\nold`),
      ...others(5),
    ])
    expect(await publishComment(failing, 'always', pullRequest, door(api))).toEqual({
      status: 'updated',
    })
    expect(writes(api)).toEqual(['PATCH /repos/acme/shop/issues/comments/999'])
    expect(api.calls).toHaveLength(4)
  })

  test('beyond 3,000 comments of others is written anew', async () => {
    await using api = await withComments([...others(3000), comment(9999, `${MARKER}\n\nold`)])
    expect(await publishComment(failing, 'always', pullRequest, door(api))).toEqual({
      status: 'created',
    })
    expect(api.calls).toHaveLength(31)
  })

  test('is not written again when nothing changed', async () => {
    await using api = await withComments([comment(5, failing.markdown)])
    expect(await publishComment(failing, 'always', pullRequest, door(api))).toEqual({
      status: 'unchanged',
    })
    expect(writes(api)).toEqual([])
  })

  test.each([
    ['always', [], 'created'],
    ['on-failure', [], 'skipped'],
    ['on-failure', [comment(5, failing.markdown)], 'updated'],
    ['never', [comment(5, failing.markdown)], 'skipped'],
  ] as const)(
    'in mode %s, of a good result with %j there, is %s',
    async (mode: CommentMode, comments, status) => {
      await using api = await withComments(comments)
      expect(await publishComment(resolved, mode, pullRequest, door(api))).toEqual({ status })
    },
  )

  test.each([
    ['by a stranger', comment(5, `${MARKER} mine`, 'User', 'NONE'), 'created'],
    ['that only quotes the marker', comment(5, `> ${MARKER}`), 'created'],
    ['of another key', comment(5, '<!-- openai-preflight:other -->'), 'created'],
    ['by a member with a token of their own', comment(5, MARKER, 'User', 'MEMBER'), 'updated'],
  ])('is told from one %s', async (_name, existing, status) => {
    await using api = await withComments([existing])
    expect(await publishComment(failing, 'always', pullRequest, door(api))).toEqual({ status })
  })

  test('goes to the path of GitHub Enterprise Server', async () => {
    await using api = await withComments([], '/api/v3')
    await publishComment(failing, 'always', pullRequest, door(api))
    expect(api.calls.map((call) => call.url)).toEqual([
      '/api/v3/repos/acme/shop/issues/7/comments?per_page=100&page=1',
      '/api/v3/repos/acme/shop/issues/7/comments',
    ])
  })

  test('without a pull request is skipped, and the reason is said', async () => {
    const result = await publishComment(
      failing,
      'always',
      { because: 'a merge queue' },
      door({ url: 'http://127.0.0.1:1' }),
    )
    expect(result).toEqual({
      status: 'skipped',
      notice: 'No pull request to comment on: a merge queue.',
    })
  })
})

const CHECK: CheckRunArtifact = {
  kind: 'check-run',
  conclusion: 'failure',
  title: 'Owner: connection path – TLS',
  summary: '## ❌',
  annotations: Array.from({ length: 120 }, (_, index) => ({
    kind: 'annotation',
    level: 'error',
    title: `cause ${index}`,
    message: 'm',
    file: '.github/workflows/x.yml',
    line: 3,
  })),
}

describe('the check run', () => {
  test('carries fifty annotations with each request', async () => {
    await using api = await apiServer(({ method }) => [method === 'POST' ? 201 : 200, { id: 11 }])
    expect(await publishCheckRun(CHECK, 'openai-preflight', 'aaa', door(api))).toEqual({
      status: 'created',
    })
    expect(writes(api)).toEqual([
      'POST /repos/acme/shop/check-runs',
      'PATCH /repos/acme/shop/check-runs/11',
      'PATCH /repos/acme/shop/check-runs/11',
    ])
    const sent = api.calls.map((call) => call.body['output']).map((output) => annotationsIn(output))
    expect(sent.map((list) => list.length)).toEqual([50, 50, 20])
    expect(api.calls[0]?.body).toMatchObject({
      name: 'openai-preflight',
      head_sha: 'aaa',
      status: 'completed',
      conclusion: 'failure',
    })
    expect(sent[0]?.[0]).toEqual({
      path: '.github/workflows/x.yml',
      start_line: 3,
      end_line: 3,
      annotation_level: 'failure',
      title: 'cause 0',
      message: 'm',
    })
  })

  test('leaves out annotations without a place', async () => {
    await using api = await apiServer(() => [201, { id: 11 }])
    const annotations = [{ kind: 'annotation', level: 'notice', title: 't', message: 'm' } as const]
    await publishCheckRun({ ...CHECK, annotations }, 'n', 'aaa', door(api))
    expect(annotationsIn(api.calls[0]?.body['output'])).toEqual([])
  })
})

function annotationsIn(output: unknown): readonly unknown[] {
  const list: unknown =
    typeof output === 'object' && output !== null && 'annotations' in output
      ? output.annotations
      : []
  return Array.isArray(list) ? list : []
}

describe('what GitHub refuses becomes a notice', () => {
  const publish = (api: Pick<ApiServer, 'url'>, over: Partial<ApiDoor> = {}) => [
    publishComment(failing, 'always', pullRequest, door(api, over)),
    publishCheckRun(CHECK, 'n', 'aaa', door(api, over)),
  ]

  test.each([403, 404])('HTTP %i names the permission', async (status) => {
    await using api = await apiServer(() => [
      status,
      { message: 'canary: Resource not accessible by integration' },
    ])
    const [comment, check] = await Promise.all(publish(api))
    expect(comment).toMatchObject({
      status: 'refused',
      notice: expect.stringContaining('pull-requests: write'),
    })
    expect(check).toMatchObject({
      status: 'refused',
      notice: expect.stringContaining('checks: write'),
    })
    expect(JSON.stringify([comment, check])).not.toContain('canary')
  })

  test('HTTP 500 is named', async () => {
    await using api = await apiServer(() => [500, { message: 'x' }])
    for (const result of await Promise.all(publish(api)))
      expect(result).toMatchObject({
        status: 'refused',
        notice: expect.stringContaining('HTTP 500'),
      })
  })

  test('no answer is waited for no longer than the bound', async () => {
    await using api = await apiServer(() => undefined)
    const start = performance.now()
    for (const result of await Promise.all(publish(api, { timeoutMs: 200 })))
      expect(result).toMatchObject({
        status: 'refused',
        notice: expect.stringContaining('in time'),
      })
    expect(performance.now() - start).toBeLessThan(4000)
  })

  test('a closed port is named', async () => {
    const api = await apiServer(() => [200, {}])
    await api[Symbol.asyncDispose]()
    for (const result of await Promise.all(publish(api)))
      expect(result).toMatchObject({
        status: 'refused',
        notice: expect.stringContaining('could not be reached'),
      })
  })

  test('without a token or a repository nothing is sent', async () => {
    await using api = await withComments([])
    const noToken = await Promise.all(publish(api, { token: '' }))
    const noRepository = await Promise.all(publish(api, { env: { GITHUB_API_URL: api.url } }))
    expect([...noToken, ...noRepository].map((one) => one.status)).toEqual(
      Array.from({ length: 4 }, () => 'skipped'),
    )
    expect(api.calls).toEqual([])
  })
})
