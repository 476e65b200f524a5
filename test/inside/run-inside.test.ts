import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { InsideResult } from '../../src/inside/run-inside.ts'
import { REPORTS } from '../../src/reports/index.ts'
import { shownCommand } from '../../src/inside/problem.ts'
import { runThrough, spawnDirectly, type Spawn } from '../../src/inside/target.ts'
import { fingerprint } from '../../src/run/packet.ts'
import { Secret } from '../../src/model/index.ts'
import { labKey, startApi } from '../loopback/api.ts'
import { breakAfterFirstBytes } from '../loopback/faults.ts'
import { labIssuer } from '../loopback/pki.ts'
import { startProxy } from '../loopback/proxy.ts'
import { look, openStage, told, type RuntimeName } from './stage.ts'

const RUNTIMES = ['node', 'python3', 'sh'] as const
const INPUTS = { model: 'demo-model', timeout: '3s', route: 'openai' } as const

const open = new AsyncDisposableStack()
const kept: AsyncDisposableStack[] = [open]
afterEach(async () => {
  await kept.pop()?.disposeAsync()
  kept.push(new AsyncDisposableStack())
})
const keep = (): AsyncDisposableStack => kept.at(-1) ?? open

function stageFor(runtime: RuntimeName | 'none') {
  return keep().use(openStage(runtime))
}

describe("a Node.js that the target's environment ends at its start", () => {
  const env = { NODE_USE_ENV_PROXY: '1', OPENAI_API_KEY: labKey() }
  const at = (stage: ReturnType<typeof stageFor>, HTTPS_PROXY: string) =>
    look({ prefix: stage.prefix({ ...env, HTTPS_PROXY }), inputs: INPUTS })

  test.each([
    ['sh', 'socks5h://127.0.0.1:9'],
    ['sh', 'proxy.corp.example:3128'],
    ['python3', 'socks5h://127.0.0.1:9'],
  ] as const)('is told where %s looked, for %s', async (runtime, proxy) => {
    const stage = stageFor(runtime)
    symlinkSync(process.execPath, join(stage.bin, 'node'))
    const result = await at(stage, proxy)
    expect(told(result)).toBe('config config.proxy_unusable request')
    expect(result.packet.routes[0]?.client).toBe('node')
    expect(result.packet.verdict.summary).toContain('HTTPS_PROXY')
  })

  test('is told where nothing but a shell is there', async () => {
    const stage = stageFor('sh')
    rmSync(join(stage.bin, 'curl'))
    symlinkSync(process.execPath, join(stage.bin, 'node'))
    expect(told(await at(stage, 'socks5h://127.0.0.1:9'))).toBe(
      'config config.proxy_unusable request',
    )
  })

  test('does not decide for a client that was named and is another one', async () => {
    const stage = stageFor('sh')
    symlinkSync(process.execPath, join(stage.bin, 'node'))
    const result = await look({
      prefix: stage.prefix({ ...env, HTTPS_PROXY: 'socks5h://127.0.0.1:9' }),
      inputs: { ...INPUTS, client: 'curl' },
    })
    expect(result.packet.routes[0]?.client).toBe('curl')
  })
})

describe('settings come from the target', () => {
  test.each(RUNTIMES)('%s takes key and base URL of its own environment', async (runtime) => {
    const api = keep().use(await startApi({ key: labKey() }))
    const result = await look({
      prefix: stageFor(runtime).prefix({ OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: api.baseUrl }),
      inputs: INPUTS,
    })
    expect(told(result)).toBe('pass')
    const [route] = result.packet.routes
    expect(route?.baseUrl).toBe(api.baseUrl)
    expect(route?.keyFingerprint).toBe(fingerprint(new Secret(labKey(), 'test')))
    expect(api.requests.some(({ path }) => path === '/v1/responses')).toBe(true)
  })

  test.each(RUNTIMES)(
    '%s sends the call of the checkout, streamed as it streams',
    async (runtime) => {
      const api = keep().use(await startApi({ key: labKey() }))
      const result = await look({
        prefix: stageFor(runtime).prefix({
          OPENAI_API_KEY: labKey(),
          OPENAI_BASE_URL: api.baseUrl,
        }),
        inputs: INPUTS,
        application: {
          'src/ask.ts': `import OpenAI from 'openai'\nclient.chat.completions.create({ model: 'm', stream: true })`,
        },
      })
      expect(told(result)).toBe('pass')
      expect(result.packet.routes[0]?.application).toMatchObject({
        endpoint: { value: 'chat-completions', from: 'src/ask.ts:2' },
        stream: { value: 'true', from: 'src/ask.ts:2' },
      })
      const posts = api.requests.filter(({ method }) => method === 'POST')
      expect(posts.map(({ path }) => path)).toEqual(['/v1/chat/completions'])
      expect(posts[0]?.body).toContain('"stream":')
    },
  )

  test.each(RUNTIMES)('%s takes what was given for this run before that', async (runtime) => {
    const api = keep().use(await startApi({ key: labKey() }))
    const result = await look({
      prefix: stageFor(runtime).prefix({
        OPENAI_API_KEY: 'sk-' + 'x1'.repeat(20),
        OPENAI_BASE_URL: 'https://nowhere.invalid/v1',
      }),
      inputs: { ...INPUTS, 'api-key': labKey(), 'base-url': api.baseUrl },
    })
    expect(told(result)).toBe('pass')
    expect(api.requests.at(-1)?.headers['authorization']).toBe(`Bearer ${labKey()}`)
    expect(JSON.stringify(result.packet)).not.toContain(labKey())
  })

  test.each([
    ['node', 'pass'],
    ['python3', 'config config.conflict request'],
    ['sh', 'config config.conflict request'],
  ] as const)(
    '%s sends the file of a transcription, or says that it cannot',
    async (runtime, says) => {
      const api = keep().use(await startApi({ key: labKey() }))
      const result = await look({
        prefix: stageFor(runtime).prefix({
          OPENAI_API_KEY: labKey(),
          OPENAI_BASE_URL: api.baseUrl,
        }),
        inputs: { ...INPUTS, endpoint: 'audio-transcriptions' },
      })
      expect(told(result)).toBe(says)
    },
  )

  test.each(RUNTIMES)('%s says which key is missing there', async (runtime) => {
    const result = await look({
      prefix: stageFor(runtime).prefix({}),
      inputs: INPUTS,
    })
    expect(told(result)).toBe('config config.key_missing auth')
  })

  test.each(RUNTIMES)('%s says what is wrong with the shape of a key', async (runtime) => {
    const result = await look({
      prefix: stageFor(runtime).prefix({ OPENAI_API_KEY: `"${labKey()}"` }),
      inputs: { model: 'demo-model' },
    })
    expect(told(result)).toBe('config config.key_quoted auth')
  })

  test.each(RUNTIMES)('%s climbs the routes of a config file side by side', async (runtime) => {
    const api = keep().use(await startApi({ key: labKey() }))
    const other = keep().use(await startApi({ key: 'another' }))
    const file = `routes:
  - name: good
    base-url: ${api.baseUrl}
    route: openai
    model: demo-model
    api-key-env: APP_KEY
  - name: bad
    base-url: ${other.baseUrl}
    route: openai
    model: demo-model
    api-key-env: APP_KEY
`
    const result = await look({
      prefix: stageFor(runtime).prefix({ APP_KEY: labKey() }),
      inputs: { config: 'preflight.yml', timeout: '3s' },
      files: { '/preflight.yml': file },
    })
    expect(
      result.packet.routes.map(({ name, verdict }) => `${name} ${verdict.verdict} ${verdict.code}`),
    ).toEqual(['good pass ', 'bad fail api.invalid_api_key'])
  })
})

describe('the key', () => {
  /** Every command line below this process while the target runs. */
  function watching(): { readonly spawn: Spawn; readonly seen: () => readonly string[] } {
    const seen = new Set<string>()
    const timers: NodeJS.Timeout[] = []
    const spawn: Spawn = (name, args) => {
      const child = spawnDirectly(name, args)
      timers.push(
        setInterval(() => {
          for (const line of commandLines()) seen.add(line)
        }, 5),
      )
      child.once('close', () => {
        for (const timer of timers) clearInterval(timer)
      })
      return child
    }
    return { spawn, seen: () => [...seen] }
  }

  function commandLines(): readonly string[] {
    return readdirSync('/proc').flatMap((name) => {
      try {
        return /^\d+$/.test(name) ? [readFileSync(`/proc/${name}/cmdline`, 'latin1')] : []
      } catch {
        return []
      }
    })
  }

  const onLinux = process.platform === 'linux'
  // All processes of the machine are looked at, and others may use the key of the lab.
  const key = `sk-proj-${randomBytes(24).toString('hex')}`
  const places = [
    ['of the environment', { OPENAI_API_KEY: key }, {}],
    ['that was given', {}, { 'api-key': key }],
  ] as const
  const cases = RUNTIMES.flatMap((runtime) => places.map((place) => [runtime, ...place] as const))
  test.runIf(onLinux).each(cases)(
    'with %s, %s, stands on no command line',
    async (runtime, _place, env, inputs) => {
      const api = keep().use(
        await startApi({
          key: key,
          answers: { 'POST /v1/responses': { status: 500, delayMs: 400 } },
        }),
      )
      const { spawn, seen } = watching()
      const result = await look({
        prefix: stageFor(runtime).prefix({ OPENAI_BASE_URL: api.baseUrl, ...env }),
        inputs: { ...INPUTS, ...inputs },
        spawn,
      })
      expect(result.problem).toBeUndefined()
      expect(api.requests.some(({ headers }) => headers['authorization'] === `Bearer ${key}`)).toBe(
        true,
      )
      expect(seen().length).toBeGreaterThan(3)
      expect(seen().filter((line) => line.includes(key.slice(8)))).toEqual([])
    },
  )

  test.each(['python3', 'sh'] as const)(
    'of the environment never leaves the target through %s, also when a server echoes it',
    async (runtime) => {
      const key = ['local', 'gateway', 'password'].join('') + 'Q7'.repeat(4)
      const echo = {
        status: 401,
        headers: { 'x-request-id': `req_${key}`, server: key },
        body: JSON.stringify({ error: { message: key, type: key } }),
      }
      const api = keep().use(await startApi({ answers: { '*': echo } }))
      let output = ''
      const spawn: Spawn = (name, args) => {
        const child = spawnDirectly(name, args)
        child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
        return child
      }
      const result = await look({
        prefix: stageFor(runtime).prefix({ OPENAI_API_KEY: key, OPENAI_BASE_URL: api.baseUrl }),
        inputs: { ...INPUTS, route: 'gateway' },
        spawn,
      })
      expect(api.keyBytes(key)).toBe(key.length)
      expect(JSON.stringify(result.packet)).not.toContain(key)
      const frames = [...output.matchAll(/<<<openai-preflight \w+ \d+\s([^>]*)>>>/g)]
      expect(frames.length).toBeGreaterThan(1)
      for (const [, frame = ''] of frames) expect(decodedDeep(frame)).not.toContain(key)
    },
  )

  test.each(['python3', 'sh'] as const)(
    'of a gateway that asks for none is a word, and taken out of no answer by %s',
    async (runtime) => {
      const api = keep().use(await startApi({ key: 'e' }))
      const { packet } = await look({
        prefix: stageFor(runtime).prefix({ OPENAI_API_KEY: 'e', OPENAI_BASE_URL: api.baseUrl }),
        inputs: { ...INPUTS, route: 'gateway' },
      })
      expect(packet.verdict).toMatchObject({ verdict: 'pass' })
    },
  )

  /** The text of a frame and of all base64 in it. */
  function decodedDeep(frame: string): string {
    const plain = frame.replaceAll(/\s/g, '')
    const inner = [plain, ...plain.split(/[:,]/)].map((part) =>
      Buffer.from(part, 'base64').toString('latin1'),
    )
    const words = inner.flatMap((text) =>
      [...text.matchAll(/[A-Za-z0-9+/=]{16,}/g)].map(([word]) =>
        Buffer.from(word, 'base64').toString('latin1'),
      ),
    )
    return [...inner, ...words].join('\n')
  }

  test.each(['python3', 'sh'] as const)(
    'does not go over plain HTTP to a public address by %s',
    async (runtime) => {
      // The name looks internal; only the target's resolver knows where it leads.
      const stage = stageFor(runtime)
      const result = await look({
        prefix: stage.prefix({ OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: 'http://8.8.8.8/v1' }),
        inputs: { ...INPUTS, route: 'gateway', timeout: '500ms' },
      })
      expect(result.packet.verdict.code).toBe('config.base_url_plain_http')
    },
  )
})

describe('the way out', () => {
  test.each(['python3', 'sh'] as const)(
    '%s logs in at the proxy with what only the target knows',
    async (runtime) => {
      const api = keep().use(await startApi({ key: labKey() }))
      const proxy = keep().use(
        await startProxy({ behaviour: { does: 'tunnel', login: 'user:se cret' } }),
      )
      const result = await look({
        prefix: stageFor(runtime).prefix({
          OPENAI_API_KEY: labKey(),
          OPENAI_BASE_URL: api.baseUrl,
          HTTPS_PROXY: proxy.urlWith('user:se%20cret'),
        }),
        inputs: INPUTS,
      })
      expect(told(result)).toBe('pass')
      expect(proxy.connects.length).toBeGreaterThan(0)
      const { egress, observations } = result.packet.routes[0] ?? {}
      expect(egress?.proxy).toMatchObject({
        port: proxy.port,
        hasCredentials: true,
        source: 'HTTPS_PROXY',
      })
      expect(observations?.find(({ probe }) => probe === 'tunnel')?.status).toBe('ok')
      expect(JSON.stringify(result.packet)).not.toMatch(/se cret|se%20cret/)
    },
  )

  test('the chain that was not believed is read, and its signer named', async () => {
    const api = keep().use(await startApi({ tls: labIssuer().leaf({ names: ['other.test'] }) }))
    const result = await look({
      prefix: stageFor('python3').prefix({
        OPENAI_API_KEY: labKey(),
        OPENAI_BASE_URL: api.baseUrl,
      }),
      inputs: INPUTS,
    })
    const served = result.packet.routes[0]?.observations.find(
      ({ probe }) => probe === 'served-chain',
    )
    expect(served?.status).toBe('ok')
    expect(JSON.stringify(served?.facts)).toContain('other.test')
    expect(api.requests).toEqual([])
  })

  test('what another client would do there is not pretended', async () => {
    const api = keep().use(await startApi({ key: labKey() }))
    const result = await look({
      prefix: stageFor('sh').prefix({ OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: api.baseUrl }),
      inputs: { ...INPUTS, client: 'node' },
    })
    const [route] = result.packet.routes
    expect(route?.client).toBe('curl')
    expect(route?.clientReason).toMatch(/^inside the target curl [\d.]+ .*sends the request$/)
    expect(JSON.stringify(route?.observations[0]?.facts)).toContain('config.inside_client')
    // Node's own roots are others than curl's: nothing was proven for it.
    expect(told(result)).toBe(' own.inside_stand_in unknown')
  })
})

describe('another client than the application has to stand in', () => {
  const OLD_NODE = '#!/bin/sh\necho 16.20.2\n'

  async function throughProxy(client: string): Promise<InsideResult> {
    const api = keep().use(await startApi({ key: labKey() }))
    const proxy = keep().use(await startProxy({ behaviour: { does: 'tunnel' } }))
    const stage = stageFor('python3')
    stage.program('node', OLD_NODE)
    const env = { OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: api.baseUrl, HTTPS_PROXY: proxy.url }
    return await look({ prefix: stage.prefix(env), inputs: { ...INPUTS, client } })
  }

  test('its pass by another proxy is none: it says what was found and not tested', async () => {
    const { packet } = await throughProxy('auto')
    expect(packet.verdict).toMatchObject({
      verdict: 'inconclusive',
      owner: 'unknown',
      code: 'own.inside_stand_in',
    })
    expect(packet.verdict.summary).toMatch(
      /^python3 .* passed, and Node\.js 16\.20\.2, .* was not tested \(it is too old for the preflight\): it goes out without a proxy and python by the proxy http:/,
    )
    expect(packet.verdict.doNext[0]).toContain('Set client: python')
  })

  test('its pass is one where the application was said to use it', async () => {
    const { packet } = await throughProxy('python')
    expect(packet.verdict.verdict).toBe('pass')
  })

  test('its pass is one where both go the same way', async () => {
    const api = keep().use(await startApi({ key: labKey(), tls: 'none' }))
    const stage = stageFor('python3')
    stage.program('node', OLD_NODE)
    const env = { OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: api.baseUrl }
    const result = await look({ prefix: stage.prefix(env), inputs: INPUTS })
    expect(told(result)).toBe('pass')
  })
})

test.each(['python3', 'sh'] as const)(
  '%s says of routes whose turn came too late that nothing was sent',
  async (runtime) => {
    const silent = keep().use(await breakAfterFirstBytes('silence'))
    const routes = Array.from(
      { length: 18 },
      (_, index) =>
        `  - name: r${index}\n    base-url: https://localhost:${silent.port}/v1\n    route: openai\n    model: demo-model\n    api-key-env: APP_KEY\n`,
    )
    const { packet } = await look({
      prefix: stageFor(runtime).prefix({ APP_KEY: labKey() }),
      inputs: { config: 'preflight.yml', timeout: '2s' },
      files: { '/preflight.yml': `routes:\n${routes.join('')}` },
      deadlineMs: 5500,
    })
    const codes = packet.routes.map(({ verdict }) => verdict.code)
    expect(codes[0]).toMatch(/timed_out/)
    expect(codes.at(-1)).toBe('own.out_of_time')
    expect(new Set(codes).size).toBe(2)
  },
)

/** Where the prefix was started, which is another place than the target. */
const HERE = /\bthis (?:runner|machine)\b|\bthe runner\b/i

test.each(RUNTIMES)('%s speaks of the target, names it, and means no runner', async (runtime) => {
  const { packet } = await look({
    prefix: stageFor(runtime).prefix({
      OPENAI_API_KEY: labKey(),
      OPENAI_BASE_URL: 'https://127.0.0.1:1/v1',
      RUNNER_NAME: 'another',
    }),
    inputs: INPUTS,
  })
  expect(packet.verdict.summary).toContain('127.0.0.1 is the target')
  const reports = Object.values(REPORTS).flatMap((report) =>
    report(packet, { failing: true, docsUrl: '' }).map((one) =>
      one.kind === 'file' ? [...one.content].join('') : JSON.stringify(one),
    ),
  )
  expect(reports.length).toBeGreaterThan(15)
  expect(reports.flatMap((text) => text.match(HERE) ?? [])).toEqual([])
  expect(packet.runtime.runnerName).toMatch(/^env -i .*\/enter$/)
})

test('no input of the step is inherited by the prefix', async () => {
  vi.stubEnv('INPUT_API-KEY', labKey())
  vi.stubEnv('INPUT_MODEL', 'any')
  const { stdout } = await runThrough({
    argv: ['env'],
    input: '',
    timeoutMs: 5000,
    signal: new AbortController().signal,
    spawn: spawnDirectly,
  })
  vi.unstubAllEnvs()
  expect(stdout).toContain('PATH=')
  expect(stdout).not.toContain('INPUT_')
})

test('what follows an option for a password is not shown', () => {
  expect(shownCommand(['sshpass', '-p', 'hunter2', 'ssh', 'app'])).toBe('sshpass -p … ssh app')
})

describe('trouble of our own is never a broken route', () => {
  const healthy = { OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: 'https://127.0.0.1:1/v1' }

  test.each([
    [
      'no-such-program-anywhere exec -i app',
      'own.inside_failed',
      /no-such-program-anywhere .* does not exist/,
    ],
    ['false', 'own.inside_failed', /false ended with exit code 1 before any probe ran/],
    [
      `sh -c 'echo "Error: No such container: app" >&2; exit 1'`,
      'own.inside_failed',
      /exit code 1 .*No such container: app/,
    ],
    ['true', 'own.inside_failed', /true ended without starting a shell/],
    ['docker exec -it app', 'own.inside_prefix', /asks for a terminal \(-it\)/],
    ['kubectl exec deploy/api --', 'own.inside_prefix', /does not pass standard input on/],
    ['"', 'own.inside_prefix', /quotation mark/],
  ])('%s', async (prefix, code, message) => {
    const { packet, problem } = await look({ prefix, inputs: INPUTS })
    expect(problem?.code).toBe(code)
    expect(problem?.message).toMatch(message)
    expect(problem?.fix).not.toBe('')
    expect(packet.verdict).toMatchObject({
      verdict: 'inconclusive',
      owner: 'unknown',
      code,
      rung: '',
    })
    expect(packet.routes).toEqual([])
  })

  test('a target without any runtime says what it would take', async () => {
    const { problem } = await look({ prefix: stageFor('none').prefix(healthy), inputs: INPUTS })
    expect(problem?.code).toBe('own.inside_no_runtime')
    expect(problem?.message).toMatch(/neither Node\.js 18 or later, nor Python 3, nor curl/)
  })

  test('an older Node is passed over for the next runtime', async () => {
    const stage = stageFor('python3')
    stage.program('node', '#!/bin/sh\necho 16.20.2\n')
    const { packet } = await look({ prefix: stage.prefix(healthy), inputs: INPUTS })
    expect(packet.runtime.source).toBe('inside:python3')
  })

  test('an older Node alone is named', async () => {
    const stage = stageFor('none')
    stage.program('node', '#!/bin/sh\necho 16.20.2\n')
    const { problem } = await look({ prefix: stage.prefix(healthy), inputs: INPUTS })
    expect(problem?.message).toContain('its Node.js 16.20.2 is older than 18')
  })

  const DYING =
    '#!/bin/sh\n[ "$1" = -p ] && { echo 24.0.0; exit; }\necho "/app:1" >&2\necho "Error: Cannot find module \'./agent\'" >&2\necho "    at Module._load" >&2\necho "" >&2\necho "Node.js v24.0.0" >&2\nexit 1\n'

  test('where Node dies, the next runtime is asked', async () => {
    const stage = stageFor('sh')
    stage.program('node', DYING)
    const { packet } = await look({ prefix: stage.prefix(healthy), inputs: INPUTS })
    expect(packet.runtime.source).toBe('inside:sh')
  })

  test('where every runtime dies, each is named with its own error', async () => {
    const stage = stageFor('none')
    stage.program('node', DYING)
    stage.program(
      'python3',
      '#!/bin/sh\n[ "$2" = -c ] && { echo 3.12.1; exit; }\necho "MemoryError" >&2\nexit 1\n',
    )
    const { problem } = await look({ prefix: stage.prefix(healthy), inputs: INPUTS })
    expect(problem?.code).toBe('own.inside_crash')
    expect(problem?.message).toBe(
      "Node.js 24.0.0 of the target ended with exit code 1 and no result: Error: Cannot find module './agent'. Python of the target ended with exit code 1 and no result: MemoryError. Node.js, then Python had been tried.",
    )
    expect(problem?.fix).toMatch(/remove what stops Node\.js 24\.0\.0 in the target \(NODE_OPTIONS/)
  })

  test.each(RUNTIMES)(
    'words of a profile and a motd around the result of %s do no harm',
    async (runtime) => {
      const api = keep().use(await startApi({ key: labKey() }))
      const stage = stageFor(runtime)
      const inner = stage.prefix({ OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: api.baseUrl })
      const noisy = stage.file(
        'noisy',
        `echo "Welcome <<<openai-preflight to"\nprintf 'no line end'\n${inner} "$@"\necho "logout >>>"\nexit 3\n`,
      )
      const result = await look({
        prefix: `sh ${noisy}`,
        inputs: INPUTS,
      })
      expect(told(result)).toBe('pass')
    },
  )

  test('a result behind 24 MiB of other output is none, and the next runtime is asked', async () => {
    const stage = stageFor('sh')
    stage.program(
      'node',
      '#!/bin/sh\n[ "$1" = -p ] && { echo 24.0.0; exit; }\nhead -c 25500000 /dev/zero\n',
    )
    const { packet } = await look({ prefix: stage.prefix(healthy), inputs: INPUTS })
    expect(packet.runtime.source).toBe('inside:sh')
  })

  test('a result that is cut on the way is said to be cut', async () => {
    const stage = stageFor('python3')
    const cut = stage.file('cut', `${stage.prefix(healthy)} "$@" | head -c 60\n`)
    const { problem } = await look({ prefix: `sh ${cut}`, inputs: INPUTS })
    expect(problem?.code).toBe('own.inside_output')
  })

  test('secrets of the caller do not stand in the words of a failed command', async () => {
    const { problem, packet } = await look({
      prefix: `sh -c 'echo "cannot log in with ${labKey()}" >&2; exit 1'`,
      inputs: INPUTS,
    })
    expect(problem?.message).toContain('cannot log in')
    expect(JSON.stringify([problem, packet])).not.toContain(labKey())
  })

  test('a command that never ends ends with the deadline', async () => {
    const began = performance.now()
    const { problem } = await look({ prefix: `sh -c 'sleep 30'`, inputs: INPUTS, deadlineMs: 1500 })
    expect(problem?.message).toMatch(/gave no answer before the time was up/)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('a Node.js that starts and never answers is out of time, and no broken prefix', async () => {
    const stage = stageFor('sh')
    stage.program('node', '#!/bin/sh\n[ "$1" = -p ] && { echo 24.0.0; exit; }\nexec sleep 30\n')
    stage.program('sleep', '#!/bin/sh\nexec /bin/sleep "$@"\n')
    const { problem } = await look({
      prefix: stage.prefix(healthy),
      inputs: INPUTS,
      deadlineMs: 2500,
    })
    expect(problem?.code).toBe('own.out_of_time')
    expect(problem?.message).toContain('before the deadline had passed; no route was judged')
  })

  test('cancellation ends it at once', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 200)
    const began = performance.now()
    const { problem } = await look({
      prefix: `sh -c 'sleep 30'`,
      inputs: INPUTS,
      signal: stop.signal,
    })
    expect(problem?.message).toMatch(/gave no answer before the time was up/)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

test.each(['python3', 'sh'] as const)('%s leaves nothing behind', async (runtime) => {
  const api = keep().use(await startApi({ key: labKey() }))
  const stage = stageFor(runtime)
  const prefix = stage.prefix({
    OPENAI_API_KEY: labKey(),
    OPENAI_BASE_URL: api.baseUrl,
    TMPDIR: stage.folder,
  })
  const before = readdirSync(stage.folder, { recursive: true })
  const result = await look({ prefix: `env -C ${stage.folder} ${prefix}`, inputs: INPUTS })
  expect(told(result)).toBe('pass')
  expect(readdirSync(stage.folder, { recursive: true })).toEqual(before)
})
