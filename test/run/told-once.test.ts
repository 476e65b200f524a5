import { expect, test } from 'vitest'
import { SCENARIOS } from '../../src/demo/scenarios.ts'
import { REPORTS } from '../../src/reports/index.ts'
import { runPreflight } from './run.ts'

/** What the action writes of a demo scenario. */
async function shown(name: string) {
  const scenario = SCENARIOS.find((one) => one.name === name)
  if (scenario === undefined) throw new Error(name)
  await using stage = await scenario.arrange()
  const packet = await runPreflight({ inputs: stage.inputs, env: stage.environment })
  const failing = packet.verdict.verdict !== 'pass'
  const terminal = { width: 96, colour: false, folds: true }
  const view = { failing, docsUrl: 'https://docs.example/findings.md', terminal }
  const [summary] = REPORTS.summary(packet, view)
  const [log] = REPORTS.terminal(packet, view)
  if (summary?.kind !== 'summary' || log?.kind !== 'terminal') throw new Error('no report')
  return { packet, summary: summary.markdown, folded: log.folded?.text ?? '' }
}

test('the rung that the API refused shows its error, and the request ID stays where it came', async () => {
  const { packet, folded } = await shown('quota')
  const [route] = packet.routes
  const because = (rung: string) => route?.verdict.ladder.find((one) => one.rung === rung)?.because
  expect(because('quota')).toBe('HTTP 429, error insufficient_quota')
  expect(because('http')).toContain(route?.verdict.requestId)
  expect(folded).not.toContain('Owner:')
})

test('a page in place of the answer is called one, and a finding beside an answer by its code', async () => {
  const ladderOf = async (name: string) => (await shown(name)).packet.routes[0]?.verdict.ladder
  expect(await ladderOf('captive-portal')).toContainEqual(
    expect.objectContaining({ rung: 'http', because: 'HTTP 200, body html' }),
  )
  expect(await ladderOf('stream-buffered')).toContainEqual(
    expect.objectContaining({ rung: 'answer', because: 'http.stream_buffered' }),
  )
})

test('a pass does not repeat its ladder in a sentence', async () => {
  const { summary } = await shown('ok')
  expect(summary).not.toContain('Reached:')
})
