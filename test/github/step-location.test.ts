import { describe, expect, test } from 'vitest'
import type { ReadFile } from '../../src/github/index.ts'
import { findStep } from '../../src/github/step-location.ts'

const WORKFLOW = `name: deploy
on: push
jobs:
  preflight:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - name: Is the route open?
        id: route
        uses: acme/openai-preflight@v1
        with:
          model: x
      - uses: acme/openai-preflight@v1
      - run: echo
      - uses: Acme/OpenAI-Preflight/sub@v1 # second without an id
  local:
    steps:
      - &step
        name: here
        uses: ./
      - *step
  flow: { steps: [{ uses: acme/openai-preflight@main }] }
  called:
    uses: ./.github/workflows/reusable.yml
`

const ENV = {
  GITHUB_WORKSPACE: '/checkout',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
  GITHUB_JOB: 'preflight',
  GITHUB_ACTION: 'route',
  GITHUB_ACTION_REPOSITORY: 'acme/openai-preflight',
}

const files: ReadFile = (path) =>
  path === '/checkout/.github/workflows/deploy.yml' ? WORKFLOW : undefined
const find = (env: Partial<typeof ENV>, readFile = files) => findStep({ ...ENV, ...env }, readFile)

describe('the step that runs us', () => {
  test.each([
    ['by its id', {}, 10],
    ['by the name that the runner makes', { GITHUB_ACTION: '__acme_openai-preflight' }, 13],
    ['as the second of the same name', { GITHUB_ACTION: '__acme_openai-preflight_2' }, 15],
    [
      'when the action is in the checkout',
      { GITHUB_JOB: 'local', GITHUB_ACTION: '__self', GITHUB_ACTION_REPOSITORY: '' },
      20,
    ],
    ['in flow style', { GITHUB_JOB: 'flow', GITHUB_ACTION: '__acme_openai-preflight' }, 22],
    [
      'from a tag with a slash and an at sign',
      { GITHUB_WORKFLOW_REF: `${ENV.GITHUB_WORKFLOW_REF}@x` },
      10,
    ],
  ])('is found %s', (_name, env, line) => {
    expect(find(env)).toEqual({ file: '.github/workflows/deploy.yml', line })
  })

  test.each([
    [
      'of another repository',
      { GITHUB_WORKFLOW_REF: 'acme/other/.github/workflows/deploy.yml@main' },
    ],
    [
      'outside the folder of workflows',
      { GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/../../x.yml@main' },
    ],
    ['that was not checked out', { GITHUB_WORKSPACE: '/elsewhere' }],
    ['that calls a reusable workflow with the step', { GITHUB_JOB: 'called' }],
    ['without this job', { GITHUB_JOB: 'inner' }],
    ['whose step of this id uses something else', { GITHUB_ACTION_REPOSITORY: 'acme/composite' }],
    ['with fewer steps of this name', { GITHUB_ACTION: '__acme_openai-preflight_3' }],
    ['when nothing is known', { GITHUB_WORKFLOW_REF: '', GITHUB_REPOSITORY: '' }],
  ])('is not guessed in a workflow %s', (_name, env) => {
    expect(find(env)).toBeUndefined()
  })

  test('is looked for in files of up to 512 KiB', () => {
    const padded = (size: number) => () => WORKFLOW + '#'.repeat(size - WORKFLOW.length)
    expect(find({}, padded(512 * 1024))?.line).toBe(10)
    expect(find({}, padded(512 * 1024 + 1))).toBeUndefined()
  })

  test.each([
    '',
    '- a',
    'jobs: 1',
    'jobs: { preflight: { steps: { a: 1 } } }',
    '{{{',
    'jobs:\n  preflight: *nothing',
    '\u0000',
  ])('is not found in a broken file: %j', (text) => {
    expect(find({}, () => text)).toBeUndefined()
  })
})
