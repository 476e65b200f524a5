import type { EgressQuestion } from './question.ts'
import type { Trust } from './declared.ts'
import { CLIENT_FACTS } from '../knowledge/clients.ts'
import type { Client } from '../model/index.ts'
import { fileStore, folderNotes, folderStore, systemStore } from './trust.ts'
import { filled } from './variables.ts'

/** How a client reads SSL_CERT_FILE and SSL_CERT_DIR. */
export interface CertVariables {
  readonly client: Client
  /** `replaces`: one of them switches the system store off. `each`: each takes the place of one default. */
  readonly variables: 'replaces' | 'each'
  readonly folder: 'hashed-names' | 'every-file'
  /** What happens with a file that gives no certificate; `fails-alone`: not where a folder gives some. */
  readonly badFile: 'fails-alone' | 'passed-over'
}

/** The store of the system, and the two variables of OpenSSL that Go, Rust, Ruby and .NET read too. */
export function opensslTrust(question: EgressQuestion, rules: CertVariables): Trust {
  const source = `default of ${CLIENT_FACTS[rules.client].name}`
  // The platform's own verifier is asked there, which reads no variable.
  if (question.platform === 'darwin' || question.platform === 'win32')
    return { stores: [systemStore(question, source)], notes: [] }
  const fileVariable = filled(question, 'SSL_CERT_FILE')
  const folderVariable = filled(question, 'SSL_CERT_DIR')
  const file = fileVariable === undefined ? undefined : fileStore(question, fileVariable, 'file')
  const folder =
    folderVariable === undefined ? undefined : folderStore(question, folderVariable, rules.folder)
  const keepsSystem =
    rules.variables === 'each'
      ? // The default file and folder hold the same roots, so one of them left alone is enough.
        file === undefined || folder === undefined
      : file === undefined && folder === undefined
  const stores = [
    ...(keepsSystem ? [systemStore(question, source)] : []),
    ...(file === undefined ? [] : [file]),
    ...(folder === undefined ? [] : [folder]),
  ]
  const notes = folderNotes(folder)
  if (file?.problem === undefined) return { stores, notes }
  const { store, problem } = file
  const fix = `Point ${store.source} to a PEM file that exists where this step runs, or remove it.`
  const rescued = folder !== undefined && folder.problem === undefined
  if (rules.badFile === 'passed-over' || rescued)
    return { stores, notes: [...notes, { variable: store.source, because: `${problem}.`, fix }] }
  return {
    stores,
    notes,
    unusable: {
      variable: store.source,
      because: `${problem}, and ${CLIENT_FACTS[rules.client].name} fails on it before any request is sent.`,
      fix,
      by: 'client',
    },
  }
}
