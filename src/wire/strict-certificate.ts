import { X509Certificate } from 'node:crypto'
import type { StrictErrno } from '../knowledge/strict-certificates.ts'
import type { StrictProblem } from '../model/index.ts'

/** One extension of a certificate (RFC 5280 §4.1.2.9). */
interface Extension {
  readonly critical: boolean
  readonly value: Buffer
}

interface Parsed {
  readonly subject: string
  /** 1 to 3. */
  readonly version: number
  readonly emptySubject: boolean
  readonly emptyIssuer: boolean
  readonly selfSigned: boolean
  readonly extensions: ReadonlyMap<string, Extension>
}

/** Object identifiers as hexadecimal DER: `2.5.29.N`. */
const SUBJECT_KEY_ID = '551d0e'
const KEY_USAGE = '551d0f'
const ALT_NAME = '551d11'
const BASIC_CONSTRAINTS = '551d13'
const AUTHORITY_KEY_ID = '551d23'

/** Bit 5 of keyUsage, counted from the left (RFC 5280 §4.2.1.3). */
const KEY_CERT_SIGN = 0x04

/**
 * What OpenSSL would refuse in this verified chain under X509_V_FLAG_X509_STRICT, which Node cannot
 * ask for: `check_extensions` of crypto/x509/x509_vfy.c (3.0 to 3.5), in its order and words.
 * @param chain DER, leaf first, the trusted end included.
 */
export function strictProblem(chain: readonly Buffer[]): StrictProblem | undefined {
  // A certificate that is trusted by itself is not looked at.
  if (chain.length < 2) return undefined
  const parsed = chain.map(parse)
  for (const [at, one] of parsed.entries()) {
    const errno = one === undefined ? undefined : broken(one, at, at + 1 === parsed.length)
    if (errno !== undefined && one !== undefined) return { errno, subject: one.subject }
  }
  return undefined
}

function broken(one: Parsed, at: number, last: boolean): StrictErrno | 'INVALID_CA' | undefined {
  const { extensions } = one
  const constraints = extensions.get(BASIC_CONSTRAINTS)
  const { authority, pathLength } = constraintsOf(constraints)
  const usage = extensions.get(KEY_USAGE)
  const signs = usage === undefined || ((usage.value[3] ?? 0) & KEY_CERT_SIGN) !== 0
  // Without basicConstraints OpenSSL otherwise takes a version 1 root, or one whose keyUsage signs.
  if (at > 0 && !authority) return 'INVALID_CA'
  if (pathLength && !authority) return 'PATHLEN_INVALID_FOR_NON_CA'
  if (pathLength && !signs) return 'PATHLEN_WITHOUT_KU_KEY_CERT_SIGN'
  if (authority && constraints?.critical === false) return 'CA_BCONS_NOT_CRITICAL'
  if (authority && usage === undefined) return 'CA_CERT_MISSING_KEY_USAGE'
  if (!authority && usage !== undefined && signs) return 'KU_KEY_CERT_SIGN_INVALID_FOR_NON_CA'
  if (one.emptyIssuer) return 'ISSUER_NAME_EMPTY'
  if (one.emptySubject && (authority || !extensions.has(ALT_NAME))) return 'SUBJECT_NAME_EMPTY'
  if (one.version < 3) return extensions.size > 0 ? 'EXTENSIONS_REQUIRE_VERSION_3' : undefined
  const above = extensions.get(AUTHORITY_KEY_ID)
  const own = extensions.get(SUBJECT_KEY_ID)
  if (!last && !one.selfSigned && above === undefined) return 'MISSING_AUTHORITY_KEY_IDENTIFIER'
  if (above?.critical === true) return 'AUTHORITY_KEY_IDENTIFIER_CRITICAL'
  if (authority && own === undefined) return 'MISSING_SUBJECT_KEY_IDENTIFIER'
  return own?.critical === true ? 'SUBJECT_KEY_IDENTIFIER_CRITICAL' : undefined
}

/** `SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL }` */
function constraintsOf(extension: Extension | undefined): {
  readonly authority: boolean
  readonly pathLength: boolean
} {
  const parts = extension === undefined ? [] : inside(firstOf(extension.value))
  return {
    authority: parts.some(({ tag, content }) => tag === BOOLEAN && content[0] !== 0),
    pathLength: parts.some(({ tag }) => tag === INTEGER),
  }
}

const BOOLEAN = 0x01
const INTEGER = 0x02
const OCTET_STRING = 0x04
/** Explicit tags of TBSCertificate. */
const VERSION = 0xa0
const EXTENSIONS = 0xa3

interface Element {
  readonly tag: number
  readonly content: Buffer
}

/** `undefined` where it is no certificate: whoever verified it has read it all the same. */
function parse(raw: Buffer): Parsed | undefined {
  const certificate = inside(firstOf(raw))
  const fields = inside(certificate[0])
  const version = fields[0]?.tag === VERSION ? fields.shift() : undefined
  // serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo, …
  const [, , issuer, , subject] = fields
  if (issuer === undefined || subject === undefined) return undefined
  const list = fields.find(({ tag }) => tag === EXTENSIONS)
  const entries = list === undefined ? [] : inside(firstOf(list.content))
  const certified = new X509Certificate(raw)
  return {
    // Of an empty name Node gives none at all.
    subject: subject.content.length === 0 ? '' : certified.subject.replaceAll('\n', ', '),
    version: version === undefined ? 1 : (firstOf(version.content)?.content.at(-1) ?? 0) + 1,
    emptySubject: subject.content.length === 0,
    emptyIssuer: issuer.content.length === 0,
    selfSigned: issuer.content.equals(subject.content) && certified.verify(certified.publicKey),
    extensions: new Map(entries.flatMap(extensionOf)),
  }
}

/** `SEQUENCE { extnID, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }` */
function extensionOf(entry: Element): readonly (readonly [string, Extension])[] {
  const [id, ...rest] = inside(entry)
  const value = rest.find(({ tag }) => tag === OCTET_STRING)
  if (id === undefined || value === undefined) return []
  const critical = rest.some(({ tag, content }) => tag === BOOLEAN && content[0] !== 0)
  return [[id.content.toString('hex'), { critical, value: value.content }]]
}

function inside(element: Element | undefined): Element[] {
  const found: Element[] = []
  let rest = element?.content ?? Buffer.alloc(0)
  for (let one = read(rest); one !== undefined; one = read(rest)) {
    found.push(one.element)
    rest = rest.subarray(one.bytes)
  }
  return found
}

function firstOf(der: Buffer): Element | undefined {
  return read(der)?.element
}

/** Tag, length and content (X.690 §8.1); lengths of up to four bytes. */
function read(der: Buffer): { readonly element: Element; readonly bytes: number } | undefined {
  const [tag, short] = der
  if (tag === undefined || short === undefined) return undefined
  const more = short < 0x80 ? 0 : short & 0x7f
  if (more > 4 || der.length < 2 + more) return undefined
  const length = more === 0 ? short : der.readUIntBE(2, more)
  const start = 2 + more
  if (der.length < start + length) return undefined
  return { element: { tag, content: der.subarray(start, start + length) }, bytes: start + length }
}
