import { accessSync, constants, createReadStream, statSync } from 'node:fs'
import { failsJob, type Runtime } from '../model/index.ts'
import { stamp } from '../run/packet.ts'
import type { Settings } from '../settings/index.ts'
import { EXIT, codeOf } from './exit-code.ts'
import { DOCS_URL, type ViewOf } from './preflight-mode.ts'
import type { Told } from './told.ts'

/** What a mode cannot begin with, and what to do about it. */
export interface Unusable {
  readonly message: string
  readonly fix: string
}

/** A folder of packets from many runners: one verdict, nothing is sent. */
export async function fleetMode(
  folder: string,
  failOn: Settings['failOn'],
  runtime: Runtime,
  viewOf: ViewOf,
): Promise<Told | Unusable> {
  const startedAt = new Date()
  const { aggregate, fleetPacket, readFolder, tellFleet } =
    await import('../packets/aggregate/index.ts')
  const read = await readFolder(folder)
  if (read.status === 'unusable') return read.problem
  const result = aggregate(read.entries, read.expected, failOn)
  const packet = fleetPacket(result, read.entries, stamp(runtime, startedAt, performance.now()))
  const full = { ...(await viewOf(packet)), failing: result.failing, docsUrl: DOCS_URL }
  const first = tellFleet(result, packet, full)
  return {
    files: first.filter((artifact) => artifact.kind === 'file'),
    tell: (paths) =>
      tellFleet(result, packet, { ...full, paths }).filter((artifact) => artifact.kind !== 'file'),
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
): Promise<Told | Unusable> {
  const wrong = log === '-' ? undefined : wrongWith(log)
  if (wrong !== undefined) {
    return {
      message: `The log ${log} ${wrong}.`,
      fix: 'Name a file that this user can read, or - for standard input.',
    }
  }
  const { explain, tellExplanation } = await import('../explain/index.ts')
  const stream: AsyncIterable<Uint8Array> =
    log === '-' ? bytesOf(stdin) : bytesOf(createReadStream(log))
  const explanation = await explain(stream, { signal: options.signal })
  const { owner, branch } = explanation.verdict
  const verdict = owner === 'none' ? 'pass' : owner === 'unknown' ? 'inconclusive' : 'fail'
  const failing = failsJob({ verdict, owner, branch }, options.failOn)
  const text = `${JSON.stringify(explanation, null, 2)}\n`
  const { workspace, beside = false, json } = options
  return {
    files: json ? [] : [{ kind: 'file', name: 'explanation.json', content: text }],
    tell: () =>
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

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}
