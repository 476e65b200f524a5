import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { run } from './namespace.ts'
import { labIssuer } from '../loopback/pki.ts'
import type { Credentials } from '../loopback/pki.ts'

/** An address of api.openai.com's edge: on our own loopback, in a namespace without a way out. */
export const PUBLIC_ADDRESS = '162.159.140.245'
export const PUBLIC_ADDRESS_6 = '2606:4700:7::a29f:8cf5'

/** The machine's own network in the namespace that this process runs in. */
export interface Network extends AsyncDisposable {
  /** Gives the loopback link one more address. */
  readonly addAddress: (...addresses: readonly string[]) => Promise<void>
  /** Rules for packets that leave this machine, in the language of nft, e.g. `tcp dport 443 drop`. */
  readonly firewall: (...rules: readonly string[]) => Promise<void>
  readonly ip: (...args: readonly string[]) => Promise<void>
  readonly sysctl: (name: string, value: string | number) => void
  /** What getaddrinfo reads; only this namespace sees it. */
  readonly write: (file: 'resolv.conf' | 'hosts' | 'nsswitch.conf', text: string) => void
  /** Another machine, joined by a link of its own; it has no programs until some are started. */
  readonly neighbour: (options?: NeighbourOptions) => Promise<Neighbour>
}

export interface NeighbourOptions {
  /** The neighbour's addresses, besides the one on the link. */
  readonly addresses?: readonly string[]
  /** `veth` is a cable; `tun` is a program that can delay, lose and read packets. */
  readonly link?: 'veth' | 'tun'
}

export interface Neighbour {
  /** Runs a command over there, until the lab is disposed. Resolves when it has said `ready`. */
  readonly start: (command: string, args: readonly string[]) => Promise<void>
  /** Rules for packets that the neighbour forwards or receives. */
  readonly firewall: (...rules: readonly string[]) => Promise<void>
  /** Starts an API over there with these credentials on port 443 of every address. */
  readonly serveApi: (credentials?: Credentials) => Promise<void>
  /** What the TUN link does from now on. */
  readonly link: (behaviour: LinkBehaviour) => void
}

/** All of it is off by default. */
export interface LinkBehaviour {
  /** One way, milliseconds. */
  readonly delayMs?: number
  /** 0 to 1. */
  readonly loss?: number
  /** Larger packets vanish without a word. */
  readonly mtu?: number
  /** A packet with this text in it is answered with RST, both ways. */
  readonly resetOn?: string
  /** A connection with this text in it goes silent. */
  readonly silenceOn?: string
  /** A connection that rested so long is silent from then on, as behind a NAT. */
  readonly forgetAfterMs?: number
}

async function must(command: string, args: readonly string[], input?: string): Promise<void> {
  const done = await run(command, args, input === undefined ? {} : { input })
  if (done.code !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr.trim()}`)
}

function table(hooks: readonly string[], rules: readonly string[]): string {
  const chains = hooks.map(
    (hook) =>
      `  chain on_${hook} {\n    type filter hook ${hook} priority 0; policy accept;\n` +
      `${rules.map((rule) => `    ${rule}\n`).join('')}  }\n`,
  )
  return `table inet preflight_lab {\n${chains.join('')}}\n`
}

/** Sets up the namespace that {@link runInNamespace} made. Call it in there, once. */
export async function setUpNetwork(): Promise<Network> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-lab-'))
  const mounted = new Map<string, string>()
  const stops: (() => Promise<void>)[] = []
  const write: Network['write'] = (file, text) => {
    const own = mounted.get(file)
    if (own === undefined) throw new Error(`${file} is not mounted`)
    writeFileSync(own, text)
  }
  for (const file of ['resolv.conf', 'hosts', 'nsswitch.conf']) {
    const own = path.join(folder, file)
    writeFileSync(own, '')
    await must('mount', ['--bind', own, `/etc/${file}`])
    mounted.set(file, own)
  }
  write('resolv.conf', 'nameserver 127.0.0.53\noptions timeout:1 attempts:1\n')
  write('hosts', '127.0.0.1 localhost\n::1 localhost\n')
  write('nsswitch.conf', 'hosts: files dns\npasswd: files\ngroup: files\n')
  const sysctl: Network['sysctl'] = (name, value) => {
    writeFileSync(`/proc/sys/${name.replaceAll('.', '/')}`, String(value))
  }
  const ip: Network['ip'] = (...args) => must('ip', args)
  await ip('link', 'set', 'lo', 'up')
  // Linux answers one ICMP error a second to each peer: parallel probes would miss some.
  sysctl('net.ipv4.icmp_ratelimit', 0)
  sysctl('net.ipv6.icmp.ratelimit', 0)
  let neighbours = 0
  return {
    async addAddress(...addresses) {
      for (const address of addresses) {
        const bits = address.includes(':') ? '/128' : '/32'
        await ip('addr', 'add', `${address}${bits}`, 'dev', 'lo')
      }
    },
    async firewall(...rules) {
      await must('nft', ['-f', '-'], table(['output'], rules))
    },
    ip,
    sysctl,
    write,
    async neighbour(options = {}) {
      neighbours += 1
      const made = await makeNeighbour(neighbours, folder, options)
      stops.push(made.stop)
      return made.neighbour
    },
    async [Symbol.asyncDispose]() {
      for (const stop of stops.toReversed()) await stop()
      for (const file of mounted.keys()) await must('umount', [`/etc/${file}`])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Made {
  readonly neighbour: Neighbour
  readonly stop: () => Promise<void>
}

async function makeNeighbour(
  number: number,
  folder: string,
  options: NeighbourOptions,
): Promise<Made> {
  const children: (() => Promise<void>)[] = []
  /** Starts a program and waits for its first words. */
  const begin = async (command: string, args: readonly string[]): Promise<number> => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = once(child, 'exit')
    children.push(async () => {
      child.kill('SIGKILL')
      await gone
    })
    await Promise.race([
      once(child.stdout, 'data'),
      gone.then(([code]: unknown[]) => {
        throw new Error(`${command} ended at once with ${String(code)}`)
      }),
    ])
    if (child.pid === undefined) throw new Error(`${command} did not start`)
    return child.pid
  }
  // The namespace lives as long as this process.
  const sleeper = 'echo ready; exec sleep 600'
  const pid = await begin('unshare', ['--net', 'sh', '-c', sleeper])
  const inside = ['-t', String(pid), '--net']
  const there = (...args: readonly string[]): Promise<void> =>
    must('nsenter', [...inside, 'ip', ...args])
  const near = `near${String(number)}`
  const far = `far${String(number)}`
  const here = `10.99.${String(number)}.1`
  const other = `10.99.${String(number)}.2`
  const control = path.join(folder, `link-${String(number)}.json`)
  writeFileSync(control, '{}')
  await there('link', 'set', 'lo', 'up')
  if (options.link === 'tun') {
    const script = path.join(import.meta.dirname, 'link.py')
    // A virtual environment's python may be a shim that takes half a second.
    await begin('/usr/bin/python3', [script, near, far, String(pid), control])
  } else {
    await must('ip', [
      'link',
      'add',
      near,
      'type',
      'veth',
      'peer',
      'name',
      far,
      'netns',
      String(pid),
    ])
  }
  for (const [say, name, own, peer] of [
    [(...args: string[]) => must('ip', args), near, here, other],
    [there, far, other, here],
  ] as const) {
    await say('addr', 'add', own, 'peer', peer, 'dev', name)
    // Real packets instead of 64 KiB ones, so that rules about length see them.
    if (options.link !== 'tun')
      await say('link', 'set', name, 'gso_max_size', '1500', 'gso_max_segs', '1')
    await say('link', 'set', name, 'up')
  }
  for (const address of options.addresses ?? []) {
    await there('addr', 'add', `${address}/32`, 'dev', 'lo')
    await must('ip', ['route', 'add', `${address}/32`, 'via', other])
  }
  const neighbour: Neighbour = {
    async start(command, args) {
      await begin('nsenter', [...inside, command, ...args])
    },
    async firewall(...rules) {
      await must('nsenter', [...inside, 'nft', '-f', '-'], table(['input', 'forward'], rules))
    },
    async serveApi(credentials = labIssuer().leaf({ names: ['api.openai.com'] })) {
      const file = path.join(folder, `credentials-${String(number)}.json`)
      writeFileSync(file, JSON.stringify(credentials))
      const script = path.join(import.meta.dirname, 'serve-api.ts')
      await begin('nsenter', [...inside, process.execPath, script, file])
    },
    link: (behaviour) => {
      writeFileSync(control, JSON.stringify(behaviour))
    },
  }
  return {
    neighbour,
    async stop() {
      for (const stop of children.toReversed()) await stop()
    },
  }
}
