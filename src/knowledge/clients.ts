import type { Client } from '../model/index.ts'

/** What an order may name. All of it is read when the client's process starts. */
export interface TrustOrder {
  /** `"Example CA"`, or `the issuing authority`. */
  readonly authority: string
  /** `the root certificate of "Example CA"`. */
  readonly certificate: string
  /** The system store of this machine accepts the chain. */
  readonly bySystem: boolean
  /** The client reads the system store. */
  readonly usesSystem: boolean
}

/** One client as people know it, and the settings of its own that change its way. */
export interface ClientFacts {
  readonly name: string
  /** Makes it trust one more root. */
  readonly trust: (order: TrustOrder) => string
  /** The same for a proxy that is reached by TLS, where other settings count there. */
  readonly trustProxy?: (certificate: string) => string
  /** Makes it go through a proxy that the environment names and it does not use. */
  readonly useProxy: (host: string) => string
  /** Sends one host past its proxy. */
  readonly bypass: (host: string) => string
  /**
   * It asks an HTTP proxy for a tunnel (CONNECT) also where the target is plain HTTP; the others
   * write the whole URL. Measured: Node 24.21's fetch does, curl 7.88 and Python 3.11 do not.
   */
  readonly tunnelsPlainHttp?: true
  /** What was run against a real proxy and real roots, or why nothing could be. */
  readonly source: { readonly measuredWith: string } | { readonly because: string }
  /** Rules that were read and not run, each with its page. */
  readonly documented: Readonly<Record<string, string>>
}

const INTO_SYSTEM = (certificate: string): string =>
  `Install ${certificate} into the system store (update-ca-certificates)`

const IN_ENV = "in the job's env"

/** The variables of most clients. */
const bypass = (host: string): string => `Add ${host} to NO_PROXY ${IN_ENV}`
const useProxy = (host: string): string =>
  `Set HTTPS_PROXY to this proxy ${IN_ENV} and take ${host} out of NO_PROXY.`

/** For OpenSSL's variables: each takes the place of a default, so the file holds the public roots too. */
const opensslFile = ({ certificate, usesSystem }: TrustOrder): string =>
  `${usesSystem ? `${INTO_SYSTEM(certificate)}, or set` : 'Set'} SSL_CERT_FILE ${IN_ENV} to a PEM bundle with the public roots and ${certificate}.`

type Usual = 'useProxy' | 'bypass' | 'documented'

const client = (facts: Omit<ClientFacts, Usual> & Partial<ClientFacts>): ClientFacts => ({
  useProxy,
  bypass,
  documented: {},
  ...facts,
})

export const CLIENT_FACTS: Readonly<Record<Client, ClientFacts>> = {
  node: client({
    name: "Node's fetch",
    trust: ({ authority, certificate, bySystem, usesSystem }) =>
      bySystem && !usesSystem
        ? `Set NODE_USE_SYSTEM_CA=1 ${IN_ENV}: the system store already trusts ${authority}, and Node reads the setting at process start.`
        : `Set NODE_EXTRA_CA_CERTS ${IN_ENV} to a PEM file with ${certificate}: Node reads it at process start.`,
    useProxy: (host) =>
      `Set HTTPS_PROXY to this proxy and NODE_USE_ENV_PROXY=1 ${IN_ENV}, and take ${host} out of NO_PROXY: Node reads both at process start.`,
    tunnelsPlainHttp: true,
    source: { measuredWith: 'Node 18.20, 20.20, 22.23 and 24.21' },
  }),
  bun: client({
    name: 'Bun',
    trust: ({ authority, certificate, bySystem, usesSystem }) =>
      bySystem && !usesSystem
        ? `Set NODE_USE_SYSTEM_CA=1 ${IN_ENV}: the system store already trusts ${authority}.`
        : `Set NODE_EXTRA_CA_CERTS ${IN_ENV} to a PEM file with ${certificate}: Bun reads it at process start.`,
    source: { measuredWith: 'Bun 1.2 to 1.4' },
  }),
  deno: client({
    name: 'Deno',
    trust: ({ authority, certificate, bySystem, usesSystem }) =>
      bySystem && !usesSystem
        ? `Set DENO_TLS_CA_STORE=mozilla,system ${IN_ENV}: the system store already trusts ${authority}.`
        : `Set DENO_CERT ${IN_ENV} to a PEM file with ${certificate}: Deno adds it to its own list.`,
    source: { measuredWith: 'Deno 2.0 to 2.9' },
  }),
  python: client({
    name: 'Python (httpx)',
    trust: ({ certificate, usesSystem }) =>
      usesSystem
        ? `${INTO_SYSTEM(certificate)}, which openai-python 3 and later uses.`
        : `Set SSL_CERT_FILE ${IN_ENV} to a PEM bundle with the public roots and ${certificate}, or move to openai-python 3, which uses the system store.`,
    source: { measuredWith: 'httpx 0.28 (Python 3.11, 3.13 and 3.14) and httpx2 2.13' },
  }),
  go: client({
    name: 'Go (net/http)',
    trust: ({ certificate }) =>
      `${INTO_SYSTEM(certificate)}, or set SSL_CERT_FILE ${IN_ENV} to a PEM bundle with the public roots and that root.`,
    source: { measuredWith: 'Go 1.19 and 1.27' },
  }),
  java: client({
    name: "Java (the JDK's HttpClient, OkHttp)",
    trust: ({ certificate }) =>
      `Import ${certificate} into the trust store of the JDK (keytool -importcert -cacerts), or name a store that holds it: JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=PATH ${IN_ENV}.`,
    useProxy: (host) =>
      `Name the proxy to the JVM, which reads no proxy variable: JAVA_TOOL_OPTIONS="-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT" ${IN_ENV}, without ${host} in http.nonProxyHosts.`,
    bypass: (host) =>
      `Add ${host} to the JVM property http.nonProxyHosts (JAVA_TOOL_OPTIONS ${IN_ENV}, entries separated by |)`,
    source: { measuredWith: 'OpenJDK 17 and 25, and OkHttp 3.13' },
    documented: {
      'which HTTP client Spring AI sends with':
        'https://docs.spring.io/spring-boot/reference/io/rest-client.html',
      'which HTTP client LangChain4j sends with':
        'https://docs.langchain4j.dev/tutorials/customizable-http-client',
    },
  }),
  dotnet: client({
    name: '.NET (HttpClient)',
    trust: opensslFile,
    source: { because: 'no .NET runtime could be had where the others were measured' },
    documented: {
      proxy: 'https://learn.microsoft.com/dotnet/api/system.net.http.httpclient.defaultproxy',
      NO_PROXY:
        'https://github.com/dotnet/runtime/blob/v8.0.0/src/libraries/System.Net.Http/src/System/Net/Http/SocketsHttpHandler/HttpEnvironmentProxy.cs',
      roots: 'https://learn.microsoft.com/dotnet/standard/security/cross-platform-cryptography',
      addresses: 'https://learn.microsoft.com/dotnet/api/system.net.sockets.socket.connectasync',
      'HTTP version':
        'https://learn.microsoft.com/dotnet/api/system.net.http.httpclient.defaultrequestversion',
    },
  }),
  ruby: client({
    name: 'Ruby (Net::HTTP)',
    trust: opensslFile,
    useProxy: (host) =>
      `Set http_proxy to this proxy ${IN_ENV} and take ${host} out of no_proxy: Net::HTTP reads http_proxy for https too.`,
    bypass: (host) => `Add ${host} to no_proxy ${IN_ENV}`,
    source: { measuredWith: 'Ruby 3.1 and 3.3' },
  }),
  php: client({
    name: 'PHP (Guzzle over curl)',
    trust: ({ certificate }) =>
      `${INTO_SYSTEM(certificate)}, or set curl.cainfo in php.ini to a PEM bundle with the public roots and that root.`,
    source: { measuredWith: 'PHP 8.2 and 8.4, with libcurl 7.88 and 8.23' },
    documented: {
      'HTTP_PROXY at the command line':
        'https://docs.guzzlephp.org/en/stable/request-options.html#proxy',
    },
  }),
  rust: client({
    name: 'Rust (reqwest)',
    trust: opensslFile,
    source: { measuredWith: 'reqwest 0.12.15 and 0.13.5' },
  }),
  curl: client({
    name: 'curl',
    trust: ({ certificate }) =>
      `${INTO_SYSTEM(certificate)}, or set CURL_CA_BUNDLE ${IN_ENV} to a bundle that holds it.`,
    trustProxy: (certificate) =>
      `${INTO_SYSTEM(certificate)}, or name it with --proxy-cacert: curl reads no variable for the certificate of a proxy.`,
    source: { measuredWith: 'curl 7.88 and 8.23' },
  }),
}

/** Settings about whom to trust: they open no road. */
export const TRUST_SETTING = /CERT|_CA(_|$)|SSL|TLS|cainfo|cafile|trustStore/i

/** Words that only one family of clients writes, the most certain first. */
export const CLIENT_WORDS: readonly (readonly [Client, RegExp])[] = [
  ['curl', /\bcurl: \(/],
  [
    'php',
    /\bGuzzleHttp\b|\bcURL error \d|\bPHP (?:Fatal|Warning)|\bOpenAI\\{1,4}Exceptions\b|\bfile_get_contents\(|\bfopen\(https?:|\bSymfony\\|\bIlluminate\\|\.php(?:\(|:)\d/,
  ],
  [
    'go',
    /&openai\.\w+\{|\bHTTPStatusCode:\d|\bdial tcp\b|\bread tcp \S+->|\bx509: |\bnet\/http: |\b(?:Post|Get) "https?:|goroutine \d|\btls: (?:failed|handshake|first)/,
  ],
  [
    'java',
    /\b(?:javax?|com\.(?:openai|azure)|dev\.langchain4j|okhttp3|org\.apache|io\.netty|sun\.security|reactor|org\.springframework)\.[\w.]{3,}|\.java:\d|PKIX path/,
  ],
  [
    'dotnet',
    /\bSystem\.(?:Net|IO|Security|Threading|ClientModel|Uri|\w{1,40}Exception\b)|\bMicrosoft\.SemanticKernel\b|\bHttpRequestException\b|\bAzure\.RequestFailedException\b|\bInvoke-(?:RestMethod|WebRequest)\b|\.cs:line \d/,
  ],
  [
    'ruby',
    /\bFaraday::|\bNet::(?:Open|Read|HTTP)|\bOpenSSL::SSL|\bOpenAI::|\.rb:\d|\bErrno::E[A-Z]/,
  ],
  ['deno', /\bdeno\b|ext:deno_|\bTypeError: error sending request/i],
  [
    'rust',
    /\breqwest\b|\basync_openai\b|\bApiError(?:Response)?(?:\(| \{)|\bhyper(?:_util)?\b|\brustls\b|invalid peer certificate|error sending request for url|\.rs:\d|\bos error \d/,
  ],
  ['bun', /\bBun v\d|Is the computer able to access the url/],
  [
    'node',
    /\bnode:[a-z_]{2,}|\[cause\]:|\bUND_ERR_|\bTypeError: fetch failed|\bat (?:async )?[\w.<>]+ \((?:file|node|\/)|node_modules|\bAxiosError\b|\bFetchError: request to\b|\bERR_[A-Z]{3,}_|\bgetaddrinfo E[A-Z]{3,}|\b(?:connect|read|write) E[A-Z]{4,}|\d{3} status code \(no body\)|\bsyscall: '|\b(?:AI_[A-Z]\w{3,40}Error|APIConnectionTimeoutError|RestError)\b|@langchain\/|langchain\.com\/oss\/javascript/,
  ],
  [
    'python',
    /Traceback \(most recent|\b(?:httpx2?|httpcore2?|urllib3|requests|aiohttp|anyio|socket|ssl)\.[A-Za-z]|\bopenai\.(?:error\.)?[A-Z]\w+|\b(?:litellm|semantic_kernel|langchain_\w{3,20}|pydantic_core|azure\.core\.exceptions)\.|\bsocks\.[A-Z]|langchain\.com\/oss\/python|\[Errno |Error code: \d{3}\b|site-packages|_ssl\.c:\d|\[SSL: |\b(?:SSLError|NewConnectionError|ProxyError|HTTPSConnectionPool)\(/,
  ],
]
