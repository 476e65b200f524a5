import { BOTH_CASES, declared, type Declaration } from './declared.ts'
import { has, type EgressQuestion } from './question.ts'
import {
  badFile,
  fileIn,
  fileStore,
  folderIn,
  folderNotes,
  FOREIGN_TRUST,
  systemStore,
  type Trust,
} from './trust.ts'
import { filled } from './variables.ts'

/** curl 7.88 and 8.23, measured; an HTTP proxy without a port is on 1080. */
const LIBCURL: Declaration['dialect'] = {
  schemeless: 'http',
  schemes: { http: 'http', https: 'https', socks5: 'socks5', socks5h: 'socks5h' },
  foreign: ['socks4', 'socks4a', 'socks'],
  defaultPorts: { http: 1080, https: 443, socks5: 1080, socks5h: 1080 },
}

/** curl and what is built on libcurl. `~/.curlrc` is not read. */
export const curl = declared({
  client: 'curl',
  dialect: LIBCURL,
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

/**
 * openai-php over Guzzle (by its source) and libcurl (measured). Guzzle hands HTTPS_PROXY and NO_PROXY on in upper case, libcurl
 * reads both cases; of the variables about roots libcurl reads none, those are the curl tool's.
 */
export const php = declared({
  client: 'php',
  dialect: LIBCURL,
  variables: BOTH_CASES,
  trust: phpTrust,
  unread: ['SSL_CERT_FILE', 'SSL_CERT_DIR', ...FOREIGN_TRUST],
  partialChain: true,
  addressTimeoutMs: 200,
  http2: true,
})

/** php.ini of Debian, of the official images, of actions/setup-php; PHPRC names another one. */
const INI_FILES = ['/usr/local/etc/php/php.ini', '/etc/php.ini', '/usr/local/lib/php.ini']

function phpTrust(question: EgressQuestion): Trust {
  const named = filled(question, 'PHPRC')?.value
  const versions = question.listFolder?.('/etc/php') ?? []
  const files = [
    ...(named === undefined ? [] : [named, `${named}/php.ini`]),
    ...INI_FILES,
    ...versions.map((version) => `/etc/php/${version}/cli/php.ini`),
  ]
  for (const setting of ['openssl.cafile', 'curl.cainfo']) {
    for (const file of files) {
      const line = (question.readFile(file) ?? '')
        .split('\n')
        .find((one) => one.trimStart().startsWith(setting))
      const text = line?.slice(line.indexOf('=') + 1).trim() ?? ''
      const value = text.replaceAll(/^"|"$/g, '')
      if (value === '') continue
      const store = fileStore(question, { name: setting, value }, 'file')
      if (store.problem === undefined) return { stores: [store], notes: [] }
      const bad = badFile(store, ', and libcurl ends with error 77 before any request is sent')
      const fix = `Point ${setting} in ${file} to a PEM file that exists where this step runs.`
      return { stores: [store], notes: [], unusable: { ...bad, fix, by: 'client' } }
    }
  }
  return { stores: [systemStore(question, 'default of libcurl')], notes: [] }
}
