import { PACKAGES, ROOMS, type Room } from './scripts/arrows.ts'

const NOCK = {
  group: ['nock'],
  message: 'nock replaces sockets by being imported: only in test/sdk.',
}

function restricted(files: readonly string[], patterns: readonly object[]) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } }
}

/** What a folder may not import, from the table of arrows. */
function arrowsOf([name, room]: readonly [string, Room]) {
  const others = Object.keys(ROOMS).filter(
    (other) => other !== name && other !== 'model' && !room.imports.includes(other),
  )
  const packages = Object.keys(PACKAGES).filter((one) => !PACKAGES[one]?.includes(name))
  const group = [
    ...others.flatMap((other) => ['../', '../../', '../../../'].map((up) => `${up}${other}/**`)),
    ...(room.pure === true ? ['node:*'] : []),
    ...(name === 'model' ? ['../*'] : []),
    ...packages,
  ]
  const message = `${name}/ may not import this: scripts/arrows.ts has the arrows.`
  return restricted([`src/${name}/**/*.ts`], [NOCK, { group, message }])
}

export default {
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise', 'node', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['dist/**', 'node_modules/**'],
  rules: {
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'no-console': 'error',
    'no-await-in-loop': 'off',
    'consistent-return': 'off',
    'no-shadow': 'off',
    'promise/always-return': 'off',
    'promise/no-callback-in-promise': 'off',
    'promise/catch-or-return': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'no-underscore-dangle': 'off',
  },
  overrides: [
    restricted(['src/*.ts', 'test/**/*.ts'], [NOCK]),
    { files: ['test/sdk/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
    ...Object.entries(ROOMS).map((entry) => arrowsOf(entry)),
    { files: ['scripts/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
  ],
}
