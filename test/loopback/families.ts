/** The API with every family of endpoints, strict as it is, and a WebSocket. */
import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import type { SeenRequest } from '../../src/demo/loopback/api.ts'
import {
  answer,
  bearer,
  events,
  modelReply,
  responses as answered,
} from '../../src/demo/loopback/openai-replies.ts'
import {
  admittedHeaders,
  invalidUrl,
  json,
  keyless401,
  modelNotFound,
  openai401,
  type LoopbackReply,
} from '../../src/demo/loopback/replies.ts'
import { isObject, jsonIn } from '../../src/model/index.ts'
import {
  belowMinimum,
  methodNotAllowed,
  missingParameter,
  modelMissing,
  notJson,
  unsupportedParameter,
} from './openai.ts'

type Fields = Readonly<Record<string, unknown>>

const POSTS: Readonly<Record<string, (body: Fields) => LoopbackReply>> = {
  '/v1/responses': responses,
  '/v1/chat/completions': chatCompletions,
  '/v1/embeddings': embeddings,
  '/v1/moderations': moderations,
}
const FORMS: Readonly<Record<string, (request: SeenRequest) => LoopbackReply>> = {
  '/v1/audio/transcriptions': transcription,
}

const MODELS = ['demo-model', 'demo-reasoner', 'demo-embedder']

/** The smallest `max_output_tokens` that `/v1/responses` accepts. */
const MINIMUM_OUTPUT_TOKENS = 16

export interface Account {
  /** The only key that is right; any key is when absent. */
  readonly key?: string
  readonly models?: readonly string[]
  /** Announced end by model, `2026-12-11`. */
  readonly shutdown?: Readonly<Record<string, string>>
}

/** The API's own behaviour, as far as a preflight meets it: pure, request to reply. */
export function openaiReplies(account: Account): (request: SeenRequest) => LoopbackReply {
  const { models = MODELS, shutdown } = account
  return (request) => {
    const { method, path } = request
    const post = POSTS[path]
    const form = FORMS[path]
    const get = path === '/v1/models' || path.startsWith('/v1/models/')
    if (method === 'GET' && path === '/') {
      return json(200, { message: 'Welcome to the OpenAI API!' }, admittedHeaders())
    }
    // An unknown path is refused before the key is looked at.
    if (!get && post === undefined && form === undefined) return invalidUrl(method, path)
    const key = bearer(request.headers)
    if (key === '') return keyless401(path)
    if (account.key !== undefined && key !== account.key) return openai401()
    if (method === 'GET' && get)
      return modelReply(models, path.slice('/v1/models/'.length), shutdown)
    if (method !== 'POST' || get) return methodNotAllowed(method, path)
    if (form !== undefined) return form(request)
    const body = jsonIn(request.body)
    if (post === undefined || !isObject(body)) return notJson()
    const model = body['model']
    if (typeof model !== 'string' || model === '') return modelMissing()
    return models.includes(model) ? post(body) : modelNotFound(model)
  }
}

function responses(body: Fields): LoopbackReply {
  if (body['input'] === undefined) return missingParameter('input')
  const most = body['max_output_tokens']
  return typeof most === 'number' && most < MINIMUM_OUTPUT_TOKENS
    ? belowMinimum('max_output_tokens', MINIMUM_OUTPUT_TOKENS)
    : answered(body)
}

/** Models that think first refuse `max_tokens`. */
function isReasoning(model: unknown): boolean {
  return model === 'demo-reasoner'
}

function chatCompletions(body: Fields): LoopbackReply {
  if (!Array.isArray(body['messages'])) return missingParameter('messages')
  if (isReasoning(body['model']) && body['max_tokens'] !== undefined) return unsupportedParameter()
  const chunk = (delta: object, finish: string | null): object => ({
    id: 'chatcmpl-lab',
    object: 'chat.completion.chunk',
    created: 1_762_900_000,
    model: body['model'],
    choices: [{ index: 0, finish_reason: finish, delta }],
  })
  if (body['stream'] === true) {
    const pieces = [chunk({ role: 'assistant', content: 'ok' }, null), chunk({}, 'stop')]
    return events(pieces, '[DONE]')
  }
  return answer({
    id: 'chatcmpl-lab',
    object: 'chat.completion',
    created: 1_762_900_000,
    model: body['model'],
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'ok' } }],
    usage: { prompt_tokens: 8, completion_tokens: 1, total_tokens: 9 },
  })
}

function moderations(body: Fields): LoopbackReply {
  if (body['input'] === undefined) return missingParameter('input')
  return answer({ id: 'modr-lab', model: body['model'], results: [{ flagged: false }] })
}

/** A form with a WAV file in it, as the SDK sends it; anything else is refused. */
function transcription({ headers, body }: SeenRequest): LoopbackReply {
  const form = headers['content-type']?.startsWith('multipart/form-data; boundary=') === true
  return form && body.includes('RIFF') ? answer({ text: '' }) : missingParameter('file')
}

function embeddings(body: Fields): LoopbackReply {
  if (body['input'] === undefined) return missingParameter('input')
  // The SDK asks for base64 by default: eight bytes are two 32-bit numbers.
  const embedding = body['encoding_format'] === 'base64' ? 'AACAPwAAAAA=' : [1, 0]
  return answer({
    object: 'list',
    data: [{ object: 'embedding', index: 0, embedding }],
    model: body['model'],
    usage: { prompt_tokens: 1, total_tokens: 1 },
  })
}

/** The API's first message on a WebSocket. */
const CREATED = JSON.stringify({
  type: 'session.created',
  event_id: 'event_lab',
  session: { object: 'realtime.session', id: 'sess_lab', type: 'realtime' },
})

/** Switches protocols as the API does (RFC 6455 §4.2.2), and says its first word. */
export function openWebSocket(socket: Duplex, key: string): void {
  const accept = createHash('sha1')
    .update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64')
  const payload = Buffer.from(CREATED)
  const head = Buffer.alloc(4)
  head.writeUInt8(0x81, 0)
  head.writeUInt8(126, 1)
  head.writeUInt16BE(payload.length, 2)
  socket.on('error', () => {})
  socket.on('data', () => socket.end())
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  socket.write(Buffer.concat([head, payload]))
}
