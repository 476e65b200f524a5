import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build as esbuild } from 'esbuild'
import { rolldown } from 'rolldown'
import { rollup } from 'rollup'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../lab/namespace.ts'
import { NODE, ROOT, unpack } from './packed.ts'

const packed = unpack()
afterAll(() => packed[Symbol.dispose]())

/** An empty project that has installed the package and nothing else. */
const project = join(packed.folder, 'project')
mkdirSync(join(project, 'node_modules'), { recursive: true })
symlinkSync(packed.home, join(project, 'node_modules/openai-preflight'))
writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }\n')

const INPUTS = `{ 'base-url': 'http://127.0.0.1:9/v1', route: 'openai', depth: 'route', client: 'node' }`

function file(name: string, text: string): string {
  const path = join(project, name)
  writeFileSync(path, text)
  return path
}

describe.each([
  ['nodenext', 'nodenext'],
  ['preserve', 'bundler'],
])('in an empty strict project with module %s and resolution %s', (module, moduleResolution) => {
  test('the types are all there', () => {
    file(
      'use.ts',
      `import { EXIT, exitCodeOf, preflight, type Owner, type Packet } from 'openai-preflight'
import { createHandler, handler, type Handler } from 'openai-preflight/handler'
const packet: Packet = await preflight({ inputs: { depth: 'route' }, signal: AbortSignal.timeout(1000) })
const owner: Owner = packet.verdict.owner
const own: Handler = createHandler({ inputs: {} })
// @ts-expect-error: there is no such option
await preflight({ input: {} })
export const all = [owner, exitCodeOf(packet, []), EXIT.pass, own, handler, packet.routes[0]?.observations[0]?.id]
`,
    )
    const options = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      types: [],
      module,
      moduleResolution,
    }
    file(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          ...options,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
        },
        files: ['use.ts'],
      }),
    )
    const told = (() => {
      try {
        return execFileSync(NODE, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', project], {
          encoding: 'utf8',
        })
      } catch (error) {
        return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
      }
    })()
    expect(told).toBe('')
  })
})

test.each([
  ['import', 'use.mjs', `import { preflight, exitCodeOf } from 'openai-preflight'\n`],
  ['require', 'use.cjs', `const { preflight, exitCodeOf } = require('openai-preflight')\n`],
])('the library by %s', async (_how, name, head) => {
  const path = file(
    name,
    `${head}preflight({ inputs: ${INPUTS} }).then((packet) => console.log(packet.verdict.code, exitCodeOf(packet, ['route'])))\n`,
  )
  const ended = await run(NODE, [path], { cwd: project })
  expect(ended).toMatchObject({ code: 0, stderr: '', stdout: 'tcp.refused 1\n' })
})

const ENTRY = `import { createHandler } from 'openai-preflight/handler'
export const handler = createHandler({ inputs: ${INPUTS} })
`
/** Longer than the shortest that the handler takes. */
const TOKEN = 'a token of the test'.replaceAll(' ', '-')

async function withEsbuild(format: 'esm' | 'cjs', outfile: string): Promise<void> {
  await esbuild({
    entryPoints: [file('entry.js', ENTRY)],
    bundle: true,
    platform: 'node',
    format,
    outfile,
    logLevel: 'error',
    // The default of the tool: no word of import.meta in CommonJS.
    logOverride: { 'empty-import-meta': 'silent' },
  })
}

const resolved = {
  name: 'resolve',
  resolveId: (id: string) => {
    if (id === 'openai-preflight/handler') return join(packed.home, 'dist/handler.js')
    return id.startsWith('node:') || builtinModules.includes(id) ? { id, external: true } : null
  },
}

async function withRollup(format: 'esm' | 'cjs', outfile: string): Promise<void> {
  const bundle = await rollup({
    input: file('entry.js', ENTRY),
    plugins: [resolved],
    onwarn: () => {},
  })
  await bundle.write({ file: outfile, format, inlineDynamicImports: true })
  await bundle.close()
}

async function withRolldown(format: 'esm' | 'cjs', outfile: string): Promise<void> {
  const bundle = await rolldown({
    input: file('entry.js', ENTRY),
    platform: 'node',
    logLevel: 'silent',
  })
  await bundle.write({ file: outfile, format, codeSplitting: false })
  await bundle.close()
}

describe.each([
  ['esbuild', withEsbuild],
  ['rollup', withRollup],
  ['rolldown', withRolldown],
] as const)('the handler, bundled by %s', (name, bundleBy) => {
  test.each([
    ['esm', 'mjs'],
    ['cjs', 'cjs'],
  ] as const)('as %s, answers where nothing else is', async (format, ending) => {
    const outfile = join(packed.folder, `${name}.${ending}`)
    await bundleBy(format, outfile)
    const caller = join(packed.folder, `call-${name}-${format}.mjs`)
    writeFileSync(
      caller,
      `import { handler } from './${name}.${ending}'
const ask = async (headers) => {
  const response = await handler(new Request('https://function.test/', { headers }))
  const { verdict, code } = await response.json()
  console.log(response.status, verdict?.code ?? code ?? '')
}
await ask({})
await ask({ authorization: 'Bearer ${TOKEN}' })
`,
    )
    const ended = await run(NODE, [caller], {
      cwd: packed.folder,
      env: { OPENAI_PREFLIGHT_TOKEN: TOKEN },
    })
    expect(ended.stderr).toBe('')
    expect(ended.stdout).toMatch(/^401 .*\n200 tcp\.refused\n$/)
  })
})
