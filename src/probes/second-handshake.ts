import { destinationOf } from '../model/index.ts'
import { isIP, type Socket } from 'node:net'
import type { ConnectionOptions, TLSSocket } from 'node:tls'
import { secureSocket } from '../wire/handshake.ts'
import { openStream } from '../wire/traced-agent.ts'
import { privateRecorder } from './keyless-request.ts'
import type { Scene } from './investigation.ts'

/** TCP on the same way out, through the proxy where there is one, noted nowhere. */
export function openAside(scene: Scene, secure: boolean): Promise<Socket> {
  const way = {
    plan: scene.plan,
    network: scene.network,
    recorder: privateRecorder(scene),
    signal: scene.signal,
    carriesKey: false,
  }
  return openStream(way, { ...destinationOf(new URL(scene.route.baseUrl)), secure })
}

/**
 * A handshake on a fresh connection on the same way out, on which no request is ever sent. It is the
 * only place where verification may be off: to read what a peer shows. Throws what the socket throws.
 */
export async function shakeHandsAside<T>(
  scene: Scene,
  options: Pick<
    ConnectionOptions,
    'rejectUnauthorized' | 'secureContext' | 'ecdhCurve' | 'ALPNProtocols'
  > & {
    readonly servername?: string
  },
  read: (socket: TLSSocket) => T | Promise<T>,
): Promise<T> {
  const name = options.servername ?? destinationOf(new URL(scene.route.baseUrl)).host
  const stream = await openAside(scene, true)
  try {
    const secure = await secureSocket({
      ALPNProtocols: ['http/1.1'],
      ...options,
      socket: stream,
      ...(isIP(name) === 0 ? { servername: name } : { host: name }),
      signal: scene.signal,
    })
    return await read(secure)
  } finally {
    stream.destroy()
  }
}
