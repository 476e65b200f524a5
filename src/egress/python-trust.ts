import { CLIENT_FACTS } from '../knowledge/clients.ts'
import type { Egress } from '../model/index.ts'
import { isStrict, nameOf, runningPython } from './python-version.ts'
import type { EgressQuestion } from './question.ts'
import type { ReadableStore, Trust } from './trust.ts'
import {
  badFile,
  bundledStore,
  fileIn,
  fileStore,
  folderIn,
  folderNotes,
  foreignTrust,
  systemStore,
} from './trust.ts'
import { filled } from './variables.ts'

/** First major version of openai-python whose default is the trust store of the operating system. */
const SYSTEM_STORE_SINCE = 3

export interface PythonTrust extends Trust {
  readonly strict?: NonNullable<Egress['strict']>
}

/**
 * `create_ssl_context` of httpx and httpx2: SSL_CERT_FILE alone, else SSL_CERT_DIR alone, else the
 * default of the version. Nothing is added to anything.
 */
export function pythonTrust(
  question: EgressQuestion,
  installed: readonly SitePackages[],
  version: string | undefined,
): PythonTrust {
  const notes = foreignTrust(
    ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'].map((name) =>
      filled(question, name),
    ),
    CLIENT_FACTS.python.name,
    "Set SSL_CERT_FILE to a PEM file with the public roots and the extra root in the job's env.",
  )
  const file = fileIn(question, 'SSL_CERT_FILE')
  const folder = folderIn(question, 'SSL_CERT_DIR', 'hashed-names')
  // truststore of openai 3 and later makes a context of its own; all others are Python's default one.
  const ofDefault = file !== undefined || folder !== undefined || bringsCertifi(version)
  const strict = ofDefault ? strictness(question, installed) : {}
  if (file !== undefined) {
    const trust = { stores: [file], notes, ...strict }
    if (file.problem === undefined) return trust
    const then = ', and the constructor of the OpenAI client fails on it before any packet is sent'
    return { ...trust, unusable: { ...badFile(file, then, ', or remove it'), by: 'client' } }
  }
  if (folder !== undefined) {
    return { stores: [folder], notes: [...notes, ...folderNotes(folder)], ...strict }
  }
  return { stores: [defaultStore(question, installed, version)], notes, ...strict }
}

function bringsCertifi(version: string | undefined): boolean {
  return Number.parseInt(version ?? '', 10) < SYSTEM_STORE_SINCE
}

/** First httpx that takes `ssl.create_default_context`; before, it made a context of its own. */
const DEFAULT_CONTEXT_SINCE = [0, 28] as const

/**
 * Python's default context sets VERIFY_X509_STRICT from 3.13 on (measured with 3.13.0 and 3.13.5,
 * OpenSSL 3.0 and 3.5).
 */
function strictness(
  question: EgressQuestion,
  installed: readonly SitePackages[],
): Pick<PythonTrust, 'strict'> {
  const home = installed.find(({ names }) => names.includes('openai'))
  const httpx =
    (home === undefined ? undefined : versionIn(home, 'httpx')) ?? question.installed?.httpx
  const [major = 0, minor = 0] = (httpx ?? '1').split('.').map(Number)
  if (major === DEFAULT_CONTEXT_SINCE[0] && minor < DEFAULT_CONTEXT_SINCE[1]) return {}
  const python = runningPython(question)
  if (python === undefined) {
    return { strict: { applies: 'not known', because: 'which Python runs the application' } }
  }
  return isStrict(python) ? { strict: { applies: 'yes', because: nameOf(python) } } : {}
}

function defaultStore(
  question: EgressQuestion,
  installed: readonly SitePackages[],
  version: string | undefined,
): ReadableStore {
  if (Number.isNaN(Number.parseInt(version ?? '', 10)))
    return systemStore(question, 'default of openai-python 3 or later (version not known)')
  return bringsCertifi(version)
    ? certifiStore(question, installed, `certifi, default of openai-python ${version}`)
    : systemStore(question, `default of openai-python ${version}`)
}

function certifiStore(
  question: EgressQuestion,
  installed: readonly SitePackages[],
  source: string,
): ReadableStore {
  const home = installed.find(({ names }) => names.includes('certifi'))
  if (home === undefined)
    return bundledStore(
      question,
      `${source}; not found here, Node's copy of Mozilla's list stands in`,
    )
  const path = `${home.folder}/certifi/cacert.pem`
  // Debian's package of certifi has no list of its own and points to the system's.
  if (question.readFile(path) === undefined)
    return systemStore(question, `${source}, which points to the system's list`)
  const { certificates } = fileStore(question, { name: source, value: path }, 'file')
  if (!home.ofCheckout) return { store: { store: 'file', source, path }, certificates }
  return {
    store: { store: 'file', source: `${source}, as far as Node or the system trusts it too`, path },
    certificates: () => trustedElsewhere(question, certificates()),
  }
}

/**
 * A list in the checkout is a stranger's: whoever can commit one would decide whom the key is sent
 * to. Only what Node or this machine trusts as well counts.
 */
function trustedElsewhere(
  question: EgressQuestion,
  certificates: readonly string[],
): readonly string[] {
  const body = (pem: string): string => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '')
  const stores = [bundledStore(question, ''), systemStore(question, '')]
  const trusted = new Set(stores.flatMap((store) => store.certificates()).map(body))
  return certificates.filter((pem) => trusted.has(body(pem)))
}

/** Variables that name the root of a Python environment: venv, conda, actions/setup-python. */
const PREFIX_VARIABLES = ['VIRTUAL_ENV', 'CONDA_PREFIX', 'pythonLocation', 'Python3_ROOT_DIR']
const WORKSPACE_FOLDERS = ['.venv', 'venv', 'env']
const COMMON_PREFIXES = ['/opt/venv', '/usr/local', '/usr']

export interface SitePackages {
  readonly folder: string
  readonly names: readonly string[]
  /** It lies in the checkout and no variable names it: a stranger may have written it. */
  readonly ofCheckout: boolean
}

/** Folders of installed Python packages, the most specific first; empty when folders cannot be read. */
export function sitePackages(question: EgressQuestion): readonly SitePackages[] {
  const workspace = filled(question, 'GITHUB_WORKSPACE')?.value ?? '.'
  const named = PREFIX_VARIABLES.flatMap((name) => filled(question, name)?.value ?? [])
  const ofCheckout = new Set(WORKSPACE_FOLDERS.map((folder) => `${workspace}/${folder}`))
  for (const prefix of named) ofCheckout.delete(prefix)
  const prefixes = [
    ...named,
    ...ofCheckout,
    ...(question.platform === 'win32' ? [] : COMMON_PREFIXES),
  ]
  return [...new Set(prefixes)].flatMap((prefix) =>
    candidates(question, prefix).flatMap((folder) => {
      const names = question.listFolder?.(folder)
      return names === undefined ? [] : [{ folder, names, ofCheckout: ofCheckout.has(prefix) }]
    }),
  )
}

/** Version of a package by its `<name>-<version>.dist-info` folder. */
export function versionIn({ names }: SitePackages, name: string): string | undefined {
  return names
    .map((entry) => /^(.+)-([^-]+)\.dist-info$/.exec(entry))
    .find((part) => part?.[1]?.toLowerCase() === name)?.[2]
}

function candidates(question: EgressQuestion, prefix: string): readonly string[] {
  if (question.platform === 'win32') return [`${prefix}/Lib/site-packages`]
  return (question.listFolder?.(`${prefix}/lib`) ?? [])
    .filter((name) => /^python3(\.\d+)?$/.test(name))
    .flatMap((name) => [
      `${prefix}/lib/${name}/site-packages`,
      `${prefix}/lib/${name}/dist-packages`,
    ])
}
