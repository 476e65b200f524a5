import { CLIENT_FACTS } from '../knowledge/clients.ts'
import type { Client, EgressNote, TrustStore } from '../model/index.ts'
import type { EgressQuestion, Roots } from './question.ts'
import { type Variable, filled } from './variables.ts'

/** A trust store with a way to read it; reading is left until somebody verifies with it. */
export interface ReadableStore {
  readonly store: TrustStore
  readonly certificates: () => readonly string[]
}

/** What a client trusts, and what is wrong with the variables that say so. */
export interface Trust {
  readonly stores: readonly ReadableStore[]
  readonly notes: readonly EgressNote[]
  readonly unusable?: EgressNote & { readonly by: 'client' }
  /** For a proxy that is reached by TLS, where other stores count there. */
  readonly proxyStores?: readonly ReadableStore[]
}

/** Where distributions keep all trusted roots in one file, the most common first. */
const BUNDLE_FILES = [
  // Debian, Ubuntu, Alpine, Arch, Gentoo
  '/etc/ssl/certs/ca-certificates.crt',
  // Red Hat, Fedora, Amazon Linux
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  // SUSE
  '/etc/ssl/ca-bundle.pem',
  '/var/lib/ca-certificates/ca-bundle.pem',
  // Alpine, OpenBSD, macOS (for OpenSSL and LibreSSL)
  '/etc/ssl/cert.pem',
] as const

/** Variables about trust that one client made up for itself. */
export const FOREIGN_TRUST = ['NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']

/** Bundles read so far: each client and each route of a run asks for the same one. */
const READ = new Map<string, readonly string[]>()
/** Files of roots that are remembered. */
const MOST_READ = 16

/** The certificates in a PEM text, one text each. Keys and comments are left out. */
export function pemCertificates(text: string): readonly string[] {
  const known = READ.get(text)
  if (known !== undefined) return known
  const found = [
    ...text.matchAll(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g),
  ].map(([pem]) => `${pem}\n`)
  if (READ.size < MOST_READ) READ.set(text, found)
  return found
}

/** The texts to verify with, each once. */
export function certificatesOf(stores: readonly ReadableStore[]): readonly string[] {
  return [...new Set(stores.flatMap((store) => store.certificates()))]
}

export function bundledStore(question: EgressQuestion, source: string): ReadableStore {
  const roots = question.roots ?? processRoots
  return { store: { store: 'bundled', source }, certificates: () => roots.bundled() }
}

/** What the operating system trusts: one file on Linux, its own interface elsewhere. */
export function systemStore(question: EgressQuestion, source: string): ReadableStore {
  const roots = question.roots ?? processRoots
  if (hasOwnStore(question))
    return { store: { store: 'system', source }, certificates: () => roots.system() }
  const path = BUNDLE_FILES.find((file) => readCertificates(question, file).length > 0)
  const store =
    path === undefined
      ? { store: 'system' as const, source: `${source}; no system bundle was found here` }
      : { store: 'system' as const, source, path }
  return { store, certificates: () => (path === undefined ? [] : readCertificates(question, path)) }
}

/** macOS and Windows keep their roots behind an interface of their own. */
export function hasOwnStore({ platform }: EgressQuestion): boolean {
  return platform === 'darwin' || platform === 'win32'
}

/** A store that a variable names. */
export interface NamedStore extends ReadableStore {
  /** Why it gives no certificate. */
  readonly problem?: string
}

/** A file named by a variable. */
export function fileStore(
  question: EgressQuestion,
  { name, value: path }: Variable,
  store: TrustStore['store'],
): NamedStore {
  const text = question.readFile(path)
  const problem =
    text === undefined
      ? 'names a file that cannot be read'
      : pemCertificates(text).length === 0
        ? 'names a file without a PEM certificate'
        : undefined
  return {
    store: { store, source: name, path },
    certificates: () => readCertificates(question, path),
    ...(problem !== undefined && { problem: `${name} ${problem}` }),
  }
}

/** The file that this variable names, where it is filled. */
export function fileIn(
  question: EgressQuestion,
  name: string,
  store: TrustStore['store'] = 'file',
): NamedStore | undefined {
  const found = filled(question, name)
  return found && fileStore(question, found, store)
}

/** A file that gives no certificate, as a note: `then` follows what is wrong with it. */
export function badFile(
  { store: { source }, problem = '' }: NamedStore,
  then: string,
  otherwise = '',
): EgressNote {
  return {
    variable: source,
    because: `${problem}${then}.`,
    fix: `Point ${source} to a PEM file that exists where this step runs${otherwise}.`,
  }
}

/**
 * Folders named by a variable, where it is filled. OpenSSL finds a certificate by the hash of its
 * subject in the file name (`c_rehash`); Node's system store reads every file.
 */
export function folderIn(
  question: EgressQuestion,
  variable: string,
  reads: 'hashed-names' | 'every-file',
): NamedStore | undefined {
  const { name, value } = filled(question, variable) ?? {}
  if (name === undefined || value === undefined) return undefined
  const folders = value.split(question.platform === 'win32' ? ';' : ':').filter(Boolean)
  const named = (folder: string): readonly string[] =>
    (question.listFolder?.(folder) ?? []).filter(
      (file) => reads === 'every-file' || /^[0-9a-f]{8}\.\d+$/i.test(file),
    )
  const problem =
    question.listFolder !== undefined && folders.every((folder) => named(folder).length === 0)
      ? `${name} names a folder without ${reads === 'hashed-names' ? 'hashed certificate names' : 'files'}`
      : undefined
  return {
    store: { store: 'file', source: name, path: value },
    certificates: () =>
      folders.flatMap((folder) =>
        named(folder).flatMap((file) => readCertificates(question, `${folder}/${file}`)),
      ),
    ...(problem !== undefined && { problem }),
  }
}

/** What is wrong with a folder of certificates, as a note. */
export function folderNotes(store: NamedStore | undefined): readonly EgressNote[] {
  if (store?.problem === undefined) return []
  return [
    {
      variable: store.store.source,
      because: `${store.problem}, so it adds nothing.`,
      fix: `Run "openssl rehash" on the folder in ${store.store.source}, or name one PEM file in SSL_CERT_FILE.`,
    },
  ]
}

/** Variables about trust that other clients read and this one does not. */
export function foreignTrust(
  variables: readonly (Variable | undefined)[],
  client: string,
  fix: string,
): readonly EgressNote[] {
  return variables.flatMap((found) =>
    found === undefined
      ? []
      : [{ variable: found.name, because: `${client} does not read ${found.name}.`, fix }],
  )
}

function readCertificates(question: EgressQuestion, path: string): readonly string[] {
  return pemCertificates(question.readFile(path) ?? '')
}

/** Loaded when a client needs them: settings that cannot work send nothing. */
const tls = () => process.getBuiltinModule('node:tls')

/** The roots this process can name. The only place that asks Node for them. */
export const processRoots: Roots = {
  bundled: () => tls().getCACertificates('bundled'),
  system: () => tls().getCACertificates('system'),
}

/** How a client reads SSL_CERT_FILE and SSL_CERT_DIR. */
export interface CertVariables {
  /** `replaces`: one of them switches the system store off. `each`: each takes the place of one default. */
  readonly variables: 'replaces' | 'each'
  readonly folder: 'hashed-names' | 'every-file'
  /** What happens with a file that gives no certificate; `fails-alone`: not where a folder gives some. */
  readonly badFile: 'fails-alone' | 'passed-over'
}

/** The store of the system, and the two variables of OpenSSL that Go, Rust, Ruby and .NET read too. */
export function opensslTrust(
  client: Client,
  rules: CertVariables,
  question: EgressQuestion,
): Trust {
  const { name } = CLIENT_FACTS[client]
  const system = systemStore(question, `default of ${name}`)
  // The platform's own verifier is asked there, which reads no variable.
  if (hasOwnStore(question)) return { stores: [system], notes: [] }
  const file = fileIn(question, 'SSL_CERT_FILE')
  const folder = folderIn(question, 'SSL_CERT_DIR', rules.folder)
  const named = [file, folder].filter((one) => one !== undefined)
  // The default file and folder hold the same roots, so one of them left alone is enough.
  const keepsSystem = named.length < (rules.variables === 'each' ? 2 : 1)
  const stores = [...(keepsSystem ? [system] : []), ...named]
  const notes = folderNotes(folder)
  if (file?.problem === undefined) return { stores, notes }
  const rescued = folder !== undefined && folder.problem === undefined
  if (rules.badFile === 'passed-over' || rescued)
    return { stores, notes: [...notes, badFile(file, '', ', or remove it')] }
  const then = `, and ${name} fails on it before any request is sent`
  return { stores, notes, unusable: { ...badFile(file, then, ', or remove it'), by: 'client' } }
}
