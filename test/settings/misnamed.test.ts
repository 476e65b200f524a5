import { describe, expect, test } from 'vitest'
import { actionSource, readSettings } from '../../src/settings/index.ts'

/** The settings of a step: the runner hands over every input that the workflow names. */
function step(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
) {
  const variables = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
  const all = { ...variables, GITHUB_WORKSPACE: '/nowhere', ...env }
  return readSettings(actionSource((name) => variables[`INPUT_${name.toUpperCase()}`], all))
}

function told(settings: ReturnType<typeof step>): readonly string[] {
  return [...settings.problems, ...settings.routes.flatMap(({ problems }) => problems)].map(
    ({ severity, code, message, fix }) => `${severity} ${code}: ${message} ${fix}`,
  )
}

describe('an input that was not expanded', () => {
  test.each(['fail-on', 'timeout', 'client-bundle', 'allow-hosts', 'baseline', 'log', 'comment'])(
    '%s is said to be that, first of all',
    (name) => {
      expect(told(step({ [name]: '${{ vars.X }}', depth: 'route' }))[0]).toBe(
        `fatal config.value_unexpanded: ${name} is an unexpanded reference: "\${{ vars.X }}". Pass the value of the variable, not its name.`,
      )
    },
  )

  test.each(['inside', 'aggregate', 'log', 'client-bundle'])(
    'a reference in %s is no mode',
    (name) => {
      const { inside, aggregate, log, clientBundle } = step({
        [name]: '${{ vars.X }}',
        depth: 'route',
      })
      expect([inside, aggregate, log, clientBundle]).toEqual(Array(4).fill(undefined))
    },
  )

  test('what checks itself is told once', () => {
    const seen = told(step({ model: '${{ vars.X }}', depth: 'route' }))
    expect(seen.filter((one) => one.includes('unexpanded'))).toHaveLength(1)
  })
})

describe('an input of the step that this action does not have', () => {
  test.each([
    ['modle', 'model'],
    ['base_url', 'base-url'],
    ['fail_on', 'fail-on'],
    ['time-out', 'timeout'],
    ['openai-base-url', 'base-url'],
    ['openai_model', 'model'],
  ])('%s was meant for %s', (written, meant) => {
    expect(told(step({ [written]: 'x', depth: 'route' }))).toContain(
      `warning config.input_unknown: The step has an input "${written}", which this action does not have: it was not read. Write ${meant} instead.`,
    )
  })

  test('a misnamed key is why there is none', () => {
    expect(told(step({ api_key: 'x' }))).toContain(
      'fatal config.key_missing: There is no key: the step has an input "api_key", which this action does not have and did not read. Write api-key instead of "api_key".',
    )
  })

  test('says nothing of names that resemble none, of empty ones, and in an action of somebody else', () => {
    expect(told(step({ 'who-to-greet': 'x', modle: '', depth: 'route' }))).toEqual([])
    const composite = { GITHUB_ACTION_PATH: '/runner/_actions/somebody/deploy/v1' }
    expect(told(step({ modle: 'x', depth: 'route' }, composite))).toEqual([])
  })
})

test('in a step the key is given by with:, and elsewhere by its variable', () => {
  const [problem = ''] = told(step({}))
  expect(problem).toContain('with: api-key: ${{ secrets.OPENAI_API_KEY }}')
  expect(problem).not.toContain('env:')
})

describe('a list names its wrong word, and only that', () => {
  test.each([
    [{ 'fail-on': 'route, atuh, quota' }, '"atuh"', 'Write auth instead.'],
    [{ 'fail-on': 'route\natuh\nquota' }, '"atuh"', 'Write auth instead.'],
    [{ 'fail-on': 'route; atuh; quota' }, '"atuh"', 'Write auth instead.'],
    [{ 'path-checks': 'stream, bodi=2KB' }, '"bodi"', 'Write body instead.'],
  ])('%j', (inputs, word, fix) => {
    const [problem = ''] = told(step({ depth: 'route', ...inputs }))
    expect(problem).toContain(`: ${word}.`)
    expect(problem).toContain(fix)
    expect(problem).not.toContain('quota')
  })
})

test.each([
  ['timeout', '10000', 'Write 10s if milliseconds are meant.'],
  ['deadline', '10000', 'Write 10s if milliseconds are meant, or 10000s if seconds are meant.'],
  ['wait-up-to', '1500', 'Write 1500ms if milliseconds are meant, or 1500s if seconds are meant.'],
  ['timeout', '10sec', 'Write 10s.'],
  ['timeout', '1,5s', 'Write 1.5s.'],
  ['expiry-warning', '30 days', 'Write 30d.'],
  ['deadline', '300 milliseconds', 'Write 300ms.'],
])('%s: %s gets what was meant suggested', (name, value, fix) => {
  const [problem = ''] = told(step({ depth: 'route', [name]: value }))
  expect(problem).toContain(fix)
})

test('half an hour in plain seconds is no suspicion', () => {
  expect(told(step({ depth: 'route', deadline: '1800', timeout: '600' }))).toEqual([])
})

test.each([
  ['endpoint', 'chat', 'Write chat-completions.'],
  ['depth', 'reqest', 'Write request.'],
  ['comment', 'on-fail', 'Write on-failure.'],
  ['path-checks', 'websocet', 'Write websocket instead.'],
])('%s: %s names the word and what was meant, and no list', (name, value, fix) => {
  const [problem = ''] = told(step({ depth: 'route', [name]: value }))
  expect(problem).toContain(`: "${value}". ${fix}`)
})
