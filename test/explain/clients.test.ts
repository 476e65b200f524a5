import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { explain } from '../../src/explain/index.ts'

interface Told {
  /** Of what the log is, and how it was got. */
  readonly client: string
  /** Owner, code and confidence, and the client that the command names, where the log names one. */
  readonly want: string
  readonly log: string
}

/**
 * What each client says of each thing that can go wrong, one JSON object a line. `run`: the client
 * printed it against a server on loopback, whose address then became that of the API. `source`: put
 * into the format string of its source at that version.
 */
const TOLD = readFileSync(new URL('clients.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file beside this one
  .map((line) => JSON.parse(line) as Told)

describe('owner, code, confidence and client of what a client says', () => {
  test.each(TOLD.map(({ client, want, log }) => [client, want, log] as const))(
    '%s: %s',
    async (_client, want, log) => {
      const { verdict, incidents, next } = await explain([Buffer.from(log)])
      const told = [next, ...incidents.flatMap(({ doNext }) => doNext)].join('\n')
      const client = / --client \w+/.exec(told)?.[0].replace('--client ', '') ?? ''
      expect(`${verdict.owner} ${verdict.code} ${verdict.confidence}${client}`).toBe(want)
    },
  )
})
