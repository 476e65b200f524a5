/** A loopback server that answers as the OpenAI API does, with every family and WebSockets. */
import { ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import {
  requestOf,
  send,
  startDemoApi,
  type Api,
  type ApiOptions,
} from '../../src/demo/loopback/api.ts'
import { FAMILIES, openWebSocket } from './families.ts'

export {
  labKey,
  type Answers,
  type Api,
  type ApiOptions,
  type SeenRequest,
} from '../../src/demo/loopback/api.ts'

/** Where the API opens WebSockets; a plain GET of it is a path like any that it does not know. */
const REALTIME = '/v1/realtime'

export function startApi(options: ApiOptions = {}): Promise<Api> {
  return startDemoApi({ families: FAMILIES, prepare: takeUpgrades, ...options })
}

const takeUpgrades: NonNullable<ApiOptions['prepare']> = ({ server, remember, replyTo }) => {
  // With a listener for it, Node hands over what asks for an upgrade, and nothing else.
  server.on('upgrade', (incoming, socket) => {
    const outgoing = new ServerResponse(incoming)
    const request = requestOf(incoming, '')
    remember(request)
    const asked = replyTo(request)
    const key = incoming.headers['sec-websocket-key']
    const admitted = replyTo({ ...request, path: '/v1/models' }).status === 200
    if (request.path === REALTIME && asked.status === 404 && admitted && key !== undefined) {
      openWebSocket(socket, key)
      return
    }
    if (!(socket instanceof Socket)) return
    outgoing.assignSocket(socket)
    outgoing.shouldKeepAlive = false
    outgoing.on('finish', () => socket.end())
    send(
      outgoing,
      request.path === REALTIME && !admitted ? replyTo({ ...request, path: '/v1/models' }) : asked,
    )
  })
}
