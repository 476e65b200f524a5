import { provenance } from '../knowledge/exceptions.ts'
import { joined, seenBy, type Packet, type PacketRoute, type TunnelFacts } from '../model/index.ts'
import { fenced, markdown, oneLine } from '../redaction/index.ts'
import type { Report } from './artifact.ts'
import type { EnvironmentRow } from './environment.ts'
import { egressAddressText, routeRows, wayOut } from './environment.ts'
import { fitting, paragraphs } from './layout.ts'
import { letterTo, type Reader } from './letters.ts'
import { proofOf } from './proof.ts'
import { lastOf, listed, servedTo } from './seen.ts'
import { list } from './summary.ts'
import {
  confidenceNote,
  decidingRoute,
  destinationIn,
  duration,
  firstBadStep,
  ownerTitle,
} from './words.ts'

/** Ticket systems take less than this. */
const MOST_CHARACTERS = 60_000

/** Three texts to paste into a ticket: for the network team, the vendor's support, the application's owner. */
export const escalation: Report = (packet) => {
  const route = decidingRoute(packet)
  if (route === undefined) return []
  const sections = [
    '# Escalation packet',
    'Copy the part for the team you write to. Nothing secret is in it; `packet.json` has every detail.',
    cut('Network team', packet, route, networkRows(packet, route)),
    cut('Vendor support', packet, route, vendorRows(packet, route)),
    cut('Application owner', packet, route, applicationRows(packet, route)),
  ]
  const content = fitting(
    sections,
    MOST_CHARACTERS,
    (text) => text.length,
    'All of it is in packet.json.',
  )
  return [{ kind: 'file', name: 'escalation.md', content }]
}

function cut(
  title: Reader,
  packet: Packet,
  route: PacketRoute,
  rows: readonly EnvironmentRow[],
): string {
  const { verdict } = route
  const letter = letterTo(title, route, packet.runtime)
  return paragraphs(
    `## ${title}`,
    markdown(letter.you),
    letter.asked.length === 0
      ? '**Nothing is asked of you.** This is for your information.'
      : list('What we ask of you', letter.asked, (index) => `${index + 1}.`),
    list('What not to do', letter.not, () => '-'),
    `**The evidence.** ${markdown(`${ownerTitle(verdict)}. ${verdict.summary}`)}`,
    `**From this same path.** ${markdown(proofOf(packet, route))}`,
    aligned(rows),
    `**How to verify.** ${markdown(letter.verify)}`,
    fenced(oneLine(letter.command), 'sh'),
  )
}

/** Names and values in two columns, as text: it is pasted into tickets that know no Markdown. */
function aligned(rows: readonly EnvironmentRow[]): string {
  const shown = rows.filter(([, value]) => value !== '')
  const room = Math.min(32, Math.max(...shown.map(([name]) => name.length)))
  const lines = shown.map(
    ([name, value]) => `${oneLine(name, 80).padEnd(room)}  ${oneLine(value, 600)}`,
  )
  return fenced(lines.join('\n'), 'text')
}

function networkRows(packet: Packet, route: PacketRoute): readonly EnvironmentRow[] {
  const { host, port } = destinationIn(route.baseUrl)
  const seen = route.observations
  const [leaf] = servedTo(seen)
  const { address, of, localAddress } = lastOf(seen, 'connect')?.facts ?? {}
  return [
    ['Destination', `${host} port ${port} (TCP)`],
    ['Addresses', listed(lastOf(seen, 'lookup')?.facts.addresses)],
    ['Connected to', joined(', ', address, of === 'proxy' ? 'the proxy' : '')],
    ['From', localAddress ?? ''],
    ['Egress address', egressAddressText(route)],
    ['Egress', wayOut(route.egress)],
    ['Proxy answer', proxyAnswer(lastOf(seen, 'tunnel')?.facts)],
    ['TLS', lastOf(seen, 'handshake')?.facts.version ?? ''],
    ['TLS issuer', leaf?.issuer ?? ''],
    ['Certificate', joined(', SHA-256 ', leaf?.subject, leaf?.fingerprint256)],
    ['Signs intercepted traffic', lastOf(seen, 'served-chain')?.facts.interceptor ?? ''],
    ['First bad evidence', firstBad(route)],
    ...exceptionRows(route).slice(2),
    ...timeRows(packet, route),
    [
      'Machine',
      `${packet.runtime.runnerName} ${packet.runtime.os} ${packet.runtime.arch}${packet.runtime.container ? ', container' : ''}`.trim(),
    ],
  ]
}

function vendorRows(packet: Packet, route: PacketRoute): readonly EnvironmentRow[] {
  const responses = seenBy(route.observations, 'response').map(({ facts }) => facts)
  const response = lastOf(route.observations, 'response')?.facts
  const headers = response?.headers ?? {}
  const { type, code, param } = response?.body?.error ?? {}
  return [
    ['Request IDs', unique(responses.map(({ requestId }) => requestId)) || 'none returned'],
    ['Client request IDs', unique(responses.map(({ clientRequestId }) => clientRequestId))],
    ['Edge trace', headers['cf-ray'] ?? ''],
    ['HTTP status', String(response?.status ?? 'no response')],
    ['Error', joined(', ', type, code, param)],
    ['Processing time', withUnit(headers['openai-processing-ms'], 'ms')],
    ['Region', headers['x-ms-region'] ?? packet.runtime.region],
    ['Call', `${response?.method ?? 'POST'} ${response?.path ?? route.endpoint}`],
    ['Host', destinationIn(route.baseUrl).host],
    ['Model', route.model || 'none given'],
    ...exceptionRows(route),
    ['Measured with', `openai ${packet.tool.openai}, Node ${packet.tool.node}`],
    ...timeRows(packet, route),
  ]
}

function applicationRows(packet: Packet, route: PacketRoute): readonly EnvironmentRow[] {
  const problems = lastOf(route.observations, 'settings')?.facts.problems ?? []
  return [
    ...routeRows(route),
    [
      'Versions',
      `openai ${packet.tool.openai}, undici ${packet.tool.undici}, Node ${packet.tool.node}, preflight ${packet.tool.version}`,
    ],
    [
      'Settings',
      problems.map(({ setting, message, fix }) => `${setting}: ${message} ${fix}`).join(' · '),
    ],
    ['Code', `${route.verdict.code}${confidenceNote(route.verdict)}`],
    ['First bad evidence', firstBad(route)],
    ...exceptionRows(route),
    ['Attempts', String(route.attempt)],
    ...timeRows(packet, route),
  ]
}

/** The failure as the application has it in its own log, so that nobody takes it for another one. */
function exceptionRows({
  kind,
  client,
  application,
  exception,
  observations,
}: PacketRoute): readonly EnvironmentRow[] {
  const seen = lastOf(observations, 'answer')?.facts.errorChain
  const chain = exception?.chain ?? seen ?? []
  const from = seen === undefined && chain.length > 0 ? provenance(client, chain) : ''
  const came = [
    ['status', exception?.hadStatus],
    ['body', exception?.hadBody],
    ['request ID', exception?.hadRequestId],
  ] as const
  const words = came.map(([what, had]) => `${what} ${had === true ? 'yes' : 'no'}`)
  return [
    ['Route', kind],
    [
      'Application SDK',
      application?.sdk === undefined ? '' : `${application.sdk.value} (${application.sdk.from})`,
    ],
    ['Error seen by the application', `${chain.join(' ← ')}${from === '' ? '' : ` (${from})`}`],
    ['Came back', exception === undefined ? '' : words.join(', ')],
  ]
}

function timeRows(packet: Packet, route: PacketRoute): readonly EnvironmentRow[] {
  const last =
    route.observations.findLast((one) => one.status === 'failed') ?? route.observations.at(-1)
  return [
    ['Started', `${packet.startedAt} (${packet.timezone})`],
    ['Decided after', last === undefined ? '' : duration(last.startedMs + last.elapsedMs)],
  ]
}

function firstBad(route: PacketRoute): string {
  const step = firstBadStep(route.verdict)
  return step === undefined ? '' : joined(': ', ...new Set([route.verdict.code, step.because]))
}

function proxyAnswer({ status, schemes = [] }: Partial<TunnelFacts> = {}): string {
  return joined(', offers ', withUnit(status, '', 'HTTP'), schemes.join(', '))
}

function unique(values: readonly (string | undefined)[]): string {
  return joined(', ', ...new Set(values))
}

function withUnit(value: string | number | undefined, after: string, before = ''): string {
  return value === undefined ? '' : `${before} ${value} ${after}`.trim()
}
