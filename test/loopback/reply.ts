import { squidError, type LoopbackReply } from '../../src/demo/loopback/replies.ts'

export function text(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): LoopbackReply {
  return { status, headers: { 'content-type': 'text/plain', ...headers }, body }
}

export function redirect(status: 302 | 303 | 307, location: string): LoopbackReply {
  return { status, headers: { location, 'content-length': '0' } }
}

export function squid407(): LoopbackReply {
  return squidError('ERR_CACHE_ACCESS_DENIED')
}
