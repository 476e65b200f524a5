import { Buffer } from 'node:buffer'
import dgram from 'node:dgram'
import { once } from 'node:events'
import net from 'node:net'
import type { Socket } from 'node:net'
import { parseQuestion, records, response, TYPE } from './dns-message.ts'
import type { Question, ResponseCode } from './dns-message.ts'
import { listen, tolerate } from '../loopback/listen.ts'
import type { ListenAddress } from '../loopback/listen.ts'

/** What the server knows about a name, or does when it is asked for it. */
export type ZoneEntry =
  | {
      readonly addresses: readonly string[]
      readonly cnames?: readonly string[]
      readonly delayMs?: number
    }
  | { readonly code: ResponseCode }
  /** The name exists and has no address. */
  | { readonly fault: 'no-data' }
  | { readonly fault: 'silent' }
  /** Right in everything but the transaction id. */
  | { readonly fault: 'wrong-id' }
  | { readonly fault: 'garbage' }
  /** "Ask again over TCP", and then resets or says nothing there. */
  | { readonly fault: 'truncated'; readonly tcp: 'reset' | 'silent' }
  /** "Ask again over TCP", which works. */
  | { readonly fault: 'truncated'; readonly tcp: 'answers'; readonly addresses: readonly string[] }
  /** A different fate for each family. */
  | { readonly a: ZoneEntry; readonly aaaa: ZoneEntry }
  /** One entry after the other, round and round. */
  | { readonly turns: readonly [ZoneEntry, ...ZoneEntry[]] }

export type Zone = Readonly<Record<string, ZoneEntry>>

export interface NameServerOptions extends ListenAddress {
  readonly zone: Zone
  /** For names that are not in the zone; NXDOMAIN unless said otherwise. */
  readonly otherwise?: ZoneEntry
}

export interface NameServer extends AsyncDisposable {
  readonly host: string
  readonly port: number
  /** `A api.openai.com udp`, one for each question. */
  readonly asked: readonly string[]
}

type Move = { readonly bytes: Buffer; readonly delayMs: number } | 'silent' | 'reset'

/** A name server over UDP and TCP on the same port that answers as told. */
export async function startNameServer(options: NameServerOptions): Promise<NameServer> {
  const asked: string[] = []
  const turns = new Map<ZoneEntry, number>()
  const decide = (message: Buffer, transport: 'udp' | 'tcp'): Move => {
    const question = parseQuestion(message)
    if (question === undefined) return 'silent'
    const type = question.type === TYPE.AAAA ? 'AAAA' : question.type === TYPE.A ? 'A' : 'OTHER'
    if (asked.length < 2000) asked.push(`${type} ${question.name} ${transport}`)
    const entry = options.zone[question.name] ?? options.otherwise ?? { code: 'NXDOMAIN' }
    return act(entry, question, transport, turns)
  }
  const tcp = net.createServer((socket) => {
    tolerate(socket)
    serveTcp(socket, (message) => decide(message, 'tcp'))
  })
  const listening = await listen(tcp, options)
  const udp = dgram.createSocket(listening.host.includes(':') ? 'udp6' : 'udp4')
  tolerate(udp)
  udp.on('message', (message, from) => {
    const move = decide(message, 'udp')
    if (typeof move === 'string') return
    setTimeout(() => {
      if (open) udp.send(move.bytes, from.port, from.address)
    }, move.delayMs).unref()
  })
  udp.bind(listening.port, listening.host)
  await once(udp, 'listening')
  let open = true
  return {
    host: listening.host,
    port: listening.port,
    asked,
    async [Symbol.asyncDispose]() {
      open = false
      const closed = once(udp, 'close')
      udp.close()
      await closed
      await listening[Symbol.asyncDispose]()
    },
  }
}

function serveTcp(socket: Socket, decide: (message: Buffer) => Move): void {
  let seen = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    seen = Buffer.concat([seen, chunk])
    // Two bytes of length before each message (RFC 1035 §4.2.2).
    while (seen.length >= 2 && seen.length >= 2 + seen.readUInt16BE(0)) {
      const end = 2 + seen.readUInt16BE(0)
      const move = decide(seen.subarray(2, end))
      seen = seen.subarray(end)
      if (move === 'silent') continue
      if (move === 'reset') {
        socket.resetAndDestroy()
        return
      }
      const length = Buffer.alloc(2)
      length.writeUInt16BE(move.bytes.length, 0)
      setTimeout(() => socket.write(Buffer.concat([length, move.bytes])), move.delayMs).unref()
    }
  })
}

function act(
  entry: ZoneEntry,
  question: Question,
  transport: 'udp' | 'tcp',
  turns: Map<ZoneEntry, number>,
): Move {
  const say = (bytes: Buffer, delayMs = 0): Move => ({ bytes, delayMs })
  if ('a' in entry) {
    return act(question.type === TYPE.AAAA ? entry.aaaa : entry.a, question, transport, turns)
  }
  if ('turns' in entry) {
    const count = turns.get(entry) ?? 0
    turns.set(entry, count + 1)
    const turn = entry.turns[count % entry.turns.length] ?? entry.turns[0]
    return act(turn, question, transport, turns)
  }
  if ('code' in entry) return say(response(question, { code: entry.code }))
  if (!('fault' in entry)) {
    const answers = records(question, entry.cnames ?? [], entry.addresses)
    // What does not fit into a datagram is fetched over TCP (RFC 1035 §4.2.1).
    const whole = response(question, { answers })
    const fits = transport === 'tcp' || whole.length <= 512
    return say(fits ? whole : response(question, { truncated: true }), entry.delayMs)
  }
  switch (entry.fault) {
    case 'no-data':
      return say(response(question))
    case 'silent':
      return 'silent'
    case 'wrong-id':
      return say(response(question, { id: (question.id + 1) & 0xffff }))
    case 'garbage':
      return say(Buffer.from('this is no message of DNS'))
    case 'truncated': {
      if (transport === 'udp') return say(response(question, { truncated: true }))
      if (entry.tcp !== 'answers') return entry.tcp
      return say(response(question, { answers: records(question, [], entry.addresses) }))
    }
  }
}
