import { BOTH_CASES, declared } from './declared.ts'
import { has, type EgressQuestion } from './question.ts'
import type { Trust } from './trust.ts'
import { badFile, bundledStore, fileIn, folderIn, folderNotes, systemStore } from './trust.ts'
import { filled, firstFilled, firstSet } from './variables.ts'

/** Bun's fetch, which reads proxy variables without being asked to, and Node's variables about roots. */
export const bun = declared((question) => ({
  client: 'bun',
  dialect: { schemeless: 'http', schemes: { http: 'http', https: 'https' } },
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
  // Before, they named the system's store alone.
  const openssl = has(question, 'bun', 'opensslRoots') || system?.value === '1'
  const folder = openssl ? folderIn(question, 'SSL_CERT_DIR', 'hashed-names') : undefined
  const files = [
    fileIn(question, 'NODE_EXTRA_CA_CERTS', 'extra'),
    openssl ? fileIn(question, 'SSL_CERT_FILE') : undefined,
  ].filter((one) => one !== undefined)
  return {
    stores: [
      bundledStore(question, 'default of Bun'),
      ...(system?.value === '1' ? [systemStore(question, system.name)] : []),
      ...files.filter(({ problem }) => problem === undefined),
      ...(folder === undefined ? [] : [folder]),
    ],
    notes: [
      ...folderNotes(folder),
      ...files
        .filter(({ problem }) => problem !== undefined)
        .map((file) => badFile(file, '; Bun goes on without it', ", in the job's env")),
    ],
  }
}
