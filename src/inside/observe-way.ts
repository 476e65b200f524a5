import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls'
import {
  effectiveDepth,
  optional,
  type AddressAttempt,
  type CertificateFacts,
} from '../model/index.ts'
import { interceptorOf } from '../knowledge/catalogue.ts'
import { describeBody } from '../evidence/body.ts'
import { hostAndPort, resolved } from '../wire/address.ts'
import { describeCertificate } from '../wire/certificate.ts'
import type { Recorder } from '../wire/recorder.ts'
import { clearTextKey } from '../wire/traced-agent.ts'
import { refusal } from '../wire/tunnel.ts'
import { failureOf } from './failure.ts'
import { tunnelAnswer } from './observe-response.ts'
import type { RemoteEvents } from './observe.ts'
import type { RawEvent } from './raw.ts'

/** Certificates in DER as live handshakes describe them; what does not parse is left out. */
export function certificates(chain: readonly Buffer[]): readonly CertificateFacts[] {
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
export function namesIssuer(der: Buffer | undefined): boolean {
  return der !== undefined && parsed(der)?.infoAccess?.includes('CA Issuers') === true
}

type WayEvent = Exclude<RawEvent, { step: 'response' | 'sdk' }>

/** Notes one rung below the response. */
export function observeWay(
  event: WayEvent,
  seen: RemoteEvents,
  recorder: Recorder,
  end: () => void,
): void {
  const { error, because } = event
  if (because !== undefined) return skipWay(event, recorder, because)
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
          ...optional('code', failure?.code),
          ...optional('errno', failure?.errno),
          elapsedMs: Math.round(one.elapsedMs * 10) / 10,
        }
      })
      end()
      const facts = { host, port, of, attempts }
      if (error !== undefined) return note.failed(failureOf(error, 'tcp'), facts)
      return note.ok({
        ...facts,
        ...(address === undefined ? {} : { address, family: isIP(address) === 6 ? 6 : 4 }),
        ...optional('localAddress', local),
      })
    }
    case 'tunnel':
      return observeTunnel(event, seen, recorder, end)
    case 'handshake': {
      const { name, of } = event
      const rung = of === 'proxy' ? ('proxy' as const) : ('tls' as const)
      const note = recorder.begin('handshake', name, { rung })
      end()
      if (error !== undefined) {
        note.failed(failureOf(error, rung), { servername: name, of, verified: false })
        return
      }
      note.ok({
        servername: name,
        of,
        ...optional('version', event.version),
        ...optional('cipher', event.cipher),
        ...optional('alpn', event.alpn),
        chain: certificates(event.chain),
        verified: true,
      })
      return
    }
    case 'served': {
      const note = recorder.begin('served-chain', event.name)
      end()
      if (error !== undefined) return note.failed(failureOf(error, 'tls'))
      const chain = certificates(event.chain)
      const interceptor = chain
        .map(({ issuer }) => interceptorOf(issuer))
        .find((product) => product !== undefined)
      return note.ok({
        servername: event.name,
        chain,
        ...optional('interceptor', interceptor),
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
      const { hostname, port } = new URL(seen.route.baseUrl)
      const host = hostname.replace(/^\[(.*)\]$/, '$1')
      const destination = { host, port: Number(port) || 80 }
      const problem = clearTextKey(seen.plan.egress.proxy, destination, event.address)
      recorder.begin('settings', 'base-url').failed({ code: problem.code }, { problems: [problem] })
      return
    }
    case 'unsendable': {
      const note = recorder.begin('answer', `${seen.sdk} ${effectiveDepth(seen.route)}`)
      end()
      note.failed(
        { code: 'config.request_not_sendable', errno: 'ERR_INVALID_CHAR' },
        { sdk: seen.sdk, valid: false },
      )
      return
    }
    case 'failed': {
      const note = recorder.begin('connect', new URL(seen.route.baseUrl).host)
      end()
      note.failed(failureOf(error ?? {}, 'tcp'))
    }
  }
}

function skipWay(event: WayEvent, recorder: Recorder, because: string): void {
  if (event.step === 'lookup') recorder.skip('lookup', event.host, because)
  else if (event.step === 'connect') {
    recorder.skip('connect', hostAndPort(event.host, event.port), because)
  } else if (event.step === 'tunnel') recorder.skip('tunnel', event.target, because)
  else if (event.step === 'handshake') recorder.skip('handshake', event.name, because)
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
    ...tunnelAnswer(event.headers),
    ...optional('status', event.status),
  }
  end()
  if (event.status === undefined) {
    return event.error === undefined
      ? note.skipped('the proxy was not asked for a tunnel')
      : note.failed(failureOf(event.error, 'proxy'), known)
  }
  if (event.status >= 200 && event.status < 300) return note.ok(known)
  const contentType = known.headers['content-type'] ?? ''
  const body = describeBody(event.body, { contentType, truncated: false, complete: true })
  return note.failed(
    refusal({ ...known, body }),
    event.body.length === 0 ? known : { ...known, body },
  )
}
