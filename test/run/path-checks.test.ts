import type { Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { labKey, startApi, type Answers, type LabReply } from '../loopback/api.ts'
import { openaiReplies } from '../loopback/families.ts'
import type { StreamFacts } from '../../src/model/index.ts'
import { collectedBecause } from '../../src/rules/path-checks.ts'
import { startTls } from '../loopback/faults.ts'
import { startHop, type Hop } from './hop.ts'
import { onlyRoute, runPreflight, seen } from './run.ts'

const genuine = openaiReplies({ key: labKey() })

/** The API's own answers, where streams arrive like this. */
function streaming(how: Partial<LabReply>): Answers {
  return (request) => {
    const reply = genuine(request)
    return request.body.includes('"stream":true') ? { ...reply, ...how } : reply
  }
}

const PACED = streaming({ pieces: { bytes: 250, everyMs: 150 } })
const COLLECTED = streaming({ delayMs: 600 })

async function checked(checks: string, answers: Answers, inputs: Record<string, string> = {}) {
  await using api = await startApi({ key: labKey(), answers: { 'POST /v1/responses': answers } })
  const packet = await runPreflight({
    inputs: { 'base-url': api.baseUrl, route: 'openai', 'path-checks': checks, ...inputs },
  })
  const route = onlyRoute(packet)
  return { route, verdict: route.verdict, requests: [...api.requests] }
}

const codes = (verdict: { readonly also: readonly { readonly code: string }[] }) =>
  verdict.also.map(({ code }) => code)

describe('path-checks: stream', () => {
  it('sees the first event before the end of the answer, and stops there', async () => {
    const { verdict, route } = await checked('stream', PACED)
    expect(verdict.verdict).toBe('pass')
    expect(verdict.summary).toContain('before the end of the answer')
    expect(codes(verdict)).not.toContain('http.stream_buffered')
    expect(codes(verdict)).not.toContain('http.stream_cut')
    const [check] = seen(route, 'stream-check')
    expect(check?.facts['stream']).toMatchObject({ first: 'response.created', stopped: true })
  })

  it('warns where all events come together at the end', async () => {
    const { verdict } = await checked('stream', COLLECTED)
    expect(verdict.verdict).toBe('pass')
    expect(codes(verdict)).toContain('http.stream_buffered')
    expect(verdict.summary).toContain('stream failed')
  })

  it('says nothing beside a stream that came as it was written', async () => {
    const { verdict } = await checked('stream', PACED, { stream: 'true', 'headroom-warning': '0' })
    expect(verdict.verdict).toBe('pass')
    expect(verdict.also).toEqual([])
    expect(verdict.summary).toContain('the stream came as it was written')
  })

  it('decides where the application itself streams', async () => {
    const { verdict, requests } = await checked('stream', COLLECTED, { stream: 'true' })
    expect(verdict).toMatchObject({
      verdict: 'fail',
      owner: 'connection-path',
      code: 'http.stream_buffered',
      rule: 'path-check/stream-buffered',
      rung: 'answer',
    })
    // The edge of the API stands where it belongs.
    expect(verdict.summary).not.toContain('cloudflare')
    expect(verdict.also.map(({ rule }) => rule)).not.toContain('http/broken-answer')
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('only warns where nobody asked', async () => {
    const { verdict } = await checked('', COLLECTED, { stream: 'true' })
    expect(verdict.verdict).toBe('pass')
    expect(codes(verdict)).toContain('http.stream_buffered')
  })

  it('takes a length of the whole for what it is', async () => {
    const whole: Answers = (request) => {
      const reply = genuine(request)
      const length = { 'content-length': String(String(reply.body).length) }
      return { ...reply, headers: { ...reply.headers, ...length } }
    }
    const { verdict } = await checked('stream', whole)
    expect(verdict.also.map(({ summary }) => summary).join()).toContain('content-length')
  })

  it('says how long and how far a stream came that broke', async () => {
    const cut = streaming({ cut: { afterBytes: 300, how: 'fin' } })
    const { verdict } = await checked('', cut, { stream: 'true' })
    expect(verdict).toMatchObject({ verdict: 'fail', code: 'http.stream_cut' })
    expect(verdict.summary).toMatch(/broke off after [\d.]+ m?s and 300 bytes/)
  })

  it('warns where only the stream breaks (path-check/stream-cut)', async () => {
    const { verdict } = await checked('stream', streaming({ status: 504, body: 'gateway timeout' }))
    expect(verdict.verdict).toBe('pass')
    expect(codes(verdict)).toContain('http.stream_cut')
  })

  it('warns where a stream ends in order before its last event', async () => {
    const body = 'event: response.created\ndata: {"type":"response.created"}\n\n'
    const { verdict } = await checked('stream', streaming({ body }))
    expect(codes(verdict)).toContain('http.stream_cut')
  })

  it('cannot tell a stream from a collected answer that came at once, and says so', async () => {
    const { verdict } = await checked('stream', streaming({}))
    expect(codes(verdict)).not.toContain('http.stream_buffered')
    expect(verdict.summary).toContain('not proven')
  })
})

describe('what tells a collected stream', () => {
  const told = (
    stream: Partial<StreamFacts>,
    headers: Readonly<Record<string, string>> = {},
  ): string | undefined => {
    const times = { firstMs: 900, lastMs: 910, endMs: 910, longestGapMs: 900 }
    const whole = { events: 9, arrivals: 1, first: 'response.created', ...times }
    const seen = { ...whole, ended: true, stopped: false, ...stream }
    return collectedBecause({ facts: { headers }, stream: seen })
  }

  it('is that its events come together, late and all of them', () => {
    expect(told({})).toContain('all 9 events came within 10 ms of each other')
  })

  it.each<[string, Partial<StreamFacts>]>([
    ['its events came apart', { lastMs: 1400, endMs: 1400 }],
    ['it has one event', { events: 1 }],
    ['it was quick', { firstMs: 300, lastMs: 305 }],
    ['it did not end, whatever its length says', { ended: false }],
  ])('is nothing where %s', (_how, stream) => {
    const headers = stream.ended === false ? { 'content-length': '900' } : {}
    expect(told(stream, headers)).toBeUndefined()
  })

  it('is not asked of a family without streams', async () => {
    await using api = await startApi({ key: labKey(), models: ['demo-model'] })
    const packet = await runPreflight({
      inputs: {
        'base-url': api.baseUrl,
        route: 'openai',
        'path-checks': 'stream',
        endpoint: 'embeddings',
      },
    })
    expect(onlyRoute(packet).verdict.summary).toContain(
      'stream not tested (embeddings is not answered as a stream)',
    )
    expect(api.requests.filter(({ path }) => path === '/v1/embeddings')).toHaveLength(1)
  })
})

describe('path-checks: body', () => {
  const limited =
    (bytes: number, refusal: LabReply): Answers =>
    (request) =>
      request.body.length > bytes ? refusal : genuine(request)
  const REFUSED: LabReply = {
    status: 413,
    headers: { server: 'nginx/1.24.0', 'content-type': 'text/html' },
    body: '<html><center><h1>413 Request Entity Too Large</h1></center><center>nginx/1.24.0</center></html>',
  }

  it('passes where a large POST without a key is answered like a small one', async () => {
    const { verdict, requests } = await checked('body=200KB', genuine)
    expect(verdict.verdict).toBe('pass')
    expect(verdict.summary).toContain('a POST of 200 KB passes')
    const posts = requests.filter(({ body }) => body.includes('padding'))
    expect(posts.map(({ body }) => body.length)).toEqual([512, 200 * 1024])
    expect(posts.every(({ headers }) => headers['authorization'] === undefined)).toBe(true)
  })

  it.each([
    ['a 413', REFUSED],
    ['a block page', { ...REFUSED, status: 403 }],
    [
      'a closed connection',
      { status: 401, body: 'cut', cut: { afterBytes: 0, how: 'reset' as const } },
    ],
  ])('finds the limit behind %s (path-check/body-too-large)', async (_what, refusal) => {
    const { verdict } = await checked('body=200KB', limited(100 * 1024, refusal))
    expect(verdict.verdict).toBe('pass')
    const found = verdict.also.find(({ code }) => code === 'http.body_too_large')
    expect(found?.summary).toContain('the limit lies between 94 KB and 100 KB')
  })

  it('does not take a held POST for a limit', async () => {
    const held: Answers = (request) =>
      request.body.includes('padding') ? { ...REFUSED, delayMs: 10_000 } : genuine(request)
    const { verdict, route } = await checked('body=200KB', held, { timeout: '500ms' })
    expect(codes(verdict)).not.toContain('http.body_too_large')
    expect(seen(route, 'body-check')[0]?.because).toContain('not even a small POST')
  })

  const padding = (body: string): number => (body.includes('padding') ? body.length : 0)

  it('proves nothing where a small POST is too large already', async () => {
    const answers: Answers = (request) => (padding(request.body) > 0 ? REFUSED : genuine(request))
    const { route } = await checked('body=200KB', answers)
    expect(seen(route, 'body-check')[0]?.because).toContain('not even a small POST')
  })

  it('proves nothing where a small POST is refused after the large one', async () => {
    let large = false
    const answers: Answers = (request) => {
      large ||= padding(request.body) > 1000
      return large && padding(request.body) > 0 ? { ...REFUSED, status: 503 } : genuine(request)
    }
    const { verdict, route } = await checked('body=200KB', answers)
    expect(codes(verdict)).not.toContain('http.body_too_large')
    expect(seen(route, 'body-check')[0]?.because).toContain('and then no small one was either')
  })

  it('takes another refusal that an API gives for the same', async () => {
    const answers: Answers = (request) =>
      padding(request.body) > 1000 ? { status: 400, body: '{}' } : genuine(request)
    const { verdict } = await checked('body=200KB', answers)
    expect(verdict.summary).toContain('a POST of 200 KB passes (without a key, answered 400)')
  })

  it('says so where the deadline ends before the answer to the large one', async () => {
    const answers: Answers = (request) =>
      padding(request.body) > 1000 ? { ...REFUSED, delayMs: 10_000 } : genuine(request)
    const { route } = await checked('body=200KB', answers, { timeout: '5s', deadline: '3s' })
    expect(seen(route, 'body-check')[0]?.because).toContain('the deadline left no time')
  })

  it('halves the range five times', async () => {
    const answers: Answers = (request) =>
      padding(request.body) > 74 * 1024 ? REFUSED : genuine(request)
    const { route, requests } = await checked('body=200KB', answers)
    expect(requests.filter(({ body }) => padding(body) > 600)).toHaveLength(6)
    const { passed = 0, refused = 0 } = seen(route, 'body-check')[0]?.facts ?? {}
    expect(refused - passed).toBeCloseTo((200 * 1024 - 512) / 32, -1)
  })

  it('narrows the limit no further than there is time for', async () => {
    const answers: Answers = (request) =>
      padding(request.body) > 74 * 1024 ? { ...REFUSED, delayMs: 10_000 } : genuine(request)
    const { route } = await checked('body=200KB', answers, { timeout: '1s', deadline: '4s' })
    const { passed = 0, refused = 0 } = seen(route, 'body-check')[0]?.facts ?? {}
    expect(passed).toBeLessThanOrEqual(74 * 1024)
    expect(refused).toBeGreaterThan(74 * 1024)
  })
})

describe('path-checks: idle', () => {
  /** The API behind a hop that handles a connection like this once it has carried one answer. */
  async function rested(hop: Hop, idle = 'idle=1200ms') {
    await using api = await startApi({ key: labKey() })
    await using between = await startHop(api.port, hop)
    const baseUrl = api.baseUrl.replace(String(api.port), String(between.port))
    const packet = await runPreflight({
      inputs: { 'base-url': baseUrl, route: 'openai', 'path-checks': idle, timeout: '1s' },
    })
    return { verdict: onlyRoute(packet).verdict, check: seen(onlyRoute(packet), 'idle-check')[0] }
  }

  it('passes where a connection that rested still answers', async () => {
    const { verdict } = await rested('passes')
    expect(verdict.verdict).toBe('pass')
    expect(verdict.summary).toContain('a connection that rested 1.2 s still answers')
  })

  it('reads the rest of a long answer that comes slowly while the connection rests', async () => {
    const data = Array.from({ length: 4000 }, (_, id) => ({ id: `model-${id}`, object: 'model' }))
    const list = { status: 200, body: JSON.stringify({ object: 'list', data }) }
    const answers = { 'GET /v1/models': { ...list, pieces: { bytes: 40_000, everyMs: 120 } } }
    await using api = await startApi({ key: labKey(), answers })
    const packet = await runPreflight({
      inputs: { 'base-url': api.baseUrl, route: 'openai', 'path-checks': 'idle=1s' },
    })
    expect(list.body.length).toBeGreaterThan(130_000)
    expect(seen(onlyRoute(packet), 'idle-check')[0]?.facts).toMatchObject({ how: 'answered' })
  })

  it.each([
    ['cuts', 'was closed below TLS'],
    ['resets', 'was reset'],
    ['forgets', 'answered no more'],
  ] as const)('names a hop that %s it (path-check/idle-closed)', async (hop, words) => {
    const { verdict } = await rested(hop)
    expect(verdict.verdict).toBe('pass')
    const found = verdict.also.find(({ code }) => code === 'http.idle_closed')
    expect(found?.summary).toContain(words)
  })

  it('takes the close of the server itself for what it is', async () => {
    await using api = await startApi({ key: labKey(), keepAliveMs: 1000 })
    const packet = await runPreflight({
      inputs: { 'base-url': api.baseUrl, route: 'openai', 'path-checks': 'idle=4s' },
    })
    const { verdict } = onlyRoute(packet)
    expect(codes(verdict)).not.toContain('http.idle_closed')
    expect(verdict.summary).toMatch(/the server itself closes .* as it announces \(1 s\)/)
  })

  /** A server of its own TLS that treats a connection so once it has answered on it, or is asked again. */
  async function servedBy(
    how: {
      readonly keepAlive?: string
      readonly afterMs?: number
      readonly ends: (socket: TLSSocket) => void
      /** Done to the second question of the connection instead. */
      readonly whenAsked?: true
    },
    idle = 'idle=1200ms',
  ) {
    await using api = await startApi({ key: labKey() })
    const answer = `HTTP/1.1 401 Unauthorized\r\ncontent-length: 2\r\n${how.keepAlive === undefined ? '' : `keep-alive: ${how.keepAlive}\r\n`}\r\n{}`
    await using front = await startTls((socket) => {
      socket.on('error', () => {})
      socket.once('data', (first: Buffer) => {
        // Keyless questions are answered here, the request itself by the API.
        if (/^authorization:/im.test(first.toString('latin1'))) {
          const far = connectTls({ port: api.port, host: '127.0.0.1', rejectUnauthorized: false })
          far.on('error', () => socket.destroy())
          far.write(first)
          socket.pipe(far).pipe(socket)
          return
        }
        socket.write(answer)
        if (how.whenAsked === true) socket.once('data', () => how.ends(socket))
        else setTimeout(how.ends, how.afterMs ?? 500, socket)
      })
    })
    const packet = await runPreflight({
      inputs: {
        'base-url': api.baseUrl.replace(String(api.port), String(front.port)),
        route: 'openai',
        'path-checks': idle,
        'expiry-warning': '0',
        timeout: '1s',
      },
    })
    const route = onlyRoute(packet)
    expect(route.verdict.verdict).toBe('pass')
    return { codes: codes(route.verdict), facts: seen(route, 'idle-check')[0]?.facts }
  }
  /** The socket below, past the good-bye of TLS. */
  const below = (socket: TLSSocket): Socket => Reflect.get(socket, '_parent')
  const cutBelowTls = (socket: TLSSocket): void => {
    below(socket).end()
  }
  const resetBelowTls = (socket: TLSSocket): void => {
    below(socket).resetAndDestroy()
  }

  it('takes a good-bye of TLS (close_notify) for the close of the server, announced or not', async () => {
    const { codes: found, facts } = await servedBy({ ends: (socket) => socket.end() })
    expect(facts).toMatchObject({ how: 'closed' })
    expect(found).not.toContain('http.idle_closed')
  })

  it('takes a FIN without it for the close of a server only when it was announced and is due', async () => {
    const due = await servedBy(
      { keepAlive: 'timeout=1', afterMs: 1000, ends: cutBelowTls },
      'idle=2s',
    )
    expect(due.facts).toMatchObject({ how: 'closed', announcedMs: 1000 })
    expect(due.codes).not.toContain('http.idle_closed')
    const early = await servedBy({ keepAlive: 'timeout=30', ends: cutBelowTls })
    expect(early.facts).toMatchObject({ how: 'cut', announcedMs: 30_000 })
    expect(early.codes).toContain('http.idle_closed')
  })

  it('takes a reset for the NAT that it is, announced and due or not', async () => {
    const { codes: found, facts } = await servedBy(
      { keepAlive: 'timeout=1', afterMs: 1000, ends: resetBelowTls },
      'idle=2s',
    )
    expect(facts).toMatchObject({ how: 'reset' })
    expect(found).toContain('http.idle_closed')
  })

  it('takes a reset of the question after the rest for a NAT that has forgotten', async () => {
    const { codes: found, facts } = await servedBy({
      whenAsked: true,
      ends: resetBelowTls,
    })
    expect(facts).toMatchObject({ how: 'reset' })
    expect(found).toContain('http.idle_closed')
  })

  it('takes a good-bye in the moment of the question for the close of the server', async () => {
    const { codes: found, facts } = await servedBy({
      whenAsked: true,
      ends: (socket) => socket.end(),
    })
    expect(facts).toMatchObject({ how: 'closed' })
    expect(found).not.toContain('http.idle_closed')
  })

  it('says nothing of who closed where there is no TLS to say good-bye by', async () => {
    await using api = await startApi({ key: labKey(), tls: 'none' })
    await using between = await startHop(api.port, 'cuts')
    const baseUrl = api.baseUrl.replace(String(api.port), String(between.port))
    const packet = await runPreflight({
      inputs: {
        'base-url': baseUrl,
        route: 'gateway',
        'path-checks': 'idle=1200ms',
        timeout: '1s',
      },
    })
    const route = onlyRoute(packet)
    expect(seen(route, 'idle-check')[0]?.facts).toMatchObject({ how: 'closed' })
    expect(codes(route.verdict)).not.toContain('http.idle_closed')
  })

  it('is skipped where the server closes after each answer', async () => {
    const answers = { '/v1/models': { status: 401, body: '{}', headers: { connection: 'close' } } }
    await using api = await startApi({ key: labKey(), answers })
    const packet = await runPreflight({
      inputs: { 'base-url': api.baseUrl, route: 'openai', 'path-checks': 'idle=1s' },
    })
    expect(seen(onlyRoute(packet), 'idle-check')[0]?.because).toContain('none of them rests')
  })

  it('is skipped where the deadline leaves no time to rest, and says so', async () => {
    const { verdict, check } = await rested('passes', 'idle=60s')
    expect(check?.because).toContain('the deadline of the run leaves')
    expect(verdict.verdict).toBe('pass')
    expect(verdict.summary).toContain('idle=60 s not tested')
    expect(codes(verdict)).toContain('config.conflict_deadline')
  })
})

describe('path-checks: websocket', () => {
  it('opens one, reads the first message and closes, beside a passing request', async () => {
    const { verdict, requests } = await checked('websocket', genuine)
    expect(verdict.verdict).toBe('pass')
    expect(verdict.summary).toContain('a WebSocket opens')
    const [upgrade] = requests.filter(({ path }) => path === '/v1/realtime')
    expect(upgrade?.query.get('model')).toBe('demo-model')
    expect(upgrade?.headers).toMatchObject({ upgrade: 'websocket', 'sec-websocket-version': '13' })
  })

  it.each([
    [403, 'made no difference'],
    [426, 'made no difference'],
  ])('names who answers %i (path-check/websocket-refused)', async (status, words) => {
    const answers = { '/v1/realtime': { status, body: '<html>no</html>' } }
    await using api = await startApi({ key: labKey(), answers })
    const packet = await runPreflight({
      inputs: { 'base-url': api.baseUrl, route: 'gateway', 'path-checks': 'websocket' },
    })
    const { verdict } = onlyRoute(packet)
    expect(verdict.verdict).toBe('pass')
    const found = verdict.also.find(({ code }) => code === 'websocket.refused')
    expect(found?.owner).toBe('route-provider')
    expect(found?.summary).toContain(String(status))
    expect(found?.summary).toContain(words)
  })

  /** An error of the API to what asks for an upgrade, and the API's own answer to a plain GET. */
  function upgradeRefused(status: number): Record<string, Answers> {
    const body = JSON.stringify({ error: { message: 'no', code: 'model_not_found' } })
    return {
      '/v1/realtime': (request) =>
        request.headers['upgrade'] === undefined
          ? undefined
          : { status, body, headers: { 'content-type': 'application/json' } },
    }
  }

  it('takes 426 for a refusal of the upgrade, whoever says it', async () => {
    await using api = await startApi({ key: labKey(), answers: upgradeRefused(426) })
    const packet = await runPreflight({
      inputs: { 'base-url': api.baseUrl, route: 'openai', 'path-checks': 'websocket' },
    })
    expect(codes(onlyRoute(packet).verdict)).toContain('websocket.refused')
  })

  it('is not opened twice where it is the call of the application', async () => {
    await using api = await startApi({ key: labKey() })
    await runPreflight({
      inputs: {
        'base-url': api.baseUrl,
        route: 'openai',
        endpoint: 'realtime',
        'path-checks': 'websocket',
      },
    })
    expect(api.requests.filter(({ path }) => path === '/v1/realtime')).toHaveLength(1)
  })

  it('leaves a refusal of the API itself to the API', async () => {
    const answers = upgradeRefused(403)
    await using api = await startApi({ key: labKey(), answers })
    const packet = await runPreflight({
      inputs: { 'base-url': api.baseUrl, route: 'openai', 'path-checks': 'websocket' },
    })
    const { verdict } = onlyRoute(packet)
    expect(codes(verdict)).not.toContain('websocket.refused')
    expect(verdict.summary).toContain('the API itself refused the session (403 model_not_found)')
  })
})

describe('endpoint: realtime', () => {
  const REALTIME = { endpoint: 'realtime' }

  it('is a WebSocket that the SDK addresses: 101, session.created, a pass without cost', async () => {
    const { verdict, route, requests } = await checked('websocket', genuine, REALTIME)
    expect(verdict).toMatchObject({ verdict: 'pass', httpStatus: 101 })
    expect(verdict.also.filter(({ rule }) => rule.startsWith('http/'))).toEqual([])
    expect(verdict.summary).toContain('a WebSocket opens')
    expect(seen(route, 'answer')[0]?.facts['finish']).toBe('session.created')
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('a wrong key is the finding that it is elsewhere', async () => {
    const wrong = { ...REALTIME, 'api-key': ['sk', 'proj', 'b'.repeat(48)].join('-') }
    const { verdict } = await checked('', genuine, wrong)
    expect(verdict).toMatchObject({ verdict: 'fail', owner: 'auth', httpStatus: 401 })
  })

  it('a hop that passes no upgrade on is named (websocket/refused)', async () => {
    const answers = { '/v1/realtime': { status: 426, body: 'Upgrade Required' } }
    await using api = await startApi({ key: labKey(), answers })
    const packet = await runPreflight({
      inputs: { 'base-url': api.baseUrl, route: 'gateway', endpoint: 'realtime' },
    })
    expect(onlyRoute(packet).verdict).toMatchObject({
      verdict: 'fail',
      owner: 'route-provider',
      rung: 'http',
      code: 'websocket.refused',
    })
  })
})

describe('path checks', () => {
  it('are skipped where the deadline leaves less than a second, and said to be not tested', async () => {
    const slow: Answers = (request) => ({ ...genuine(request), delayMs: 900 })
    const { verdict, route } = await checked('body=2KB', slow, {
      timeout: '1500ms',
      deadline: '2s',
    })
    expect(seen(route, 'body-check')[0]?.because).toBe(
      'the deadline of the run left no time for it',
    )
    expect(verdict.summary).toContain('not tested')
  })

  it('are skipped with the reason where the request did not pass', async () => {
    const { verdict, route } = await checked('stream, body=2KB', { status: 500, body: '{}' })
    expect(verdict.verdict).not.toBe('pass')
    for (const probe of ['stream-check', 'body-check'] as const) {
      expect(seen(route, probe)[0]).toMatchObject({
        status: 'skipped',
        because: 'path checks are asked only after the request has passed',
      })
    }
  })
})
