import { isIP, type Socket } from 'node:net'
import type { ConnectionOptions, SecureContext, TLSSocket } from 'node:tls'
import { connect, createSecureContext } from 'node:tls'
import type { Egress, HandshakeFacts, Rung, StrictProblem } from '../model/index.ts'
import {
  checkKeepingChain,
  endsInPrivateRoot,
  refusedByLetter,
  servedChain,
} from './certificate.ts'
import { failureFrom } from '../evidence/failure.ts'
import type { Recorder } from './recorder.ts'
import { RanOut, Stopped } from './stopped.ts'

/**
 * Promise 1: TLS over an open connection, verified. The `handshake` observation; throws `Stopped`.
 * Verification is always on, whatever NODE_TLS_REJECT_UNAUTHORIZED says: a key must not
 * travel over a connection whose other end is not known.
 */
export async function shakeHands(question: {
  readonly socket: Socket
  readonly servername: string
  readonly of: 'target' | 'proxy'
  /** PEM roots; absent: the default of this process. */
  readonly ca: readonly string[] | undefined
  /** Any certificate of `ca` ends a chain, not only roots. */
  readonly partialChain?: boolean | undefined
  /** See {@link Egress.strict}. */
  readonly strict?: Egress['strict']
  readonly alpn: readonly string[]
  readonly recorder: Recorder
  readonly signal: AbortSignal
}): Promise<TLSSocket> {
  const { socket, servername, of, ca, partialChain, strict, alpn, recorder, signal } = question
  const rung: Rung = of === 'proxy' ? 'proxy' : 'tls'
  const soFar = { servername, of, verified: false }
  const observation = recorder.begin('handshake', servername, { rung, soFar })
  const chain = checkKeepingChain()
  try {
    const secure = await secureSocket({
      socket,
      // A name is sent only when it is one (RFC 6066 §3).
      ...(isIP(servername) === 0 ? { servername } : { host: servername }),
      ALPNProtocols: [...alpn],
      rejectUnauthorized: true,
      secureContext: contextOf(ca, partialChain === true),
      checkServerIdentity: chain.checkServerIdentity,
      signal,
    })
    chain.keep(secure)
    const refused = strict === undefined ? undefined : refusedByLetter(secure, ca)
    if (refused !== undefined && strict?.applies === 'yes') {
      secure.destroy()
      throw new Refused(refused)
    }
    const root = endsInPrivateRoot(secure) ? { privateRoot: true as const } : {}
    const byLetter = refused === undefined ? {} : { strict: refused }
    observation.ok({ ...agreed(secure), servername, of, verified: true, ...root, ...byLetter })
    return secure
  } catch (error) {
    socket.destroy()
    const byLetter = error instanceof Refused ? { strict: error.problem } : {}
    const failure = failureFrom(error, of === 'proxy' ? 'proxy' : 'tls')
    observation.failed(failure, { ...soFar, ...byLetter })
    throw new Stopped(of === 'proxy' ? 'proxy' : 'tls', error)
  }
}

/** Contexts by their roots: the clients of a run trust a few lists, and each costs 10 ms and 1 MiB. */
const CONTEXTS = new WeakMap<readonly string[], Map<boolean, SecureContext>>()
/** Stands for the roots of this process. */
const DEFAULT: readonly string[] = []

/** @param ca see {@link shakeHands}; lists that are the same array share a context */
export function contextOf(
  ca: readonly string[] = DEFAULT,
  allowPartialTrustChain: boolean,
): SecureContext {
  const known = CONTEXTS.get(ca) ?? new Map<boolean, SecureContext>()
  CONTEXTS.set(ca, known)
  const roots = ca === DEFAULT ? {} : { ca: [...ca] }
  const context =
    known.get(allowPartialTrustChain) ?? createSecureContext({ ...roots, allowPartialTrustChain })
  known.set(allowPartialTrustChain, context)
  return context
}

/** A chain that this client refuses and Node does not. Its code is OpenSSL's, as Node's own are. */
export class Refused extends Error {
  readonly problem: StrictProblem
  readonly code: string
  constructor(problem: StrictProblem) {
    super('refused by X509_V_FLAG_X509_STRICT')
    this.problem = problem
    this.code = problem.errno
  }
}

/** What both sides agreed on, and the chain. */
export function agreed(
  secure: TLSSocket,
): Pick<HandshakeFacts, 'version' | 'cipher' | 'alpn' | 'chain'> {
  const version = secure.getProtocol()
  return {
    ...(version === null ? {} : { version }),
    cipher: secure.getCipher().name,
    ...(typeof secure.alpnProtocol === 'string' ? { alpn: secure.alpnProtocol } : {}),
    chain: servedChain(secure),
  }
}

/** `tls.connect` as a promise that ends with the signal. */
export function secureSocket(
  options: ConnectionOptions & { readonly signal: AbortSignal },
): Promise<TLSSocket> {
  const { signal, ...rest } = options
  return new Promise((done, fail) => {
    const secure = connect(rest)
    const settle = (error: unknown): void => {
      signal.removeEventListener('abort', abort)
      secure.off('error', settle)
      if (error === undefined) return done(secure)
      secure.on('error', () => {})
      secure.destroy()
      fail(error)
    }
    const abort = (): void => settle(new RanOut('no end of the handshake'))
    secure.once('secureConnect', () => settle(undefined))
    secure.once('error', settle)
    signal.addEventListener('abort', abort, { once: true })
    if (signal.aborted) abort()
  })
}
