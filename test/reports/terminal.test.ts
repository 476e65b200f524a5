import { describe, expect, test } from 'vitest'
import { REPORTS, provenLine, rungLine } from '../../src/reports/index.ts'
import { columnsOf, wrapped } from '../../src/reports/terminal-text.ts'
import { duration } from '../../src/reports/words.ts'
import { GOLDEN, VIEW } from './golden-packets.ts'
import { healthy, observation } from './packet-builder.ts'

const plain = { width: 80, colour: false }

describe('a line of the ladder', () => {
  test.each([
    [{ rung: 'dns', status: 'ok', because: 'a → b', elapsedMs: 12 }, '  ✓ dns        12 ms  a → b'],
    [
      { rung: 'request', status: 'failed', because: 'no', elapsedMs: 1300 },
      '  ✗ request    1.3 s  no',
    ],
    [{ rung: 'proxy', status: 'skipped', because: 'direct' }, '  – proxy             direct'],
  ] as const)('of %o', (step, expected) => {
    expect(rungLine(step, plain)).toBe(expected)
  })

  test('is printed as its observation is made', () => {
    expect(healthy().map((one) => provenLine(one, { width: 100, colour: false })))
      .toMatchInlineSnapshot(`
        [
          "  ✓ config      2 ms",
          "  ✓ dns        12 ms  api.openai.com → 192.0.2.7, 192.0.2.8",
          "  ✓ tcp        23 ms  192.0.2.7:443",
          "  ✓ tls        37 ms  TLSv1.3, issuer WE1, ALPN http/1.1, verified",
          "  ✓ http      310 ms  POST /v1/responses → HTTP 200, request ID
                              req_0f1e2d3c4b5a69788796a5b4c3d2e1f0, body json",
          "  ✓ answer      3 ms  openai@7.57.0, completed",
        ]
      `)
    const failed = observation({
      probe: 'connect',
      status: 'failed',
      code: 'tcp.refused',
      facts: {
        attempts: [
          {
            address: '192.0.2.7',
            family: 4,
            port: 443,
            status: 'failed',
            errno: 'ECONNREFUSED',
            elapsedMs: 3,
          },
        ],
      },
    })
    expect(provenLine(failed, plain)).toBe(
      '  ✗ tcp         1 ms  tcp.refused · 192.0.2.7 ECONNREFUSED after 3 ms',
    )
  })

  test('has colour only when it is asked for', () => {
    const step = { rung: 'dns', status: 'ok', because: 'fine' } as const
    expect(rungLine(step, plain)).not.toContain('\u001b')
    expect(rungLine(step, { width: 80, colour: true })).toContain('\u001b[32m✓\u001b[0m')
  })
})

test.each([40, 60, 80, 120])('no line is wider than %i columns unless one word is', (width) => {
  for (const { packet } of Object.values(GOLDEN)) {
    const [artifact] = REPORTS.terminal(packet, { ...VIEW, terminal: { width, colour: false } })
    const lines = artifact?.kind === 'terminal' ? artifact.text.split('\n') : []
    expect(lines.length).toBeGreaterThan(3)
    // The mark, the rung and the time take 22 columns; evidence gets at least 20, a long word its own line.
    const limit = Math.max(width, 44)
    const lastWord = (line: string) => line.split(' ').at(-1) ?? ''
    expect(lines.filter((line) => columnsOf(line) > limit && lastWord(line).length < 20)).toEqual(
      [],
    )
  }
})

test('wide characters count two columns', () => {
  expect(columnsOf('a語é😀')).toBe(6)
  expect(wrapped('語語 語語 a', 5)).toEqual(['語語', '語語', 'a'])
})

test.each([
  [0, '0 ms'],
  [0.4, '<1 ms'],
  [12.4, '12 ms'],
  [999.6, '1.0 s'],
  [1300, '1.3 s'],
  [59_960, '1 min 0 s'],
  [125_000, '2 min 5 s'],
  [-1, '–'],
  [Number.NaN, '–'],
])('%d milliseconds read %s', (milliseconds, expected) => {
  expect(duration(milliseconds)).toBe(expected)
})
