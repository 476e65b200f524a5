/**
 * `node inside-hanging.ts MAIN CASE`: in a namespace whose name server never answers, runs the built
 * action and prints how it ended, as JSON.
 */
import process from 'node:process'
import { createServer } from 'node:http'
import { startNameServer, type ZoneEntry } from '../lab/dns.ts'
import { startApi, labKey } from '../loopback/api.ts'
import { startProxy } from '../loopback/proxy.ts'
import { listen } from '../loopback/listen.ts'
import { setUpNetwork } from '../lab/network.ts'
import { runStep, type Step } from '../dist/step.ts'

const [main = '', name = '', node] = process.argv.slice(2)
const SILENT: ZoneEntry = { fault: 'silent' }
const TRUNCATED: ZoneEntry = { fault: 'truncated', tcp: 'silent' }
const DEADLINE_MS = 3000
const INPUTS = {
  model: 'demo-model',
  route: 'openai',
  timeout: '1500ms',
  deadline: `${DEADLINE_MS}ms`,
  'api-key': labKey(),
  'base-url': 'https://api.openai.com/v1',
}

async function told(options: Parameters<typeof runStep>[0]): Promise<object> {
  const started = performance.now()
  const step: Step = await runStep({ main, ...(node === undefined ? {} : { node }), ...options })
  return {
    ms: Math.round(performance.now() - started),
    code: step.ended.code,
    killed: step.ended.killed,
    outputs: step.outputs,
    hasPacket: step.packet.verdict !== undefined,
    routes: step.packet.routes?.map(({ name: route, verdict }) => [
      route,
      verdict.verdict,
      verdict.code,
    ]),
    problems: step.problems,
  }
}

const CASES: Readonly<Record<string, () => Promise<object>>> = {
  silent: () => told({ inputs: INPUTS }),
  truncated: () => told({ inputs: INPUTS }),
  async cancelled() {
    const pids: number[] = []
    return told({
      inputs: { ...INPUTS, timeout: '20s', deadline: '30s' },
      onStart: (pid) => {
        pids.push(pid)
        setTimeout(() => {
          for (const one of pids) process.kill(one, 'SIGINT')
        }, 1000)
      },
    })
  },
  /** Ten names that hang beside one that does not: it must not wait for them. */
  async several() {
    await using api = await startApi()
    const hanging = Array.from(
      { length: 10 },
      (_, n) => `  hanging${n}:\n    base-url: https://hanging${n}.test/v1\n`,
    )
    const route = `  healthy:\n    base-url: ${api.baseUrl}\n`
    const common = 'defaults:\n  route: openai\n  model: demo-model\n  api-key-env: LAB_KEY\n'
    return await told({
      inputs: { config: '{folder}/routes.yml', timeout: '1500ms', deadline: '5s' },
      env: { LAB_KEY: labKey() },
      files: { 'routes.yml': `${common}routes:\n${hanging.join('')}${route}` },
    })
  },
  /** A key must not travel in clear to a public address, whatever the host is called. */
  async 'plain-http'() {
    let bytes = 0
    const server = createServer((_request, response) => response.end('{}'))
    server.on('connection', (socket) => {
      socket.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
    })
    await using _server = await listen(server, { host: '8.8.4.4', port: 8080 })
    const plain = { ...INPUTS, route: 'gateway', 'base-url': 'http://gateway.internal:8080/v1' }
    return { ...(await told({ inputs: plain })), bytes }
  },
  /** The hop that is dialled counts: a proxy sees everything that is not inside TLS. */
  async 'plain-http-proxy'() {
    await using api = await startApi({ tls: 'none' })
    const to = { host: '127.0.0.1', port: api.port }
    await using proxy = await startProxy({ behaviour: { does: 'tunnel', to }, host: '8.8.4.4' })
    const inputs = { ...INPUTS, route: 'gateway', 'base-url': 'http://gateway.internal:8080/v1' }
    const env = { HTTP_PROXY: `http://8.8.4.4:${proxy.port}`, NODE_USE_ENV_PROXY: '1' }
    const step = await told({ inputs, env })
    return { ...step, keyBytes: api.keyBytes(labKey()), connects: proxy.connects.length }
  },
}

await using network = await setUpNetwork()
await network.addAddress('8.8.4.4')
network.write('resolv.conf', 'nameserver 127.0.0.53\noptions timeout:5 attempts:3\n')
network.write('hosts', '127.0.0.1 localhost\n8.8.4.4 gateway.internal\n')
await using _names = await startNameServer({
  host: '127.0.0.53',
  port: 53,
  zone: {},
  otherwise: name === 'truncated' ? TRUNCATED : SILENT,
})
const result = await CASES[name]?.()
process.stdout.write(JSON.stringify(result ?? { error: `no case ${name}` }))
