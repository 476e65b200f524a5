import { given, type Route } from '../model/index.ts'
import type { SdkFetch } from '../routes/kind.ts'
import type { Exchange, Exchanger } from '../wire/exchange.ts'
import { Headers, Response } from '../wire/undici.ts'

/** What is sent through the SDK. */
interface SdkRequest {
  readonly route: Pick<Route, 'baseUrl'>
  /** See `OutgoingRequest.firstBurst`. */
  readonly firstBurst?: true
  /** A WebSocket is asked for as a plain GET: what answers the same has not seen the upgrade. */
  readonly withoutUpgrade?: true
}

/** `fetch` for the SDK: one origin only, 64 KiB only, and the response is observed on the way. */
export function sdkFetch(
  { route, firstBurst, withoutUpgrade }: SdkRequest,
  exchanger: Exchanger,
  note: (exchange: Exchange) => void,
): SdkFetch {
  const origin = new URL(route.baseUrl).origin
  return async (input, init) => {
    const url = new URL(typeof input === 'object' && 'url' in input ? input.url : input)
    if (url.origin !== origin) throw new TypeError('the key goes to the configured host only')
    // A form or a file has no other text than the one that Request writes, boundary included.
    const written = await bodyOf(init)
    const { upgrade, ...own } = Object.fromEntries(new Headers(init?.headers))
    const headers = { ...own, ...written.headers }
    const webSocket = upgrade !== undefined && withoutUpgrade !== true
    const exchange = await exchanger.send({
      method: init?.method ?? 'GET',
      url,
      // What Node's own fetch adds; the rest is the SDK's.
      headers: {
        'accept-language': '*',
        'sec-fetch-mode': 'cors',
        'accept-encoding': 'gzip, deflate',
        ...headers,
      },
      ...given({ body: written.body }),
      authenticated: true,
      ...given({ firstBurst }),
      ...(webSocket ? { webSocket } : {}),
    })
    note(exchange)
    const replyHeaders = new Headers(exchange.headers)
    // The bytes are decoded already, and cut.
    replyHeaders.delete('content-encoding')
    replyHeaders.delete('content-length')
    if (exchange.status === 101) replyHeaders.set('content-type', 'application/json')
    const hasBody = ![204, 205, 304].includes(exchange.status) && exchange.bytes.length > 0
    return new Response(hasBody ? new Uint8Array(exchange.bytes) : null, {
      status: Math.max(200, exchange.status),
      headers: replyHeaders,
    })
  }
}

/** What the SDK wants to send, as bytes; nothing is dropped in silence. */
async function bodyOf(init: RequestInit | undefined): Promise<{
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}> {
  const body = init?.body ?? undefined
  if (body === undefined || typeof body === 'string') return body === undefined ? {} : { body }
  const request = new Request('http://localhost', { method: 'POST', body, duplex: 'half' })
  const type = request.headers.get('content-type')
  const bytes = new Uint8Array(await request.arrayBuffer())
  return { body: bytes, ...(type === null ? {} : { headers: { 'content-type': type } }) }
}
