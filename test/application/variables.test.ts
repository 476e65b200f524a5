import { expect, it } from 'vitest'
import { BASE_URL_VARIABLES, OTHER_VARIABLES } from '../../src/application/index.ts'
import { CALL_SHAPES } from '../../src/application/vocabulary.ts'

/** A library, the release or the commit that was read, and the file in it. */
const READ =
  /^[\w@/.-]+(?: \.NET| < 1)? (?:dotnet-)?(?:\d+\.[\d.]+|[\da-f]{7}) \S+\.(?:py|[cm]?[jt]s|go|kt|java|rs|rb|php|cs)\b/

it('every library that is read has a row that says which base URL it takes', () => {
  const libraries = [...new Set(CALL_SHAPES.map(({ library }) => library))]
  expect(libraries.filter((library) => !Object.hasOwn(BASE_URL_VARIABLES, library))).toEqual([])
})

it.each([
  ...Object.entries(BASE_URL_VARIABLES).map(([name, { source }]) => [name, source] as const),
  ...OTHER_VARIABLES.filter(({ libraries }) => libraries.length > 0).map(
    ({ name, source }) => [name, source] as const,
  ),
])('%s has the file and the version where it was read', (_name, source) => {
  for (const one of source.split('; ')) expect(one).toMatch(READ)
})

it('a variable that only some libraries read names libraries of the table', () => {
  const named = OTHER_VARIABLES.flatMap(({ libraries }) => libraries)
  expect(named.filter((library) => !Object.hasOwn(BASE_URL_VARIABLES, library))).toEqual([])
})
