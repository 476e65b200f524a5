import { destinationOf, RUNGS } from '../model/index.ts'
import type { LadderStep, Owner, Packet, PacketRoute, Rung, Verdict } from '../model/index.ts'
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

/** Words of codes that are written in another way; parts that a title does without are empty. */
const CODE_WORDS: ReadonlyMap<string, string> = new Map([
  ...[
    'api',
    'ca',
    'cors',
    'dns',
    'http',
    'id',
    'ip',
    'json',
    'pem',
    'sdk',
    'tcp',
    'tls',
    'url',
  ].map((word) => [word, word.toUpperCase()] as const),
  ['azure', 'Azure'],
  ['cert', 'certificate'],
  ['openai', 'OpenAI'],
  ['websocket', 'WebSocket'],
])

/** Codes whose own words would not say what happened. */
const CODE_TITLES: ReadonlyMap<string, string> = new Map([
  ['api.headroom_low', 'little left of a rate limit'],
  ['api.insufficient_quota', 'quota used up'],
  ['api.key_expires_soon', 'the key ends soon'],
  ['api.model_not_listed', 'model not in the list of models'],
  ['api.model_shutdown_soon', 'model shuts down soon'],
  ['api.rate_limit_exceeded', 'rate limit reached'],
  ['api.unsupported_country_region_territory', 'egress from an unsupported country'],
  ['config.key_missing', 'no API key'],
  ['config.key_unexpanded', 'the key is an unexpanded reference'],
  ['dns.name_not_resolved', 'DNS name does not resolve'],
  ['http.intercepted', 'HTTP answer intercepted'],
  ['http.stream_buffered', 'stream buffered on the path'],
  ['http.timed_out', 'no HTTP response in time'],
  ['own.crash', 'defect of openai-preflight'],
  ['path.no_response', 'no response came back'],
  ['path.timed_out', 'no response in time'],
  ['proxy.auth_required', 'proxy asks for credentials'],
  ['proxy.denied', 'proxy denied the tunnel'],
  ['tcp.refused', 'TCP connection refused'],
  ['tls.cert.authority_invalid', 'TLS certificate from an untrusted issuer'],
  ['tls.cert.date_invalid', 'TLS certificate outside its dates'],
  ['tls.cert.name_invalid', 'TLS certificate for another host'],
  ['tls.reset', 'TLS handshake reset'],
])

/** The status of OpenAI's edge, when it reached nothing behind it. */
const EDGE = /^api\.edge_(\d{3})$/

/** Layers that say nothing to whoever reads a list of annotations. */
const SILENT_LAYERS: ReadonlySet<string> = new Set(['api', 'client', 'config', 'own', 'path'])

/** What happened, in a few words that stand alone in a list: `TLS intercepted by Zscaler`. */
function happening({ code, product }: Pick<Verdict, 'code' | 'product'>): string {
  if (product !== '' && code === 'tls.cert.authority_invalid')
    return `TLS intercepted by ${product}`
  const edge = EDGE.exec(code)
  if (edge !== null) return `OpenAI's edge answered ${edge[1] ?? ''}`
  const [layer = '', ...reason] = code.split('.')
  const words = [...(SILENT_LAYERS.has(layer) ? [] : [layer]), ...reason.join('_').split('_')]
  const text =
    CODE_TITLES.get(code) ??
    words
      .map((word) => CODE_WORDS.get(word) ?? word)
      .join(' ')
      .trim()
  return text === '' ? 'no verdict' : text
}

/** `OpenAI preflight: quota used up (owner: quota)`: stands alone in a list of annotations. */
export function titleOf(verdict: Verdict): string {
  if (verdict.verdict === 'pass') return `OpenAI preflight: passed, ${provenUpTo(verdict)}`
  const { code, product, rung } = verdict
  const isNamed =
    code === 'tls.cert.authority_invalid' || EDGE.test(code) || rung === 'config' || product === ''
  const author = isNamed ? '' : `, ${product}`
  return `OpenAI preflight: ${happening(verdict)}${author} (owner: ${OWNER_NAMES[verdict.owner]})`
}

/** The first sentence of a text, at most `limit` characters; names such as `Example Corp. CA` end none. */
export function firstSentence(text: string, limit: number): string {
  const line = oneLine(text)
  const end = [...line.matchAll(/(?<!\b(?:Co|Corp|Inc|Ltd|No|St))[.!?](?= [A-Z])/g)].find(
    ({ index }) => (line.slice(0, index).match(/[()]/g)?.length ?? 0) % 2 === 0,
  )
  return cut(end === undefined ? line : line.slice(0, end.index + 1), limit)
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

/** `Owner: connection path – TLS intercepted by Zscaler`, or what was proven. */
export function ownerTitle(
  verdict: Pick<Verdict, 'verdict' | 'owner' | 'code' | 'product' | 'lastGood'>,
): string {
  if (verdict.verdict === 'pass') return `Pass – ${provenUpTo(verdict)}`
  return `Owner: ${OWNER_NAMES[verdict.owner]} – ${happening(verdict)}`
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
  return { host: url.hostname, port: destinationOf(url).port }
}

/** The code of a verdict and where its finding is explained, in Markdown; empty for a pass. */
export function codeLine({ code, rule }: Pick<Verdict, 'code' | 'rule'>, docsUrl: string): string {
  const more = rule === '' ? '' : ` · [what this means](${linkTarget(findingUrl(docsUrl, rule))})`
  return code === '' ? '' : `Code ${markdownCode(code)}${more}`
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
