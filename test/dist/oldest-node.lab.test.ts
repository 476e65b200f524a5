import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { closedPort } from '../loopback/faults.ts'
import { run } from '../lab/namespace.ts'
import { insufficientQuota } from '../loopback/replies.ts'
import { runStep } from './step.ts'

/** The first Node 24 of a runner (actions/runner 2.327), and the newest that the registry has. */
const VERSIONS = ['24.4.0', '24'] as const
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

const folder = mkdtempSync(path.join(tmpdir(), 'preflight-node-'))
const nodes = new Map<string, string>()

beforeAll(async () => {
  for (const version of VERSIONS) {
    const prefix = path.join(folder, version)
    const args = ['install', '--prefix', prefix, '--no-audit', '--no-fund', `${PACKAGE}@${version}`]
    const env = Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    )
    const done = await run('npm', args, { env, timeoutMs: 120_000 })
    if (done.code !== 0) throw new Error(done.stderr)
    nodes.set(version, path.join(prefix, 'node_modules', PACKAGE, 'bin/node'))
  }
}, 240_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe.each(VERSIONS)('the built action under Node %s', (version) => {
  const step = (inputs: Readonly<Record<string, string>>) =>
    runStep({
      node: nodes.get(version) ?? '',
      inputs: {
        model: 'demo-model',
        route: 'openai',
        timeout: '3s',
        'api-key': labKey(),
        ...inputs,
      },
    })

  test('is the version that it should be', async () => {
    const said = await run(nodes.get(version) ?? '', ['--version'])
    expect(said.stdout.trim()).toMatch(version === '24' ? /^v24\.\d+\.\d+$/ : `v${version}`)
  })

  test('passes, with nothing on standard error', async () => {
    await using api = await startApi({ key: labKey() })
    const seen = await step({ 'base-url': api.baseUrl })
    expect(seen.outputs).toMatchObject({ verdict: 'pass', 'http-status': '200' })
    expect(seen.ended).toMatchObject({ code: 0, stderr: '' })
    expect(seen.packet.tool.node).toMatch(/^v24\./)
  })

  test('names a closed port', async () => {
    await using closed = await closedPort()
    const seen = await step({ 'base-url': `https://localhost:${closed.port}/v1` })
    expect(seen.outputs).toMatchObject({ code: 'tcp.refused', owner: 'connection-path' })
    expect(seen.ended).toMatchObject({ code: 1, stderr: '' })
  })

  test('names a quota', async () => {
    await using api = await startApi({ answers: { '*': insufficientQuota() } })
    const seen = await step({ 'base-url': api.baseUrl })
    expect(seen.outputs).toMatchObject({ owner: 'quota', 'http-status': '429' })
  })
})
