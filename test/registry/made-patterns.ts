/**
 * Prints every pattern that the source makes with `new RegExp`, and where: loads all of it with a
 * constructor that keeps account, and runs what makes patterns of foreign names.
 */
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SRC = join(import.meta.dirname, '../../src')
/** These run when they are loaded. */
const DOORS = /^(?:index|cli|inside\/node|inside\/loader|doors\/watchdog-thread)\.ts$/

interface Made {
  readonly at: string
  readonly source: string
  readonly flags: string
}

const made = new Map<string, Made>()
const Original = RegExp
globalThis.RegExp = new Proxy(Original, {
  construct(target, [source, flags]: [string | RegExp, string?]) {
    const pattern = new target(source, flags)
    const at = /\/src\/([\w/.-]+:\d+)/.exec(new Error('here').stack ?? '')?.[1]
    if (at !== undefined) {
      made.set(`${at} ${pattern.source}`, { at, source: pattern.source, flags: pattern.flags })
    }
    return pattern
  },
})

for (const file of globSync('**/*.ts', { cwd: SRC })) {
  if (!DOORS.test(file) && !file.endsWith('.d.ts')) await import(join(SRC, file))
}

const START = ['sk', 'proj', ''].join('-')
const REST = 'a1B2'.repeat(12)

/** What a stranger may write, where its names become part of a pattern. */
const SCRIPT = `var o="https://api.openai.com/v1",a=t=>fetch(\`\${o}/\${t}\`,{});
const BASE="https://api.openai.com/v1";f=p=>fetch(BASE+p);
let k="${START}";k+="${REST}";const l=["${START}","${REST}"];g(l.join(""))`
const CODE = `from openai import OpenAI
client = OpenAI(base_url="https://x.test/v1")
MODEL = "m"
client.responses.create(model=MODEL, stream=True)`

const PROVIDER = `import { createOpenAI } from '@ai-sdk/openai'
const provider = createOpenAI({})
generateText({ model: provider('m') })`
const PLAIN = 'fetch(`${base}/chat/completions`, { body: JSON.stringify({ model, stream: true }) })'

const { scanBundle } = await import('../../src/browser/index.ts')
const { applicationOf } = await import('../../src/application/index.ts')
const { createRedactor } = await import('../../src/redaction/index.ts')
const folder = mkdtempSync(join(tmpdir(), 'made-patterns-'))
try {
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/a.js'), SCRIPT)
  writeFileSync(join(folder, 'app.py'), CODE)
  writeFileSync(join(folder, 'provider.ts'), PROVIDER)
  writeFileSync(join(folder, 'plain.ts'), PLAIN)
  await scanBundle({ folder: 'dist', workspace: folder })
  applicationOf(folder)()
  createRedactor([{ value: 'ab1', what: 'key' }]).text('key: ab1', 'log')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

process.stdout.write(JSON.stringify([...made.values()]))
