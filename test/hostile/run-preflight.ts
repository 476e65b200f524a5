import * as yaml from 'yaml'
import type { Packet } from '../../src/model/index.ts'
import { preflight } from '../../src/run/preflight.ts'
import type { Order } from '../../src/run/world.ts'
import { readSettings } from '../../src/settings/index.ts'
import { describeRuntime } from '../../src/settings/runtime.ts'
import { labRoot } from '../loopback/pki.ts'

/** The whole engine in this process: settings as inputs and variables, servers on loopback. */
export function runPreflight(
  inputs: Readonly<Record<string, string>>,
  options: {
    readonly env?: Readonly<Record<string, string>>
    readonly files?: Readonly<Record<string, string>>
  } & Pick<Partial<Order>, 'resolve' | 'directBaseUrl' | 'signal'> = {},
): Promise<Packet> {
  const { env = {}, files = {}, signal = new AbortController().signal, ...world } = options
  const readFile = (path: string): string | undefined => files[path]
  const given = { model: 'demo-model', timeout: '2s', ...inputs }
  const named: Readonly<Record<string, string>> = given
  return preflight({
    settings: readSettings({ input: (name) => named[name], env, readFile, workspace: '/' }, yaml),
    environment: env,
    runtime: describeRuntime({}),
    checkout: () => ({ files: [], readFile: () => undefined }),
    readFile,
    listFolder: () => undefined,
    workspace: '/',
    signal,
    extraRoots: [labRoot().pem],
    ...world,
  })
}
