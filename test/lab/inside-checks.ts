/** `node inside-checks.ts NAME`: one look at the lab from inside a namespace; prints JSON. */
import dns from 'node:dns/promises'
import net from 'node:net'
import process from 'node:process'
import { startApi } from '../loopback/api.ts'
import { startNameServer } from './dns.ts'
import { closedPort } from '../loopback/faults.ts'
import { PUBLIC_ADDRESS, setUpNetwork } from './network.ts'
import type { Network } from './network.ts'
import { startDaemon } from './packages.ts'
import {
  startDante,
  startDnsmasq,
  startHaproxy,
  startMitmproxy,
  startNginx,
  startSquid,
  startTinyproxy,
  startUnbound,
} from './peers.ts'
import { authority, labIssuer, labRoot } from '../loopback/pki.ts'
import { tolerate } from '../loopback/listen.ts'

const NAME = 'api.openai.com'
const HERE = { host: PUBLIC_ADDRESS, port: 443 }

/** `open`, the errno, or `silence` after 600 ms; and how long it took. */
async function dial(host: string, port = 443): Promise<readonly [string, number]> {
  const started = performance.now()
  const word = await new Promise<string>((resolve) => {
    const socket = net.connect({ host, port })
    tolerate(socket)
    const end = (said: string): void => {
      socket.destroy()
      resolve(said)
    }
    socket.setTimeout(600, () => {
      end('silence')
    })
    socket.once('connect', () => {
      end('open')
    })
    socket.once('error', (error) => {
      end('code' in error ? String(error.code) : error.message)
    })
  })
  return [word, Math.round(performance.now() - started)]
}

async function look(): Promise<unknown> {
  const found = await dns.lookup(NAME, { all: true }).catch((error: unknown) => error)
  if (Array.isArray(found)) return found.map(({ address }: { address: string }) => address)
  return found instanceof Error && 'code' in found ? found.code : String(found)
}

async function apiHere(): Promise<AsyncDisposable> {
  return startApi({ ...HERE, tls: labIssuer().leaf({ names: [NAME] }) })
}

/** The first line that a proxy answers to CONNECT. */
async function connectLine(port: number, headers = ''): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port })
    tolerate(socket)
    socket.setTimeout(6000, () => {
      socket.destroy()
      resolve('silence')
    })
    socket.once('data', (chunk: Buffer) => {
      socket.destroy()
      const head = chunk.toString('latin1')
      const cause = /x-squid-error: (\S+ \S+)/i.exec(head)?.[1] ?? ''
      const status = /^HTTP\/1\.\d (\d+)/.exec(head)?.[1] ?? head.slice(0, 30)
      resolve(`${status} ${cause}`.trim())
    })
    socket.once('close', () => {
      resolve('closed')
    })
    socket.write(`CONNECT ${NAME}:443 HTTP/1.1\r\nhost: ${NAME}:443\r\n${headers}\r\n`)
  })
}

const BASIC = `proxy-authorization: Basic ${Buffer.from('lab:word').toString('base64')}\r\n`

const CHECKS: Readonly<Record<string, (network: Network) => Promise<unknown>>> = {
  async empty(network) {
    await network.addAddress('10.99.0.1')
    return { outside: (await dial('1.1.1.1'))[0], name: await look() }
  },
  async names(network) {
    await network.addAddress(PUBLIC_ADDRESS)
    const zone = { [NAME]: { addresses: [PUBLIC_ADDRESS] } }
    await using _server = await startNameServer({ host: '127.0.0.53', port: 53, zone })
    const byDns = await look()
    network.write('hosts', `10.0.0.1 ${NAME}\n`)
    const byHosts = await look()
    network.write('hosts', '')
    network.write('nsswitch.conf', 'hosts: files\n')
    return { byDns, byHosts }
  },
  async firewall(network) {
    await network.addAddress(PUBLIC_ADDRESS)
    await using _api = await apiHere()
    const open = (await dial(PUBLIC_ADDRESS))[0]
    const to = `ip daddr ${PUBLIC_ADDRESS} tcp dport 443`
    await network.firewall(`${to} drop`)
    return { open, drop: (await dial(PUBLIC_ADDRESS))[0] }
  },
  async reject(network) {
    await network.addAddress(PUBLIC_ADDRESS)
    await using _api = await apiHere()
    const to = `ip daddr ${PUBLIC_ADDRESS} tcp dport 443`
    await network.firewall(`${to} reject with icmp type host-unreachable`)
    return (await dial(PUBLIC_ADDRESS))[0]
  },
  async veth(network) {
    const neighbour = await network.neighbour({ addresses: [PUBLIC_ADDRESS] })
    const before = (await dial(PUBLIC_ADDRESS))[0]
    await neighbour.serveApi()
    const open = (await dial(PUBLIC_ADDRESS))[0]
    await neighbour.firewall('tcp dport 443 drop')
    return { before, open, drop: (await dial(PUBLIC_ADDRESS))[0] }
  },
  async tun(network) {
    const neighbour = await network.neighbour({ link: 'tun', addresses: [PUBLIC_ADDRESS] })
    await neighbour.serveApi()
    const quick = await dial(PUBLIC_ADDRESS)
    neighbour.link({ delayMs: 100 })
    await new Promise((resolve) => {
      setTimeout(resolve, 150)
    })
    const slow = await dial(PUBLIC_ADDRESS)
    neighbour.link({ loss: 1 })
    await new Promise((resolve) => {
      setTimeout(resolve, 150)
    })
    const lost = await dial(PUBLIC_ADDRESS)
    return { quick: quick[0], isSlow: slow[1] >= 180, slow: slow[0], lost: lost[0] }
  },
  async closed() {
    await using closed = await closedPort()
    return (await dial('127.0.0.1', closed.port))[0]
  },
  async squid(network) {
    await network.addAddress(PUBLIC_ADDRESS)
    const zone = { [NAME]: { addresses: [PUBLIC_ADDRESS] } }
    await using _names = await startNameServer({ host: '127.0.0.53', port: 53, zone })
    const refused = await withDaemon(startSquid(), ({ port }) => connectLine(port))
    await using _api = await apiHere()
    const ok = await withDaemon(startSquid(), ({ port }) => connectLine(port))
    const denied = await withDaemon(startSquid({ denies: [NAME] }), ({ port }) => connectLine(port))
    const login = await withDaemon(startSquid({ login: 'lab:word' }), async ({ port }) => [
      await connectLine(port),
      await connectLine(port, BASIC),
    ])
    const inspector = authority({ common: 'Inspector' })
    const bump = { authority: inspector, trusts: labRoot().pem }
    const bumped = await withDaemon(startSquid({ bump }), ({ port }) => connectLine(port))
    return { refused, ok, denied, login, bumped }
  },
  async tinyproxy(network) {
    await network.addAddress(PUBLIC_ADDRESS)
    network.write('hosts', `${PUBLIC_ADDRESS} ${NAME}\n`)
    await using _api = await apiHere()
    const ok = await withDaemon(startTinyproxy(), ({ port }) => connectLine(port))
    const login = await withDaemon(startTinyproxy({ login: 'lab:word' }), async ({ port }) => [
      await connectLine(port),
      await connectLine(port, 'proxy-authorization: Basic bGFiOndyb25n\r\n'),
      await connectLine(port, BASIC),
    ])
    const denies = '^api[.]openai[.]com$'
    const filtered = await withDaemon(startTinyproxy({ denies }), ({ port }) => connectLine(port))
    return { ok, login, filtered }
  },
  async mitmproxy(network) {
    await network.addAddress(PUBLIC_ADDRESS)
    network.write('hosts', `${PUBLIC_ADDRESS} ${NAME}\n`)
    await using _api = await apiHere()
    return await withDaemon(startMitmproxy(labRoot().pem), ({ port }) => connectLine(port))
  },
  dante: () => withDaemon(startDante(), async ({ port }) => (await dial('127.0.0.1', port))[0]),
  async servers(network) {
    await network.addAddress(PUBLIC_ADDRESS)
    const leaf = labIssuer().leaf({ names: [NAME] })
    const server = 'location / { return 200 ok; }'
    const nginx = await withDaemon(startNginx(HERE, leaf, server), async () => dial(PUBLIC_ADDRESS))
    const haproxy = await withDaemon(startHaproxy(HERE, leaf, ['http-request reject']), async () =>
      dial(PUBLIC_ADDRESS),
    )
    return { nginx: nginx[0], haproxy: haproxy[0] }
  },
  async resolvers(network) {
    await network.addAddress(PUBLIC_ADDRESS)
    const rule = `address=/${NAME}/${PUBLIC_ADDRESS}`
    const dnsmasq = await withDaemon(startDnsmasq([rule]), look)
    const unbound = await withDaemon(startUnbound([`"${NAME}." always_refuse`]), look)
    return { dnsmasq, unbound }
  },
  async broken() {
    const failing = startDaemon({
      program: 'nginx',
      port: 1,
      args: (folder) => ['-c', `${folder}/nginx.conf`],
      files: () => ({ 'nginx.conf': 'this is no configuration' }),
    })
    return failing.then(
      () => 'started',
      (error: unknown) => (error instanceof Error ? error.message.slice(0, 19) : ''),
    )
  },
}

async function withDaemon<T extends AsyncDisposable, R>(
  started: Promise<T>,
  use: (daemon: T) => Promise<R>,
): Promise<R> {
  await using daemon = await started
  return await use(daemon)
}

const check = CHECKS[process.argv[2] ?? '']
if (check === undefined) throw new Error('no such check')
const network = await setUpNetwork()
const result = await check(network)
await network[Symbol.asyncDispose]()
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0))
