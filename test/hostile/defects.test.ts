import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { defectOf } from '../../src/doors/defects.ts'
import { enlargeThreadPool } from '../../src/doors/start.ts'

describe('a defect of our own ends the run', () => {
  test.for(['uncaughtException', 'unhandledRejection'])('as %s', async (name) => {
    const process = new EventEmitter()
    const defect = defectOf(process)
    process.emit(name, new Error('planted'))
    await expect(defect).rejects.toThrow('planted')
  })

  test('that outlasts its deadline by a second', async () => {
    const defect = defectOf(new EventEmitter(), 10_000, () => 10_990)
    await expect(defect).rejects.toThrow('outlasted')
  })

  test('and nothing else does', async () => {
    const patience = new Promise((resume) => setTimeout(resume, 50, 'fine'))
    expect(await Promise.race([defectOf(new EventEmitter(), 60_000), patience])).toBe('fine')
  })
})

test('the pool of threads is enlarged, but not where somebody has set its size', () => {
  const unset: NodeJS.ProcessEnv = {}
  enlargeThreadPool(unset)
  expect(unset['UV_THREADPOOL_SIZE']).toBe('64')
  const set: NodeJS.ProcessEnv = { UV_THREADPOOL_SIZE: '8' }
  enlargeThreadPool(set)
  expect(set['UV_THREADPOOL_SIZE']).toBe('8')
})
