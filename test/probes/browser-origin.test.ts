import { expect, test } from 'vitest'
import { flat } from '../../src/run/stored.ts'
import { askBrowserOrigin } from '../../src/probes/browser-origin.ts'
import { startApi, labKey } from '../loopback/api.ts'
import { closedPort } from '../loopback/faults.ts'
import { leavesNothing, onlyOne, sceneOf } from './scene.ts'

const ORIGIN = 'https://app.example.com'

async function ask(baseUrl: string) {
  const seen = await askBrowserOrigin(sceneOf({ baseUrl }, []), ORIGIN)
  return onlyOne(seen.map(flat), 'browser-origin')
}

test('an API that allows the origin is seen to do so, by a question without the key', async () => {
  await using api = await startApi({
    answers: {
      '*': ({ headers }) => ({
        status: 204,
        headers: {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
          'access-control-allow-methods': 'GET, POST, OPTIONS',
        },
      }),
    },
  })
  const seen = await ask(api.baseUrl)
  expect(seen).toMatchObject({
    status: 'ok',
    target: ORIGIN,
    facts: { origin: ORIGIN, allowed: true, status: 204 },
  })
  expect(api.requests).toEqual([
    expect.objectContaining({
      method: 'OPTIONS',
      headers: expect.objectContaining({
        origin: ORIGIN,
        'access-control-request-method': expect.any(String),
      }),
    }),
  ])
  expect(api.keyBytes(labKey())).toBe(0)
  expect(api.requests[0]?.headers).not.toHaveProperty('authorization')
  await leavesNothing(api)
})

test('an API that says nothing about origins is refused by a browser, and the reason is there', async () => {
  await using api = await startApi({ answers: { '*': { status: 405 } } })
  expect(await ask(api.baseUrl)).toMatchObject({
    status: 'failed',
    facts: { allowed: false, status: 405, because: expect.any(String) },
  })
  await leavesNothing(api)
})

test('no connection, no answer about the origin', async () => {
  await using closed = await closedPort()
  expect(await ask(`https://localhost:${closed.port}/v1`)).toMatchObject({
    status: 'failed',
    code: 'tcp.refused',
    facts: { origin: ORIGIN },
  })
})
