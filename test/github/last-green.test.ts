import { createServer, type ServerResponse } from 'node:http'
import { zipSync, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { serverError, type LoopbackReply } from '../loopback/replies.ts'
import { readLastGreen } from '../../src/github/last-green.ts'
import type { Packet } from '../../src/model/index.ts'
import { packetText } from '../../src/reports/packet.ts'
import { runStep } from '../dist/step.ts'
import { GOLDEN } from '../reports/golden-packets.ts'
import { runPreflight } from '../run/run.ts'

const NAME = 'openai-preflight-deploy'
const TOKEN = `ghs_${'canary'.repeat(6)}`
const WORKFLOW = '.github/workflows/deploy.yml'

interface Artifact {
  readonly id: number
  readonly branch?: string
  readonly at?: string
  readonly fork?: boolean
  readonly expired?: boolean
  readonly run?: number
  readonly workflow?: string
  readonly zip: Uint8Array
}

/** The API of GitHub and, on another port, the storage that it sends on to. */
async function github(artifacts: readonly Artifact[]) {
  const calls: string[] = []
  const tokens: string[] = []
  const storage = createServer((request, response) => {
    tokens.push(`storage ${request.headers.authorization ?? 'none'}`)
    const id = Number(request.url?.slice(1).split('?')[0])
    response.end(artifacts.find((one) => one.id === id)?.zip)
  })
  await new Promise<void>((listening) => storage.listen(0, '127.0.0.1', listening))
  const api = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    calls.push(path)
    tokens.push(`api ${request.headers.authorization ?? 'none'}`)
    const json = (body: unknown): ServerResponse =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const zip = /artifacts\/(\d+)\/zip$/.exec(path)?.[1]
    const run = /runs\/(\d+)$/.exec(path)?.[1]
    if (zip !== undefined) {
      const location = `http://127.0.0.1:${String(portOf(storage))}/${zip}?sig=secret`
      response.writeHead(302, { location }).end()
    } else if (run !== undefined) {
      const found = artifacts.find((one) => (one.run ?? one.id) === Number(run))
      json({ id: Number(run), path: found?.workflow ?? WORKFLOW })
    } else {
      json({
        artifacts: artifacts.map((one) => ({
          id: one.id,
          name: NAME,
          expired: one.expired ?? false,
          created_at: one.at ?? `2026-11-0${String(one.id)}T00:00:00Z`,
          workflow_run: {
            id: one.run ?? one.id,
            repository_id: 1,
            head_repository_id: one.fork === true ? 2 : 1,
            head_branch: one.branch ?? 'main',
          },
        })),
      })
    }
  })
  await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${String(portOf(api))}`,
    calls,
    tokens,
    [Symbol.asyncDispose]: async () => {
      for (const server of [api, storage]) {
        server.closeAllConnections()
        await new Promise((closed) => server.close(closed))
      }
    },
  }
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function golden(name: string): Packet {
  const found = GOLDEN[name]
  if (found === undefined) throw new Error(`no golden packet ${name}`)
  return found.packet
}

const GREEN = packetText(golden('pass'))
const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const ZIP = zipped({ 'packet.json': GREEN })

const ENV = {
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '9',
  GITHUB_REF_NAME: 'feature',
  GITHUB_WORKFLOW_REF: `acme/shop/${WORKFLOW}@refs/heads/feature`,
}
const EVENT = JSON.stringify({ repository: { default_branch: 'main' } })

async function read(artifacts: readonly Artifact[], env: Readonly<Record<string, string>> = {}) {
  await using server = await github(artifacts)
  const earlier = await readLastGreen(
    NAME,
    {
      env: { ...ENV, GITHUB_API_URL: server.url, GITHUB_EVENT_PATH: 'event.json', ...env },
      token: TOKEN,
      timeoutMs: 5000,
    },
    () => EVENT,
  )
  const zips = server.calls.flatMap((path) => /artifacts\/(\d+)\/zip$/.exec(path)?.[1] ?? [])
  return { earlier, zips, tokens: server.tokens }
}

describe('the packet of the last good run', () => {
  test('is read from its artifact; the token goes to the API and not to the storage', async () => {
    const { earlier, tokens } = await read([{ id: 3, zip: ZIP }])
    expect(earlier).toMatchObject({ packet: { verdict: { verdict: 'pass' } } })
    expect(tokens.filter((one) => one.startsWith('api '))).not.toContain('api none')
    expect(tokens.filter((one) => one.startsWith('storage '))).toEqual(['storage none'])
  })

  test.each<[string, readonly Artifact[], readonly string[]]>([
    [
      'the newest',
      [
        { id: 1, zip: ZIP },
        { id: 2, zip: ZIP },
      ],
      ['2'],
    ],
    [
      'this branch before the default one',
      [
        { id: 1, zip: ZIP, branch: 'feature' },
        { id: 2, zip: ZIP },
      ],
      ['1'],
    ],
    ['no other branch', [{ id: 1, zip: ZIP, branch: 'other' }], []],
    ['none of a fork', [{ id: 1, zip: ZIP, fork: true }], []],
    ['none that has expired', [{ id: 1, zip: ZIP, expired: true }], []],
    ['none of this run', [{ id: 1, run: 9, zip: ZIP }], []],
    ['none of another workflow', [{ id: 1, zip: ZIP, workflow: 'x.yml' }], []],
    [
      'the next where one cannot be used',
      [
        { id: 2, zip: strToU8('no archive') },
        { id: 1, zip: ZIP },
      ],
      ['2', '1'],
    ],
  ])('takes %s', async (_, artifacts, taken) => {
    const { earlier, zips } = await read(artifacts)
    expect(zips).toEqual(taken)
    expect('packet' in earlier).toBe(taken.length > 0)
  })

  const red = packetText(golden('quota'))
  const bomb = zipped({ 'packet.json': ' '.repeat(60 * 1024 * 1024) })
  /** The sizes of a central directory lie: it announces 100 bytes of 20 MB. */
  const lying = (): Uint8Array => {
    const archive = Buffer.from(zipped({ 'packet.json': ' '.repeat(20 * 1024 * 1024) }))
    const directory = archive.lastIndexOf('PK\u0001\u0002')
    archive.writeUInt32LE(100, directory + 24)
    return archive
  }
  test.each<[string, Uint8Array]>([
    ['a packet that did not pass', zipped({ 'packet.json': red })],
    ['an archive without a packet', zipped({ 'other.json': GREEN })],
    ['a name that leads elsewhere', zipped({ '../../packet.json.exe': GREEN })],
    ['a file that is no packet', zipped({ 'packet.json': '{"schemaVersion":1}' })],
    ['a bomb', bomb],
    ['sizes that lie', lying()],
    ['half an archive', ZIP.subarray(0, ZIP.length / 2)],
  ])('is not taken from %s, and nothing breaks', async (_, zip) => {
    const before = process.memoryUsage().rss
    const { earlier } = await read([{ id: 1, zip }])
    expect(earlier).toEqual({
      notice: `No earlier good run of this workflow has a usable artifact ${NAME}.`,
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  test('is looked for in five artifacts, and the notice says so where there are more', async () => {
    const artifacts = [1, 2, 3, 4, 5, 6].map((id) => ({ id, zip: strToU8('no archive') }))
    const { earlier, zips } = await read(artifacts)
    expect(zips).toEqual(['6', '5', '4', '3', '2'])
    expect(earlier).toMatchObject({
      notice: expect.stringContaining('Its newest 5 were looked at.'),
    })
  })

  test('without the permission says which one is missing', async () => {
    const server = createServer((_request, response) => response.writeHead(403).end('{}'))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const earlier = await readLastGreen(
      NAME,
      {
        env: { ...ENV, GITHUB_API_URL: `http://127.0.0.1:${String(portOf(server))}` },
        token: TOKEN,
        timeoutMs: 2000,
      },
      () => undefined,
    )
    server.close()
    expect(earlier).toMatchObject({ notice: expect.stringContaining('actions: read') })
  })
})

test('the action as it is shipped says what changed since the last good run', async () => {
  const answers: { reply?: LoopbackReply } = {}
  await using api = await startApi({
    key: labKey(),
    answers: { 'POST /v1/responses': () => answers.reply },
  })
  const inputs = { route: 'openai', 'base-url': api.baseUrl, model: 'demo-model', client: 'node' }
  const good = await runPreflight({ inputs: { ...inputs, timeout: '3s' } })
  answers.reply = serverError()
  await using server = await github([{ id: 1, zip: zipped({ 'packet.json': packetText(good) }) }])
  const step = await runStep({
    inputs: { ...inputs, 'api-key': labKey(), baseline: 'last-green', 'github-token': TOKEN },
    files: { 'event.json': EVENT },
    env: {
      ...ENV,
      GITHUB_JOB: 'deploy',
      GITHUB_API_URL: server.url,
      GITHUB_EVENT_PATH: 'event.json',
    },
  })
  expect(server.calls).toContain('/repos/acme/shop/actions/artifacts/1/zip')
  expect(step.summary).toContain('Changed since the earlier run of')
  expect(step.summary).toContain('api.server_error')
  expect(step.summary + step.report + JSON.stringify(step.packet)).not.toContain(TOKEN)
})
