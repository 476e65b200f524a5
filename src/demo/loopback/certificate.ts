import { Buffer } from 'node:buffer'
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { addressBytes } from '../../knowledge/addresses.ts'
import { bits, boolean, context, contextValue, integer, nothing, objectId, octets } from './der.ts'
import { pem, sequence, setOf, time, utf8 } from './der.ts'

/** A distinguished name: organization and common name, either may be missing. */
export interface Name {
  readonly organization?: string
  readonly common?: string
}

export interface CertificateOptions {
  readonly subject: Name
  readonly issuer: Name
  readonly subjectKey: KeyObject
  readonly issuerPublicKey: KeyObject
  readonly issuerKey: KeyObject
  readonly from: Date
  readonly to: Date
  /** May sign others; a leaf otherwise. */
  readonly authority?: boolean
  /** DNS names and IP addresses of the subjectAltName; none leaves the extension out. */
  readonly names?: readonly string[]
  readonly usage?: 'server' | 'client'
  readonly digest?: 'sha256' | 'sha1'
  /** URL of the issuer's certificate (Authority Information Access, RFC 5280 §4.2.2.1). */
  readonly issuerUrl?: string
  /** An extension that no verifier knows, marked critical. */
  readonly strangeExtension?: boolean
  /** What a corporate authority often leaves out, against RFC 5280 §4.2.1. */
  readonly lacks?: readonly Lack[]
}

export type Lack = 'critical basicConstraints' | 'keyUsage' | 'authorityKeyId' | 'subjectKeyId'

const OID = {
  common: '2.5.4.3',
  organization: '2.5.4.10',
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  altName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  authorityInfo: '1.3.6.1.5.5.7.1.1',
  caIssuers: '1.3.6.1.5.5.7.48.2',
  strange: '1.2.3.4.5.6.7',
  'ec-sha256': '1.2.840.10045.4.3.2',
  'ec-sha1': '1.2.840.10045.4.1',
  'rsa-sha256': '1.2.840.113549.1.1.11',
  'rsa-sha1': '1.2.840.113549.1.1.5',
} as const

/** EC P-256 is made in under a millisecond; RSA is only for the weak key. */
export function makeKey(kind: 'ec' | 'rsa-1024' | 'rsa-2048'): {
  publicKey: KeyObject
  privateKey: KeyObject
} {
  return kind === 'ec'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : generateKeyPairSync('rsa', { modulusLength: kind === 'rsa-1024' ? 1024 : 2048 })
}

export function keyPem(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'pkcs8' }).toString()
}

function distinguishedName(name: Name): Buffer {
  const part = (id: string, value: string | undefined): Buffer[] =>
    value === undefined ? [] : [setOf(sequence(objectId(id), utf8(value)))]
  return sequence(...part(OID.organization, name.organization), ...part(OID.common, name.common))
}

function publicKeyInfo(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' })
}

/** Key identifier: any stable digest of the key will do (RFC 5280 §4.2.1.2). */
function keyId(key: KeyObject): Buffer {
  return createHash('sha1').update(publicKeyInfo(key)).digest()
}

function generalName(name: string): Buffer {
  const address = addressBytes(name)
  return address === undefined
    ? contextValue(2, Buffer.from(name, 'ascii'))
    : contextValue(7, address)
}

function extensions(options: CertificateOptions): Buffer {
  const extension = (id: string, value: Buffer, critical = false): Buffer =>
    sequence(objectId(id), ...(critical ? [boolean(true)] : []), octets(value))
  const { authority = false, lacks = [], names = [] } = options
  const list = [
    extension(
      OID.basicConstraints,
      authority ? sequence(boolean(true)) : sequence(),
      authority && !lacks.includes('critical basicConstraints'),
    ),
    // keyCertSign and cRLSign for an authority, digitalSignature for a leaf.
    ...(lacks.includes('keyUsage')
      ? []
      : [
          extension(
            OID.keyUsage,
            authority ? bits(Buffer.of(0x06), 1) : bits(Buffer.of(0x80), 7),
            true,
          ),
        ]),
    ...(lacks.includes('subjectKeyId')
      ? []
      : [extension(OID.subjectKeyId, octets(keyId(options.subjectKey)))]),
    ...(lacks.includes('authorityKeyId')
      ? []
      : [extension(OID.authorityKeyId, sequence(contextValue(0, keyId(options.issuerPublicKey))))]),
  ]
  if (!authority) {
    const usage = options.usage === 'client' ? OID.clientAuth : OID.serverAuth
    list.push(extension(OID.extendedKeyUsage, sequence(objectId(usage))))
  }
  if (names.length > 0) {
    list.push(extension(OID.altName, sequence(...names.map(generalName))))
  }
  if (options.issuerUrl !== undefined) {
    const location = contextValue(6, Buffer.from(options.issuerUrl, 'ascii'))
    const access = sequence(objectId(OID.caIssuers), location)
    list.push(extension(OID.authorityInfo, sequence(access)))
  }
  if (options.strangeExtension === true) list.push(extension(OID.strange, utf8('lab'), true))
  return context(3, sequence(...list))
}

/** Makes and signs one X.509 version 3 certificate (RFC 5280 §4.1). Returns PEM. */
export function makeCertificate(options: CertificateOptions): string {
  const { digest = 'sha256' } = options
  const family = options.issuerKey.asymmetricKeyType === 'rsa' ? 'rsa' : 'ec'
  const algorithm = objectId(OID[`${family}-${digest}`])
  const signedWith = family === 'rsa' ? sequence(algorithm, nothing()) : sequence(algorithm)
  const toBeSigned = sequence(
    context(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(0x40), randomBytes(15)])),
    signedWith,
    distinguishedName(options.issuer),
    sequence(time(options.from), time(options.to)),
    distinguishedName(options.subject),
    publicKeyInfo(options.subjectKey),
    extensions(options),
  )
  const signature = sign(digest, toBeSigned, options.issuerKey)
  return pem('CERTIFICATE', sequence(toBeSigned, signedWith, bits(signature)))
}
