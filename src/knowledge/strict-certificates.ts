/**
 * What OpenSSL refuses under X509_V_FLAG_X509_STRICT alone: its name without `X509_V_ERR_`, the number
 * of include/openssl/x509_vfy.h, its words (crypto/x509/x509_txt.c), and what they mean. Measured with
 * 3.0 and 3.5 (`openssl verify -x509_strict`).
 */
export const STRICT_RULES = {
  PATHLEN_INVALID_FOR_NON_CA: {
    number: 80,
    says: 'Path length invalid for non-CA cert',
    means: 'limits the length of the path and is not an authority',
  },
  PATHLEN_WITHOUT_KU_KEY_CERT_SIGN: {
    number: 81,
    says: 'Path length given without key usage keyCertSign',
    means: 'limits the length of the path without keyCertSign in its keyUsage',
  },
  KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA: {
    number: 82,
    says: 'Key usage keyCertSign invalid for non-CA cert',
    means: 'has keyCertSign in its keyUsage and is not an authority',
  },
  ISSUER_NAME_EMPTY: {
    number: 83,
    says: 'Issuer name empty',
    means: 'names no issuer',
  },
  SUBJECT_NAME_EMPTY: {
    number: 84,
    says: 'Subject name empty',
    means: 'has no name',
  },
  MISSING_AUTHORITY_KEY_IDENTIFIER: {
    number: 85,
    says: 'Missing Authority Key Identifier',
    means: 'has no authorityKeyIdentifier',
  },
  MISSING_SUBJECT_KEY_IDENTIFIER: {
    number: 86,
    says: 'Missing Subject Key Identifier',
    means: 'is an authority without subjectKeyIdentifier',
  },
  CA_BCONS_NOT_CRITICAL: {
    number: 89,
    says: 'Basic Constraints of CA cert not marked critical',
    means: 'is an authority whose basicConstraints are not marked critical',
  },
  AUTHORITY_KEY_IDENTIFIER_CRITICAL: {
    number: 90,
    says: 'Authority Key Identifier marked critical',
    means: 'has its authorityKeyIdentifier marked critical',
  },
  SUBJECT_KEY_IDENTIFIER_CRITICAL: {
    number: 91,
    says: 'Subject Key Identifier marked critical',
    means: 'has its subjectKeyIdentifier marked critical',
  },
  CA_CERT_MISSING_KEY_USAGE: {
    number: 92,
    says: 'CA cert does not include key usage extension',
    means: 'is an authority without keyUsage',
  },
  EXTENSIONS_REQUIRE_VERSION_3: {
    number: 93,
    says: 'Using cert extension requires at least X509v3',
    means: 'has extensions and is not of version 3',
  },
} as const

export type StrictErrno = keyof typeof STRICT_RULES
