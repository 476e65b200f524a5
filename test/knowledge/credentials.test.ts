import { describe, expect, test } from 'vitest'
import { CREDENTIALS, KEY_BEGINNINGS, vendorOf } from '../../src/knowledge/credentials.ts'
import { createRedactor } from '../../src/redaction/index.ts'
import { holdsKey } from '../../src/settings/problem.ts'

const some = (count: number): string => 'aB3dE6gH9k'.repeat(20).slice(0, count)
const upper = (count: number): string => 'AB3DE6GH9K'.repeat(20).slice(0, count)

/** Built here: no text of a key stands in the repository. */
const KEYS = KEY_BEGINNINGS.filter((begin) => begin !== 'eyJ').map((begin) => ({
  begin,
  key: begin + (begin.startsWith('A') && begin !== 'AIza' ? upper(16) + '=='.slice(2) : some(44)),
}))

describe('a credential of the table', () => {
  test.each(KEYS)('that begins with $begin is taken out of any text', ({ begin, key }) => {
    const text = begin === 'ABSK' ? begin + some(44) : key
    for (const around of [
      `https://llm.example.com/${text}/v1`,
      `x ${text} y`,
      `{"k":"${text}"}`,
      encodeURIComponent(`a ${text} b`),
      `request_${text}`,
    ]) {
      const shown = createRedactor([]).text(around, 'x')
      expect(shown).toContain('[removed: ')
      expect(shown).not.toContain(text.slice(-12))
    }
  })

  test.each(KEYS.filter(({ begin }) => !begin.startsWith('A')))(
    'that begins with $begin is never printed as a setting',
    ({ begin, key }) => {
      if (vendorOf(key) === undefined) return
      expect([begin, holdsKey(`https://llm.example.com/${key}/v1`)]).toEqual([begin, true])
    },
  )

  test('an Azure key in upper case is one too', () => {
    expect(vendorOf('0123456789ABCDEF0123456789abcdef')?.kind).toBe('azure')
  })

  test('only keys of OpenAI are taken by OpenAI', () => {
    const taken = CREDENTIALS.filter(({ takenBy }) => takenBy === 'openai')
    expect(taken.map(({ kind }) => kind)).toEqual([
      'openai-admin',
      'openai-service-account',
      'openai-project',
      'openai-user',
      'openai-session',
    ])
  })

  test('longer beginnings are looked at before shorter ones that they hold', () => {
    for (const [at, one] of KEY_BEGINNINGS.entries()) {
      for (const later of KEY_BEGINNINGS.slice(at + 1)) expect(later.startsWith(one)).toBe(false)
    }
  })
})
