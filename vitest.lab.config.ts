import { defineConfig } from 'vitest/config'

/** Namespaces and real Debian packages: root or `unshare -Urnm`, see test/lab/install.sh. */
export default defineConfig({
  test: { include: ['test/**/*.lab.test.ts'], testTimeout: 60_000, fileParallelism: false },
})
