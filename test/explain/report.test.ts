import { describe, expect, test } from 'vitest'
import { explain, tellExplanation, type Explanation } from '../../src/explain/index.ts'

const LOG = [
  '2026-11-20T08:01:00Z ERROR getaddrinfo ENOTFOUND api.openai.com',
  "2026-11-20T08:05:00Z ERROR openai.RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-4o', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}",
].join('\n')

function read(log = LOG): Promise<Explanation> {
  return explain([Buffer.from(log)])
}

/** Lines of three sources with failures of three causes, each with the time given. */
async function orderOf(...times: readonly [string, string, string]): Promise<readonly number[]> {
  const failures = [
    'openai.APIConnectionError: Connection error. getaddrinfo ENOTFOUND api.openai.com',
    'openai.RateLimitError: Error code: 429 - rate_limit_exceeded',
    'openai.AuthenticationError: Error code: 401 - invalid_api_key',
  ]
  const lines = failures.map((failure, at) => `app-${String(at)}  | ${times[at] ?? ''} ${failure}`)
  const { incidents } = await explain([Buffer.from(lines.join('\n'))])
  return incidents.map(({ first }) => first.line)
}

describe('the order of incidents', () => {
  test('is that of the clock where every first place has it with an offset', async () => {
    expect(
      await orderOf('2026-11-20T10:00:00Z', '2026-11-20T11:30:00+02:00', '2026-11-20T09:00:00Z'),
    ).toEqual([3, 2, 1])
  })

  test.each([
    ['2026-11-20T10:00:00Z', '', '2026-11-20T09:00:00Z'],
    ['2026-11-20T10:00:00Z', '2026-11-20T09:30:00', '2026-11-20T09:00:00Z'],
    ['', '2026-11-20T10:00:00Z', '2026-11-20T09:00:00Z'],
  ] as const)('is that of the lines where one of %s, %s, %s has none', async (one, two, three) => {
    expect(await orderOf(one, two, three)).toEqual([1, 2, 3])
  })
})

describe('telling an explanation', () => {
  test('annotates the lines of a log that lies in the checkout', async () => {
    const artifacts = tellExplanation(await read(), { log: 'logs/app.log', workspace: '/checkout' })
    expect(artifacts.filter(({ kind }) => kind === 'annotation')).toMatchObject([
      {
        file: 'logs/app.log',
        line: 1,
        column: 28,
        title: 'Owner: connection path – DNS name does not resolve (confidence high)',
        level: 'error',
      },
      {
        file: 'logs/app.log',
        line: 2,
        title: 'Owner: rate limit – rate limit reached (confidence medium)',
      },
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

  test('the heading of the summary and the title of the annotation say how sure it is', async () => {
    const artifacts = tellExplanation(await read(), { log: '-', workspace: '' })
    expect(
      artifacts.flatMap((one) =>
        one.kind === 'annotation'
          ? [one.title]
          : one.kind === 'summary'
            ? [one.markdown.split('\n')[0]]
            : [],
      ),
    ).toEqual([
      '## Owner: connection path – DNS name does not resolve (confidence high)',
      'Owner: connection path – DNS name does not resolve (confidence high)',
    ])
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
