import { expect, test } from 'vitest'
import { proofOf } from '../../src/reports/proof.ts'
import { GOLDEN } from './golden-packets.ts'
import { failure, packet, route } from './packet-builder.ts'

const REFUSED = { rung: 'tcp', code: 'tcp.refused', because: 'port 443 refused' } as const

test('what was reached and where it stopped are told apart', () => {
  const refused = route({ verdict: failure(REFUSED) })
  expect(proofOf(packet({ routes: [refused] }), refused)).toBe(
    'Reached: DNS resolved inside the container. Stopped at: TCP (port 443 refused). No request ID returned.',
  )
})

test.each(['https://192.0.2.7/v1', 'https://[2001:db8::7]:8443/v1'])(
  'nothing is said of DNS where the base URL is an address: %s',
  (baseUrl) => {
    const literal = route({ baseUrl })
    expect(proofOf(packet({ routes: [literal] }), literal)).not.toContain('DNS')
  },
)

test.each(Object.entries(GOLDEN))(
  'the proof of %s names its request ID once',
  (_name, { packet: seen }) => {
    for (const one of seen.routes) {
      const read = `${one.verdict.summary} ${proofOf(seen, one)}`
      const { requestId: id, httpStatus: status } = one.verdict
      expect(id === '' ? 1 : read.split(id).length - 1).toBe(1)
      expect(proofOf(seen, one).split(`(status ${status})`).length).toBeLessThan(
        proofOf(seen, one).includes(`HTTP ${status}`) ? 2 : 3,
      )
    }
  },
)

test('a request ID that the evidence has already is not repeated', () => {
  const id = 'req_1234'
  const limited = route({
    verdict: { ...failure({ ...REFUSED, because: `HTTP 429, request ID ${id}` }), requestId: id },
  })
  expect(proofOf(packet({ routes: [limited] }), limited).split(id)).toHaveLength(2)
})

test('what the sentence of the verdict says already is not repeated: request ID and evidence', () => {
  const id = 'req_1234'
  const verdict = { ...failure({ ...REFUSED, because: 'HTTP 429' }), requestId: id }
  const said = (summary: string): string => {
    const one = route({ verdict: { ...verdict, summary } })
    return proofOf(packet({ routes: [one] }), one)
  }
  expect(said('OpenAI refused it.')).toMatch(/\(HTTP 429\)\. Request ID: req_1234\./)
  expect(said(`OpenAI answered HTTP 429 (request ID ${id}).`)).not.toMatch(/HTTP 429|req_1234/)
})
