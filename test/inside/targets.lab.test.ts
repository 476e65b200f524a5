import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { withRoot, authority } from '../loopback/pki.ts'
import { insufficientQuota } from '../loopback/replies.ts'
import { namespaceRefusal, runInNamespace, whichProgram } from '../lab/namespace.ts'
import { labRoot } from '../loopback/pki.ts'
import { look, systemPython, told } from './stage.ts'

const script = resolve(import.meta.dirname, 'namespace-checks.ts')

async function lookInNamespace(check: string, runtime: string): Promise<unknown> {
  const done = await runInNamespace(script, [check, runtime], { timeoutMs: 50_000 })
  if (done.code !== 0) throw new Error(done.stderr)
  const last: unknown = JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '')
  return last
}

describe.skipIf(namespaceRefusal() !== undefined)('in a network namespace', () => {
  describe.each(['node', 'python3', 'sh'])('with %s', (runtime) => {
    test.each([
      ['healthy', 'pass'],
      ['nxdomain', 'dns dns.name_not_resolved connection-path'],
      ['wrong-name', 'dns dns.name_not_resolved request'],
      ['no-route', 'dns dns.bogon connection-path'],
      ['plain-to-private', 'pass'],
      ['plain-to-public', { verdict: 'config config.base_url_plain_http request', keyBytes: 0 }],
      [
        'plain-to-public-proxy',
        { verdict: 'config config.base_url_plain_http request', keyBytes: 0 },
      ],
      [
        'netns',
        {
          reached: 'pass',
          notFromThere: 'tcp tcp.address_unreachable connection-path',
          fromHere: 'pass',
        },
      ],
    ])('%s', { timeout: 60_000 }, async (check, expected) => {
      expect(await lookInNamespace(check, runtime)).toEqual(expected)
    })
  })
})

/** A folder to be the root of a target, made from what Debian's packages have put on this machine. */
class Root implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'preflight-root-'))

  constructor() {
    chmodSync(this.folder, 0o755)
    for (const name of ['etc', 'dev', 'tmp', 'usr/bin'])
      mkdirSync(join(this.folder, name), { recursive: true })
    for (const name of ['bin', 'lib', 'lib64']) {
      if (lstatSync(`/${name}`, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
        mkdirSync(join(this.folder, 'usr', name), { recursive: true })
        symlinkSync(`usr/${name}`, join(this.folder, name))
      }
    }
    writeFileSync(join(this.folder, 'etc/hosts'), '127.0.0.1 localhost\n')
    writeFileSync(join(this.folder, 'etc/nsswitch.conf'), 'hosts: files\n')
    writeFileSync(join(this.folder, 'etc/root.pem'), labRoot().pem)
    writeFileSync(join(this.folder, 'dev/null'), '')
    chmodSync(join(this.folder, 'dev/null'), 0o666)
  }

  /** A program or library with all that it is linked to. */
  add(path: string, as: string = path): void {
    this.copy(path, as)
    const linked = spawnSync('ldd', [path], { encoding: 'utf8' }).stdout
    for (const [, library = ''] of linked.matchAll(/(\/\S+) \(0x/g)) this.copy(library, library)
  }

  addFolder(path: string): void {
    cpSync(path, join(this.folder, path), {
      recursive: true,
      dereference: true,
      filter: (one) => !/__pycache__|\/test$|dist-packages|site-packages|config-3/.test(one),
    })
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.so')) this.add(join(path, name))
    }
  }

  copy(path: string, as: string): void {
    const target = join(this.folder, as)
    if (existsSync(target)) return
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(realpathSync(path), target)
    chmodSync(target, 0o755)
  }

  /** The prefix, with the environment of the target. */
  prefix(env: Readonly<Record<string, string>>): string {
    const all = { PATH: '/usr/bin:/bin', SSL_CERT_FILE: '/etc/root.pem', ...env }
    const file = `${this.folder}.enter`
    const lines = Object.entries(all).map(([name, value]) => `${name}='${value}' `)
    writeFileSync(
      file,
      `exec env -i ${lines.join('')} ${whichProgram('chroot') ?? 'chroot'} ${this.folder} "$@"\n`,
    )
    return `sh ${file}`
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
    rmSync(`${this.folder}.enter`, { force: true })
  }
}

function pythonRoot(): Root {
  const root = new Root()
  const python = realpathSync(systemPython() ?? '/usr/bin/python3')
  root.add(python, '/usr/bin/python3')
  root.addFolder(`/usr/lib/${basename(python)}`)
  return root
}

function busyboxRoot(): Root {
  const root = new Root()
  const busybox = whichProgram('busybox') ?? ''
  root.add(busybox, '/usr/bin/busybox')
  const applets = execFileSync(busybox, ['--list'], { encoding: 'utf8' }).split('\n')
  for (const applet of applets) {
    const link = join(root.folder, 'usr/bin', applet)
    if (applet !== '' && !existsSync(link)) symlinkSync('busybox', link)
  }
  root.add(whichProgram('curl') ?? '', '/usr/bin/curl')
  return root
}

const isRoot = process.getuid?.() === 0
const linux = process.platform === 'linux'

const ROOTS = [
  {
    name: 'a root with Python and nothing else, not even a shell',
    runtime: 'inside:python3',
    possible: linux && isRoot && systemPython()?.startsWith('/usr/bin/') === true,
    make: pythonRoot,
  },
  {
    name: 'a root with busybox and curl',
    runtime: 'inside:sh',
    possible:
      linux && isRoot && ['busybox', 'curl'].every((name) => whichProgram(name) !== undefined),
    make: busyboxRoot,
  },
] as const

describe.each(ROOTS)('in $name', ({ runtime, possible, make }) => {
  const made: { root?: Root } = {}
  const root = (): Root => (made.root ??= make())
  afterAll(() => made.root?.[Symbol.dispose]())

  const cases: readonly (readonly [string, Parameters<typeof startApi>[0], string])[] = [
    ['a healthy API', { key: labKey() }, 'pass'],
    ['a wrong key', { key: 'another' }, 'auth api.invalid_api_key auth'],
    [
      'an empty account',
      { answers: { 'POST /v1/responses': insufficientQuota() } },
      'quota api.insufficient_quota quota',
    ],
    [
      'an authority that nobody knows',
      { tls: withRoot(authority({ common: 'Somebody Else' })) },
      'tls tls.cert.authority_invalid connection-path',
    ],
  ]
  test.runIf(possible).each(cases)('%s is seen', async (_name, options, expected) => {
    await using api = await startApi(options)
    const env = { OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: api.baseUrl }
    const before = readdirSync(root().folder, { recursive: true }).length
    const result = await look({
      prefix: root().prefix(env),
      inputs: { model: 'demo-model', timeout: '3s', route: 'openai' },
    })
    expect(result.problem).toBeUndefined()
    expect(told(result)).toBe(expected)
    expect(result.packet.runtime.source).toBe(runtime)
    expect(readdirSync(root().folder, { recursive: true })).toHaveLength(before)
  })
})
