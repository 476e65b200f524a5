/** The families of endpoints that no demo calls, and a WebSocket. */
import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import type { SeenRequest } from '../../src/demo/loopback/api.ts'
import {
  answer,
  events,
  openaiReplies as repliesOf,
  responses,
  type Account,
  type Families,
  type Fields,
} from '../../src/demo/loopback/openai-replies.ts'
import { missingParameter, type LoopbackReply } from '../../src/demo/loopback/replies.ts'
import { unsupportedParameter } from './openai.ts'

export const FAMILIES: Families = {
  posts: {
    '/v1/responses': responses,
    '/v1/chat/completions': chatCompletions,
    '/v1/embeddings': embeddings,
    '/v1/moderations': moderations,
  },
  forms: { '/v1/audio/transcriptions': transcription },
}

export function openaiReplies(account: Account): (request: SeenRequest) => LoopbackReply {
  return repliesOf(account, FAMILIES)
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
