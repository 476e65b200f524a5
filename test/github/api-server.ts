import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A call that arrived at the stand-in. */
export interface ApiCall {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly authorization: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface ApiServer {
  /** As GITHUB_API_URL. */
  readonly url: string
  readonly calls: readonly ApiCall[]
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Answer: a status and a body; `undefined` never answers. */
export type Answer = (call: ApiCall) => readonly [status: number, body: unknown] | undefined

/** A real HTTP server on loopback in place of the GitHub API. */
export async function apiServer(answer: Answer, prefix = ''): Promise<ApiServer> {
  const calls: ApiCall[] = []
  const server = createServer((request, response) => void serve(request, response, calls, answer))
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    calls,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((closed) => {
        server.close(closed)
      })
    },
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  calls: ApiCall[],
  answer: Answer,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  const body: unknown = text === '' ? {} : JSON.parse(text)
  const call: ApiCall = {
    method: request.method ?? '',
    url: request.url ?? '',
    authorization: request.headers.authorization ?? '',
    body: typeof body === 'object' && body !== null ? { ...body } : {},
  }
  calls.push(call)
  const result = answer(call)
  if (result === undefined) return
  response.writeHead(result[0], { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(result[1]))
}
