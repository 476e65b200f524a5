import { SCENARIOS, type DemoScenario } from '../demo/scenarios.ts'
import { nearest } from '../knowledge/distance.ts'
import { given, type Packet } from '../model/index.ts'
import { preflight } from '../run/preflight.ts'
import { readSettings } from '../settings/index.ts'
import { describeRuntime } from '../settings/runtime.ts'
import { systemResolve, type Resolve } from '../wire/lookup.ts'
import type { Listener } from '../wire/recorder.ts'
import { writeFiles } from '../packets/folder.ts'
import { oneLine } from '../redaction/index.ts'
import type { Artifact } from '../reports/index.ts'
import { EXIT } from './exit-code.ts'
import { liveOf } from './live.ts'
import { pathsOf, type RunReports } from './run-reports.ts'
import { say, warn } from './say.ts'
import { packetReports, print, type Terminal } from './terminal.ts'

/** `demo [scenario]`. A demo that shows a fault has done what it should: it ends with 0. */
export async function runDemo(terminal: Terminal): Promise<number> {
  const { flags, process, signal } = terminal
  const start = startedBy(process.env)
  const [name = 'ok'] = flags.operands
  if (flags.on('list')) {
    say(`${listScenarios(start)}\n`)
    return EXIT.pass
  }
  if (name === 'all') {
    await runAll(signal, (line) => say(`${line}\n`))
    return EXIT.pass
  }
  const scenario = findScenario(name)
  if (scenario === undefined) {
    const near = nearest(
      name,
      SCENARIOS.map((one) => one.name),
    )
    const fix = near === undefined ? `${start} --list names them all` : `Write ${start} ${near}`
    warn(`There is no demo scenario ${JSON.stringify(name)}. ${fix}.`)
    return EXIT.usage
  }
  const live = liveOf(terminal)
  const packet = await runScenario(scenario, signal, live.listen)
  live.end()
  const reports = packetReports(packet, terminal)
  await print(reports, terminal)
  if (flags.on('json')) return EXIT.pass
  if (flags.on('report')) say(`\n${left(reports, terminal).join('\n')}\n`)
  say(`\n${furtherLines(start, name, flags.on('report')).join('\n')}\n`)
  return EXIT.pass
}

/** How the reader started this, and starts it again. */
function startedBy({ npm_lifecycle_event, npm_command }: NodeJS.ProcessEnv): string {
  if (npm_lifecycle_event === 'demo') return 'npm run demo --'
  return `${npm_command === 'exec' ? 'npx ' : ''}openai-preflight demo`
}

function furtherLines(start: string, name: string, hasReport: boolean): readonly string[] {
  return [
    `Try: ${start} ${scenarioAfter(name)}`,
    ...(hasReport ? [] : [`     ${start} ${name} --report   what the action would leave`]),
    `     ${start} --list   all scenarios, one line each`,
  ]
}

/** Writes what the action would leave, and names it. */
function left(reports: RunReports, { settings }: Terminal): readonly string[] {
  const artifacts = reports.artifacts({})
  const summary = artifacts.flatMap((one) => (one.kind === 'summary' ? [one.markdown] : []))
  const written = writeFiles(settings.packetDir, [
    ...reports.files,
    { name: 'summary.md', content: summary.join('\n') },
  ])
  const paths = Object.keys(pathsOf(written)).length === 0 ? [] : [...written.paths]
  return [
    'What the action would leave',
    ...paths.map(([name, path]) => `  ${name.padEnd(20)} ${path}`),
    ...artifacts.flatMap(lineOf),
    ...written.problems,
  ]
}

function lineOf(artifact: Artifact): readonly string[] {
  if (artifact.kind === 'annotation') {
    return [`  ${'annotation'.padEnd(20)} ${artifact.level}: ${oneLine(artifact.title)}`]
  }
  if (artifact.kind !== 'output' || artifact.value === '') return []
  return [`  ${`output ${artifact.name}`.padEnd(20)} ${oneLine(artifact.value, 200)}`]
}

/** Runs one scenario through the very same engine; its server lives only as long. */
async function runScenario(
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
function listScenarios(start: string): string {
  const width = Math.max(...SCENARIOS.map(({ name }) => name.length))
  const lines = SCENARIOS.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`)
  return [`Scenarios for ${start} NAME, or ${start} all:`, '', ...lines].join('\n')
}

function findScenario(name: string): DemoScenario | undefined {
  return SCENARIOS.find((scenario) => scenario.name === name)
}

const MOST_TELLING = 'tls-intercepted'

/** What to look at next: after the healthy run the one that teaches most, then each in order. */
function scenarioAfter(name: string): string {
  const names = SCENARIOS.map((scenario) => scenario.name)
  const next = names[(names.indexOf(name) + 1) % names.length]
  return name === 'ok' || next === undefined ? MOST_TELLING : next
}

/** `demo all`: one line for each scenario, in order. */
async function runAll(signal: AbortSignal, print: (line: string) => void): Promise<void> {
  const width = Math.max(...SCENARIOS.map(({ name }) => name.length))
  for (const scenario of SCENARIOS) {
    const { verdict } = await runScenario(scenario, signal)
    const owner = verdict.owner.padEnd(15)
    const where = verdict.rung === '' ? 'everything proven' : `${verdict.rung}: ${verdict.code}`
    print(`${scenario.name.padEnd(width)}  ${verdict.verdict.padEnd(12)}  ${owner}  ${where}`)
    if (signal.aborted) return
  }
}
