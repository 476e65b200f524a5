import { entryOf, hostAndPort } from '../model/index.ts'
import type { Socket } from 'node:net'
import type { Code, EgressPlan, TunnelFacts } from '../model/index.ts'
import { addressBytes } from '../knowledge/addresses.ts'
import { failureFrom } from '../evidence/failure.ts'
import { RanOut, Stopped } from './stopped.ts'
import type { TunnelQuestion } from './tunnel.ts'

/** Reply codes of RFC 1928 §6 in the words of RFC 9209. */
const REPLY_CODES: Readonly<Record<number, Code>> = {
  1: 'proxy.internal_error',
  2: 'proxy.denied',
  3: 'proxy.destination_unavailable',
  4: 'proxy.destination_unavailable',
  5: 'proxy.connection_refused',
  6: 'proxy.connection_timeout',
  7: 'proxy.http_error',
  8: 'proxy.http_error',
}

const NO_AUTHENTICATION = 0
const USERNAME_PASSWORD = 2
const NONE_ACCEPTABLE = 0xff

class SocksRefusal extends Error {
  readonly answer: Code
  readonly reply: number | undefined
  constructor(answer: Code, reply?: number) {
    super(answer)
    this.answer = answer
    this.reply = reply
  }
}

/**
 * SOCKS5 (RFC 1928, RFC 1929) on a connection to the proxy. The name is resolved by the proxy when
 * `address` is absent (`socks5h`), otherwise the given address is asked for. Throws `Stopped`.
 */
export async function openSocks(
  question: TunnelQuestion & { readonly address?: string },
): Promise<Socket> {
  const { socket, proxy, credentials, host, port, signal } = question
  const observation = question.recorder.begin('tunnel', hostAndPort(host, port))
  const facts: TunnelFacts = {
    proxy: hostAndPort(proxy.host, proxy.port),
    scheme: proxy.scheme,
    target: hostAndPort(question.address ?? host, port),
    headers: {},
    schemes: [],
    credentialsSent: credentials !== undefined,
  }
  const reader = byteReader(socket, signal)
  try {
    const methods =
      credentials === undefined ? [NO_AUTHENTICATION] : [NO_AUTHENTICATION, USERNAME_PASSWORD]
    socket.write(Uint8Array.of(5, methods.length, ...methods))
    const [version, method] = await reader.take(2)
    if (version !== 5) throw new SocksRefusal('proxy.response_invalid')
    if (method === USERNAME_PASSWORD && credentials !== undefined) {
      await signIn(socket, reader, credentials)
    } else if (method === NONE_ACCEPTABLE || method !== NO_AUTHENTICATION) {
      throw new SocksRefusal('proxy.auth_required')
    }
    socket.write(connectRequest(question.address ?? host, port))
    const [, reply = 1, , kind] = await reader.take(4)
    if (reply !== 0)
      throw new SocksRefusal(entryOf(REPLY_CODES, reply) ?? 'proxy.http_error', reply)
    await reader.take((kind === 4 ? 16 : kind === 3 ? ((await reader.take(1))[0] ?? 0) : 4) + 2)
    reader.release()
    observation.ok({ ...facts, reply: 0 })
    return socket
  } catch (error) {
    reader.release()
    socket.destroy()
    if (error instanceof SocksRefusal) {
      const reply = error.reply === undefined ? {} : { reply: error.reply }
      observation.failed({ code: error.answer }, { ...facts, ...reply })
    } else observation.failed(failureFrom(error, 'proxy'), facts)
    throw new Stopped('proxy', error)
  }
}

async function signIn(
  socket: Socket,
  reader: ByteReader,
  { username, password }: NonNullable<EgressPlan['proxyCredentials']>,
): Promise<void> {
  const name = Buffer.from(username).subarray(0, 255)
  const secret = Buffer.from(password).subarray(0, 255)
  socket.write(Buffer.concat([Buffer.of(1, name.length), name, Buffer.of(secret.length), secret]))
  const [, status] = await reader.take(2)
  if (status !== 0) throw new SocksRefusal('proxy.auth_required')
}

function connectRequest(host: string, port: number): Buffer {
  return Buffer.concat([Buffer.of(5, 1, 0), destination(host), Buffer.of(port >> 8, port & 0xff)])
}

function destination(host: string): Buffer {
  const address = addressBytes(host)
  if (address !== undefined) return Buffer.of(address.length === 4 ? 1 : 4, ...address)
  const name = Buffer.from(host).subarray(0, 255)
  return Buffer.concat([Buffer.of(3, name.length), name])
}

interface ByteReader {
  readonly take: (count: number) => Promise<Buffer>
  readonly release: () => void
}

/** Exactly `count` bytes at a time; whatever is left over goes back to the socket on release. */
function byteReader(socket: Socket, signal: AbortSignal): ByteReader {
  let seen = Buffer.alloc(0)
  let ended: Error | undefined
  let wake: () => void = () => {}
  const onData = (chunk: Buffer): void => {
    seen = Buffer.concat([seen, chunk])
    wake()
  }
  const onError = (error: Error): void => {
    ended = error
    wake()
  }
  const onEnd = (): void => onError(Object.assign(new Error('closed'), { code: 'UND_ERR_SOCKET' }))
  const onAbort = (): void => onError(new RanOut('no SOCKS answer'))
  socket.on('data', onData).on('error', onError).on('end', onEnd)
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  return {
    take: async (count) => {
      while (seen.length < count) {
        if (ended !== undefined) throw ended
        await new Promise<void>((resume) => {
          wake = resume
        })
      }
      const taken = seen.subarray(0, count)
      seen = seen.subarray(count)
      return taken
    },
    release: () => {
      socket.off('data', onData).off('error', onError).off('end', onEnd)
      signal.removeEventListener('abort', onAbort)
      socket.pause()
      if (seen.length > 0) socket.unshift(seen)
    },
  }
}
