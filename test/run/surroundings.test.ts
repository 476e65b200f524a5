import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { closedPort } from '../loopback/faults.ts'
import { startApi, labKey } from '../loopback/api.ts'
import type { Evidence, SurroundingsFacts } from '../../src/model/index.ts'
import { defaultInterface, tunnelsIn } from '../../src/wire/surroundings.ts'
import { CONNECTION_NOTES } from '../../src/rules/connection/notes.ts'
import { evidence, failed, ok } from '../rules/evidence-builder.ts'
import { onlyRoute, runPreflight, seen } from './run.ts'

const noted = (id: string, seen: Evidence) =>
  CONNECTION_NOTES.find((note) => note.id === id)?.match(seen)

const address = (of: string) => ({
  address: of,
  netmask: '255.255.255.0',
  family: 'IPv4' as const,
  mac: '00:00:00:00:00:00',
  internal: false,
  cidr: null,
})

test.each<[string, readonly string[]]>([
  ['tun0', ['tun0']],
  ['wg0', ['wg0']],
  ['utun4', ['utun4']],
  ['ppp0', ['ppp0']],
  ['tailscale0', ['tailscale0']],
  ['eth0', []],
  ['tunnelvision', []],
  ['docker0', []],
])('%s is told as %j', (name, told) => {
  expect(tunnelsIn({ [name]: [address('10.8.0.2')] })).toEqual(told)
})

test('an interface that only has a link-local address leads nowhere', () => {
  expect(tunnelsIn({ utun0: [address('169.254.3.4')], utun1: [] })).toEqual([])
})

const HEAD = 'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n'
test.each<[string, string | undefined]>([
  [`${HEAD}eth0\t00000000\t0100000A\t0003\t0\t0\t100\t00000000\n`, 'eth0'],
  [
    `${HEAD}eth0\t00000000\t0100000A\t0003\t0\t0\t100\t00000000\ntun0\t00000000\t0100000A\t0003\t0\t0\t50\t00000000\n`,
    'tun0',
  ],
  [
    `${HEAD}eth0\t00000000\t0100000A\t0003\t0\t0\t0\t00000000\ntun0\t00000000\t0100080A\t0003\t0\t0\t50\t00000080\ntun0\t00000080\t0100080A\t0003\t0\t0\t50\t00000080\n`,
    'tun0',
  ],
  [`${HEAD}eth0\t0000000A\t00000000\t0001\t0\t0\t0\t00FFFFFF\n`, undefined],
  ['', undefined],
])('the default route of %j leaves by %s', (routes, name) => {
  expect(defaultInterface(routes)).toBe(name)
})

/** A network namespace of its own, with /sys of its own, and one interface that the default route leaves by. */
const inNamespace = (name: string, mtu: number): string => {
  const script = [
    'mount -t sysfs sysfs /sys',
    `ip tuntap add dev ${name} mode tun`,
    `ip link set ${name} mtu ${String(mtu)} up`,
    `ip addr add 10.8.0.2/24 dev ${name}`,
    `ip route add default dev ${name}`,
    `exec ${process.execPath} -e 'import(process.argv[1]).then((m) => console.log(JSON.stringify(m.readSurroundings())))' ${join(import.meta.dirname, '../../src/wire/surroundings.ts')}`,
  ]
  return execFileSync('unshare', ['--net', '--mount', 'sh', '-ec', script.join('\n')], {
    encoding: 'utf8',
  })
}
const canMakeOne =
  spawnSync('unshare', ['--net', '--mount', 'sh', '-c', 'ip tuntap add dev tun9 mode tun'])
    .status === 0

test.runIf(canMakeOne).each([
  ['tun0', 1380],
  ['wg0', 1420],
])('the kernel tells of a default route by %s, with its MTU', (name, mtu) => {
  expect(JSON.parse(inNamespace(name, mtu))).toMatchObject({
    defaultInterface: name,
    mtu,
    tunnels: [name],
  })
})

describe('the note', () => {
  const note = (facts: SurroundingsFacts) =>
    noted(
      'egress/surroundings',
      evidence([failed('connect', 'tcp.timed_out'), ok('surroundings', facts)]),
    )
  test.each<[SurroundingsFacts, RegExp]>([
    [
      { tunnels: ['tun0'], defaultInterface: 'tun0', mtu: 1380, linkLocalResolvers: [] },
      /^This machine has the VPN or tunnel interface tun0, and the default route leaves by tun0; the default route by tun0 has an MTU of 1380 bytes: /,
    ],
    [
      { tunnels: [], defaultInterface: 'eth0', mtu: 1500, linkLocalResolvers: ['fe80::1'] },
      /^Link-local name servers are asked \(fe80::1\): /,
    ],
  ])('of %j', (facts, sentence) => {
    expect(note(facts)).toMatchObject({ code: 'path.surroundings', rule: 'egress/surroundings' })
    expect(note(facts)?.summary).toMatch(sentence)
  })

  test('is not there for a host of this machine, which no default route leads to', () => {
    const facts = { tunnels: ['tun0'], defaultInterface: 'tun0', mtu: 1380, linkLocalResolvers: [] }
    for (const baseUrl of ['https://localhost:8443/v1', 'http://127.0.0.1:4000/v1']) {
      const seen = [failed('connect', 'tcp.timed_out'), ok('surroundings', facts)]
      expect(noted('egress/surroundings', evidence(seen, { route: { baseUrl } }))).toBeUndefined()
    }
  })

  test('says nothing of an MTU where the lookup failed, which is one small packet', () => {
    const facts = { tunnels: [], defaultInterface: 'eth0', mtu: 1400, linkLocalResolvers: [] }
    expect(note(facts)?.summary).toContain('1400 bytes')
    const seen = [failed('lookup', 'dns.name_not_resolved'), ok('surroundings', facts)]
    expect(noted('egress/surroundings', evidence(seen))).toBeUndefined()
  })

  const plain = { tunnels: [], defaultInterface: 'eth0', mtu: 1500, linkLocalResolvers: [] }
  const opened = (address: string, elapsedMs: number, of: 'target' | 'proxy' = 'target') =>
    noted(
      'egress/surroundings',
      evidence([
        ok(
          'connect',
          { host: 'api.openai.com', port: 443, address, of, attempts: [] },
          { elapsedMs },
        ),
        failed('handshake', 'tls.timed_out'),
        ok('surroundings', plain),
      ]),
    )?.summary

  test('says that something near accepted a connection that was meant for a public address', () => {
    expect(opened('162.159.140.245', 0.4)).toMatch(
      /^The connection to 162\.159\.140\.245 was accepted within 1 ms, .* a transparent proxy may have accepted it/,
    )
  })

  test.each<[string, number, 'target' | 'proxy']>([
    ['162.159.140.245', 1, 'target'],
    ['10.1.2.3', 0.4, 'target'],
    ['162.159.140.245', 0.4, 'proxy'],
  ])('says nothing of %s after %s ms (%s)', (address, elapsedMs, of) => {
    expect(opened(address, elapsedMs, of)).toBeUndefined()
  })

  test('is not there on a plain machine', () => {
    expect(
      note({ tunnels: [], defaultInterface: 'eth0', mtu: 1500, linkLocalResolvers: [] }),
    ).toBeUndefined()
  })
})

test('a hop that names itself in via although no proxy is configured is noted, and so is nothing else', () => {
  const answer = (headers: Readonly<Record<string, string>>, status = 403) =>
    ok('response', {
      method: 'POST',
      path: '/v1/responses',
      status,
      httpVersion: '1.1',
      headers,
      body: { bytes: 0, truncated: false, complete: true, shape: 'empty', marks: [] },
      authenticated: true,
    })
  const via = { via: '1.1 cache7 (squid)' }
  expect(noted('egress/transparent-proxy', evidence([answer(via)]))).toMatchObject({
    rule: 'egress/transparent-proxy',
    code: 'proxy.transparent',
  })
  expect(noted('egress/transparent-proxy', evidence([answer({})]))).toBeUndefined()
  expect(noted('egress/transparent-proxy', evidence([answer(via, 200)]))).toBeUndefined()
  const gateway = { baseUrl: 'https://llm.example.com/v1', kind: 'gateway' as const }
  expect(
    noted('egress/transparent-proxy', evidence([answer(via)], { route: gateway })),
  ).toBeUndefined()
})

test('this machine is looked at where no response came, and left alone after an answer', async () => {
  await using closed = await closedPort()
  const inputs = { route: 'openai', 'base-url': `https://127.0.0.1:${String(closed.port)}/v1` }
  const broken = onlyRoute(await runPreflight({ inputs }))
  expect(seen(broken, 'surroundings')).toMatchObject([
    { status: 'ok', facts: { tunnels: expect.any(Array), linkLocalResolvers: expect.any(Array) } },
  ])
  await using api = await startApi({ key: labKey(), answers: { '*': { status: 500 } } })
  const answered = onlyRoute(
    await runPreflight({ inputs: { route: 'openai', 'base-url': api.baseUrl } }),
  )
  expect(seen(answered, 'surroundings')).toEqual([])
})
