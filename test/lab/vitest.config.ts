import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { testReporters } from '../../scripts/test-reporters.ts'

/** `npm run test:lab`: what needs namespaces, root or packages of the system. */
export default defineConfig({
  test: {
    name: 'lab',
    reporters: testReporters(),
    root: path.join(import.meta.dirname, '../..'),
    include: ['test/**/*.lab.test.ts'],
    testTimeout: 60_000,
    // Namespaces are cheap, but two machines with daemons in each are not.
    maxWorkers: 2,
  },
})
