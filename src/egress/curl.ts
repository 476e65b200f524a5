import { BOTH_CASES, declared, type Declaration } from './declared.ts'
import { has, type EgressQuestion } from './question.ts'
import { fileStore, folderNotes, folderStore, systemStore, type Trust } from './trust.ts'
import { filled, firstFilled } from './variables.ts'

/** curl 7.88 and 8.23, measured; an HTTP proxy without a port is on 1080. */
export const CURL_DIALECT: Declaration['dialect'] = {
  schemeless: 'http',
  schemes: { http: 'http', https: 'https', socks5: 'socks5', socks5h: 'socks5h' },
  foreign: ['socks4', 'socks4a', 'socks'],
  defaultPorts: { http: 1080, https: 443, socks5: 1080, socks5h: 1080 },
  strips: /(?!)/g,
  badEscapes: 'kept',
  userAlone: 'sent',
}

/** curl and what is built on libcurl. `~/.curlrc` is not read. */
export const curl = declared({
  client: 'curl',
  dialect: CURL_DIALECT,
  variables: {
    ...BOTH_CASES,
    // Upper case is refused for http: a CGI server would take it from a request header (CVE-2016-5385).
    http: ['http_proxy'],
  },
  // Only the proxy of this request is looked at, and only when NO_PROXY does not match.
  choose: firstFilled,
  trust: curlTrust,
  unread: ['NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE'],
  // curl sets X509_V_FLAG_PARTIAL_CHAIN since 7.68.
  partialChain: true,
  // Happy Eyeballs (`--happy-eyeballs-timeout-ms`).
  addressTimeoutMs: 200,
  http2: true,
})

/** CURL_CA_BUNDLE, else SSL_CERT_FILE and SSL_CERT_DIR, each in the place of its default. */
function curlTrust(question: EgressQuestion): Trust {
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
  const notes = folderNotes(folder)
  // Measured with 7.88: the options for a proxy are others (--proxy-cacert), and no variable sets them.
  const proxyStores = [systemStore(question, 'default of curl')]
  const rescued = folder !== undefined && !has(question, 'curl', 'missingFile')
  if (file?.problem === undefined || rescued) return { stores, notes, proxyStores }
  return {
    stores,
    notes,
    proxyStores,
    unusable: {
      variable: file.store.source,
      because: `${file.problem}, and curl ends with error 77 before any packet is sent.`,
      fix: `Point ${file.store.source} to a PEM file that exists where this step runs.`,
      by: 'client',
    },
  }
}
