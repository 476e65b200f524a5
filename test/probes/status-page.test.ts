import { expect, test } from 'vitest'
import { startApi, labKey } from '../../src/demo/loopback/api.ts'
import { labIssuer } from '../../src/demo/loopback/pki.ts'
import { startProxy } from '../../src/demo/loopback/proxy.ts'
import { html, json, serverError, type Reply } from '../../src/demo/loopback/replies.ts'
import { asked } from '../wire/send.ts'
import { leavesNothing, lookTwice, through, type Looked } from './scene.ts'

/** The API answers 500, and this is what stands on its status page; both by names of the real ones. */
async function witness(
  page: Reply,
  baseUrl = 'https://api.openai.com/v1',
  failing: Reply = serverError(),
): Promise<Looked & { readonly asked: number }> {
  const tls = labIssuer().leaf({ names: ['api.openai.com', 'status.openai.com', 'api.lab.test'] })
  await using api = await startApi({ tls, answers: { '*': failing } })
  await using status = await startApi({ tls, answers: { '*': page } })
  await using toApi = await startProxy({ behaviour: { does: 'tunnel', to: api } })
  await using toStatus = await startProxy({ behaviour: { does: 'tunnel', to: status } })
  const sending = { baseUrl, proxy: { port: toApi.port } }
  const wayTo = () => through(toStatus.port, asked(sending).plan)
  const looked = await lookTwice(sending, { wayTo, timeoutMs: 1600 })
  expect(status.keyBytes(labKey())).toBe(0)
  expect(toStatus.connects.every(({ authority }) => authority === 'status.openai.com:443')).toBe(
    true,
  )
  await leavesNothing(toStatus, status, toApi, api)
  return { ...looked, asked: status.requests.length }
}

function summary(more: object = {}): object {
  return {
    page: { name: 'OpenAI', updated_at: '2026-11-22T17:00:00.000+01:00' },
    status: { indicator: 'minor', description: 'Partial System Outage' },
    components: [
      { name: 'Responses', status: 'partial_outage' },
      { name: 'Embeddings', status: 'operational' },
    ],
    ...more,
  }
}

test('says the indicator, its time in UTC, and the parts that are not well', async () => {
  const { only } = await witness(json(200, summary()))
  expect(only('status-page')).toMatchObject({
    status: 'ok',
    rung: 'http',
    target: 'status.openai.com',
  })
  expect(only('status-page').facts).toEqual({
    host: 'status.openai.com',
    indicator: 'minor',
    updatedAt: '2026-11-22T16:00:00.000Z',
    components: [{ name: 'Responses', status: 'partial_outage' }],
  })
})

test('words of the page are cut down to plain ones, and there are at most twelve', async () => {
  const nasty = { name: '::error::<b>\u202e`x`', status: 'down|\n## Pass' }
  const components = Array.from({ length: 40 }, () => nasty)
  const { only } = await witness(json(200, summary({ components, page: { updated_at: 'soon' } })))
  const { facts } = only('status-page')
  expect(facts).not.toHaveProperty('updatedAt')
  expect(facts['components']).toHaveLength(12)
  expect(facts['components']).toEqual(
    Array.from({ length: 12 }, () => ({ name: 'errorbx', status: 'down Pass' })),
  )
})

test.each<[string, Reply]>([
  ['a page for people that says 404', html(404, '<h1>Not found</h1>')],
  ['a page larger than is read', json(200, summary({ padding: 'x'.repeat(200_000) }))],
  ['JSON of somebody else', json(200, { object: 'list', data: [] })],
  ['an indicator that is no word', json(200, { status: { indicator: '<script>' } })],
  ['nothing', { status: 200 }],
])('%s is no status page', async (_, page) => {
  const { only } = await witness(page)
  expect(only('status-page')).toMatchObject({
    status: 'failed',
    code: 'http.response.invalid',
    facts: { host: 'status.openai.com', indicator: String(page.status) },
  })
})

test('a page that does not come ends with the time of the round', async () => {
  const { only } = await witness({ status: 200, delayMs: 30_000 })
  expect(only('status-page')).toMatchObject({ status: 'failed', code: 'http.timed_out' })
})

test.each<[string, string, Reply]>([
  ['a host that is not OpenAI’s', 'https://api.lab.test/v1', serverError()],
  ['an answer below 500', 'https://api.openai.com/v1', json(404, {})],
])('is not asked after %s', async (_, baseUrl, failing) => {
  const { asked: requests } = await witness(json(200, summary()), baseUrl, failing)
  expect(requests).toBe(0)
})
