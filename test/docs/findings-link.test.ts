import { expect, test } from 'vitest'
import { docsUrl } from '../../src/doors/preflight-mode.ts'
import { VERSION } from '../../src/version.ts'

const OURS = 'openai-preflight/openai-preflight'

test.each([
  [
    'the tag that the workflow names',
    { GITHUB_ACTION_REPOSITORY: OURS, GITHUB_ACTION_REF: 'v1' },
    'v1',
  ],
  ['the command line', {}, `v${VERSION}`],
  [
    'a composite action of somebody else, whose tag is not ours',
    { GITHUB_ACTION_REPOSITORY: 'somebody/deploy', GITHUB_ACTION_REF: 'v9' },
    `v${VERSION}`,
  ],
  [
    'a ref that is none',
    { GITHUB_ACTION_REPOSITORY: OURS, GITHUB_ACTION_REF: '../../evil' },
    `v${VERSION}`,
  ],
])('findings are explained as this version knows them: %s', (_name, env, tag) => {
  expect(docsUrl(env)).toBe(`https://github.com/${OURS}/blob/${tag}/docs/findings.md`)
})
