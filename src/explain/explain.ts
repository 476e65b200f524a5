import type { Branch, Code, Confidence, Owner, Rung } from '../model/index.ts'
import { given, branchOf, SCHEMA_VERSION } from '../model/index.ts'
import { groupLines, type Block } from './blocks.ts'
import { collectIncidents, inOrder, type Group, type Incident } from './incidents.ts'
import { decoded, scanLines } from './lines.ts'
import { nextCommand } from '../rules/next-command.ts'
import { repeating } from './repeats.ts'
import { ALL_WORDS, readLine, TRIGGERS } from './vocabulary/read-line.ts'
import { unwrap } from './unwrap.ts'

/** What a log comes to: contract §3, and the command that proves or refutes it. */
export interface Explanation {
  readonly schemaVersion: typeof SCHEMA_VERSION
  readonly verdict: {
    readonly owner: Owner
    readonly branch: Branch
    /** Empty when no failure was found. */
    readonly rung: Rung | ''
    readonly code: Code | ''
    /** One sentence a person can paste into a chat. */
    readonly summary: string
    readonly confidence: Confidence
    /** Places in the log, nearest to the wire first. */
    readonly cites: readonly { readonly line: number; readonly column: number }[]
  }
  /** In the order of their first occurrence, at most 100. */
  readonly incidents: readonly Incident[]
  /** The exact command, to be run where the log was written. */
  readonly next: string
}

export interface ExplainOptions {
  /** Stops reading early; what was read is explained. */
  readonly signal?: AbortSignal
}

/** More than anybody reads. */
const MAX_INCIDENTS = 100

/** Reads a log of any length in constant memory and names the owner by the rules of the live run. */
export async function explain(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ExplainOptions = {},
): Promise<Explanation> {
  const incidents = collectIncidents()
  /** Line of the last call that was answered; 0 when none was. */
  let answered = 0
  let closed: Group | undefined
  const blocks = groupLines((block: Block) => {
    closed = incidents.add(block)
  })
  let source = ''
  const lines = repeating<Group>({
    read: (raw) => {
      closed = undefined
      const read = unwrap(raw, ALL_WORDS)
      for (const line of read) if (blocks.add(line)) answered = raw.number
      const alone = blocks.isAlone(read)
      if (alone) source = read[0]?.source ?? ''
      return { alone, closed }
    },
    again: (group, raw, isLast) => {
      const read = isLast ? unwrap(raw, ALL_WORDS) : []
      const last = { source, lines: read, pieces: read.flatMap(readLine), retry: false }
      incidents.again(group, source, isLast ? last : undefined)
    },
    drop: () => {
      blocks.drop(source)
    },
  })
  const scanner = scanLines(TRIGGERS, lines.push)
  const decoder = decoded(scanner.push)
  let bytes = 0
  let cut = false
  for await (const chunk of stream) {
    cut = options.signal?.aborted === true
    if (cut) break
    decoder.push(chunk)
    bytes += chunk.length
  }
  decoder.end()
  scanner.end()
  lines.end()
  blocks.end()
  const whole = conclude(incidents.groups(), cut ? 0 : answered)
  const dropped = incidents.dropped()
  const limits = [
    // Which these were nobody knows.
    ...(dropped > 0
      ? [`${dropped} more places of the log have causes of their own that were not separated.`]
      : []),
    // What was not read can hold anything: said, and never a pass.
    ...(cut
      ? [
          `Only the first ${(bytes / 1e6).toFixed(1)} MB of the log were read, because the time was up.`,
        ]
      : []),
  ]
  const summary = [whole.verdict.summary, ...limits].join(' ')
  return { ...whole, verdict: { ...whole.verdict, summary } }
}

function conclude(groups: readonly Group[], answered: number): Explanation {
  const shown = inOrder(groups.filter(({ foreign }) => !foreign))
  const heaviest = shown.toSorted(byWeight)
  const [deciding] = heaviest
  if (deciding === undefined) return nothingFound(groups, answered > 0)
  // The heaviest are listed, in the order of the log.
  const listed = new Set(heaviest.slice(0, MAX_INCIDENTS))
  const most = shown.toSorted((a, b) => b.count - a.count || a.first.line - b.first.line)[0]
  const [first] = shown
  const { verdict, reconstruction } = deciding
  const { owner, branch, rung, code } = verdict
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict: {
      owner,
      branch,
      rung,
      code,
      summary: `${verdict.summary}${amongOthers(deciding, first, shown.length)}${
        answered > deciding.last.line ? ` A later call was answered (line ${answered}).` : ''
      }`,
      confidence: confidenceOf(deciding),
      cites: reconstruction.cites,
    },
    incidents: shown
      .filter((group) => listed.has(group))
      .map((group) => incidentOf(group, group === first, group === most)),
    next: nextCommand({
      route: reconstruction.evidence.route,
      ...given({ client: reconstruction.client }),
      verdict,
    }),
  }
}

/** A named owner before `unknown`, what surely is about a model API before what may be, then the most frequent, then the first. */
function byWeight(a: Group, b: Group): number {
  return (
    Number(a.verdict.owner === 'unknown') - Number(b.verdict.owner === 'unknown') ||
    Number(b.named) - Number(a.named) ||
    b.count - a.count ||
    a.first.line - b.first.line ||
    a.first.column - b.first.column
  )
}

function confidenceOf({ verdict }: Group): Confidence {
  return verdict.confidence === '' ? 'low' : verdict.confidence
}

function amongOthers(deciding: Group, first: Group | undefined, causes: number): string {
  if (causes < 2) return ''
  const times = deciding.count === 1 ? 'once' : `${deciding.count} times`
  const earlier =
    first === undefined || first === deciding
      ? 'it was also the first'
      : `the first was ${first.verdict.code} on line ${first.first.line}`
  return ` It occurred ${times}, as one of ${causes} causes in this log; ${earlier}.`
}

function incidentOf(group: Group, isFirst: boolean, isMostFrequent: boolean): Incident {
  const { verdict, reconstruction, count, retries, first, last } = group
  return {
    owner: verdict.owner,
    branch: verdict.branch,
    rung: verdict.rung,
    code: verdict.code,
    summary: verdict.summary,
    confidence: confidenceOf(group),
    count,
    retries,
    first,
    last,
    sources: [...group.starts.keys()].filter((source) => source !== ''),
    httpStatus: reconstruction.impliedStatus === undefined ? verdict.httpStatus : '',
    retryable: verdict.retryable,
    requestIds: [...group.requestIds],
    doNext: verdict.doNext,
    doNot: verdict.doNot,
    cites: reconstruction.cites,
    isFirst,
    isMostFrequent,
  }
}

function nothingFound(groups: readonly Group[], succeeded: boolean): Explanation {
  const owner: Owner = succeeded && groups.length === 0 ? 'none' : 'unknown'
  const foreign = groups.length > 0 ? ' It also holds failures of other services.' : ''
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict: {
      owner,
      branch: branchOf(owner),
      rung: '',
      code: owner === 'none' ? '' : 'own.no_evidence',
      summary:
        owner === 'none'
          ? 'The log shows calls that were answered, and no failed one.'
          : `No failed call of a model API was recognised in this log.${foreign}`,
      confidence: 'low',
      cites: [],
    },
    incidents: [],
    next: nextCommand({
      route: { kind: 'openai', baseUrl: 'https://api.openai.com', endpoint: 'responses' },
      verdict: { owner: 'unknown', rung: '' },
    }),
  }
}
