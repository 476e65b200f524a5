import { Buffer } from 'node:buffer'
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { addressBytes } from '../../knowledge/addresses.ts'
import { bits, boolean, context, contextValue, integer, objectId, octets } from './der.ts'
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
  /** EC, as every key that {@link makeKey} makes. */
  readonly issuerKey: KeyObject
  readonly from: Date
  readonly to: Date
  /** May sign others; a leaf otherwise. */
  readonly authority?: boolean
  /** DNS names and IP addresses of the subjectAltName; none leaves the extension out. */
  readonly names?: readonly string[]
  /** Changes the extensions, by object identifier, before they are signed. */
  readonly alter?: (extensions: Map<string, Buffer>) => void
}

export const OID = {
  common: '2.5.4.3',
  organization: '2.5.4.10',
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  altName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const

export interface KeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

/** EC P-256 is made in under a millisecond. */
export function makeKey(): KeyPair {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
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

export function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(objectId(id), ...(critical ? [boolean(true)] : []), octets(value))
}

function extensions(options: CertificateOptions): Buffer {
  const { authority = false, names = [] } = options
  const list = new Map<string, Buffer>()
  const add = (id: string, value: Buffer, critical = false) =>
    list.set(id, extension(id, value, critical))
  add(OID.basicConstraints, authority ? sequence(boolean(true)) : sequence(), authority)
  // keyCertSign and cRLSign for an authority, digitalSignature for a leaf.
  add(OID.keyUsage, authority ? bits(Buffer.of(0x06), 1) : bits(Buffer.of(0x80), 7), true)
  add(OID.subjectKeyId, octets(keyId(options.subjectKey)))
  add(OID.authorityKeyId, sequence(contextValue(0, keyId(options.issuerPublicKey))))
  if (!authority) add(OID.extendedKeyUsage, sequence(objectId(OID.serverAuth)))
  if (names.length > 0) add(OID.altName, sequence(...names.map(generalName)))
  options.alter?.(list)
  return context(3, sequence(...list.values()))
}

/** Makes and signs one X.509 version 3 certificate (RFC 5280 §4.1). Returns PEM. */
export function makeCertificate(options: CertificateOptions): string {
  const signedWith = sequence(objectId(OID.ecdsaWithSha256))
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
  const signature = sign('sha256', toBeSigned, options.issuerKey)
  return pem('CERTIFICATE', sequence(toBeSigned, signedWith, bits(signature)))
}
