import { once } from 'node:events'
import { accessSync, constants, createReadStream, ReadStream, statSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { failsJob, type Runtime } from '../model/index.ts'
import { stamp } from '../run/stored.ts'
import type { Settings } from '../settings/index.ts'
import { EXIT, codeOf } from './exit-code.ts'
import { DOCS_URL, type ViewOf } from './preflight-mode.ts'
import type { RunReports } from './run-reports.ts'

/** What a mode cannot begin with, and what to do about it. */
export interface Unusable {
  readonly message: string
  readonly fix: string
}

/** Milliseconds of the deadline that summary, page and packet are written in. */
const TELLING_MS = 3000
/** Files that are named when they were passed over. */
const MOST_NAMES = 10

/** A folder of packets from many runners: one verdict, nothing is sent. */
export async function fleetMode(
  folder: string,
  { failOn, deadlineMs }: Pick<Settings, 'failOn' | 'deadlineMs'>,
  runtime: Runtime,
  signal: AbortSignal,
  viewOf: ViewOf,
): Promise<RunReports | Unusable> {
  const startedAt = new Date()
  // Thousands of packets are short-lived garbage: 5,000 of 21 KB take 295 MiB as V8 likes it, 137 so.
  setFlagsFromString('--optimize-for-size')
  const { collector, fleetFiles, fleetPacket, readFolder, tellFleet } =
    await import('../packets/aggregate/index.ts')
  // What was read has to be told as well before the deadline.
  const readingMs = deadlineMs - Math.min(TELLING_MS, deadlineMs / 3) - performance.now()
  const clock = AbortSignal.timeout(Math.max(0, Math.round(readingMs)))
  const read = await readFolder(folder, AbortSignal.any([signal, clock]))
  if (read.status === 'unusable') return read.problem
  const all = collector(failOn)
  for await (const entry of read.entries) all.add(entry)
  const result = all.result(read.expected)
  const packet = fleetPacket(result, stamp(runtime, startedAt, performance.now()))
  const full = { ...(await viewOf(packet)), failing: result.failing, docsUrl: DOCS_URL }
  return {
    files: fleetFiles(packet, full),
    artifacts: (paths) => tellFleet(result, packet, { ...full, paths }),
    exitCode: result.failing ? codeOf(result.verdict.verdict) : EXIT.pass,
    packet,
    notices: passedOver(read.passedOver),
  }
}

function passedOver(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return []
  const more = paths.length > MOST_NAMES ? ` and ${paths.length - MOST_NAMES} more` : ''
  const names = paths.slice(0, MOST_NAMES).join(', ')
  return [`Not read, because they are no packets: ${names}${more}.`]
}

/** An existing log, explained by the same rules; nothing is sent. */
export async function explainMode(
  log: string,
  stdin: Readable,
  options: {
    readonly json: boolean
    readonly failOn: Settings['failOn']
    readonly signal: AbortSignal
    /** Folder of the checkout: annotations go to lines of files in it. */
    readonly workspace: string
    /** The log stands beside a run whose outputs are the step's. */
    readonly beside?: boolean
  },
): Promise<RunReports | Unusable> {
  const wrong = log === '-' ? undefined : wrongWith(log)
  if (wrong !== undefined) {
    return {
      message: `The log ${log} ${wrong}.`,
      fix: 'Name a file that this user can read, or - for standard input.',
    }
  }
  const { explain, tellExplanation } = await import('../explain/index.ts')
  const stream: AsyncIterable<Uint8Array> = bytesOf(
    log === '-' ? stdin : createReadStream(log),
    options.signal,
  )
  const explanation = await explain(stream, { signal: options.signal })
  const { owner, branch, code } = explanation.verdict
  const verdict = owner === 'none' ? 'pass' : owner === 'unknown' ? 'inconclusive' : 'fail'
  const failing = failsJob({ verdict, owner, branch, code }, options.failOn)
  const text = `${JSON.stringify(explanation, null, 2)}\n`
  const { workspace, beside = false, json } = options
  return {
    files: json ? [] : [{ kind: 'file', name: 'explanation.json', content: text }],
    artifacts: () =>
      json
        ? [{ kind: 'terminal', text }]
        : tellExplanation(explanation, { log, workspace, failing, outputs: !beside }).filter(
            (artifact) => artifact.kind !== 'file',
          ),
    exitCode: failing ? codeOf(verdict) : EXIT.pass,
    notices: [],
  }
}

function wrongWith(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return 'is no regular file'
    accessSync(path, constants.R_OK)
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return `cannot be read${code}`
  }
}

/** Ends when the run does: nobody may ever write to the other end of a pipe or a terminal. */
async function* bytesOf(stream: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  signal.addEventListener('abort', () => stream.destroy(), { once: true })
  try {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  } catch (error) {
    if (!signal.aborted) throw error
  }
  // A file that is still being closed, also inside its own callback, would be taken for one that
  // blocks, and the process would be replaced for nothing (leave.ts; 25 ms of CPU).
  if (stream instanceof ReadStream && !signal.aborted) {
    if (!stream.closed) await once(stream, 'close')
    await setImmediate()
  }
}
