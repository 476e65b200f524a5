import { CLIENT_FACTS } from '../knowledge/clients.ts'
import type { EgressNote } from '../model/index.ts'
import type { EgressQuestion } from './question.ts'
import type { SitePackages } from './site-packages.ts'
import {
  bundledStore,
  fileStore,
  folderNotes,
  folderStore,
  foreignTrust,
  systemStore,
  type ReadableStore,
} from './trust.ts'
import { filled } from './variables.ts'

/** First major version of openai-python whose default is the trust store of the operating system. */
const SYSTEM_STORE_SINCE = 3

export interface PythonTrust {
  readonly stores: readonly ReadableStore[]
  readonly notes: readonly EgressNote[]
  readonly unusable?: EgressNote & { readonly by: 'client' }
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
  const file = filled(question, 'SSL_CERT_FILE')
  const folder = filled(question, 'SSL_CERT_DIR')
  if (file !== undefined) {
    const store = fileStore(question, file, 'file')
    if (store.problem === undefined) return { stores: [store], notes }
    return {
      stores: [store],
      notes,
      unusable: {
        variable: file.name,
        because: `${store.problem}, and the constructor of the OpenAI client fails on it before any packet is sent.`,
        fix: `Point ${file.name} to a PEM file that exists where this step runs, or remove it.`,
        by: 'client',
      },
    }
  }
  if (folder !== undefined) {
    const store = folderStore(question, folder, 'hashed-names')
    return { stores: [store], notes: [...notes, ...folderNotes(store)] }
  }
  return { stores: [defaultStore(question, installed, version)], notes }
}

function defaultStore(
  question: EgressQuestion,
  installed: readonly SitePackages[],
  version: string | undefined,
): ReadableStore {
  const major = Number.parseInt(version ?? '', 10)
  if (Number.isNaN(major))
    return systemStore(question, 'default of openai-python 3 or later (version not known)')
  return major >= SYSTEM_STORE_SINCE
    ? systemStore(question, `default of openai-python ${version}`)
    : certifiStore(question, installed, `certifi, default of openai-python ${version}`)
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
