import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { whichProgram } from '../test/lab/namespace.ts'
import { API_NAME, BODY, type World } from './world.ts'

const PROGRAM = 'prometheus-blackbox-exporter'
const ADDRESS = '127.0.0.1:9115'

export interface Exporter extends AsyncDisposable {
  /** Milliseconds of one probe, as the caller of the daemon sees it. Throws when it did not succeed. */
  readonly probe: (way: 'direct' | 'proxied') => Promise<number>
}

/** The peer: a daemon that is running already and sends the same request. */
export async function startExporter(world: World): Promise<Exporter | undefined> {
  const program = whichProgram(PROGRAM)
  if (program === undefined) return undefined
  const config = join(world.folder, 'blackbox.json')
  const http = {
    method: 'POST',
    headers: { Authorization: `Bearer ${world.key}`, 'Content-Type': 'application/json' },
    body: BODY,
    preferred_ip_protocol: 'ip4',
    enable_http2: false,
    tls_config: { ca_file: world.root },
  }
  const module = (extra: object): object => ({
    prober: 'http',
    timeout: '10s',
    http: { ...http, ...extra },
  })
  // JSON is YAML.
  writeFileSync(
    config,
    JSON.stringify({
      modules: { direct: module({}), proxied: module({ proxy_url: world.proxyUrl }) },
    }),
  )
  const child = spawn(
    program,
    [`--config.file=${config}`, `--web.listen-address=${ADDRESS}`, '--log.level=error'],
    { stdio: ['ignore', 'ignore', 'inherit'], env: {} },
  )
  const target = encodeURIComponent(`https://${API_NAME}/v1/responses`)
  const url = `http://${ADDRESS}/probe?target=${target}`
  const exporter: Exporter = {
    probe: async (way) => {
      const began = performance.now()
      const text = await (await fetch(`${url}&module=${way}`)).text()
      const elapsed = performance.now() - began
      if (!text.includes('\nprobe_success 1'))
        throw new Error(`the exporter's probe failed: ${way}`)
      return elapsed
    },
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      await fetch(`http://${ADDRESS}/`)
      return exporter
    } catch {
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  await exporter[Symbol.asyncDispose]()
  throw new Error(`${PROGRAM} did not start`)
}
