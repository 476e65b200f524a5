import { AzureOpenAI, type OpenAI } from 'openai'
import { fields, type Endpoint, type ResponseFacts, type Route } from '../model/index.ts'
import type { SdkAnswer } from './kind.ts'

/** The smallest prompt; never taken from the application. */
const PROMPT = 'ping'
/** The least that the Responses API accepts; reasoning models need a limit, not a length of 1. */
const FEWEST_TOKENS = 16

type Call = (client: OpenAI, model: string) => Promise<SdkAnswer>

/** An endpoint family: the smallest call of it, with the SDK's own methods. */
interface Family {
  readonly ask: Call
  /** The same as a stream of events; absent where the API knows none. */
  readonly stream?: Call
}

/** The call of every endpoint family; what it sends and costs in words: knowledge/endpoints.ts. */
const FAMILIES: Readonly<Record<Endpoint, Family>> = {
  responses: {
    ask: async (client, model) => responseAnswer(await client.responses.create(response(model))),
    stream: async (client, model) => {
      let last: unknown
      for await (const event of await client.responses.create({
        ...response(model),
        stream: true,
      })) {
        // Cut short, the stream has no last event with the whole response.
        if (event.type === 'response.completed' || event.type === 'response.incomplete') {
          last = event.response
        }
      }
      return responseAnswer(last)
    },
  },
  'chat-completions': {
    ask: async (client, model) => {
      const answer = await client.chat.completions.create(chat(model))
      const { choices } = fields(answer)
      const first: unknown = Array.isArray(choices) ? choices[0] : undefined
      const finish = fields(first)['finish_reason']
      return { valid: isObject(first), finish: word(finish), ...served(answer) }
    },
    stream: async (client, model) => {
      let finish = ''
      let last: unknown
      for await (const chunk of await client.chat.completions.create({
        ...chat(model),
        stream: true,
      })) {
        const { choices } = fields(chunk)
        const first: unknown = Array.isArray(choices) ? choices[0] : undefined
        finish = word(fields(first)['finish_reason']) || finish
        last = chunk
      }
      // Every complete stream names why it ended.
      return { valid: finish !== '', finish, ...served(last) }
    },
  },
  embeddings: {
    ask: async (client, model) => {
      const answer = await client.embeddings.create({ model, input: PROMPT })
      const { data } = fields(answer)
      const first: unknown = Array.isArray(data) ? data[0] : undefined
      const vector = fields(first)['embedding']
      const valid = Array.isArray(vector) && vector.length > 0
      return { valid, finish: 'completed', ...served(answer) }
    },
  },
  moderations: {
    ask: async (client, model) => {
      const answer = await client.moderations.create({ model, input: PROMPT })
      const { results } = fields(answer)
      const valid = Array.isArray(results) && results.length > 0
      return { valid, finish: 'completed', ...served(answer) }
    },
  },
  'audio-transcriptions': {
    ask: async (client, model) => {
      const file = new File([silence()], 'silence.wav', { type: 'audio/wav' })
      const { text } = fields(await client.audio.transcriptions.create({ model, file }))
      return { valid: typeof text === 'string', finish: 'completed' }
    },
  },
  realtime: {
    ask: async (client, model) => {
      // The SDK makes the URL, the headers and the errors; the connection makes a WebSocket of it.
      const query = client instanceof AzureOpenAI ? { deployment: model } : { model }
      const event = await client.get<unknown>('/realtime', { query, headers: WEB_SOCKET })
      const { type } = fields(event)
      return { valid: type === 'session.created', finish: word(type) }
    },
  },
}

/** Marks a request of the SDK that is to be sent as the opening of a WebSocket. */
const WEB_SOCKET = { upgrade: 'websocket' }

/** Promise 5: the cheapest call of a route, streamed where the application streams and the family can. */
export function callOf({ endpoint, stream }: Pick<Route, 'endpoint' | 'stream'>): Call {
  const family = FAMILIES[endpoint]
  return (stream === true ? family.stream : undefined) ?? family.ask
}

/** Families that can be asked for as a stream of events. */
export function canStream(endpoint: Endpoint): boolean {
  return FAMILIES[endpoint].stream !== undefined
}

function response(model: string) {
  return { model, input: PROMPT, max_output_tokens: FEWEST_TOKENS, store: false } as const
}

function chat(model: string) {
  const messages = [{ role: 'user' as const, content: PROMPT }]
  return { model, messages, max_completion_tokens: FEWEST_TOKENS }
}

function responseAnswer(answer: unknown): SdkAnswer {
  const { object, status, incomplete_details: cut } = fields(answer)
  const reason = fields(cut)['reason']
  const finish =
    status === 'incomplete' && typeof reason === 'string' ? `incomplete:${reason}` : status
  // "Output limit reached" is what 16 tokens ask for: a healthy answer.
  const healthy = finish === 'completed' || finish === 'incomplete:max_output_tokens'
  return { valid: object === 'response' && healthy, finish: word(finish), ...served(answer) }
}

/** A quarter of a second of silence as WAV: 8 kHz, 8 bit, mono; the API wants at least 0.1 s. */
function silence(): Uint8Array<ArrayBuffer> {
  const samples = 2000
  const wav = Buffer.alloc(44 + samples, 0x80)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + samples, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(8000, 24)
  wav.writeUInt32LE(8000, 28)
  wav.writeUInt16LE(1, 32)
  wav.writeUInt16LE(8, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(samples, 40)
  return new Uint8Array(wav)
}

/** A list of models as OpenAI sends it; a longer one than is read still begins like one. */
export function isModelList({ status, body }: Pick<ResponseFacts, 'status' | 'body'>): boolean {
  if (status !== 200 || body.shape !== 'json' || body.error !== undefined) return false
  return body.object === 'list' || body.keys?.includes('data') === true || body.truncated
}

/** The model that the answer names. */
function served(answer: unknown): Pick<SdkAnswer, 'model'> {
  const model = word(fields(answer)['model'])
  return model === '' ? {} : { model }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function word(value: unknown): string {
  return typeof value === 'string' && /^[\w:.-]{1,64}$/.test(value) ? value : ''
}
