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
} from './replies.ts'
import type { LoopbackReply } from './replies.ts'

/** The smallest `max_output_tokens` that `/v1/responses` accepts. */
const MINIMUM_OUTPUT_TOKENS = 16

const MODELS = ['demo-model', 'demo-reasoner', 'demo-embedder'] as const

export interface Account {
  readonly key?: string
  readonly models?: readonly string[]
  /** Announced end by model, `2026-12-11`. */
  readonly shutdown?: Readonly<Record<string, string>>
}

export type Fields = Readonly<Record<string, unknown>>

/** What the API answers by path, to a JSON body or to a form. */
export interface Families {
  readonly posts: Readonly<Record<string, (body: Fields) => LoopbackReply>>
  readonly forms: Readonly<Record<string, (request: SeenRequest) => LoopbackReply>>
}

const OF_THE_DEMO: Families = { posts: { '/v1/responses': responses }, forms: {} }

/** The API's own behaviour, as far as a preflight meets it: pure, request to reply. */
export function openaiReplies(
  account: Account,
  { posts, forms }: Families = OF_THE_DEMO,
): (request: SeenRequest) => LoopbackReply {
  const models = account.models ?? MODELS
  return (request) => {
    const { method, path } = request
    const post = posts[path]
    const form = forms[path]
    const get = path === '/v1/models' || path.startsWith('/v1/models/')
    if (method === 'GET' && path === '/') {
      return json(200, { message: 'Welcome to the OpenAI API!' }, admittedHeaders())
    }
    // An unknown path is refused before the key is looked at.
    if (!get && post === undefined && form === undefined) return invalidUrl(method, path)
    const key = bearer(request)
    if (key === '') return keyless401(path)
    if (account.key !== undefined && key !== account.key) return openai401()
    if (method === 'GET' && get) return modelList(path, models, account.shutdown)
    if (method !== 'POST' || get) return methodNotAllowed(method, path)
    if (form !== undefined) return form(request)
    const body = parse(request.body)
    if (post === undefined || body === undefined) return notJson()
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

export function answer(body: unknown): LoopbackReply {
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

export function responses(body: Fields): LoopbackReply {
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

/** Server-sent events as the API sends them: named where they have a type, a last word for chat. */
export function events(pieces: readonly object[], last?: string): LoopbackReply {
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
