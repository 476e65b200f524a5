import { AsyncLocalStorage } from 'node:async_hooks'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { getIDToken } from '@actions/core'
import { HttpClient, HttpClientError, HttpClientResponse } from '@actions/http-client'
import type { JobToken, SendTokenRequest } from '../probes/entra/index.ts'

const sending = new AsyncLocalStorage<SendTokenRequest>()

/**
 * The one method through which the toolkit's client sends; it cannot be given a transport. So its
 * request takes the traced connection: with the client's egress and the attempt's clock, verified
 * in every environment, and observed. What is not a 200 ends it: the toolkit would ask ten times,
 * and its handler shows the token of the job also to another host that a redirect names
 * (`BearerCredentialHandler` of http-client 4.0.1 runs again for each).
 */
HttpClient.prototype.requestRaw = async ({ parsedUrl, options }) => {
  const send = sending.getStore()
  if (send === undefined) throw new Error('the toolkit sends nothing by itself')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (typeof value === 'string') headers[name.toLowerCase()] = value
  }
  const reply = await send({ method: options.method ?? 'GET', url: parsedUrl, headers })
  if (reply.status !== 200) throw new HttpClientError('no token for the job', reply.status)
  const message = new IncomingMessage(new Socket())
  message.statusCode = reply.status
  message.push(reply.text)
  message.push(null)
  return new HttpClientResponse(message)
}

/** `core.getIDToken`, sent by `send`. It prints a mask command for the token: for the action only. */
export const toolkitToken: JobToken = (audience, _job, send) =>
  sending.run(send, () => getIDToken(audience))
