import { given, hostAndPort, type EgressNote } from '../model/index.ts'
import { CLIENT_FACTS } from '../knowledge/clients.ts'
import { declared, type Addresses } from './declared.ts'
import type { EgressQuestion, WayOut } from './question.ts'
import type { ReadableStore, Trust } from './trust.ts'
import { bundledStore, FOREIGN_TRUST, systemStore } from './trust.ts'
import { filled, type Variable } from './variables.ts'

/** Read by every JVM; the last is the launcher's alone. */
const OPTION_VARIABLES = ['_JAVA_OPTIONS', 'JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS'] as const

/** Debian's package ca-certificates-java keeps it in step with the system's store. */
const DEBIAN_CACERTS = '/etc/ssl/certs/java/cacerts'

const byProperties = declared({
  client: 'java',
  dialect: { schemeless: 'http', schemes: { http: 'http', socks5: 'socks5h' } },
  variables: {
    https: ['https.proxyHost'],
    http: ['http.proxyHost'],
    all: [],
    no: ['http.nonProxyHosts'],
  },
  trust: javaTrust,
  unread: ['SSL_CERT_FILE', 'SSL_CERT_DIR', ...FOREIGN_TRUST],
  notes: systemProxies,
  addressTimeoutMs: 0,
  addresses: javaAddresses,
  http2: true,
})

/**
 * openai-java over OkHttp, and the JDK's HttpClient: both ask `ProxySelector.getDefault()`, which
 * reads system properties and no proxy variable. The properties come from the variables above; what
 * the application's own command line sets cannot be seen here.
 */
export const java: WayOut = (question) =>
  byProperties({ ...question, env: withProperties(question) })

/** The properties stand beside the variables, under their own names; a host and its port are one value. */
function withProperties(question: EgressQuestion): EgressQuestion['env'] {
  const found = properties(question)
  const proxy = (scheme: 'http' | 'https'): Record<string, string> => {
    const host = found.get(`${scheme}.proxyHost`) ?? ''
    const port = found.get(`${scheme}.proxyPort`) ?? (scheme === 'https' ? '443' : '80')
    return host === '' ? {} : { [`${scheme}.proxyHost`]: `http://${hostAndPort(host, port)}` }
  }
  const past = found.get('http.nonProxyHosts')
  // The JDK adds these to what is given, and takes them where nothing is given.
  const local = 'localhost|127.*|[::1]|0.0.0.0|[::0]'
  return {
    ...question.env,
    ...proxy('http'),
    ...proxy('https'),
    'http.nonProxyHosts': past === '' ? '' : [past, local].filter(Boolean).join('|'),
  }
}

/** `-Dname=value` of the option variables, the strongest last. */
function properties(question: EgressQuestion): ReadonlyMap<string, string> {
  const text = OPTION_VARIABLES.toReversed()
    .flatMap((name) => filled(question, name)?.value ?? [])
    .join(' ')
  const tokens = text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []
  return new Map(
    tokens.flatMap((token) => {
      const bare = token.replaceAll(/["']/g, '')
      const [, name, value] = /^-D([\w.]+)=(.*)$/s.exec(bare) ?? []
      return name === undefined || value === undefined ? [] : [[name, value] as const]
    }),
  )
}

/**
 * Libraries over the JDK's own HttpClient, from and below a major version: Spring AI 1 by its RestClient,
 * unless another HTTP client is on the class path (docs.spring.io, `ClientHttpRequestFactoryBuilder.detect`);
 * LangChain4j since 1.0 (docs.langchain4j.dev/tutorials/customizable-http-client).
 */
const OVER_JDK: readonly (readonly [library: RegExp, from: number, below: number])[] = [
  [/^org\.springframework\.ai:/, 1, 2],
  [/^dev\.langchain4j:langchain4j-open-ai$/, 1, Infinity],
]

/**
 * `InetAddress` puts IPv4 first unless told otherwise, for every client of the JVM. OkHttp, under
 * openai-java, tries all addresses; the JDK's HttpClient only the first (measured with 17.0.15, whether
 * it refuses or is silent).
 */
function javaAddresses(question: EgressQuestion): Addresses {
  const order = properties(question).get('java.net.preferIPv6Addresses')
  return {
    ...(order !== 'system' && { firstFamily: order === 'true' ? 6 : 4 }),
    ...given({ firstAddressOnly: jdkClient(question.installed) }),
  }
}

function jdkClient(installed: EgressQuestion['installed']): Addresses['firstAddressOnly'] {
  const said = installed?.sdks?.get('java')?.value
  const [, name = '', major] = /^(\S+)(?: v?(\d+)\.)?/.exec(said ?? '') ?? []
  const over = OVER_JDK.find(([library]) => library.test(name))
  if (said === undefined && installed?.imports === 'okhttp3') return undefined
  if (said === undefined && installed?.imports === 'java.net.http') {
    return {
      applies: 'yes',
      because: "the JDK's HttpClient, which the application's call imports,",
    }
  }
  if (said !== undefined && over === undefined) return undefined
  const [, from = 0, below = 0] = over ?? []
  if (major === undefined) {
    return {
      applies: 'not known',
      because: "whether the application sends with the JDK's HttpClient",
    }
  }
  return Number(major) < from || Number(major) >= below
    ? undefined
    : { applies: 'yes', because: `the JDK's HttpClient, under ${said},` }
}

/** A store of Java's own format is not read here: what stands in for it is said. */
function javaTrust(question: EgressQuestion): Trust {
  const named = properties(question).get('javax.net.ssl.trustStore')
  const system = systemStore(
    question,
    `default of the JDK (${DEBIAN_CACERTS}, made from the system's store)`,
  )
  const bundled = bundledStore(
    question,
    "default of the JDK (cacerts; Node's copy of Mozilla's list stands in)",
  )
  if (named === undefined) {
    const ofDebian =
      filled(question, 'JAVA_HOME') === undefined && question.readFile(DEBIAN_CACERTS) !== undefined
    return { stores: [ofDebian ? system : bundled], notes: [] }
  }
  const name = 'javax.net.ssl.trustStore'
  const standIns: readonly ReadableStore[] = [bundled, system].map((store) => ({
    ...store,
    store: { ...store.store, source: `${name}, which is not read here: this store stands in` },
  }))
  if (question.readFile(named) !== undefined) return { stores: standIns, notes: [] }
  return {
    stores: standIns,
    notes: [
      {
        variable: name,
        because: `${name} names a file that cannot be read, and the JVM then trusts nobody.`,
        fix: `Point ${name} to a trust store that exists where this step runs.`,
      },
    ],
  }
}

function systemProxies(question: EgressQuestion): readonly EgressNote[] {
  if (properties(question).get('java.net.useSystemProxies') !== 'true') return []
  const variable: Variable['name'] = 'java.net.useSystemProxies'
  return [
    {
      variable,
      because: `${variable} lets the JVM ask the desktop's proxy settings, which were not looked at.`,
      fix: CLIENT_FACTS.java.useProxy(question.url.hostname),
    },
  ]
}
