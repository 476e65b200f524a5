import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { labKey } from '../test/loopback/api.ts'
import type { Neighbour, Network } from '../test/lab/network.ts'
import { labIssuer, labRoot } from '../test/loopback/pki.ts'

export const API_NAME = 'api.openai.com'
export const MODEL = 'demo-model'
/** What the SDK sends for `endpoint: responses`; curl and the exporter send the same. */
export const BODY = JSON.stringify({
  model: MODEL,
  input: 'ping',
  max_output_tokens: 16,
  store: false,
})

export interface Counts {
  readonly connections: number
  readonly requests: number
  readonly connects: number
}

/** One machine at the far end of a link that delays: the API and a proxy beside it. */
export interface World {
  readonly network: Network
  readonly folder: string
  /** Empty, and where every run starts: what the bench keeps in its folder is no application to read. */
  readonly checkout: string
  readonly root: string
  readonly key: string
  readonly proxyUrl: string
  /** Round trip of the link from now on. */
  readonly roundTrip: (milliseconds: number) => void
  readonly counts: () => Promise<Counts>
}

export async function openWorld(network: Network): Promise<World & Disposable> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-bench-'))
  const checkout = join(folder, 'checkout')
  mkdirSync(checkout)
  const root = join(folder, 'root.pem')
  writeFileSync(root, labRoot().pem)
  const far: Neighbour = await network.neighbour({ link: 'tun' })
  const address = '10.99.1.2'
  network.write('hosts', `127.0.0.1 localhost\n${address} ${API_NAME}\n`)
  const credentials = join(folder, 'credentials.json')
  writeFileSync(credentials, JSON.stringify(labIssuer().leaf({ names: [API_NAME] })))
  await far.start(process.execPath, [join(import.meta.dirname, 'serve.ts'), credentials])
  return {
    network,
    folder,
    checkout,
    root,
    key: labKey(),
    proxyUrl: `http://${address}:3128`,
    roundTrip: (milliseconds) => far.link({ delayMs: milliseconds / 2 }),
    counts: async () => {
      const counts: Counts = JSON.parse(await (await fetch(`http://${address}:9000/`)).text())
      return counts
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The environment of a step, as the runner makes it, without anything of this process. */
export function stepOf(
  { folder, checkout, root, key }: Pick<World, 'checkout' | 'folder' | 'root' | 'key'>,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const all = {
    'api-key': key,
    model: MODEL,
    client: 'node',
    'packet-dir': join(folder, 'packet'),
    ...inputs,
  }
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    RUNNER_TEMP: folder,
    GITHUB_WORKSPACE: checkout,
    GITHUB_OUTPUT: '/dev/null',
    GITHUB_STEP_SUMMARY: '/dev/null',
    NODE_EXTRA_CA_CERTS: root,
    ...Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...env,
  }
}
