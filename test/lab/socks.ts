import { Buffer } from 'node:buffer'
import net from 'node:net'
import type { Socket } from 'node:net'
import { finish, startTcp } from '../loopback/faults.ts'
import type { LoopbackEnding } from '../loopback/faults.ts'
import { tolerate } from '../loopback/listen.ts'
import type { Listening, ListenAddress } from '../loopback/listen.ts'
import type { ProxyTarget } from '../loopback/proxy.ts'

export interface SocksOptions extends ListenAddress {
  /** `user:password` when it wants them (RFC 1929). */
  readonly login?: string
  /** 0 grants, 1 to 8 refuse (RFC 1928 §6). */
  readonly reply?: number
  /** Breaks instead of answering the greeting, or instead of answering the request. */
  readonly breaks?: { readonly at: 'greeting' | 'request'; readonly how: LoopbackEnding }
  /** Accepts no method at all. */
  readonly noMethod?: boolean
  /** Where every connection leads. */
  readonly to?: ProxyTarget
}

export interface SocksAsked {
  /** Who resolves: `name` at the proxy, `address` at the client. */
  readonly kind: 'name' | 'address'
  readonly host: string
  readonly port: number
}

export interface Socks extends Listening {
  /** `socks5://127.0.0.1:PORT` */
  readonly url: (scheme?: 'socks5' | 'socks5h', login?: string) => string
  readonly asked: readonly SocksAsked[]
}

/** A SOCKS5 server (RFC 1928), CONNECT only. */
export async function startSocks(options: SocksOptions = {}): Promise<Socks> {
  const asked: SocksAsked[] = []
  const listening = await startTcp((socket) => {
    serve(socket, options, asked).catch(() => socket.destroy())
  }, options)
  return {
    ...listening,
    asked,
    url: (scheme = 'socks5', login) => {
      const user = login === undefined ? '' : `${login}@`
      return `${scheme}://${user}${listening.host}:${String(listening.port)}`
    },
  }
}

async function serve(socket: Socket, options: SocksOptions, asked: SocksAsked[]): Promise<void> {
  const read = reader(socket)
  const [version, methodCount = 0] = await read(2)
  if (version !== 5) {
    socket.destroy()
    return
  }
  const methods = await read(methodCount)
  if (options.breaks?.at === 'greeting') {
    finish(socket, options.breaks.how)
    return
  }
  const wanted = options.login === undefined ? 0 : 2
  if (options.noMethod === true || !methods.includes(wanted)) {
    socket.end(Buffer.of(5, 0xff))
    return
  }
  socket.write(Buffer.of(5, wanted))
  if (options.login !== undefined && !(await isLogin(read, options.login))) {
    socket.end(Buffer.of(1, 1))
    return
  }
  if (options.login !== undefined) socket.write(Buffer.of(1, 0))
  const request = await readRequest(read)
  asked.push(request)
  if (options.breaks?.at === 'request') {
    finish(socket, options.breaks.how)
    return
  }
  const reply = options.reply ?? 0
  const answer = Buffer.of(5, reply, 0, 1, 0, 0, 0, 0, 0, 0)
  if (reply !== 0) {
    socket.end(answer)
    return
  }
  const upstream = net.connect(options.to ?? request)
  tolerate(upstream)
  upstream.once('connect', () => {
    socket.write(answer)
    read.release()
    socket.pipe(upstream)
    upstream.pipe(socket)
  })
  upstream.once('close', () => socket.destroy())
  socket.once('close', () => upstream.destroy())
}

interface Reader {
  (count: number): Promise<Buffer>
  /** Gives the socket back, with what was read too much. */
  readonly release: () => void
}

function reader(socket: Socket): Reader {
  let seen = Buffer.alloc(0)
  let waiting:
    | {
        readonly count: number
        readonly resolve: (bytes: Buffer) => void
        readonly reject: (error: Error) => void
      }
    | undefined
  const take = (): void => {
    if (waiting === undefined || seen.length < waiting.count) return
    const { count, resolve } = waiting
    waiting = undefined
    const bytes = seen.subarray(0, count)
    seen = seen.subarray(count)
    resolve(bytes)
  }
  const onData = (chunk: Buffer): void => {
    seen = Buffer.concat([seen, chunk])
    take()
  }
  socket.on('data', onData)
  socket.once('close', () => {
    waiting?.reject(new Error('the client is gone'))
  })
  const read = (count: number): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      waiting = { count, resolve, reject }
      take()
    })
  const release = (): void => {
    socket.off('data', onData)
    if (seen.length > 0) socket.unshift(seen)
  }
  return Object.assign(read, { release })
}

async function isLogin(read: Reader, login: string): Promise<boolean> {
  const [, userLength = 0] = await read(2)
  const user = await read(userLength)
  const [passwordLength = 0] = await read(1)
  const password = await read(passwordLength)
  return `${user.toString()}:${password.toString()}` === login
}

async function readRequest(read: Reader): Promise<SocksAsked> {
  const [, , , addressType] = await read(4)
  let host = ''
  if (addressType === 1) host = [...(await read(4))].join('.')
  if (addressType === 4) {
    const bytes = await read(16)
    const groups = Array.from({ length: 8 }, (_, at) => bytes.readUInt16BE(at * 2).toString(16))
    host = groups.join(':')
  }
  if (addressType === 3) {
    const [length = 0] = await read(1)
    host = (await read(length)).toString()
  }
  const port = (await read(2)).readUInt16BE(0)
  return { kind: addressType === 3 ? 'name' : 'address', host, port }
}
