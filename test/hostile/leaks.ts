import { Buffer } from 'node:buffer'
import { keyBytesIn } from '../loopback/key-bytes.ts'

/** A shorter piece of a key is no use to anybody; the redactor promises none that is longer. */
const LONGEST_PIECE = 16

/** Forms in which pieces of the key were found, with the length of the piece; empty is good. */
export function leaksOf(text: string, key: string): readonly string[] {
  const bytes = Buffer.from(key)
  const forms: readonly (readonly [string, string, string])[] = [
    ['plain', text, key],
    ['without space', text.replaceAll(/\s/g, ''), key],
    ['hexadecimal', text.toLowerCase(), bytes.toString('hex')],
    ...[0, 1, 2].map((offset) => {
      const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
      return ['base64', text, encoded.slice(4, -4)] as const
    }),
  ]
  return forms
    .map(([name, where, form]) => [name, keyBytesIn(Buffer.from(where), form)] as const)
    .filter(([, size]) => size >= LONGEST_PIECE)
    .map(([name, size]) => `${name}: ${size} characters`)
}

/** The runner itself has to be told what to mask; nobody else reads these lines. */
export function withoutMasks(text: string): string {
  return text.replaceAll(/^::add-mask::.*$/gm, '')
}
