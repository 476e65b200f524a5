import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { labKey } from '../loopback/api.ts'
import { breakAfterRequest } from '../loopback/faults.ts'
import { labRoot } from '../loopback/pki.ts'
import { runStep } from '../dist/step.ts'
import { run } from '../lab/namespace.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const DEADLINE_MS = 2000
/** Contract, promise 4. */
const MOST_MS = DEADLINE_MS + 2000
/** A process needs a moment to be there at all, on a busy machine more. */
const START_MS = 1000

/** Code that runs in the main thread while the answer is awaited. */
const blocked = (code: string): string =>
  `--import data:text/javascript,${encodeURIComponent(`setTimeout(()=>{${code}},500)`)}`

const LOOP = 'for(;;);'
const PATTERN = "/^(a+)+$/.test('a'.repeat(64)+'b')"
const SLEEP = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0)'
const PIPE =
  "const f=process.getBuiltinModule('node:fs');process.getBuiltinModule('node:child_process').execFileSync('mkfifo',['pipe']);f.readFileSync('pipe')"

const OUT_OF_TIME = { verdict: 'inconclusive', owner: 'unknown', code: 'own.out_of_time' }

/** The action on a server that never answers, with its main thread blocked. */
async function blockedStep(code: string, inputs: Readonly<Record<string, string>> = {}) {
  await using server = await breakAfterRequest('silence')
  const startedMs = performance.now()
  const step = await runStep({
    inputs: {
      model: 'demo-model',
      route: 'openai',
      deadline: `${DEADLINE_MS}ms`,
      'api-key': labKey(),
      'base-url': `https://localhost:${server.port}/v1`,
      ...inputs,
    },
    env: { NODE_OPTIONS: blocked(code) },
    // Asked to stop in between: a thread that is blocked does not hear it.
    onStart: (pid) => setTimeout(() => process.kill(pid, 'SIGINT'), 1200),
  })
  return { ...step, tookMs: performance.now() - startedMs }
}

// A machine that has no time for the last 400 ms sees the kill instead of the exit code.
describe.skipIf(process.platform === 'win32')('a main thread that is blocked', { retry: 2 }, () => {
  test.for([
    ['in a loop', LOOP],
    ['in a pattern', PATTERN],
  ] as const)('%s ends with outputs and packet, within the deadline plus 2 s', async ([, code]) => {
    const step = await blockedStep(code)
    expect(step.tookMs).toBeLessThan(MOST_MS + START_MS)
    expect(step.outputs).toMatchObject(OUT_OF_TIME)
    expect(step.packet.verdict).toMatchObject(OUT_OF_TIME)
    expect(step.outputs['summary']).toMatch(/was still waiting for \w+ when its deadline/)
    expect(step.outputs['packet']).toMatch(/packet\.json$/)
    expect(step.annotations.map(({ level }) => level)).toEqual(['error'])
    expect(step.summary).not.toBe('')
    expect(step.ended.code).toBe(1)
  })

  test('and may be unknown does not fail the step', async () => {
    const step = await blockedStep(LOOP, { 'fail-on': 'auth' })
    expect(step.outputs).toMatchObject(OUT_OF_TIME)
    expect(step.annotations.map(({ level }) => level)).toEqual(['warning'])
    expect(step.ended.code).toBe(0)
  })

  test.for([
    ['asleep', SLEEP],
    ['in a pipe that nobody writes', PIPE],
  ] as const)('%s, is killed when all is written', async ([, code]) => {
    const step = await blockedStep(code)
    expect(step.tookMs).toBeLessThan(MOST_MS + START_MS)
    expect(step.outputs).toMatchObject(OUT_OF_TIME)
    expect(step.packet.verdict).toMatchObject(OUT_OF_TIME)
    expect(step.ended.code).not.toBe(0)
  })

  test('by a file of the checkout, ends like the others although its settings cannot work', async () => {
    const code = `const f=process.getBuiltinModule('node:fs'),o=f.openSync;f.openSync=(p,...r)=>{if(String(p).endsWith('requirements.txt'))for(;;);return o(p,...r)}`
    const startedMs = performance.now()
    const step = await runStep({
      inputs: { 'base-url': 'htp:/typo', deadline: `${DEADLINE_MS}ms`, 'api-key': labKey() },
      files: { 'requirements.txt': 'openai' },
      env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` },
    })
    expect(performance.now() - startedMs).toBeLessThan(MOST_MS + START_MS)
    expect(step.packet.verdict).toMatchObject(OUT_OF_TIME)
    expect(step.outputs['summary']).toMatch(
      /was still (?:reading the settings|looking at the checkout)/,
    )
  })

  test.for([['--json'], []] as const)('of the command line, with flags %j', async (flags) => {
    await using server = await breakAfterRequest('silence')
    const folder = mkdtempSync(path.join(tmpdir(), 'preflight-watchdog-'))
    const root = path.join(folder, 'root.pem')
    writeFileSync(root, labRoot().pem)
    try {
      const args = [
        path.join(ROOT, 'dist/cli.js'),
        ...flags,
        `--deadline=${DEADLINE_MS}ms`,
        '--model=demo-model',
        '--route=openai',
        `--packet-dir=${path.join(folder, 'packets')}`,
        `--base-url=https://localhost:${server.port}/v1`,
      ]
      const ended = await run(path.join(ROOT, 'node_modules/node/bin/node'), args, {
        cwd: folder,
        timeoutMs: 20_000,
        env: {
          OPENAI_API_KEY: labKey(),
          NODE_OPTIONS: blocked(LOOP),
          NODE_EXTRA_CA_CERTS: root,
          HOME: folder,
        },
      })
      expect(ended.code).toBe(3)
      const written: unknown = JSON.parse(
        readFileSync(path.join(folder, 'packets/packet.json'), 'utf8'),
      )
      expect(written).toMatchObject({ verdict: OUT_OF_TIME })
      expect(ended.stdout).toContain('own.out_of_time')
      expect(ended.stdout.startsWith('{')).toBe(flags.length > 0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
