/** Domain names on the wire (RFC 1035 §4), as much as a name server of the lab says. */
import { Buffer } from 'node:buffer'
import { addressBytes } from '../../src/knowledge/addresses.ts'

export const TYPE = { A: 1, CNAME: 5, AAAA: 28 } as const

export const RESPONSE_CODE = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
} as const
export type ResponseCode = keyof typeof RESPONSE_CODE

export interface Question {
  readonly id: number
  /** Lower case, without the dot at the end. */
  readonly name: string
  readonly type: number
  /** The question section as it came, to be sent back. */
  readonly section: Buffer
}

/** Undefined when it is not a query with a question. */
export function parseQuestion(message: Buffer): Question | undefined {
  if (message.length < 17) return undefined
  const labels: string[] = []
  let at = 12
  for (let size = message[at] ?? 0; size > 0; size = message[at] ?? 0) {
    if (size > 63 || at + size + 5 > message.length) return undefined
    labels.push(message.subarray(at + 1, at + 1 + size).toString('latin1'))
    at += size + 1
  }
  const end = at + 5
  if (end > message.length) return undefined
  return {
    id: message.readUInt16BE(0),
    name: labels.join('.').toLowerCase(),
    type: message.readUInt16BE(at + 1),
    section: message.subarray(12, end),
  }
}

export function encodeName(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '')
  const parts = labels.map((label) =>
    Buffer.concat([Buffer.of(label.length), Buffer.from(label, 'latin1')]),
  )
  return Buffer.concat([...parts, Buffer.of(0)])
}

function record(owner: Buffer, type: number, data: Buffer, seconds = 1): Buffer {
  const fixed = Buffer.alloc(10)
  fixed.writeUInt16BE(type, 0)
  fixed.writeUInt16BE(1, 2)
  fixed.writeUInt32BE(seconds, 4)
  fixed.writeUInt16BE(data.length, 8)
  return Buffer.concat([owner, fixed, data])
}

/** Records for a question: the chain of names first, then the addresses of the asked family. */
export function records(
  question: Question,
  cnames: readonly string[],
  addresses: readonly string[],
): readonly Buffer[] {
  /** Points to the question's name, always at byte 12 (RFC 1035 §4.1.4). */
  let owner: Buffer = Buffer.of(0xc0, 12)
  const list: Buffer[] = []
  for (const cname of cnames) {
    list.push(record(owner, TYPE.CNAME, encodeName(cname)))
    owner = encodeName(cname)
  }
  for (const address of addresses) {
    const type = address.includes(':') ? TYPE.AAAA : TYPE.A
    if (type === question.type)
      list.push(record(owner, type, Buffer.from(addressBytes(address) ?? [])))
  }
  return list
}

export interface ResponseOptions {
  readonly code?: ResponseCode
  readonly answers?: readonly Buffer[]
  readonly truncated?: boolean
  readonly id?: number
}

export function response(question: Question, options: ResponseOptions = {}): Buffer {
  const head = Buffer.alloc(12)
  const code = RESPONSE_CODE[options.code ?? 'NOERROR']
  const answers = options.truncated === true ? [] : (options.answers ?? [])
  head.writeUInt16BE(options.id ?? question.id, 0)
  // A response (0x8000), recursion desired and available, truncated when so.
  head.writeUInt16BE(0x8180 | (options.truncated === true ? 0x0200 : 0) | code, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(answers.length, 6)
  return Buffer.concat([head, question.section, ...answers])
}
