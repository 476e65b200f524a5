import { BOTH_CASES, declared, type Declaration } from './declared.ts'
import { has, type EgressQuestion } from './question.ts'
import { badFile, fileIn, folderIn, folderNotes, systemStore, type Trust } from './trust.ts'

/** curl 7.88 and 8.23, measured; an HTTP proxy without a port is on 1080. */
export const CURL_DIALECT: Declaration['dialect'] = {
  schemeless: 'http',
  schemes: { http: 'http', https: 'https', socks5: 'socks5', socks5h: 'socks5h' },
  foreign: ['socks4', 'socks4a', 'socks'],
  defaultPorts: { http: 1080, https: 443, socks5: 1080, socks5h: 1080 },
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
  const bundle = fileIn(question, 'CURL_CA_BUNDLE')
  const file = bundle ?? fileIn(question, 'SSL_CERT_FILE')
  const folder =
    bundle === undefined ? folderIn(question, 'SSL_CERT_DIR', 'hashed-names') : undefined
  const system = systemStore(question, 'default of curl')
  // Debian builds curl with a default folder too, which a file does not switch off.
  const debian = question.readFile('/etc/debian_version') !== undefined
  const keepsSystem = file === undefined || (folder === undefined && debian)
  const named = [file, folder].filter((one) => one !== undefined)
  const trust = {
    stores: [...(keepsSystem ? [system] : []), ...named],
    notes: folderNotes(folder),
    // Measured with 7.88: the options for a proxy are others (--proxy-cacert), and no variable sets them.
    proxyStores: [system],
  }
  const rescued = folder !== undefined && !has(question, 'curl', 'missingFile')
  if (file?.problem === undefined || rescued) return trust
  const then = ', and curl ends with error 77 before any packet is sent'
  return { ...trust, unusable: { ...badFile(file, then), by: 'client' } }
}
