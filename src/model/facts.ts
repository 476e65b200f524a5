import * as v from 'valibot'
import type { Of } from './schema.ts'
import { client, code, described, flag, maybe, number, text, textByName, texts } from './schema.ts'

// What each probe sees, as it is stored. `FACTS` at the end has one row for each probe.

/** What kind of address it is (RFC 6890 registries). A public API host should only have `public` ones. */
export const addressScope = v.picklist([
  'public',
  'loopback',
  'private',
  'shared',
  'link-local',
  'unspecified',
  'documentation',
  'multicast',
  'reserved',
])
export type AddressScope = Of<typeof addressScope>

export const family = v.picklist([4, 6])

export const resolvedAddress = v.object({ address: text, family, scope: addressScope })
export type ResolvedAddress = Of<typeof resolvedAddress>

/** Whose name, connection or handshake: the API's, or the proxy's. */
export const of = v.picklist(['target', 'proxy'])

/** A name lookup by the client's own resolver (getaddrinfo). */
export const lookup = v.object({
  host: text,
  /** `literal`: the host is an address and nothing was asked. */
  resolver: v.picklist(['getaddrinfo', 'literal', 'log']),
  addresses: v.array(resolvedAddress),
  of,
})
export type LookupFacts = Of<typeof lookup>

export const addressAttempt = v.object({
  address: text,
  family,
  port: number,
  /** `abandoned`: given up by the client in favour of another address (Happy Eyeballs). */
  status: v.picklist(['ok', 'failed', 'abandoned']),
  code: v.exactOptional(code),
  errno: v.exactOptional(text),
  elapsedMs: number,
})
export type AddressAttempt = Of<typeof addressAttempt>

export const connect = v.object({
  host: text,
  port: number,
  attempts: v.array(addressAttempt),
  /** Address that the connection was opened to. */
  address: v.exactOptional(text),
  family: v.exactOptional(family),
  localAddress: v.exactOptional(text),
  of,
})
export type ConnectFacts = Of<typeof connect>

/** An error object in one of the shapes that APIs send, tokens only, no prose. */
export const apiError = v.object({
  type: v.exactOptional(text),
  /** As text also where the API sends a number. */
  code: v.exactOptional(text),
  param: v.exactOptional(text),
  /** The permission that the API says is missing, e.g. `model.request`. */
  scope: v.exactOptional(text),
  /** The `api-version` that the message asks for at least, e.g. `2025-03-01-preview`. */
  apiVersion: v.exactOptional(text),
  /** The audience that the message says a token must have, e.g. `https://ai.azure.com`. */
  audience: v.exactOptional(text),
  /** JSON type of `code` as sent: gateways are told apart by it. */
  codeType: v.exactOptional(v.picklist(['string', 'number', 'null', 'absent'])),
})
export type ApiError = Of<typeof apiError>

export const bodyShape = v.picklist(['empty', 'json', 'html', 'text', 'binary'])

/** What a body looked like. The text itself never leaves the probe. */
export const body = v.object({
  /** Bytes read after decoding, at most 65536. */
  bytes: number,
  /** More came than was read. */
  truncated: flag,
  /** The transfer ended as announced. */
  complete: flag,
  shape: bodyShape,
  /**
   * Where the error object sits: `openai` {error:{message,type,…}}, `bare` {message,…} or
   * {statusCode,message}, `string` {error:"…"}, `array` [{code,message}], `detail` {detail:…}.
   */
  errorShape: v.exactOptional(v.picklist(['openai', 'bare', 'string', 'array', 'detail'])),
  error: v.exactOptional(apiError),
  /** Value of `object` at the top, e.g. `list`, `response`, `chat.completion`. */
  object: v.exactOptional(text),
  /** Names of the keys at the top, at most 20, tokens only. */
  keys: v.exactOptional(texts),
  /** Named text patterns that matched (see `texts/`), in the order of the table. */
  marks: texts,
})
export type BodyFacts = Of<typeof body>

/** The proxy's answer to CONNECT, or to the SOCKS request. */
export const tunnel = v.object({
  proxy: text,
  scheme: v.picklist(['http', 'https', 'socks5', 'socks5h']),
  target: text,
  /** HTTP status of the answer to CONNECT. */
  status: v.exactOptional(number),
  /** SOCKS5 reply code (RFC 1928 §6). */
  reply: v.exactOptional(number),
  /** Headers of interest, lower case. */
  headers: textByName,
  /** Authentication schemes the proxy offers, lower case. */
  schemes: texts,
  credentialsSent: flag,
  body: v.exactOptional(body),
})
export type TunnelFacts = Of<typeof tunnel>

export const certificate = v.object({
  subject: text,
  issuer: text,
  /** ISO 8601. */
  validFrom: text,
  validTo: text,
  /** DNS and IP names, at most 10. */
  names: texts,
  fingerprint256: text,
  selfSigned: flag,
})
export type CertificateFacts = Of<typeof certificate>

/** By OpenSSL's name (`X509_V_ERR_…`), and the subject of the certificate that is refused. */
export const strictProblem = v.object({ errno: text, subject: text })
export type StrictProblem = Of<typeof strictProblem>

export const handshake = v.object({
  servername: text,
  of,
  version: v.exactOptional(text),
  cipher: v.exactOptional(text),
  alpn: v.exactOptional(text),
  /** Leaf first, at most 10. */
  chain: v.array(certificate),
  verified: flag,
  /** The chain ends in a root that no public list holds: a company's own, or an inspection device's. */
  privateRoot: v.exactOptional(v.literal(true)),
  /** What a client that verifies by the letter of RFC 5280 refuses in this chain. */
  strict: v.exactOptional(strictProblem),
})
export type HandshakeFacts = Of<typeof handshake>

export const limit = v.object({
  limit: v.exactOptional(number),
  remaining: v.exactOptional(number),
  resetMs: v.exactOptional(number),
})
export type Limit = Of<typeof limit>

/** How a stream of events arrived. Times in milliseconds from the end of sending. */
export const stream = v.object({
  firstMs: number,
  lastMs: number,
  /** When reading ended, whoever ended it. */
  endMs: number,
  /** Longest silence between two arrivals. */
  longestGapMs: number,
  /** Reads in which it came; a hop that collects makes few of many events. */
  arrivals: number,
  /** Whole events. */
  events: number,
  /** Type of the first event, e.g. `response.created`, `chat.completion.chunk`; empty when none came. */
  first: text,
  /** The event came that the API sends last. */
  ended: flag,
  /** We stopped reading, for what was asked was seen. */
  stopped: flag,
})
export type StreamFacts = Of<typeof stream>

export const response = v.object({
  method: text,
  /** Path without query. */
  path: text,
  status: number,
  httpVersion: text,
  /** Headers of interest, lower case, values scrubbed and cut to 200 characters. */
  headers: textByName,
  body,
  /** Of an answer that came as server-sent events. */
  stream: v.exactOptional(stream),
  /** Credentials were sent with the request. */
  authenticated: flag,
  /** Came from an origin other than the one asked for, or points there (3xx). */
  redirectTo: v.exactOptional(text),
  requestId: v.exactOptional(text),
  clientRequestId: v.exactOptional(text),
  /** Milliseconds from the end of sending to the first byte. */
  firstByteMs: v.exactOptional(number),
  limits: v.exactOptional(
    v.object({
      requests: v.exactOptional(limit),
      tokens: v.exactOptional(limit),
      retryAfterMs: v.exactOptional(number),
    }),
  ),
  /** Clock of the responder minus ours, milliseconds, from `Date`. */
  clockSkewMs: v.exactOptional(number),
})
export type ResponseFacts = Of<typeof response>

/** What the SDK made of it. */
export const answer = v.object({
  /** e.g. `openai@7.57.0`, `openai-python@3.22.1`, `curl`. */
  sdk: text,
  /** The API's own object was recognised in the answer. */
  valid: flag,
  /** `completed`, or `incomplete:max_output_tokens`: healthy both. */
  finish: v.exactOptional(text),
  /** Model that answered, as the API names it. */
  model: v.exactOptional(text),
  /** Class names and codes, outermost first: `APIConnectionError > TypeError > ECONNREFUSED`. */
  errorChain: v.exactOptional(texts),
})
export type AnswerFacts = Of<typeof answer>

export const settingProblem = v.object({
  code,
  /** Name of the setting as the user wrote it: an input, a variable, or `file:line:column`. */
  setting: text,
  /** One sentence: what is wrong. Never contains a secret. */
  message: text,
  /** One order with an object: what to change. */
  fix: text,
  /** `fatal`: no request can be sent. `warning`: worth saying, the request goes out. */
  severity: v.picklist(['fatal', 'warning']),
  /** Who has to act when it is fatal. */
  owner: v.picklist(['auth', 'request', 'route-provider', 'connection-path']),
})
export type SettingProblem = Of<typeof settingProblem>

/** Length and shape of the key, never a part of it. */
export const keyShape = v.object({
  source: text,
  length: number,
  /** Vendor or kind by its public prefix, e.g. `openai-project`, `openrouter`, `github`, `unknown`. */
  kind: text,
})
export type KeyShape = Of<typeof keyShape>

/** Problems with settings, found before any packet. One per setting and code. */
export const settings = v.object({
  problems: v.array(settingProblem),
  key: v.exactOptional(keyShape),
})

/** How an Entra ID token is taken, by what the environment of the job offers. */
export const tokenMethod = v.picklist([
  'client-secret',
  'client-certificate',
  'workload-identity',
  'job-token',
  'managed-identity',
  'azure-cli',
])
export type TokenMethod = Of<typeof tokenMethod>

/** One request on the way to a token: codes only, neither ids nor tokens nor prose. */
export const tokenExchange = v.object({
  /** The authority, the machine's own identity service, or GitHub's endpoint for the job's OIDC token. */
  asked: v.picklist(['entra', 'imds', 'identity-endpoint', 'job']),
  host: text,
  /** HTTP status; absent when none came. */
  status: v.exactOptional(number),
  /** Why none came. */
  code: v.exactOptional(code),
  errno: v.exactOptional(text),
  shape: v.exactOptional(bodyShape),
  /** Word of the error object, e.g. `invalid_client` (RFC 6749 §5.2). */
  error: v.exactOptional(text),
  /** `AADSTS700016`, …: numbers that Entra ID documents one by one. */
  errorCodes: texts,
})
export type TokenExchange = Of<typeof tokenExchange>

/** Sign-in with Entra ID, before a request that needs a token. */
export const token = v.object({
  method: tokenMethod,
  /** Host of the authority; for a managed identity the host of the identity service. */
  authority: text,
  scope: text,
  /** Set in the environment; the values stay there. */
  hasTenant: flag,
  hasClient: flag,
  /** In the order in which they were sent. */
  exchanges: v.array(tokenExchange),
  /** Subject of the token that the workload shows to Entra ID, e.g. `repo:octo/app:ref:refs/heads/main`. */
  subject: v.exactOptional(text),
  /** `iss` and `aud` of that token: Entra ID compares all three. */
  issuer: v.exactOptional(text),
  assertionAudience: v.exactOptional(text),
  /** `aud` of the token that Entra ID gave. */
  audience: v.exactOptional(text),
  /** Variables whose value has white space at an end: the identity library sends it as it is. */
  padded: v.exactOptional(texts),
  /** Path of the certificate or token file that was to be read. */
  file: v.exactOptional(text),
  /** How long the token is good for, milliseconds. */
  validMs: v.exactOptional(number),
})
export type TokenFacts = Of<typeof token>

export const nameServerAnswer = v.object({
  /** DNS response code in words, or how it failed: `NOERROR`, `NXDOMAIN`, `SERVFAIL`, `REFUSED`, `TIMEOUT`, … */
  answer: text,
  addresses: v.array(resolvedAddress),
  cnames: texts,
  elapsedMs: number,
})
export type NameServerAnswer = Of<typeof nameServerAnswer>

export const nameServers = v.object({
  host: text,
  servers: v.array(v.object({ server: text, a: nameServerAnswer, aaaa: nameServerAnswer })),
  /** Entry of the hosts file for this name, when there is one. */
  hostsFile: v.exactOptional(text),
  searchList: texts,
  /** Below this many dots the search list goes before the name itself (resolv.conf(5)). */
  ndots: v.exactOptional(number),
  /** What the first server said of the name under the first domains of the search list. */
  searched: v.exactOptional(v.array(v.object({ name: text, answer: nameServerAnswer }))),
})
export type NameServersFacts = Of<typeof nameServers>

export const servedChain = v.object({
  servername: text,
  chain: v.array(certificate),
  /** Product that signs intercepted connections, when the issuer names one. */
  interceptor: v.exactOptional(text),
  trust: v.array(
    v.object({ store: text, source: text, accepted: flag, errno: v.exactOptional(text) }),
  ),
  /** Clients whose own trust stores accept this chain. */
  acceptedBy: v.array(client),
  /** Authority Information Access names an issuer that was not sent. */
  missingIntermediate: flag,
  /** Places in `chain`, from 0, of those outside their dates by the clock of this runner. */
  outdated: v.exactOptional(v.array(number)),
})
export type ServedChainFacts = Of<typeof servedChain>

export const otherWay = v.object({
  way: v.picklist(['direct', 'proxy']),
  /** `host:port` of the proxy, without credentials. */
  proxy: v.exactOptional(text),
  source: v.exactOptional(text),
  reached: flag,
  status: v.exactOptional(number),
  /** The client whose roots accepted that way, where this client's own did not. */
  trustOf: v.exactOptional(client),
})

/** A keyless POST of some size, beside a small one. */
export const bodyCheck = v.object({
  /** Size that was asked about. */
  bytes: number,
  /** Status of the small one, which proves that such a POST is answered at all. */
  smallStatus: number,
  /** Status of the large one; absent when no answer came. */
  status: v.exactOptional(number),
  /** Where the limit was looked for: the largest size that passed and the smallest that did not. */
  passed: v.exactOptional(number),
  refused: v.exactOptional(number),
  /** What answered in place of the API where the body was too large. */
  refusal: v.exactOptional(response),
})
export type BodyCheckFacts = Of<typeof bodyCheck>
/** How this machine leaves, by what it says itself; nothing was sent. */
export const surroundings = v.object({
  /** Network interface of the default route, and its MTU. */
  defaultInterface: v.exactOptional(text),
  mtu: v.exactOptional(number),
  /** Interfaces of VPNs and tunnels that are up. */
  tunnels: texts,
  /** Name servers with a link-local address. */
  linkLocalResolvers: texts,
})
export type SurroundingsFacts = Of<typeof surroundings>

export const modelSeen = v.object({
  id: text,
  /** Where the name is from: `the setting model`, `the answer`, `src/ask.ts:4`. */
  from: text,
  /** Absent where no whole list was read. */
  listed: v.exactOptional(flag),
  /** `2026-12-11`: the day from which it no longer answers, where one is announced. */
  shutdownDate: v.exactOptional(text),
})
export type ModelSeen = Of<typeof modelSeen>

/** What the API says of the models that the application names; asked after a pass. */
export const models = v.object({
  /** `GET /v1/models` or `GET /v1/models/…`. */
  asked: text,
  models: v.array(modelSeen),
  /** Models in the list, where one was asked for and read to its end. */
  count: v.exactOptional(number),
})
export type ModelsFacts = Of<typeof models>

/** A connection that rested between two keyless requests. */
export const idleCheck = v.object({
  restMs: number,
  /** `keep-alive: timeout=` of the first answer, milliseconds: the server closes by itself then. */
  announcedMs: v.exactOptional(number),
  /**
   * `answered`: the second request got its answer. `closed`: the server ended the connection in
   * order. `cut`: it ended below TLS, and the server did not end it. `reset`, `silent`: as they say.
   */
  how: v.picklist(['answered', 'closed', 'cut', 'reset', 'silent']),
  /** Since the connection began to rest. */
  afterMs: number,
  status: v.exactOptional(number),
})
export type IdleCheckFacts = Of<typeof idleCheck>

export const bundleHit = v.picklist(['key', 'api-call', 'browser-switch'])
const place = { file: text, line: number, column: number }

export const clientBundle = v.object({
  files: number,
  bytes: number,
  hits: v.array(
    v.object({
      kind: bundleHit,
      /** Vendor of the key (or the setting that holds this very key), host of the call, name of the switch. */
      what: text,
      ...place,
      /** Position in the original source, by source map. */
      original: v.exactOptional(v.object(place)),
      encoded: v.exactOptional(v.picklist(['base64', 'split'])),
    }),
  ),
  ignored: number,
  /** Hits beyond those listed; keys are listed first. */
  omitted: v.exactOptional(
    v.object({
      key: v.exactOptional(number),
      'api-call': v.exactOptional(number),
      'browser-switch': v.exactOptional(number),
    }),
  ),
  /** Files and folders that were not searched, each with the reason: the rest is not proven clean. */
  notSearched: v.exactOptional(v.array(v.object({ what: text, because: text }))),
  /** More of them than are listed. */
  notSearchedBesides: v.exactOptional(number),
  /** Lines of the ignore file that do nothing. */
  problems: v.exactOptional(v.array(settingProblem)),
})
export type ClientBundleFacts = Of<typeof clientBundle>

/** What the API's own edge sees of this egress. */
export const egressAddress = v.object({
  address: described(text, 'Public address, IPv4 or IPv6.'),
  country: maybe(
    v.pipe(text, v.regex(/^[A-Z][A-Z0-9]$/)),
    'ISO 3166 alpha-2 as the edge has it; T1 for Tor.',
  ),
  colo: maybe(text, 'Airport code of the edge that answered.'),
  localAddress: maybe(
    text,
    'Address of this machine on the same connection; absent through a proxy.',
  ),
  nat: maybe(flag, 'The address is translated on the path, so that others may share it.'),
  pool: maybe(
    texts,
    'Every address that connections of this run left by, where there were several.',
  ),
})
export type EgressAddress = Of<typeof egressAddress>

/** Parts of a service that are not well. */
export const unwell = v.array(v.object({ name: text, status: text }))

/** Facts of each probe. A rule that names a missing probe does not compile. */
export const FACTS = {
  /** Settings, before any packet. */
  settings,
  /** Before the real request, where an Entra ID token is needed. */
  token,
  /** The real request, rung by rung, seen on the connection that the SDK used. */
  lookup,
  connect,
  tunnel,
  handshake,
  response,
  answer,
  /** Investigations: only after a failure. */
  'name-servers': nameServers,
  addresses: v.object({ attempts: v.array(addressAttempt), timeoutMs: number }),
  'served-chain': servedChain,
  'small-hello': v.object({ version: text, helloBytes: number }),
  'other-name': v.object({
    servername: text,
    reached: flag,
    /** Size of the ClientHello sent, bytes: a large one that passes clears the path of that suspicion. */
    helloBytes: v.exactOptional(number),
  }),
  /** Which HTTP the server answers in kind, asked without a request; `tls`: where the URL says `http:`, a handshake stood. */
  'other-http': v.object({ http2: flag, http1: flag, tls: v.exactOptional(flag) }),
  'other-way': otherWay,
  keyless: response,
  /** The same POST without credentials, small and large, beside a GET; a status is absent where none came. */
  'large-request': v.object({
    getStatus: v.exactOptional(number),
    smallStatus: v.exactOptional(number),
    largeStatus: v.exactOptional(number),
    /** Until the small one was answered, milliseconds. */
    smallMs: v.exactOptional(number),
    /** That the large one had, milliseconds. */
    largeMs: v.exactOptional(number),
    bytes: number,
  }),
  control: v.object({
    host: text,
    status: v.exactOptional(number),
    tls: v.exactOptional(text),
    /** Ports that refused the connection: a second one is asked where the first refused. */
    refusedPorts: v.exactOptional(v.array(number)),
    /** Clock of the control host minus ours, milliseconds, from `Date`. */
    clockSkewMs: v.exactOptional(number),
  }),
  'status-page': v.object({
    host: text,
    /** `none` while all is well, `minor`, `major`, `critical`, `maintenance`; `incident` of a feed. */
    indicator: text,
    updatedAt: v.exactOptional(text),
    components: unwell,
    /** Why it could not be asked: `through the same proxy: 403`. */
    because: v.exactOptional(text),
  }),
  'egress-address': egressAddress,
  surroundings,
  'direct-api': response,
  /** The other of responses and chat-completions, where the one that was set is not served. */
  'other-family': v.object({
    endpoint: text,
    answered: flag,
    status: v.exactOptional(number),
  }),
  /** Path checks: only after a pass, and only where they were asked for. */
  'stream-check': response,
  'body-check': bodyCheck,
  models,
  /** When the service says that the key ends, ISO 8601; asked after a pass. */
  'key-expiry': v.object({ expiresAt: text }),
  'idle-check': idleCheck,
  /** The answer to the upgrade; `sameWithout`: a plain GET of the same URL gets the same one. */
  'websocket-check': v.object({ ...response.entries, sameWithout: v.exactOptional(flag) }),
  /** The browser branch. */
  'client-bundle': clientBundle,
  'browser-origin': v.object({
    origin: text,
    allowed: flag,
    headers: textByName,
    status: number,
    /** Why a browser refuses, in one sentence. */
    because: v.exactOptional(text),
  }),
} as const

export type FactsOf = { readonly [P in keyof typeof FACTS]: Of<(typeof FACTS)[P]> }
export type ProbeId = keyof FactsOf
