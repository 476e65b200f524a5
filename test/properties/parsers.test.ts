import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { corsOutcome, corsQuestion, readCors } from '../../src/browser/cors.ts'
import { readPacket } from '../../src/packets/compare/index.ts'
import { errorOf, claimsOf } from '../../src/probes/entra/index.ts'
import { explain } from '../../src/explain/index.ts'
import { decodeJson, readFrame } from '../../src/inside/frame.ts'
import { splitPrefix } from '../../src/inside/prefix.ts'
import { parseFlags } from '../../src/command-line/flags.ts'
import { resolved, scopeOf } from '../../src/knowledge/addresses.ts'
import { bareHost, hostAndPort } from '../../src/model/index.ts'
import { describeCertificate } from '../../src/wire/certificate.ts'
import { headersOfInterest } from '../../src/evidence/headers.ts'
import { durationMs, limitsOf, retryAfterMs } from '../../src/evidence/limits.ts'
import { hostsFileEntry, searching } from '../../src/wire/name-servers.ts'
import { refusal } from '../../src/evidence/tunnel.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
  fc.stringMatching(/^[\w.:;,="'%{}/@ \r\n-]{0,120}$/),
)

/** Parsers of text that others write; none may throw, whatever the text is. */
const PARSERS: Readonly<Record<string, (one: string, two: string) => unknown>> = {
  'a duration': (one) => durationMs(one),
  'Retry-After': (one, two) => retryAfterMs({ 'retry-after': one, 'retry-after-ms': two }, 0),
  'headers of limits': (one, two) =>
    limitsOf({ 'x-ratelimit-limit-requests': one, 'x-ratelimit-reset-tokens': two }, 0),
  headers: (one, two) =>
    headersOfInterest([
      [one, two],
      ['server', one],
      ['set-cookie', [one, two]],
    ]),
  'the hosts file': (one, two) => hostsFileEntry(one, () => two),
  'resolv.conf': (one) => searching(() => one),
  'an address': (one) => [scopeOf(one), resolved(one), hostAndPort(one, 1), bareHost(one)],
  'a proxy that refuses': (one, two) =>
    refusal({ status: one.length, headers: { 'proxy-status': one, 'x-squid-error': two } }),
  'a packet': (one, two) => readPacket(one, two),
  'flags of the command line': (one, two) => parseFlags([one, two, `--${one}=${two}`, `--${two}`]),
  'a command prefix': (one) => splitPrefix(one),
  'a frame': (one, two) => [readFrame(one, two), decodeJson(one)],
  'an error of Entra ID': (one) => errorOf(one),
  'the claims of a token': (one, two) => [claimsOf(one), claimsOf(`${one}.${two}.x`)],
  CORS: (one, two) => {
    const { wanted } = corsQuestion(one, 'authorization')
    const headers = { 'access-control-allow-origin': two, 'access-control-allow-headers': one }
    return corsOutcome(readCors(headers, 200, one, wanted))
  },
}

describe('never throws on any text', () => {
  test.for(Object.entries(PARSERS))('%s', ([, parse]) => {
    fc.assert(
      fc.property(text, text, (one, two) => {
        expect(() => parse(one, two)).not.toThrow()
      }),
      { numRuns: 400 },
    )
  })

  test('a log, in any bytes and any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.uint8Array({ maxLength: 300 }),
            text.map((one) => Buffer.from(one)),
          ),
        ),
        async (pieces) => {
          const { verdict } = await explain(pieces)
          expect(verdict.summary).not.toBe('')
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a certificate, whatever stands in it', () => {
    const name = fc.record(
      { CN: fc.oneof(text, fc.array(text)), O: text, OU: text, C: text },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(name, name, text, text, (subject, issuer, names, date) => {
        const facts = describeCertificate({
          subject,
          issuer,
          subjectaltname: names,
          valid_from: date,
          valid_to: date,
          fingerprint256: 'AA:BB',
        })
        expect(facts.subject.length).toBeLessThan(600)
        expect(facts.names.length).toBeLessThanOrEqual(10)
        expect(`${facts.subject}${facts.names.join('')}`).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }),
      { numRuns: 400 },
    )
  })
})

describe('is linear in its input', () => {
  const LONG = 200_000
  const SHAPES: Readonly<Record<string, string>> = {
    'one letter': 'a'.repeat(LONG),
    digits: '1'.repeat(LONG),
    'alternating units': '1m1s'.repeat(LONG / 4),
    blanks: ' '.repeat(LONG),
    quotes: `"'`.repeat(LONG / 2),
    'equal signs': 'a=,;'.repeat(LONG / 4),
  }
  test.for(Object.entries(PARSERS))('%s', ([, parse]) => {
    for (const [shape, long] of Object.entries(SHAPES)) {
      const started = performance.now()
      parse(long, long)
      expect([shape, performance.now() - started < 1500]).toEqual([shape, true])
    }
  })
})
