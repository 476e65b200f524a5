import { declared, UPPER_CASE_FIRST } from './declared.ts'
import { badFile, bundledStore, fileIn, opensslTrust, type ReadableStore } from './trust.ts'
import type { Trust } from './trust.ts'
import { has, type EgressQuestion } from './question.ts'
import { filled } from './variables.ts'

/** Deno's fetch over reqwest's matcher of its own; Mozilla's list unless DENO_TLS_CA_STORE says otherwise. */
export const deno = declared({
  client: 'deno',
  dialect: {
    schemeless: 'http',
    schemes: { http: 'http', https: 'https', socks5: 'socks5h', socks5h: 'socks5h' },
  },
  variables: UPPER_CASE_FIRST,
  passesOver: /(?:)/,
  trust: denoTrust,
  partialChain: true,
  unread: ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'CURL_CA_BUNDLE', 'REQUESTS_CA_BUNDLE'],
  addressTimeoutMs: 300,
  http2: true,
})

const NATIVE = { variables: 'replaces', folder: 'hashed-names', badFile: 'passed-over' } as const

function denoTrust(question: EgressQuestion): Trust {
  const wish = filled(question, 'DENO_TLS_CA_STORE')
  const stores = (wish?.value ?? 'mozilla').split(',').flatMap((part): readonly ReadableStore[] => {
    const source = wish === undefined ? 'default of Deno' : wish.name
    if (part.trim() === 'mozilla') return [bundledStore(question, source)]
    // rustls-native-certs: the variables of OpenSSL take the place of the system's store (measured).
    return part.trim() === 'system' ? opensslTrust('deno', NATIVE, question).stores : []
  })
  const extra =
    fileIn(question, 'DENO_CERT', 'extra') ??
    (has(question, 'deno', 'extraRoots')
      ? fileIn(question, 'NODE_EXTRA_CA_CERTS', 'extra')
      : undefined)
  if (extra === undefined) return { stores, notes: [] }
  if (extra.problem === undefined) return { stores: [...stores, extra], notes: [] }
  const then = ', and Deno ends before any request is sent'
  return {
    stores,
    notes: [],
    unusable: { ...badFile(extra, then, ', or remove it'), by: 'client' },
  }
}
