import { AsyncLocalStorage } from 'node:async_hooks'
import type { TokenCredentialOptions } from '@azure/identity'
import { fields, jsonIn, type TokenExchange } from '../../model/index.ts'

type HttpClient = NonNullable<TokenCredentialOptions['httpClient']>
type PipelineResponse = Awaited<ReturnType<HttpClient['sendRequest']>>
type PipelineHeaders = PipelineResponse['headers']

/** A request for a token, as the identity library wants it sent. */
interface TokenRequest {
  readonly method: string
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

interface TokenReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Sends one request; rejects when no reply came. */
export type SendTokenRequest = (request: TokenRequest) => Promise<TokenReply>

const sending = new AsyncLocalStorage<SendTokenRequest>()

/** Whatever `act` asks of the identity library is sent by `send`. */
export function sendingWith<T>(send: SendTokenRequest, act: () => Promise<T>): Promise<T> {
  return sending.run(send, act)
}

/**
 * The transport that `@azure/identity` is given: its requests leave on our own connections, so they
 * take the client's way out, end with the attempt's clock, and are observed. One for the whole
 * process: MSAL keeps the first it sees for every managed identity (ManagedIdentityClient,
 * `static identitySource`), so the sender comes with the call and not with the credential.
 */
export const HTTP_CLIENT: HttpClient = {
  sendRequest: async (request) => {
    const send = sending.getStore()
    if (send === undefined) throw new Error('a token is asked for outside of a sign-in')
    const { body } = request
    const reply = await send({
      method: request.method,
      url: new URL(request.url),
      headers: lowerCase(request.headers),
      ...(typeof body === 'string' ? { body } : {}),
    })
    return {
      request,
      status: reply.status,
      headers: pipelineHeaders(reply.headers),
      bodyAsText: reply.text,
    }
  },
}

function lowerCase(headers: PipelineHeaders): Readonly<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const [name, value] of headers) all[name.toLowerCase()] = value
  // undici measures the body itself, and refuses a length that it did not write.
  delete all['content-length']
  // Decoded text is what the pipeline expects.
  delete all['accept-encoding']
  return all
}

/** Headers in the shape of core-rest-pipeline, without a dependency on it. */
function pipelineHeaders(from: Readonly<Record<string, string>>): PipelineHeaders {
  const all = new Headers(from)
  return {
    get: (name) => all.get(name) ?? undefined,
    has: (name) => all.has(name),
    set: (name, value) => {
      all.set(name, String(value))
    },
    delete: (name) => {
      all.delete(name)
    },
    toJSON: () => Object.fromEntries(all),
    [Symbol.iterator]: () => all.entries(),
  }
}

/**
 * What an identity service says went wrong, codes only: Entra ID sends its numbers as
 * `error_codes`; a proxy of it may keep only the text, which begins with the number.
 */
export function errorOf(text: string): Pick<TokenExchange, 'error' | 'errorCodes' | 'shape'> {
  const body = jsonIn(text)
  const { error, error_codes: numbers, error_description: description } = fields(body)
  const listed = (Array.isArray(numbers) ? numbers : [])
    .filter((one: unknown) => Number.isInteger(one))
    .slice(0, 4)
    .map((one) => `AADSTS${String(one)}`)
  const first =
    typeof description === 'string' ? /^AADSTS\d{4,9}\b/.exec(description)?.[0] : undefined
  const word = typeof error === 'string' && /^[\w.-]{1,64}$/.test(error) ? { error } : {}
  return {
    shape: shapeOf(text, body),
    ...word,
    errorCodes: listed.length > 0 || first === undefined ? listed : [first],
  }
}

function shapeOf(text: string, body: unknown): NonNullable<TokenExchange['shape']> {
  if (body !== undefined) return 'json'
  const start = text.trimStart()
  if (start === '') return 'empty'
  return start.startsWith('<') ? 'html' : 'text'
}
