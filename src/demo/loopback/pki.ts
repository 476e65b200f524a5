import { given } from '../../model/index.ts'
import { createPublicKey, type KeyObject } from 'node:crypto'
import { keyPem, makeCertificate, makeKey, type Lack, type Name } from './certificate.ts'

const DAY = 24 * 60 * 60 * 1000

/** What a TLS server (or client) is given: `cert` is what it sends, leaf first. PEM both. */
export interface Credentials {
  readonly key: string
  readonly cert: string
}

export interface LeafOptions {
  /** DNS names and IP addresses; the default is everything loopback. */
  readonly names?: readonly string[]
  readonly subject?: Name
  /** Days from now; negative is past. */
  readonly fromDays?: number
  readonly toDays?: number
  readonly usage?: 'server' | 'client'
  /** RSA with 1024 bits: verifiers of today refuse it. */
  readonly weakKey?: boolean
  /** RSA with 2048 bits, for cipher suites that need it. */
  readonly rsa?: boolean
  readonly digest?: 'sha256' | 'sha1'
  readonly issuerUrl?: string
  readonly strangeExtension?: boolean
  readonly lacks?: readonly Lack[]
  /**
   * What the server sends: `chain` leaf and intermediates (as it should be), `leaf` alone (missing
   * intermediate, or a root that is not sent), `with-root` everything.
   */
  readonly send?: 'chain' | 'leaf' | 'with-root'
}

export interface Authority {
  readonly name: Name
  /** Its own certificate, PEM: what a client has to trust. */
  readonly pem: string
  readonly key: string
  /** Itself and the authorities above it, the root last. */
  readonly chain: readonly string[]
  readonly leaf: (options?: LeafOptions) => Credentials
  readonly intermediate: (name: Name, days?: Validity) => Authority
}

interface Validity {
  readonly fromDays?: number
  readonly toDays?: number
  readonly lacks?: readonly Lack[]
}

/** Everything a server on this machine may be called. */
export const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1'] as const

function inDays(days: number): Date {
  return new Date(Date.now() + days * DAY)
}

function signer(name: Name, key: KeyObject, pem: string, above: readonly string[]): Authority {
  const publicKey = createPublicKey(key)
  const chain = [pem, ...above]
  return {
    name,
    pem,
    key: keyPem(key),
    chain,
    leaf(options = {}) {
      const names = options.names ?? LOOPBACK_NAMES
      const pair = makeKey(
        options.weakKey === true ? 'rsa-1024' : options.rsa === true ? 'rsa-2048' : 'ec',
      )
      const [common] = names
      const leaf = makeCertificate({
        subject: options.subject ?? (common === undefined ? {} : { common }),
        issuer: name,
        subjectKey: pair.publicKey,
        issuerPublicKey: publicKey,
        issuerKey: key,
        from: inDays(options.fromDays ?? -30),
        to: inDays(options.toDays ?? 60),
        names,
        ...given({
          usage: options.usage,
          digest: options.digest,
          strangeExtension: options.strangeExtension,
          issuerUrl: options.issuerUrl,
          lacks: options.lacks,
        }),
      })
      const send = options.send ?? 'chain'
      const rest = { chain: chain.slice(0, -1), leaf: [], 'with-root': chain }[send]
      return { key: keyPem(pair.privateKey), cert: [leaf, ...rest].join('') }
    },
    intermediate(below, days = {}) {
      const pair = makeKey('ec')
      const certificate = makeCertificate({
        subject: below,
        issuer: name,
        subjectKey: pair.publicKey,
        issuerPublicKey: publicKey,
        issuerKey: key,
        from: inDays(days.fromDays ?? -300),
        to: inDays(days.toDays ?? 3000),
        authority: true,
        ...given({ lacks: days.lacks }),
      })
      return signer(below, pair.privateKey, certificate, chain)
    },
  }
}

/** A root of its own, made now: nothing outside the test trusts it. */
export function authority(name: Name, days: Validity = {}): Authority {
  const pair = makeKey('ec')
  const certificate = makeCertificate({
    subject: name,
    issuer: name,
    subjectKey: pair.publicKey,
    issuerPublicKey: pair.publicKey,
    issuerKey: pair.privateKey,
    from: inDays(days.fromDays ?? -3000),
    to: inDays(days.toDays ?? 3000),
    authority: true,
    ...given({ lacks: days.lacks }),
  })
  return signer(name, pair.privateKey, certificate, [])
}

/** A certificate that signed itself: no authority anywhere. */
export function selfSigned(names: readonly string[] = LOOPBACK_NAMES): Credentials {
  const pair = makeKey('ec')
  const [common] = names
  const subject = common === undefined ? {} : { common }
  const cert = makeCertificate({
    subject,
    issuer: subject,
    subjectKey: pair.publicKey,
    issuerPublicKey: pair.publicKey,
    issuerKey: pair.privateKey,
    from: inDays(-30),
    to: inDays(60),
    names,
  })
  return { key: keyPem(pair.privateKey), cert }
}

let trusted: Authority | undefined
let issuing: Authority | undefined

/** The root that the lab's clients trust; one for each process. */
export function labRoot(): Authority {
  trusted ??= authority({ organization: 'Preflight Lab', common: 'Preflight Lab Root' })
  return trusted
}

/** The authority below {@link labRoot} that signs the lab's servers. */
export function labIssuer(): Authority {
  issuing ??= labRoot().intermediate({
    organization: 'Preflight Lab',
    common: 'Preflight Lab CA 1',
  })
  return issuing
}

let usual: Credentials | undefined

/** Credentials for a well-run loopback server; made once. */
export function loopbackCredentials(): Credentials {
  usual ??= labIssuer().leaf()
  return usual
}
