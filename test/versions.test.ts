import { expect, test } from 'vitest'
import own from '../package.json' with { type: 'json' }
import { VERSIONS } from '../src/versions.ts'

test('the version in the packet is the one that is published', () => {
  expect(VERSIONS.version).toBe(own.version)
})

test('the versions of the bundled client are the ones that package.json pins', () => {
  expect(VERSIONS.openai).toBe(own.dependencies.openai)
  expect(VERSIONS.undici).toBe(own.dependencies.undici)
})
