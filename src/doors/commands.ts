import type { Flags } from '../command-line/flags.ts'
import { usageProblem, watchInterval } from '../command-line/usage.ts'
import {
  commandLineSource,
  isUsageProblem,
  readLimits,
  readSettings,
  yamlFor,
  type SettingsSource,
} from '../settings/index.ts'
import { describeRuntime } from '../settings/runtime.ts'
import type { Listener } from '../wire/recorder.ts'
import { defectOf } from './defects.ts'
import { watchdogFor, type Watchdog } from './watchdog.ts'
import { EXIT } from './exit-code.ts'
import { apartIn, OF_A_RUN } from './apart.ts'
import { debugListener, together, watchedBy } from './listening.ts'
import { tellLog } from './explain.ts'
import { fleetMode } from './other-modes.ts'
import { orderOf, redactorOf, sendsNothing } from './order.ts'
import { preflightMode } from './preflight-mode.ts'
import { canMove, liveOf, type Live } from './live.ts'
import type { RunReports } from './run-reports.ts'
import { complain, say, warn } from './say.ts'
import type { Terminal } from './terminal.ts'
import { comparePackets, deliver, print, tellAgain, tellAllowList, tellDefect } from './terminal.ts'

/** Every command that has something to do: reads the settings, runs, prints. Resolves to the exit code. */
export async function runCommand(
  flags: Flags,
  process: NodeJS.Process,
  signal: AbortSignal,
): Promise<number> {
  const source = commandLineSource(flags, process.env, () => watchdog?.guard())
  const limits = readLimits(source)
  // A log may be long.
  const watching = flags.values.has('watch')
  const bounded =
    flags.command === 'aggregate' || (flags.command === 'run' && !source.input('log') && !watching)
  const watchdog = bounded ? watchdogFor('terminal', limits, flags.on('json')) : undefined
  watchdog?.doing('reading the settings and the files that they name')
  const terminal = await terminalOf(flags, source, process, signal, watchdog)
  try {
    const defect = defectOf(process, bounded ? limits.deadlineMs : undefined)
    return await Promise.race([act(terminal), defect])
  } catch (error) {
    return await tellDefect(error, terminal)
  }
}

async function terminalOf(
  flags: Flags,
  source: SettingsSource,
  process: NodeJS.Process,
  signal: AbortSignal,
  watchdog?: Watchdog,
): Promise<Terminal> {
  const settings = readSettings(source, await yamlFor(source))
  const style = {
    width: process.stdout.columns || 100,
    colour: process.stdout.isTTY && canMove(process.env) && !process.env['NO_COLOR'],
  }
  return { flags, source, settings, signal, style, process, watchdog }
}

/** A defect of a command that reads no settings of its own. */
export async function tellDefectOf(
  error: unknown,
  flags: Flags,
  process: NodeJS.Process,
  signal: AbortSignal,
): Promise<number> {
  const source = commandLineSource(flags, process.env)
  return tellDefect(error, await terminalOf(flags, source, process, signal))
}

async function act(terminal: Terminal): Promise<number> {
  const { flags, settings, source, signal, watchdog } = terminal
  if (!sendsNothing(settings)) watchdog?.guard()
  const [first = '', second = ''] = flags.operands
  switch (flags.command) {
    case 'demo': {
      const { runDemo } = await import('./demo.ts')
      return runDemo(terminal)
    }
    case 'aggregate': {
      const runtime = describeRuntime(source.env)
      const reports = await fleetMode(first, settings, runtime, signal, () =>
        terminalView(terminal),
      )
      return source.input('packet-dir') && !('fix' in reports)
        ? deliver(reports, terminal)
        : print(reports, terminal)
    }
    case 'report':
      return tellAgain(first, terminal)
    case 'compare':
      return comparePackets(first, second, terminal)
    case 'allow-list':
      return tellAllowList(first, terminal)
    case 'run':
    case 'explain':
    case 'help':
    case 'version':
    case 'completion':
      return runPreflight(terminal)
  }
}

async function runPreflight(terminal: Terminal): Promise<number> {
  const { flags, settings, source, signal } = terminal
  const { aggregate, log } = settings
  const view = () => terminalView(terminal)
  const apart = apartIn(source, { log: OF_A_RUN })
  if (apart !== undefined) return complain([apart])
  if (aggregate !== undefined) {
    return print(
      await fleetMode(aggregate, settings, describeRuntime(source.env), signal, view),
      terminal,
    )
  }
  if (log !== undefined) return tellLog(flags, terminal.process, signal)
  const every = flags.values.get('watch')
  const everyMs = every === undefined ? undefined : watchInterval(every)
  if (every !== undefined && everyMs === undefined) {
    return complain([usageProblem({ kind: 'interval', value: every })])
  }
  const live = liveOf(terminal, everyMs === undefined)
  terminal.watchdog?.doing('looking at the checkout')
  const listen = together(watchedBy(terminal.watchdog), live.listen, debug(terminal))
  const order = orderOf({ settings, source, signal, listen })
  const once = (startedMs?: number) =>
    preflightMode(startedMs === undefined ? order : { ...order, startedMs }, source, view)
  const reports =
    everyMs === undefined ? await once() : await watched(everyMs, () => once(0), terminal, live)
  live.end()
  if (reports === undefined) return EXIT.cancelled
  const code = await deliver(reports, terminal)
  // With inside the settings of this side say nothing about the target's.
  const routes = settings.inside === undefined ? settings.routes : []
  const problems = [...settings.problems, ...routes.flatMap((route) => route.problems)]
  return problems.some(isUsageProblem) ? EXIT.usage : code
}

/** One line for each run; the run that differs is told whole. */
async function watched(
  everyMs: number,
  once: () => Promise<RunReports>,
  { signal }: Terminal,
  live: Live,
): Promise<RunReports | undefined> {
  const { watch } = await import('./watch.ts')
  return watch(once, everyMs, signal, (line) => {
    live.hide()
    say(`${line}\n`)
  })
}

function debug({ settings }: Terminal): Listener | undefined {
  if (!settings.verbose) return undefined
  return debugListener(redactorOf(settings), warn)
}

function terminalView({ style }: Terminal) {
  return { terminal: style }
}
