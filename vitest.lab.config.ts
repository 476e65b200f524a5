import { defineConfig } from 'vitest/config'
import { testReporters } from './scripts/test-reporters.ts'

/** Namespaces and real Debian packages: root or `unshare -Urnm`, see test/lab/install.sh. */
export default defineConfig({
  test: {
    reporters: testReporters(),
    include: ['test/**/*.lab.test.ts'],
    testTimeout: 60_000,
    fileParallelism: false,
  },
})
