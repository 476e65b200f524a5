import { readApplication } from '../../src/application/index.ts'
import { seenBy, type Packet, type PacketRoute, type ProbeId } from '../../src/model/index.ts'
import { preflight } from '../../src/run/preflight.ts'
import type { Order } from '../../src/run/world.ts'
import { readSettings, yamlFor } from '../../src/settings/index.ts'
import { describeRuntime } from '../../src/settings/runtime.ts'
import { labKey } from '../loopback/api.ts'
import { labRoot } from '../loopback/pki.ts'

export interface Asked {
  /** Inputs by the names of the contract. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Files by absolute path; relative ones start from `/work`. */
  readonly files?: Readonly<Record<string, string>>
  readonly order?: Partial<Order>
  /** Source files of the application, by relative path. */
  readonly checkout?: Readonly<Record<string, string>>
}

/** The whole engine in this process, with an environment of its own, against servers of the lab. */
export async function runPreflight({
  inputs = {},
  env = {},
  files = {},
  order,
  checkout = {},
}: Asked): Promise<Packet> {
  const all: Readonly<Record<string, string>> = {
    client: 'node',
    model: 'demo-model',
    timeout: '3s',
    deadline: '15s',
    ...inputs,
  }
  const readFile = (path: string): string | undefined => files[path]
  const environment = { OPENAI_API_KEY: labKey(), ...env }
  const source = {
    input: (name: string) => all[name],
    env: environment,
    readFile,
    workspace: '/project',
    application: () =>
      readApplication({ files: Object.keys(checkout), readFile: (path) => checkout[path] }),
  }
  const settings = readSettings(source, await yamlFor(source))
  return preflight({
    settings,
    environment,
    runtime: describeRuntime({}),
    checkout: () => ({ files: [], readFile: () => undefined }),
    readFile,
    listFolder: () => undefined,
    workspace: '/project',
    signal: new AbortController().signal,
    extraRoots: [labRoot().pem],
    ...order,
  })
}

export function onlyRoute(packet: Packet): PacketRoute {
  const [route] = packet.routes
  if (route === undefined) throw new Error('the packet has no route')
  return route
}

/** Observations of one probe, in the order of the packet. */
export function seen<P extends ProbeId>(route: PacketRoute, probe: P) {
  return seenBy(route.observations, probe)
}
