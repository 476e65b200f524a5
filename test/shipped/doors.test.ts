import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { closedPort } from '../loopback/faults.ts'
import { fields } from '../../src/model/index.ts'
import { COMMANDS } from '../../src/command-line/commands.ts'
import { runStep } from '../dist/step.ts'
import {
  ACCESS_TOKEN,
  federated,
  JOB_TOKEN,
  startAuthority,
  startJobEndpoint,
} from '../probes/entra/servers.ts'
import { DEPLOYMENT, startAzureResource } from '../routes/azure-resource.ts'
import { unpack } from './packed.ts'

const packed = unpack()
afterAll(() => packed[Symbol.dispose]())

const at = (name: string): string => join(packed.folder, name)

/** A packet of each kind, and what else the commands read. */
beforeAll(async () => {
  await using api = await startApi({ key: labKey() })
  await using closed = await closedPort()
  const bases = {
    'here.json': api.baseUrl,
    'there.json': `https://localhost:${closed.port}/v1`,
  }
  for (const [name, base] of Object.entries(bases)) {
    const { stdout } = await packed.cli([
      '--json',
      '--base-url',
      base,
      '--route',
      'openai',
      '--depth',
      'route',
    ])
    writeFileSync(at(name), stdout)
    mkdirSync(at(`fleet/${name}`), { recursive: true })
    writeFileSync(at(`fleet/${name}/packet.json`), stdout)
  }
  writeFileSync(
    at('app.log'),
    'Error: connect ECONNREFUSED 10.0.0.5:443 https://api.openai.com/v1\n',
  )
  mkdirSync(at('front'))
  writeFileSync(
    at('front/app.js'),
    `fetch("https://api.openai.com/v1/responses",{headers:{authorization:"Bearer "+"${labKey()}"}})\n`,
  )
}, 60_000)

describe('the action, as the runner starts it', () => {
  const action = { main: join(packed.home, 'dist/index.js') }

  test('a healthy route passes with all outputs', async () => {
    await using api = await startApi({ key: labKey() })
    const inputs = {
      model: 'demo-model',
      route: 'openai',
      'base-url': api.baseUrl,
      'api-key': labKey(),
    }
    const step = await runStep({ ...action, inputs })
    expect(step.ended).toMatchObject({ code: 0, stderr: '' })
    expect(step.outputs).toMatchObject({ verdict: 'pass', ok: 'true', owner: 'none' })
    expect(step.packet.verdict.verdict).toBe('pass')
  })

  test('the job signs in to Entra ID with its own token, by the toolkit', async () => {
    await using authority = await startAuthority()
    await using job = await startJobEndpoint()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const step = await runStep({
      ...action,
      inputs: { route: 'azure', 'base-url': `${resource.origin}/openai/v1`, model: DEPLOYMENT },
      env: federated(authority, job),
    })
    expect(step.ended).toMatchObject({ code: 0, stderr: '' })
    expect(step.outputs).toMatchObject({ verdict: 'pass' })
    expect(job.requests.map(({ headers }) => headers['user-agent'])).toEqual([
      'actions/oidc-client',
    ])
    expect(step.ended.stdout.replaceAll(`::add-mask::${JOB_TOKEN}`, '')).not.toContain(JOB_TOKEN)
  })

  test('the command line prints nothing of that token', async () => {
    await using authority = await startAuthority()
    await using job = await startJobEndpoint()
    await using resource = await startAzureResource({ token: ACCESS_TOKEN })
    const done = await packed.cli(
      ['--json', '--route', 'azure', '--base-url', `${resource.origin}/openai/v1`].concat([
        '--model',
        DEPLOYMENT,
      ]),
      { env: { ...federated(authority, job), GITHUB_ACTIONS: 'true' } },
    )
    expect(JSON.parse(done.stdout).verdict).toMatchObject({ verdict: 'pass' })
    expect(done.stdout).not.toContain(JOB_TOKEN)
    expect(job.requests).toHaveLength(1)
  })

  test.each([
    ['a log', { log: 'app.log' }, { verdict: 'fail', owner: 'connection-path' }],
    ['a folder of packets', { aggregate: 'fleet' }, { verdict: 'fail' }],
    ['a target of inside', { inside: 'no-such-command-here' }, { code: 'own.inside_failed' }],
    [
      'a target and a bundle, of which it would search none',
      { inside: 'env', 'client-bundle': 'front' },
      { verdict: 'fail', code: 'config.conflict' },
    ],
  ])('%s', async (_name, inputs, expected) => {
    const step = await runStep({
      ...action,
      inputs: Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [
          name,
          name === 'inside' ? value : at(value),
        ]),
      ),
    })
    expect(step.outputs).toMatchObject(expected)
    expect(step.ended.stderr).toBe('')
    expect(step.outputs['code']).not.toBe('own.crash')
  })
})

/** Every command with every way to start it: flags, what goes in, exit code, what comes out. */
const STARTS: Readonly<
  Record<
    string,
    readonly {
      readonly flags: readonly string[]
      readonly code: number
      readonly out: RegExp
      readonly input?: string
    }[]
  >
> = {
  run: [
    { flags: ['--version'], code: 0, out: /^\d+\.\d+\.\d+\n$/ },
    { flags: ['--help'], code: 0, out: /Usage: openai-preflight/ },
    { flags: ['--no-such-flag'], code: 2, out: /^$/ },
    { flags: ['--depth', 'deep'], code: 2, out: /depth/ },
    { flags: ['--inside', 'env', '--client-bundle', 'front'], code: 2, out: /^$/ },
    {
      flags: ['--base-url', 'http://127.0.0.1:9/v1', '--route', 'openai', '--depth', 'route'],
      code: 1,
      out: /connection path/,
    },
    {
      flags: [
        '--base-url',
        'http://127.0.0.1:9/v1',
        '--route',
        'openai',
        '--depth',
        'route',
        '--verbose',
      ],
      code: 1,
      out: /tcp/,
    },
    { flags: ['--log', 'app.log'], code: 1, out: /ECONNREFUSED/ },
    { flags: ['--aggregate', 'fleet'], code: 1, out: /2 runners/ },
    { flags: ['--inside', 'false'], code: 3, out: /exit code 1/ },
    {
      flags: [
        '--client-bundle',
        'front',
        '--depth',
        'route',
        '--base-url',
        'http://127.0.0.1:9/v1',
      ],
      code: 1,
      out: /app\.js/,
    },
  ],
  demo: [
    { flags: ['demo', '--list'], code: 0, out: /proxy-407/ },
    { flags: ['demo'], code: 0, out: /^Try: openai-preflight demo tls-intercepted$/m },
    {
      flags: ['demo', 'quota', '--report'],
      code: 0,
      out: /annotation +error: OpenAI preflight: quota/,
    },
    {
      flags: ['demo', 'quota', '--report'],
      code: 0,
      out: /report\.html +\/.*\/report\.html\n(?:.*\n)*.*output owner +quota\n/,
    },
    { flags: ['demo', 'quota', '--json'], code: 0, out: /^\{[^]*\}\n$/ },
    { flags: ['demo', 'all'], code: 0, out: /./ },
    { flags: ['demo', 'no-such-scenario'], code: 2, out: /^$/ },
  ],
  explain: [
    { flags: ['explain', 'app.log'], code: 1, out: /connection path/ },
    { flags: ['explain', 'app.log', '--json'], code: 1, out: /"owner": ?"connection-path"/ },
    {
      flags: ['explain', '-'],
      code: 1,
      out: /quota/,
      input: "openai.RateLimitError: Error code: 429 - {'error': {'code': 'insufficient_quota'}}\n",
    },
    { flags: ['explain', 'no-such.log'], code: 2, out: /^$/ },
  ],
  report: [
    { flags: ['report', 'there.json'], code: 0, out: /tcp/ },
    { flags: ['report', 'app.log'], code: 2, out: /^$/ },
  ],
  compare: [
    { flags: ['compare', 'here.json', 'there.json'], code: 2, out: /The base URL differs/ },
    { flags: ['compare', 'there.json', 'there.json'], code: 0, out: /Both fail alike/ },
  ],
  aggregate: [
    { flags: ['aggregate', 'fleet'], code: 1, out: /2 runners/ },
    { flags: ['aggregate', 'fleet', '--json'], code: 1, out: /"routes"/ },
  ],
  'allow-list': [
    { flags: ['allow-list', 'there.json'], code: 0, out: /localhost:\d+/ },
    { flags: ['allow-list', 'there.json', '--format', 'squid'], code: 0, out: /acl/ },
    { flags: ['allow-list', 'app.log'], code: 2, out: /^$/ },
  ],
  help: [
    { flags: ['help'], code: 0, out: /^Special places$/m },
    { flags: ['help', 'explain'], code: 0, out: /openai-preflight explain build\.log/ },
    { flags: ['explain', '--help'], code: 0, out: /Usage: openai-preflight explain/ },
    { flags: ['help', 'explian'], code: 2, out: /^$/ },
  ],
  version: [
    { flags: ['version'], code: 0, out: /^\d+\.\d+\.\d+\n$/ },
    { flags: ['-v'], code: 0, out: /^\d+\.\d+\.\d+\n$/ },
    { flags: ['version', 'please'], code: 2, out: /^$/ },
  ],
  completion: [
    { flags: ['completion', 'bash'], code: 0, out: /^complete .* openai-preflight$/m },
    { flags: ['completion', 'zsh'], code: 0, out: /^#compdef openai-preflight$/m },
    { flags: ['completion', 'fish'], code: 0, out: /tls-intercepted/ },
    { flags: ['completion'], code: 2, out: /^$/ },
  ],
}

test('no command is left out', () => {
  expect(Object.keys(STARTS)).toEqual(COMMANDS.map(({ name }) => name))
})

describe.each(Object.entries(STARTS))('%s', (_command, starts) => {
  test.each(starts)('$flags ends with $code', async ({ flags, code, out, input }) => {
    const ended = await packed.cli(flags, input === undefined ? {} : { input })
    expect({ code: ended.code, stderr: ended.stderr }).toMatchObject({
      code,
      stderr: expect.any(String),
    })
    expect(ended.stdout).toMatch(out)
    expect(ended.stderr).not.toMatch(/^\s+at /m)
  })
})

test('what is packed is what is named, and nothing of the source', () => {
  const manifest = fields(JSON.parse(readFileSync(join(packed.home, 'package.json'), 'utf8')))
  expect(fields(manifest['bin'])['openai-preflight']).toBe('dist/cli.js')
})
