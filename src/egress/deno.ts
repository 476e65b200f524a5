import { PLAIN_URL, declared } from './declared.ts'
import { type ReadableStore, type Trust, bundledStore, fileStore, opensslTrust } from './trust.ts'
import { has, type EgressQuestion } from './question.ts'
import { filled, firstFilled } from './variables.ts'

/** Deno's fetch over reqwest's matcher of its own; Mozilla's list unless DENO_TLS_CA_STORE says otherwise. */
export const deno = declared({
  client: 'deno',
  dialect: {
    schemeless: 'http',
    schemes: { http: 'http', https: 'https', socks5: 'socks5h', socks5h: 'socks5h' },
    ...PLAIN_URL,
  },
  variables: {
    https: ['HTTPS_PROXY', 'https_proxy'],
    http: ['HTTP_PROXY', 'http_proxy'],
    all: ['ALL_PROXY', 'all_proxy'],
    no: ['NO_PROXY', 'no_proxy'],
  },
  choose: firstFilled,
  passesOver: /(?:)/,
  trust: denoTrust,
  partialChain: true,
  unread: ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'CURL_CA_BUNDLE', 'REQUESTS_CA_BUNDLE'],
  addressTimeoutMs: 300,
  http2: true,
})

const NATIVE = {
  client: 'deno',
  variables: 'replaces',
  folder: 'hashed-names',
  badFile: 'passed-over',
} as const

function denoTrust(question: EgressQuestion): Trust {
  const wish = filled(question, 'DENO_TLS_CA_STORE')
  const stores = (wish?.value ?? 'mozilla').split(',').flatMap((part): readonly ReadableStore[] => {
    const source = wish === undefined ? 'default of Deno' : wish.name
    if (part.trim() === 'mozilla') return [bundledStore(question, source)]
    // rustls-native-certs: the variables of OpenSSL take the place of the system's store (measured).
    return part.trim() === 'system' ? opensslTrust(question, NATIVE).stores : []
  })
  const named =
    filled(question, 'DENO_CERT') ??
    (has(question, 'deno', 'extraRoots') ? filled(question, 'NODE_EXTRA_CA_CERTS') : undefined)
  const extra = named === undefined ? undefined : fileStore(question, named, 'extra')
  if (extra?.problem === undefined)
    return { stores: extra === undefined ? stores : [...stores, extra], notes: [] }
  return {
    stores,
    notes: [],
    unusable: {
      variable: extra.store.source,
      because: `${extra.problem}, and Deno ends before any request is sent.`,
      fix: `Point ${extra.store.source} to a PEM file that exists where this step runs, or remove it.`,
      by: 'client',
    },
  }
}
