import { destinationOf, RUNGS } from '../model/index.ts'
import type { LadderStep, Owner, Packet, PacketRoute, Rung, Verdict } from '../model/index.ts'
import { EDGE, happening } from './titles.ts'
import { cut, linkTarget, markdownCode, oneLine } from '../redaction/index.ts'

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

type StepStatus = LadderStep['status']

/** Marks for text of fixed width. */
export const MARKS: Readonly<Record<StepStatus, string>> = { ok: '✓', failed: '✗', skipped: '–' }

/** In text of fixed width, for a finding that does not fail the job. */
export const WARNING = '!'

/** Marks for Markdown, where colour helps. */
export const COLOURED_MARKS: Readonly<Record<StepStatus, string>> = {
  ok: '✅',
  failed: '❌',
  skipped: '➖',
}

const VERDICT_MARKS = { pass: '✅', fail: '❌', inconclusive: '❓' } as const
const VERDICT_WORDS = { pass: 'Pass', fail: 'Fail', inconclusive: 'Inconclusive' } as const

const WARNING_MARK = '⚠️'

export const CANCELLED_NOTE = 'The run was cancelled: this is what was seen until then.'
export const CRASH_NOTE =
  'This is a defect of openai-preflight, not of the route: nothing is said about the route.'

/** @param fails the job: a finding that does not is a warning */
export function verdictMark(verdict: Pick<Verdict, 'verdict'>, fails: boolean): string {
  return verdict.verdict === 'pass' || fails ? VERDICT_MARKS[verdict.verdict] : WARNING_MARK
}

/** @param fails the job: a finding that does not is a warning */
export function verdictWord(verdict: Pick<Verdict, 'verdict'>, fails: boolean): string {
  return verdict.verdict === 'pass' || fails
    ? VERDICT_WORDS[verdict.verdict]
    : 'Warning (job not failed)'
}

/** No red mark where the job does not fail: its reader would look for a job that did. */
export function marksOf(text: string, fails: boolean): string {
  return fails ? text : text.replaceAll(COLOURED_MARKS.failed, WARNING_MARK)
}

/** `OpenAI preflight: quota used up (owner: quota)`: stands alone in a list of annotations. */
export function titleOf(verdict: Verdict): string {
  if (verdict.verdict === 'pass') return `OpenAI preflight: passed, ${provenUpTo(verdict)}`
  const { code, product, responder, rung } = verdict
  const isNamed =
    code === 'tls.cert.authority_invalid' || EDGE.test(code) || rung === 'config' || product === ''
  // The API of the route itself needs no name.
  const isApi = responder === 'openai' || responder === 'azure-openai'
  const author = isNamed || isApi ? '' : `, ${product}`
  return `OpenAI preflight: ${happening(verdict)}${author} (owner: ${OWNER_NAMES[verdict.owner]})`
}

/**
 * The first sentence of a text; names such as `Example Corp. CA` end none. Where it has more than
 * `limit` characters, what comes before a clause of it: half an order cannot be carried out.
 */
export function firstSentence(text: string, limit: number): string {
  const line = oneLine(text)
  const end = endsOf(line, /(?<!\b(?:Co|Corp|Inc|Ltd|No|St))[.!?](?= [A-Z])/g)[0]
  const whole = end === undefined ? line : line.slice(0, end + 1)
  if (whole.length <= limit) return whole
  const clause = endsOf(whole, /[,;:](?= )| \(/g).findLast((at) => at > 20 && at < limit)
  return clause === undefined ? cut(whole, limit) : `${whole.slice(0, clause)}.`
}

/** Where a pattern fits outside of parentheses, quotation marks and code. */
function endsOf(line: string, pattern: RegExp): readonly number[] {
  return [...line.matchAll(pattern)]
    .map(({ index }) => index)
    .filter((index) =>
      [/[()]/g, /"/g, /`/g].every(
        (mark) => (line.slice(0, index).match(mark)?.length ?? 0) % 2 === 0,
      ),
    )
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

/** `The only route`, `Both routes`, `All 3 routes`. */
export function all(number: number, noun: string): string {
  if (number === 1) return `The only ${noun}`
  return number === 2 ? `Both ${noun}s` : `All ${number} ${noun}s`
}

/** `Owner: connection path – TLS intercepted by Zscaler`, or what was proven. */
export function ownerTitle(
  verdict: Pick<Verdict, 'verdict' | 'owner' | 'code' | 'product' | 'lastGood'>,
): string {
  if (verdict.verdict === 'pass') return `Pass – ${provenUpTo(verdict)}`
  return `Owner: ${OWNER_NAMES[verdict.owner]} – ${happening(verdict)}`
}

/** A finding beside the verdict, with the first thing to do about it. */
export function withOrder({ summary, doNext }: Pick<Verdict, 'summary' | 'doNext'>): string {
  return [summary, ...doNext.slice(0, 1)].join(' ')
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
export function destinationIn(baseUrl: string): { readonly host: string; readonly port: number } {
  const url = URL.parse(baseUrl)
  if (url === null) return { host: baseUrl, port: 443 }
  return { host: url.hostname, port: destinationOf(url).port }
}

/** The code of a verdict and where its finding is explained, in Markdown; empty for a pass. */
export function codeLine(verdict: Verdict, docsUrl: string): string {
  const { code, rule } = verdict
  const more = rule === '' ? '' : ` · [what this means](${linkTarget(findingUrl(docsUrl, rule))})`
  return code === '' ? '' : `Code ${markdownCode(code)}${confidenceNote(verdict)}${more}`
}

/** How strongly the evidence points to the owner, where it is not proven. */
export function confidenceNote({ owner, confidence }: Verdict): string {
  const isOpen = owner !== 'unknown' && (confidence === 'medium' || confidence === 'low')
  return isOpen ? `, confidence ${confidence}` : ''
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
