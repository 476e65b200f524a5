/** `node namespace-checks.ts CHECK RUNTIME`: one look from inside a namespace of our own; prints JSON. */
import { execFileSync } from 'node:child_process'
import { API_NAME, openLab, type Lab } from '../scenarios/lab.ts'
import { setUpNetwork, type Network } from '../lab/network.ts'
import { labIssuer } from '../loopback/pki.ts'
import { startApi } from '../loopback/api.ts'
import { startProxy } from '../loopback/proxy.ts'
import { look, openStage, told, type RuntimeName, type Stage } from './stage.ts'

interface Check {
  readonly lab: Lab
  readonly network: Network
  readonly stage: Stage
  readonly ask: (question: {
    readonly env: Readonly<Record<string, string>>
    readonly through?: string
    readonly route?: string
  }) => Promise<string>
}

const CHECKS: Readonly<Record<string, (check: Check) => Promise<unknown>>> = {
  /** The name does not exist; every one of these is the same question of the same resolver. */
  nxdomain: async ({ lab, ask }) => {
    await lab.names({}, { code: 'NXDOMAIN' })
    return await ask({ env: { OPENAI_BASE_URL: 'https://gateway.corp.test/v1' }, route: 'gateway' })
  },
  'wrong-name': async ({ lab, ask }) => {
    await lab.names({}, { code: 'NXDOMAIN' })
    return await ask({ env: { OPENAI_BASE_URL: 'https://api.openia.com/v1' } })
  },
  'no-resolver': async ({ ask }) => await ask({ env: {} }),
  /** The API under its real name and a public address. */
  healthy: async ({ lab, ask }) => {
    await lab.names()
    await lab.publicApi()
    return await ask({ env: {} })
  },
  'no-route': async ({ lab, ask }) => {
    await lab.names({ [API_NAME]: { addresses: ['198.51.100.7'] } })
    return await ask({ env: {} })
  },
  /** An internal name leads to a public address, and the scheme is http: the key must not go out. */
  'plain-to-public': async ({ lab, network, ask }) => {
    await network.addAddress('162.159.140.240')
    await lab.names({ 'gateway.internal': { addresses: ['162.159.140.240'] } })
    const api = await lab.use(startApi({ host: '162.159.140.240', port: 80, tls: 'none' }))
    const verdict = await ask({
      env: { OPENAI_BASE_URL: 'http://gateway.internal/v1' },
      route: 'gateway',
    })
    return { verdict, keyBytes: api.keyBytes(lab.key) }
  },
  /** The API is private, and a proxy at a public address would read the key on its way there. */
  'plain-to-public-proxy': async ({ lab, network, ask }) => {
    await network.addAddress('162.159.140.240')
    await network.addAddress('10.20.30.40')
    await lab.names({ 'gateway.internal': { addresses: ['10.20.30.40'] } })
    const api = await lab.use(startApi({ host: '10.20.30.40', port: 80, tls: 'none' }))
    const proxy = await lab.use(
      startProxy({ host: '162.159.140.240', port: 3128, behaviour: { does: 'tunnel' } }),
    )
    const verdict = await ask({
      env: {
        OPENAI_BASE_URL: 'http://gateway.internal/v1',
        http_proxy: proxy.url,
        NODE_USE_ENV_PROXY: '1',
      },
      route: 'gateway',
    })
    return { verdict, keyBytes: api.keyBytes(lab.key) }
  },
  'plain-to-private': async ({ lab, network, ask }) => {
    await network.addAddress('10.20.30.40')
    await lab.names({ 'gateway.internal': { addresses: ['10.20.30.40'] } })
    await lab.use(startApi({ host: '10.20.30.40', port: 80, tls: 'none', key: lab.key }))
    return await ask({
      env: { OPENAI_BASE_URL: 'http://gateway.internal/v1' },
      route: 'gateway',
    })
  },
  /** `ip netns exec`: the target is joined by a cable, and its way differs from the caller's. */
  netns: async ({ lab, network, ask }) => {
    const ip = (...args: readonly string[]): string =>
      execFileSync('ip', args, { encoding: 'utf8' })
    // The names of namespaces live below /run: this one is ours alone.
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', '/run'])
    ip('netns', 'add', 'app')
    ip('link', 'add', 'near', 'type', 'veth', 'peer', 'name', 'far', 'netns', 'app')
    ip('addr', 'add', '10.98.0.1/24', 'dev', 'near')
    ip('link', 'set', 'near', 'up')
    ip('-n', 'app', 'addr', 'add', '10.98.0.2/24', 'dev', 'far')
    ip('-n', 'app', 'link', 'set', 'far', 'up')
    ip('-n', 'app', 'link', 'set', 'lo', 'up')
    const tls = labIssuer().leaf({ names: ['10.98.0.1', '10.97.0.1'] })
    await lab.use(startApi({ host: '10.98.0.1', port: 443, tls, key: lab.key }))
    // Only the caller has this address: the target has no route to it.
    await network.addAddress('10.97.0.1')
    await lab.use(startApi({ host: '10.97.0.1', port: 443, tls, key: lab.key }))
    const through = 'ip netns exec app'
    return {
      reached: await ask({ env: { OPENAI_BASE_URL: 'https://10.98.0.1/v1' }, through }),
      notFromThere: await ask({ env: { OPENAI_BASE_URL: 'https://10.97.0.1/v1' }, through }),
      fromHere: await ask({ env: { OPENAI_BASE_URL: 'https://10.97.0.1/v1' } }),
    }
  },
}

const [name = '', runtime = ''] = process.argv.slice(2)
const check = CHECKS[name]
const isRuntime = (text: string): text is RuntimeName => ['node', 'python3', 'sh'].includes(text)
if (check === undefined || !isRuntime(runtime)) throw new Error('namespace-checks.ts CHECK RUNTIME')

async function perform(perform: NonNullable<typeof check>, runtime: RuntimeName): Promise<unknown> {
  await using network = await setUpNetwork()
  await using opened = openLab(network)
  const { lab } = opened
  using stage = openStage(runtime)
  return await perform({
    lab,
    network,
    stage,
    ask: async ({ env, through = '', route = 'openai' }) =>
      told(
        await look({
          prefix: `${through} ${stage.prefix({ OPENAI_API_KEY: lab.key, ...env })}`,
          inputs: { model: 'demo-model', timeout: '3s', route },
        }),
      ),
  })
}

const seen = await perform(check, runtime)
process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0))
