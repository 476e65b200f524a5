import { describe, expect, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { breakAfterRequest, closedPort } from '../loopback/faults.ts'
import { insufficientQuota, serverError } from '../loopback/replies.ts'
import { selfSigned } from '../loopback/pki.ts'
import { declaredOutputs, runStep } from './step.ts'

const MODEL = { model: 'demo-model', route: 'openai', timeout: '3s' }

describe('the built action, started as the runner starts it', () => {
  test('a healthy route: all outputs, no annotation, one connection, one real request, exit code 0', async () => {
    await using api = await startApi({ key: labKey() })
    const step = await runStep({
      inputs: { ...MODEL, 'base-url': api.baseUrl, 'api-key': labKey() },
    })
    expect(step.problems).toEqual([])
    expect(step.outputs).toMatchObject({
      verdict: 'pass',
      ok: 'true',
      owner: 'none',
      branch: 'none',
      rung: '',
      code: '',
      'http-status': '200',
      retryable: 'false',
    })
    expect(Object.keys(step.outputs).toSorted()).toEqual([...declaredOutputs()].toSorted())
    expect(step.annotations).toEqual([])
    expect(step.ended.code).toBe(0)
    expect(step.masks).toContain(labKey())
    expect(step.summary).toContain('Pass')
    // The real request, and after it the free look at when the model ends, on the same connection.
    expect(api.connections()).toBe(1)
    expect(api.requests.map(({ method }) => method)).toEqual(['POST', 'GET'])
    expect(step.packet.schemaVersion).toBe(1)
  })

  test('a broken route fails the step with one annotation that names the owner', async () => {
    await using closed = await closedPort()
    const step = await runStep({
      inputs: { ...MODEL, 'base-url': `https://localhost:${closed.port}/v1`, 'api-key': labKey() },
    })
    expect(step.ended.code).toBe(1)
    expect(step.annotations).toHaveLength(1)
    expect(step.annotations[0]).toMatchObject({
      level: 'error',
      title: 'OpenAI preflight: TCP connection refused (owner: connection path)',
    })
    expect(step.outputs).toMatchObject({
      verdict: 'fail',
      ok: 'false',
      owner: 'connection-path',
      branch: 'route',
      rung: 'tcp',
      code: 'tcp.refused',
      'http-status': '',
      'request-id': '',
    })
    expect(step.packet.verdict).toMatchObject({ lastGood: 'dns', firstBad: 'tcp' })
  })

  test('quota is told apart, with status and request ID of the deciding response', async () => {
    await using api = await startApi({ answers: { '*': insufficientQuota() } })
    const step = await runStep({
      inputs: { ...MODEL, 'base-url': api.baseUrl, 'api-key': labKey() },
    })
    expect(step.outputs).toMatchObject({
      owner: 'quota',
      branch: 'quota',
      rung: 'quota',
      'http-status': '429',
    })
    expect(step.outputs['request-id']).toMatch(/^req_/)
    expect(step.ended.code).toBe(1)
  })

  test('the server branch is a warning and does not fail the step', async () => {
    await using api = await startApi({ answers: { '*': serverError() } })
    const step = await runStep({
      inputs: { ...MODEL, 'base-url': api.baseUrl, 'api-key': labKey() },
    })
    expect(step.outputs).toMatchObject({ verdict: 'fail', owner: 'api-server', branch: 'server' })
    expect(step.annotations.map(({ level }) => level)).toEqual(['warning'])
    expect(step.ended.code).toBe(0)
  })

  test('a missing key on a pull request from a fork is skipped: the route is still proven', async () => {
    await using api = await startApi({ key: labKey() })
    const event = {
      pull_request: {
        head: { repo: { full_name: 'somebody/fork' } },
        base: { repo: { full_name: 'us/app' } },
      },
    }
    const step = await runStep({
      inputs: { ...MODEL, 'base-url': api.baseUrl },
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: 'event.json' },
      files: { 'event.json': JSON.stringify(event) },
    })
    expect(step.ended.code).toBe(0)
    expect(step.outputs).toMatchObject({ verdict: 'pass', ok: 'true' })
    expect(step.outputs['summary']).toMatch(/fork/)
    expect(api.requests.map(({ path }) => path)).toEqual(['/v1/models'])
  })

  test('a missing key elsewhere fails before any packet', async () => {
    await using api = await startApi({ key: labKey() })
    const step = await runStep({ inputs: { ...MODEL, 'base-url': api.baseUrl } })
    expect(step.outputs).toMatchObject({
      owner: 'auth',
      rung: 'config',
      code: 'config.key_missing',
    })
    expect(step.ended.code).toBe(1)
    expect(api.connections()).toBe(0)
  })

  test('a bad input gets a sentence that names it, and outputs and packet all the same', async () => {
    const step = await runStep({ inputs: { ...MODEL, depth: 'deep', 'api-key': labKey() } })
    expect(step.ended.code).toBe(1)
    expect(step.outputs['summary']).toMatch(/depth/)
    expect(step.packet.verdict.rung).toBe('config')
  })

  test('the key never travels over TLS that is not verified, whatever the environment says', async () => {
    await using api = await startApi({ tls: selfSigned() })
    const step = await runStep({
      inputs: { ...MODEL, 'base-url': api.baseUrl, 'api-key': labKey() },
      env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    })
    expect(step.outputs['code']).toBe('tls.cert.authority_invalid')
    expect(api.keyBytes(labKey())).toBeLessThan(4)
  })

  test('step debug prints every event with its time, and no secret', async () => {
    await using api = await startApi({ key: labKey() })
    const step = await runStep({
      inputs: { ...MODEL, 'base-url': api.baseUrl, 'api-key': labKey() },
      env: { RUNNER_DEBUG: '1' },
    })
    expect(
      step.debug.filter((line) => /^\d+\.\d ms begin (dns|tcp|tls|http)/.test(line)),
    ).toHaveLength(4)
    expect(step.everything.replaceAll(`::add-mask::${labKey()}`, '')).not.toContain(labKey())
  })

  test('a log that is not there is one annotation, with outputs and packet all the same', async () => {
    const step = await runStep({ inputs: { log: 'build.log' } })
    expect(step.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
      'error OpenAI preflight: file cannot be read (owner: request)',
    ])
    expect(step.outputs).toMatchObject({ verdict: 'fail', code: 'config.file_unreadable' })
    expect(step.packet.verdict.summary).toContain('build.log')
    expect(step.ended.code).toBe(1)
  })

  test('a crash of our own is told as ours', async () => {
    const step = await runStep({
      inputs: { ...MODEL, 'api-key': labKey(), 'packet-dir': '{folder}' },
      // An environment that no run can have: the clock of the packet throws.
      env: {
        TZ: 'UTC',
        NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent("Intl.DateTimeFormat=function(){if(!globalThis.once){globalThis.once=1;throw new Error('planted')}return{resolvedOptions:()=>({timeZone:'UTC'})}}")}`,
      },
    })
    expect(step.ended.code).toBe(70)
    expect(step.outputs).toMatchObject({
      verdict: 'inconclusive',
      owner: 'unknown',
      code: 'own.crash',
    })
    expect(step.summary).toMatch(/itself failed/)
  })
})

describe('what was not written is not named', () => {
  const inputs = { ...MODEL, 'api-key': labKey(), depth: 'route' }

  test.skipIf(process.platform !== 'linux').each(['/sys/x', '/proc/x/y'])(
    'packet-dir %s: outputs are empty, a notice names each file',
    async (folder) => {
      await using api = await startApi({ key: labKey() })
      const step = await runStep({
        inputs: { ...inputs, 'base-url': api.baseUrl, 'packet-dir': folder },
      })
      expect(step.outputs).toMatchObject({ verdict: 'pass', packet: '', report: '' })
      const notices = step.annotations.map(({ message }) => message)
      expect(notices.filter((message) => message.includes('could not be written'))).toHaveLength(3)
      expect(step.log.join('\n')).not.toContain(`${folder}/packet.json\n`)
    },
  )

  test('the default folder is a file: the older packet beside it is not handed over', async () => {
    await using api = await startApi({ key: labKey() })
    const step = await runStep({
      inputs: { ...inputs, 'base-url': api.baseUrl },
      files: { 'openai-preflight': 'somebody was here' },
    })
    expect(step.outputs).toMatchObject({ verdict: 'pass', packet: '', report: '' })
  })

  test('after a crash packet and report are named, because they are there', async () => {
    const code = "setTimeout(()=>{throw new Error('planted')},0)"
    await using server = await breakAfterRequest('silence')
    const step = await runStep({
      inputs: { ...MODEL, 'api-key': labKey(), 'base-url': `https://localhost:${server.port}/v1` },
      env: {
        NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(`setTimeout(()=>{${code}},400)`)}`,
      },
    })
    expect(step.outputs['code']).toBe('own.crash')
    expect(step.packet.verdict.code).toBe('own.crash')
    expect(step.outputs['packet']).toMatch(/openai-preflight\/packet\.json$/)
    expect(step.outputs['report']).toMatch(/openai-preflight\/report\.html$/)
  })

  test('one verdict of many runners names its packet and report, too', async () => {
    const step = await runStep({ inputs: { aggregate: '{folder}' } })
    expect(step.packet.schemaVersion).toBe(1)
    expect(step.outputs['packet']).toMatch(/packet\.json$/)
    expect(step.outputs['report']).toMatch(/report\.html$/)
  })

  test('a log that is not there beside a run is a notice, and the route is tested all the same', async () => {
    await using api = await startApi({ key: labKey() })
    const step = await runStep({
      inputs: { ...inputs, 'base-url': api.baseUrl, log: 'build.log' },
    })
    expect(step.outputs).toMatchObject({ verdict: 'pass', ok: 'true' })
    expect(step.annotations.map(({ message }) => message).join('\n')).toMatch(
      /The log .*build\.log cannot be read \(ENOENT\)\. Name a file/,
    )
  })

  test('outputs that cannot be written are one notice', async () => {
    await using api = await startApi({ key: labKey() })
    const step = await runStep({
      inputs: { ...inputs, 'base-url': api.baseUrl },
      env: { GITHUB_OUTPUT: '/nowhere/output' },
    })
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The outputs could not be written/),
    ])
    expect(step.ended.code).toBe(0)
  })
})
