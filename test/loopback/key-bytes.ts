import { Buffer } from 'node:buffer'

/** Length of the longest piece of the key (8 characters or more) found in what was sent; else 0. */
export function keyBytesIn(received: Uint8Array, key: string): number {
  const text = Buffer.from(received).toString('latin1')
  for (let size = key.length; size >= 8; size -= 1) {
    for (let at = 0; at + size <= key.length; at += 1) {
      if (text.includes(key.slice(at, at + size))) return size
    }
  }
  return 0
}
