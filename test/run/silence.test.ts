import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { openai401 } from '../loopback/replies.ts'
import { onlyRoute, runPreflight, seen } from './run.ts'

/** Stands still for longer than any attempt of these tests. */
const SILENT = { status: 200, delayMs: 30_000 }

async function judged(
  posts: { readonly status: number; readonly delayMs?: number },
  inputs: Readonly<Record<string, string>>,
) {
  await using api = await startApi({
    key: labKey(),
    answers: { 'POST /v1/responses': SILENT, 'POST /v1/models': posts },
  })
  const packet = await runPreflight({ inputs: { 'base-url': api.baseUrl, ...inputs } })
  return { packet, route: onlyRoute(packet), requests: api.requests }
}

describe('a request that stays without an answer', () => {
  test.each([
    ['5s', 200],
    ['5s', 1900],
    ['2s', 200],
    ['2s', 1900],
    ['1s', 1900],
  ])(
    'with a timeout of %s has the same owner when the witness needs %i ms',
    async (timeout, ms) => {
      const reply = { ...openai401(), delayMs: ms }
      const timeoutMs = Number.parseInt(timeout, 10) * 1000
      // No time for an attempt with the application's own patience: only the witnesses count here.
      const deadline = `${String(Math.max(3600, timeoutMs * 1.6))}ms`
      const { packet, route } = await judged(reply, { route: 'openai', timeout, deadline })
      expect(route.verdict).toMatchObject({ owner: 'api-server', code: 'http.timed_out' })
      // A second is less than a witness needs.
      expect(packet.elapsedMs).toBeLessThan(Math.max(timeoutMs * 1.2, 3600))
    },
  )

  test('is of low confidence where its witnesses were silent for less than a slow answer takes', async () => {
    const reply = { ...openai401(), delayMs: 3000 }
    const inputs = { route: 'openai', timeout: '1s', deadline: '4s' }
    const { route } = await judged(reply, inputs)
    expect(route.verdict).toMatchObject({ owner: 'connection-path', confidence: 'low' })
    expect(route.verdict.summary).toMatch(/or takes longer for them than the (?:19|20|21)\d\d ms/)
    expect(route.verdict.doNext[1]).toContain('to more than 1000 ms')
  })

  test('is not an MTU fault where no POST is answered at all, and a GET is', async () => {
    const { route } = await judged(SILENT, { route: 'openai', timeout: '2s' })
    expect(route.verdict).toMatchObject({
      owner: 'connection-path',
      code: 'http.timed_out',
      rule: 'http/bodies-held',
    })
    expect(route.verdict.doNext.join(' ')).not.toContain('MSS')
    expect(seen(route, 'large-request')).toMatchObject([{ status: 'failed' }])
  })

  test('belongs to the gateway that proved its name or stands on this machine', async () => {
    const { route } = await judged(SILENT, { route: 'gateway', timeout: '2s' })
    expect(route.verdict).toMatchObject({ owner: 'route-provider', code: 'http.timed_out' })
    expect(route.verdict.doNext.join(' ')).not.toContain('between this runner')
  })

  test('and answers after all leaves no trace of its witnesses', async () => {
    const slow = { ...openai401(), delayMs: 1300 }
    await using late = await startApi({ answers: { 'POST /v1/responses': slow } })
    const inputs = { route: 'openai', 'base-url': late.baseUrl, timeout: '2s' }
    const route = onlyRoute(await runPreflight({ inputs }))
    expect(route.verdict).toMatchObject({ owner: 'auth', httpStatus: 401 })
    expect(seen(route, 'large-request')).toEqual([])
  })
})
