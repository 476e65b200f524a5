import { describe, expect, test } from 'vitest'
import { explain, tellExplanation, type Explanation } from '../../src/explain/index.ts'

const LOG = [
  '2026-11-20T08:01:00Z ERROR getaddrinfo ENOTFOUND api.openai.com',
  "2026-11-20T08:05:00Z ERROR openai.RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-4o', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}",
].join('\n')

function read(log = LOG): Promise<Explanation> {
  return explain([Buffer.from(log)])
}

describe('telling an explanation', () => {
  test('annotates the lines of a log that lies in the checkout', async () => {
    const artifacts = tellExplanation(await read(), { log: 'logs/app.log', workspace: '/checkout' })
    expect(artifacts.filter(({ kind }) => kind === 'annotation')).toMatchObject([
      {
        file: 'logs/app.log',
        line: 1,
        column: 28,
        title: 'Owner: connection path – DNS name does not resolve',
        level: 'error',
      },
      { file: 'logs/app.log', line: 2, title: 'Owner: rate limit – rate limit reached' },
    ])
  })

  test.each([['/var/log/app.log'], ['../app.log'], ['-']])(
    'gives %s one annotation without a place',
    async (log) => {
      const artifacts = tellExplanation(await read(), { log, workspace: '/checkout' })
      const annotations = artifacts.filter((one) => one.kind === 'annotation')
      expect(annotations).toHaveLength(1)
      expect(annotations[0]?.file).toBeUndefined()
    },
  )

  test('the text names owner, place, timeline and the command', async () => {
    const [terminal] = tellExplanation(await read(), { log: 'app.log', workspace: '/checkout' })
    const text = terminal?.kind === 'terminal' ? terminal.text : ''
    expect(text.split('\n')[0]).toBe(
      'Owner: connection path – DNS name does not resolve (dns.name_not_resolved, confidence high)',
    )
    expect(text).toContain('  at app.log:1:28')
    expect(text).toContain('  2026-11-20T08:05:00Z  line 2: rate limit api.rate_limit_exceeded × 1')
    expect(text).toContain('openai-preflight --route openai --client node --depth route')
  })

  test('every output is set, and none beside a preflight', async () => {
    const all = tellExplanation(await read(), { log: '-', workspace: '' })
    const outputs = Object.fromEntries(
      all.flatMap((one) => (one.kind === 'output' ? [[one.name, one.value]] : [])),
    )
    expect(outputs).toMatchObject({
      verdict: 'fail',
      ok: 'false',
      owner: 'connection-path',
      branch: 'route',
      rung: 'dns',
      code: 'dns.name_not_resolved',
      confidence: 'high',
      retryable: 'false',
    })
    expect(Object.keys(outputs)).toHaveLength(13)
    const beside = tellExplanation(await read(), { log: '-', workspace: '', outputs: false })
    expect(beside.some(({ kind }) => kind === 'output')).toBe(false)
  })

  test('the summary marks orders and advice against as the terminal does', async () => {
    const explanation = await explain([Buffer.from('openai.APIConnectionError: Connection error.')])
    const summary = tellExplanation(explanation, { log: '-', workspace: '' }).find(
      (one) => one.kind === 'summary',
    )
    expect(summary?.kind === 'summary' ? summary.markdown : '').toMatch(
      /\*\*What to do\*\*\n\n- Run [^]*\n\n\*\*What not to do\*\*\n\n- Do not /,
    )
  })

  test('nothing in a log becomes markup of the summary', async () => {
    const explanation = await read(
      '[pod/<img|src=x>/a] x\nweb`|1 | Error: connect ECONNREFUSED 162.159.140.245:443 openai',
    )
    const summary = tellExplanation(explanation, { log: '<script>|x', workspace: '' }).find(
      (one) => one.kind === 'summary',
    )
    expect(summary?.kind === 'summary' ? summary.markdown : '').not.toMatch(/<script|<img/)
  })
})
