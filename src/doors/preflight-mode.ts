import { given, type AnyObservation, type Packet } from '../model/index.ts'
import type { Order } from '../run/world.ts'
import type { BaselineView, ReportView } from '../reports/index.ts'
import type { Settings, SettingsSource } from '../settings/index.ts'
import type { Earlier } from '../github/last-green.ts'
import { readRegularFile, readTextFile } from '../settings/sources.ts'
import { VERSION } from '../version.ts'
import { exitCodeOf, failing } from './exit-code.ts'
import type { RunReports } from './run-reports.ts'

const OURS = 'openai-preflight/openai-preflight'

/** The findings as the version that runs describes them. */
export const DOCS_URL = docsUrl(process.env)

/** By the tag that a workflow names, else by that of this version: `main` may say something else. */
export function docsUrl(env: Readonly<Record<string, string | undefined>>): string {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref = '' } = env
  const tag = repository === OURS && /^[\w.-]{1,100}$/.test(ref) ? ref : `v${VERSION}`
  return `https://github.com/${OURS}/blob/${tag}/docs/findings.md`
}

/** Routes of one run whose garbage is worth a smaller room. Measured with 1,000: 340 -> 252 MiB, no CPU. */
const MANY_ROUTES = 100

/** What the door knows for the reports: the job, the terminal. */
export type DoorView = Omit<ReportView, 'failing' | 'docsUrl' | 'baseline'>

/** Asked for with the packet in hand: what a passing run has no use for is not looked up. */
export type ViewOf = (packet: Packet) => DoorView | Promise<DoorView>

/** The run itself: probe, judge, compare with the baseline, tell. */
export async function preflightMode(
  order: Order,
  source: SettingsSource,
  viewOf: ViewOf,
): Promise<RunReports> {
  const { settings } = order
  const earlier = lastGreenOf(order)
  const packet = await measure(order, source)
  const baseline = await baselineOf(settings, packet, await earlier)
  const full: ReportView = {
    ...(await viewOf(packet)),
    failing: failing(packet, settings.failOn),
    docsUrl: DOCS_URL,
    cancelled: order.signal.aborted,
    ...given({ baseline: baseline.view }),
  }
  // Loaded when the last answer is in: before, it would only delay the request.
  const { runReportsOf } = await import('./run-reports.ts')
  const exitCode = exitCodeOf(packet, settings.failOn)
  return runReportsOf(packet, full, { exitCode, notices: baseline.notices })
}

/** Here, or with `inside` where the application runs; a packet comes back from both. */
async function measure(order: Order, source: SettingsSource): Promise<Packet> {
  const { settings, signal } = order
  const { inside, deadlineMs, secrets } = settings
  if (inside === undefined) return preflightAfter(await asideOf(order), order)
  const { probeInside } = await import('../inside/run-inside.ts')
  const { packet } = await probeInside({ prefix: inside, source, deadlineMs, signal, secrets })
  return packet
}

/** The deadline counts from the start of the process: what the search took is spent. */
async function preflightAfter(before: readonly AnyObservation[], order: Order): Promise<Packet> {
  if (order.settings.routes.length > MANY_ROUTES) {
    // Of routes by the hundred little stays; V8 would double its room for what is new again and again.
    process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1')
  }
  // The engine with the SDK: 2 MB that help, version and explain have no use for.
  const { preflight } = await import('../run/preflight.ts')
  return preflight({
    ...order,
    before,
    ...(before.length === 0 ? {} : { startedMs: performance.now() }),
  })
}

/** Observations that need no socket: the front-end bundle. Loaded only when it is asked for. */
async function asideOf({ settings, workspace, signal }: Order): Promise<readonly AnyObservation[]> {
  if (settings.clientBundle === undefined) return []
  const { probeClientBundle } = await import('../browser/index.ts')
  const startedMs = performance.now()
  const outcome = await probeClientBundle({
    folder: settings.clientBundle,
    workspace,
    secrets: settings.secrets.map(({ value }) => value),
    signal,
    // The route needs the rest.
    until: startedMs + (settings.deadlineMs - startedMs) / 2,
  })
  return [
    {
      id: 'client-bundle',
      probe: 'client-bundle',
      rung: 'config',
      route: settings.routes[0]?.route.name ?? '',
      target: settings.clientBundle,
      attempt: 0,
      startedMs: 0,
      elapsedMs: Math.round(performance.now() - startedMs),
      outcome,
    },
  ]
}

/** Kept for telling, milliseconds: what has not come by then is not waited for. */
const TELLING_MS = 500

/** Fetched beside the run, so that it costs no time of its own. */
async function lastGreenOf({ settings, environment, signal }: Order): Promise<Earlier | undefined> {
  const { lastGreen, githubToken, deadlineMs } = settings
  if (lastGreen === undefined) return undefined
  const leftMs = deadlineMs - TELLING_MS - performance.now()
  const { readLastGreen } = await import('../github/last-green.ts')
  return readLastGreen(
    lastGreen,
    {
      env: environment,
      token: githubToken?.reveal() ?? '',
      timeoutMs: Math.max(1, Math.floor(leftMs)),
      signal,
    },
    readTextFile,
  )
}

async function baselineOf(
  { baseline }: Settings,
  packet: Packet,
  earlier: Earlier | undefined,
): Promise<{ readonly view?: BaselineView; readonly notices: readonly string[] }> {
  if (baseline === undefined && earlier === undefined) return { notices: [] }
  // Reading a foreign packet builds the schema of all its parts: 16 ms that few runs have a use for.
  const { readPacket, sinceBaseline } = await import('../packets/compare/index.ts')
  if (earlier !== undefined) {
    return 'notice' in earlier
      ? { notices: [`${earlier.notice} There is nothing to compare with.`] }
      : { view: sinceBaseline(earlier.packet, packet), notices: [] }
  }
  if (baseline === undefined) return { notices: [] }
  const file = readRegularFile(baseline)
  if ('because' in file) {
    return {
      notices: [`The baseline ${baseline} ${file.because}: there is nothing to compare with.`],
    }
  }
  const read = readPacket(file.text, baseline)
  return 'problem' in read
    ? { notices: [`${read.problem.message} ${read.problem.fix}`] }
    : { view: sinceBaseline(read.packet, packet), notices: [] }
}
