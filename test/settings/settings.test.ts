import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import * as yaml from 'yaml'
import { parseFlags } from '../../src/command-line/flags.ts'
import { usageProblem } from '../../src/command-line/usage.ts'
import {
  INPUTS,
  actionSource,
  isUsageProblem,
  readSettings,
  yamlFor,
} from '../../src/settings/index.ts'
import { readConfigFile } from '../../src/settings/config-file.ts'
import { KEY, codes, settingsOf, sourceOf } from './source.ts'

test('without any input the defaults of the contract hold', () => {
  const { routes, secrets, ...rest } = settingsOf({
    env: { OPENAI_API_KEY: KEY, RUNNER_TEMP: '/runner' },
  })
  expect(rest).toEqual({
    deadlineMs: 60_000,
    missingKey: 'auto',
    failOn: ['route', 'auth', 'quota', 'client', 'unknown'],
    packetDir: '/runner/openai-preflight',
    comment: 'never',
    egressAddress: 'on-failure',
    checkRun: false,
    verbose: false,
    problems: [],
  })
  expect(secrets.map(({ what }) => what)).toEqual(['OPENAI_API_KEY'])
  expect(routes).toHaveLength(1)
  expect(routes[0]).toMatchObject({
    client: 'auto',
    problems: [],
    route: {
      name: 'default',
      kind: 'openai',
      baseUrl: 'https://api.openai.com/v1',
      endpoint: 'responses',
      depth: 'request',
      timeoutMs: 10_000,
      attempts: 1,
      waitUpToMs: 0,
      compareDirect: false,
    },
  })
})

test('the empty string is an unset input', () => {
  const inputs = Object.fromEntries(INPUTS.map(({ name }) => [name, '']))
  const env = { OPENAI_API_KEY: KEY }
  const { 'fail-on': _, ...unset } = inputs
  expect(settingsOf({ inputs: unset, env })).toEqual(settingsOf({ env }))
})

test('an empty fail-on lets everything pass, and says so', () => {
  const settings = settingsOf({ inputs: { 'fail-on': '' }, env: { OPENAI_API_KEY: KEY } })
  expect(settings.failOn).toEqual([])
  expect(codes(settings.problems)).toEqual(['warning config.fail_on_empty'])
  expect(codes(settingsOf({ inputs: { 'fail-on': 'none' } }).problems)).toEqual([])
})

test('paths start from the workspace, and - is standard input', () => {
  const inputs = {
    log: '-',
    baseline: 'old/packet.json',
    aggregate: '/packets',
    'client-bundle': 'dist',
    'packet-dir': 'out',
  }
  expect(settingsOf({ inputs })).toMatchObject({
    log: '-',
    baseline: '/repo/old/packet.json',
    aggregate: '/packets',
    clientBundle: '/repo/dist',
    packetDir: '/repo/out',
  })
})

describe('the folder of the packet, where outputs name it', () => {
  const given = (folder: string, temp: string) => {
    const env = { RUNNER_TEMP: temp }
    return readSettings({
      ...sourceOf({ inputs: { 'packet-dir': folder }, env }),
      outputs: true,
    })
  }

  test.each(['a"b', "it's", 'a$b', 'a`b', 'a  b', 'a\nb'])(
    'is refused when an output would have to change its path: %j',
    (folder) => {
      const settings = given(folder, '/runner')
      expect(settings.packetDir).toBe('/runner/openai-preflight')
      expect(codes(settings.problems)).toEqual(['fatal config.input_invalid'])
    },
  )

  test('is a new one of this run where the path of the runner is such a one', () => {
    const settings = given('', '/home/it"s')
    expect(settings).not.toHaveProperty('packetDir')
    expect(settings.problems).toEqual([])
  })

  test('may have spaces, parentheses and letters of any language', () => {
    expect(given('/Gemäß (x86)/a b', '/runner').packetDir).toBe('/Gemäß (x86)/a b')
  })

  test('is free on the command line, which has no outputs', () => {
    const settings = settingsOf({ inputs: { 'packet-dir': "/it's" } })
    expect(settings.packetDir).toBe("/it's")
  })
})

test.each([{ RUNNER_DEBUG: '1' }, { ACTIONS_STEP_DEBUG: 'true' }])(
  '%j switches step debug on',
  (env) => {
    expect(settingsOf({ env }).verbose).toBe(true)
  },
)

test('a bad input is named, and the default stands in for it', () => {
  const settings = settingsOf({
    inputs: { timeout: '-1', attempts: 'many', 'check-run': 'perhaps', 'browser-origin': 'x' },
  })
  expect(settings.problems.map(({ setting }) => setting)).toEqual([
    'timeout',
    'attempts',
    'check-run',
    'browser-origin',
  ])
  expect(settings.routes[0]?.route).toMatchObject({ timeoutMs: 10_000, attempts: 1 })
})

describe('the action', () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('reads inputs as the runner names them, the event from its file, the config from the workspace', async () => {
    writeFileSync(join(folder, 'c.yml'), 'routes: {one: {}, two: {}}')
    writeFileSync(
      join(folder, 'event.json'),
      JSON.stringify({
        pull_request: {
          base: { repo: { full_name: 'a/b' } },
          head: { repo: { full_name: 'c/b' } },
        },
      }),
    )
    const env = {
      'INPUT_MISSING-KEY': 'auto',
      INPUT_CONFIG: 'c.yml',
      GITHUB_WORKSPACE: folder,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
    }
    const source = stepWith(env)
    const settings = readSettings(source, await yamlFor(source))
    expect(settings.routes.map(({ route }) => [route.name, route.depthLimit?.depth])).toEqual([
      ['one', 'route'],
      ['two', 'route'],
    ])
  })

  test('an event that is no JSON, a folder as config: said, not thrown', () => {
    writeFileSync(join(folder, 'broken.json'), '{')
    const env = {
      INPUT_CONFIG: '.',
      GITHUB_WORKSPACE: folder,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(folder, 'broken.json'),
    }
    expect(codes(readSettings(stepWith(env)).problems)).toEqual(['fatal config.file_unreadable'])
  })
})

function stepWith(env: Readonly<Record<string, string>>) {
  return actionSource((name) => env[`INPUT_${name.toUpperCase()}`], env)
}

describe('nothing that is given can make it throw', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom(
      '${{',
      '***',
      '"',
      'https://',
      'http://[',
      'https://a:b@',
      '%',
      '\0',
      '-',
      '1e999s',
      KEY,
    ),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  )
  const joined = fc.array(odd, { maxLength: 4 }).map((parts) => parts.join(''))

  test('inputs and variables', () => {
    const names = INPUTS.map(({ name }) => name)
    const variables = [
      'OPENAI_API_KEY',
      'OPENAI_BASE_URL',
      'AZURE_OPENAI_ENDPOINT',
      'AZURE_OPENAI_API_KEY',
      'OPENAI_API_VERSION',
      'OPENAI_ORG_ID',
      'OPENAI_CUSTOM_HEADERS',
      'GITHUB_EVENT_NAME',
    ]
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), joined),
        fc.dictionary(fc.constantFrom(...variables), joined),
        fc.anything(),
        (inputs, env, event) => {
          const settings = readSettings(sourceOf({ inputs, env, event, files: {} }), yaml)
          for (const { route, problems } of settings.routes) {
            for (const { message, fix } of problems) {
              expect(`${message}${fix}`).not.toContain(KEY)
              expect(`${message}${fix}`).not.toMatch(/[\r\n\0]/)
            }
            const sendable = !problems.some(({ severity }) => severity === 'fatal')
            expect(sendable && !URL.canParse(route.baseUrl)).toBe(false)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('flags', () => {
    const argument = fc.oneof(
      joined,
      joined.map((text) => `--${text}`),
      fc.constantFrom('--__proto__', '--no-model', '--constructor=1', '--', '-'),
    )
    fc.assert(
      fc.property(fc.array(argument), (args) => {
        expect(parseFlags(args).mistakes.map(usageProblem).every(isUsageProblem)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('config files', () => {
    const line = fc.oneof(
      joined,
      fc.constantFrom(
        'routes:',
        '  a:',
        '    model: x',
        '  - name: b',
        'defaults: &d',
        '  <<: *d',
        '    fail-on: [',
        '    ? x',
        '    *d',
        '    - &d [*d]',
        '{',
        '---',
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { problems } = readConfigFile(lines.join('\n'), 'c.yml', yaml)
        for (const { setting } of problems) expect(setting).toMatch(/^c\.yml:\d+:\d+$/)
      }),
      { numRuns: 1000 },
    )
  })
})
