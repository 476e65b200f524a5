import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { isUsageProblem } from '../../src/settings/index.ts'
import type { Settings } from '../../src/settings/index.ts'
import { AZURE_KEY, KEY, codes, settingsOf } from './source.ts'

const example = readFileSync(new URL('routes.example.yml', import.meta.url), 'utf8')
const schema = JSON.parse(
  readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8'),
)
const valid = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema)

const env = { OPENAI_API_KEY: KEY, AZURE_FRANKFURT_KEY: AZURE_KEY, GATEWAY_KEY: 'gateway-key-0001' }

function read(text: string, inputs: Readonly<Record<string, string>> = {}): Settings {
  return settingsOf({ inputs: { config: 'c.yml', ...inputs }, env, files: { '/repo/c.yml': text } })
}

function allProblems(settings: Settings): Settings['problems'] {
  return [...settings.problems, ...settings.routes.flatMap(({ problems }) => problems)]
}

test('the example gives three routes, each with defaults, its own settings and its own key', () => {
  const settings = read(example)
  expect(allProblems(settings)).toEqual([])
  expect(
    settings.routes.map(({ route, client }) => ({
      ...route,
      apiKey: route.apiKey?.source,
      client,
    })),
  ).toMatchObject(
    [
      {
        name: 'direct',
        kind: 'openai',
        model: 'your-model',
        timeoutMs: 15_000,
        failOn: ['route', 'auth', 'quota'],
        apiKey: 'OPENAI_API_KEY',
      },
      {
        name: 'frankfurt',
        kind: 'azure',
        model: 'our-deployment',
        apiVersion: '2024-10-21',
        apiKey: 'AZURE_FRANKFURT_KEY',
      },
      {
        name: 'gateway',
        kind: 'gateway',
        baseUrl: 'https://llm.internal:8443/v1',
        client: 'python',
        compareDirect: true,
        attempts: 3,
        waitUpToMs: 30_000,
        failOn: [],
        apiKey: 'GATEWAY_KEY',
      },
    ].map((route) => expect.objectContaining(route)),
  )
})

test('routes may be a list with names, and aliases are followed', () => {
  const settings = read(`
defaults: &all
  model: m
routes:
  - name: one
    <<: 1
  - *two
`)
  expect(codes(allProblems(settings))).toContain('fatal config.file_invalid')
  const good = read(
    'routes:\n  - &a {name: one, api-key-env: OPENAI_API_KEY, model: &m x}\n  - {name: two, model: *m}\n',
  )
  expect(good.routes.map(({ route }) => [route.name, route.model])).toEqual([
    ['one', 'x'],
    ['two', 'x'],
  ])
})

test('inputs are the defaults of the file, but those that name one service are not used', () => {
  const settings = read('routes: {a: {}, b: {timeout: 3}}', {
    timeout: '7s',
    'api-key': KEY,
    'base-url': 'https://llm.example.com/v1',
    route: 'auto',
  })
  expect(settings.routes.map(({ route }) => route.timeoutMs)).toEqual([7000, 3000])
  expect(settings.routes.map(({ route }) => route.baseUrl)).toEqual(
    Array(2).fill('https://api.openai.com/v1'),
  )
  expect(codes(settings.problems)).toEqual([
    'warning config.conflict_config',
    'warning config.conflict_config',
  ])
})

test('a gateway never gets the key of another route unasked', () => {
  const [route] = read('routes:\n  g: {base-url: https://llm.example.com/v1}').routes
  expect(route?.route.apiKey).toBeUndefined()
  expect(route?.problems).toMatchObject([{ code: 'config.key_missing', setting: 'api-key-env' }])
})

test('a variable that is named and not set is a missing key with its place', () => {
  const [route] = read('routes:\n  g:\n    api-key-env: NOT_SET').routes
  expect(route?.problems).toMatchObject([{ code: 'config.key_missing', setting: 'c.yml:3:18' }])
})

describe('what is wrong has file, line and column', () => {
  test.each([
    ['routes:\n  a:\n    modle: x\n', 'file_unknown_key', 'c.yml:3:5', 'Write model.'],
    ['routes:\n  a:\n    base_url: x\n', 'file_unknown_key', 'c.yml:3:5', 'Write base-url.'],
    [
      'routes:\n  a:\n    deadline: 3s\n',
      'file_unknown_key',
      'c.yml:3:5',
      'Set deadline as input or flag.',
    ],
    [
      'routes:\n  a:\n    timeout: soon\n',
      'file_value_invalid',
      'c.yml:3:14',
      'Write a duration from 100ms to 1h, for example 500ms, 10s or 2m.',
    ],
    ['routes:\n  a:\n    depth: rout\n', 'file_value_invalid', 'c.yml:3:12', 'Write route.'],
    [
      'routes:\n  a:\n    model: [x]\n',
      'file_value_invalid',
      'c.yml:3:12',
      'Write model: and the value on one line.',
    ],
    [
      'routes:\n  a:\n    fail-on: [route, atuh]\n',
      'file_value_invalid',
      'c.yml:3:14',
      'Write auth instead.',
    ],
    [
      'routes:\n  a:\n    api-key-env: $KEY\n',
      'file_value_invalid',
      'c.yml:3:18',
      'Write only the name, without $ and braces, for example api-key-env: GATEWAY_KEY.',
    ],
    [
      'routes:\n  a: 7\n',
      'file_value_invalid',
      'c.yml:2:6',
      'Write one setting on each line, for example model: your-model.',
    ],
    ['route:\n  a: {}\n', 'file_unknown_key', 'c.yml:1:1', 'Write routes.'],
    ['routes:\n  a: {}\n  a: {}\n', 'file_duplicate_key', 'c.yml:3:3', 'Fix c.yml:3:3.'],
    [
      'routes:\n  - {name: a}\n  - {name: a}\n',
      'file_duplicate_key',
      'c.yml:3:5',
      'Give each route a name of its own.',
    ],
    ['routes:\n  - {model: a}\n', 'file_name_missing', 'c.yml:2:5', 'Add name: to it.'],
    [
      'routes:\n  "::error::": {}\n',
      'file_name_invalid',
      'c.yml:2:3',
      'Use up to 64 letters, digits, spaces, dots, hyphens and underscores.',
    ],
    ['routes:\n\ta: {}\n', 'file_invalid', 'c.yml:2:1', 'Fix c.yml:2:1.'],
    ['routes: {a: {}\n', 'file_invalid', 'c.yml:2:1', 'Fix c.yml:2:1.'],
    [
      '- a\n',
      'file_invalid',
      'c.yml:1:1',
      'Write a map with routes: and, if wanted, defaults: at the top level.',
    ],
    ['', 'file_no_routes', 'c.yml:1:1', undefined],
    ['routes:\n', 'file_no_routes', undefined, undefined],
    ['routes: {a: {}}\n---\nroutes: {}\n', 'file_invalid', undefined, undefined],
    [`routes: ${'['.repeat(20_000)}`, 'file_invalid', undefined, undefined],
  ])('%j', (text, code, place, fix) => {
    const problem = allProblems(read(text)).find((found) => found.code === `config.${code}`)
    expect(problem).toMatchObject({
      severity: 'fatal',
      ...(place === undefined ? {} : { setting: place }),
      ...(fix === undefined ? {} : { fix }),
    })
    expect(problem !== undefined && isUsageProblem(problem)).toBe(true)
  })
})

describe('a key in the file is refused by its place, never said, and handed on as a secret', () => {
  test.each(['api-key', 'api_key', 'openai-api-key', 'token', 'api-key-env'])('%s', (name) => {
    const settings = read(`routes:\n  a:\n    ${name}: ${KEY}\n`)
    const problem = allProblems(settings).find(({ code }) => code === 'config.file_inline_secret')
    expect(problem?.setting).toBe(`c.yml:3:${7 + name.length}`)
    expect(JSON.stringify(settings)).not.toContain(KEY)
    expect(settings.secrets.map(({ value }) => value.reveal())).toContain(KEY)
  })

  test('also where YAML itself is broken at that line', () => {
    const text = `routes:\n  a:\n    api-key: "${KEY}\n`
    expect(JSON.stringify(read(text))).not.toContain(KEY)
  })
})

test('a file that is not there is said with the folder that the path starts from', () => {
  const settings = settingsOf({ inputs: { config: 'nowhere.yml' }, env })
  expect(settings.routes).toEqual([])
  expect(settings.problems).toMatchObject([{ code: 'config.file_unreadable', setting: 'config' }])
  expect(settings.problems[0]?.fix).toContain('/repo')
})

test('a thousand routes are read, one more is refused', () => {
  const text = (count: number): string =>
    `routes:\n${Array.from({ length: count }, (_, index) => `  r${index}: {base-url: "http://127.0.0.1:${index + 10_000}/v1", api-key-env: GATEWAY_KEY}`).join('\n')}`
  expect(read(text(1000)).routes).toHaveLength(1000)
  expect(allProblems(read(text(1000)))).toEqual([])
  expect(codes(read(text(1001)).problems)).toEqual(['fatal config.file_too_many_routes'])
})

test('a settings file of more than 1 MiB is refused', () => {
  const settings = read(`routes:\n  a: {model: m}\n# ${'x'.repeat(1024 * 1024)}\n`)
  expect(codes(settings.problems)).toEqual(['fatal config.file_too_large'])
})

test('a settings file of more than 200 aliases is refused', () => {
  const routes = Array.from({ length: 201 }, (_, index) => `  r${index}: *one`).join('\n')
  const { problems } = read(`routes:\n  one: &one {model: m}\n${routes}\n`)
  expect(JSON.stringify(problems)).toContain('more than 200 aliases')
})

test('one bad route leaves the others as they are', () => {
  const settings = read('routes:\n  good: {model: m}\n  bad: {timeout: soon}\n')
  expect(settings.problems).toEqual([])
  expect(settings.routes.map(({ problems }) => problems.length)).toEqual([0, 1])
})

describe('the published schema', () => {
  test('takes the example', () => {
    expect(valid(parse(example))).toBe(true)
  })

  test.each([
    ['a list of routes', 'routes: [{name: a, timeout: 3, fail-on: []}]'],
    ['a route without settings', 'routes: {a: }'],
    ['empty defaults', 'defaults:\nroutes: {a: {}}'],
  ])('takes %s, and so does the reader', (_, text) => {
    expect(valid(parse(text))).toBe(true)
    expect(allProblems(read(text)).filter(isUsageProblem)).toEqual([])
  })

  test.each([
    ['no routes', 'defaults: {}'],
    ['an empty map of routes', 'routes: {}'],
    ['an unknown setting', 'routes: {a: {modle: x}}'],
    ['an inline key', 'routes: {a: {api-key: x-secret-1}}'],
    ['a bad choice', 'routes: {a: {depth: rout}}'],
    ['a bad duration', 'routes: {a: {timeout: soon}}'],
    ['a bad gate', 'routes: {a: {fail-on: [atuh]}}'],
    ['a variable with a dollar sign', 'routes: {a: {api-key-env: $KEY}}'],
    ['a route without name in a list', 'routes: [{model: m}]'],
    ['a name with a colon', 'routes: {"a:b": {}}'],
    ['an unknown key at the top', 'route: {}\nroutes: {a: {}}'],
  ])('refuses %s, and so does the reader', (_, text) => {
    expect(valid(parse(text))).toBe(false)
    expect(allProblems(read(text)).some(isUsageProblem)).toBe(true)
  })
})
