import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../lab/api.ts'
import { closedPort } from '../lab/faults.ts'
import { authority, labRoot } from '../lab/pki.ts'
import { startProxy } from '../lab/proxy.ts'
import { runStep, type Step } from '../dist/step.ts'
import { ATTACK } from '../reports/planted.ts'
import { withoutMasks } from './leaks.ts'

/** What an environment can hold: no NUL. */
const WORDS = ATTACK.replaceAll('\u0000', '')

/** The same on one line, for places that hold no line ends. */
const LINE = ATTACK.replaceAll('\n', ' ')
/** For places that hold ASCII alone, headers for example. */
const ASCII = LINE.replaceAll(/[^\x20-\x7e]/g, '')
const STEP = { model: 'gpt-4o-mini', route: 'openai', timeout: '2s', 'api-key': labKey() }

/** What GitHub shows of this step is ours alone. */
function expectHarmless(step: Step, secrets = labKey()): void {
  expect(step.problems).toEqual([])
  expect(step.masks.filter((mask) => !secrets.includes(mask.trim()))).toEqual([])
  expect(step.groups).toEqual([])
  expect(step.annotations.length).toBeLessThanOrEqual(3)
  for (const { title, message } of step.annotations) {
    expect(title).not.toMatch(/owned/)
    expect(message).not.toMatch(/^pwned/)
  }
  const raw = withoutMasks(`${step.ended.stdout}${step.ended.stderr}`)
  // Terminal sequences, and characters that hide or reorder text.
  expect(raw).not.toMatch(/[\u001b\u009b\u202a-\u202e\u2066-\u2069\u200b\u0000]/)
  expect(step.outputs['verdict']).toMatch(/^(pass|fail|inconclusive)$/)
  expectSafePage(String(marked.parse(step.summary)))
  expectSafePage(step.report)
  expectTablesIntact(step.summary)
}

function expectSafePage(page: string): void {
  expect(page).not.toMatch(/<(?:script|img|iframe|object|embed|form|base|link)\b(?![^<]*data-own)/i)
  expect(page).not.toMatch(/<[a-z][^>]*\son\w+\s*=/i)
  expect(page).not.toMatch(/(?:href|src)\s*=\s*["']?\s*(?:javascript|data|https?:\/\/evil)/i)
  expect(page).not.toMatch(/<b>\s*<a|@octocat<\/a>/)
}

/** All lines of a table have as many cells as its head. */
function expectTablesIntact(markdown: string): void {
  let cells: number | undefined
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) {
      cells = undefined
      continue
    }
    const count = line.replaceAll(/\\\|/g, '').split('|').length
    expect([line, cells ?? count]).toEqual([line, count])
    cells = count
  }
}

describe('what a server says cannot command the runner, nor mark up what people read', () => {
  const error = { message: LINE, type: LINE, code: LINE, param: LINE }
  const hostile = {
    'content-type': 'application/json',
    server: ASCII,
    via: ASCII,
    'x-request-id': ASCII,
    'www-authenticate': ASCII,
    'x-squid-error': ASCII,
    'cf-ray': ASCII,
    'x-litellm-version': '::error::pwned',
    'x-kong-pwned': '##[error]pwned',
    'retry-after': ASCII,
  }
  test.for([400, 401, 403, 404, 407, 418, 429, 500, 503])('status %i', async (status) => {
    await using api = await startApi({
      answers: { '*': { status, headers: hostile, body: JSON.stringify({ error, [LINE]: LINE }) } },
    })
    expectHarmless(
      await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl }, env: { RUNNER_DEBUG: '1' } }),
    )
  })

  test('a page that looks like a block page', async () => {
    const body = `<html><title>Blocked ${LINE}</title>${ATTACK}</html>`
    await using api = await startApi({
      answers: { '*': { status: 403, headers: { ...hostile, 'content-type': 'text/html' }, body } },
    })
    expectHarmless(await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl } }))
  })

  test('a redirect', async () => {
    const location = `https://evil.test/${encodeURI(ASCII)}`
    await using api = await startApi({
      answers: { '*': { status: 302, headers: { ...hostile, location } } },
    })
    expectHarmless(await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl } }))
  })

  test('an answer of the API itself', async () => {
    const body = JSON.stringify({ object: LINE, status: LINE, id: LINE, [LINE]: [LINE] })
    await using api = await startApi({ answers: { '*': { status: 200, headers: hostile, body } } })
    expectHarmless(await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl } }))
  })

  test('a certificate', async () => {
    const root = authority({ common: LINE.slice(0, 60), organization: LINE })
    const tls = root.leaf({
      subject: { common: LINE, organization: ATTACK },
      names: ['localhost', '<script>.test', '::error::pwned.test', '|cell|.test'],
    })
    await using api = await startApi({ tls })
    expectHarmless(await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl } }))
    await using other = await startApi({
      tls: labRoot().leaf({ names: ['*.evil.test', '##[error]pwned', '@octocat.test'] }),
    })
    expectHarmless(await runStep({ inputs: { ...STEP, 'base-url': other.baseUrl } }))
  })

  test('a proxy', async () => {
    await using proxy = await startProxy({
      behaviour: {
        does: 'answer',
        reply: {
          status: 407,
          headers: { ...hostile, 'proxy-authenticate': `Basic realm="${ASCII}", ::error::pwned` },
          body: ATTACK,
        },
      },
    })
    const step = await runStep({
      inputs: { ...STEP, 'base-url': 'https://api.nowhere.test/v1' },
      env: { HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1', RUNNER_DEBUG: '1' },
    })
    expect(step.outputs['rung']).toBe('proxy')
    expectHarmless(step)
  })
})

describe('what the environment says cannot either', () => {
  test.for<readonly [string, Readonly<Record<string, string>>]>([
    ['model', { model: ATTACK }],
    ['organization and project', { organization: ATTACK, project: ATTACK }],
    ['depth', { depth: ATTACK }],
    ['timeout', { timeout: ATTACK }],
    ['fail-on', { 'fail-on': ATTACK }],
    ['the key', { 'api-key': ATTACK }],
    ['the base URL', { 'base-url': `https://localhost/${ATTACK}` }],
    ['the host of the base URL', { 'base-url': `https://${ATTACK}/v1` }],
    ['the path of the base URL', { 'base-url': `https://localhost:1/${encodeURI(LINE)}` }],
    ['the log', { log: `{folder}/${LINE.replaceAll('/', '')}` }],
    ['the baseline', { baseline: ATTACK }],
    ['the config', { config: ATTACK }],
    ['the folder of the bundle', { 'client-bundle': ATTACK }],
    ['the origin', { 'browser-origin': ATTACK }],
    ['the packets', { aggregate: ATTACK }],
  ])('input: %s', async ([, given]) => {
    const inputs = Object.fromEntries(
      Object.entries(given).map(([name, text]) => [name, text.replaceAll('\u0000', '')]),
    )
    await using closed = await closedPort()
    const step = await runStep({
      inputs: { ...STEP, 'base-url': `https://localhost:${closed.port}/v1`, ...inputs },
    })
    // What was given as a key or a password is masked, in whole and by lines.
    expectHarmless(step, `${labKey()} ${WORDS}`)
  })

  test('variables of the runner and of proxies', async () => {
    await using closed = await closedPort()
    const words = WORDS
    const step = await runStep({
      inputs: { ...STEP, 'base-url': `https://localhost:${closed.port}/v1` },
      env: {
        RUNNER_NAME: words,
        RUNNER_OS: words,
        ImageOS: words,
        GITHUB_WORKFLOW: words,
        GITHUB_JOB: words,
        GITHUB_ACTION: words,
        GITHUB_REPOSITORY: words,
        GITHUB_SERVER_URL: `javascript:${words}`,
        GITHUB_RUN_ID: words,
        GITHUB_API_URL: words,
        HTTPS_PROXY: words,
        NO_PROXY: words,
        NODE_EXTRA_CA_CERTS: '',
        SSL_CERT_FILE: words,
        OPENAI_CUSTOM_HEADERS: '',
        RUNNER_DEBUG: '1',
      },
    })
    // What stands where a proxy URL has its password is masked.
    expectHarmless(step, `${labKey()} ${words}`)
  })

  test('names and keys in a config file', async () => {
    await using closed = await closedPort()
    const route = (): object => ({
      'base-url': `https://localhost:${closed.port}/v1`,
      route: 'openai',
      'api-key-env': 'LAB_KEY',
      model: LINE,
    })
    const config = JSON.stringify({ routes: { a: route(), [LINE]: route() }, [LINE]: LINE })
    const step = await runStep({
      inputs: { config: '{folder}/routes.yml' },
      env: { LAB_KEY: labKey() },
      files: { 'routes.yml': config },
    })
    expectHarmless(step)
  })

  test('a log that is explained', async () => {
    const log = [`openai.APIConnectionError: Connection error. ${LINE}`, ATTACK, ATTACK].join('\n')
    const step = await runStep({
      inputs: { log: '{folder}/app.log' },
      files: { 'app.log': log },
    })
    expect(step.problems).toEqual([])
    expect(step.masks).toEqual([])
    expect(`${step.ended.stdout}${step.ended.stderr}`).not.toMatch(/[\u001b\u202e\u2066]/)
    for (const { title, message } of step.annotations) {
      expect(`${title} ${message}`).not.toMatch(/^owned|^pwned/)
    }
    expectSafePage(String(marked.parse(step.summary)))
  })
})
