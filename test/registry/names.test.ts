import { expect, test } from 'vitest'
import { sourcesIn, textOf } from './documents.ts'

test('a type that others may use has one meaning: its name is exported once', () => {
  const homes = new Map<string, string[]>()
  for (const file of sourcesIn('src/')) {
    for (const [, name = ''] of textOf(file).matchAll(/^export (?:type|interface) ([A-Z]\w*)/gm)) {
      homes.set(name, [...(homes.get(name) ?? []), file])
    }
  }
  const twice = [...homes].filter(([, files]) => new Set(files).size > 1)
  expect(homes.size).toBeGreaterThan(200)
  expect(twice).toEqual([])
})
