import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build, type BuildOptions } from 'vite'
import { scanBundle } from '../../src/browser/index.ts'
import type { ClientBundleFacts } from '../../src/model/index.ts'
import { projectKey } from './planted.ts'

const key = projectKey(7)
const OPENAI = dirname(createRequire(import.meta.url).resolve('openai'))

/** Builds a page with Vite and searches what came out. */
async function built(
  files: Readonly<Record<string, string>>,
  options: BuildOptions,
): Promise<{ facts: ClientBundleFacts; script: string }> {
  const workspace = await mkdtemp(join(tmpdir(), 'vite-'))
  try {
    const page = '<!doctype html><script type="module" src="/src/main.ts"></script>'
    for (const [name, text] of Object.entries({ 'index.html': page, ...files })) {
      await mkdir(dirname(join(workspace, name)), { recursive: true })
      await writeFile(join(workspace, name), text)
    }
    await build({
      root: workspace,
      configFile: false,
      logLevel: 'silent',
      build: { outDir: 'dist', ...options },
      resolve: { alias: { openai: OPENAI } },
    })
    const scripts = (await readdir(join(workspace, 'dist/assets'))).filter((name) =>
      name.endsWith('.js'),
    )
    const script = await readFile(join(workspace, 'dist/assets', scripts[0] ?? ''), 'utf8')
    const scan = await scanBundle({ folder: 'dist', workspace })
    if (scan.status !== 'scanned') throw new Error(scan.problem.message)
    return { facts: scan.facts, script }
  } finally {
    await rm(workspace, { recursive: true })
  }
}

const MAIN = `import { settings } from './settings.ts'

export async function ask(question: string): Promise<Response> {
  return await fetch('https://api.openai.com/v1/responses', {
    method: 'POST',
    headers: { authorization: \`Bearer \${settings.key}\` },
    body: JSON.stringify({ input: question }),
  })
}
document.title = String(await ask('?'))
`
const SETTINGS = `// The line of the key is 3.
export const settings = {
  key: '${key.slice(0, 20)}' + '${key.slice(20, 60)}' + '${key.slice(60)}',
}
`

describe('a key planted in the sources of a Vite build', () => {
  test.each<readonly [string, BuildOptions]>([
    ['minified, with maps', { sourcemap: true }],
    ['minified, with hidden maps', { sourcemap: 'hidden' }],
    ['minified, with inline maps', { sourcemap: 'inline' }],
    ['not minified, with maps', { sourcemap: true, minify: false }],
  ])('is found at its original line: %s', async (_, options) => {
    const { facts } = await built({ 'src/main.ts': MAIN, 'src/settings.ts': SETTINGS }, options)
    const places = facts.hits.map(
      (hit) => `${hit.kind} ${hit.original?.file}:${hit.original?.line}`,
    )
    expect(places.toSorted()).toEqual(['api-call src/main.ts:4', 'key src/settings.ts:3'])
    expect(JSON.stringify(facts)).not.toContain(key.slice(20, 40))
  })

  test('is found without maps at its place in the script', async () => {
    const { facts, script } = await built(
      { 'src/main.ts': MAIN, 'src/settings.ts': SETTINGS },
      { sourcemap: false },
    )
    const found = facts.hits.find((hit) => hit.kind === 'key')
    const line = script.split('\n')[(found?.line ?? 0) - 1] ?? ''
    expect(line.slice((found?.column ?? 0) - 1)).toMatch(/^sk-proj-/)
  })
})

describe('the openai SDK itself in a Vite build', () => {
  const main = (options: string) =>
    `import OpenAI from 'openai'\nconst client = new OpenAI(${options})\ndocument.title = String(await client.models.list())\n`

  test.each([true, false])(
    'is no finding when a server of one’s own is called, maps: %s',
    async (sourcemap) => {
      const { facts } = await built(
        { 'src/main.ts': main(`{ baseURL: '/api/ai', apiKey: 'none' }`) },
        { sourcemap },
      )
      expect(facts.bytes).toBeGreaterThan(50_000)
      expect(facts.hits).toEqual([])
    },
  )

  test.each([true, false])(
    'its switch is a finding where the application turns it on, maps: %s',
    async (sourcemap) => {
      const { facts } = await built(
        { 'src/main.ts': main(`{ apiKey: String(location.hash), dangerouslyAllowBrowser: true }`) },
        { sourcemap },
      )
      expect(facts.hits.map((hit) => [hit.kind, hit.what, hit.original?.line])).toEqual([
        ['browser-switch', 'dangerouslyAllowBrowser', sourcemap ? 2 : undefined],
      ])
    },
  )
})
