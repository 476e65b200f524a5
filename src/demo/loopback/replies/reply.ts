import type { Buffer } from 'node:buffer'

/** A scripted answer of an HTTP server. */
export interface LoopbackReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Buffer
  /** Milliseconds before the head is sent. */
  readonly delayMs?: number
  /** The body in pieces of this many bytes, `everyMs` apart. */
  readonly pieces?: { readonly bytes: number; readonly everyMs: number }
  /** Ends the connection after so many bytes of the body, whatever its length promises. */
  readonly cut?: { readonly afterBytes: number; readonly how: 'reset' | 'fin' | 'silence' }
}

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): LoopbackReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}

export function html(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): LoopbackReply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
}

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
