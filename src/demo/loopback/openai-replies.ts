import { isObject, jsonIn } from '../../model/index.ts'
import type { SeenRequest } from './api.ts'
import {
  admittedHeaders,
  belowMinimum,
  invalidUrl,
  json,
  keyless401,
  limitHeaders,
  missingParameter,
  modelMissing,
  modelNotFound,
  openai401,
  openaiError,
  unsupportedParameter,
} from './replies.ts'
import type { LoopbackReply } from './replies.ts'

/** The smallest `max_output_tokens` that `/v1/responses` accepts. */
const MINIMUM_OUTPUT_TOKENS = 16
const MODELS = ['demo-model', 'demo-reasoner', 'demo-embedder'] as const

interface Account {
  readonly key?: string
  readonly models?: readonly string[]
  /** Announced end by model, `2026-12-11`. */
  readonly shutdown?: Readonly<Record<string, string>>
}

type Fields = Readonly<Record<string, unknown>>

/** The API's own behaviour, as far as a preflight meets it: pure, request to reply. */
export function openaiReplies(account: Account): (request: SeenRequest) => LoopbackReply {
  const models = account.models ?? MODELS
  const posts: Readonly<Record<string, (body: Fields) => LoopbackReply>> = {
    '/v1/responses': responses,
    '/v1/chat/completions': chatCompletions,
    '/v1/embeddings': embeddings,
    '/v1/moderations': moderations,
  }
  return (request) => {
    const { method, path } = request
    const post = path === TRANSCRIPTIONS ? moderations : posts[path]
    const get = path === '/v1/models' || path.startsWith('/v1/models/')
    if (method === 'GET' && path === '/') {
      return json(200, { message: 'Welcome to the OpenAI API!' }, admittedHeaders())
    }
    // An unknown path is refused before the key is looked at.
    if (!get && post === undefined) return invalidUrl(method, path)
    const key = bearer(request)
    if (key === '') return keyless401(path)
    if (account.key !== undefined && key !== account.key) return openai401()
    if (post === undefined) {
      return method === 'GET'
        ? modelList(path, models, account.shutdown)
        : methodNotAllowed(method, path)
    }
    if (method !== 'POST') return methodNotAllowed(method, path)
    if (path === TRANSCRIPTIONS) return transcription(request)
    const body = parse(request.body)
    if (body === undefined) return notJson()
    const model = body['model']
    if (typeof model !== 'string' || model === '') return modelMissing()
    return models.includes(model) ? post(body) : modelNotFound(model)
  }
}

function bearer(request: SeenRequest): string {
  const header = request.headers['authorization'] ?? ''
  return /^Bearer\s+(\S+)$/i.exec(header)?.[1] ?? ''
}

function parse(body: string): Fields | undefined {
  const value = jsonIn(body)
  return isObject(value) ? value : undefined
}

function notJson(): LoopbackReply {
  const message = 'We could not parse the JSON body of your request.'
  return openaiError(400, { message, type: 'invalid_request_error' })
}

function methodNotAllowed(method: string, path: string): LoopbackReply {
  const message = `Not allowed to ${method} on ${path}.`
  const error = { message, type: 'invalid_request_error', code: 'method_not_supported' }
  return openaiError(405, error)
}

function answer(body: unknown): LoopbackReply {
  return json(200, body, { ...admittedHeaders(), ...limitHeaders() })
}

function modelList(
  path: string,
  models: readonly string[],
  shutdown: Account['shutdown'] = {},
): LoopbackReply {
  const entry = (id: string): object => ({
    id,
    object: 'model',
    created: 1_721_172_741,
    owned_by: 'system',
    shutdown_date: shutdown[id] ?? null,
  })
  const one = path.slice('/v1/models/'.length)
  if (path === '/v1/models') {
    return json(200, { object: 'list', data: models.map(entry) }, admittedHeaders())
  }
  return models.includes(one) ? json(200, entry(one), admittedHeaders()) : modelNotFound(one)
}

function responses(body: Fields): LoopbackReply {
  if (body['input'] === undefined) return missingParameter('input')
  const most = body['max_output_tokens']
  if (typeof most === 'number' && most < MINIMUM_OUTPUT_TOKENS) {
    return belowMinimum('max_output_tokens', MINIMUM_OUTPUT_TOKENS)
  }
  const whole = {
    id: 'resp_lab',
    object: 'response',
    created_at: 1_762_900_000,
    status: 'completed',
    error: null,
    incomplete_details: null,
    model: body['model'],
    output: [
      {
        type: 'message',
        id: 'msg_lab',
        status: 'completed',
        role: 'assistant',
        content: [{ type: 'output_text', text: 'ok', annotations: [] }],
      },
    ],
    usage: { input_tokens: 8, output_tokens: 2, total_tokens: 10 },
  }
  if (body['stream'] !== true) return answer(whole)
  return events([
    { type: 'response.created', response: { ...whole, status: 'in_progress', output: [] } },
    { type: 'response.output_text.delta', item_id: 'msg_lab', output_index: 0, delta: 'ok' },
    { type: 'response.completed', response: whole },
  ])
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

/** Server-sent events as the API sends them: named where they have a type, a last word for chat. */
function events(pieces: readonly object[], last?: string): LoopbackReply {
  const lines = pieces.map((piece) => {
    const name = 'type' in piece ? `event: ${String(piece.type)}\n` : ''
    return `${name}data: ${JSON.stringify(piece)}\n\n`
  })
  const headers = { ...admittedHeaders(), ...limitHeaders(), 'content-type': 'text/event-stream' }
  return {
    status: 200,
    headers,
    body: lines.join('') + (last === undefined ? '' : `data: ${last}\n\n`),
  }
}

function moderations(body: Fields): LoopbackReply {
  if (body['input'] === undefined) return missingParameter('input')
  return answer({ id: 'modr-lab', model: body['model'], results: [{ flagged: false }] })
}

const TRANSCRIPTIONS = '/v1/audio/transcriptions'

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
