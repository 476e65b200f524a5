/** The tables of docs/same-path.md, asked of the rules themselves: they cannot say anything else. */
import { wayOut } from '../src/egress/index.ts'
import { changesOf, CLIENT_RELEASES } from '../src/knowledge/client-releases.ts'
import { CLIENT_FACTS } from '../src/knowledge/clients.ts'
import { CLIENTS, type Client } from '../src/model/index.ts'

type Environment = Readonly<Record<string, string>>

/** Node stands there twice: without and with the variable that makes it read proxy variables. */
const COLUMNS: readonly (readonly [title: string, client: Client, env: Environment])[] =
  CLIENTS.flatMap((client): (readonly [string, Client, Environment])[] =>
    client === 'node'
      ? [
          ['node', client, {}],
          ['node¹', client, { NODE_USE_ENV_PROXY: '1' }],
        ]
      : [[client, client, {}]],
  )

const PROXY = 'http://proxy.example:3128'
const API = 'https://api.openai.com/v1'
const JVM = '-Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128'

const PROXY_ROWS: readonly (readonly [title: string, env: Environment])[] = [
  ['`HTTPS_PROXY`', { HTTPS_PROXY: PROXY }],
  ['`https_proxy`', { https_proxy: PROXY }],
  ['only `HTTP_PROXY`', { HTTP_PROXY: PROXY }],
  ['only `http_proxy`', { http_proxy: PROXY }],
  ['only `ALL_PROXY` or `all_proxy`', { ALL_PROXY: PROXY }],
  ['`HTTPS_PROXY` without a scheme', { HTTPS_PROXY: 'proxy.example:3128' }],
  ['`https_proxy` empty, `HTTPS_PROXY` set', { https_proxy: '', HTTPS_PROXY: PROXY }],
  ['`HTTPS_PROXY=socks5://…`', { HTTPS_PROXY: 'socks5://proxy.example' }],
  ['`HTTPS_PROXY=socks5h://…`', { HTTPS_PROXY: 'socks5h://proxy.example' }],
  ['`JAVA_TOOL_OPTIONS=-Dhttps.proxyHost=…`', { JAVA_TOOL_OPTIONS: JVM }],
]

const NO_PROXY_ROWS: readonly (readonly [title: string, value: string, url: string])[] = [
  ['`api.openai.com`', 'api.openai.com', API],
  ['`.openai.com`', '.openai.com', API],
  ['`openai.com`', 'openai.com', API],
  ['`*` alone', '*', API],
  ['`*` among others', 'a.example,*', API],
  ['`*.openai.com`', '*.openai.com', API],
  ['`api.openai.com:443`', 'api.openai.com:443', API],
  ['`API.OPENAI.COM`', 'API.OPENAI.COM', API],
  ['entries separated by spaces', 'a.example api.openai.com', API],
  ['`10.0.0.0/8`, for an address', '10.0.0.0/8', 'https://10.1.2.3/'],
  ['nothing, for `localhost`', 'a.example', 'https://localhost/'],
]

const EXTRA = '/extra.pem'
const PEM = '-----BEGIN CERTIFICATE-----\nZXh0cmE=\n-----END CERTIFICATE-----\n'
const SYSTEM = '/etc/ssl/certs/ca-certificates.crt'

const TRUST_ROWS: readonly (readonly [title: string, env: Environment, files: Environment])[] = [
  ["installed in the system's store", {}, { [SYSTEM]: PEM, '/etc/ssl/certs/java/cacerts': 'x' }],
  ['`SSL_CERT_FILE`', { SSL_CERT_FILE: EXTRA }, { [EXTRA]: PEM }],
  ['`SSL_CERT_DIR`, hashed', { SSL_CERT_DIR: '/d' }, { '/d/0a1b2c3d.0': PEM }],
  ['`NODE_EXTRA_CA_CERTS`', { NODE_EXTRA_CA_CERTS: EXTRA }, { [EXTRA]: PEM }],
  ['the system, and `NODE_USE_SYSTEM_CA=1`', { NODE_USE_SYSTEM_CA: '1' }, { [SYSTEM]: PEM }],
  ['`DENO_CERT`', { DENO_CERT: EXTRA }, { [EXTRA]: PEM }],
  [
    'the system, and `DENO_TLS_CA_STORE=system`',
    { DENO_TLS_CA_STORE: 'system' },
    { [SYSTEM]: PEM },
  ],
  ['`CURL_CA_BUNDLE`', { CURL_CA_BUNDLE: EXTRA }, { [EXTRA]: PEM }],
  ['`REQUESTS_CA_BUNDLE`', { REQUESTS_CA_BUNDLE: EXTRA }, { [EXTRA]: PEM }],
  [
    '`curl.cainfo` in `php.ini`',
    {},
    { '/usr/local/etc/php/php.ini': `curl.cainfo=${EXTRA}`, [EXTRA]: PEM },
  ],
]

function plan(client: Client, env: Environment, url = API, files: Environment = {}) {
  return wayOut(client, {
    url: new URL(url),
    env,
    releases: { node: 'v24.21.0' },
    own: { env: {}, node: 'v24.21.0' },
    platform: 'linux',
    readFile: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    listFolder: (folder) =>
      Object.keys(files).flatMap((path) =>
        path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
      ),
    roots: { bundled: () => [], system: () => [] },
  })
}

function way(client: Client, env: Environment): string {
  const { unusable, proxy } = plan(client, env).egress
  if (unusable !== undefined) return 'fails'
  if (proxy === undefined) return '–'
  return proxy.scheme.startsWith('socks') ? 'S' : 'P'
}

function past(client: Client, value: string, env: Environment, url: string): string {
  const named =
    client === 'java'
      ? { JAVA_TOOL_OPTIONS: `${JVM} "-Dhttp.nonProxyHosts=${value}"` }
      : { https_proxy: PROXY, http_proxy: PROXY, no_proxy: value }
  return plan(client, { ...env, ...named }, url).egress.proxy === undefined ? '✓' : '–'
}

/** Markdown, with a title above each table. */
export function samePathTables(): string {
  const proxies = table(
    'Set in the environment',
    COLUMNS.map(([title]) => title),
    PROXY_ROWS.map(([title, env]) => [
      title,
      ...COLUMNS.map(([, client, more]) => way(client, { ...env, ...more })),
    ]),
  )
  const without = COLUMNS.filter(([title]) => title !== 'node')
  const pasts = table(
    'Entry, for `api.openai.com`',
    without.map(([title]) => title),
    NO_PROXY_ROWS.map(([title, value, url]) => [
      title,
      ...without.map(([, client, more]) => past(client, value, more, url)),
    ]),
  )
  const trust = table(
    'Made known by',
    [...CLIENTS],
    TRUST_ROWS.map(([title, env, files]) => [
      title,
      ...CLIENTS.map((client) =>
        plan(client, env, API, files).ca?.includes(PEM) === true ? 'Y' : '–',
      ),
    ]),
  )
  const sources = table(
    'Client',
    ['`client`', 'Next address after', 'Ends a chain in any trusted certificate', 'Known from'],
    CLIENTS.map((client) => {
      const { egress, partialChain } = plan(client, {})
      const { name, source, documented } = CLIENT_FACTS[client]
      const pages = Object.entries(documented).map(([rule, page]) => `[${rule}](${page})`)
      const known = [
        'measuredWith' in source ? `measured with ${source.measuredWith}` : source.because,
        ...(pages.length === 0 ? [] : [`by its documentation: ${pages.join(', ')}`]),
      ].join('; ')
      const after =
        egress.firstAddressOnly === undefined
          ? egress.addressTimeoutMs === 0
            ? 'it fails'
            : `${String(egress.addressTimeoutMs)} ms`
          : "it fails; the JDK's HttpClient dials no other"
      return [name, `\`${client}\``, after, partialChain === true ? 'yes' : 'no', known]
    }),
  )
  const releases = table(
    'Since',
    ['what it does', 'Source'],
    CLIENTS.flatMap((client) =>
      changesOf(client).map(([, { since, what, source }]) => [
        `${CLIENT_RELEASES[client].of} ${since.join(', ')}`,
        what,
        source,
      ]),
    ),
  )
  return [
    '### Which proxy, for a target with `https:`',
    'P = through the proxy, S = by SOCKS, – = direct, fails = nothing is sent. ¹ With `NODE_USE_ENV_PROXY=1`.',
    proxies,
    '### What `NO_PROXY` takes out',
    '✓ = goes past the proxy. Of a JVM it is the property `http.nonProxyHosts`, between `|`.',
    pasts,
    '### Which roots',
    'Y = a corporate root is trusted that was made known this way alone.',
    trust,
    '### Each client',
    sources,
    '### Where a release changed the rules',
    'The release is that of the program on PATH (of reqwest, that in Cargo.lock). Where it is not known, the newest is meant, and the verdict says so if that decides.',
    releases,
  ].join('\n\n')
}

function table(
  first: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line([first, ...columns]),
    line([':--', ...columns.map(() => ':-:')]),
    ...rows.map(line),
  ].join('\n')
}
