/**
 * What clients of every language print when a fault really happens: each program runs against servers
 * of this process, and `explain` has to name the owner and the code from its own words.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from '../loopback/api.ts'
import { breakAfterRequest, closedPort, startTls } from '../loopback/faults.ts'
import { labIssuer } from '../loopback/pki.ts'
import { openai401, rateLimited, serverError, unsupportedCountry } from '../loopback/replies.ts'
import { explain } from '../../src/explain/index.ts'
import type { Owner } from '../../src/model/index.ts'
import { run, whichProgram } from './namespace.ts'

interface Fault {
  readonly url: string
  /** `http://127.0.0.1:PORT`. */
  readonly proxy?: string
  readonly close: () => Promise<void>
}

interface Case {
  readonly owner: Owner
  /** Where the client's words name this machine: what should answer there is a service of its own. */
  readonly ownerHere?: Owner
  /** Codes that the words of a client may come to, the most telling first. */
  readonly codes: RegExp
  readonly start: () => Promise<Fault>
}

const closing =
  (...all: readonly AsyncDisposable[]): (() => Promise<void>) =>
  async () => {
    for (const one of all) await one[Symbol.asyncDispose]()
  }

const answered =
  (reply: ReturnType<typeof openai401>): Case['start'] =>
  async () => {
    const api = await startApi({ tls: 'none', answers: { '*': reply } })
    return { url: `${api.origin.replace('localhost', '127.0.0.1')}/v1/models`, close: closing(api) }
  }

const certified =
  (options: Parameters<ReturnType<typeof labIssuer>['leaf']>[0]): Case['start'] =>
  async () => {
    const server = await startTls(() => {}, {}, labIssuer().leaf(options))
    return { url: `https://127.0.0.1:${server.port}/v1/models`, close: closing(server) }
  }

/** A proxy that answers CONNECT so. */
const proxied =
  (answer: string): Case['start'] =>
  async () => {
    const server = net.createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end(answer))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    return {
      url: 'https://api.openai.com/v1/models',
      proxy: `http://127.0.0.1:${port}`,
      close: async () => {
        server.close()
        await Promise.resolve()
      },
    }
  }

const CASES: Readonly<Record<string, Case>> = {
  'a closed port': {
    owner: 'connection-path',
    ownerHere: 'route-provider',
    codes: /^tcp\.(?:refused|failed)$/,
    start: async () => {
      const closed = await closedPort()
      return { url: `http://127.0.0.1:${closed.port}/v1/models`, close: closing(closed) }
    },
  },
  'a name that does not exist': {
    owner: 'connection-path',
    codes: /^dns\.(?:name_not_resolved|failed)$/,
    start: async () => ({ url: 'https://api-openai-com.invalid/v1/models', close: closing() }),
  },
  'a reset after the request': {
    owner: 'connection-path',
    codes: /^http\.(?:reset|closed)$/,
    start: async () => {
      const server = await breakAfterRequest('reset')
      return { url: `http://127.0.0.1:${server.port}/v1/models`, close: closing(server) }
    },
  },
  'an end after the request': {
    owner: 'connection-path',
    codes: /^http\.(?:closed|reset)$/,
    start: async () => {
      const server = await breakAfterRequest('fin')
      return { url: `http://127.0.0.1:${server.port}/v1/models`, close: closing(server) }
    },
  },
  'an unknown authority': {
    owner: 'connection-path',
    codes: /^tls\.cert\.(?:authority_invalid|invalid)$/,
    start: certified({}),
  },
  // Some clients tell of the unknown authority first.
  'an expired certificate': {
    owner: 'connection-path',
    codes: /^tls\.cert\.(?:date_invalid|authority_invalid|invalid)$/,
    start: certified({ fromDays: -30, toDays: -1 }),
  },
  'a certificate for another name': {
    owner: 'connection-path',
    codes: /^tls\.cert\.(?:name_invalid|authority_invalid|invalid)$/,
    start: certified({ names: ['proxy.corp.example'] }),
  },
  'a proxy that wants a password': {
    owner: 'connection-path',
    codes: /^proxy\.(?:auth_required|http_error)$/,
    start: proxied(
      'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="corp"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    ),
  },
  'a proxy that refuses': {
    owner: 'connection-path',
    codes: /^proxy\.(?:denied|http_error|closed)$/,
    start: proxied('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
  },
  'a wrong key': { owner: 'auth', codes: /^(?:api|http)\./, start: answered(openai401()) },
  'a rate limit': { owner: 'rate-limit', codes: /^(?:api|http)\./, start: answered(rateLimited()) },
  'a failing server': {
    owner: 'api-server',
    codes: /^(?:api|http)\./,
    start: answered(serverError()),
  },
  'an unsupported country': {
    owner: 'connection-path',
    codes: /^api\.unsupported_country/,
    start: answered(unsupportedCountry()),
  },
  silence: {
    owner: 'connection-path',
    codes: /^(?:http|path|tcp)\.timed_out$/,
    start: async () => {
      // A client that gives up may reset the connection.
      const server = net.createServer((socket) => socket.on('error', () => {}))
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      return {
        url: `http://127.0.0.1:${port}/v1/models`,
        close: async () => {
          server.close()
          await Promise.resolve()
        },
      }
    },
  },
}

interface Client {
  readonly program: string | undefined
  readonly args: (url: string) => readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** It takes no proxy from its environment. */
  readonly direct?: true
  /** A fault that it prints as it prints another. */
  readonly ambiguous?: string
  /** Says only that there was no answer. */
  readonly wordless?: true
  /** Prints a refusal without its body, so only the status says whose it is. */
  readonly bodiless?: true
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-printed-'))
const file = (name: string, text: string): string => {
  const full = path.join(folder, name)
  writeFileSync(full, text)
  return full
}

const SECONDS = 2

const GO = `package main
import ("fmt"; "io"; "net/http"; "os"; "time")
func main() {
  client := &http.Client{Timeout: ${SECONDS} * time.Second}
  response, err := client.Get(os.Args[1])
  if err != nil { fmt.Println("openai request failed:", err); os.Exit(1) }
  body, _ := io.ReadAll(response.Body)
  fmt.Printf("openai: error, status code: %d, body: %s\\n", response.StatusCode, body); os.Exit(1)
}
`
const JAVA = `import java.net.*; import java.net.http.*; import java.time.*;
public class Call { public static void main(String[] a) throws Exception {
  HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(${SECONDS})).proxy(ProxySelector.getDefault()).build();
  HttpResponse<String> r = client.send(HttpRequest.newBuilder(URI.create(a[0])).timeout(Duration.ofSeconds(${SECONDS})).build(), HttpResponse.BodyHandlers.ofString());
  throw new RuntimeException("OpenAI HTTP " + r.statusCode() + " - " + r.body());
} }
`
const JAVA_URL = `import java.io.*; import java.net.*;
public class Old { public static void main(String[] a) throws Exception {
  HttpURLConnection c = (HttpURLConnection) new URL(a[0]).openConnection(); c.setConnectTimeout(${SECONDS * 1000}); c.setReadTimeout(${SECONDS * 1000});
  int status = c.getResponseCode();
  throw new RuntimeException("OpenAI HTTP " + status + " - " + new String(c.getErrorStream().readAllBytes()));
} }
`
const NODE = `fetch(process.argv[1], {signal: AbortSignal.timeout(${SECONDS * 1000})}).then(async r => { throw new Error('OpenAI request failed with HTTP ' + r.status + ': ' + await r.text()) }).catch(e => { console.error(e); process.exit(1) })`
const NODE_HTTPS = `const m = require(process.argv[1].startsWith('https') ? 'https' : 'http')
const r = m.get(process.argv[1], {timeout: ${SECONDS * 1000}}, async s => { let t=''; for await (const c of s) t += c; console.error('OpenAI request failed: ' + s.statusCode + ' status code ' + t); process.exit(1) })
r.on('timeout', () => r.destroy(new Error('Request timed out'))); r.on('error', e => { console.error(e); process.exit(1) })`
const PYTHON_LIBRARIES: Readonly<Record<string, string>> = {
  urllib: `import urllib.request
urllib.request.urlopen(sys.argv[1], timeout=${SECONDS})`,
  httpx: `import httpx
r = httpx.get(sys.argv[1], timeout=${SECONDS})
raise Exception(f"openai error code: {r.status_code} - {r.json()}")`,
  requests: `import requests
r = requests.get(sys.argv[1], timeout=${SECONDS})
raise Exception(f"openai error code: {r.status_code} - {r.json()}")`,
  aiohttp: `import aiohttp, asyncio
async def main():
    async with aiohttp.ClientSession(trust_env=True, timeout=aiohttp.ClientTimeout(total=${SECONDS})) as s:
        async with s.get(sys.argv[1]) as r:
            raise Exception(f"openai error code: {r.status} - {await r.json()}")
asyncio.run(main())`,
}
const RUBY = `require 'net/http'; require 'openssl'; u = URI(ARGV[0])
r = Net::HTTP.start(u.host, u.port, use_ssl: u.scheme == 'https', open_timeout: ${SECONDS}, read_timeout: ${SECONDS}, max_retries: 0) { |h| h.get(u.path) }
raise "OpenAI HTTP #{r.code}: #{r.body}"`
const FARADAY = `require 'faraday'
c = Faraday.new(request: { timeout: ${SECONDS} }) { |f| f.response :raise_error; f.adapter :net_http }
begin
  c.get(ARGV[0])
rescue Faraday::Error => e
  warn "OpenAI HTTP Error (spotted in ruby-openai): #{e.response&.dig(:body)}"
  raise
end`
const PHP_CURL = `$c = curl_init($argv[1]); curl_setopt_array($c, [CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => ${SECONDS}]);
$b = curl_exec($c); if ($b === false) throw new Exception('OpenAI: cURL error ' . curl_errno($c) . ': ' . curl_error($c));
throw new Exception('OpenAI: HTTP ' . curl_getinfo($c, CURLINFO_RESPONSE_CODE) . ' ' . $b);`
const PHP_STREAM = `$c = stream_context_create(['http' => ['timeout' => ${SECONDS}]]); file_get_contents($argv[1], false, $c);`

const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : undefined
const shipped = (name: string): string | undefined => {
  const found = `/opt/preflight-lab/node_modules/.bin/${name}`
  return existsSync(found) ? found : undefined
}

const CLIENTS: Readonly<Record<string, Client>> = {
  'node fetch': {
    program: process.execPath,
    args: (url) => ['-e', NODE, url],
    env: { NODE_USE_ENV_PROXY: '1' },
  },
  'node https': { program: process.execPath, args: (url) => ['-e', NODE_HTTPS, url], direct: true },
  curl: {
    program: whichProgram('curl'),
    args: (url) => ['-sS', '--fail-with-body', '-m', String(SECONDS), url],
  },
  ...Object.fromEntries(
    Object.entries(PYTHON_LIBRARIES).map(([name, code]) => [
      `python ${name}`,
      {
        program: python,
        args: (url: string) => ['-c', `import sys\n${code}`, url],
        ...(name === 'urllib' ? { bodiless: true as const } : {}),
      },
    ]),
  ),
  go: {
    program: whichProgram('go') === undefined ? undefined : path.join(folder, 'go-call'),
    args: (url) => [url],
  },
  'java HttpClient': {
    program: whichProgram('javac') === undefined ? undefined : whichProgram('java'),
    args: (url) => ['-XX:TieredStopAtLevel=1', '-cp', folder, 'Call', url],
    direct: true,
  },
  'java HttpURLConnection': {
    program: whichProgram('javac') === undefined ? undefined : whichProgram('java'),
    args: (url) => ['-XX:TieredStopAtLevel=1', '-cp', folder, 'Old', url],
    direct: true,
  },
  // It reads http_proxy only.
  'ruby Net::HTTP': {
    program: whichProgram('ruby'),
    args: (url) => ['-e', RUBY, url],
    direct: true,
  },
  // `403 "Forbidden" (Net::HTTPServerException)` is the same for the proxy and for the API.
  'ruby Faraday': {
    program: whichProgram('ruby'),
    args: (url) => ['-e', FARADAY, url],
    ambiguous: 'a proxy that refuses',
  },
  'php curl': { program: whichProgram('php'), args: (url) => ['-r', PHP_CURL, '--', url] },
  'php stream': {
    program: whichProgram('php'),
    args: (url) => ['-r', PHP_STREAM, '--', url],
    direct: true,
    bodiless: true,
    wordless: true,
  },
  bun: {
    program: shipped('bun'),
    args: (url) => ['-e', NODE.replaceAll('process.argv[1]', 'process.argv.at(-1)'), url],
  },
  deno: {
    program: shipped('deno'),
    args: (url) => [
      'run',
      '--allow-all',
      '--no-lock',
      file(
        'call.mjs',
        NODE.replaceAll('process.argv[1]', 'Deno.args[0]').replaceAll('process.exit', 'Deno.exit'),
      ),
      url,
    ],
  },
}

/** What it printed, as if it had happened to the API's own host. */
function printed(client: Client, fault: Fault): Promise<string> {
  const { program = '', args, env } = client
  const proxies =
    fault.proxy === undefined ? {} : { HTTPS_PROXY: fault.proxy, https_proxy: fault.proxy }
  return new Promise((resolve) => {
    const child = spawn(program, args(fault.url), {
      env: { PATH: process.env['PATH'], HOME: folder, NO_COLOR: '1', ...env, ...proxies },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 40_000,
      killSignal: 'SIGKILL',
    })
    let said = ''
    const hear = (chunk: Buffer): void => {
      if (said.length < 20_000) said += chunk.toString()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', () => {
      resolve(
        said
          .replaceAll(/\b127\.0\.0\.1:\d+\/v1/g, 'api.openai.com/v1')
          .replaceAll(/api-openai-com\.invalid/g, 'api.openai.com')
          .replaceAll(/host='127\.0\.0\.1', port=\d+/g, "host='api.openai.com', port=443"),
      )
    })
  })
}

beforeAll(async () => {
  if (whichProgram('go') !== undefined) {
    mkdirSync(path.join(folder, 'gocache'))
    await run(
      whichProgram('go') ?? '',
      ['build', '-o', path.join(folder, 'go-call'), file('call.go', GO)],
      {
        timeoutMs: 120_000,
        env: { GOCACHE: path.join(folder, 'gocache'), HOME: folder },
      },
    )
  }
  if (whichProgram('javac') !== undefined) {
    const sources = [file('Call.java', JAVA), file('Old.java', JAVA_URL)]
    await run(whichProgram('javac') ?? '', ['-d', folder, ...sources], { timeoutMs: 60_000 })
  }
}, 180_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe.each(Object.entries(CLIENTS))('%s', (_name, client) => {
  test.skipIf(client.program === undefined).each(Object.entries(CASES))(
    '%s',
    async (code, { owner, ownerHere = owner, codes, start }) => {
      const fault = await start()
      try {
        if (fault.proxy !== undefined && client.direct === true) return
        // A status without its body says nothing of a country.
        if (client.ambiguous === code) return
        if (client.bodiless === true && code === 'an unsupported country') return
        const said = await printed(client, fault)
        const { verdict } = await explain([
          Buffer.from(`calling OpenAI\n${said}\nOpenAI gave no summary\n`),
        ])
        const isHere = /127\.0\.0\.1|localhost/.test(said) && !said.includes('api.openai.com')
        expect({ owner: verdict.owner, code: verdict.code, said }).toMatchObject({
          owner: isHere ? ownerHere : owner,
          code: expect.stringMatching(
            client.wordless === true ? new RegExp(`${codes.source}|^path\\.no_response$`) : codes,
          ),
        })
      } finally {
        await fault.close()
      }
    },
    90_000,
  )
})
