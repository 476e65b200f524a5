import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Packet } from '../model/index.ts'
import { createRedactor, type Redactor } from '../redaction/index.ts'
import { packetText, type Artifact, type TerminalStyle } from '../reports/index.ts'
import type { Flags, Settings, SettingsSource } from '../settings/index.ts'
import { describeRuntime } from '../settings/runtime.ts'
import { crashPacket, crashView } from './crash.ts'
import { EXIT, failing } from './exit-code.ts'
import { DOCS_URL, tellAll, type Told } from './preflight-mode.ts'

/** What the commands of the command line share. */
export interface Terminal {
  readonly flags: Flags
  readonly source: SettingsSource
  readonly settings: Settings
  readonly signal: AbortSignal
  readonly style: TerminalStyle
  readonly process: NodeJS.Process
}

export function redactorOf({ secrets }: Settings): Redactor {
  return createRedactor(secrets.map(({ value, what }) => ({ value: value.reveal(), what })))
}

/** Tells a packet and prints it; returns everything that could be written. */
export function tellPacket(packet: Packet, terminal: Terminal): readonly Artifact[] {
  const view = { terminal: terminal.style, failing: failing(packet), docsUrl: DOCS_URL }
  const artifacts = tellAll(packet, view)
  print({ artifacts, exitCode: EXIT.pass, packet, notices: [] }, terminal)
  return artifacts
}

/** Prints what is for the terminal, or the packet alone. Returns the exit code. */
export function print(
  { artifacts, exitCode, packet, notices }: Told,
  { flags, process }: Terminal,
): number {
  for (const notice of notices) process.stderr.write(`${notice}\n`)
  if (flags.on('json') && packet !== undefined) {
    process.stdout.write(packetText(packet))
    return exitCode
  }
  for (const artifact of artifacts) {
    if (artifact.kind === 'terminal') process.stdout.write(artifact.text)
  }
  return exitCode
}

export function writeFiles(folder: string, artifacts: readonly Artifact[]): void {
  mkdirSync(folder, { recursive: true })
  for (const artifact of artifacts) {
    if (artifact.kind === 'file') writeFileSync(join(folder, artifact.name), artifact.content)
  }
}

export function complain(
  { stderr }: NodeJS.Process,
  problems: readonly { readonly message: string; readonly fix: string }[],
): number {
  for (const { message, fix } of problems) stderr.write(`${message} ${fix}\n`)
  return EXIT.usage
}

export function tellCrash(error: unknown, terminal: Terminal): number {
  const { settings, source, process } = terminal
  const packet = crashPacket(describeRuntime(source.env))
  const crash = crashView(error, redactorOf(settings))
  const artifacts = tellAll(packet, { failing: true, docsUrl: DOCS_URL, crash })
  print({ artifacts, exitCode: EXIT.defect, packet, notices: [] }, terminal)
  process.stderr.write(`${crash.stack}\nReport it: ${crash.issueUrl}\n`)
  return EXIT.defect
}
