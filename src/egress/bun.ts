import { BOTH_CASES, PLAIN_URL, declared } from './declared.ts'
import { has, type EgressQuestion } from './question.ts'
import {
  bundledStore,
  fileStore,
  folderNotes,
  folderStore,
  systemStore,
  type Trust,
} from './trust.ts'
import { filled, firstFilled, firstSet } from './variables.ts'

/** Bun's fetch, which reads proxy variables without being asked to, and Node's variables about roots. */
export const bun = declared((question) => ({
  client: 'bun',
  dialect: {
    schemeless: 'http',
    schemes: { http: 'http', https: 'https' },
    ...PLAIN_URL,
  },
  variables: has(question, 'bun', 'moreForms') ? BOTH_CASES : { ...BOTH_CASES, all: [] },
  choose: has(question, 'bun', 'emptyPassedOver') ? firstFilled : firstSet,
  passesOver: /\s$/,
  trust: bunTrust,
  unread: [
    'CURL_CA_BUNDLE',
    'REQUESTS_CA_BUNDLE',
    ...(has(question, 'bun', 'opensslRoots') ? [] : ['SSL_CERT_FILE', 'SSL_CERT_DIR']),
  ],
  addressTimeoutMs: 250,
  http2: false,
}))

/** Measured: SSL_CERT_FILE and SSL_CERT_DIR count without a switch, and a missing file is passed over. */
function bunTrust(question: EgressQuestion): Trust {
  const system = filled(question, 'NODE_USE_SYSTEM_CA')
  const extra = filled(question, 'NODE_EXTRA_CA_CERTS')
  // Before, they named the system's store alone.
  const openssl = has(question, 'bun', 'opensslRoots') || system?.value === '1'
  const file = openssl ? filled(question, 'SSL_CERT_FILE') : undefined
  const folder = openssl ? filled(question, 'SSL_CERT_DIR') : undefined
  const hashed = folder === undefined ? undefined : folderStore(question, folder, 'hashed-names')
  const files = [extra, file].flatMap((one) => {
    if (one === undefined) return []
    return fileStore(question, one, one === extra ? 'extra' : 'file')
  })
  return {
    stores: [
      bundledStore(question, 'default of Bun'),
      ...(system?.value === '1' ? [systemStore(question, system.name)] : []),
      ...files.filter(({ problem }) => problem === undefined),
      ...(hashed === undefined ? [] : [hashed]),
    ],
    notes: [
      ...folderNotes(hashed),
      ...files.flatMap(({ store, problem }) =>
        problem === undefined
          ? []
          : [
              {
                variable: store.source,
                because: `${problem}; Bun goes on without it.`,
                fix: `Point ${store.source} to a PEM file that exists where this step runs, in the job's env.`,
              },
            ],
      ),
    ],
  }
}
