import { given } from '../../model/index.ts'
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { CertificateOptions, KeyPair, Name } from './certificate.ts'
import { keyPem, makeCertificate, makeKey } from './certificate.ts'

const DAY = 24 * 60 * 60 * 1000

/** What a TLS server (or client) is given: `cert` is what it sends, leaf first. PEM both. */
export interface Credentials {
  readonly key: string
  readonly cert: string
}

interface Validity extends Pick<CertificateOptions, 'alter'> {
  /** Days from now; negative is past. */
  readonly fromDays?: number
  readonly toDays?: number
}

export interface LeafOptions extends Validity, Pick<CertificateOptions, 'names'> {
  readonly subject?: Name
  /** Its keys; new ones otherwise. */
  readonly keys?: KeyPair
}

export interface Authority {
  readonly name: Name
  /** Its own certificate, PEM: what a client has to trust. */
  readonly pem: string
  readonly key: string
  /** Itself and the authorities above it, the root last. */
  readonly chain: readonly string[]
  /** The leaf and the intermediates, as a server should send them. */
  readonly leaf: (options?: LeafOptions) => Credentials
  readonly intermediate: (name: Name, days?: Validity) => Authority
}

/** Everything a server on this machine may be called. */
export const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1'] as const

/** A certificate by this issuer, valid between two days from now. */
export function certified(
  issuer: KeyPair & { readonly name: Name },
  subject: Name,
  subjectKey: KeyObject,
  [from, to]: readonly [fromDays: number, toDays: number],
  more: Pick<CertificateOptions, 'authority' | 'names' | 'alter'>,
): string {
  return makeCertificate({
    subject,
    issuer: issuer.name,
    subjectKey,
    issuerPublicKey: issuer.publicKey,
    issuerKey: issuer.privateKey,
    from: new Date(Date.now() + from * DAY),
    to: new Date(Date.now() + to * DAY),
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
    leaf({ names = LOOPBACK_NAMES, subject, keys = makeKey(), fromDays, toDays, alter } = {}) {
      const called = subject ?? given({ common: names[0] })
      const days = [fromDays ?? -30, toDays ?? 60] as const
      const more = { names, ...given({ alter }) }
      const leaf = certified(self, called, keys.publicKey, days, more)
      return { key: keyPem(keys.privateKey), cert: [leaf, ...chain.slice(0, -1)].join('') }
    },
    intermediate(below, { fromDays = -300, toDays = 3000, ...more } = {}) {
      const { publicKey, privateKey } = makeKey()
      const days = [fromDays, toDays] as const
      const own = certified(self, below, publicKey, days, { ...more, authority: true })
      return signer(below, privateKey, own, chain)
    },
  }
}

/** A root of its own, made now: nothing outside the test trusts it. */
export function authority(
  name: Name,
  { fromDays = -3000, toDays = 3000, ...more }: Validity = {},
): Authority {
  const keys = makeKey()
  const days = [fromDays, toDays] as const
  const own = certified({ name, ...keys }, name, keys.publicKey, days, { ...more, authority: true })
  return signer(name, keys.privateKey, own, [])
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
