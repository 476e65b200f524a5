import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { MOST_BODY_BYTES, readBody } from '../../src/wire/body.ts'

test.each(['__proto__', 'constructor', 'toString'])(
  'a body in the encoding %s is read as it is',
  async (encoding) => {
    const read = await readBody(Readable.from([Buffer.from('{"a":1}')]), encoding)
    expect(JSON.stringify(read)).toContain('a')
  },
)

test.each([
  ['identity', (bytes: Buffer) => bytes],
  ['gzip', (bytes: Buffer) => gzipSync(bytes)],
  ['br', (bytes: Buffer) => brotliCompressSync(bytes)],
] as const)(
  'a body is read up to 64 KiB, whatever it is encoded in: %s',
  async (encoding, encode) => {
    const sent = encode(Buffer.alloc(1024 * 1024, 'x'))
    const read = await readBody(Readable.from([sent]), encoding)
    expect(read).toMatchObject({ truncated: true })
    expect(read.bytes).toHaveLength(MOST_BODY_BYTES)
  },
)
