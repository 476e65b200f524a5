import { given, type Code } from '../../model/index.ts'
import type { Reading } from '../evidence-piece.ts'
import { from, type Row } from './row.ts'

type Problem = Extract<Reading, { kind: 'settings' }>

function problem(
  owner: Problem['owner'],
  code: Code,
  setting: string,
  message: string,
  fix: string,
): Problem {
  return { kind: 'settings', owner, code, setting, message, fix }
}

function atStart(...given: Parameters<typeof problem>): Problem {
  return { ...problem(...given), atStart: true }
}

const MISSING = problem(
  'auth',
  'config.key_missing',
  'OPENAI_API_KEY',
  'The client found no API key; nothing was sent.',
  'Pass the secret to this job as OPENAI_API_KEY.',
)
const EMPTY = problem(
  'auth',
  'config.key_missing',
  'OPENAI_API_KEY',
  'The Authorization header holds no key: the secret is empty; nothing was sent.',
  'Set the secret OPENAI_API_KEY and pass it to this job.',
)
const UNSENDABLE = problem(
  'auth',
  'config.key_malformed',
  'OPENAI_API_KEY',
  'The key holds a character that no HTTP header may have, normally a line break; nothing was sent.',
  'Store the secret again without line break, quotes and spaces.',
)
const BASE_URL = problem(
  'request',
  'config.base_url_invalid',
  'OPENAI_BASE_URL',
  'The base URL is not a URL that the client can use; nothing was sent.',
  'Set OPENAI_BASE_URL to a full URL that begins with https://.',
)
const DISPATCHER = problem(
  'request',
  'config.transport_mismatch',
  'fetch',
  'The dispatcher and the fetch function come from different undici versions; nothing was sent.',
  'Pass `fetch` and the dispatcher from the same undici package to the SDK.',
)
const ENDED_BY_PROXY = atStart(
  'request',
  'config.proxy_unusable',
  'HTTPS_PROXY',
  'Node.js ended at its start, before a line of the program ran: NODE_USE_ENV_PROXY (or --use-env-proxy) is on, and a proxy variable holds a URL that Node.js cannot use.',
  'Give HTTPS_PROXY and HTTP_PROXY, in both spellings, a URL with http:// or https:// and a host, or take NODE_USE_ENV_PROXY out.',
)
const ENDED_BY_TRUST = atStart(
  'request',
  'config.trust_unusable',
  'NODE_OPTIONS',
  'Node.js ended at its start, before a line of the program ran: --use-openssl-ca and the system store are both asked for.',
  'Remove --use-openssl-ca from NODE_OPTIONS, or stop asking for the system store (--use-system-ca, NODE_USE_SYSTEM_CA).',
)
const VERSIONS = problem(
  'request',
  'config.sdk_mismatch',
  'dependencies',
  'The SDK and the library under it do not fit together; nothing was sent.',
  'Pin the versions of the OpenAI SDK and its HTTP client that were tested together.',
)
const NOT_INSTALLED = problem(
  'request',
  'config.sdk_missing',
  'dependencies',
  'The SDK, or a part of it, is not installed in this environment; nothing was sent.',
  'Install the package that the message names in this environment.',
)
const NO_SOCKS = problem(
  'request',
  'config.sdk_missing',
  'dependencies',
  'The proxy variable names a SOCKS proxy, and the package that speaks SOCKS is not installed; nothing was sent.',
  'Install `httpx[socks]` (or `requests[socks]`) in this environment, or name an HTTP proxy.',
)
const CA_FILE = problem(
  'connection-path',
  'config.ca_file_missing',
  'SSL_CERT_FILE',
  'The file of trusted certificates that the environment names cannot be read.',
  'Set SSL_CERT_FILE or REQUESTS_CA_BUNDLE to a file that exists on this machine.',
)
const AZURE_SETTINGS = problem(
  'request',
  'config.azure_incomplete',
  'AZURE_OPENAI_ENDPOINT',
  'The Azure client misses its endpoint (or resource name), deployment or API version; nothing was sent.',
  'Set what the message names for this job: AZURE_OPENAI_ENDPOINT, the deployment, OPENAI_API_VERSION.',
)
const ENTRA = problem(
  'auth',
  'config.entra_token_missing',
  'Entra ID',
  'No Entra ID token was obtained; the API was not asked.',
  'Give this job an identity that may sign in: federated credential, managed identity or client secret.',
)
const PROXY_URL = problem(
  'request',
  'config.proxy_invalid',
  'HTTPS_PROXY',
  'The proxy variable holds a value that this client cannot use; nothing was sent.',
  'Set HTTPS_PROXY to http://host:port.',
)

/** What the client refuses before any packet, however its last line is worded. */
export const SETTINGS: readonly Row[] = [
  ...from('Node.js 24 lib/internal/process/pre_execution.js, src/node.cc', [
    [
      // The frame that reads the proxy variables, before any module is loaded.
      /\bsetupHttpProxy \(node:internal\/process\/pre_execution/,
      ENDED_BY_PROXY,
    ],
    [/either --use-openssl-ca or --use-system-ca can be used, not both/, ENDED_BY_TRUST],
  ]),
  ...from('h11 0.16 h11/_headers.py; httpx 0.28; http.client of CPython 3.14', [
    [/Illegal header value b?['"](?:Bearer ?)?(['"])?/, emptyOrUnsendable],
    [
      /[Ii]nvalid header value,? ?b?['"](?:Bearer ?)?(['"])?|Invalid (?:leading whitespace|non-printable)[^\n]{0,80}in header value/,
      emptyOrUnsendable,
    ],
    [/'(?:ascii|latin-1)' codec can't encode characters? /, UNSENDABLE],
    [/[Hh]eader (?:value must be str or bytes|part \(None\) from)/, EMPTY],
  ]),
  ...from('requests 2.32 src/requests/utils.py; aiohttp 3.13', [
    [/(?:reserved character\(s\), or )?return character\(s\) in header value/, UNSENDABLE],
    [/[Nn]ew-?line characters are not allowed in header/, UNSENDABLE],
  ]),
  ...from(
    'Node.js 24 lib/_http_common.js; undici 8.13 lib/core/request.js, lib/web/fetch/headers.js',
    [
      [
        /Invalid character in header content \[\\?["'](?:authorization|api-key|x-api-key|openai-[a-z]+)/i,
        UNSENDABLE,
      ],
      [/" is an invalid header value/, UNSENDABLE],
      [/is not a legal HTTP header value|\binvalid (?:authorization|api-key) header\b/, UNSENDABLE],
      [/Cannot convert argument to a ByteString/, UNSENDABLE],
    ],
  ),
  ...from(
    '.NET 9 System.Net.Http; Ruby 3.4 net/http/header.rb; reqwest 0.12, http 1.3; Go 1.25 net/http; OkHttp 5.1 Headers.kt; OpenJDK 24 MessageHeader; Netty 4.2; WebIDL ByteString',
    [
      [
        /Request headers must contain only ASCII|Illegal character\(s\) in message header value|is not a valid ByteString|header value contains a? ?prohibited character|header field value cannot include CR\/LF|, this cannot include CR\/LF|\bInvalidHeaderValue\b|failed to parse header value|The format of value '[^'\n]{0,20}/i,
        UNSENDABLE,
      ],
      [/invalid header field value for "(?:Authorization|Api-Key)"/i, UNSENDABLE],
      [/Unexpected char 0x[\da-f]{2} at \d{1,5} in (?:Authorization|api-key) value/i, UNSENDABLE],
    ],
  ),
  ...from(
    'openai-python 2.8, openai-node 7.59, LangChain 1.0, Vercel AI SDK 5, LlamaIndex 0.14, Spring AI 1.1, Semantic Kernel b39d95a (Python), System.ClientModel 1: no key',
    [
      [
        /api_key client option must be set|(?:OPENAI_API_KEY|AZURE_OPENAI_API_KEY) environment variable is missing or empty|Missing credentials\. Please pass|(?<!401 )No API key provided|OpenAI access token missing!|API key is missing\. Pass it|Did not find (?:azure_)?openai_api_key|API key not found|No API key found for open|api_key must be set|OpenAI API key is required|OpenAI API key must be set|\bmissing api key\b|must provide an api key|No OpenAI API key|\bAI_LoadAPIKeyError\b|Please provide (?:an api_key$|either api_key, )|\bat System\.ClientModel\.ApiKeyCredential\.\.ctor\(/i,
        MISSING,
      ],
    ],
  ),
  ...from(
    'openai-python 2.8 lib/azure.py; LangChain 1.0 azure; Semantic Kernel b39d95a azure_config_base.py; @ai-sdk/azure 2',
    [
      [
        /Must provide one of the `base_url` or `azure_endpoint`|Must provide either the `api_version` argument|Azure OpenAI API (?:instance|deployment) name not found|`?azure_endpoint`? (?:must be|is required)|Please provide an endpoint or a base_url|_deployment_name is required|Azure OpenAI \w{1,20} name setting is missing/i,
        AZURE_SETTINGS,
      ],
    ],
  ),
  ...from(
    'azure-identity 1.25 (Python, JavaScript, .NET, Java); Semantic Kernel b39d95a entra_id_authentication.py; Entra ID error codes',
    [
      [
        /DefaultAzureCredential failed to retrieve a token|CredentialUnavailable(?:Error|Exception)|ChainedTokenCredential (?:authentication )?failed|Failed to retrieve Azure token for the specified endpoint|AuthenticationFailedException|ManagedIdentityCredential authentication (?:failed|unavailable)|AuthenticationRequiredError/i,
        ENTRA,
      ],
      [/\bAADSTS(?:1[36]|5[03]|65|7[05]|90)\d{2,5}\b/, ENTRA],
    ],
  ),
  ...from('WHATWG URL and the bad ports of fetch in Node.js 24, undici 8.13, Bun 1.4, Deno 2.9', [
    [/Cannot connect to API: bad port\b/, BASE_URL],
    [
      /\bERR_INVALID_URL\b|TypeError(?: \[ERR_INVALID_URL\])?: Invalid URL\b|Failed to parse URL from/,
      BASE_URL,
    ],
    [
      /\bERR_INVALID_PROTOCOL\b|URL scheme must be a HTTP|[Oo]nly absolute URLs are supported/,
      BASE_URL,
    ],
  ]),
  ...from(
    'httpx 0.28, requests 2.32, Go 1.25 net/url, OkHttp 5.1, .NET 9, Ruby 3.4 uri, reqwest 0.12, libcurl 8.16: not a URL',
    [
      [
        /missing an 'http:\/\/' or 'https:\/\/' protocol|No scheme supplied|MissingSchema|unsupported protocol scheme|Expected URL scheme 'http' or 'https'|UnsupportedProtocol\b|relative URL without a base|Invalid URI: |InvalidURL: |InvalidURIError/,
        BASE_URL,
      ],
      [/Invalid (?:non-printable )?(?:non-)?ASCII character in URL/i, BASE_URL],
      [
        /\bURISyntaxException: Illegal character|\bMalformedURLException\b|URI must be ascii only|\bbad URI ?\(|invalid control character in URL|first path segment in URL cannot contain colon/,
        BASE_URL,
      ],
      [/cURL error [13]:|curl: \(3\)|URL using bad\/illegal format|URL rejected:/, BASE_URL],
    ],
  ),
  ...from('undici 8.13 lib/core/request.js, lib/dispatcher/dispatcher-base.js', [
    [
      /\bUND_ERR_INVALID_ARG\b|invalid on(?:RequestStart|Error|Connect|Headers|Data|Complete|Upgrade) method|passing an undici dispatcher/,
      DISPATCHER,
    ],
  ]),
  ...from(
    'openai-python 2.8 _old_api.py, httpx 0.28 changelog; openai-node 4 migration guide; Vercel AI SDK 6',
    [
      [
        /(?:Client|AsyncClient|HttpxClientWrapper)?\.?__init__\(\) got an unexpected keyword argument '(?:proxies|proxy|app|http_client|socket_options)'/,
        VERSIONS,
      ],
      [
        /no longer supported in openai>=1\.0\.0|module 'openai' has no attribute '|cannot import name '[\w]{1,60}' from (?:partially initialized module )?'(?:openai|httpx|httpcore)[\w.]{0,60}'|(?:OpenAI|Configuration|OpenAIApi)(?:\w{0,20}) is not a constructor|\bAI_UnsupportedModelVersionError\b/,
        VERSIONS,
      ],
    ],
  ),
  ...from('CPython 3.14 import system; Node.js 24 module loader; httpx 0.28, requests 2.32', [
    [
      /No module named '(?:openai|httpx2?|langchain_openai|tiktoken)\b|Cannot find (?:module|package) '(?:openai|undici|@langchain\/openai|@ai-sdk\/openai)'/,
      NOT_INSTALLED,
    ],
    [
      /'socksio' package is not installed|No module named 'socksio'|Missing dependencies for SOCKS support/,
      NO_SOCKS,
    ],
  ]),
  ...from('httpx 0.28, undici 8.13, Node.js 24, urllib3 2.5: not a proxy', [
    [
      /ERR_PROXY_INVALID_CONFIG|Unknown scheme for proxy URL|Proxy URL had no scheme|InvalidProxyURL/,
      PROXY_URL,
    ],
  ]),
  ...from('requests 2.32 adapters.py, libcurl 8.16, CPython 3.14 ssl.py', [
    [
      /Could not find a suitable TLS CA certificate bundle|error setting certificate (?:verify locations|file)|curl: \(77\)|Problem with the SSL CA cert|ssl\.py[^\n]{0,200}FileNotFoundError|load_verify_locations[^\n]{0,200}No such file/,
      CA_FILE,
    ],
  ]),
]

const CORS = 'the browser blocked the call by the rules of CORS.'

/** The browser refused, or was asked to do what only a server may. */
export const BROWSER: readonly Row[] = [
  ...from('openai-node 7.59 src/client.ts', [
    [
      /running in a browser-like environment/,
      {
        kind: 'browser',
        because: 'the SDK refuses to run in a browser, because the key would be public there.',
      },
    ],
  ]),
  ...from('Chromium 142, Firefox 144, WebKit 26', [
    [
      /(?:from origin '(https?:\/\/[\w.:-]{1,253})' has been )?blocked by CORS policy|\bCORS header ['‘“"]Access-Control-Allow-\w{4,8}|\bCORS (?:preflight|request) (?:response|channel|did not|not HTTP|failed|external)|not allowed by Access-Control-Allow-/,
      ([, origin]) => ({
        kind: 'browser',
        because: CORS,
        ...given({ origin }),
      }),
    ],
    [
      /\bviolates the (?:following |document['’]s )Content Security Policy\b/,
      {
        kind: 'browser',
        because:
          'the Content Security Policy of the page does not list this host under connect-src.',
      },
    ],
  ]),
]

function emptyOrUnsendable([, empty]: RegExpExecArray): Reading {
  return empty === undefined ? UNSENDABLE : EMPTY
}
