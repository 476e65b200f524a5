import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { flat } from '../packet.ts'
import { preflight } from '../preflight.ts'
import type { Packet } from '../model/index.ts'
import { REPORTS, packetText, provenLine, type ReportView } from '../reports/index.ts'
import {
  commandLineSource,
  helpText,
  isUsageProblem,
  parseFlags,
  readSettings,
  type Flags,
} from '../settings/index.ts'
import { VERSIONS } from '../versions.ts'
import type { Listener } from '../wire/recorder.ts'
import { listenForCancellation } from './cancellation.ts'
import { EXIT, exitCodeOf, failing } from './exit-code.ts'
import { orderOf } from './order.ts'

export const DOCS_URL = 'https://github.com/openai-preflight/openai-preflight/blob/main/docs/findings.md'

/** The terminal's door: reads flags, runs, prints. Resolves to the exit code. */
export async function runCommandLine(process: NodeJS.Process): Promise<number> {
  const flags = parseFlags(process.argv.slice(2))
  const print = (text: string): void => void process.stdout.write(`${text}\n`)
  if (flags.on('help')) return print(helpText()), EXIT.pass
  if (flags.on('version')) return print(VERSIONS.version), EXIT.pass
  if (flags.problems.length > 0) {
    for (const { message, fix } of flags.problems) process.stderr.write(`${message} ${fix}\n`)
    return EXIT.usage
  }
  return runPreflight(flags, process)
}

async function runPreflight(flags: Flags, process: NodeJS.Process): Promise<number> {
  const source = commandLineSource(flags, process.env)
  const settings = readSettings(source)
  const { signal, release } = listenForCancellation(process)
  const json = flags.on('json')
  const style = {
    width: process.stdout.columns || 100,
    colour: process.stdout.isTTY && !process.env['NO_COLOR'],
  }
  const listen: Listener | undefined =
    !json && process.stdout.isTTY
      ? (event) => {
          if (event.kind === 'end' && event.observation.attempt > 0) {
            process.stderr.write(`${provenLine(flat(event.observation), style)}\n`)
          }
        }
      : undefined
  const packet = await preflight(
    orderOf({ settings, source, signal, ...(listen === undefined ? {} : { listen }) }),
  )
  release()
  const view: ReportView = { failing: failing(packet), docsUrl: DOCS_URL, terminal: style }
  writeFiles(settings.packetDir, packet, view)
  if (json) process.stdout.write(packetText(packet))
  else {
    for (const artifact of REPORTS.terminal(packet, view)) {
      if (artifact.kind === 'terminal') process.stdout.write(artifact.text)
    }
  }
  const usage = [...settings.problems, ...settings.routes.flatMap(({ problems }) => problems)]
  return usage.some(isUsageProblem) ? EXIT.usage : exitCodeOf(packet)
}

function writeFiles(folder: string, packet: Packet, view: ReportView): void {
  mkdirSync(folder, { recursive: true })
  for (const report of Object.values(REPORTS)) {
    for (const artifact of report(packet, view)) {
      if (artifact.kind === 'file') writeFileSync(join(folder, artifact.name), artifact.content)
    }
  }
}
