import { BOTH_CASES, declared } from './declared.ts'
import type { EgressQuestion } from './question.ts'
import { badFile, fileStore, FOREIGN_TRUST, systemStore, type Trust } from './trust.ts'
import { filled } from './variables.ts'
import { CURL_DIALECT } from './curl.ts'

/**
 * openai-php over Guzzle (by its source) and libcurl (measured). Guzzle hands HTTPS_PROXY and NO_PROXY on in upper case, libcurl
 * reads both cases; of the variables about roots libcurl reads none, those are the curl tool's.
 */
export const php = declared({
  client: 'php',
  dialect: CURL_DIALECT,
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
      const value =
        line
          ?.slice(line.indexOf('=') + 1)
          .trim()
          .replaceAll(/^"|"$/g, '') ?? ''
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
