import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { runStep } from '../dist/step.ts'
import { HOSTILE_ANSWERS, OPEN_BODY, floodingHttp2, frame } from './servers.ts'

/** What a hostile peer may cost beyond a healthy run; a body of 64 MiB would cost all of that. */
const MOST_EXTRA_KIB = 48 * 1024
const REPORT =
  'process.on("exit",()=>fs.writeFileSync(process.env.RSS_FILE,String(process.resourceUsage().maxRSS)))'

/** Peak of the resident memory of one step, KiB. */
async function peakOf(port: number, client = 'node'): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'preflight-rss-'))
  const file = path.join(folder, 'rss')
  const hook = encodeURIComponent(`import fs from "node:fs";${REPORT}`)
  try {
    const step = await runStep({
      inputs: {
        model: 'demo-model',
        route: 'openai',
        timeout: '2s',
        client,
        'api-key': labKey(),
        'base-url': `https://localhost:${port}/v1`,
      },
      env: { RSS_FILE: file, NODE_OPTIONS: `--import data:text/javascript,${hook}` },
    })
    expect(step.problems).toEqual([])
    expect(Object.keys(step.outputs)).not.toEqual([])
    return Number(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const BOMBS = /100 MB|chunked body|status line|early hints|as (?:gzip|br|zstd|gzip, gzip)$|nested/

test(
  'no hostile answer costs memory that a healthy one does not',
  { timeout: 90_000 },
  async () => {
    await using healthy = await startApi()
    const usual = await peakOf(healthy.port)
    const costly: Record<string, number> = {}
    for (const { name, start } of HOSTILE_ANSWERS.filter((one) => BOMBS.test(one.name))) {
      await using server = await start()
      costly[name] = (await peakOf(server.port)) - usual
    }
    {
      const flood = (): Buffer => frame(0, 0, 1, Buffer.alloc(16_384, 32))
      await using server = await floodingHttp2(OPEN_BODY, flood)
      costly['a body without end over HTTP/2'] = (await peakOf(server.port, 'curl')) - usual
    }
    const tooMuch = Object.entries(costly).filter(([, extra]) => extra > MOST_EXTRA_KIB)
    expect(tooMuch).toEqual([])
    expect(Object.keys(costly).length).toBeGreaterThanOrEqual(9)
  },
)
