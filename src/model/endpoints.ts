import { fields } from './values.ts'

/** What the SDK gave back, in so far as it is known to be the API's own object. */
export interface SdkAnswer {
  /** The API's own object was recognised. */
  readonly valid: boolean
  /** `completed`, `incomplete:max_output_tokens`, …; empty when the object has no such word. */
  readonly finish: string
  /** Model that answered, as the API names it: an alias or a deployment answers as what it stands for. */
  readonly model?: string
}

/** One endpoint family: all that is known of it. */
interface EndpointFacts {
  /** Below the base URL. */
  readonly path: string
  /** What the smallest request of it is, in words. */
  readonly sends: string
  /** In words. */
  readonly costs: string
  /** Attributes of the client that lead to its call, in the SDKs for JavaScript and Python alike. */
  readonly call: string
  /** The cheapest request of it (promise 5), as the SDK takes it; a WebSocket has none. */
  readonly body: (model: string) => Readonly<Record<string, unknown>>
  /** What counts as a valid answer. */
  readonly answer: (answer: unknown) => SdkAnswer
  /** The same of its events, all of them; absent where the API knows no stream of it. */
  readonly streamed?: (events: readonly unknown[]) => SdkAnswer
  /** Takes a conversation: one model answers all that do, and an API may serve only one of them. */
  readonly converses?: true
  /** What a target without Node.js cannot do for it. */
  readonly needs?: 'file' | 'WebSocket'
}

/** The smallest prompt; never taken from the application. */
const PROMPT = 'ping'
/** The least that the Responses API accepts; reasoning models need a limit, not a length of 1. */
const FEWEST_TOKENS = 16

/**
 * Every endpoint family, one entry each and nowhere else: the names of the input, the call of the SDK,
 * the reader of the application's calls and the tables of the pages are made from it, and tests ask
 * that action.yml, the README and the schemas name it.
 */
export const ENDPOINT_FACTS = {
  responses: {
    path: '/responses',
    sends: 'the word `ping`, at most 16 output tokens, `store: false`',
    costs: 'one minimal completion',
    call: 'responses.create',
    body: (model) => ({ model, input: PROMPT, max_output_tokens: FEWEST_TOKENS, store: false }),
    answer: responseAnswer,
    streamed: (events) => {
      // Cut short, the stream has no last event with the whole response.
      const last = events.findLast((event) =>
        ['response.completed', 'response.incomplete'].includes(word(fields(event)['type'])),
      )
      return responseAnswer(fields(last)['response'])
    },
    converses: true,
  },
  'chat-completions': {
    path: '/chat/completions',
    sends: 'the word `ping`, at most 16 output tokens',
    costs: 'one minimal completion',
    call: 'chat.completions.create',
    body: (model) => ({
      model,
      messages: [{ role: 'user', content: PROMPT }],
      max_completion_tokens: FEWEST_TOKENS,
    }),
    answer: (answer) => {
      const choice = firstOf(fields(answer)['choices'])
      const finish = word(fields(choice)['finish_reason'])
      return { valid: isObject(choice), finish, ...served(answer) }
    },
    streamed: (events) => {
      const finishes = events.map((chunk) =>
        word(fields(firstOf(fields(chunk)['choices']))['finish_reason']),
      )
      // Every complete stream names why it ended.
      const finish = finishes.findLast((one) => one !== '') ?? ''
      return { valid: finish !== '', finish, ...served(events.at(-1)) }
    },
    converses: true,
  },
  embeddings: {
    path: '/embeddings',
    sends: 'the word `ping`',
    costs: 'one token of input',
    call: 'embeddings.create',
    body: (model) => ({ model, input: PROMPT }),
    answer: (answer) => {
      const vector = fields(firstOf(fields(answer)['data']))['embedding']
      const valid = Array.isArray(vector) && vector.length > 0
      return { valid, finish: 'completed', ...served(answer) }
    },
  },
  moderations: {
    path: '/moderations',
    sends: 'the word `ping`',
    costs: 'nothing: a request of full depth for free',
    call: 'moderations.create',
    body: (model) => ({ model, input: PROMPT }),
    answer: (answer) => ({
      valid: firstOf(fields(answer)['results']) !== undefined,
      finish: 'completed',
      ...served(answer),
    }),
  },
  'audio-transcriptions': {
    path: '/audio/transcriptions',
    sends: 'a quarter of a second of silence as a WAV file',
    costs: 'the least that a transcription costs',
    call: 'audio.transcriptions.create',
    // Said, so that no user of the types needs those of Node.js for its File.
    body: (model): Readonly<Record<string, unknown>> => ({
      model,
      file: new File([silence()], 'silence.wav', { type: 'audio/wav' }),
    }),
    answer: (answer) => ({
      valid: typeof fields(answer)['text'] === 'string',
      finish: 'completed',
    }),
    needs: 'file',
  },
  realtime: {
    path: '/realtime',
    sends: 'a WebSocket, closed after `session.created`',
    costs: 'nothing: nothing is said',
    call: 'realtime.connect',
    body: () => ({}),
    answer: (event) => {
      const type = word(fields(event)['type'])
      return { valid: type === 'session.created', finish: type }
    },
    needs: 'WebSocket',
  },
} as const satisfies Readonly<Record<string, EndpointFacts>>

/** An endpoint family by name. */
export type Endpoint = keyof typeof ENDPOINT_FACTS

/** Promise 5: the cheapest request of a family, and what else is known of it. */
export function endpointFacts(endpoint: Endpoint): EndpointFacts {
  return ENDPOINT_FACTS[endpoint]
}

function isEndpoint(name: string): name is Endpoint {
  return Object.hasOwn(ENDPOINT_FACTS, name)
}

/** Every family, in the order of the table. */
export const ENDPOINTS: readonly Endpoint[] = Object.keys(ENDPOINT_FACTS).filter(isEndpoint)

/** Families that take a conversation. */
export const CONVERSING: readonly Endpoint[] = ENDPOINTS.filter(
  (endpoint) => endpointFacts(endpoint).converses === true,
)

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
  const wav = new Uint8Array(44 + samples).fill(0x80)
  const view = new DataView(wav.buffer)
  wav.set(new TextEncoder().encode('RIFF'), 0)
  view.setUint32(4, 36 + samples, true)
  wav.set(new TextEncoder().encode('WAVEfmt '), 8)
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, 8000, true)
  view.setUint32(28, 8000, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  wav.set(new TextEncoder().encode('data'), 36)
  view.setUint32(40, samples, true)
  return wav
}

/** The model that the answer names. */
function served(answer: unknown): Pick<SdkAnswer, 'model'> {
  const model = word(fields(answer)['model'])
  return model === '' ? {} : { model }
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function word(value: unknown): string {
  return typeof value === 'string' && /^[\w:.-]{1,64}$/.test(value) ? value : ''
}
