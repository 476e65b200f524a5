import type { Packet, PacketRoute } from '../model/index.ts'

const KEY_IN: Readonly<Record<PacketRoute['kind'], string>> = {
  openai: 'OPENAI_API_KEY',
  azure: 'AZURE_OPENAI_API_KEY (or the sign-in to Entra)',
  gateway: 'OPENAI_API_KEY',
}

/** The variables that the command reads: a proxy and its switches, a file of roots, secrets. */
export function asInTheJob(route: PacketRoute, depth: PacketRoute['depth']): string {
  const { reason, trust } = route.egress
  const named = [reason, ...trust.map(({ source }) => source)].join(' ')
  const names = new Set([
    ...(depth === 'route' ? [] : [KEY_IN[route.kind]]),
    ...Object.values(route.repeat ?? {}).flatMap((value) => VARIABLE.exec(value)?.[1] ?? []),
    ...(named.match(/\b(?:[A-Z][A-Z\d]*(?:_[A-Z\d]+)+|[a-z]{2,5}_proxy)\b/g) ?? []),
  ])
  return names.size === 0
    ? ''
    : `, with ${[...names].join(', ')} as the job has ${names.size === 1 ? 'it' : 'them'}`
}

/** A value that the packet does not keep, by the variable that holds it. */
const VARIABLE = /^\$([A-Z_]+)$/

/** The one command; what could be read as something else by a shell stays in the environment. */
export function command(
  route: PacketRoute,
  depth: PacketRoute['depth'],
  runtime?: Packet['runtime'],
): string {
  const words = ['npx openai-preflight']
  const say = (name: string, value: string, variable: string): void => {
    const kept = /^[ -~]{1,300}$/.test(value) && !/['$]|\[removed/.test(value)
    const quoted = /^[\w.,:/=@%+-]+$/.test(value) ? value : `'${value}'`
    words.push(`--${name}`, kept ? quoted : `"$${variable}"`)
  }
  const bundle = route.observations.find(({ probe }) => probe === 'client-bundle')?.target
  if (runtime?.source.startsWith('inside:') === true) {
    say('inside', runtime.runnerName, 'INSIDE')
  }
  say('base-url', route.baseUrl, BASE_IN[route.kind])
  words.push(`--route ${route.kind} --client ${route.client} --depth ${depth}`)
  if (depth === 'request') {
    words.push(`--endpoint ${route.endpoint}`)
    say('model', route.model, 'OPENAI_MODEL')
  }
  if (bundle !== undefined) say('client-bundle', bundle, 'CLIENT_BUNDLE')
  for (const [name, value] of Object.entries(route.repeat ?? {})) {
    if (depth === 'request' || !OF_THE_REQUEST.has(name)) {
      say(name, value, VARIABLE.exec(value)?.[1] ?? name.toUpperCase().replaceAll('-', '_'))
    }
  }
  return words.join(' ')
}

const BASE_IN: Readonly<Record<PacketRoute['kind'], string>> = {
  openai: 'OPENAI_BASE_URL',
  azure: 'AZURE_OPENAI_ENDPOINT',
  gateway: 'OPENAI_BASE_URL',
}

/** Without the request itself these say nothing. */
const OF_THE_REQUEST: ReadonlySet<string> = new Set(['stream', 'path-checks'])
