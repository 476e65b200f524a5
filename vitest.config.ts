import { defineConfig } from 'vitest/config'
import { testReporters } from './scripts/test-reporters.ts'

/** Two worlds that must not meet: nock replaces sockets by being imported. */
export default defineConfig({
  test: {
    reporters: testReporters(),
    projects: [
      {
        test: {
          name: 'main',
          include: ['test/**/*.test.ts'],
          exclude: ['test/sdk/**', 'test/shipped/**', 'test/**/*.lab.test.ts'],
          testTimeout: 20_000,
        },
      },
      // What `npm pack` packs, started as its users start it: after `npm run build`.
      {
        test: {
          name: 'shipped',
          include: ['test/shipped/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'sdk', include: ['test/sdk/**/*.test.ts'] } },
    ],
  },
})
