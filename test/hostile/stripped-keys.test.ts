import { describe, expect, test } from 'vitest'
import { startApi } from '../loopback/api.ts'
import { proxy407, startProxy } from '../loopback/proxy.ts'
import { runPreflight } from './run-preflight.ts'

/** In the form of base64: rules, outputs and cuts take `+`, `/` and `=` out or end in the middle. */
const KEY = ['Qx7+mB2', 'vN9Zt4K', 'w8+Lp3Rd', '6Hs5Jf1/', 'Tz8uWq4', '='].join('')
/** A shorter piece is of no use to anybody. */
const LONGEST_PIECE = 12

const bare = (text: string): string => text.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()

/** Pieces of the key, in any case and without its punctuation. */
function piecesIn(value: unknown): readonly string[] {
  const text = bare(JSON.stringify(value))
  const key = bare(KEY)
  return Array.from({ length: key.length - LONGEST_PIECE + 1 }, (_, start) =>
    key.slice(start, start + LONGEST_PIECE),
  ).filter((piece) => text.includes(piece))
}

const SETTINGS = { route: 'gateway', model: 'some-model', 'api-key': KEY }

describe('a key with + / = that a server echoes is printed neither stripped nor cut', () => {
  // Header values are cut after 200 characters: the cut falls before, into and behind the key.
  test.each([0, 160, 175, 183, 190, 198])('%i characters behind the beginning', async (before) => {
    const value = `${'.'.repeat(before)}${KEY}`
    await using api = await startApi({
      answers: {
        '*': {
          status: 401,
          headers: {
            'x-request-id': value,
            server: value,
            via: `1.1 ${value}`,
            'x-ms-error-code': value,
            'www-authenticate': `Bearer realm="${value}"`,
          },
          body: '{}',
        },
      },
    })
    const packet = await runPreflight({ ...SETTINGS, 'base-url': api.baseUrl })
    expect(api.keyBytes(KEY)).toBe(KEY.length)
    expect(piecesIn(packet)).toEqual([])
    expect(packet.redactions.map(({ where }) => where)).toContain('headers')
  })

  test.each([
    ['the host', `https://${KEY}.example.test/v1`],
    ['the path', `https://example.test/${KEY}`],
    ['the password', `https://user:${KEY}@example.test/`],
    ['the host with percent signs', `https://${encodeURIComponent(KEY)}.example.test/v1`],
  ])('in %s of location', async (_where, location) => {
    await using api = await startApi({ answers: { '*': { status: 302, headers: { location } } } })
    const packet = await runPreflight({ ...SETTINGS, 'base-url': api.baseUrl })
    expect(packet.verdict.verdict).toBe('fail')
    expect(piecesIn(packet)).toEqual([])
  })

  test('by a proxy that refuses', async () => {
    const { status, headers } = proxy407('Basic realm="x"')
    const value = `${'.'.repeat(183)}${KEY}`
    await using proxy = await startProxy({
      behaviour: { does: 'answer', reply: { status, headers: { ...headers, via: value } } },
    })
    const packet = await runPreflight(
      { ...SETTINGS, 'base-url': 'https://gateway.corp.test/v1' },
      { env: { HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' } },
    )
    expect(packet.verdict.code).toBe('proxy.auth_required')
    expect(piecesIn(packet)).toEqual([])
  })
})
