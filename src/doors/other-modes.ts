import { createReadStream, statSync } from 'node:fs'
import { failsJob, type Runtime } from '../model/index.ts'
import { stamp } from '../run/packet.ts'
import type { Artifact } from '../reports/index.ts'
import type { Settings } from '../settings/index.ts'
import { EXIT, codeOf } from './exit-code.ts'
import { DOCS_URL, type Told, type ViewOf } from './preflight-mode.ts'

/** A folder of packets from many runners: one verdict, nothing is sent. */
export async function fleetMode(
  folder: string,
  failOn: Settings['failOn'],
  runtime: Runtime,
  viewOf: ViewOf,
): Promise<Told> {
  const startedAt = new Date()
  const { aggregate, fleetPacket, readFolder, tellFleet } =
    await import('../packets/aggregate/index.ts')
  const read = await readFolder(folder)
  if (read.status === 'unusable') {
    const { message, fix } = read.problem
    return { artifacts: [], exitCode: EXIT.usage, notices: [`${message} ${fix}`] }
  }
  const result = aggregate(read.entries, read.expected, failOn)
  const packet = fleetPacket(result, read.entries, stamp(runtime, startedAt, performance.now()))
  const full = { ...(await viewOf(packet)), failing: result.failing, docsUrl: DOCS_URL }
  return {
    artifacts: tellFleet(result, packet, full),
    exitCode: result.failing ? codeOf(result.verdict.verdict) : EXIT.pass,
    packet,
    notices: [],
  }
}

/** An existing log, explained by the same rules; nothing is sent. */
export async function explainMode(
  log: string,
  stdin: NodeJS.ReadableStream,
  options: {
    readonly json: boolean
    readonly failOn: Settings['failOn']
    readonly signal: AbortSignal
    /** Folder of the checkout: annotations go to lines of files in it. */
    readonly workspace: string
    /** The log stands beside a run whose outputs are the step's. */
    readonly beside?: boolean
  },
): Promise<Told> {
  if (log !== '-' && !isReadableFile(log)) {
    const notice = `The log ${log} cannot be read. Name a file, or - for standard input.`
    return { artifacts: [], exitCode: EXIT.usage, notices: [notice] }
  }
  const { explain, tellExplanation } = await import('../explain/index.ts')
  const stream: AsyncIterable<Uint8Array> =
    log === '-' ? bytesOf(stdin) : bytesOf(createReadStream(log))
  const explanation = await explain(stream, { signal: options.signal })
  const { owner, branch } = explanation.verdict
  const verdict = owner === 'none' ? 'pass' : owner === 'unknown' ? 'inconclusive' : 'fail'
  const failing = failsJob({ verdict, owner, branch }, options.failOn)
  const text = `${JSON.stringify(explanation, null, 2)}\n`
  const { workspace, beside = false } = options
  const artifacts: readonly Artifact[] = options.json
    ? [{ kind: 'terminal', text }]
    : [
        ...tellExplanation(explanation, { log, workspace, failing, outputs: !beside }),
        { kind: 'file', name: 'explanation.json', content: text },
      ]
  return { artifacts, exitCode: failing ? codeOf(verdict) : EXIT.pass, notices: [] }
}

function isReadableFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}
