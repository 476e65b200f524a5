import { connect, type Socket } from 'node:net'
import { given, type AddressAttempt, type ResolvedAddress, hostAndPort } from '../model/index.ts'
import { failureFrom } from '../evidence/failure.ts'
import type { Clock, Recorder } from './recorder.ts'
import { RanOut, Stopped } from './stopped.ts'

interface Dial {
  readonly host: string
  readonly port: number
  readonly addresses: readonly ResolvedAddress[]
  /** Milliseconds for each address (Happy Eyeballs); 0: one after the other, each until it answers. */
  readonly addressTimeoutMs: number
  /** The others are not dialled, whatever becomes of the first. */
  readonly firstOnly?: boolean
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** The `connect` observation: every address attempt. Throws `Stopped` when none opened. */
export async function openConnection(
  question: Dial & { readonly of: 'target' | 'proxy'; readonly recorder: Recorder },
): Promise<Socket> {
  const { host, port, of } = question
  const attempts: AddressAttempt[] = []
  const soFar = { host, port, attempts, of }
  const observation = question.recorder.begin('connect', hostAndPort(host, port), { soFar })
  try {
    const socket = await dial(question, attempts)
    const { remoteAddress, remoteFamily, localAddress } = socket
    observation.ok({
      host,
      port,
      attempts,
      of,
      ...given({ address: remoteAddress }),
      family: remoteFamily === 'IPv6' ? 6 : 4,
      ...given({ localAddress }),
    })
    return socket
  } catch (error) {
    observation.failed(failureFrom(error, 'tcp'), soFar)
    throw new Stopped('tcp', error)
  }
}

/** Opens a TCP connection as the client would, noting every address it tried. */
export async function dial(question: Dial, attempts: AddressAttempt[]): Promise<Socket> {
  const addresses = question.addresses.slice(0, question.firstOnly === true ? 1 : undefined)
  if (question.addressTimeoutMs > 0 || addresses.length < 2) {
    return dialTogether({ ...question, addresses }, attempts)
  }
  let last: unknown
  for (const address of addresses) {
    try {
      return await dialTogether({ ...question, addresses: [address] }, attempts)
    } catch (error) {
      last = error
      if (question.signal.aborted) break
    }
  }
  throw last
}

function dialTogether(question: Dial, attempts: AddressAttempt[]): Promise<Socket> {
  const { host, port, addresses, addressTimeoutMs, clock, signal } = question
  return new Promise((done, fail) => {
    const began = new Map<string, number>()
    const note = (address: string, status: AddressAttempt['status'], error?: unknown): void => {
      const startedMs = began.get(address)
      if (startedMs === undefined) return
      began.delete(address)
      const failure = error === undefined ? undefined : failureFrom(error, 'tcp')
      attempts.push({
        address,
        family: address.includes(':') ? 6 : 4,
        port,
        status,
        ...(failure === undefined ? {} : { code: failure.code }),
        ...given({ errno: failure?.errno }),
        elapsedMs: Math.round((clock() - startedMs) * 10) / 10,
      })
    }
    const socket = connect({
      host,
      port,
      noDelay: true,
      autoSelectFamily: addresses.length > 1 && addressTimeoutMs > 0,
      autoSelectFamilyAttemptTimeout: Math.max(10, addressTimeoutMs),
      // Never synchronously: connect() would fail before it has its listeners (Node crashes).
      lookup: (_host, options, answer) => {
        process.nextTick(() => {
          const first = addresses[0]
          if (first === undefined) answer(new Error('no address'), '', 4)
          else if (options.all === true) answer(null, [...addresses])
          else answer(null, first.address, first.family)
        })
      },
    })
    const settle = (error: unknown): void => {
      signal.removeEventListener('abort', abort)
      socket.off('error', settle)
      if (error === undefined) {
        for (const address of began.keys()) {
          note(address, address === socket.remoteAddress ? 'ok' : 'abandoned')
        }
        done(socket)
        return
      }
      for (const address of began.keys()) note(address, 'failed', error)
      // A late error of a destroyed socket has no one left to tell.
      socket.on('error', () => {})
      socket.destroy()
      fail(error)
    }
    const abort = (): void => settle(new RanOut(`no answer from ${host}`))
    socket.on('connectionAttempt', (address: string) => began.set(address, clock()))
    socket.on('connectionAttemptFailed', (address: string, _port, _family, error: Error) =>
      note(address, 'failed', error),
    )
    socket.on('connectionAttemptTimeout', (address: string) => note(address, 'abandoned'))
    socket.once('connect', () => settle(undefined))
    socket.once('error', settle)
    signal.addEventListener('abort', abort, { once: true })
    if (signal.aborted) abort()
  })
}
