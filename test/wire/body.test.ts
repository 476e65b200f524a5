import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readBody } from '../../src/wire/body.ts'

test.each(['__proto__', 'constructor', 'toString'])(
  'a body in the encoding %s is read as it is',
  async (encoding) => {
    const read = await readBody(Readable.from([Buffer.from('{"a":1}')]), encoding)
    expect(JSON.stringify(read)).toContain('a')
  },
)
