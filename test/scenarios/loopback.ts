/** Pieces that most loopback scenarios share. */
import type { Api } from '../loopback/api.ts'
import type { Listening } from '../loopback/listen.ts'
import { keyBytesIn } from '../loopback/key-bytes.ts'
import type { Proxy } from '../loopback/proxy.ts'
import type { Arranged, Expected, Ran, Scenario } from './scenario.ts'
import type { Lab } from './lab.ts'

/** The direct route to a server of ours: `auto` cannot know it by its host. */
export function direct(port: number, host = 'localhost'): Readonly<Record<string, string>> {
  return { route: 'openai', 'base-url': `https://${host}:${String(port)}/v1` }
}

/** Node's own `fetch` takes the proxy only with this switch. */
export function nodeProxy(url: string): Readonly<Record<string, string>> {
  return { HTTPS_PROXY: url, NODE_USE_ENV_PROXY: '1' }
}

/** A scenario with one server that breaks, reached directly. */
export function broken(
  id: string,
  title: string,
  start: (lab: Lab) => Promise<Listening>,
  expect: Expected,
  more: Omit<Arranged, 'prefix'> = {},
): Scenario {
  return {
    id,
    title,
    needs: 'loopback',
    expect,
    async arrange(lab) {
      const server = await lab.use(start(lab))
      return {
        ...more,
        flags: { ...direct(server.port), ...more.flags },
        complaints: (ran) => [...noKeyOnWire(server, lab.key), ...(more.complaints?.(ran) ?? [])],
      }
    },
  }
}

/** The key must not be readable on the wire, whatever the server does. */
export function noKeyOnWire(server: Listening, key: string): readonly string[] {
  const bytes = keyBytesIn(server.received(), key)
  return bytes === 0 ? [] : [`${String(bytes)} bytes of the key were readable on the wire`]
}

export function noKeyAt(api: Api, key: string): readonly string[] {
  const bytes = api.keyBytes(key)
  return bytes === 0 ? [] : [`the server was sent ${String(bytes)} bytes of the key`]
}

export function atMost(what: string, count: number, most: number): readonly string[] {
  return count <= most ? [] : [`${what}: ${String(count)} and should be at most ${String(most)}`]
}

/** The real requests, which may cost something: a look at the list of models is a free GET. */
export function realRequests({ requests }: Pick<Api, 'requests'>): number {
  return requests.filter(({ method }) => method === 'POST').length
}

/**
 * One connection, one real request and at most one free look at the model on it, and through a proxy
 * one CONNECT: what a bare client costs.
 */
export function costsOneRequest(api: Api, proxy?: Proxy): readonly string[] {
  return [
    ...atMost('connections', api.connections(), 1),
    ...atMost('real requests', realRequests(api), 1),
    ...atMost('requests', api.requests.length, 2),
    ...(proxy === undefined ? [] : atMost('CONNECTs', proxy.connects.length, 1)),
  ]
}

/** The verdict's own words, for the few checks of what a person is told. */
export function verdictText(ran: Ran): string {
  try {
    const packet: unknown = JSON.parse(ran.stdout)
    if (typeof packet !== 'object' || packet === null || !('verdict' in packet)) return ''
    return JSON.stringify(packet.verdict)
  } catch {
    return ''
  }
}

export function saysAll(ran: Ran, ...words: readonly (string | RegExp)[]): readonly string[] {
  const text = verdictText(ran)
  return words
    .filter((word) => (typeof word === 'string' ? !text.includes(word) : !word.test(text)))
    .map((word) => `the verdict does not say ${String(word)}`)
}
