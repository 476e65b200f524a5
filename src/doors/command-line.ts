import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { flat } from '../packet.ts'
import { preflight } from '../preflight.ts'
import type { Packet } from '../model/index.ts'
import {
  REPORTS,
  packetText,
  provenLine,
  type ReportView,
  type TerminalStyle,
} from '../reports/index.ts'
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

export const DOCS_URL =
  'https://github.com/openai-preflight/openai-preflight/blob/main/docs/findings.md'

/** The terminal's door: reads flags, runs, prints. Resolves to the exit code. */
export async function runCommandLine(process: NodeJS.Process): Promise<number> {
  const flags = parseFlags(process.argv.slice(2))
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`)
  }
  if (flags.on('help')) {
    print(helpText())
    return EXIT.pass
  }
  if (flags.on('version')) {
    print(VERSIONS.version)
    return EXIT.pass
  }
  if (flags.problems.length > 0) {
    for (const { message, fix } of flags.problems) process.stderr.write(`${message} ${fix}\n`)
    return EXIT.usage
  }
  const { signal, release } = listenForCancellation(process)
  try {
    switch (flags.command) {
      case 'run':
        return await runPreflight(flags, process, signal)
      case 'demo':
        return await runDemo(flags, process, signal)
      case 'explain':
      case 'report':
      case 'compare':
      case 'aggregate':
        process.stderr.write(`${flags.command} is not there yet.\n`)
        return EXIT.usage
    }
  } finally {
    release()
  }
}

async function runPreflight(
  flags: Flags,
  process: NodeJS.Process,
  signal: AbortSignal,
): Promise<number> {
  const source = commandLineSource(flags, process.env)
  const settings = readSettings(source)
  const listen = liveLadder(flags, process)
  const packet = await preflight(
    orderOf({ settings, source, signal, ...(listen === undefined ? {} : { listen }) }),
  )
  tell(packet, flags, process, settings.packetDir)
  const problems = [...settings.problems, ...settings.routes.flatMap((route) => route.problems)]
  return problems.some(isUsageProblem) ? EXIT.usage : exitCodeOf(packet)
}

async function runDemo(
  flags: Flags,
  process: NodeJS.Process,
  signal: AbortSignal,
): Promise<number> {
  const demo = await import('./demo.ts')
  const print = (line: string): void => {
    process.stdout.write(`${line}\n`)
  }
  const [name = 'ok'] = flags.operands
  if (flags.on('list')) print(demo.listScenarios())
  else if (name === 'all') await demo.runAll(signal, print)
  else {
    const scenario = demo.findScenario(name)
    if (scenario === undefined) {
      process.stderr.write(`There is no demo scenario ${JSON.stringify(name)}.\n`)
      process.stderr.write(`${demo.listScenarios()}\n`)
      return EXIT.usage
    }
    const listen = liveLadder(flags, process)
    tell(await demo.runScenario(scenario, signal, listen), flags, process)
  }
  // A demo that shows a fault has done what it should.
  return EXIT.pass
}

function styleOf(process: NodeJS.Process): TerminalStyle {
  return {
    width: process.stdout.columns || 100,
    colour: process.stdout.isTTY && !process.env['NO_COLOR'],
  }
}

/** On a terminal the rungs appear as they are proven; elsewhere the report alone is enough. */
function liveLadder(flags: Flags, process: NodeJS.Process): Listener | undefined {
  if (flags.on('json') || !process.stdout.isTTY) return undefined
  return (event) => {
    if (event.kind === 'end' && event.observation.attempt > 0) {
      process.stderr.write(`${provenLine(flat(event.observation), styleOf(process))}\n`)
    }
  }
}

/** Writes the packet and its reports, and prints one of them. */
function tell(packet: Packet, flags: Flags, process: NodeJS.Process, folder?: string): void {
  const view: ReportView = {
    failing: failing(packet),
    docsUrl: DOCS_URL,
    terminal: styleOf(process),
  }
  if (folder !== undefined) writeFiles(folder, packet, view)
  if (flags.on('json')) {
    process.stdout.write(packetText(packet))
    return
  }
  for (const artifact of REPORTS.terminal(packet, view)) {
    if (artifact.kind === 'terminal') process.stdout.write(artifact.text)
  }
}

function writeFiles(folder: string, packet: Packet, view: ReportView): void {
  mkdirSync(folder, { recursive: true })
  for (const report of Object.values(REPORTS)) {
    for (const artifact of report(packet, view)) {
      if (artifact.kind === 'file') writeFileSync(join(folder, artifact.name), artifact.content)
    }
  }
}
