/**
 * Which exceptions the HTTP libraries below the SDKs really throw: each program meets the fault, prints the
 * classes of what it caught with its causes, and `exceptionChain` has to say the same.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exceptionChain } from '../../src/knowledge/exceptions.ts'
import type { Client, Code } from '../../src/model/index.ts'
import { breakAfterFirstBytes, closedPort, startTls } from '../loopback/faults.ts'
import { run, whichProgram } from './namespace.ts'

interface Fault {
  readonly code: Code
  readonly errno?: string
  readonly proxyStatus?: number
  readonly start: () => Promise<AsyncDisposable & { readonly url: string; readonly proxy?: string }>
}

const at =
  (
    scheme: string,
    start: () => Promise<AsyncDisposable & { readonly port: number }>,
  ): Fault['start'] =>
  async () => {
    const server = await start()
    return {
      url: `${scheme}://127.0.0.1:${String(server.port)}/v1`,
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    }
  }

const refusing = async () => {
  const server = net.createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () =>
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      ),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: 'https://api-openai-com.invalid/v1',
    proxy: `127.0.0.1:${String(port)}`,
    [Symbol.asyncDispose]: async () => {
      server.close()
      await Promise.resolve()
    },
  }
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'a name that does not exist': {
    code: 'dns.name_not_resolved',
    errno: 'ENOTFOUND',
    start: async () => ({
      url: 'https://api-openai-com.invalid/v1',
      [Symbol.asyncDispose]: async () => {},
    }),
  },
  'a closed port': {
    code: 'tcp.refused',
    errno: 'ECONNREFUSED',
    start: at('https', () => closedPort()),
  },
  'a reset in the handshake': {
    code: 'tls.reset',
    errno: 'ECONNRESET',
    start: at('https', () => breakAfterFirstBytes('reset')),
  },
  'an end in the handshake': {
    code: 'tls.closed',
    start: at('https', () => breakAfterFirstBytes('fin')),
  },
  'an unknown authority': {
    code: 'tls.cert.authority_invalid',
    errno: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    start: at('https', () => startTls(() => {})),
  },
  'a reset after the request': {
    code: 'http.reset',
    errno: 'ECONNRESET',
    start: at('http', () => breakAfterFirstBytes('reset')),
  },
  'an end after the request': {
    code: 'http.closed',
    start: at('http', () => breakAfterFirstBytes('fin')),
  },
  silence: { code: 'http.timed_out', start: at('http', () => breakAfterFirstBytes('silence')) },
  'a proxy that refuses': { code: 'proxy.auth_required', proxyStatus: 407, start: refusing },
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-exceptions-'))

/** As openai-go asks: a context with a deadline, and the error of net/http as it is. */
const GO = `package main
import ("context"; "errors"; "fmt"; "io"; "net/http"; "os"; "strings"; "syscall"; "time")
func main() {
  ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second); defer cancel()
  request, _ := http.NewRequestWithContext(ctx, "POST", os.Args[1]+"/responses", strings.NewReader("{}"))
  response, err := http.DefaultClient.Do(request)
  if err == nil { fmt.Println("HTTP", response.StatusCode); return }
  for ; err != nil; err = errors.Unwrap(err) {
    if err == io.EOF { fmt.Println("io.EOF"); continue }
    if err == context.DeadlineExceeded { fmt.Println("context.DeadlineExceeded"); continue }
    if no, ok := err.(syscall.Errno); ok { fmt.Println("syscall.Errno", map[syscall.Errno]string{syscall.ECONNREFUSED: "ECONNREFUSED", syscall.ECONNRESET: "ECONNRESET"}[no]); continue }
    fmt.Printf("%T\\n", err)
  }
}
`
/** openai-java asks OkHttp, and wraps its IOException. */
const JAVA = `import okhttp3.*; import java.util.concurrent.TimeUnit;
public class Call { public static void main(String[] a) {
  OkHttpClient client = new OkHttpClient.Builder().readTimeout(2, TimeUnit.SECONDS).build();
  try { client.newCall(new Request.Builder().url(a[0] + "/responses").post(RequestBody.create(MediaType.parse("application/json"), "{}")).build()).execute(); }
  catch (Exception e) { for (Throwable t = e; t != null; t = t.getCause()) System.out.println(t.getClass().getName()); }
  System.exit(0);
} }
`
/** openai-ruby asks Net::HTTP; what it rescues stands in \`cause\`. */
const RUBY = `require 'net/http'; require 'openssl'; u = URI(ARGV[0] + '/responses')
begin
  Net::HTTP.start(u.host, u.port, use_ssl: u.scheme == 'https', read_timeout: 2, max_retries: 0) { |h| h.post(u.path, '{}') }
rescue StandardError => e
  puts e.class
end`
/** openai-php takes the PSR-18 client that it finds, which is Guzzle where that is installed. */
const PHP = `require 'GuzzleHttp/autoload.php';
try { (new GuzzleHttp\\Client(['timeout' => 2]))->sendRequest(new GuzzleHttp\\Psr7\\Request('POST', $argv[1] . '/responses', [], '{}')); }
catch (Throwable $e) { preg_match('/cURL error \\d+/', $e->getMessage(), $m); echo get_class($e), isset($m[0]) ? ': ' . $m[0] : '', "\\n"; }`
/** The real SDK, with the fetch of this runtime. */
const SDK = (openai: string, url: string): string => `import OpenAI from ${JSON.stringify(openai)}
const client = new OpenAI({ baseURL: ${url}, apiKey: 'x', maxRetries: 0, timeout: 2000 })
try { await client.responses.create({ model: 'm', input: 'ping' }) } catch (error) {
  for (let one = error, first = true; one instanceof Error; one = one.cause, first = false) {
    const plain = one.constructor.name === 'TypeError'
    const abort = one.name === 'AbortError' ? ' AbortError' : ''
    console.log(one.constructor.name + abort + (!first && !abort && typeof one.code === 'string' ? ' ' + one.code : ''))
  }
}`

interface Program {
  readonly client: Client
  /** Absent where it is not installed. */
  readonly command: ((url: string) => readonly [string, ...string[]]) | undefined
  readonly proxy: (place: string) => Readonly<Record<string, string>>
  /** The SDK's own class is not here to be caught: the chain begins with its cause. */
  readonly below?: true
}

const file = (name: string, text: string): string => {
  const full = path.join(folder, name)
  writeFileSync(full, text)
  return full
}
const shipped = (name: string): string | undefined => {
  const found = `/opt/preflight-lab/node_modules/.bin/${name}`
  return existsSync(found) ? found : undefined
}
const JARS = ['okhttp', 'okio'].map((name) => `/usr/share/java/${name}.jar`)
const root = path.join(import.meta.dirname, '../..')
const sdk = path.join(root, 'node_modules/openai/index.mjs')
const [go, java, javac, ruby, php] = ['go', 'java', 'javac', 'ruby', 'php'].map(whichProgram)
const [bun, deno] = ['bun', 'deno'].map(shipped)
const hasOkHttp = java !== undefined && javac !== undefined && JARS.every((jar) => existsSync(jar))
const upper = (place: string) => ({ HTTPS_PROXY: `http://${place}` })

const PROGRAMS: Readonly<Record<string, Program>> = {
  go: {
    client: 'go',
    command: go === undefined ? undefined : (url) => [path.join(folder, 'call'), url],
    proxy: upper,
  },
  'OkHttp, as openai-java has it': {
    client: 'java',
    below: true,
    command: hasOkHttp
      ? (url) => [java, '-XX:TieredStopAtLevel=1', '-cp', [folder, ...JARS].join(':'), 'Call', url]
      : undefined,
    proxy: (place) => ({
      JAVA_TOOL_OPTIONS: `-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=${place.split(':')[1] ?? ''}`,
    }),
  },
  'Net::HTTP, as openai-ruby has it': {
    client: 'ruby',
    below: true,
    command: ruby === undefined ? undefined : (url) => [ruby, '-e', RUBY, url],
    proxy: (place) => ({ http_proxy: `http://${place}` }),
  },
  'Guzzle, as openai-php finds it': {
    client: 'php',
    below: true,
    command:
      php === undefined || !existsSync('/usr/share/php/GuzzleHttp/autoload.php')
        ? undefined
        : (url) => [php, '-r', PHP, '--', url],
    proxy: upper,
  },
  'openai in Bun': {
    client: 'bun',
    command:
      bun === undefined
        ? undefined
        : (url) => [bun, file('bun.mjs', SDK(sdk, 'process.argv[2]')), url],
    proxy: upper,
  },
  'openai in Deno': {
    client: 'deno',
    command:
      deno === undefined
        ? undefined
        : (url) => [
            deno,
            'run',
            '--allow-all',
            '--no-lock',
            file('deno.mjs', SDK(`file://${sdk}`, 'Deno.args[0]')),
            url,
          ],
    proxy: upper,
  },
}

const WRAPPED = '*tls.CertificateVerificationError'

/** Lines that it printed. */
async function caught({ command, proxy }: Program, fault: Fault): Promise<readonly string[]> {
  await using server = await fault.start()
  const [program = '', ...args] = command?.(server.url) ?? []
  const child = spawn(program, args, {
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      NO_COLOR: '1',
      ...(server.proxy === undefined ? {} : proxy(server.proxy)),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 40_000,
    killSignal: 'SIGKILL',
  })
  let said = ''
  let wrong = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()))
  await once(child, 'close')
  if (said === '') throw new Error(wrong.slice(-800))
  return said.trim().split('\n')
}

beforeAll(async () => {
  if (go !== undefined) {
    mkdirSync(path.join(folder, 'gocache'))
    const env = { GOCACHE: path.join(folder, 'gocache'), HOME: folder }
    await run(go, ['build', '-o', path.join(folder, 'call'), file('call.go', GO)], {
      timeoutMs: 120_000,
      env,
    })
  }
  if (hasOkHttp) {
    const jars = JARS.join(':')
    await run(javac, ['-d', folder, '-cp', jars, file('Call.java', JAVA)], { timeoutMs: 60_000 })
  }
}, 180_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe.each(Object.entries(PROGRAMS))('%s', (_name, program) => {
  test.skipIf(program.command === undefined).each(Object.entries(FAULTS))(
    '%s',
    async (_fault, fault) => {
      const { start: _start, ...ending } = fault
      const chain = exceptionChain({ client: program.client, ...ending })
      const seen = await caught(program, fault)
      const said = program.below === true ? chain.slice(1) : chain
      // Debian 12 has Go 1.19, which does not wrap what is wrong with a certificate.
      const wraps = seen.includes(WRAPPED)
      expect(wraps ? said : said.filter((name) => name !== WRAPPED)).toEqual(seen)
    },
  )
})
