import { expect, test } from 'vitest'
import { readRegularFile } from '../../src/settings/sources.ts'

// Root gets EAGAIN, others EPERM, other systems ENOENT; read as other files are, it would wait for ever.
test('a file that calls itself regular and waits is no reason to wait', () => {
  expect(readRegularFile('/proc/kmsg')).toHaveProperty('because')
})
