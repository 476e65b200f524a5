import { X509Certificate } from 'node:crypto'
import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from 'node:tls'
import { checkServerIdentity, rootCertificates } from 'node:tls'
import type { CertificateFacts, StrictProblem } from '../model/index.ts'
import { strictProblem } from './strict-certificate.ts'

/** Chains have two to four, certificates one to a hundred names; those that tell come first. */
const LONGEST_CHAIN = 10
const MOST_NAMES = 10

/** The chain that the peer served, leaf first; empty when there is none. */
export function servedChain(socket: TLSSocket): readonly CertificateFacts[] {
  return certificatesOf(socket).map(described)
}

/** Certificates that are remembered; a function that stays warm meets others for as long as it lives. */
const MOST_REMEMBERED = 200

/** The same answer, kept by the fingerprint: the routes of a run meet the same few certificates. */
function remembering<T>(
  ask: (certificate: DetailedPeerCertificate) => T,
): (certificate: DetailedPeerCertificate) => T {
  const known = new Map<string, T>()
  return (certificate) => {
    const answer = known.get(certificate.fingerprint256) ?? ask(certificate)
    if (known.size < MOST_REMEMBERED) known.set(certificate.fingerprint256, answer)
    return answer
  }
}

const described = remembering(describeCertificate)

/** Node parses the whole chain anew each time that it is asked for. */
const read = new WeakMap<TLSSocket, readonly DetailedPeerCertificate[]>()

/**
 * Node's own check of the name, for `tls.connect`. Node parses the chain for it, and once is enough:
 * `keep` is told the socket when the handshake is over.
 */
export function checkKeepingChain(): {
  readonly checkServerIdentity: (
    hostname: string,
    certificate: PeerCertificate,
  ) => Error | undefined
  readonly keep: (socket: TLSSocket) => void
} {
  let leaf: DetailedPeerCertificate | undefined
  return {
    checkServerIdentity: (hostname, certificate) => {
      if (isWhole(certificate)) leaf = certificate
      return checkServerIdentity(hostname, certificate)
    },
    keep: (socket) => {
      if (leaf !== undefined) read.set(socket, chainFrom(leaf))
    },
  }
}

function isWhole(certificate: PeerCertificate): certificate is DetailedPeerCertificate {
  return 'issuerCertificate' in certificate
}

function certificatesOf(socket: TLSSocket): readonly DetailedPeerCertificate[] {
  const known = read.get(socket)
  if (known !== undefined) return known
  const chain = chainFrom(socket.getPeerCertificate(true))
  if (chain.length > 0) read.set(socket, chain)
  return chain
}

function chainFrom(leaf: DetailedPeerCertificate): readonly DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = []
  let next: DetailedPeerCertificate | undefined = leaf
  const seen = new Set<string>()
  while (next?.fingerprint256 !== undefined && chain.length < LONGEST_CHAIN) {
    if (seen.has(next.fingerprint256)) break
    seen.add(next.fingerprint256)
    chain.push(next)
    next = next.issuerCertificate
  }
  return chain
}

/**
 * What a verifier by the letter refuses in the verified chain. A chain ends in the first certificate
 * that is trusted, as OpenSSL builds it where any of them may end one (Python 3.13 sets both).
 */
export function refusedByLetter(
  socket: TLSSocket,
  ca: readonly string[] | undefined,
): StrictProblem | undefined {
  const served = certificatesOf(socket).map(({ raw }) => raw)
  const trusted = ca === undefined ? publicRoots() : new Set(ca.map(bodyOf))
  const end = served.findIndex((raw) => trusted.has(raw.toString('base64')))
  return strictProblem(end === -1 ? served : served.slice(0, end + 1))
}

/**
 * Whether a verified chain leads to none of the public roots that Node carries (Mozilla's list). A
 * cross-signed root is sent as an intermediate below a root that may be gone from the list: it is
 * known by its name and key.
 */
export function endsInPrivateRoot(socket: TLSSocket): boolean {
  const chain = certificatesOf(socket)
  return chain.length > 0 && !chain.some(leadsToPublicRoot)
}

const leadsToPublicRoot = remembering(({ raw }): boolean => {
  if (publicRoots().has(raw.toString('base64'))) return true
  const { subject, publicKey } = new X509Certificate(raw)
  const key = publicKey.export({ type: 'spki', format: 'der' })
  return rootBytes().some(
    (root) => root.includes(key) && new X509Certificate(root).subject === subject,
  )
})

let bytes: readonly Buffer[] | undefined

/** DER, in which a key stands as it is: no root has to be parsed to look for one. */
function rootBytes(): readonly Buffer[] {
  bytes ??= [...publicRoots()].map((body) => Buffer.from(body, 'base64'))
  return bytes
}

let known: ReadonlySet<string> | undefined

/** DER in base64: the PEM texts without their frame. */
function publicRoots(): ReadonlySet<string> {
  known ??= new Set(rootCertificates.map(bodyOf))
  return known
}

function bodyOf(pem: string): string {
  return pem.replaceAll(/-----[A-Z ]+-----|\s/g, '')
}

/** What is read of Node's object. */
type Read = Partial<Pick<DetailedPeerCertificate, 'subjectaltname'>> &
  Pick<DetailedPeerCertificate, 'valid_from' | 'valid_to' | 'fingerprint256'> & {
    readonly subject: DistinguishedName
    readonly issuer: DistinguishedName
  }
type DistinguishedName = Partial<Record<'CN' | 'OU' | 'O' | 'C', string | string[]>>

export function describeCertificate(certificate: Read): CertificateFacts {
  const subject = distinguishedName(certificate.subject)
  const issuer = distinguishedName(certificate.issuer)
  return {
    subject,
    issuer,
    validFrom: isoDate(certificate.valid_from),
    validTo: isoDate(certificate.valid_to),
    names: (certificate.subjectaltname ?? '')
      .split(', ')
      .filter((name) => name !== '')
      .slice(0, MOST_NAMES)
      .map(clean),
    fingerprint256: certificate.fingerprint256.replaceAll(':', '').slice(0, 16).toLowerCase(),
    selfSigned: subject === issuer,
  }
}

/** `CN=…, O=…, C=…` from what Node parsed (RFC 4514 order is not kept, the parts are). */
function distinguishedName(name: DistinguishedName | undefined): string {
  const parts: string[] = []
  for (const key of ['CN', 'OU', 'O', 'C'] as const) {
    const value: string | string[] | undefined = name?.[key]
    if (value !== undefined) parts.push(`${key}=${clean([value].flat().join('+'))}`)
  }
  return parts.join(', ')
}

function clean(text: string): string {
  return text.replace(/[^\x20-\x7e\u00a0-\u024f]/g, '?').slice(0, 120)
}

function isoDate(text: string): string {
  const time = Date.parse(text)
  return Number.isNaN(time) ? '' : new Date(time).toISOString()
}
