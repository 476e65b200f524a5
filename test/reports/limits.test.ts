import { describe, expect, test } from 'vitest'
import { REPORTS } from '../../src/reports/index.ts'
import { bar, bytesOf, fitting } from '../../src/reports/layout.ts'
import { VIEW } from './golden-packets.ts'
import type { Packet } from '../../src/model/index.ts'
import { failure, healthy, observation, packet, route } from './packet-builder.ts'

/** 300 routes with 300 observations each, in characters of three bytes. */
function enormous() {
  const many = [
    ...healthy(),
    ...Array.from({ length: 300 }, (_, index) =>
      observation({
        probe: 'control',
        id: `control#${index}`,
        startedMs: index,
        because: '語'.repeat(900),
        status: 'failed',
        code: 'http.closed',
      }),
    ),
  ]
  const verdict = failure({
    owner: 'unknown',
    rung: 'http',
    code: 'http.closed',
    because: '語'.repeat(3000),
    summary: '語'.repeat(3000),
  })
  return packet({
    routes: Array.from({ length: 300 }, (_, index) =>
      route({ name: `route-${index}`, observations: many, verdict }),
    ),
  })
}

describe('an enormous packet', () => {
  const whole = enormous()

  test('makes a summary below 200 KiB that says what is missing', () => {
    const [artifact] = REPORTS.summary(whole, VIEW)
    const text = artifact?.kind === 'summary' ? artifact.markdown : ''
    expect(bytesOf(text)).toBeLessThanOrEqual(200 * 1024)
    expect(bytesOf(text)).toBeGreaterThan(50 * 1024)
    expect(text).toMatch(/^## ❌ Fail – owner: unknown – HTTP closed\n/)
    expect(text).toMatch(
      /_Cut here to stay within the size limit: \d+ more sections left out\. All of it is in packet\.json and report\.html\._\n$/,
    )
    expect(text.split('<details>').length).toBe(text.split('</details>').length)
  })

  test('makes a page below 4 MB that tells every route that failed, and says which in short', () => {
    const many = packet({
      routes: Array.from({ length: 1000 }, (_, index) =>
        route({
          name: `route-${index}`,
          observations: healthy(),
          ...(index % 10 === 9
            ? { verdict: failure({ rung: 'tls', code: 'tls.reset', because: 'ECONNRESET' }) }
            : {}),
        }),
      ),
    })
    const page = (one: Packet) => {
      const [file] = REPORTS.html(one, VIEW)
      return file?.kind === 'file' ? [...file.content].join('') : ''
    }
    const text = page(many)
    expect(bytesOf(text)).toBeLessThan(4_000_000)
    for (let index = 9; index < 1000; index += 10) expect(text).toContain(`route-${index}:`)
    expect(text).toMatch(
      /\d+ routes only in the table above\. packet\.json has every observation\./,
    )
    expect(bytesOf(page(whole))).toBeLessThan(12_000_000)
  })

  test('makes a comment and a check run that GitHub takes', () => {
    const [comment] = REPORTS.comment(whole, VIEW)
    const [check] = REPORTS['check-run'](whole, VIEW)
    expect(comment?.kind === 'comment' && comment.markdown.length <= 65_000).toBe(true)
    expect(check?.kind === 'check-run' && check.summary.length <= 65_535).toBe(true)
  })
})

describe('fitting', () => {
  const length = (text: string) => text.length

  test('keeps everything that fits, exactly', () => {
    expect(fitting(['aaaa', '', 'bbbb'], 11, length, 'x')).toBe('aaaa\n\nbbbb\n')
  })

  test('never exceeds the limit and counts what is left out', () => {
    const sections = Array.from({ length: 20 }, () => 'x'.repeat(50))
    for (let limit = 200; limit < 1100; limit += 7) {
      const text = fitting(sections, limit, length, 'Elsewhere.')
      expect(text.length).toBeLessThanOrEqual(limit)
      const kept = text.split('x'.repeat(50)).length - 1
      expect(text.includes(`${20 - kept} more section`)).toBe(kept < 20)
    }
  })
})

test.each([
  [0, 100, 100, '██████████'],
  [50, 50, 100, '░░░░░█████'],
  [0, 0, 100, '█░░░░░░░░░'],
  [100, 0, 100, '░░░░░░░░░█'],
  [0, 0, 0, '█░░░░░░░░░'],
  [500, 500, 100, '░░░░░░░░░█'],
])(
  'a bar from %i for %i of %i ms has its place and at least one column',
  (start, elapsed, total, expected) => {
    expect(bar(start, elapsed, total, 10)).toBe(expected)
  },
)
