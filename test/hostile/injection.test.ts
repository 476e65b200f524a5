import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { closedPort } from '../loopback/faults.ts'
import { authority, labRoot } from '../loopback/pki.ts'
import { startProxy } from '../loopback/proxy.ts'
import { runStep, type Step } from '../dist/step.ts'
import { ATTACK } from '../reports/planted.ts'
import { withoutMasks } from './leaks.ts'

/** What an environment can hold: no NUL. */
const WORDS = ATTACK.replaceAll('\u0000', '')

/** The same on one line, for places that hold no line ends. */
const LINE = ATTACK.replaceAll('\n', ' ')
/** For places that hold ASCII alone, headers for example. */
const ASCII = LINE.replaceAll(/[^\x20-\x7e]/g, '')
const STEP = { model: 'demo-model', route: 'openai', timeout: '2s', 'api-key': labKey() }

/** Terminal sequences, and characters that hide or reorder text. */
const DISGUISES = /\p{Cf}|(?![\n\r\t])\p{Cc}/u

/** The colours that our own log paints with (terminal-text.ts), each piece closed where it was opened. */
// eslint-disable-next-line no-control-regex
const OURS = /\u001B\[(?:1|2|3[1236])m([^\u001B\n]*)\u001B\[0m/g

/** What of others would act, or be read as ours: nothing, when all is well. */
function harmOf(step: Step, secrets = labKey()): readonly string[] {
  const raw = withoutMasks(`${step.ended.stdout}${step.ended.stderr}`)
  const titles = step.annotations.map(({ title }) => title)
  const messages = step.annotations.map(({ message }) => message)
  return [
    ...step.problems,
    ...step.masks.filter((mask) => !secrets.includes(mask.trim())).map((mask) => `masked ${mask}`),
    // The ladder folds once; every other group would be somebody else's.
    ...step.groups.filter((group, at) => group !== 'Ladder' || at > 0).map((one) => `group ${one}`),
    ...(titles.length > 3 ? [`${titles.length} annotations`] : []),
    ...titles.filter((title) => title.includes('owned')),
    ...messages.filter((message) => message.startsWith('pwned')),
    ...(DISGUISES.test(raw.replaceAll(OURS, '$1')) ? ['a terminal sequence or a disguise'] : []),
    ...(raw.includes('\u001B[31mred') ? ['a colour of others'] : []),
    ...(/^(?:pass|fail|inconclusive)$/.test(step.outputs['verdict'] ?? '') ? [] : ['no verdict']),
    ...harmOfPage(rendered(step.summary)),
    ...harmOfPage(step.report),
    ...brokenRows(step.summary),
  ]
}

function rendered(markdown: string): string {
  return marked.parse(markdown, { async: false })
}

const HARMFUL = [
  /<(?:script|img|iframe|object|embed|form|base|link)\b/gi,
  /<[a-z][^>]*\son\w+\s*=/gi,
  /(?:href|src)\s*=\s*["']?\s*(?:javascript|data|https?:\/\/evil)/gi,
  /@octocat<\/a>/gi,
]

function harmOfPage(page: string): readonly string[] {
  return HARMFUL.flatMap((pattern) => page.match(pattern) ?? [])
}

/** Rows with another number of cells than the head of their table. */
function brokenRows(markdown: string): readonly string[] {
  let cells: number | undefined
  return markdown.split('\n').filter((line) => {
    const count = line.startsWith('|') ? line.split('|').length : undefined
    const broken = count !== undefined && cells !== undefined && count !== cells
    cells = count
    return broken
  })
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
    const step = await runStep({
      inputs: { ...STEP, 'base-url': api.baseUrl },
      env: { RUNNER_DEBUG: '1' },
    })
    expect(harmOf(step)).toEqual([])
  })

  test('a page that looks like a block page', async () => {
    const body = `<html><title>Blocked ${LINE}</title>${ATTACK}</html>`
    await using api = await startApi({
      answers: { '*': { status: 403, headers: { ...hostile, 'content-type': 'text/html' }, body } },
    })
    expect(harmOf(await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl } }))).toEqual([])
  })

  test('a redirect', async () => {
    const location = `https://evil.test/${encodeURI(ASCII)}`
    await using api = await startApi({
      answers: { '*': { status: 302, headers: { ...hostile, location } } },
    })
    expect(harmOf(await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl } }))).toEqual([])
  })

  test('an answer of the API itself', async () => {
    const body = JSON.stringify({ object: LINE, status: LINE, id: LINE, [LINE]: [LINE] })
    await using api = await startApi({ answers: { '*': { status: 200, headers: hostile, body } } })
    expect(harmOf(await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl } }))).toEqual([])
  })

  test('a certificate', async () => {
    const root = authority({ common: LINE.slice(0, 60), organization: LINE })
    const tls = root.leaf({
      subject: { common: LINE, organization: ATTACK },
      names: ['localhost', '<script>.test', '::error::pwned.test', '|cell|.test'],
    })
    await using api = await startApi({ tls })
    expect(harmOf(await runStep({ inputs: { ...STEP, 'base-url': api.baseUrl } }))).toEqual([])
    await using other = await startApi({
      tls: labRoot().leaf({ names: ['*.evil.test', '##[error]pwned', '@octocat.test'] }),
    })
    expect(harmOf(await runStep({ inputs: { ...STEP, 'base-url': other.baseUrl } }))).toEqual([])
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
    expect(harmOf(step)).toEqual([])
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
    expect(harmOf(step, `${labKey()} ${WORDS}`)).toEqual([])
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
    expect(harmOf(step, `${labKey()} ${words}`)).toEqual([])
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
    expect(harmOf(step)).toEqual([])
  })

  test('a log that is explained', async () => {
    const log = [`openai.APIConnectionError: Connection error. ${LINE}`, ATTACK, ATTACK].join('\n')
    const step = await runStep({
      inputs: { log: '{folder}/app.log' },
      files: { 'app.log': log },
    })
    expect(step.problems).toEqual([])
    expect(step.masks).toEqual([])
    expect(`${step.ended.stdout}${step.ended.stderr}`).not.toMatch(DISGUISES)
    for (const { title, message } of step.annotations) {
      expect(`${title} ${message}`).not.toMatch(/^owned|^pwned/)
    }
    expect(harmOfPage(rendered(step.summary))).toEqual([])
  })
})
