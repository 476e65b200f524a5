import { describe, expect, test } from 'vitest'
import { VERDICT_FORMATS, type Packet } from '../../src/model/index.ts'
import { formatted } from '../../src/packets/formats.ts'
import { failure, packet, route, verdict } from '../reports/packet-builder.ts'

const VIEW = {
  docsUrl: 'https://github.com/o/r/blob/main/docs/findings.md',
  step: { file: '.github/workflows/deploy.yml', line: 12 },
}
const EVIL = 'a"]]>\u0001<b>&\\\n{x="y"}'
const tls = failure({
  rung: 'tls',
  code: 'tls.cert.authority_invalid',
  because: 'issuer Corporate CA',
  owner: 'connection-path',
  summary: EVIL,
  doNext: ['Add the root.'],
})
const failing = packet({
  routes: [route({ name: 'openai' }), route({ name: EVIL, model: EVIL, verdict: tls })],
  verdict: { ...tls, route: EVIL },
})
const of = (format: (typeof VERDICT_FORMATS)[number], one: Packet = failing) =>
  formatted(one, format, VIEW)

describe('junit', () => {
  test('has a suite for each route, a case for each rung, one failure, and is well-formed', () => {
    const text = of('junit')
    expect(text.match(/<testsuite /g)).toHaveLength(2)
    expect(text.match(/<testcase /g)).toHaveLength(20)
    expect(text.match(/<failure /g)).toEqual(['<failure '])
    expect(text).toContain('type="tls.cert.authority_invalid"')
    expect(text).toContain('tests="10" failures="1" skipped="6"')
    expect(wellFormed(text)).toBe(true)
  })

  test('a run that had no route, and a failure without a rung, fail as well', () => {
    const open = verdict({ verdict: 'inconclusive', owner: 'unknown', firstBad: 'none' })
    const none = packet({ routes: [], verdict: { ...open, route: '' } })
    const one = packet({ routes: [route({ verdict: open })], verdict: { ...open, route: '' } })
    expect(of('junit', none)).toContain('<failure ')
    expect(of('junit', one)).toContain('<failure ')
  })
})

test('sarif points to the line of the step, with one rule for each finding', () => {
  const { version, runs } = JSON.parse(of('sarif'))
  expect(version).toBe('2.1.0')
  expect(runs[0].results).toMatchObject([
    {
      ruleId: 'tls/cert.authority_invalid',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: VIEW.step.file },
            region: { startLine: 12 },
          },
        },
      ],
    },
  ])
  expect(runs[0].tool.driver.rules).toHaveLength(1)
  expect(JSON.parse(of('sarif', packet())).runs[0].results).toEqual([])
})

test('prometheus is one sample on a line, each of a metric with help and type, whatever a label holds', () => {
  const lines = of('prometheus').trimEnd().split('\n')
  const samples = lines.filter((line) => !line.startsWith('#'))
  const sample =
    /^openai_preflight_[a-z_]+(?:\{(?:[a-z]+="(?:[^"\\\n]|\\["\\n])*",?)*\})? -?[\d.e+]+$/
  expect(samples.filter((line) => !sample.test(line))).toEqual([])
  for (const line of samples) {
    const [name] = /^\w+/.exec(line) ?? []
    expect(lines).toContain(`# TYPE ${name ?? ''} gauge`)
  }
  expect(samples[0]).toMatch(/^openai_preflight_pass\{route="openai",host="api.openai.com",.*\} 1$/)
})

test('otlp-json has the same metrics, with the attributes of the machine', () => {
  const [resource] = JSON.parse(of('otlp-json')).resourceMetrics
  const metrics = resource.scopeMetrics[0].metrics
  expect(metrics.map((one: { name: string }) => one.name)).toContain('openai.preflight.rung')
  expect(metrics[0].gauge.dataPoints).toMatchObject([{ asDouble: 1 }, { asDouble: 0 }])
  expect(metrics[0].gauge.dataPoints[0].timeUnixNano).toMatch(/^\d{19}$/)
  expect(resource.resource.attributes[0]).toEqual({
    key: 'service.name',
    value: { stringValue: 'openai-preflight' },
  })
})

test.each(VERDICT_FORMATS)('%s is made of a passing packet', (format) => {
  expect(of(format, packet()).length).toBeGreaterThan(200)
})

/** Tags that close, attributes in quotes, no bare sign: what a parser of XML insists on. */
function wellFormed(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) return false
  const open: string[] = []
  const tag = /<(?:\?[^>]*\?|(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*))>|([^<]+)/gy
  let at = 0
  for (const [whole, close, name = '', , content] of text.matchAll(tag)) {
    at += whole.length
    if (content !== undefined && /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(content))
      return false
    if (name === '') continue
    if (close === '/' ? open.pop() !== name : open.push(name) === 0) return false
  }
  return at === text.length && open.length === 0
}
