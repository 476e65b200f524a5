import { expect, test } from 'vitest'
import { annotationsOf } from '../../src/reports/annotations.ts'
import { VIEW } from './golden-packets.ts'
import { failure, packet, route } from './packet-builder.ts'

const refused = (port: number) =>
  failure({
    owner: 'connection-path',
    rung: 'tcp',
    code: 'tcp.refused',
    rule: `refused-${port}`,
    because: `port ${port} refused`,
    summary: `Port ${port} refuses.`,
  })

test('routes that fail by the same rule and code share one annotation, which names them', () => {
  const routes = ['a', 'b', 'c'].map((name) => route({ name, verdict: refused(443) }))
  const [only, ...more] = annotationsOf(packet({ routes }), VIEW)
  expect(more).toEqual([])
  expect(only?.message).toContain('Routes: a, b, c')
})

test('one route in fail-on is enough for an error, none makes a warning', () => {
  const warned = route({ name: 'a', failOn: ['auth'], verdict: refused(443) })
  const failed = route({ name: 'b', verdict: refused(443) })
  const levels = (...routes: (typeof warned)[]) =>
    annotationsOf(packet({ routes }), VIEW).map((one) => one.level)
  expect(levels(warned)).toEqual(['warning'])
  expect(levels(warned, failed)).toEqual(['error'])
  expect(levels(route({ verdict: refused(1), failOn: ['connection-path'] }))).toEqual(['error'])
})

test('the tenth annotation says how many more there are, errors first', () => {
  const routes = Array.from({ length: 14 }, (_, index) =>
    route({ name: `r${index}`, verdict: refused(index), failOn: index < 2 ? [] : ['route'] }),
  )
  const all = annotationsOf(packet({ routes }), VIEW)
  expect(all).toHaveLength(10)
  expect(all.slice(0, 9).every((one) => one.level === 'error')).toBe(true)
  expect(all[9]).toMatchObject({ title: 'and 5 more', level: 'error', line: 17 })
  expect(all[9]?.message).toContain('r13')
})

test('nothing is said about a route that passes without remarks', () => {
  expect(annotationsOf(packet(), VIEW)).toEqual([])
})

test('without a known step the annotation has no place', () => {
  const { step: _step, ...view } = VIEW
  const [only] = annotationsOf(packet({ routes: [route({ verdict: refused(443) })] }), view)
  expect(only).not.toHaveProperty('file')
  expect(only).not.toHaveProperty('line')
})

test('the message is cut to what the runner keeps', () => {
  const verdict = {
    ...refused(443),
    doNext: Array.from({ length: 40 }, (_, index) => `${index} ${'long '.repeat(100)}`),
  }
  const [only] = annotationsOf(packet({ routes: [route({ verdict })] }), VIEW)
  expect(only?.message).toHaveLength(4096)
  expect(only?.message.endsWith('…')).toBe(true)
})

test('each key of the front end has an error of its own at its file and line, whatever failed first', () => {
  const key = (line: number, original?: object) => ({
    kind: 'key',
    what: 'openai-project',
    file: 'dist/app.js',
    line,
    column: 9,
    ...(original === undefined ? {} : { original }),
  })
  const hits = [
    key(1, { file: 'src/chat.ts', line: 12, column: 5 }),
    ...Array.from({ length: 20 }, (_, index) => key(index + 2)),
  ]
  const seen = {
    id: 'client-bundle',
    probe: 'client-bundle',
    rung: 'config',
    target: 'dist',
    attempt: 0,
    startedMs: 0,
    elapsedMs: 1,
    status: 'failed',
    code: 'client.key_in_bundle',
    because: '',
    facts: { files: 1, bytes: 1, hits, ignored: 0 },
  } as const
  const passedOver = route({ verdict: refused(443), failOn: [] })
  const observations = [...passedOver.observations, seen]
  const all = annotationsOf(packet({ routes: [{ ...passedOver, observations }] }), VIEW)
  expect(all).toHaveLength(10)
  expect(all[1]).toMatchObject({ level: 'error', file: 'src/chat.ts', line: 12 })
  expect(all[2]).toMatchObject({ level: 'error', file: 'dist/app.js', line: 2 })
  expect(all[9]).toMatchObject({ title: 'and 13 more', level: 'error' })
  expect(all[9]?.message).toContain('key (openai-project) at dist/app.js:10:9')
})
