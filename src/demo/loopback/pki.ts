import { given } from '../../model/index.ts'
import { createPublicKey, type KeyObject } from 'node:crypto'
import {
  keyPem,
  makeCertificate,
  makeKey,
  type CertificateOptions,
  type Lack,
  type Name,
} from './certificate.ts'

const DAY = 24 * 60 * 60 * 1000

/** What a TLS server (or client) is given: `cert` is what it sends, leaf first. PEM both. */
export interface Credentials {
  readonly key: string
  readonly cert: string
}

export interface LeafOptions extends Pick<
  CertificateOptions,
  'names' | 'usage' | 'digest' | 'issuerUrl' | 'strangeExtension' | 'lacks'
> {
  readonly subject?: Name
  /** Days from now; negative is past. */
  readonly fromDays?: number
  readonly toDays?: number
  /** RSA with 1024 bits: verifiers of today refuse it. */
  readonly weakKey?: boolean
  /** RSA with 2048 bits, for cipher suites that need it. */
  readonly rsa?: boolean
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

/** A certificate by this issuer, valid between two days from now. */
function certified(
  issuer: { readonly name: Name; readonly publicKey: KeyObject; readonly privateKey: KeyObject },
  subject: Name,
  subjectKey: KeyObject,
  [from, to]: readonly [fromDays: number, toDays: number],
  more: Partial<CertificateOptions>,
): string {
  return makeCertificate({
    subject,
    issuer: issuer.name,
    subjectKey,
    issuerPublicKey: issuer.publicKey,
    issuerKey: issuer.privateKey,
    from: inDays(from),
    to: inDays(to),
    ...more,
  })
}

function signer(name: Name, key: KeyObject, pem: string, above: readonly string[]): Authority {
  const self = { name, publicKey: createPublicKey(key), privateKey: key }
  const chain = [pem, ...above]
  return {
    name,
    pem,
    key: keyPem(key),
    chain,
    leaf(options = {}) {
      const { names = LOOPBACK_NAMES, subject, weakKey, rsa, send = 'chain' } = options
      const { fromDays = -30, toDays = 60, ...more } = options
      const pair = makeKey(weakKey === true ? 'rsa-1024' : rsa === true ? 'rsa-2048' : 'ec')
      const called = subject ?? given({ common: names[0] })
      const days = [fromDays, toDays] as const
      const leaf = certified(self, called, pair.publicKey, days, {
        ...more,
        names,
        subject: called,
      })
      const rest = { chain: chain.slice(0, -1), leaf: [], 'with-root': chain }[send]
      return { key: keyPem(pair.privateKey), cert: [leaf, ...rest].join('') }
    },
    intermediate(below, { fromDays = -300, toDays = 3000, ...more } = {}) {
      const { publicKey, privateKey } = makeKey('ec')
      const certificate = certified(self, below, publicKey, [fromDays, toDays], {
        ...more,
        authority: true,
      })
      return signer(below, privateKey, certificate, chain)
    },
  }
}

/** A root of its own, made now: nothing outside the test trusts it. */
export function authority(
  name: Name,
  { fromDays = -3000, toDays = 3000, ...more }: Validity = {},
): Authority {
  const pair = makeKey('ec')
  const certificate = certified({ name, ...pair }, name, pair.publicKey, [fromDays, toDays], {
    ...more,
    authority: true,
  })
  return signer(name, pair.privateKey, certificate, [])
}

/** A certificate that signed itself: no authority anywhere. */
export function selfSigned(names: readonly string[] = LOOPBACK_NAMES): Credentials {
  const pair = makeKey('ec')
  const name = given({ common: names[0] })
  const cert = certified({ name, ...pair }, name, pair.publicKey, [-30, 60], { names })
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
