import { fields, jsonIn } from '../../model/index.ts'
import type { SeenRequest } from './api.ts'
import {
  admittedHeaders,
  invalidUrl,
  json,
  keyless401,
  limitHeaders,
  modelNotFound,
  openai401,
} from './replies.ts'
import type { LoopbackReply } from './replies.ts'

export const MODEL = 'demo-model'

export interface Account {
  readonly key?: string
  /** Announced end by model, `2026-12-11`. */
  readonly shutdown?: Readonly<Record<string, string>>
}

/** The API's own behaviour, as far as a demo meets it: pure, request to reply. */
export function openaiReplies({ key, shutdown }: Account): (request: SeenRequest) => LoopbackReply {
  return ({ method, path, headers, body }) => {
    const isList = path === '/v1/models'
    const isOne = path === `/v1/models/${MODEL}`
    // An unknown path is refused before the key is looked at.
    if (!isList && !isOne && path !== '/v1/responses') return invalidUrl(method, path)
    const sent = bearer(headers)
    if (sent === '') return keyless401(path)
    if (key !== undefined && sent !== key) return openai401()
    if (isList || isOne) return modelReply([MODEL], isOne ? MODEL : '', shutdown)
    const asked = fields(jsonIn(body))
    return asked['model'] === MODEL ? responses(asked) : modelNotFound(String(asked['model']))
  }
}

/** The key that a request brings; empty without one. */
export function bearer({ authorization = '' }: SeenRequest['headers']): string {
  return /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? ''
}

/** One of the models, or the list of them. */
export function modelReply(
  models: readonly string[],
  one: string,
  shutdown: Account['shutdown'] = {},
): LoopbackReply {
  const entry = (id: string): object => ({
    id,
    object: 'model',
    created: 1_721_172_741,
    owned_by: 'system',
    shutdown_date: shutdown[id] ?? null,
  })
  if (one === '') return json(200, { object: 'list', data: models.map(entry) }, admittedHeaders())
  return models.includes(one) ? json(200, entry(one), admittedHeaders()) : modelNotFound(one)
}

export function answer(body: unknown): LoopbackReply {
  return json(200, body, { ...admittedHeaders(), ...limitHeaders() })
}

export function responses(body: Readonly<Record<string, unknown>>): LoopbackReply {
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
