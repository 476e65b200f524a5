/** The authorities of the demo, and certificates as they should not be. */
import { Buffer } from 'node:buffer'
import { generateKeyPairSync } from 'node:crypto'
import {
  extension,
  keyPem,
  makeKey,
  OID,
  type KeyPair,
} from '../../src/demo/loopback/certificate.ts'
import { boolean, contextValue, objectId, sequence, utf8 } from '../../src/demo/loopback/der.ts'
import {
  certified,
  LOOPBACK_NAMES,
  type Authority,
  type Credentials,
  type LeafOptions,
} from '../../src/demo/loopback/pki.ts'

export * from '../../src/demo/loopback/pki.ts'

/** What a corporate authority often leaves out, against RFC 5280 §4.2.1. */
export type Lack = 'critical basicConstraints' | 'keyUsage' | 'authorityKeyId' | 'subjectKeyId'

export function lacking(lacks: readonly Lack[]): Pick<LeafOptions, 'alter'> {
  return {
    alter: (extensions) => {
      for (const lack of lacks) {
        if (lack !== 'critical basicConstraints') extensions.delete(OID[lack])
        else
          extensions.set(
            OID.basicConstraints,
            extension(OID.basicConstraints, sequence(boolean(true))),
          )
      }
    },
  }
}

/** With the URL of the issuer's certificate (Authority Information Access, RFC 5280 §4.2.2.1). */
export function issuerAt(url: string): Pick<LeafOptions, 'alter'> {
  const location = contextValue(6, Buffer.from(url, 'ascii'))
  const access = sequence(sequence(objectId('1.3.6.1.5.5.7.48.2'), location))
  return adding('1.3.6.1.5.5.7.1.1', extension('1.3.6.1.5.5.7.1.1', access))
}

/** With an extension that no verifier knows, marked critical. */
export const STRANGE = adding('1.2.3.4.5.6.7', extension('1.2.3.4.5.6.7', utf8('lab'), true))

/** For clients, which a server must not show. */
export const FOR_CLIENTS = adding(
  OID.extendedKeyUsage,
  extension(OID.extendedKeyUsage, sequence(objectId('1.3.6.1.5.5.7.3.2'))),
)

function adding(id: string, value: Buffer): Pick<LeafOptions, 'alter'> {
  return { alter: (extensions) => extensions.set(id, value) }
}

/** 1024 bits are refused by the verifiers of today; some cipher suites need RSA. */
export function rsaKeys(modulusLength: 1024 | 2048): KeyPair {
  return generateKeyPairSync('rsa', { modulusLength })
}

/** The leaf without its intermediates, or with the root that is often not sent. */
export function alone({ key, cert }: Credentials): Credentials {
  const [leaf = ''] = cert.split(/(?<=-----END CERTIFICATE-----\n)/)
  return { key, cert: leaf }
}

export function withRoot(by: Authority, options?: LeafOptions): Credentials {
  const { key, cert } = by.leaf(options)
  return { key, cert: cert + (by.chain.at(-1) ?? '') }
}

/** A certificate that signed itself: no authority anywhere. */
export function selfSigned(names: readonly string[] = LOOPBACK_NAMES): Credentials {
  const keys = makeKey()
  const name = { common: names[0] ?? '' }
  const cert = certified({ name, ...keys }, name, keys.publicKey, [-30, 60], { names })
  return { key: keyPem(keys.privateKey), cert }
}
