import { expect, test } from 'vitest'
import { REPORTS, type ReportId } from '../../src/reports/index.ts'
import { GOLDEN } from './golden-packets.ts'
import { failure, packet, route } from './packet-builder.ts'

const { view } = Object.values(GOLDEN)[0] ?? expect.unreachable()

function told(id: ReportId, confidence: 'high' | 'low', owner: 'auth' | 'unknown'): string {
  const verdict = failure({
    rung: 'http',
    code: 'http.timed_out',
    because: 'silence',
    owner,
    confidence,
    doNext: ['Run `npx openai-preflight` from the same place.'],
  })
  return JSON.stringify(
    REPORTS[id](
      packet({ verdict: { ...verdict, route: 'default' }, routes: [route({ verdict })] }),
      view,
    ),
  )
}

const READ: readonly ReportId[] = ['terminal', 'summary', 'comment', 'html', 'escalation']

test.each(READ)('%s says how strongly the evidence points where it is no proof', (id) => {
  expect(told(id, 'low', 'auth')).toContain(', confidence low')
  expect(told(id, 'high', 'auth')).not.toContain('confidence')
  expect(told(id, 'low', 'unknown')).not.toContain('confidence')
})

test.each(['summary', 'html'] as const)('%s sets a command of an order as code', (id) => {
  expect(told(id, 'low', 'auth')).toContain('<code>npx openai-preflight</code>')
})
