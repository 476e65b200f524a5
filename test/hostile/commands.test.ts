import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseRunnerOutput } from '../github/runner.ts'
import { run } from '../lab/namespace.ts'
import { failure, packet, route } from '../reports/packet-builder.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const NODE = join(ROOT, 'node_modules/node/bin/node')

const COMMAND = '::error title=owned::pwned'

describe('a packet whose runner has the name of a command', () => {
  let folder = ''

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'preflight-commands-'))
    const sound = packet()
    const hostile = (runnerName: string) => ({
      ...packet({
        routes: [
          route({
            verdict: failure({
              owner: 'connection-path',
              rung: 'tcp',
              code: 'tcp.refused',
              because: `\n${COMMAND}`,
              summary: `\n${COMMAND}`,
              doNext: [`\r${COMMAND}`],
            }),
          }),
        ],
      }),
      runtime: { ...sound.runtime, runnerName, region: `\n##[error]${COMMAND}` },
    })
    for (const [place, name] of [
      ['a', COMMAND],
      ['b', `\n${COMMAND}`],
    ] as const) {
      mkdirSync(join(folder, 'fleet', place), { recursive: true })
      writeFileSync(join(folder, 'fleet', place, 'packet.json'), JSON.stringify(hostile(name)))
    }
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each([
    ['compare', 'fleet/a/packet.json', 'fleet/b/packet.json'],
    ['compare', '--json', 'fleet/a/packet.json', 'fleet/b/packet.json'],
    ['report', 'fleet/a/packet.json'],
    ['report', '--json', 'fleet/b/packet.json'],
    ['aggregate', 'fleet'],
    ['aggregate', '--json', 'fleet'],
    ['compare', 'fleet/a/packet.json', `${COMMAND}.json`],
  ])('openai-preflight %s %s issues no command', async (...flags) => {
    const done = await run(NODE, [join(ROOT, 'dist/cli.js'), ...flags], {
      cwd: folder,
      timeoutMs: 30_000,
    })
    const printed = `${done.stdout}\n${done.stderr}`
    expect(printed).toContain('pwned')
    expect(parseRunnerOutput(done.stdout)).toMatchObject({ annotations: [], groups: [] })
    expect(printed).not.toMatch(/^\s*::|##\[/m)
  })
})
