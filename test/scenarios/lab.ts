import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { labKey, startApi } from '../loopback/api.ts'
import type { Api, ApiOptions } from '../loopback/api.ts'
import { startNameServer } from '../lab/dns.ts'
import type { NameServer, Zone, ZoneEntry } from '../lab/dns.ts'
import { PUBLIC_ADDRESS } from '../lab/network.ts'
import type { Network } from '../lab/network.ts'
import { labIssuer, labRoot } from '../loopback/pki.ts'
import { startProxy } from '../loopback/proxy.ts'
import type { Proxy, ProxyBehaviour } from '../loopback/proxy.ts'
import type { Credentials } from '../loopback/pki.ts'

/** What a scenario builds its state from. Everything ends with the scenario. */
export interface Lab {
  readonly key: string
  /** Keeps something until the end of the scenario. */
  readonly use: <T extends AsyncDisposable>(made: Promise<T> | T) => Promise<T>
  readonly api: (options?: ApiOptions) => Promise<Api>
  readonly proxy: (behaviour: ProxyBehaviour, tls?: Credentials) => Promise<Proxy>
  /** Writes a file for the child to read; returns its path. */
  readonly file: (name: string, text: string) => string
  readonly folder: string
  /** The namespace's network. Throws where the scenario did not ask for one. */
  readonly network: () => Network
  /** A name server where resolv.conf points to; the API's name leads to {@link PUBLIC_ADDRESS}. */
  readonly names: (zone?: Zone, otherwise?: ZoneEntry) => Promise<NameServer>
  /** The API under its real name and a public address, port 443. */
  readonly publicApi: (options?: ApiOptions) => Promise<Api>
}

export interface OpenLab extends AsyncDisposable {
  readonly lab: Lab
}

export const API_NAME = 'api.openai.com'

export function openLab(network?: Network): OpenLab {
  const kept = new AsyncDisposableStack()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-scenario-'))
  kept.defer(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const file: Lab['file'] = (name, text) => {
    const place = path.join(folder, name)
    writeFileSync(place, text)
    return place
  }
  file('root.pem', labRoot().pem)
  const use: Lab['use'] = async (made) => kept.use(await made)
  const need = (): Network => {
    if (network === undefined) throw new Error('this scenario has no network of its own')
    return network
  }
  const lab: Lab = {
    key: labKey(),
    use,
    api: (options = {}) => use(startApi({ key: labKey(), ...options })),
    proxy: (behaviour, tls) =>
      use(startProxy({ behaviour, ...(tls === undefined ? {} : { tls }) })),
    file,
    folder,
    network: need,
    names: (zone = {}, otherwise) =>
      use(
        startNameServer({
          host: '127.0.0.53',
          port: 53,
          zone: { [API_NAME]: { addresses: [PUBLIC_ADDRESS] }, ...zone },
          ...(otherwise === undefined ? {} : { otherwise }),
        }),
      ),
    async publicApi(options = {}) {
      const { host = PUBLIC_ADDRESS } = options
      await need().addAddress(host)
      const tls = labIssuer().leaf({ names: [API_NAME] })
      return use(startApi({ key: labKey(), tls, ...options, host, port: 443 }))
    },
  }
  return { lab, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}
