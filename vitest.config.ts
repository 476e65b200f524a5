import { defineConfig } from 'vitest/config'

/** Three worlds that must not meet: nock replaces sockets by being imported; the lab needs root. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'main',
          include: ['test/**/*.test.ts'],
          exclude: ['test/sdk/**', 'test/**/*.lab.test.ts'],
          testTimeout: 20_000,
        },
      },
      { test: { name: 'sdk', include: ['test/sdk/**/*.test.ts'] } },
    ],
  },
})
