import type {
  AddressAttempt,
  AnyObservation,
  CertificateFacts,
  EgressPlan,
  ProbeId,
  Route,
} from '../model/index.ts'
import { destinationOf, given, effectiveDepth, hostAndPort } from '../model/index.ts'
import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls'
import { inspectorIn } from '../knowledge/catalogue.ts'
import { resolved } from '../knowledge/addresses.ts'
import { describeCertificate } from '../wire/certificate.ts'
import { createRecorder, type Recorder } from '../wire/recorder.ts'
import { clearTextKey } from '../wire/traced-agent.ts'
import { tunnelAnswer } from '../evidence/tunnel.ts'
import { failureOf } from './failure.ts'
import type { RawEvent } from './raw.ts'
import type { Draft } from './draft.ts'
import { observeAnswer } from './observe-answer.ts'

/** Whose events they are, and what is known of them beforehand. */
export interface RemoteEvents {
  readonly route: Route
  readonly plan: EgressPlan
  readonly draft: Draft
  readonly events: readonly RawEvent[]
  /** Milliseconds since the start of the run at which the remote side was started. */
  readonly offsetMs: number
  readonly attempt: number
  /** Ids are counted over all attempts of the route. */
  readonly counts: Map<ProbeId, number>
  /** What answered in place of an SDK, e.g. `python3 http.client`, `curl`. */
  readonly sdk: string
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number
  /** Note the response as this probe: the keyless question of the second round. */
  readonly as?: 'keyless'
}

/** What a remote side saw, in the observations that live probes make. Judges nothing. */
export async function observe(seen: RemoteEvents): Promise<readonly AnyObservation[]> {
  const time = { ms: 0 }
  const recorder = createRecorder({
    route: seen.route.name,
    clock: () => time.ms,
    attempt: () => seen.attempt,
    counts: seen.counts,
  })
  if (seen.as === undefined) skipUnseen(seen, recorder)
  for (const event of seen.events) {
    // The observation begins and ends when the event did.
    time.ms = seen.offsetMs + event.startedMs
    const end = (): void => {
      time.ms = seen.offsetMs + event.startedMs + event.elapsedMs
    }
    if (event.step === 'response' || event.step === 'sdk') {
      await observeAnswer(event, seen, recorder, end)
    } else if (seen.as === undefined) observeRung(event, seen, recorder, end)
  }
  return recorder.list()
}

/** A proxy that gets the name unresolved: the same words as the live probes have for it. */
function skipUnseen({ plan, route, events }: RemoteEvents, recorder: Recorder): void {
  const asked = events.some((event) => event.step === 'lookup' && event.of === 'target')
  if (plan.egress.proxy === undefined || asked) return
  recorder.skip('lookup', new URL(route.baseUrl).hostname, 'the proxy resolves this name')
}

/** Certificates in DER as live handshakes describe them; what does not parse is left out. */
function certificates(chain: readonly Buffer[]): readonly CertificateFacts[] {
  return chain.flatMap((der) => {
    const plain = parsed(der)?.toLegacyObject()
    return plain === undefined ? [] : [describeCertificate(detailed(plain))]
  })
}

/** What `getPeerCertificate` gives, with itself in the place of the issuer, which is not looked at. */
function detailed(plain: PeerCertificate): DetailedPeerCertificate {
  const certificate: DetailedPeerCertificate = {
    ...plain,
    get issuerCertificate(): DetailedPeerCertificate {
      return certificate
    },
  }
  return certificate
}

function parsed(der: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(der)
  } catch {
    return undefined
  }
}

/** RFC 5280 §4.2.2.1: says where the issuer's certificate could be fetched. */
function namesIssuer(der: Buffer | undefined): boolean {
  return der !== undefined && parsed(der)?.infoAccess?.includes('CA Issuers') === true
}

type RungEvent = Exclude<RawEvent, { step: 'response' | 'sdk' }>

/** Notes one rung below the response. */
function observeRung(
  event: RungEvent,
  seen: RemoteEvents,
  recorder: Recorder,
  end: () => void,
): void {
  const { error, because } = event
  if (because !== undefined) return skipRung(event, recorder, because)
  switch (event.step) {
    case 'lookup': {
      const { host, of } = event
      const resolver = isIP(host) === 0 ? 'getaddrinfo' : 'literal'
      const note = recorder.begin('lookup', host)
      end()
      if (error !== undefined) note.failed(failureOf(error, 'dns'), { host, resolver, of })
      else note.ok({ host, resolver, of, addresses: event.addresses.map(resolved) })
      return
    }
    case 'connect': {
      const { host, port, of, address, local } = event
      const note = recorder.begin('connect', hostAndPort(host, port))
      const attempts = event.attempts.map((one): AddressAttempt => {
        const failure = one.error === undefined ? undefined : failureOf(one.error, 'tcp')
        return {
          address: one.address,
          family: isIP(one.address) === 6 ? 6 : 4,
          port,
          status: failure === undefined ? 'ok' : 'failed',
          ...given({ code: failure?.code, errno: failure?.errno }),
          elapsedMs: Math.round(one.elapsedMs * 10) / 10,
        }
      })
      end()
      const facts = { host, port, of, attempts }
      if (error !== undefined) return note.failed(failureOf(error, 'tcp'), facts)
      return note.ok({
        ...facts,
        ...(address === undefined ? {} : { address, family: isIP(address) === 6 ? 6 : 4 }),
        ...given({ localAddress: local }),
      })
    }
    case 'tunnel':
      return observeTunnel(event, seen, recorder, end)
    case 'handshake': {
      const { name, of } = event
      const rung = of === 'proxy' ? ('proxy' as const) : ('tls' as const)
      const note = recorder.begin('handshake', name, { rung })
      end()
      if (error !== undefined)
        return note.failed(failureOf(error, rung), { servername: name, of, verified: false })
      const { version, cipher, alpn } = event
      const agreed = given({ version, cipher, alpn })
      const chain = certificates(event.chain)
      return note.ok({ servername: name, of, ...agreed, chain, verified: true })
    }
    case 'served': {
      const note = recorder.begin('served-chain', event.name)
      end()
      if (error !== undefined) return note.failed(failureOf(error, 'tls'))
      const chain = certificates(event.chain)
      return note.ok({
        servername: event.name,
        chain,
        ...given({ interceptor: inspectorIn(chain) }),
        trust: [],
        acceptedBy: [],
        missingIntermediate:
          event.whole &&
          chain.length === 1 &&
          chain[0]?.selfSigned === false &&
          namesIssuer(event.chain[0]),
      })
    }
    case 'plain-to-public': {
      const destination = destinationOf(new URL(seen.route.baseUrl))
      const problem = clearTextKey(seen.plan.egress.proxy, destination, event.address)
      recorder.begin('settings', 'base-url').failed({ code: problem.code }, { problems: [problem] })
      return
    }
    case 'unsendable': {
      const { sdk } = seen
      const note = recorder.begin('answer', `${sdk} ${effectiveDepth(seen.route)}`)
      end()
      const failure = { code: 'config.request_not_sendable', errno: 'ERR_INVALID_CHAR' } as const
      return note.failed(failure, { sdk, valid: false })
    }
    case 'failed': {
      const note = recorder.begin('connect', new URL(seen.route.baseUrl).host)
      end()
      note.failed(failureOf(error ?? {}, 'tcp'))
    }
  }
}

function skipRung(event: RungEvent, recorder: Recorder, because: string): void {
  const { step } = event
  if (step === 'lookup') recorder.skip(step, event.host, because)
  else if (step === 'connect') recorder.skip(step, hostAndPort(event.host, event.port), because)
  else if (step === 'tunnel') recorder.skip(step, event.target, because)
  else if (step === 'handshake') recorder.skip(step, event.name, because)
}

function observeTunnel(
  event: Extract<RawEvent, { step: 'tunnel' }>,
  { plan }: RemoteEvents,
  recorder: Recorder,
  end: () => void,
): void {
  const { proxy } = plan.egress
  if (proxy === undefined) return
  const note = recorder.begin('tunnel', event.target)
  const known = {
    proxy: hostAndPort(proxy.host, proxy.port),
    scheme: proxy.scheme,
    target: event.target,
    credentialsSent: event.credentialsSent,
  }
  const { status, headers, error } = event
  end()
  if (status === undefined) {
    return error === undefined
      ? note.skipped('the proxy was not asked for a tunnel')
      : note.failed(failureOf(error, 'proxy'), known)
  }
  const page = event.body.length === 0 ? {} : { page: event.body }
  const { facts, failure } = tunnelAnswer({ status, headers, ...page })
  if (status >= 200 && status < 300) note.ok({ ...known, ...facts })
  else note.failed(failure, { ...known, ...facts })
}
