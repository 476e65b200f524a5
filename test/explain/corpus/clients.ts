// oxlint-disable typescript/no-unsafe-type-assertion -- clients that are no dependencies have no types here
import { createRequire } from 'node:module'
import https from 'node:https'
import http from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import OpenAI from 'openai'
import { fetch as undiciFetch, ProxyAgent, request } from 'undici'
import type { Target } from './scenarios.ts'

/** Sends the application's call and throws what its client throws. */
export interface CorpusClient {
  readonly name: string
  readonly call: (target: Target) => Promise<unknown>
}

const CALL = { model: 'gpt-4o-mini', input: 'ping' }
const CHAT = { model: 'gpt-4o-mini', messages: [{ role: 'user' as const, content: 'ping' }] }

/** Clients that the project itself depends on, and Node's own. */
export const INSTALLED: readonly CorpusClient[] = [
  {
    name: 'openai 7',
    call: async ({ baseUrl, key, timeoutMs, proxyUrl }) => {
      const dispatcher = proxyUrl === undefined ? undefined : new ProxyAgent(proxyUrl)
      const client = new OpenAI({
        apiKey: key,
        baseURL: baseUrl,
        maxRetries: 0,
        timeout: timeoutMs,
        // The SDK's type of fetch is the platform's; undici's own is the same at run time.
        ...(dispatcher === undefined
          ? {}
          : { fetch: undiciFetch as unknown as typeof fetch, fetchOptions: { dispatcher } }),
      })
      return client.responses.create(CALL)
    },
  },
  {
    name: 'fetch',
    call: async (target) => {
      refuseProxy(target)
      const response = await fetch(`${target.baseUrl}/responses`, init(target))
      return checked(response.status, await response.text())
    },
  },
  {
    name: 'undici request',
    call: async (target) => {
      const { statusCode, body } = await request(`${target.baseUrl}/responses`, {
        method: 'POST',
        headers: headers(target),
        body: JSON.stringify(CALL),
        headersTimeout: target.timeoutMs,
        ...(target.proxyUrl === undefined ? {} : { dispatcher: new ProxyAgent(target.proxyUrl) }),
      })
      return checked(statusCode, await body.text())
    },
  },
  {
    name: 'node https',
    call: (target) => {
      refuseProxy(target)
      return new Promise((resolve, reject) => {
        const url = new URL(`${target.baseUrl}/responses`)
        const start = url.protocol === 'https:' ? https.request : http.request
        const sent = start(
          url,
          { method: 'POST', headers: headers(target), timeout: target.timeoutMs },
          (response) => {
            let text = ''
            response.on('data', (chunk: Buffer) => {
              text += chunk.toString()
            })
            response.on('error', reject)
            response.on('end', () => {
              const status = response.statusCode ?? 0
              if (status < 400) resolve(text)
              else reject(refusal(status, text))
            })
          },
        )
        sent.on('timeout', () => sent.destroy(new Error('Request timed out')))
        sent.on('error', reject)
        sent.end(JSON.stringify(CALL))
      })
    },
  },
]

function init(target: Target): RequestInit {
  return {
    method: 'POST',
    headers: headers(target),
    body: JSON.stringify(CALL),
    signal: AbortSignal.timeout(target.timeoutMs),
  }
}

function headers({ key }: Target): Record<string, string> {
  return { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
}

function refuseProxy({ proxyUrl }: Target): void {
  if (proxyUrl !== undefined) throw new NotPossible('this client takes no proxy here')
}

/** As applications do it by hand. */
function checked(status: number, text: string): string {
  if (status >= 400) throw refusal(status, text)
  return text
}

function refusal(status: number, text: string): Error {
  return new Error(`OpenAI request failed with HTTP ${status}: ${text}`)
}

/** The client cannot be sent into this scenario. */
export class NotPossible extends Error {}

type Loose = (...values: readonly unknown[]) => Promise<unknown>

/**
 * Clients that stand in a folder made for the recording:
 * `npm install --prefix <folder> openai3@npm:openai@3 openai4@npm:openai@4 openai5@npm:openai@5
 * openai6@npm:openai@6 axios got node-fetch ai @ai-sdk/openai @langchain/openai @langchain/core`.
 */
export function clientsIn(folder: string): readonly CorpusClient[] {
  const require = createRequire(join(folder, 'package.json'))
  const load = async (name: string): Promise<Record<string, unknown>> => {
    const found: unknown = await import(pathToFileURL(require.resolve(name)).href)
    return found as Record<string, unknown>
  }
  const direct = (name: string, call: (target: Target) => Promise<unknown>): CorpusClient => ({
    name,
    call: async (target) => {
      refuseProxy(target)
      return call(target)
    },
  })
  const sdk = (major: number): CorpusClient =>
    direct(`openai ${major}`, async ({ baseUrl, key, timeoutMs }) => {
      const { default: Client } = (await load(`openai${major}`)) as { default: typeof OpenAI }
      return new Client({
        apiKey: key,
        baseURL: baseUrl,
        maxRetries: 0,
        timeout: timeoutMs,
      }).chat.completions.create(CHAT)
    })
  return [
    direct('openai 3', async ({ baseUrl, key, timeoutMs }) => {
      const found = await load('openai3')
      const inside = (found['default'] ?? found) as Record<
        string,
        new (...values: unknown[]) => Record<string, Loose>
      >
      const { Configuration, OpenAIApi } = inside
      if (Configuration === undefined || OpenAIApi === undefined)
        throw new NotPossible('no such class')
      const client = new OpenAIApi(new Configuration({ apiKey: key, basePath: baseUrl }))
      return client['createChatCompletion']?.(CHAT, { timeout: timeoutMs })
    }),
    sdk(4),
    sdk(5),
    sdk(6),
    direct('axios', async (target) => {
      const { default: axios } = (await load('axios')) as { default: { post: Loose } }
      return axios.post(`${target.baseUrl}/responses`, CALL, {
        headers: headers(target),
        timeout: target.timeoutMs,
      })
    }),
    direct('got', async (target) => {
      const { default: got } = (await load('got')) as { default: { post: Loose } }
      return got.post(`${target.baseUrl}/responses`, {
        json: CALL,
        headers: headers(target),
        retry: { limit: 0 },
        timeout: { request: target.timeoutMs },
      })
    }),
    direct('node-fetch', async (target) => {
      const { default: nodeFetch } = (await load('node-fetch')) as { default: typeof fetch }
      const response = await nodeFetch(`${target.baseUrl}/responses`, init(target))
      return checked(response.status, await response.text())
    }),
    direct('ai sdk', async ({ baseUrl, key, timeoutMs }) => {
      const { generateText } = (await load('ai')) as { generateText: Loose }
      const { createOpenAI } = (await load('@ai-sdk/openai')) as {
        createOpenAI: (options: unknown) => (model: string) => unknown
      }
      const model = createOpenAI({ baseURL: baseUrl, apiKey: key })('gpt-4o-mini')
      return generateText({
        model,
        prompt: 'ping',
        maxRetries: 0,
        abortSignal: AbortSignal.timeout(timeoutMs),
      })
    }),
    direct('langchain', async ({ baseUrl, key, timeoutMs }) => {
      const { ChatOpenAI } = (await load('@langchain/openai')) as {
        ChatOpenAI: new (options: unknown) => { invoke: Loose }
      }
      const model = new ChatOpenAI({
        model: 'gpt-4o-mini',
        apiKey: key,
        maxRetries: 0,
        timeout: timeoutMs,
        configuration: { baseURL: baseUrl },
      })
      return model.invoke('ping')
    }),
  ]
}
