import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { authority, labRoot } from '../loopback/pki.ts'
import { INTERCEPTORS } from '../loopback/interceptors.ts'
import { sectionsOf, textOf } from '../registry/documents.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** `src/run/judge.ts` `judge()`, as the page names them. */
function namedIn(heading: string): readonly string[] {
  const page = sectionsOf(textOf('docs/architecture.md'))
  const text = page.find((section) => section.heading === heading)?.text ?? ''
  return [...text.matchAll(/`(src\/[\w/.-]+\.ts)` `(\w+)\(\)`/g)].map(
    ([, file, name]) => `${file} ${name}`,
  )
}

/** Every function of our sources that a real step called, with its output file. */
async function calledBy(baseUrl: string): Promise<{ called: ReadonlySet<string>; output: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'walk-'))
  const at = (name: string): string => path.join(folder, name)
  for (const name of ['root.pem', 'output', 'summary']) writeFileSync(at(name), '')
  writeFileSync(at('root.pem'), labRoot().pem)
  const step = spawn(process.execPath, [path.join(ROOT, 'src/index.ts')], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      NODE_V8_COVERAGE: at('coverage'),
      NODE_EXTRA_CA_CERTS: at('root.pem'),
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: at('output'),
      GITHUB_STEP_SUMMARY: at('summary'),
      GITHUB_ACTIONS: 'true',
      'INPUT_API-KEY': labKey(),
      'INPUT_BASE-URL': baseUrl,
      INPUT_ROUTE: 'openai',
      INPUT_MODEL: 'some-model',
      INPUT_CLIENT: 'node',
      INPUT_TIMEOUT: '4s',
      INPUT_DEADLINE: '12s',
      'INPUT_EGRESS-ADDRESS': 'never',
    },
  })
  await once(step, 'exit')
  const called = new Set<string>()
  for (const file of readdirSync(at('coverage'))) {
    const { result }: Coverage = JSON.parse(readFileSync(at(`coverage/${file}`), 'utf8'))
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue
      const source = path.relative(ROOT, fileURLToPath(url)).replaceAll(path.sep, '/')
      for (const { functionName, ranges } of functions) {
        if ((ranges[0]?.count ?? 0) > 0) called.add(`${source} ${functionName}`)
      }
    }
  }
  const output = readFileSync(at('output'), 'utf8')
  rmSync(folder, { recursive: true, force: true })
  return { called, output }
}

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly {
      readonly functionName: string
      readonly ranges: readonly { readonly count: number }[]
    }[]
  }[]
}

describe('the walks of docs/architecture.md', () => {
  test('a healthy run calls every function that the page names', async () => {
    await using api = await startApi({ models: ['some-model'] })
    const { called, output } = await calledBy(api.baseUrl)
    expect(output).toMatch(/pass/)
    expect(namedIn('One healthy run').length).toBeGreaterThan(10)
    expect(namedIn('One healthy run').filter((one) => !called.has(one))).toEqual([])
  })

  test('an intercepted handshake calls every function that the page names', async () => {
    const filter = authority(INTERCEPTORS.zscaler)
    await using api = await startApi({ tls: filter.leaf() })
    const { called, output } = await calledBy(api.baseUrl)
    expect(output).toMatch(/connection-path/)
    expect(namedIn('One intercepted handshake').filter((one) => !called.has(one))).toEqual([])
  })
})
