/**
 * Records `provoked.jsonl`: every scenario against every client, the thrown error as an
 * application's log shows it. Run by hand, with a folder of clients (see `clientsIn`):
 * `node test/explain/corpus/record.ts <folder>`.
 */
import { writeFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { clientsIn, INSTALLED, NotPossible } from './clients.ts'
import { dressed, DRESSES } from './dress.ts'
import { SCENARIOS } from './scenarios.ts'

export interface CorpusRow {
  readonly client: string
  readonly scenario: string
  readonly dress: string
  readonly owner: string
  readonly log: string
}

function text(error: unknown): string {
  return inspect(error, { depth: 3 })
}

/** A client without a time-out of its own must not hold the recording. */
function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new NotPossible('no answer')), 4000)
  })
}

const folder = process.argv[2]
const clients = [...INSTALLED, ...(folder === undefined ? [] : clientsIn(folder))]
const rows: CorpusRow[] = []
let turn = 0
for (const scenario of SCENARIOS) {
  for (const client of clients) {
    await using target = await scenario.start()
    try {
      await Promise.race([client.call(target), tooLong()])
    } catch (error) {
      if (error instanceof NotPossible) continue
      // The client repaired the key and went out: the fault did not happen.
      if (scenario.id.startsWith('key-') && text(error).includes('ECONNREFUSED')) continue
      const dress = DRESSES[turn % DRESSES.length] ?? 'inspect'
      turn += 1
      rows.push({
        client: client.name,
        scenario: scenario.id,
        dress,
        owner: scenario.owner,
        log: dressed(error, dress, scenario.host),
      })
    }
  }
}
const file = new URL('provoked.jsonl', import.meta.url)
writeFileSync(file, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)
process.stdout.write(`${rows.length} logs\n`)
process.exit(0)
