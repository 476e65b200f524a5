import type { Packet } from '../model/index.ts'
import { writeWhole } from '../packets/folder.ts'
import { createRedactor, oneLine, type Redactor } from '../redaction/index.ts'
import { packetText, type Artifact, type TerminalStyle } from '../reports/index.ts'
import type { Flags, Settings, SettingsSource } from '../settings/index.ts'
import { describeRuntime } from '../settings/runtime.ts'
import { crashPacket, crashView } from './crash.ts'
import { EXIT, failing } from './exit-code.ts'
import { DOCS_URL, type Told } from './preflight-mode.ts'
import { tellAll, tellWhatCan } from './telling.ts'
import { writeNow } from './write-now.ts'

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
  for (const notice of notices) process.stderr.write(`${oneLine(notice)}\n`)
  if (flags.on('json') && packet !== undefined) {
    writeNow(packetText(packet))
    return exitCode
  }
  for (const artifact of artifacts) {
    if (artifact.kind === 'terminal') writeNow(artifact.text)
  }
  return exitCode
}

/** Files of a run; a folder that cannot be written is told and hides nothing else. */
export function writeFiles(
  folder: string,
  artifacts: readonly Artifact[],
  { process }: Pick<Terminal, 'process'>,
): void {
  for (const artifact of artifacts) {
    if (artifact.kind !== 'file') continue
    try {
      writeWhole(folder, artifact.name, artifact.content)
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
      process.stderr.write(`Could not write ${artifact.name} to packet-dir${why}.\n`)
    }
  }
}

export function complain(
  { stderr }: NodeJS.Process,
  problems: readonly { readonly message: string; readonly fix: string }[],
): number {
  for (const { message, fix } of problems) stderr.write(`${oneLine(`${message} ${fix}`)}\n`)
  return EXIT.usage
}

export function tellCrash(error: unknown, terminal: Terminal): number {
  const { settings, source, process } = terminal
  const packet = crashPacket(describeRuntime(source.env))
  const crash = crashView(error, redactorOf(settings))
  const artifacts = tellWhatCan(packet, { failing: true, docsUrl: DOCS_URL, crash })
  print({ artifacts, exitCode: EXIT.defect, packet, notices: [] }, terminal)
  process.stderr.write(`${crash.stack}\nReport it: ${crash.issueUrl}\n`)
  return EXIT.defect
}
