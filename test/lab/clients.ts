/** Real clients of every language, each run with its own environment, against what this process serves. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Client } from '../../src/model/index.ts'
import { run, SYSTEM_PATH, whichProgram } from './namespace.ts'

export type Environment = Readonly<Record<string, string>>

/** Clients by the names that the matrix gives them: of some there are two. */
export const MEASURED = {
  node: 'node',
  bun: 'bun',
  deno: 'deno',
  python: 'python',
  'python-3.13': 'python',
  go: 'go',
  java: 'java',
  okhttp: 'java',
  ruby: 'ruby',
  php: 'php',
  rust: 'rust',
  curl: 'curl',
} as const satisfies Readonly<Record<string, Client>>
export type MeasuredName = keyof typeof MEASURED

export function isMeasuredName(text: string): text is MeasuredName {
  return Object.hasOwn(MEASURED, text)
}

/** One real client. `undefined` from `prepare` says why it cannot be run here. */
export interface RealClient {
  readonly client: Client
  /** The command that sends one GET and ends with exit code 0 when a response came. */
  readonly command: (url: string) => readonly string[]
  readonly env?: Environment
  readonly version: string
}

const NODE_SCRIPT =
  'fetch(process.argv[1]).then(()=>process.exit(0),e=>{console.error(e.cause??e);process.exit(1)})'

const GO = `package main
import ("fmt"; "net/http"; "os")
func main() { r, err := http.Get(os.Args[1]); if err != nil { fmt.Println(err); os.Exit(1) }; r.Body.Close() }
`

const JAVA = `import java.net.*; import java.net.http.*;
public class Get { public static void main(String[] a) throws Exception {
  HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(HttpRequest.newBuilder(URI.create(a[0])).build(), HttpResponse.BodyHandlers.discarding());
  System.exit(0);
} }
`

const OKHTTP = `import okhttp3.*;
public class Ok { public static void main(String[] a) throws Exception {
  new OkHttpClient().newCall(new Request.Builder().url(a[0]).build()).execute().close();
  System.exit(0);
} }
`
const OKHTTP_JARS = ['okhttp', 'okio'].map((name) => `/usr/share/java/${name}.jar`)

/** What install.sh took from the next release of Debian, in a folder of its own. */
const NEWER = '/opt/preflight-lab/newer/usr'
const RUST = '/opt/preflight-lab/rust-get'

/** Of a client that does not say it: the reqwest that install.sh builds. */
const RELEASES: Partial<Readonly<Record<MeasuredName, string>>> = {
  rust: process.env['PREFLIGHT_LAB_REQWEST'] ?? '0.12.15',
}

const RUBY = `require 'net/http'; u = URI(ARGV[0])
h = Net::HTTP.new(u.host, u.port); h.use_ssl = u.scheme == 'https'; h.get('/')`

const PHP = `$c = curl_init($argv[1]); curl_setopt($c, CURLOPT_RETURNTRANSFER, true);
if (curl_exec($c) === false) { fwrite(STDERR, curl_error($c)); exit(1); }`

const PYTHON = 'import sys, httpx; httpx.get(sys.argv[1])'

/** Builds what must be built for this client, into a folder that is removed with the result; none where it is not installed. */
export async function realClients(
  only: MeasuredName,
): Promise<Disposable & { readonly clients: readonly RealClient[] }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-clients-'))
  const file = (name: string, text: string): string => {
    const full = path.join(folder, name)
    writeFileSync(full, text)
    return full
  }
  const clients: RealClient[] = []
  const add = async (
    name: MeasuredName,
    program: string | undefined,
    ask: readonly string[],
    command: (program: string, url: string) => readonly string[],
    prepare?: (program: string) => Promise<void>,
    env?: Environment,
  ): Promise<void> => {
    if (program === undefined || name !== only || !existsSync(program)) return
    const said = await run(program, [...ask], { timeoutMs: 20_000 })
    await prepare?.(program)
    const version = /\d+(\.\d+)+/.exec(said.stdout + said.stderr)?.[0]
    clients.push({
      client: MEASURED[name],
      version: version ?? RELEASES[name] ?? '',
      command: (url) => command(program, url),
      ...(env === undefined ? {} : { env }),
    })
  }
  await add('node', shipped('node') ?? process.execPath, ['--version'], (p, url) => [
    p,
    '-e',
    NODE_SCRIPT,
    url,
  ])
  await add('bun', shipped('bun'), ['--version'], (p, url) => [p, '-e', NODE_SCRIPT, url])
  await add('deno', shipped('deno'), ['--version'], (p, url) => [
    p,
    'run',
    '--allow-all',
    '--no-lock',
    file(
      'get.mjs',
      'fetch(Deno.args[0]).then(()=>Deno.exit(0),e=>{console.error(e);Deno.exit(1)})',
    ),
    url,
  ])
  const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : undefined
  await add('python', python, ['--version'], (p, url) => [p, '-c', PYTHON, url])
  // Its own loader and libraries: the system's C library is older.
  const loader = `${NEWER}/lib64/ld-linux-x86-64.so.2`
  const started = ['--library-path', `${NEWER}/lib/x86_64-linux-gnu`, `${NEWER}/bin/python3.13`]
  await add(
    'python-3.13',
    existsSync(loader) ? loader : undefined,
    [...started, '--version'],
    (p, url) => [p, ...started, '-c', PYTHON, url],
    undefined,
    { PYTHONHOME: NEWER },
  )
  await add('rust', shipped('rust-get') ?? RUST, ['--version'], (p, url) => [p, url])
  await add(
    'go',
    installed('go'),
    ['version'],
    (_, url) => [path.join(folder, 'go-get'), url],
    async (p) => {
      mkdirSync(path.join(folder, 'gocache'))
      await run(p, ['build', '-o', path.join(folder, 'go-get'), file('get.go', GO)], {
        timeoutMs: 120_000,
        env: { GOCACHE: path.join(folder, 'gocache'), HOME: folder, GOFLAGS: '-mod=mod' },
      })
    },
  )
  await add(
    'java',
    whichProgram('javac') === undefined ? undefined : whichProgram('java'),
    ['-version'],
    (p, url) => [p, '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-cp', folder, 'Get', url],
    async () => {
      await run(whichProgram('javac') ?? '', ['-d', folder, file('Get.java', JAVA)], {
        timeoutMs: 60_000,
      })
    },
  )
  const hasOkhttp =
    whichProgram('javac') !== undefined && OKHTTP_JARS.every((jar) => existsSync(jar))
  await add(
    'okhttp',
    hasOkhttp ? whichProgram('java') : undefined,
    ['-version'],
    (p, url) => [
      p,
      '-XX:TieredStopAtLevel=1',
      '-cp',
      [folder, ...OKHTTP_JARS].join(':'),
      'Ok',
      url,
    ],
    async () => {
      const jars = OKHTTP_JARS.join(':')
      await run(whichProgram('javac') ?? '', ['-cp', jars, '-d', folder, file('Ok.java', OKHTTP)], {
        timeoutMs: 60_000,
      })
    },
  )
  await add('ruby', installed('ruby'), ['--version'], (p, url) => [
    p,
    '--disable-gems',
    file('get.rb', RUBY),
    url,
  ])
  await add('php', installed('php'), ['-r', 'echo curl_version()["version"];'], (p, url) => [
    p,
    '-r',
    PHP,
    '--',
    url,
  ])
  await add('curl', installed('curl'), ['--version'], (p, url) => [
    p,
    '-sS',
    '-o',
    '/dev/null',
    url,
  ])
  return {
    clients,
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A release of its own in the folders of PREFLIGHT_LAB_BIN, or the system's. */
function installed(name: string): string | undefined {
  return shipped(name) ?? whichProgram(name)
}

/** A program that an npm package brings along, or one of PREFLIGHT_LAB_BIN. */
function shipped(name: string): string | undefined {
  const bin = [
    ...(process.env['PREFLIGHT_LAB_BIN']?.split(':') ?? []),
    '/opt/preflight-lab/node_modules/.bin',
  ]
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file))
  return bin
}

export interface Ran {
  readonly ok: boolean
  readonly said: string
}

/** Runs it once with exactly this environment, at most thirty seconds. */
export function ask(real: RealClient, url: string, env: Environment): Promise<Ran> {
  const [program = '', ...args] = real.command(url)
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { PATH: SYSTEM_PATH, HOME: os.tmpdir(), ...real.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 30_000,
      killSignal: 'SIGKILL',
    })
    let said = ''
    const hear = (chunk: Buffer): void => {
      if (said.length < 4000) said += chunk.toString()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => {
      resolve({ ok: false, said: String(error) })
    })
    child.on('close', (code) => {
      resolve({ ok: code === 0, said })
    })
  })
}
