const rule = (number: number, says: string, means: string) => ({ number, says, means })

/**
 * What OpenSSL refuses under X509_V_FLAG_X509_STRICT alone: its name without `X509_V_ERR_`, the number
 * of include/openssl/x509_vfy.h, its words (crypto/x509/x509_txt.c), and what they mean. Measured with
 * 3.0 and 3.5 (`openssl verify -x509_strict`).
 */
export const STRICT_RULES = {
  PATHLEN_INVALID_FOR_NON_CA: rule(
    80,
    'Path length invalid for non-CA cert',
    'limits the length of the path and is not an authority',
  ),
  PATHLEN_WITHOUT_KU_KEY_CERT_SIGN: rule(
    81,
    'Path length given without key usage keyCertSign',
    'limits the length of the path without keyCertSign in its keyUsage',
  ),
  KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA: rule(
    82,
    'Key usage keyCertSign invalid for non-CA cert',
    'has keyCertSign in its keyUsage and is not an authority',
  ),
  ISSUER_NAME_EMPTY: rule(83, 'Issuer name empty', 'names no issuer'),
  SUBJECT_NAME_EMPTY: rule(84, 'Subject name empty', 'has no name'),
  MISSING_AUTHORITY_KEY_IDENTIFIER: rule(
    85,
    'Missing Authority Key Identifier',
    'has no authorityKeyIdentifier',
  ),
  MISSING_SUBJECT_KEY_IDENTIFIER: rule(
    86,
    'Missing Subject Key Identifier',
    'is an authority without subjectKeyIdentifier',
  ),
  CA_BCONS_NOT_CRITICAL: rule(
    89,
    'Basic Constraints of CA cert not marked critical',
    'is an authority whose basicConstraints are not marked critical',
  ),
  AUTHORITY_KEY_IDENTIFIER_CRITICAL: rule(
    90,
    'Authority Key Identifier marked critical',
    'has its authorityKeyIdentifier marked critical',
  ),
  SUBJECT_KEY_IDENTIFIER_CRITICAL: rule(
    91,
    'Subject Key Identifier marked critical',
    'has its subjectKeyIdentifier marked critical',
  ),
  CA_CERT_MISSING_KEY_USAGE: rule(
    92,
    'CA cert does not include key usage extension',
    'is an authority without keyUsage',
  ),
  EXTENSIONS_REQUIRE_VERSION_3: rule(
    93,
    'Using cert extension requires at least X509v3',
    'has extensions and is not of version 3',
  ),
}

export type StrictErrno = keyof typeof STRICT_RULES
