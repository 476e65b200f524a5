import { X509Certificate } from 'node:crypto'
import { rootCertificates, type TLSSocket } from 'node:tls'
import { expect, test } from 'vitest'
import { labRoot } from '../loopback/pki.ts'
import { endsInPrivateRoot, servedChain } from '../../src/wire/certificate.ts'

/** A connection whose peer served only this certificate. */
function servedBy(raw: Buffer): TLSSocket {
  const { fingerprint256 } = new X509Certificate(raw)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { getPeerCertificate: () => ({ raw, fingerprint256 }) } as unknown as TLSSocket
}

/** Another certificate of the same name and key, as a cross-signed root is: its signature differs. */
function crossSigned(pem: string): Buffer {
  const raw = Buffer.from(new X509Certificate(pem).raw)
  raw.writeUInt8(raw.readUInt8(raw.length - 1) ^ 1, raw.length - 1)
  return raw
}

test('every public root is known by its name and key when another authority signed it', () => {
  const strange = rootCertificates.filter((pem) => endsInPrivateRoot(servedBy(crossSigned(pem))))
  expect(strange).toEqual([])
})

test('a root that Node does not carry is private', () => {
  expect(endsInPrivateRoot(servedBy(Buffer.from(new X509Certificate(labRoot().pem).raw)))).toBe(
    true,
  )
})

test('ten certificates of a chain are recorded, however many were served', () => {
  const served = Array.from({ length: 30 }, (_, at) => ({
    subject: { CN: `Authority ${at}` },
    issuer: { CN: `Authority ${at + 1}` },
    valid_from: 'Jan  1 00:00:00 2026 GMT',
    valid_to: 'Jan  1 00:00:00 2027 GMT',
    fingerprint256: `AB:${at}`,
  })).reduceRight<object>((issuerCertificate, one) => ({ ...one, issuerCertificate }), {})
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const socket = { getPeerCertificate: () => served } as unknown as TLSSocket
  expect(servedChain(socket)).toHaveLength(10)
})
