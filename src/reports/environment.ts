import type { ClientPath, Egress, EgressNote, Packet, PacketRoute } from '../model/index.ts'
import { statusPageText } from './proof.ts'
import { lineOf } from './seen.ts'
import { decidingRoute } from './words.ts'

export type EnvironmentRow = readonly [name: string, value: string]

/** Machine, versions and egress, for people. Plain text, not escaped; empty values are left out. */
export function environmentRows(packet: Packet): readonly EnvironmentRow[] {
  const { runtime, tool } = packet
  const route = decidingRoute(packet)
  const rows: readonly EnvironmentRow[] = [
    ['Started', `${packet.startedAt} (${packet.timezone})`],
    ['Machine', `${runtime.os} ${runtime.arch}${runtime.container ? ', container' : ''}`],
    [
      runtime.source.startsWith('inside') ? 'Target' : 'Runner',
      runtime.runnerKind === 'none'
        ? runtime.runnerName
        : `${runtime.runnerName} (${runtime.runnerKind})`,
    ],
    ['Region', runtime.region],
    ['Evidence', runtime.source === 'live' ? 'measured here' : runtime.source],
    [
      'Versions',
      `${tool.name} ${tool.version}, Node ${tool.node}, openai ${tool.openai}, undici ${tool.undici}`,
    ],
    ...(route === undefined ? [] : routeRows(route)),
  ]
  return rows.filter(([, value]) => value.trim() !== '')
}

/** Settings of one route and its egress. */
export function routeRows(route: PacketRoute): readonly EnvironmentRow[] {
  const rows: readonly EnvironmentRow[] = [
    ['Base URL', route.baseUrl],
    ['Call', [route.endpoint, route.model || 'no model given', `depth ${route.depth}`].join(', ')],
    ["Application's call", applicationLine(route)],
    ['Client', `${route.client} – ${route.clientReason}`],
    ['Egress', wayOut(route.egress)],
    ['Egress address', egressAddressText(route)],
    ['Surroundings', surroundingsText(route)],
    ['Status page', statusPageText(route).replace(/^status page /, '')],
    ['Each client', clientPathsLine(route)],
    [
      'Trust stores',
      route.egress.trust
        .map((one) => [one.store, one.source, one.path ?? ''].filter(Boolean).join(' '))
        .join(', '),
    ],
    [
      'Verification',
      route.egress.verifies
        ? ''
        : 'switched off by the environment; the preflight verifies all the same',
    ],
    ...(route.egress.unusable === undefined
      ? []
      : [noteRow(`${route.egress.unusable.variable} cannot be used`, route.egress.unusable)]),
    ...route.egress.ignored.map((one) => noteRow(`${one.variable} has no effect`, one)),
  ]
  return rows.filter(([, value]) => value.trim() !== '')
}

/** What of the call was read, and where; empty where every value is a default. */
function applicationLine({ application }: PacketRoute): string {
  if (application === undefined) return ''
  const {
    endpoint,
    stream,
    baseUrl,
    model,
    timeout,
    sdk,
    others,
    otherModels = [],
    limit,
  } = application
  const read = [
    ['endpoint', endpoint],
    ['stream', stream],
    ['base URL', baseUrl],
    ['model', model],
    ['timeout', timeout],
    ['library', sdk],
  ] as const
  const known = read.flatMap(([name, one]) =>
    one === undefined || one.from === 'default' ? [] : [`${name} ${one.value} (${one.from})`],
  )
  const also = others.map(({ value, from }) => `${value} (${from})`)
  const models = otherModels.map(({ value, from }) => `${value} (${from})`)
  return [
    ...known,
    ...(models.length === 0 ? [] : [`other models: ${models.join(', ')}`]),
    ...(also.length === 0 ? [] : [`not probed: ${also.join(', ')}`]),
    ...(limit === undefined ? [] : [limit]),
  ].join('; ')
}

function noteRow(name: string, note: EgressNote): EnvironmentRow {
  return [name, `${note.because} ${note.fix}`]
}

/**
 * Where each client would go and whether that leads there, in one line; empty when all take the same
 * way: `node goes direct (works) · python and curl go through http://proxy:3128 (not known)`.
 */
export function clientPathsLine({ clientPaths: paths = [] }: PacketRoute): string {
  if (new Set(paths.map(({ exit }) => exit)).size < 2) return ''
  const groups = Map.groupBy(paths, ({ exit, works }) => `${exit} ${works}`)
  return [...groups.values()].map(groupOf).join(' · ')
}

/** Clients that go the same way, with the same result. */
function groupOf(group: readonly ClientPath[]): string {
  const clients = group.map(({ client }) => client).join(' and ')
  const go = group.length === 1 ? 'goes' : 'go'
  const [{ exit, reason, works } = { exit: '', reason: '' }] = group
  if (exit === 'none') return `${clients} cannot get out (${reason})`
  const result = works === undefined ? 'not known' : works ? 'works' : 'does not work'
  return `${clients} ${go} ${exit === 'direct' ? exit : `through ${exit}`} (${result})`
}

/** Direct, or by which proxy, and why. */
export function wayOut({ proxy, reason }: Egress): string {
  const way =
    proxy === undefined
      ? 'direct'
      : `${proxy.scheme}://${proxy.host}:${proxy.port}${proxy.hasCredentials ? ' with credentials' : ''}`
  return `${way} – ${reason}`
}

/** `default route by tun0, MTU 1380; tunnels: tun0`; empty where nobody looked. */
function surroundingsText({ observations }: PacketRoute): string {
  const seen = observations.findLast((one) => one.probe === 'surroundings')
  return seen === undefined ? '' : lineOf(seen)
}

/** `203.0.113.7 (SG), seen by the edge SIN; NAT: this machine is 10.0.0.5`; empty where it was not asked. */
export function egressAddressText({ egressAddress: seen, egress }: PacketRoute): string {
  if (seen === undefined) return ''
  if (!('address' in seen)) return `not known: ${seen.because}`
  const { address, country, colo, localAddress = '', nat, pool = [] } = seen
  const parts = [
    `${address}${country === undefined ? '' : ` (${country})`}${egress.proxy === undefined ? '' : ' of the proxy'}`,
    ...(colo === undefined ? [] : [`seen by the edge ${colo}`]),
    ...(pool.length === 0 ? [] : [`one of a pool: ${pool.join(' and ')}`]),
  ]
  return `${parts.join(', ')}${nat === true ? `; NAT: this machine is ${localAddress}` : ''}`
}
