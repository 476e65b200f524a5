import { spawnSync } from 'node:child_process'
import net from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { NODE, unpack } from './packed.ts'
import { onTerminal, pressing } from './pty.ts'

const packed = unpack()
afterAll(() => packed[Symbol.dispose]())
const cli = (...flags: readonly string[]): readonly string[] => [
  NODE,
  join(packed.home, 'dist/cli.js'),
  ...flags,
]

/** Takes connections and says nothing. */
async function silence(): Promise<AsyncDisposable & { readonly baseUrl: string }> {
  const server = net.createServer((socket) => socket.on('error', () => {}))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    baseUrl: `https://localhost:${port}/v1`,
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}

describe.skipIf(spawnSync('script', ['--version']).error !== undefined)('on a terminal', () => {
  test('Ctrl-C ends a run with 130, with what was seen until then', async () => {
    await using server = await silence()
    const command = cli('--base-url', server.baseUrl, '--route', 'openai', '--depth', 'route')
    const seen = await onTerminal(command, {
      cwd: packed.folder,
      typed: pressing('\u0003', /tcp/),
    })
    expect(seen.code).toBe(130)
    expect(seen.screen).toMatch(/Cancelled/)
  })

  test('Ctrl-C ends the reading of a log that nobody writes', async () => {
    const seen = await onTerminal([...cli('explain'), '-'], {
      cwd: packed.folder,
      typed: pressing('line\r\u0003', /press Ctrl-D/),
    })
    expect(seen.code).toBe(130)
  })
})
