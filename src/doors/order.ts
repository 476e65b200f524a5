import { readCheckout } from '../application/source-files.ts'
import { given } from '../model/index.ts'
import { createRedactor, planted, type Redactor } from '../redaction/index.ts'
import type { Order } from '../run/world.ts'
import { describeRuntime } from '../settings/runtime.ts'
import type { Settings, SettingsSource } from '../settings/index.ts'
import { listFolder, readTextFile } from '../settings/sources.ts'
import type { Listener } from '../wire/recorder.ts'

/** Takes the secrets of these settings out of a text. */
export function redactorOf({ secrets }: Settings): Redactor {
  return createRedactor(planted(secrets))
}

/** Settings that cannot work: no packet is sent, and nothing that others wrote is asked for beside it. */
export function sendsNothing({ problems, routes, ...asked }: Settings): boolean {
  const { log, inside, aggregate, clientBundle, baseline, lastGreen } = asked
  const areFatal = (found: Settings['problems']): boolean =>
    found.some(({ severity }) => severity === 'fatal')
  return (
    (areFatal(problems) || routes.every((one) => areFatal(one.problems))) &&
    [log, inside, aggregate, clientBundle, baseline, lastGreen].every((one) => one === undefined)
  )
}

/** What every door hands to the engine: the settings and this machine. */
export function orderOf(options: {
  readonly settings: Settings
  readonly source: SettingsSource
  readonly signal: AbortSignal
  readonly listen?: Listener | undefined
}): Order {
  const { settings, source, signal, listen } = options
  return {
    settings,
    environment: source.env,
    runtime: describeRuntime(source.env),
    checkout: () => readCheckout(source.workspace, source.readFile),
    readFile: readTextFile,
    listFolder,
    workspace: source.workspace,
    signal,
    // The deadline counts from the start of the process, not from here.
    startedMs: performance.now(),
    ...given({ listen }),
  }
}
