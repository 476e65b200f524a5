import { SCENARIOS } from '../demo/scenarios.ts'
import type { DemoScenario } from '../demo/scenario.ts'
import { given, type Packet } from '../model/index.ts'
import { preflight } from '../run/preflight.ts'
import { readSettings } from '../settings/index.ts'
import { describeRuntime } from '../settings/runtime.ts'
import { systemResolve, type Resolve } from '../wire/lookup.ts'
import type { Listener } from '../wire/recorder.ts'

/** Runs one scenario through the very same engine; its server lives only as long. */
export async function runScenario(
  scenario: DemoScenario,
  signal: AbortSignal,
  listen?: Listener,
): Promise<Packet> {
  await using stage = await scenario.arrange()
  // Names of loopback must resolve whatever the machine's resolver is like.
  const resolve: Resolve = stage.resolve ?? systemResolve
  const settings = readSettings({
    input: (name) => stage.inputs[name],
    env: stage.environment,
    readFile: () => undefined,
    workspace: '/',
  })
  return await preflight({
    settings,
    environment: stage.environment,
    runtime: describeRuntime({}),
    checkout: () => ({ files: [], readFile: () => undefined }),
    readFile: () => undefined,
    listFolder: () => undefined,
    workspace: '/',
    signal,
    resolve,
    extraRoots: stage.roots,
    ...given({ listen }),
  })
}

/**
 * `demo --list`.
 * @param start how the reader starts a demo, without the scenario
 */
export function listScenarios(start: string): string {
  const width = Math.max(...SCENARIOS.map(({ name }) => name.length))
  const lines = SCENARIOS.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`)
  return [`Scenarios for ${start} NAME, or ${start} all:`, '', ...lines].join('\n')
}

export function findScenario(name: string): DemoScenario | undefined {
  return SCENARIOS.find((scenario) => scenario.name === name)
}

const MOST_TELLING = 'tls-intercepted'

/** What to look at next: after the healthy run the one that teaches most, then each in order. */
export function scenarioAfter(name: string): string {
  const names = SCENARIOS.map((scenario) => scenario.name)
  const next = names[(names.indexOf(name) + 1) % names.length]
  return name === 'ok' || next === undefined ? MOST_TELLING : next
}

/** `demo all`: one line for each scenario, in order. */
export async function runAll(signal: AbortSignal, print: (line: string) => void): Promise<void> {
  const width = Math.max(...SCENARIOS.map(({ name }) => name.length))
  for (const scenario of SCENARIOS) {
    const { verdict } = await runScenario(scenario, signal)
    const owner = verdict.owner.padEnd(15)
    const where = verdict.rung === '' ? 'everything proven' : `${verdict.rung}: ${verdict.code}`
    print(`${scenario.name.padEnd(width)}  ${verdict.verdict.padEnd(12)}  ${owner}  ${where}`)
    if (signal.aborted) return
  }
}
