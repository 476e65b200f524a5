import type { Runtime } from '../model/index.ts'
import { stamp } from '../run/stored.ts'
import type { Settings } from '../settings/index.ts'
import { EXIT, codeOf } from './exit-code.ts'
import { DOCS_URL, type ViewOf } from './preflight-mode.ts'
import type { RunReports } from './run-reports.ts'
import type { Unusable } from './say.ts'

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
  process.getBuiltinModule('node:v8').setFlagsFromString('--optimize-for-size')
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
  return [`Not read, because they are not packets: ${names}${more}.`]
}
