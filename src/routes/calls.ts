import { AzureOpenAI, type OpenAI } from 'openai'
import type { Endpoint, ResponseFacts, Route, SdkAnswer } from '../model/index.ts'
import { endpointFacts } from '../model/index.ts'

type Call = (client: OpenAI, model: string) => Promise<SdkAnswer>

/** Marks a request of the SDK that is to be sent as the opening of a WebSocket. */
const WEB_SOCKET = { upgrade: 'websocket' }

/** The cheapest call of a route, streamed where the application streams and the family can. */
export function callOf({ endpoint, stream }: Pick<Route, 'endpoint' | 'stream'>): Call {
  const { path, call, body, answer, streamed, needs } = endpointFacts(endpoint)
  if (needs === 'WebSocket') {
    return async (client, model) => {
      // The SDK makes the URL, the headers and the errors; the connection makes a WebSocket of it.
      const query = client instanceof AzureOpenAI ? { deployment: model } : { model }
      return answer(await client.get<unknown>(path, { query, headers: WEB_SOCKET }))
    }
  }
  if (stream !== true || streamed === undefined) {
    return async (client, model) => answer(await called(client, call, body(model)))
  }
  return async (client, model) => {
    const events: unknown[] = []
    const answered = await called(client, call, { ...body(model), stream: true })
    if (isStream(answered)) for await (const event of answered) events.push(event)
    return streamed(events)
  }
}

/** Families that can be asked for as a stream of events. */
export function canStream(endpoint: Endpoint): boolean {
  return endpointFacts(endpoint).streamed !== undefined
}

/** The method of the SDK at the end of these attributes; one that it does not have throws a TypeError. */
async function called(client: OpenAI, call: string, body: object): Promise<unknown> {
  let holder: object = client
  for (const name of call.split('.')) {
    const found: unknown = Reflect.get(holder, name)
    if (typeof found === 'function') return await Reflect.apply(found, holder, [body])
    if (typeof found !== 'object' || found === null) break
    holder = found
  }
  throw new TypeError(`the SDK has no ${call}`)
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

/** A list of models as OpenAI sends it; a longer one than is read still begins like one. */
export function isModelList({ status, body }: Pick<ResponseFacts, 'status' | 'body'>): boolean {
  if (status !== 200 || body.shape !== 'json' || body.error !== undefined) return false
  return body.object === 'list' || body.keys?.includes('data') === true || body.truncated
}
