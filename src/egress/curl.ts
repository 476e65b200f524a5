import type { EgressNote } from '../model/index.ts'
import { nearMisses } from './near-miss.ts'
import type { ProxyDialect } from './proxy-url.ts'
import { CLIENT_NAMES, type EgressQuestion, type WayOut } from './question.ts'
import {
  certificatesOf,
  fileStore,
  folderNotes,
  folderStore,
  foreignTrust,
  systemStore,
  type ReadableStore,
} from './trust.ts'
import { emptyNotes, filled, firstFilled, precedenceNotes } from './variables.ts'
import { decide } from './way.ts'

/** curl 7.88, measured; an HTTP proxy without a port is on 1080. */
const DIALECT: ProxyDialect = {
  client: CLIENT_NAMES.curl,
  schemeless: 'http',
  schemes: { http: 'http', https: 'https', socks5: 'socks5', socks5h: 'socks5h' },
  foreign: ['socks4', 'socks4a', 'socks'],
  defaultPorts: { http: 1080, https: 443, socks5: 1080, socks5h: 1080 },
  strips: /(?!)/g,
  badEscapes: 'kept',
  userAlone: 'sent',
}

/** Happy Eyeballs of curl, milliseconds (`--happy-eyeballs-timeout-ms`). */
const ADDRESS_TIMEOUT_MS = 200

/** curl and what is built on libcurl. `~/.curlrc` is not read. */
export const curl: WayOut = (question) => {
  const secure = question.url.protocol === 'https:'
  // Upper case is refused for http: a CGI server would take it from a request header (CVE-2016-5385).
  const own = firstFilled(question, secure ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy'])
  const all = firstFilled(question, ['all_proxy', 'ALL_PROXY'])
  const noProxy = firstFilled(question, ['no_proxy', 'NO_PROXY'])
  const chosen = own.chosen ?? all.chosen
  const decision = decide({
    client: 'curl',
    url: question.url,
    dialect: DIALECT,
    chosen,
    // Only the proxy of this request is looked at, and only when NO_PROXY does not match.
    checked: [],
    noProxy: noProxy.chosen,
  })
  const trust = curlTrust(question)
  const unusable = decision.unusable ?? trust.unusable
  return {
    egress: {
      client: 'curl',
      ...(unusable === undefined && decision.proxy !== undefined && { proxy: decision.proxy }),
      reason: decision.reason,
      ...(unusable !== undefined && { unusable }),
      ignored: [
        ...(decision.notes ?? []),
        ...[own, all, noProxy].flatMap(precedenceNotes),
        ...(chosen === undefined ? emptyNotes(question) : []),
        ...(secure || chosen !== undefined ? [] : upperCaseHttp(question)),
        ...trust.notes,
        ...nearMisses(question, 'upper-or-lower'),
      ],
      trust: trust.stores.map(({ store }) => store),
      verifies: true,
      addressTimeoutMs: ADDRESS_TIMEOUT_MS,
      httpVersion: secure ? '2' : '1.1',
    },
    ...(unusable === undefined &&
      decision.credentials !== undefined && { proxyCredentials: decision.credentials }),
    ca: certificatesOf(trust.stores),
  }
}

function upperCaseHttp(question: EgressQuestion): readonly EgressNote[] {
  const found = question.platform === 'win32' ? undefined : filled(question, 'HTTP_PROXY')
  if (found === undefined) return []
  return [
    {
      variable: found.name,
      because: 'curl reads this variable in lower case only.',
      fix: 'Set http_proxy to the same value.',
    },
  ]
}

/** CURL_CA_BUNDLE, else SSL_CERT_FILE and SSL_CERT_DIR, each in the place of its default. */
function curlTrust(question: EgressQuestion): {
  readonly stores: readonly ReadableStore[]
  readonly notes: readonly EgressNote[]
  readonly unusable?: EgressNote & { readonly by: 'client' }
} {
  const bundle = filled(question, 'CURL_CA_BUNDLE')
  const fileVariable = bundle ?? filled(question, 'SSL_CERT_FILE')
  const folderVariable = bundle === undefined ? filled(question, 'SSL_CERT_DIR') : undefined
  const file = fileVariable === undefined ? undefined : fileStore(question, fileVariable, 'file')
  const folder =
    folderVariable === undefined ? undefined : folderStore(question, folderVariable, 'hashed-names')
  // Debian builds curl with a default folder too, which a file does not switch off.
  const debian = question.readFile('/etc/debian_version') !== undefined
  const keepsSystem = file === undefined || (folder === undefined && debian)
  const stores = [
    ...(keepsSystem ? [systemStore(question, 'default of curl')] : []),
    ...(file === undefined ? [] : [file]),
    ...(folder === undefined ? [] : [folder]),
  ]
  const notes = [
    ...folderNotes(folder),
    ...foreignTrust(
      ['NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE'].map((name) => filled(question, name)),
      CLIENT_NAMES.curl,
      'Set CURL_CA_BUNDLE to a PEM file with the public roots and the extra root.',
    ),
  ]
  if (file?.problem === undefined) return { stores, notes }
  return {
    stores,
    notes,
    unusable: {
      variable: file.store.source,
      because: `${file.problem}, and curl ends with error 77 before any packet is sent.`,
      fix: `Point ${file.store.source} to a PEM file that exists where this step runs.`,
      by: 'client',
    },
  }
}
