import { isIP } from 'node:net'
import type { ConnectionOptions, TLSSocket } from 'node:tls'
import { bareHost } from '../wire/lookup.ts'
import { secureSocket } from '../wire/handshake.ts'
import { openStream } from '../wire/traced-agent.ts'
import { privateRecorder } from './keyless-request.ts'
import type { Scene } from './investigation.ts'

/** Host and port of the route as sockets want them. */
export function destinationOf(scene: Pick<Scene, 'route'>): { host: string; port: number } {
  const url = new URL(scene.route.baseUrl)
  return { host: bareHost(url.hostname), port: Number(url.port) || 443 }
}

/**
 * A handshake on a fresh connection on the same way out, on which nothing is ever sent. It is the
 * only place where verification may be off: to read what a peer shows. Throws what the socket throws.
 */
export async function shakeHandsAside<T>(
  scene: Scene,
  options: Pick<
    ConnectionOptions,
    'rejectUnauthorized' | 'ca' | 'ecdhCurve' | 'allowPartialTrustChain'
  > & {
    readonly servername?: string
  },
  read: (socket: TLSSocket) => T,
): Promise<T> {
  const { host, port } = destinationOf(scene)
  const name = options.servername ?? host
  const stream = await openStream(
    {
      plan: scene.plan,
      network: scene.network,
      recorder: privateRecorder(scene),
      signal: scene.signal,
      carriesKey: false,
    },
    { host, port, secure: true },
  )
  try {
    const secure = await secureSocket({
      ...options,
      socket: stream,
      ...(isIP(name) === 0 ? { servername: name } : { host: name }),
      ALPNProtocols: ['http/1.1'],
      signal: scene.signal,
    })
    return read(secure)
  } finally {
    stream.destroy()
  }
}
