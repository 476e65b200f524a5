import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { breakAfterRequest } from '../loopback/faults.ts'
import { run } from '../lab/namespace.ts'
import { labRoot } from '../loopback/pki.ts'
import { runStep } from '../dist/step.ts'
import { MOST_AT_ONCE } from '../../src/run/run-route.ts'

const MAIN =
  process.env['PREFLIGHT_TEST_MAIN'] ?? path.join(import.meta.dirname, '../../dist/index.js')
const CLI = path.join(path.dirname(MAIN), 'cli.js')
const NODE = process.execPath
const ROUTES = 1000
const MOST_SOCKETS = MOST_AT_ONCE
/** KiB of resident memory beyond a run of one route; most of it are 6 MB of packet and 18 MB of page. */
const MOST_EXTRA_KIB = 512 * 1024

const RSS_HOOK = `--import data:text/javascript,${encodeURIComponent(
  'import fs from "node:fs";process.on("exit",()=>fs.writeFileSync(process.env.RSS_FILE,String(process.resourceUsage().maxRSS)))',
)}`

interface Loaded {
  readonly ms: number
  readonly peakKib: number
  readonly verdicts: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
}

async function probe(
  count: number,
  baseUrl: string,
  more: Record<string, string>,
): Promise<Loaded> {
  const folder = mkdtempSync(path.join(tmpdir(), 'preflight-load-'))
  const file = path.join(folder, 'rss')
  const names = Array.from({ length: count }, (_, n) => `  route${n}:\n    base-url: ${baseUrl}\n`)
  const defaults = 'defaults:\n  route: openai\n  model: demo-model\n  api-key-env: LAB_KEY\n'
  try {
    const started = performance.now()
    const step = await runStep({
      inputs: { config: '{folder}/routes.yml', ...more },
      env: { LAB_KEY: labKey(), RSS_FILE: file, NODE_OPTIONS: RSS_HOOK },
      files: { 'routes.yml': `${defaults}routes:\n${names.join('')}` },
    })
    expect(step.problems).toEqual([])
    return {
      ms: performance.now() - started,
      peakKib: Number(readFileSync(file, 'utf8')),
      verdicts: step.packet.routes.map(({ verdict }) => `${verdict.verdict} ${verdict.code}`),
      outputs: step.outputs,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Most connections that were open at a time. */
function watched(server: { readonly open: () => number }): () => number {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, server.open())
  }, 2)
  timer.unref()
  return () => {
    clearInterval(timer)
    return most
  }
}

test(
  '1,000 routes in one run: bounded sockets and memory, and an end',
  { timeout: 180_000 },
  async () => {
    await using api = await startApi()
    const one = await probe(1, api.baseUrl, { timeout: '5s', deadline: '60s' })
    const most = watched(api)
    const all = await probe(ROUTES, api.baseUrl, { timeout: '5s', deadline: '60s' })
    expect(most()).toBeLessThanOrEqual(MOST_SOCKETS)
    expect(all.verdicts).toHaveLength(ROUTES)
    expect(new Set(all.verdicts)).toEqual(new Set(['pass ']))
    expect(all.peakKib - one.peakKib).toBeLessThan(MOST_EXTRA_KIB)
    expect(all.ms).toBeLessThan(62_000)
    process.stdout.write(
      `1,000 routes: ${Math.round(all.ms)} ms, ${most()} sockets, ${Math.round((all.peakKib - one.peakKib) / 1024)} MiB more than one\n`,
    )
  },
)

test(
  '1,000 routes that hang: what had no time is not called broken',
  { timeout: 60_000 },
  async () => {
    await using silent = await breakAfterRequest('silence')
    const baseUrl = `https://localhost:${silent.port}/v1`
    const most = watched(silent)
    const all = await probe(ROUTES, baseUrl, { timeout: '1s', deadline: '8s' })
    expect(most()).toBeLessThanOrEqual(3 * MOST_SOCKETS)
    expect(all.ms).toBeLessThan(10_000)
    const late = all.verdicts.filter((verdict) => verdict === 'inconclusive own.out_of_time')
    expect(late.length).toBeGreaterThan(ROUTES / 2)
    expect(all.verdicts.filter((verdict) => verdict.startsWith('pass'))).toEqual([])
    expect(all.outputs['verdict']).toBe('fail')
  },
)

test(
  '200 runs against one packet folder: no clash, never half a packet',
  { timeout: 300_000 },
  async () => {
    await using api = await startApi()
    const folder = mkdtempSync(path.join(tmpdir(), 'preflight-many-'))
    const packets = path.join(folder, 'packets')
    const root = path.join(folder, 'root.pem')
    writeFileSync(root, labRoot().pem)
    const ended: number[] = []
    const torn: string[] = []
    let reads = 0
    const one = async (): Promise<void> => {
      const flags = ['--base-url', api.baseUrl, '--route', 'openai', '--model', 'demo-model']
      const done = await run(NODE, [CLI, ...flags, '--packet-dir', packets], {
        cwd: folder,
        env: { HOME: folder, OPENAI_API_KEY: labKey(), NODE_EXTRA_CA_CERTS: root },
      })
      ended.push(done.code)
    }
    const reader = setInterval(() => {
      for (const name of ['packet.json', 'report.html']) {
        try {
          const text = readFileSync(path.join(packets, name), 'utf8')
          reads += 1
          if (name === 'packet.json') JSON.parse(text)
          else if (!text.trimEnd().endsWith('</html>')) torn.push(name)
        } catch (error) {
          if (error instanceof SyntaxError) torn.push(name)
        }
      }
    }, 1)
    let left = 200
    const work = async (): Promise<void> => {
      for (; left > 0;) {
        left -= 1
        await one()
      }
    }
    await Promise.all(Array.from({ length: 8 }, work))
    clearInterval(reader)
    expect(new Set(ended)).toEqual(new Set([0]))
    expect(ended).toHaveLength(200)
    expect(torn).toEqual([])
    expect(reads).toBeGreaterThan(200)
    expect(readdirSync(packets).filter((name) => name.startsWith('.'))).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  },
)
