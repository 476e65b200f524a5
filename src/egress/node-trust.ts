import type { EgressNote } from '../model/index.ts'
import { nodeOptions } from './node-options.ts'
import { has, releaseOf, type EgressQuestion } from './question.ts'
import {
  bundledStore,
  fileStore,
  folderStore,
  foreignTrust,
  systemStore,
  type ReadableStore,
} from './trust.ts'
import { filled } from './variables.ts'

export interface NodeTrust {
  readonly stores: readonly ReadableStore[]
  readonly notes: readonly EgressNote[]
  /** The process ends at start with this setting. */
  readonly conflict?: EgressNote
}

/** What this Node trusts: read at process start, from NODE_OPTIONS and the environment. */
export function nodeTrust(question: EgressQuestion): NodeTrust {
  const options = nodeOptions(question)
  const openssl = options.includes('--use-openssl-ca')
  const wish = filled(question, 'NODE_USE_SYSTEM_CA')
  const understood = has(question, 'node', 'systemRoots')
  const byEnv = wish?.value === '1' && understood
  const system = options.includes('--use-system-ca') || byEnv
  const systemSource = options.includes('--use-system-ca')
    ? '--use-system-ca'
    : 'NODE_USE_SYSTEM_CA'
  const stores: ReadableStore[] = []
  if (openssl) stores.push(...opensslStores(question, '--use-openssl-ca', 'hashed-names'))
  else stores.push(bundledStore(question, 'default of Node'))
  if (system && !openssl) stores.push(...opensslStores(question, systemSource, 'every-file'))
  const extra = filled(question, 'NODE_EXTRA_CA_CERTS')
  const extraStore = extra === undefined ? undefined : fileStore(question, extra, 'extra')
  if (extraStore !== undefined && extraStore.problem === undefined) stores.push(extraStore)

  const notes: EgressNote[] = []
  if (wish !== undefined && !byEnv && wish.value !== '0')
    notes.push({
      variable: wish.name,
      because: understood
        ? `Only the value 1 switches ${wish.name} on.`
        : `Node ${releaseOf(question, 'node')?.replace(/^v/, '')} does not read ${wish.name} yet; it came with Node 24.6.`,
      fix: understood
        ? `Set ${wish.name}: 1 in the job's env.`
        : "Put --use-system-ca into NODE_OPTIONS in the job's env, or use Node 24.6 or later.",
    })
  if (extraStore?.problem !== undefined && extra !== undefined)
    notes.push({
      variable: extra.name,
      because: `${extraStore.problem}; Node goes on without it.`,
      fix: `Point ${extra.name} to a PEM file that exists where this step runs, in the job's env.`,
    })
  const unread = ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']
  if (!openssl && !system) unread.unshift('SSL_CERT_FILE', 'SSL_CERT_DIR')
  notes.push(
    ...foreignTrust(
      unread.map((name) => filled(question, name)),
      'Node',
      "Set NODE_EXTRA_CA_CERTS to the PEM file of the extra root in the job's env.",
    ),
  )
  if (!openssl || !system) return { stores, notes }
  return {
    stores,
    notes,
    conflict: {
      variable: byEnv ? 'NODE_USE_SYSTEM_CA' : 'NODE_OPTIONS',
      because: 'Node ends at start when --use-openssl-ca and the system store are both asked for.',
      fix: 'Remove --use-openssl-ca from NODE_OPTIONS, or stop asking for the system store.',
    },
  }
}

/** The file and the folder that SSL_CERT_FILE and SSL_CERT_DIR replace, each by itself. */
function opensslStores(
  question: EgressQuestion,
  source: string,
  reads: 'hashed-names' | 'every-file',
): readonly ReadableStore[] {
  const file = filled(question, 'SSL_CERT_FILE')
  const folder = filled(question, 'SSL_CERT_DIR')
  const own = question.platform === 'darwin' || question.platform === 'win32'
  if (own && reads === 'every-file') return [systemStore(question, source)]
  return [
    // The default file and folder hold the same roots, so one of them left alone is enough.
    ...(file === undefined || folder === undefined ? [systemStore(question, source)] : []),
    ...(file === undefined ? [] : [fileStore(question, file, 'file')]),
    ...(folder === undefined ? [] : [folderStore(question, folder, reads)]),
  ]
}
