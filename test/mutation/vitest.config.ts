import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** What `npm run mutate` runs for each mutant: quick tests of rules and redaction, no sockets. */
export default defineConfig({
  test: {
    root: path.join(import.meta.dirname, '../..'),
    include: [
      'test/rules/**/*.test.ts',
      'test/redaction/**/*.test.ts',
      'test/responders/**/*.test.ts',
      'test/mutation/**/*.test.ts',
      'test/properties/redaction.test.ts',
    ],
    testTimeout: 20_000,
  },
})
