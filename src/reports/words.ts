import type { LadderStep, Owner, Packet, PacketRoute, Rung, Verdict } from '../model/index.ts'
import { RUNGS } from '../model/index.ts'

/** Owners as people read them. */
export const OWNER_NAMES: Readonly<Record<Owner, string>> = {
  'connection-path': 'connection path',
  'route-provider': 'route provider',
  request: 'request',
  auth: 'auth',
  quota: 'quota',
  'rate-limit': 'rate limit',
  'api-server': 'API server',
  'client-app': 'client app',
  unknown: 'unknown',
  none: 'none',
}

/** Rungs as people read them. */
export const RUNG_NAMES: Readonly<Record<Rung, string>> = {
  config: 'Config',
  dns: 'DNS',
  tcp: 'TCP',
  proxy: 'Proxy',
  tls: 'TLS',
  http: 'HTTP',
  auth: 'Auth',
  request: 'Request',
  quota: 'Quota',
  answer: 'Answer',
}

export type StepStatus = LadderStep['status']

/** Marks for text of fixed width. */
export const MARKS: Readonly<Record<StepStatus, string>> = { ok: '✓', failed: '✗', skipped: '–' }

/** Marks for Markdown, where colour helps. */
export const COLOURED_MARKS: Readonly<Record<StepStatus, string>> = {
  ok: '✅',
  failed: '❌',
  skipped: '➖',
}

const VERDICT_MARKS = { pass: '✅', fail: '❌', inconclusive: '❓' } as const
const VERDICT_WORDS = { pass: 'Pass', fail: 'Fail', inconclusive: 'Inconclusive' } as const

export function verdictMark(verdict: Pick<Verdict, 'verdict'>): string {
  return VERDICT_MARKS[verdict.verdict]
}

export function verdictWord(verdict: Pick<Verdict, 'verdict'>): string {
  return VERDICT_WORDS[verdict.verdict]
}

/** `12 ms`, `1.3 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds) || milliseconds < 0) return '–'
  if (milliseconds < 1) return milliseconds === 0 ? '0 ms' : '<1 ms'
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** `1 route`, `2 routes`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `Owner: connection path – TLS`, or what was proven. */
export function ownerTitle(verdict: Verdict): string {
  if (verdict.verdict === 'pass') return `Pass – ${provenUpTo(verdict)}`
  const rung = verdict.rung === '' ? '' : ` – ${RUNG_NAMES[verdict.rung]}`
  return `Owner: ${OWNER_NAMES[verdict.owner]}${rung}`
}

/** `proven up to TCP`. */
export function provenUpTo(verdict: Pick<Verdict, 'lastGood'>): string {
  return verdict.lastGood === 'none'
    ? 'nothing proven'
    : `proven up to ${RUNG_NAMES[verdict.lastGood]}`
}

/** The whole ladder: rungs that the verdict does not speak of were not tested. */
export function ladderOf(verdict: Pick<Verdict, 'ladder'>): readonly LadderStep[] {
  return RUNGS.map(
    (rung): LadderStep =>
      verdict.ladder.find((step) => step.rung === rung) ?? {
        rung,
        status: 'skipped',
        because: 'not tested',
        cites: [],
      },
  )
}

/** Where the evidence changed, as it was seen; `undefined` when nothing failed. */
export function firstBadStep(
  verdict: Pick<Verdict, 'ladder' | 'firstBad'>,
): LadderStep | undefined {
  return verdict.ladder.find((step) => step.rung === verdict.firstBad)
}

/** The route whose verdict is that of the run. */
export function decidingRoute(packet: Packet): PacketRoute | undefined {
  return packet.routes.find((route) => route.name === packet.verdict.route) ?? packet.routes[0]
}

/** What kind of machine the evidence comes from. */
export function placeOf(packet: Packet): string {
  const { container, runnerKind, source } = packet.runtime
  if (source === 'log') return 'in the log'
  if (source.startsWith('inside')) return 'where the application runs'
  if (container) return 'inside the container'
  return runnerKind === 'none' ? 'on this machine' : 'on this runner'
}

/** Host and port of a base URL; the text itself when it is none. */
export function hostAndPort(baseUrl: string): { readonly host: string; readonly port: number } {
  const url = URL.parse(baseUrl)
  if (url === null) return { host: baseUrl, port: 443 }
  return { host: url.hostname, port: Number(url.port) || (url.protocol === 'http:' ? 80 : 443) }
}

/**
 * Where a finding is explained: the page with one heading for each rule, at the anchor that GitHub
 * gives the heading. GitHub keeps letters, digits, `-` and `_`, so `tcp/refused` is `#tcprefused`.
 */
export function findingUrl(docsUrl: string, rule: string): string {
  const anchor = rule
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
  return `${docsUrl}#${anchor}`
}
