import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { selfSigned } from '../loopback/pki.ts'
import { runStep, type Step } from '../dist/step.ts'

/** What the stand-in for api.github.com does with every call. */
type Conduct = (request: IncomingMessage, response: ServerResponse) => void

const answers =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Conduct =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    response.end(body)
  }

const healthy: Conduct = (request, response) =>
  (request.method === 'GET' ? answers(200, '[]') : answers(201, '{"id": 12}'))(request, response)

const TOKEN = `ghs_${'canary'.repeat(6)}`

/** A pull request's step that publishes both, on a route that works, with this API of GitHub. */
async function step(
  conduct: Conduct,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Step & { readonly calls: readonly string[]; readonly tookMs: number }> {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url?.split('?')[0]}`)
    request.resume().on('end', () => conduct(request, response))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await using api = await startApi({ key: labKey() })
  const started = performance.now()
  try {
    const seen = await runStep({
      inputs: {
        model: 'demo-model',
        route: 'openai',
        'api-key': labKey(),
        'base-url': api.baseUrl,
        comment: 'always',
        'check-run': 'true',
        'github-token': TOKEN,
        ...inputs,
      },
      files: {
        'event.json': JSON.stringify({ pull_request: { number: 7, head: { sha: 'abc' } } }),
      },
      env: {
        GITHUB_API_URL: `http://127.0.0.1:${port}`,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: 'event.json',
        ...env,
      },
    })
    return { ...seen, calls, tookMs: performance.now() - started }
  } finally {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
}

/** The verdict, told once, whatever became of the publishing. */
const TOLD = { verdict: 'pass', ok: 'true', owner: 'none', code: '' }

describe('what happens while publishing never touches the verdict', () => {
  test('a healthy API gets both, and nothing is said of it', async () => {
    const seen = await step(healthy)
    expect(seen.calls).toEqual([
      'GET /repos/acme/shop/issues/7/comments',
      'POST /repos/acme/shop/issues/7/comments',
      'POST /repos/acme/shop/check-runs',
    ])
    expect(seen.annotations).toEqual([])
    expect(seen.outputs).toMatchObject(TOLD)
    expect(seen.ended).toMatchObject({ code: 0, stderr: '' })
  })

  test.for<readonly [string, Conduct, RegExp]>([
    ['403', answers(403, '{"message":"canary-text"}'), /refused .* \(HTTP 403\)/],
    ['404', answers(404, '{"message":"canary-text"}'), /refused .* \(HTTP 404\)/],
    ['401', answers(401, '{"message":"canary-text"}'), /does not accept the token \(HTTP 401\)/],
    [
      '403 with a time to wait',
      answers(403, '{"message":"canary-text"}', { 'retry-after': '60' }),
      /limits the rate of this token \(HTTP 403\)/,
    ],
    [
      '403 with nothing left of the rate',
      answers(403, '{"message":"canary-text"}', { 'x-ratelimit-remaining': '0' }),
      /limits the rate of this token/,
    ],
    ['422', answers(422, '{"errors":[{"message":"canary-text"}]}'), /answered HTTP 422/],
    ['500', answers(500, '{"message":"canary-text"}'), /answered HTTP 500/],
    [
      '503 with a page',
      answers(503, '<html>canary-text', { 'content-type': 'text/html' }),
      /answered HTTP 503/,
    ],
    [
      'a page with status 200',
      answers(200, '<html>canary-text', { 'content-type': 'text/html' }),
      /answer that its API does not give/,
    ],
    ['JSON that is cut', answers(200, '[{"id": 1, "bod'), /answer that its API does not give/],
    [
      'JSON of another kind',
      answers(200, '{"canary-text": null}'),
      /answer that its API does not give/,
    ],
    ['null', answers(200, 'null'), /answer that its API does not give/],
    ['an empty body', answers(200, ''), /answer that its API does not give/],
    ['no content', answers(204, ''), /answer that its API does not give/],
    [
      'a bad content type',
      answers(200, '[]', { 'content-type': ';;;' }),
      /answer that its API does not give/,
    ],
    [
      'a redirect to another host',
      answers(302, '', { location: 'http://127.0.0.2:9/steal' }),
      /redirected to another host/,
    ],
    [
      'a redirect to nowhere',
      answers(301, '', { location: 'http://[' }),
      /redirected to another host/,
    ],
    ['a redirect to itself', answers(307, '', { location: '/again' }), /redirected in a circle/],
    [
      'a connection that is reset',
      ({ socket }) => void socket.resetAndDestroy(),
      /could not be reached/,
    ],
    ['a connection that is closed', ({ socket }) => void socket.end(), /could not be reached/],
    [
      'what is no HTTP',
      ({ socket }) => void socket.end('::error::canary-text\r\n\r\n'),
      /could not be reached/,
    ],
    [
      'a status that does not exist',
      ({ socket }) => void socket.end('HTTP/1.1 999 x\r\ncontent-length: 0\r\n\r\n'),
      /status that does not exist/,
    ],
    [
      'a body that is cut',
      (_, response) => {
        response.writeHead(200, { 'content-length': '900' })
        response.write('[')
        setTimeout(() => response.destroy(), 20)
      },
      /could not be reached/,
    ],
    [
      'a body without end',
      (_, response) => {
        const more = (): void => {
          while (response.write(' '.repeat(65_536)));
        }
        response.writeHead(200).on('drain', more)
        more()
      },
      /more than 8 MiB/,
    ],
  ])('%s becomes one notice for each', async ([, conduct, sentence]) => {
    const seen = await step(conduct)
    expect(seen.annotations.map(({ level }) => level)).toEqual(['notice', 'notice'])
    expect(seen.annotations[0]?.message).toMatch(sentence)
    expect(seen.annotations[0]?.message).toContain('the pull request comment')
    expect(seen.annotations[1]?.message).toContain('the check run')
    expect(seen.outputs).toMatchObject(TOLD)
    expect(seen.summary.match(/^## /gm)).toHaveLength(1)
    expect(seen.ended).toMatchObject({ code: 0, stderr: '' })
    expect(seen.everything).not.toMatch(/canary-text/)
  })

  test.for<readonly [string, Conduct]>([
    ['never answers', () => undefined],
    [
      'sends a byte now and then',
      (_request, response) => {
        response.writeHead(200)
        setInterval(() => response.write(' '), 100).unref()
      },
    ],
  ])('an API that %s is left at the deadline', async ([, conduct]) => {
    const seen = await step(conduct, { deadline: '2s' })
    expect(seen.tookMs).toBeLessThan(4000)
    expect(seen.annotations[0]?.message).toMatch(/did not answer in time/)
    expect(seen.outputs).toMatchObject(TOLD)
    expect(seen.ended.code).toBe(0)
  })

  test.for(['[null]', '[{"body":5}]'])(
    'comments of another form, %s, are said to be that',
    async (comments) => {
      const seen = await step(answers(200, comments))
      expect(seen.annotations[0]?.message).toMatch(/an answer that its API does not give/)
      expect(seen.outputs).toMatchObject(TOLD)
    },
  )

  test('a proxy setting that is no address is a notice, too', async () => {
    const seen = await step(healthy, {}, { HTTP_PROXY: 'no address' })
    expect(seen.calls).toEqual([])
    // The first is about the proxy itself.
    expect(seen.annotations.slice(1).map(({ message }) => message)).toEqual([
      'GitHub could not be reached: the pull request comment was not written.',
      'GitHub could not be reached: the check run was not written.',
    ])
    expect(seen.outputs).toMatchObject(TOLD)
  })

  test('the token goes to no server that is not verified, whatever the environment says', async () => {
    await using stranger = await startApi({ tls: selfSigned() })
    const seen = await step(
      healthy,
      {},
      {
        GITHUB_API_URL: new URL(stranger.baseUrl).origin,
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
      },
    )
    expect(stranger.requests).toEqual([])
    expect(stranger.keyBytes(TOKEN)).toBeLessThan(4)
    expect(seen.annotations.map(({ message }) => message).join(' ')).toContain('check run')
    expect(seen.outputs['verdict']).toBe('pass')
  })
})
