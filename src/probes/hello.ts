import { destinationOf } from '../model/index.ts'
import { observation, factsOf } from '../model/reading.ts'
import { failureFrom } from '../evidence/failure.ts'
import { shakeHandsAside } from './second-handshake.ts'
import type { Investigation, Scene } from './investigation.ts'

/** X25519MLKEM768 makes the default ClientHello 1591 bytes; these two curves make it 361 (measured). */
const SMALL_CURVES = 'X25519:P-256'
const SMALL_HELLO_BYTES = 361
/** The default hello, 1609 bytes with ALPN (measured, Node 24.21). */
const LARGE_HELLO_BYTES = 1609
/** A name that nobody blocks and everybody may ask for (RFC 2606); nothing is sent to it but the hello. */
const HARMLESS_NAME = 'www.example.com'

const WORDLESS = new Set(['tls.reset', 'tls.closed', 'tls.timed_out'])

/** The peer or something before it went away during the handshake without saying why. */
function wordless(scene: Scene): boolean {
  const handshake = observation(scene.evidence, 'handshake')
  return (
    handshake?.outcome.status === 'failed' &&
    factsOf<'handshake'>(handshake)?.of === 'target' &&
    WORDLESS.has(handshake.outcome.failure.code)
  )
}

/** A middlebox that cannot reassemble a large ClientHello lets the small one pass. */
export const smallHello: Investigation = {
  probe: 'small-hello',
  worthAsking: wordless,
  ask: async (scene) => {
    const { host } = destinationOf(new URL(scene.route.baseUrl))
    const note = scene.recorder.begin('small-hello', host)
    try {
      // Verification is not the question here, and nothing is sent.
      const options = { rejectUnauthorized: false, ecdhCurve: SMALL_CURVES }
      const version = await shakeHandsAside(scene, options, (peer) => peer.getProtocol() ?? '')
      note.ok({ version, helloBytes: SMALL_HELLO_BYTES })
    } catch (error) {
      note.failed(failureFrom(error, 'tls'))
    }
  },
}

/** A filter on the server name lets another name pass to the same address: any TLS answer counts. */
export const otherName: Investigation = {
  probe: 'other-name',
  worthAsking: wordless,
  ask: async (scene) => {
    const note = scene.recorder.begin('other-name', HARMLESS_NAME)
    try {
      const options = { rejectUnauthorized: false, servername: HARMLESS_NAME }
      await shakeHandsAside(scene, options, () => undefined)
      note.ok({ servername: HARMLESS_NAME, reached: true, helloBytes: LARGE_HELLO_BYTES })
    } catch (error) {
      const failure = failureFrom(error, 'tls')
      // An alert is an answer of a TLS peer: the name went through.
      const reached = !WORDLESS.has(failure.code) && failure.code.startsWith('tls.')
      if (reached) note.ok({ servername: HARMLESS_NAME, reached, helloBytes: LARGE_HELLO_BYTES })
      else note.failed(failure, { servername: HARMLESS_NAME, reached })
    }
  },
}
