import { expect, test } from 'vitest'
import { entryOf } from '../../src/model/index.ts'
import { sourcesIn, textOf } from './documents.ts'

const TABLE = /^(?:export )?const ([A-Z_]+): (?:Readonly<)?Record<(?:string|number)\b/gm

test('no table of the source is looked up by a foreign name except through entryOf', () => {
  const files = sourcesIn('src/').filter((file) => file.endsWith('.ts'))
  const tables = files.flatMap((file) =>
    [...textOf(file).matchAll(TABLE)].map(([, name = '']) => ({ file, name })),
  )
  expect(tables.length).toBeGreaterThan(20)
  const looked = tables.flatMap(({ file, name }) =>
    file.startsWith('src/demo/')
      ? []
      : [...textOf(file).matchAll(new RegExp(`(?<![\\w.])${name}\\[`, 'g'))].map(
          () => `${file}: ${name}[…]`,
        ),
  )
  expect(looked).toEqual([])
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'a table has no entry %s that nobody wrote',
  (name) => {
    expect(entryOf({ one: 1 }, name)).toBeUndefined()
    expect(entryOf({ one: 1 }, 'one')).toBe(1)
  },
)
