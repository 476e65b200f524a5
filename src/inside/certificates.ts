import { X509Certificate } from 'node:crypto'
import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls'
import type { CertificateFacts } from '../model/index.ts'
import { describeCertificate } from '../wire/certificate.ts'

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
