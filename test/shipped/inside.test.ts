import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { fields, type Packet } from '../../src/model/index.ts'
import { startSocks } from '../lab/socks.ts'
import { run, whichProgram } from '../lab/namespace.ts'
import { NODE, unpack } from './packed.ts'

const packed = unpack()
afterAll(() => packed[Symbol.dispose]())

const TOOLS = 'sh sed tr grep head cat env base64 awk sort cut uname getent openssl'.split(' ')

/** The machine's own Node.js beside that of the package, whatever its age. */
const OWN_NODE = ['/usr/bin/node', '/usr/local/bin/node', whichProgram('node')].find(
  (path) => path !== undefined && whichProgram('node') !== undefined,
)

/** A folder with these programs and the small tools of a shell. */
function programs(name: string, also: Readonly<Record<string, string>>): string {
  const bin = join(packed.folder, name)
  mkdirSync(bin)
  for (const tool of TOOLS) {
    const path = whichProgram(tool)
    if (path !== undefined) symlinkSync(path, join(bin, tool))
  }
  for (const [as, path] of Object.entries(also)) symlinkSync(path, join(bin, as))
  return bin
}

const TARGETS = [
  { name: 'node of the package', source: 'inside:node', bin: programs('n24', { node: NODE }) },
  ...(OWN_NODE === undefined
    ? []
    : [
        {
          name: 'node of the machine',
          source: 'inside:node',
          bin: programs('own', { node: OWN_NODE }),
        },
      ]),
  {
    name: 'python',
    source: 'inside:python3',
    bin: programs('py', { python3: '/usr/bin/python3' }),
  },
  {
    name: 'curl',
    source: 'inside:sh',
    bin: programs('curl', { curl: whichProgram('curl') ?? '' }),
  },
]

/** Runs what follows in a mount namespace where everything is read-only. */
const seal = join(packed.folder, 'seal')
writeFileSync(
  seal,
  'mount --make-rprivate / && mount -o remount,ro,bind / || exit 78\nwhile read -r _ place _; do mount -o remount,ro,bind "$place" 2>/dev/null; done </proc/mounts\nexec "$@"\n',
)
const SEALED = `unshare -m /bin/sh ${seal}`
const READ_ONLY = spawnSync('unshare', ['-m', '/bin/sh', seal, 'true']).status === 0

/** A command that enters the target; its environment stands in a file, as the key must be on no command line. */
function enter(bin: string, lines: string, through = ''): string {
  const file = join(packed.folder, `enter-${Math.random().toString(36).slice(2)}`)
  writeFileSync(file, `${lines}\nPATH='${bin}'\nexport PATH\n"$@"\n`)
  return `${through}/usr/bin/env -i /bin/sh ${file}`
}

function exported(env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .map(([name, value]) => `export ${name}='${value}'`)
    .join('\n')
}

async function look(prefix: string, flags: readonly string[] = []): Promise<Packet> {
  const ended = await packed.cli([
    '--inside',
    prefix,
    '--json',
    '--route',
    'openai',
    '--timeout',
    '3s',
    ...flags,
  ])
  expect(ended.stderr).toBe('')
  const packet: Packet = JSON.parse(ended.stdout)
  return packet
}

test.runIf(OWN_NODE !== undefined)(
  'it is the Node of the target that looks, whatever its age',
  async () => {
    const said = await run(OWN_NODE ?? '', ['--version'])
    const bin = programs('aged', { node: OWN_NODE ?? '' })
    const packet = await look(enter(bin, ''), [
      '--depth',
      'route',
      '--base-url',
      'http://127.0.0.1:9/v1',
    ])
    expect(packet.tool.node).toBe(said.stdout.trim())
  },
)

test('one start of Node is enough, also for a config file', async () => {
  const started = join(packed.folder, 'started')
  const config = join(packed.folder, 'silent.yml')
  writeFileSync(config, 'routes:\n  - name: main\n    base-url: http://127.0.0.1:9/v1\n')
  const enterAndNote = enter(programs('once', { node: NODE }), `echo "$1" >>${started}`)
  const packet = await look(enterAndNote, ['--depth', 'route', '--config', config])
  expect(packet.verdict.code).toBe('tcp.refused')
  expect(readFileSync(started, 'utf8')).toBe('sh\nnode\n')
})

test('curl without getent says which address it gave a SOCKS proxy', async () => {
  await using api = await startApi({ key: labKey() })
  await using socks = await startSocks({ to: { host: '127.0.0.1', port: api.port } })
  const bin = programs('no-getent', { curl: whichProgram('curl') ?? '' })
  rmSync(join(bin, 'getent'), { force: true })
  const root = join(packed.folder, 'root.pem')
  const packet = await look(
    enter(
      bin,
      exported({
        SSL_CERT_FILE: root,
        OPENAI_API_KEY: labKey(),
        OPENAI_BASE_URL: api.baseUrl,
        HTTPS_PROXY: `socks5://127.0.0.1:${socks.port}`,
      }),
    ),
    ['--client', 'curl', '--depth', 'route'],
  )
  const lookups = packet.routes[0]?.observations.filter(({ target }) => target === 'localhost')
  expect(JSON.stringify(lookups)).toContain('"127.0.0.1"')
  expect(packet.verdict.verdict).toBe('pass')
})

test('the command of the manual works: a target with Node answers by Node', async () => {
  const ended = await packed.cli(
    '--inside,env FOO=1,--depth,route,--client,node,--route,openai,--base-url,http://127.0.0.1:9/v1,--json'.split(
      ',',
    ),
    { env: { OPENAI_API_KEY: 'k', PATH: programs('first', { node: NODE }) } },
  )
  const packet = fields(JSON.parse(ended.stdout))
  expect(fields(packet['runtime'])['source']).toBe('inside:node')
  expect(packet['verdict']).toMatchObject({ code: 'tcp.refused', owner: 'connection-path' })
  expect(ended.code).toBe(1)
})

describe.each(TARGETS)('a target with $name', ({ source, bin }) => {
  const root = join(packed.folder, 'root.pem')
  const trust = { SSL_CERT_FILE: root, NODE_EXTRA_CA_CERTS: root }
  const MODEL = ['--model', 'demo-model']

  test('passes with a key of its own, and sends it nowhere else', async () => {
    await using api = await startApi({ key: labKey() })
    const packet = await look(
      enter(bin, exported({ ...trust, OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: api.baseUrl })),
      MODEL,
    )
    expect(packet.verdict).toMatchObject({ verdict: 'pass', code: '' })
    expect(packet.runtime.source).toBe(source)
    expect(JSON.stringify(packet)).not.toContain(labKey())
  })

  test('passes without a home, from another folder, with a motd on standard output', async () => {
    await using api = await startApi({ key: labKey() })
    const lines = `cd /\numask 777\nprintf 'Welcome!\\nLast login: today\\n'\nunset HOME\n`
    const packet = await look(
      enter(
        bin,
        lines + exported({ ...trust, OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: api.baseUrl }),
      ),
      MODEL,
    )
    expect(packet.verdict).toMatchObject({ verdict: 'pass', code: '' })
    expect(packet.runtime.source).toBe(source)
  })

  test.runIf(READ_ONLY)('passes where nothing can be written', async () => {
    await using api = await startApi({ key: labKey() })
    const env = exported({ ...trust, OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: api.baseUrl })
    const lines = `if (: >${packed.folder}/written) 2>/dev/null; then exit 77; fi\nunset HOME\n${env}`
    const packet = await look(enter(bin, lines, `${SEALED} `), MODEL)
    expect(packet.verdict).toMatchObject({ verdict: 'pass', code: '' })
    expect(packet.runtime.source).toBe(source)
  })

  test('names a wrong key', async () => {
    await using api = await startApi({ key: 'another' })
    const packet = await look(
      enter(bin, exported({ ...trust, OPENAI_API_KEY: labKey(), OPENAI_BASE_URL: api.baseUrl })),
      MODEL,
    )
    expect(packet.verdict).toMatchObject({ code: 'api.invalid_api_key', owner: 'auth' })
  })

  test('reads a config file of the caller', async () => {
    await using api = await startApi({ key: labKey() })
    const config = join(packed.folder, 'routes.yml')
    writeFileSync(
      config,
      `routes:\n  - name: main\n    base-url: ${api.baseUrl}\n    route: openai\n    model: demo-model\n    api-key-env: APP_KEY\n`,
    )
    const packet = await packed
      .cli([
        '--inside',
        enter(bin, exported({ ...trust, APP_KEY: labKey() })),
        '--json',
        '--config',
        config,
      ])
      .then(({ stdout }): Packet => JSON.parse(stdout))
    expect(packet.verdict).toMatchObject({ verdict: 'pass', code: '' })
    expect(packet.routes.map((route) => route.name)).toEqual(['main'])
  })
})
