import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { minify as minifyBySwc } from '@swc/core'
import { build as esbuild } from 'esbuild'
import { rollup, type Plugin } from 'rollup'
import { minify as minifyByTerser } from 'terser'
import { build as vite } from 'vite'
import { afterAll, describe, expect, test } from 'vitest'
import webpack from 'webpack'
import { fields, type Packet } from '../../src/model/index.ts'
import { projectKey } from '../browser/planted.ts'
import { ROOT, unpack } from './packed.ts'

// Its types say that it is CommonJS, and call its function a module.
const commonjs: (options: object) => Plugin = createRequire(import.meta.url)(
  '@rollup/plugin-commonjs',
)

const packed = unpack()
afterAll(() => packed[Symbol.dispose]())

/** A front end with the packages that people use, and nothing of ours. */
const project = join(packed.folder, 'front')
mkdirSync(project)
symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))

const PROXY = `baseURL: '/api/openai'`
const key = projectKey(31)
/** As people hide one from the scanners of their host. */
const KEY = `'${key.slice(0, 30)}' + '${key.slice(30)}'`

/** What each front end must come to; none of the quiet ones calls OpenAI from the browser. */
const APPS = {
  'openai behind a proxy': {
    code: `import OpenAI from 'openai'
const client = new OpenAI({ ${PROXY}, apiKey: 'none', dangerouslyAllowBrowser: true })
document.title = String(await client.responses.create({ model: 'm', input: location.hash }))`,
    found: [],
  },
  'the errors of openai alone': {
    code: `import { APIError } from 'openai'
try { await fetch('/api/ask') } catch (e) { document.title = String(e instanceof APIError) }`,
    found: [],
  },
  '@ai-sdk/openai behind a proxy': {
    code: `import { createOpenAI } from '@ai-sdk/openai'
const model = createOpenAI({ ${PROXY}, apiKey: 'none' }).responses('m')
document.title = String(await model.doGenerate({ prompt: [] }))`,
    found: [],
  },
  '@langchain/openai behind a proxy': {
    code: `import { ChatOpenAI } from '@langchain/openai'
const model = new ChatOpenAI({ model: 'm', apiKey: 'none', configuration: { ${PROXY}, dangerouslyAllowBrowser: true } })
document.title = String(await model.invoke(location.hash))`,
    found: [],
  },
  'openai with a key': {
    code: `import OpenAI from 'openai'
const client = new OpenAI({ apiKey: ${KEY}, dangerouslyAllowBrowser: true })
document.title = String(await client.models.list())`,
    found: ['browser-switch', 'key'],
  },
  '@ai-sdk/openai with a key': {
    code: `import { createOpenAI } from '@ai-sdk/openai'
const model = createOpenAI({ apiKey: ${KEY} }).responses('m')
document.title = String(await model.doGenerate({ prompt: [] }))`,
    found: ['key'],
  },
  '@langchain/openai with a key': {
    code: `import { ChatOpenAI } from '@langchain/openai'
const model = new ChatOpenAI({ model: 'm', apiKey: ${KEY} })
document.title = String(await model.invoke(location.hash))`,
    found: ['key'],
  },
  'a request of its own': {
    code: `const BASE = 'https://api.openai.com/v1'
const ask = (path) => fetch(\`\${BASE}/\${path}\`, { headers: { authorization: location.hash } })
document.title = String(await ask('responses'))`,
    found: ['api-call'],
  },
} as const

function entries(): readonly string[] {
  return Object.values(APPS).map(({ code }, index) => {
    const file = join(project, `app${index}.js`)
    writeFileSync(file, `${code}\nexport {}\n`)
    return file
  })
}

/** One folder for each front end, so that a finding says whose it is. */
const folderOf = (bundler: string, index: number): string => join(project, bundler, `app${index}`)

async function withRollup(file: string, dir: string, minifier: Plugin): Promise<void> {
  const bundle = await rollup({
    input: file,
    plugins: [
      nodeResolve({ browser: true, preferBuiltins: false }),
      commonjs({ transformMixedEsModules: true }),
      minifier,
    ],
    external: /^node:/,
    onwarn: () => {},
  })
  await bundle.write({ dir, format: 'esm', inlineDynamicImports: true })
  await bundle.close()
}

/** Each file by itself, one after the other. */
const oneByOne =
  (build: (file: string, dir: string) => Promise<unknown>) =>
  async (files: readonly string[], dirOf: (index: number) => string): Promise<void> => {
    for (const [index, file] of files.entries()) await build(file, dirOf(index))
  }

type Build = (files: readonly string[], dirOf: (index: number) => string) => Promise<void>

const BUNDLERS: Readonly<Record<string, Build>> = {
  vite: oneByOne((file, dir) =>
    vite({
      root: project,
      configFile: false,
      logLevel: 'silent',
      build: { outDir: dir, emptyOutDir: false, rolldownOptions: { input: file } },
    }),
  ),
  // All at once: it reads each package once instead of eight times.
  webpack: (files, dirOf) =>
    new Promise<void>((done, fail) => {
      const entry = Object.fromEntries(files.map((file, index) => [`app${index}/main`, file]))
      webpack(
        {
          mode: 'production',
          target: 'web',
          context: project,
          entry,
          output: { path: join(dirOf(0), '..') },
          externalsPresets: { node: true },
        },
        (error, stats) => {
          if (error !== null) fail(error)
          else if (stats?.hasErrors() === true) fail(new Error(stats.toString('errors-only')))
          else done()
        },
      )
    }),
  esbuild: oneByOne((file, dir) =>
    esbuild({
      entryPoints: [file],
      outdir: dir,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      external: ['node:*'],
      logLevel: 'silent',
    }),
  ),
  'rollup with terser': oneByOne((file, dir) =>
    withRollup(file, dir, {
      name: 'terser',
      renderChunk: async (code) => ({
        code: (await minifyByTerser(code, { module: true })).code ?? '',
        map: null,
      }),
    }),
  ),
  'rollup with swc': oneByOne((file, dir) =>
    withRollup(file, dir, {
      name: 'swc',
      renderChunk: async (code) => ({
        code: (await minifyBySwc(code, { module: true, compress: true, mangle: true })).code,
        map: null,
      }),
    }),
  ),
}

/** Kinds of findings for each front end; a build that came out empty would find nothing for nothing. */
async function findingsOf(bundler: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const folder = join(project, bundler)
  const done = await packed.cli(
    `--client-bundle,${folder},--depth,route,--base-url,http://127.0.0.1:9/v1,--json`.split(','),
  )
  const packet: Packet = JSON.parse(done.stdout)
  const facts = packet.routes
    .flatMap(({ observations }) => observations)
    .map((one) => fields(one.facts)['hits'])
    .find((hits) => Array.isArray(hits))
  if (facts === undefined) throw new Error(done.stdout.slice(0, 2000))
  const hits = facts.map((hit: unknown) => fields(hit))
  return Object.fromEntries(
    Object.keys(APPS).map((name, index) => [
      name,
      hits
        .filter(({ file }) => String(file).includes(`/app${index}/`))
        .map(({ kind }) => String(kind))
        .toSorted(),
    ]),
  )
}

describe.each(Object.entries(BUNDLERS))('front ends built by %s', (bundler, build) => {
  test('are blamed for what they do, and not for what they bundle', async () => {
    await build(entries(), (index) => folderOf(bundler, index))
    for (const [index, { code }] of Object.values(APPS).entries()) {
      const dir = folderOf(bundler, index)
      const bytes = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0)
      expect(bytes).toBeGreaterThan(
        code.includes('APIError') ? 500 : code.includes('import') ? 30_000 : 50,
      )
    }
    const expected = Object.entries(APPS).map(([name, { found }]) => [name, [...found]])
    expect(await findingsOf(bundler)).toEqual(Object.fromEntries(expected))
  }, 240_000)
})
