import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../../src/demo/loopback/api.ts'
import { closedPort } from '../loopback/faults.ts'
import { onlyRoute, runPreflight } from './run.ts'

const STAND_IN = /Client not known; Node's rules stand in for it\.$/

async function judged(files: Readonly<Record<string, string>>, baseUrl: string) {
  const packet = await runPreflight({
    inputs: { client: 'auto', route: 'openai', 'base-url': baseUrl },
    checkout: files,
    order: {
      checkout: () => ({ files: Object.keys(files), readFile: (path) => files[path] }),
    },
  })
  const { client, clientReason, verdict } = onlyRoute(packet)
  return { client, clientReason, summary: verdict.summary, all: packet.verdict.summary }
}

const PYTHON = { 'requirements.txt': 'openai==2.9.0\n' }
const GO = { 'go.mod': 'module x\n\nrequire github.com/openai/openai-go/v3 v3.8.0\n' }
const ASK = `from openai import OpenAI
client = OpenAI()
client.responses.create(model="gpt-4o-mini", input="x")
`

describe('whose way was judged', () => {
  test('stands in the verdict where no client is known, whether it passed or failed', async () => {
    await using api = await startApi({ key: labKey() })
    await using closed = await closedPort()
    for (const base of [api.baseUrl, `https://localhost:${String(closed.port)}/v1`]) {
      const { client, summary, all } = await judged({}, base)
      expect(client).toBe('node')
      expect(summary).toMatch(STAND_IN)
      expect(all).toMatch(STAND_IN)
    }
  })

  test('needs no word where the checkout names one', async () => {
    await using api = await startApi({ key: labKey() })
    const { client, summary } = await judged(PYTHON, api.baseUrl)
    expect(client).toBe('python')
    expect(summary).not.toMatch(STAND_IN)
  })

  test('is that of the call that was found, of two', async () => {
    await using api = await startApi({ key: labKey() })
    const { client, clientReason } = await judged(
      { ...GO, ...PYTHON, 'jobs/ask.py': ASK },
      api.baseUrl,
    )
    expect(client).toBe('python')
    expect(clientReason).toContain('whose call is in jobs/ask.py')
    expect(clientReason).toContain('go.mod lists')
  })

  test('is that of the call where no manifest speaks', async () => {
    await using api = await startApi({ key: labKey() })
    const { client, summary } = await judged({ 'ask.py': ASK }, api.baseUrl)
    expect(client).toBe('python')
    expect(summary).not.toMatch(STAND_IN)
  })
})
