import type { Flags } from '../command-line/flags.ts'
import { given, ALLOW_LIST_FORMATS, VERDICT_FORMATS, type Packet } from '../model/index.ts'
import { writeFiles, type WrittenFiles } from '../packets/folder.ts'
import { packetText, type Artifact, type TerminalStyle } from '../reports/index.ts'
import type { Settings, SettingsSource } from '../settings/index.ts'
import { describeRuntime } from '../settings/runtime.ts'
import { readTextFile } from '../settings/sources.ts'
import { OutOfTime } from './defects.ts'
import type { Watchdog } from './watchdog.ts'
import { EXIT, failing } from './exit-code.ts'
import { bytesOf, whatIsWrong } from './input-file.ts'
import { redactorOf } from './order.ts'
import { DOCS_URL } from './preflight-mode.ts'
import { pathsOf, runReportsOf, crashReports, type RunReports } from './run-reports.ts'
import { complain, say, warn, type Unusable } from './say.ts'

/** What the commands of the command line share. */
export interface Terminal {
  readonly flags: Flags
  readonly source: SettingsSource
  readonly settings: Settings
  readonly signal: AbortSignal
  readonly style: TerminalStyle
  readonly process: NodeJS.Process
  /** Of a run with a deadline. */
  readonly watchdog: Watchdog | undefined
}

/** Writes the files of a run, then prints it with the paths of those that are there. */
export async function deliver(reports: RunReports, terminal: Terminal): Promise<number> {
  await terminal.watchdog?.claim(reports.exitCode)
  return print(reports, terminal, writeFiles(terminal.settings.packetDir, reports.files))
}

/** Prints what is for the terminal, or the packet alone, in the form asked for. Resolves to the exit code. */
export async function print(
  reports: RunReports | Unusable,
  {
    flags,
    source,
  }: {
    readonly flags: Pick<Flags, 'on'> & Partial<Pick<Flags, 'values'>>
    readonly source?: Pick<SettingsSource, 'env'>
  },
  written: WrittenFiles = { paths: new Map(), problems: [] },
): Promise<number> {
  if ('fix' in reports) return complain([reports])
  const artifacts = reports.artifacts(pathsOf(written))
  for (const notice of [...reports.notices, ...written.problems]) warn(notice)
  const { packet } = reports
  const format = VERDICT_FORMATS.find((one) => one === flags.values?.get('format'))
  if (flags.on('json') && packet !== undefined) say(packetText(packet))
  else if (format !== undefined && packet !== undefined) {
    const { formatted } = await import('../packets/formats.ts')
    const { findStep } = await import('../github/step-location.ts')
    const step = findStep(source?.env ?? {}, readTextFile)
    say(formatted(packet, format, { docsUrl: DOCS_URL, ...given({ step }) }))
  } else for (const artifact of artifacts) sayArtifact(artifact)
  return reports.exitCode
}

function sayArtifact(artifact: Artifact): void {
  if (artifact.kind === 'terminal') say(artifact.text)
}

/** RunReports where a run ended without a verdict of its own: out of time, or by a defect. */
export async function tellDefect(error: unknown, terminal: Terminal): Promise<number> {
  const { settings, source } = terminal
  const runtime = describeRuntime(source.env)
  if (error instanceof OutOfTime) {
    const { outOfTimeReports } = await import('./out-of-time.ts')
    const doing = terminal.watchdog?.last() ?? ''
    const reports = outOfTimeReports(doing, settings.failOn, runtime, { docsUrl: DOCS_URL })
    return deliver(reports, terminal)
  }
  const view = { failing: true, docsUrl: DOCS_URL }
  const reports = crashReports(error, redactorOf(settings), runtime, view)
  await deliver(reports, terminal)
  for (const line of reports.crash.stack.split('\n')) warn(line)
  warn(`Report it: ${reports.crash.issueUrl}`)
  return EXIT.defect
}

/** A packet as the command line tells it. Whether it fails a job is not asked here. */
export function packetReports(packet: Packet, { style }: Terminal): RunReports {
  const view = { terminal: style, failing: failing(packet), docsUrl: DOCS_URL }
  return runReportsOf(packet, view, { exitCode: EXIT.pass, notices: [] })
}

/** Any packet from anywhere, told again: on the terminal, and as files where a folder is named. */
export async function tellAgain(path: string, terminal: Terminal): Promise<number> {
  const read = await readPacketFile(path, terminal)
  if ('problem' in read) return complain([read.problem])
  const reports = packetReports(read.packet, terminal)
  return terminal.source.input('packet-dir') ? deliver(reports, terminal) : print(reports, terminal)
}

/** The hosts and ports of a packet, for a firewall. */
export async function tellAllowList(path: string, terminal: Terminal): Promise<number> {
  const read = await readPacketFile(path, terminal)
  if ('problem' in read) return complain([read.problem])
  const { allowList } = await import('../packets/allow-list.ts')
  const asked = terminal.flags.values.get('format')
  say(allowList(read.packet, ALLOW_LIST_FORMATS.find((one) => one === asked) ?? 'text'))
  return EXIT.pass
}

/** Two places: the first rung at which they differ, and what that proves. */
export async function comparePackets(a: string, b: string, terminal: Terminal): Promise<number> {
  const { comparable, compare, comparisonText, refusalText } =
    await import('../packets/compare/index.ts')
  const [first, second] = [await readPacketFile(a, terminal), await readPacketFile(b, terminal)]
  if ('problem' in first) return complain([first.problem])
  if ('problem' in second) return complain([second.problem])
  const able = comparable(first.packet, second.packet)
  if (!able.comparable) {
    say(`${refusalText(able).join('\n')}\n`)
    return EXIT.usage
  }
  const comparison = compare(first.packet, second.packet)
  say(
    terminal.flags.on('json')
      ? `${JSON.stringify(comparison, null, 2)}\n`
      : `${comparisonText(comparison).join('\n')}\n`,
  )
  return EXIT.pass
}

/** A packet from a file, a pipe or standard input (`-`); no more than the longest packet is read. */
async function readPacketFile(path: string, { process, signal }: Terminal) {
  const { readPacket, MOST_PACKET_BYTES } = await import('../packets/compare/index.ts')
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of bytesOf(path, process, signal)) {
      chunks.push(chunk)
      length += chunk.length
      if (length > MOST_PACKET_BYTES) break
    }
  } catch (error) {
    const fix = 'Name the packet.json that a run of openai-preflight has written.'
    return { problem: { message: `${path} ${whatIsWrong(error).message}.`, fix } }
  }
  return readPacket(Buffer.concat(chunks).toString('utf8'), path)
}
