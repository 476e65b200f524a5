import { describe, expect, test } from 'vitest'
import { PROMISES } from '../../scripts/promises.ts'
import { textOf } from './documents.ts'

test('every promise of the contract has its place in the code', () => {
  expect([...new Set(PROMISES.map(({ promise }) => promise))]).toEqual([1, 2, 3, 4, 5, 6])
})

describe.each(PROMISES.map((one) => [`${one.promise} ${one.holder}`, one] as const))(
  'promise %s',
  (_, { promise, file, holder, mutant, test: { file: testFile, title } }) => {
    const source = textOf(file)

    test('is one function or class, which says so', () => {
      const declared = new RegExp(
        String.raw`/\*\*((?:[^*]|\*(?!/))*)\*/\n(?:export )?(?:async )?(?:function|class) ${holder}\b`,
        'g',
      )
      const comments = [...source.matchAll(declared)].map(([, comment = '']) => comment)
      expect(comments).toEqual([
        expect.stringMatching(new RegExp(String.raw`\bPromise ${promise}:`)),
      ])
    })

    test('can be broken, and has a test that notices (npm run mutate promises)', () => {
      expect(source.split(mutant[0])).toHaveLength(2)
      expect(textOf(testFile)).toContain(title)
    })
  },
)
