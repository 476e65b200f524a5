import { describe, expect, test } from 'vitest'
import { resolved } from '../../src/knowledge/addresses.ts'
import { labKey, startApi } from '../loopback/api.ts'
import { closedPort } from '../loopback/faults.ts'
import type { Order } from '../../src/run/world.ts'
import { always } from '../probes/scene.ts'
import { onlyRoute, runPreflight } from './run.ts'

const STAND_IN = /Client not known; Node's rules stand in for it\.$/

async function judged(
  files: Readonly<Record<string, string>>,
  baseUrl: string,
  order: Partial<Order> = {},
) {
  const packet = await runPreflight({
    inputs: { client: 'auto', route: 'openai', 'base-url': baseUrl },
    checkout: files,
    order: {
      checkout: () => ({ files: Object.keys(files), readFile: (path) => files[path] }),
      ...order,
    },
  })
  const { client, clientReason, verdict } = onlyRoute(packet)
  return { client, clientReason, verdict, summary: verdict.summary, all: packet.verdict.summary }
}

const DEAD_FIRST: Partial<Order> = { resolve: always('127.0.0.2', '127.0.0.1') }

const PYTHON = { 'requirements.txt': 'openai==2.9.0\n' }
const GO = { 'go.mod': 'module x\n\nrequire github.com/openai/openai-go/v3 v3.8.0\n' }
const ASK = `from openai import OpenAI
client = OpenAI()
client.responses.create(model="gpt-4o-mini", input="x")
`

describe('whose way was judged', () => {
  test('stands in the verdict where no client is known, whether it passed or failed', async () => {
    await using api = await startApi({ key: labKey() })
    await using closed = await closedPort()
    for (const base of [api.baseUrl, `https://localhost:${String(closed.port)}/v1`]) {
      const { client, summary, all } = await judged({}, base)
      expect(client).toBe('node')
      expect(summary).toMatch(STAND_IN)
      expect(all).toMatch(STAND_IN)
    }
  })

  test('needs no word where the checkout names one', async () => {
    await using api = await startApi({ key: labKey() })
    const { client, summary } = await judged(PYTHON, api.baseUrl)
    expect(client).toBe('python')
    expect(summary).not.toMatch(STAND_IN)
  })

  test('is that of the call that was found, of two', async () => {
    await using api = await startApi({ key: labKey() })
    const { client, clientReason } = await judged(
      { ...GO, ...PYTHON, 'jobs/ask.py': ASK },
      api.baseUrl,
    )
    expect(client).toBe('python')
    expect(clientReason).toContain('whose call is in jobs/ask.py')
    expect(clientReason).toContain('go.mod lists')
  })

  test('is that of the call where no manifest speaks', async () => {
    await using api = await startApi({ key: labKey() })
    const { client, summary } = await judged({ 'ask.py': ASK }, api.baseUrl)
    expect(client).toBe('python')
    expect(summary).not.toMatch(STAND_IN)
  })
})

describe('the first address is dead and the second alive', () => {
  const pom = (group: string, artifact: string, version: string): string =>
    `<project><properties><its.version>${version}</its.version></properties><dependencies><dependency>
    <groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>\${its.version}</version>
    </dependency></dependencies></project>`
  const OWN_CALL = `import java.net.http.HttpClient;
class Ask { String url = "https://api.openai.com/v1/chat/completions"; String b = "{\\"model\\":\\"m\\"}"; }
`
  test.each([
    ['openai-java sends with OkHttp, which tries both', pom('com.openai', 'openai-java', '4.52.0')],
    ['Spring AI 2 is built on it', pom('org.springframework.ai', 'spring-ai-openai', '2.0.1')],
  ])('%s', async (_, text) => {
    await using api = await startApi({ key: labKey() })
    const { client, verdict } = await judged({ 'pom.xml': text }, api.baseUrl, DEAD_FIRST)
    expect([client, verdict.verdict, verdict.also]).toEqual(['java', 'pass', []])
  })

  test.each([
    ['Spring AI 1', { 'pom.xml': pom('org.springframework.ai', 'spring-ai-openai', '1.0.3') }],
    [
      'LangChain4j',
      { 'build.gradle': "implementation 'dev.langchain4j:langchain4j-open-ai:1.7.1'" },
    ],
    ['a call of its own', { 'src/Ask.java': OWN_CALL }],
  ])("%s sends with the JDK's HttpClient, which fails", async (_, files) => {
    await using api = await startApi({ key: labKey() })
    const { client, verdict } = await judged(files, api.baseUrl, DEAD_FIRST)
    expect(client).toBe('java')
    expect(verdict).toMatchObject({
      verdict: 'fail',
      owner: 'connection-path',
      code: 'tcp.refused',
    })
    expect(verdict.summary).toMatch(
      /127\.0\.0\.1, which opens.*HttpClient.*dials only 127\.0\.0\.2/,
    )
  })

  test('where the checkout does not say which of the two it is, the pass says so', async () => {
    await using api = await startApi({ key: labKey() })
    const { verdict } = await judged({ 'pom.xml': '<project/>' }, api.baseUrl, DEAD_FIRST)
    expect(verdict.verdict).toBe('pass')
    expect(verdict.also.map(({ rule }) => rule)).toEqual(['tcp/later-address'])
  })

  test('a JVM dials IPv4 first whatever the resolver prefers', async () => {
    await using api = await startApi({ key: labKey() })
    const { verdict } = await judged({ 'src/Ask.java': OWN_CALL }, api.baseUrl, {
      resolve: () => Promise.resolve(['2001:db8::1', '127.0.0.1'].map(resolved)),
    })
    expect(verdict.verdict).toBe('pass')
  })
})
