import path from 'node:path'
import process from 'node:process'
import { whichProgram, namespaceRefusal, run, runInNamespace } from '../lab/namespace.ts'
import type { Network } from '../lab/network.ts'
import { openLab } from './lab.ts'
import type { Lab } from './lab.ts'
import type { Arranged, Expected, Ran, Scenario } from './scenario.ts'

/** How a scenario came out. */
export interface Outcome {
  readonly id: string
  readonly state: 'as-expected' | 'different' | 'not-run'
  /** The verdict that came, in the shape of the expected one; absent when there was none. */
  readonly got?: Partial<Record<keyof Expected, string>>
  /** What is wrong, or why it was not run. */
  readonly because: readonly string[]
  /** Milliseconds of the command line alone. */
  readonly elapsedMs: number
}

const FIELDS = ['verdict', 'owner', 'rung', 'code', 'lastGood', 'firstBad'] as const
/** Short enough for a hundred scenarios, long enough for a busy machine. */
const ATTEMPT_MS = 2000
const USUAL = {
  model: 'demo-model',
  timeout: `${String(ATTEMPT_MS)}ms`,
  deadline: '20s',
  'packet-dir': 'packet',
} as const
const LONGEST_MS = 40_000

export interface ExecuteOptions {
  /** The built command line, normally `dist/cli.js`. */
  readonly cli: string
  /** How many at a time. */
  readonly jobs: number
  /** Also judge the time of black holes; only a quiet machine can tell. */
  readonly timing?: boolean
}

/**
 * Runs scenarios where they need to be run, and tells each outcome as it comes. Those on loopback
 * share one namespace: investigations may ask hosts outside, and there is no outside in it.
 */
export async function execute(
  scenarios: readonly Scenario[],
  options: ExecuteOptions,
  tell: (scenario: Scenario, outcome: Outcome) => void,
): Promise<void> {
  const runnable: Scenario[] = []
  for (const scenario of scenarios) {
    const because = missing(scenario)
    if (because === undefined) runnable.push(scenario)
    else tell(scenario, { id: scenario.id, state: 'not-run', because: [because], elapsedMs: 0 })
  }
  const shared = runnable.filter(({ needs }) => needs === 'loopback')
  const alone = runnable.filter(({ needs }) => needs !== 'loopback')
  if (namespaceRefusal() === undefined) await inNamespace(shared, options, tell)
  else
    await inTurns(shared, options.jobs, async (one) => tell(one, await executeHere(one, options)))
  await inTurns(alone, options.jobs, (one) => inNamespace([one], options, tell))
}

/** Some at a time. */
export async function inTurns(
  scenarios: readonly Scenario[],
  jobs: number,
  act: (scenario: Scenario) => Promise<void>,
): Promise<void> {
  const waiting = [...scenarios]
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(one)
  }
  await Promise.all(Array.from({ length: jobs }, work))
}

/** What this machine lacks for the scenario, in one sentence. */
function missing(scenario: Scenario): string | undefined {
  if (scenario.needs === 'loopback') return undefined
  const programs = [
    ...(scenario.needs === 'namespace' ? ['nft'] : []),
    ...(scenario.programs ?? []),
  ]
  const absent = programs.find((name) => whichProgram(name) === undefined)
  if (absent !== undefined) return `the program ${absent} is not installed`
  if (scenario.needs === 'packages' && process.getuid?.() !== 0) return 'needs root'
  return namespaceRefusal()
}

/** Runs a scenario in this very network: on loopback, or inside the namespace made for it. */
export async function executeHere(
  scenario: Scenario,
  options: ExecuteOptions,
  network?: Network,
): Promise<Outcome> {
  const { id } = scenario
  try {
    const opened = openLab(network)
    await using _closing = opened
    const arranged = await scenario.arrange(opened.lab)
    const ran = await runCli(opened.lab, arranged, options)
    const got = verdictOf(ran)
    const because = [
      ...differences(scenario.expect, got),
      ...exitCode(scenario.expect, ran),
      ...secrets(opened.lab.key, ran),
      ...(arranged.complaints?.(ran) ?? []),
      ...(arranged.oneAttempt === true && options.timing === true ? tooSlow(ran) : []),
    ]
    const state = because.length === 0 ? 'as-expected' : 'different'
    const shown = got === undefined ? {} : { got }
    return { id, state, because, elapsedMs: ran.elapsedMs, ...shown }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { id, state: 'different', because: [`the lab failed: ${reason}`], elapsedMs: 0 }
  }
}

async function inNamespace(
  scenarios: readonly Scenario[],
  options: ExecuteOptions,
  tell: (scenario: Scenario, outcome: Outcome) => void,
): Promise<void> {
  if (scenarios.length === 0) return
  const waiting = new Map(scenarios.map((scenario) => [scenario.id, scenario]))
  const order = { ...options, cli: path.resolve(options.cli), ids: [...waiting.keys()] }
  const script = path.join(import.meta.dirname, 'inside.ts')
  const done = await runInNamespace(script, [JSON.stringify(order)], {
    timeoutMs: LONGEST_MS * (1 + scenarios.length / options.jobs),
    onLine: (line) => {
      const outcome: Outcome = JSON.parse(line)
      const scenario = waiting.get(outcome.id)
      if (scenario === undefined) return
      waiting.delete(outcome.id)
      tell(scenario, outcome)
    },
  })
  for (const [id, scenario] of waiting) {
    const because = [`the namespace said nothing: ${done.stderr.trim().slice(-400)}`]
    tell(scenario, { id, state: 'different', because, elapsedMs: 0 })
  }
}

/** Starts the built command line as a person would, in an empty folder with a clean environment. */
async function runCli(lab: Lab, arranged: Arranged, options: ExecuteOptions): Promise<Ran> {
  const flags: Readonly<Record<string, string>> = { ...USUAL, ...arranged.flags }
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: lab.folder,
    TZ: 'UTC',
    OPENAI_API_KEY: lab.key,
    NODE_EXTRA_CA_CERTS: path.join(lab.folder, 'root.pem'),
    ...arranged.env,
  }
  const set = Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const args = Object.entries(flags).flatMap(([name, value]) =>
    value === '' ? [] : [`--${name}=${value}`],
  )
  const started = performance.now()
  const command = [process.execPath, path.resolve(options.cli), ...args, '--json']
  const [program = '', ...rest] = [...(arranged.prefix ?? []), ...command]
  const done = await run(program, rest, {
    env: Object.fromEntries(set),
    cwd: lab.folder,
    timeoutMs: LONGEST_MS,
  })
  return { ...done, elapsedMs: Math.round(performance.now() - started) }
}

function verdictOf(ran: Ran): Partial<Record<keyof Expected, string>> | undefined {
  const verdict = fieldOf(ran.stdout, 'verdict')
  if (typeof verdict !== 'object' || verdict === null) return undefined
  const all = new Map<string, unknown>(Object.entries(verdict))
  return Object.fromEntries(FIELDS.map((field) => [field, String(all.get(field))]))
}

function differences(
  expected: Expected,
  got: Partial<Record<keyof Expected, string>> | undefined,
): readonly string[] {
  if (got === undefined) return ['no packet on stdout']
  return FIELDS.filter((field) => got[field] !== expected[field]).map(
    (field) => `${field} is ${got[field] ?? 'absent'} and should be ${expected[field]}`,
  )
}

/** By the contract's table; only the `server` branch is a warning by default. */
function exitCode(expected: Expected, ran: Ran): readonly string[] {
  const warning = expected.verdict === 'pass' || expected.owner === 'api-server'
  const wanted = warning ? 0 : expected.verdict === 'fail' ? 1 : 3
  if (ran.code === wanted || (expected.rung === 'config' && ran.code === 2)) return []
  const said = ran.stderr.trim().split('\n').at(-1) ?? ''
  return [`exit code is ${String(ran.code)} and should be ${String(wanted)}; ${said.slice(0, 200)}`]
}

/** A black hole costs one attempt: at most 1.2 times its timeout, by the packet's own clock. */
function tooSlow(ran: Ran): readonly string[] {
  const elapsed = Number(fieldOf(ran.stdout, 'elapsedMs'))
  const most = ATTEMPT_MS * 1.2
  return elapsed <= most ? [] : [`took ${elapsed.toFixed()} ms and may take ${most.toFixed()} ms`]
}

function fieldOf(json: string, name: string): unknown {
  try {
    const packet: unknown = JSON.parse(json)
    return typeof packet === 'object' && packet !== null ? Reflect.get(packet, name) : undefined
  } catch {
    return undefined
  }
}

/** No output ever holds the key. */
function secrets(key: string, ran: Ran): readonly string[] {
  const leaks = `${ran.stdout}${ran.stderr}`.includes(key)
  return leaks ? ['the key is in the output'] : []
}
