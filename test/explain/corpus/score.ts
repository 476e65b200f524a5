/**
 * Precision and recall for each owner, from the corpora beside this file:
 * `node test/explain/corpus/score.ts` prints the table of docs/explain.md.
 */
import { readFileSync } from 'node:fs'
import { explain } from '../../../src/explain/index.ts'
import { OWNERS, type Owner } from '../../../src/model/index.ts'

export interface CorpusLog {
  readonly client: string
  readonly scenario: string
  readonly dress: string
  readonly owner: Owner
  readonly log: string
}

export interface Score {
  readonly owner: Owner
  /** Logs whose true owner it is. */
  readonly logs: number
  /** Logs for which it was named. */
  readonly named: number
  /** Named and true. */
  readonly right: number
  /** Named with confidence high or medium, and how many of these are true. */
  readonly sure: number
  readonly sureRight: number
}

export type CorpusName = 'provoked' | 'composed' | 'strangers' | 'heldout'

export function readCorpus(name: CorpusName): readonly CorpusLog[] {
  const text = readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const row: unknown = JSON.parse(line)
      if (!isCorpusLog(row)) throw new Error(`not a log of the corpus: ${line.slice(0, 80)}`)
      return row
    })
}

function isCorpusLog(row: unknown): row is CorpusLog {
  return (
    typeof row === 'object' &&
    row !== null &&
    'log' in row &&
    typeof row.log === 'string' &&
    'owner' in row &&
    OWNERS.some((owner) => owner === row.owner)
  )
}

export async function scoresOf(logs: readonly CorpusLog[]): Promise<readonly Score[]> {
  const pairs: { readonly truth: Owner; readonly named: Owner; readonly sure: boolean }[] = []
  for (const { log, owner } of logs) {
    const { verdict } = await explain([Buffer.from(log)])
    pairs.push({ truth: owner, named: verdict.owner, sure: verdict.confidence !== 'low' })
  }
  return OWNERS.map((owner) => ({
    owner,
    logs: pairs.filter(({ truth }) => truth === owner).length,
    named: pairs.filter(({ named }) => named === owner).length,
    right: pairs.filter(({ truth, named }) => truth === owner && named === owner).length,
    sure: pairs.filter(({ named, sure }) => named === owner && sure).length,
    sureRight: pairs.filter(({ truth, named, sure }) => truth === owner && named === owner && sure)
      .length,
  })).filter(({ logs, named }) => logs + named > 0)
}

/** `0.98`, or `–` where nothing was named or nothing was there. */
function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(2)
}

export function tableOf(scores: readonly Score[]): string {
  return [
    '| owner | logs | named | right | precision | of the sure ones | recall |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...scores.map(
      ({ owner, logs, named, right, sure, sureRight }) =>
        `| \`${owner}\` | ${logs} | ${named} | ${right} | ${ratio(right, named)} | ${ratio(sureRight, sure)} | ${ratio(right, logs)} |`,
    ),
  ].join('\n')
}

/** Logs whose owner is the right one, of all: `21 of 22`. */
export function rightOf(scores: readonly Score[]): string {
  const all = scores.reduce((sum, { logs }) => sum + logs, 0)
  return `${String(scores.reduce((sum, { right }) => sum + right, 0))} of ${String(all)}`
}

if (import.meta.main) {
  for (const name of ['provoked', 'composed', 'strangers', 'heldout'] as const) {
    const scores = await scoresOf(readCorpus(name))
    process.stdout.write(`${name}: ${rightOf(scores)} right\n\n${tableOf(scores)}\n\n`)
  }
}
