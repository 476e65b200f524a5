/** The same questions for every client: what it is given, and what was asked of it. */
import type { Environment } from './clients.ts'

export interface WayQuestion {
  readonly env: Environment
  readonly url: string
}

const API = 'https://api.openai.test/v1'
const HTTP = 'http://gateway.test/v1'

/** `{P}` stands for host and port of the proxy. */
export const PROXY_QUESTIONS: readonly WayQuestion[] = [
  ...[
    {},
    { HTTPS_PROXY: 'http://{P}' },
    { https_proxy: 'http://{P}' },
    { HTTP_PROXY: 'http://{P}' },
    { http_proxy: 'http://{P}' },
    { ALL_PROXY: 'http://{P}' },
    { all_proxy: 'http://{P}' },
    { Https_Proxy: 'http://{P}' },
    { HTTPS_PROXY: '{P}' },
    { https_proxy: '', HTTPS_PROXY: 'http://{P}' },
    { HTTPS_PROXY: '', https_proxy: 'http://{P}' },
    { https_proxy: '', ALL_PROXY: 'http://{P}' },
    { HTTPS_PROXY: 'http://{P}', https_proxy: 'socks5://{P}' },
    { HTTPS_PROXY: 'https://{P}' },
    { HTTPS_PROXY: 'socks5://{P}' },
    { HTTPS_PROXY: 'socks5h://{P}' },
    { HTTPS_PROXY: 'ftp://{P}' },
    { HTTPS_PROXY: '"http://{P}"' },
    { HTTPS_PROXY: 'http://{P}\n' },
    { HTTPS_PROXY: ' http://{P}' },
    { HTTPS_PROXY: 'http://{P}', HTTP_PROXY: 'ftp://x' },
    { HTTPS_PROXY: 'http://{P}', ALL_PROXY: 'socks4://x' },
    { JAVA_TOOL_OPTIONS: '-Dhttps.proxyHost={H} -Dhttps.proxyPort={N}' },
    { JDK_JAVA_OPTIONS: '-Dhttps.proxyHost={H} -Dhttps.proxyPort={N}' },
    { JAVA_TOOL_OPTIONS: '-Dhttp.proxyHost={H} -Dhttp.proxyPort={N}' },
  ].map((env) => ({ env: env as Environment, url: API })),
  ...[
    { HTTP_PROXY: 'http://{P}' },
    { http_proxy: 'http://{P}' },
    { ALL_PROXY: 'http://{P}' },
    { HTTPS_PROXY: 'http://{P}' },
  ].map((env) => ({ env: env as Environment, url: HTTP })),
]

/** Value of NO_PROXY (http.nonProxyHosts of a JVM) and target. */
export const NO_PROXY_QUESTIONS: readonly (readonly [value: string, url: string])[] = [
  ['api.openai.test', API],
  ['a.test, api.openai.test', API],
  ['*', API],
  ['a.test,*', API],
  ['API.OPENAI.TEST', API],
  ['.openai.test', API],
  ['openai.test', API],
  ['*.openai.test', API],
  ['*openai.test', API],
  ['pi.openai.test', API],
  ['openai.test.', API],
  ['api.openai.test:443', API],
  ['api.openai.test:8443', API],
  ['a b api.openai.test', API],
  ['a|api.openai.test', API],
  ['https://api.openai.test', API],
  ['.api.openai.test', API],
  ['*.api.openai.test', API],
  ['', 'https://localhost/'],
  ['10.0.0.0/8', 'https://10.1.2.3/'],
  ['10.1.2.3/32', 'https://10.1.2.3/'],
  ['10.1.2.3', 'https://10.1.2.3/'],
  ['10.1.2.*', 'https://10.1.2.3/'],
]

/** Names of files that the matrix makes: `root`, `other`, `intermediate`, `casual`, `hashed/`, `plain/`, `missing`. */
export interface TrustQuestion {
  readonly env: Environment
  /** What the server shows: leaf and intermediate, one whose root is casual, or one more, expired, that is not needed. */
  readonly serves: 'chain' | 'casual' | 'expired-extra'
}

export const TRUST_QUESTIONS: readonly TrustQuestion[] = [
  ...[
    {},
    { SSL_CERT_FILE: '{F}/root' },
    { SSL_CERT_DIR: '{F}/hashed' },
    { SSL_CERT_DIR: '{F}/plain' },
    { SSL_CERT_FILE: '{F}/other', SSL_CERT_DIR: '{F}/hashed' },
    { SSL_CERT_FILE: '{F}/missing', SSL_CERT_DIR: '{F}/hashed' },
    { SSL_CERT_FILE: '{F}/intermediate' },
    { NODE_EXTRA_CA_CERTS: '{F}/root' },
    { NODE_EXTRA_CA_CERTS: '{F}/intermediate' },
    { NODE_USE_SYSTEM_CA: '1', SSL_CERT_FILE: '{F}/root' },
    { CURL_CA_BUNDLE: '{F}/root' },
    { CURL_CA_BUNDLE: '{F}/intermediate' },
    { REQUESTS_CA_BUNDLE: '{F}/root' },
    { DENO_CERT: '{F}/root' },
    { DENO_CERT: '{F}/intermediate' },
    { DENO_TLS_CA_STORE: 'system', SSL_CERT_FILE: '{F}/root' },
  ].map((env) => ({ env: env as Environment, serves: 'chain' as const })),
  ...(['casual', 'expired-extra'] as const).flatMap((serves) =>
    ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS', 'DENO_CERT', 'CURL_CA_BUNDLE'].map((name) => ({
      env: { [name]: serves === 'casual' ? '{F}/casual' : '{F}/root' },
      serves,
    })),
  ),
]

/** Which of these make a client trust the certificate of a proxy that is reached by TLS. */
export const TLS_PROXY_QUESTIONS: readonly Environment[] = [
  { SSL_CERT_FILE: '{F}/root' },
  { CURL_CA_BUNDLE: '{F}/root' },
  { NODE_EXTRA_CA_CERTS: '{F}/root' },
  { DENO_CERT: '{F}/root' },
]
