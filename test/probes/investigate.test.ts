import { expect, test } from 'vitest'
import { flat } from '../../src/run/stored.ts'
import { investigate } from '../../src/probes/investigate.ts'
import { INVESTIGATIONS } from '../../src/probes/index.ts'
import { labKey, startApi } from '../loopback/api.ts'
import { breakAfterFirstBytes } from '../loopback/faults.ts'
import { send } from '../wire/send.ts'
import { lookTwice, sceneOf } from './scene.ts'

test('after a request that was answered there is nothing to investigate', async () => {
  await using api = await startApi({ key: labKey() })
  const sending = { baseUrl: api.baseUrl }
  const scene = sceneOf(sending, await send(sending), { controlUrl: 'https://control.lab.test' })
  expect(INVESTIGATIONS.filter((one) => one.worthAsking(scene)).map(({ probe }) => probe)).toEqual(
    [],
  )
  await investigate(scene)
  expect(scene.recorder.list()).toEqual([])
  expect(api.connections()).toBe(1)
})

test('a cancelled round ends at once, and what it did not see has not failed', async () => {
  await using silent = await breakAfterFirstBytes('silence')
  const sending = { baseUrl: `https://localhost:${silent.port}/v1`, timeoutMs: 300 }
  const first = await send(sending)
  const cancel = new AbortController()
  const scene = sceneOf(sending, first, { signal: cancel.signal, timeoutMs: 20_000 })
  const began = performance.now()
  setTimeout(() => cancel.abort(), 200)
  await investigate(scene)
  expect(performance.now() - began).toBeLessThan(1500)
  const open = scene.recorder
    .list()
    .map(flat)
    // Read from this machine, which takes no time.
    .filter(({ probe }) => probe !== 'name-servers' && probe !== 'surroundings')
  expect(open.map(({ probe }) => probe).toSorted()).toEqual(['other-name', 'small-hello'])
  for (const one of open) expect(one).toMatchObject({ status: 'skipped', because: 'cancelled' })
})

test('questions run side by side: silent ones cost the time of one', async () => {
  await using silent = await breakAfterFirstBytes('silence')
  const sending = { baseUrl: `https://localhost:${silent.port}/v1`, timeoutMs: 300 }
  const { second, ms } = await lookTwice(sending, {
    timeoutMs: 2000,
    controlUrl: `https://127.0.0.1:${silent.port}/`,
  })
  expect(second.filter(({ status }) => status === 'failed').length).toBeGreaterThanOrEqual(3)
  expect(ms).toBeLessThan(2400)
})
