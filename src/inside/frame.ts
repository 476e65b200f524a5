import { randomBytes } from 'node:crypto'
import { jsonIn } from '../model/index.ts'

/** Name of the global that holds what came with a Node program. */
export const GIVEN = 'openaiPreflight'

const BEGIN = '<<<openai-preflight'
const END = '>>>'

/** A word that nothing else in the output of a target can hold; new for each process. */
export function newMark(): string {
  return randomBytes(12).toString('hex')
}

/** The result of a remote process between two lines that are found again among any other text. */
export function frameOf(mark: string, payload: string): string {
  return `\n${BEGIN} ${mark} ${payload.length}\n${payload}\n${END}\n`
}

export type Framed =
  | { readonly kind: 'found'; readonly payload: string }
  /** It began and is not whole: cut, or mixed with other text. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'absent' }

/**
 * Finds the framed payload among whatever else the output holds: the motd of ssh, the profile of a
 * shell, the carriage returns of a terminal. White space in the payload does not count.
 */
export function readFrame(output: string, mark: string): Framed {
  const header = `${BEGIN} ${mark} `
  const begin = output.lastIndexOf(header)
  if (begin === -1) return { kind: 'absent' }
  const rest = output.slice(begin + header.length)
  const end = rest.indexOf(END)
  const match = /^(\d{1,9})\s+/.exec(rest)
  if (end === -1 || match?.[1] === undefined) return { kind: 'damaged' }
  const payload = rest.slice(match[0].length, end).replaceAll(/\s+/g, '')
  return payload.length === Number(match[1]) && /^[A-Za-z0-9+/=:,_]*$/.test(payload)
    ? { kind: 'found', payload }
    : { kind: 'damaged' }
}

/** Base64 of JSON, as the Node and Python sides send it; `undefined` when it is none. */
export function decodeJson(payload: string): unknown {
  return jsonIn(Buffer.from(payload, 'base64').toString('utf8'))
}

export function encodeJson(value: unknown): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64')
}
