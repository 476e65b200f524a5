import { configDefaults, defineConfig } from 'vitest/config'
import { testReporters } from './scripts/test-reporters.ts'

/** Files that start servers, processes or a browser, and wait for clocks: minutes of their own. */
const REAL = [
  'test/dist/**/*.test.ts',
  'test/functions/**/*.test.ts',
  'test/github/**/*.test.ts',
  'test/hostile/**/*.test.ts',
  'test/inside/**/*.test.ts',
  'test/lab/**/*.test.ts',
  'test/probes/**/*.test.ts',
  'test/reports/*.browser.test.ts',
  'test/routes/**/*.test.ts',
  'test/run/**/*.test.ts',
  'test/scenarios/**/*.test.ts',
  'test/wire/**/*.test.ts',
  'test/browser/{vite,hostile}.test.ts',
  'test/command-line/completion.test.ts',
  'test/explain/hostile.test.ts',
]
const LAB = 'test/**/*.lab.test.ts'

/** Worlds that must not meet: nock (sdk) replaces sockets by being imported. */
export default defineConfig({
  test: {
    reporters: testReporters(),
    projects: [
      // Pure functions: one world for all files, which saves half of the time (15 → 7 s).
      {
        test: {
          name: 'main',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, LAB, 'test/sdk/**', 'test/shipped/**', ...REAL],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      { test: { name: 'sdk', include: ['test/sdk/**/*.test.ts'] } },
      { test: { name: 'real', include: REAL, exclude: [LAB], testTimeout: 20_000 } },
      // What `npm pack` packs, started as its users start it: after `npm run build`.
      {
        test: {
          name: 'shipped',
          include: ['test/shipped/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
