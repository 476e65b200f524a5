/** `node client-matrix.ts CLIENT`, in a namespace: asks the real client every question; prints JSON. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import tls from 'node:tls'
import { tolerate } from '../loopback/listen.ts'
import { lacking, authority, labIssuer, labRoot } from '../loopback/pki.ts'
import {
  NO_PROXY_QUESTIONS,
  PROXY_QUESTIONS,
  TLS_PROXY_QUESTIONS,
  TRUST_QUESTIONS,
} from './client-questions.ts'
import { ask, isMeasuredName, realClients } from './clients.ts'
import type { Environment, RealClient } from './clients.ts'
import { run } from './namespace.ts'
import { setUpNetwork } from './network.ts'

/** `direct` and what the proxy heard first, or `nothing`: the client ended before any packet. */
export type SeenWay = 'direct' | 'http' | 'tls' | 'socks5' | 'other' | 'nothing'

export interface Measured {
  readonly client: string
  readonly version: string
  /** In the order of the questions. */
  readonly proxy: readonly SeenWay[]
  readonly noProxy: readonly SeenWay[]
  readonly trust: readonly boolean[]
  readonly tlsProxy: readonly boolean[]
  /** Whether it gets through to a name of both families where only the other one, or only IPv6, answers. */
  readonly families: readonly boolean[]
}

/** Names with an address of each family; a server listens on the first of them. */
export const FAMILIES = {
  'only-6.test': ['2001:db8::6', '192.0.2.6'],
  'only-4.test': ['192.0.2.4', '2001:db8::4'],
  'no-4.test': ['2001:db8::7'],
} as const

const TARGETS = { name: '192.0.2.80', address: '10.1.2.3' }

async function open(server: net.Server, host: string, port = 0): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(port, host, resolve)
  })
  const at = server.address()
  return typeof at === 'object' && at !== null ? at.port : 0
}

/** A listener for one client: what it hears first is the way that the client took. */
async function listener(hear: (way: SeenWay) => void): Promise<number> {
  const server = net.createServer((socket) => {
    tolerate(socket)
    socket.once('data', (data) => {
      const http = /^[A-Z]+ \S+ HTTP/.test(data.toString('latin1'))
      hear(http ? 'http' : data[0] === 0x16 ? 'tls' : data[0] === 5 ? 'socks5' : 'other')
      socket.end(http ? 'HTTP/1.1 502 no\r\ncontent-length: 0\r\nconnection: close\r\n\r\n' : '')
    })
  })
  return open(server, '127.0.0.1')
}

/** Direct connections of all clients meet here; one client asks at a time of each address. */
let heardDirect: (() => void) | undefined

async function targets(): Promise<void> {
  for (const host of [TARGETS.name, TARGETS.address, '127.0.0.1']) {
    for (const port of [80, 443]) {
      const server = net.createServer((socket) => {
        tolerate(socket)
        heardDirect?.()
        socket.destroy()
      })
      await open(server, host, port)
    }
  }
}

function filledIn(env: Environment, values: Readonly<Record<string, string>>): Environment {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value.replaceAll(/\{(\w)\}/g, (whole, key: string) => values[key] ?? whole),
    ]),
  )
}

async function ways(real: RealClient): Promise<Pick<Measured, 'proxy' | 'noProxy'>> {
  let seen: SeenWay = 'nothing'
  const port = String(await listener((way) => (seen = way)))
  const values = { P: `127.0.0.1:${port}`, H: '127.0.0.1', N: port }
  const one = async (env: Environment, url: string): Promise<SeenWay> => {
    seen = 'nothing'
    heardDirect = () => (seen = 'direct')
    await ask(real, url, filledIn(env, values))
    return seen
  }
  const proxy: SeenWay[] = []
  for (const { env, url } of PROXY_QUESTIONS) proxy.push(await one(env, url))
  const noProxy: SeenWay[] = []
  for (const [value, url] of NO_PROXY_QUESTIONS) noProxy.push(await one(past(real, value), url))
  return { proxy, noProxy }
}

/** The proxy, and what goes past it, in the words of this client. */
export function past({ client }: Pick<RealClient, 'client'>, value: string): Environment {
  if (client === 'java')
    return {
      JAVA_TOOL_OPTIONS: `-Dhttps.proxyHost={H} -Dhttps.proxyPort={N} "-Dhttp.nonProxyHosts=${value}"`,
    }
  return { [client === 'ruby' ? 'http_proxy' : 'https_proxy']: 'http://{P}', no_proxy: value }
}

async function trustFiles(): Promise<{ folder: string; casual: ReturnType<typeof authority> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-trust-'))
  const casual = authority(
    { common: 'Casual Root' },
    lacking(['critical basicConstraints', 'keyUsage']),
  )
  const files = {
    root: labRoot().pem,
    intermediate: labIssuer().pem,
    other: authority({ common: 'Other Root' }).pem,
    casual: casual.pem,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  for (const name of ['hashed', 'plain']) {
    mkdirSync(path.join(folder, name))
    writeFileSync(path.join(folder, name, 'root.pem'), labRoot().pem)
  }
  await run('openssl', ['rehash', path.join(folder, 'hashed')])
  return { folder, casual }
}

async function trusts(
  real: RealClient,
  files: Awaited<ReturnType<typeof trustFiles>>,
): Promise<Pick<Measured, 'trust' | 'tlsProxy'>> {
  const serve = async (credentials: { key: string; cert: string }): Promise<number> => {
    const server = tls.createServer(credentials, (socket) => {
      tolerate(socket)
      socket.once('data', (data) => {
        tunnelled ||= data.toString('latin1').startsWith('CONNECT')
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok')
      })
    })
    server.on('tlsClientError', () => {})
    return open(server, '127.0.0.1')
  }
  let tunnelled = false
  const expired = labRoot().intermediate({ common: 'Old CA' }, { fromDays: -90, toDays: -2 })
  const usual = labIssuer().leaf()
  const ports = {
    chain: await serve(usual),
    casual: await serve(files.casual.leaf()),
    'expired-extra': await serve({ ...usual, cert: usual.cert + expired.pem }),
  }
  const values = { F: files.folder }
  const trust: boolean[] = []
  for (const { env, serves } of TRUST_QUESTIONS) {
    const url = `https://localhost:${String(ports[serves])}/`
    trust.push((await ask(real, url, filledIn(env, values))).ok)
  }
  const tlsProxy: boolean[] = []
  for (const env of TLS_PROXY_QUESTIONS) {
    tunnelled = false
    const proxy = {
      https_proxy: `https://localhost:${String(ports.chain)}`,
      NODE_USE_ENV_PROXY: '1',
    }
    await ask(real, 'https://api.openai.test/', { ...filledIn(env, values), ...proxy })
    tlsProxy.push(tunnelled)
  }
  return { trust, tlsProxy }
}

async function families(real: RealClient): Promise<Pick<Measured, 'families'>> {
  const reached: boolean[] = []
  for (const [name, [listens]] of Object.entries(FAMILIES)) {
    const server = http.createServer((_, response) => response.end('ok'))
    await open(server, listens, 80)
    reached.push((await ask(real, `http://${name}/`, {})).ok)
    server.close()
    server.closeAllConnections()
  }
  return { families: reached }
}

if (import.meta.main) {
  const [, , asked = ''] = process.argv
  using real = await realClients(isMeasuredName(asked) ? asked : 'node')
  const [one] = real.clients
  let measured: Measured | undefined
  if (one !== undefined) {
    const network = await setUpNetwork()
    const both = Object.entries(FAMILIES)
    const lines = both.flatMap(([name, all]) => all.map((address) => `${address} ${name}\n`))
    network.write(
      'hosts',
      `127.0.0.1 localhost\n${TARGETS.name} api.openai.test gateway.test\n${lines.join('')}`,
    )
    await network.addAddress(TARGETS.name, TARGETS.address, ...both.flatMap(([, all]) => all))
    await targets()
    const files = await trustFiles()
    const way = await ways(one)
    const trusted = await trusts(one, files)
    const { client, version } = one
    measured = { client, version, ...way, ...trusted, ...(await families(one)) }
    await network[Symbol.asyncDispose]()
    rmSync(files.folder, { recursive: true, force: true })
  }
  process.stdout.write(`${JSON.stringify(measured ?? null)}\n`, () => process.exit(0))
}
