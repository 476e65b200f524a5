import { describe, expect, test } from 'vitest'
import { labKey } from '../loopback/api.ts'
import { breakAfterFirstBytes, breakAfterRequest } from '../loopback/faults.ts'
import { HOSTILE_ANSWERS } from './servers.ts'
import { runStep, type Step } from '../dist/step.ts'

const MOST_MS = 2000
/** The runner: SIGINT first, SIGTERM when that was not enough. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

const ARMED = 'armed'
/** Says so when the second of the two listeners is there: from then on a signal is heard. */
const TELL_WHEN_ARMED = `process.on('newListener',(name)=>{if(name==='SIGTERM')queueMicrotask(()=>require('node:fs').writeSync(1,'${ARMED}\\n'))})`

/** A step that gets a signal `afterMs` after it can hear it, and how long it then took. */
async function cancelled(
  port: number,
  signal: (typeof SIGNALS)[number],
  afterMs: number,
): Promise<{ readonly step: Step; readonly tookMs: number }> {
  const sent: { atMs?: number; pid?: number } = {}
  const step = await runStep({
    inputs: {
      model: 'demo-model',
      route: 'openai',
      timeout: '10s',
      'api-key': labKey(),
      'base-url': `https://localhost:${port}/v1`,
    },
    files: { 'armed.cjs': TELL_WHEN_ARMED },
    env: { NODE_OPTIONS: '--require ./armed.cjs' },
    onStart: (pid) => {
      sent.pid = pid
    },
    onLine: (line) => {
      if (line !== ARMED) return
      setTimeout(() => {
        sent.atMs = performance.now()
        if (sent.pid !== undefined) process.kill(sent.pid, signal)
      }, afterMs)
    },
  })
  return { step, tookMs: performance.now() - (sent.atMs ?? 0) }
}

/** What a cancelled step says, in so far as every one says it. */
function toldBy({ step, tookMs }: { readonly step: Step; readonly tookMs: number }): object {
  const { verdict, ok, owner, branch, code } = step.outputs
  return {
    inTime: tookMs < MOST_MS,
    exitCode: step.ended.code,
    outputs: { verdict, ok, owner, branch, code },
    packet: step.packet.verdict.code,
    hasSummary: step.summary !== '',
    hasReport: step.report.trimEnd().endsWith('</html>'),
    failed: step.packet.routes.flatMap(({ observations }) =>
      observations.filter(({ status }) => status === 'failed'),
    ),
  }
}

const CANCELLED = {
  inTime: true,
  exitCode: 1,
  outputs: {
    verdict: 'inconclusive',
    ok: 'false',
    owner: 'unknown',
    branch: 'unknown',
    code: 'own.cancelled',
  },
  packet: 'own.cancelled',
  hasSummary: true,
  hasReport: true,
  failed: [],
}

describe.skipIf(process.platform !== 'linux')('a cancelled step says so within 2 s', () => {
  // From the first moment at which it can hear a signal: modules are still loading then.
  test.for(SIGNALS.flatMap((signal) => [0, 30, 120, 400].map((ms) => [signal, ms] as const)))(
    '%s after %i ms, in the handshake',
    async ([signal, afterMs]) => {
      await using server = await breakAfterFirstBytes('silence')
      expect(toldBy(await cancelled(server.port, signal, afterMs))).toEqual(CANCELLED)
    },
  )

  test.for(SIGNALS)('%s while the answer is awaited', async (signal) => {
    await using server = await breakAfterRequest('silence')
    expect(toldBy(await cancelled(server.port, signal, 500))).toEqual(CANCELLED)
  })

  test('SIGINT while a head comes byte by byte', async () => {
    const drip = HOSTILE_ANSWERS.find(({ name }) => name.startsWith('one byte of the head'))
    if (drip === undefined) throw new Error('no such server')
    await using server = await drip.start()
    expect(toldBy(await cancelled(server.port, 'SIGINT', 500))).toEqual(CANCELLED)
  })
})

describe('a defect where nobody listens is told as ours, with outputs', () => {
  test.for([
    ['an exception', "setTimeout(()=>{throw new Error('planted')},400)"],
    ['a rejection', "setTimeout(()=>{Promise.reject(new Error('planted'))},400)"],
  ] as const)('%s', async ([, code]) => {
    await using server = await breakAfterRequest('silence')
    const step = await runStep({
      inputs: {
        model: 'demo-model',
        route: 'openai',
        timeout: '10s',
        'api-key': labKey(),
        'base-url': `https://localhost:${server.port}/v1`,
      },
      env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` },
    })
    expect(step.ended.code).toBe(70)
    expect(step.outputs).toMatchObject({ verdict: 'inconclusive', code: 'own.crash' })
    expect(step.summary).toMatch(/itself failed/)
  })

  test.skipIf(process.platform === 'win32')(
    'a log on an empty standard input ends with outputs',
    async () => {
      const started = performance.now()
      const step = await runStep({
        inputs: { log: '/dev/stdin', deadline: '2s' },
      })
      expect(performance.now() - started).toBeLessThan(6000)
      expect(step.outputs['verdict']).toMatch(/^(pass|inconclusive|fail)$/)
    },
  )
})
