import { destinationOf } from '../model/index.ts'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { factsOf, firstFailed, isProbe } from '../model/reading.ts'
import { failureFrom } from '../evidence/failure.ts'
import type { Investigation, Scene } from './investigation.ts'
import { openAside, shakeHandsAside } from './second-handshake.ts'

/** Connection preface and an empty SETTINGS frame (RFC 9113 §3.4): no request, no credentials. */
const PREFACE = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1'),
  Buffer.of(0, 0, 0, 4, 0, 0, 0, 0, 0),
])
/**
 * No request of any version, and longer than the preface, for which HAProxy waits: whoever speaks
 * HTTP/1.1 answers 400, also one that refuses all requests.
 */
const NOT_A_REQUEST = Buffer.from(`${'?'.repeat(PREFACE.length)}\r\n\r\n`, 'latin1')
const FRAME_HEADER_BYTES = 9
const SETTINGS = 4

const WITHOUT_ANSWER = new Set(['http.closed', 'http.reset', 'http.response.invalid'])

/**
 * Which HTTP the server speaks, whatever it thinks of requests. A listener for HTTP/2 alone (gRPC, a
 * load balancer's `proto h2`) may close a connection with HTTP/1.1 in it without a word in the handshake.
 */
export const otherHttp: Investigation = {
  probe: 'other-http',
  worthAsking: (scene) => {
    const failed = firstFailed(scene.evidence)
    if (failed === undefined || !isProbe(failed, 'response')) return false
    const { code } = failed.outcome.failure
    return WITHOUT_ANSWER.has(code) && factsOf<'response'>(failed)?.status === undefined
  },
  ask: async (scene) => {
    const { host } = destinationOf(new URL(scene.route.baseUrl))
    const note = scene.recorder.begin('other-http', host)
    try {
      const [http2, http1, tls] = await Promise.all([
        answers(scene, PREFACE, isSettings),
        answers(scene, NOT_A_REQUEST, isStatusLine),
        speaksTls(scene),
      ])
      note.ok({ http2, http1, ...(tls ? { tls } : {}) })
    } catch (error) {
      note.failed(failureFrom(error, 'http'))
    }
  },
}

/** Plain HTTP got no answer: HAProxy and stunnel close without a word what is no ClientHello. */
function speaksTls(scene: Scene): Promise<boolean> {
  const plain = scene.route.baseUrl.startsWith('http:') && scene.plan.egress.proxy === undefined
  return plain
    ? shakeHandsAside(scene, { rejectUnauthorized: false }, () => true).catch(() => false)
    : Promise.resolve(false)
}

type Recognised = (heard: Buffer) => boolean

/** The first frame is SETTINGS on stream 0 (RFC 9113 §3.4). */
function isSettings(heard: Buffer): boolean {
  return heard[3] === SETTINGS && heard.readUInt32BE(5) === 0
}

/** RFC 9112 §4; nginx leaves the line out for what looks like HTTP/0.9, and sends its page. */
function isStatusLine(heard: Buffer): boolean {
  return /^(?:HTTP\/1|<)/.test(heard.toString('latin1'))
}

/** Whether these bytes, sent first, get an answer of this kind on the protocol of the failed request. */
async function answers(scene: Scene, bytes: Buffer, is: Recognised): Promise<boolean> {
  if (scene.route.baseUrl.startsWith('https:')) {
    // Verification is not the question here: no request is sent.
    const read = (socket: Socket): Promise<boolean> => hears(socket, bytes, is, scene.signal)
    return shakeHandsAside(scene, { rejectUnauthorized: false }, read)
  }
  const socket = await openAside(scene, false)
  try {
    return await hears(socket, bytes, is, scene.signal)
  } finally {
    socket.destroy()
  }
}

async function hears(
  socket: Socket,
  bytes: Buffer,
  is: Recognised,
  signal: AbortSignal,
): Promise<boolean> {
  socket.on('error', () => {})
  socket.write(bytes)
  let heard = Buffer.alloc(0)
  const closed = new AbortController()
  socket.once('close', () => closed.abort())
  while (heard.length < FRAME_HEADER_BYTES) {
    try {
      const ended = AbortSignal.any([signal, closed.signal])
      const [piece] = await once(socket, 'data', { signal: ended })
      heard = Buffer.concat([heard, piece])
    } catch (error) {
      if (signal.aborted) throw error
      return false
    }
  }
  return is(heard)
}
