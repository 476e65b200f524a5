import type { Code } from '../../model/index.ts'
import type { Reading } from '../evidence-piece.ts'
import { says, tells, type Signature } from './signature.ts'

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
  'The Azure client misses its endpoint or API version; nothing was sent.',
  'Set AZURE_OPENAI_ENDPOINT and OPENAI_API_VERSION for this job.',
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
export const SETTINGS: readonly Signature[] = [
  // h11 under httpx: the value is quoted, so an empty key is seen
  tells('illegal header value', /Illegal header value b?['"](?:Bearer ?)?(['"])?/, ([, empty]) =>
    empty === undefined ? UNSENDABLE : EMPTY,
  ),
  says(
    ['invalid character in header content', 'err_invalid_char'],
    /Invalid character in header content \[\\?["'](?:authorization|api-key|x-api-key|openai-[a-z]+)/i,
    UNSENDABLE,
  ),
  says('is an invalid header value', /" is an invalid header value/, UNSENDABLE),
  tells(
    'invalid header value',
    /[Ii]nvalid header value,? ?b?['"](?:Bearer ?)?(['"])?|Invalid (?:leading whitespace|non-printable)[^\n]{0,80}in header value/,
    ([, empty]) => (empty === undefined ? UNSENDABLE : EMPTY),
  ),
  says(
    'return character(s)',
    /(?:reserved character\(s\), or )?return character\(s\) in header value/,
    UNSENDABLE,
  ),
  says(
    ['is not a legal http header value', 'invalid authorization header', 'invalid api-key header'],
    /is not a legal HTTP header value|\binvalid (?:authorization|api-key) header\b/,
    UNSENDABLE,
  ),
  says(
    'cannot convert argument to a bytestring',
    /Cannot convert argument to a ByteString/,
    UNSENDABLE,
  ),
  says(
    [
      'request headers must contain only ascii',
      'cannot include cr/lf',
      'invalidheadervalue',
      'failed to parse header value',
      'the format of value',
    ],
    /Request headers must contain only ASCII|header field value cannot include CR\/LF|\bInvalidHeaderValue\b|failed to parse header value|The format of value '[^'\n]{0,20}/i,
    UNSENDABLE,
  ),
  says(
    'invalid header field value',
    /invalid header field value for "(?:Authorization|Api-Key)"/i,
    UNSENDABLE,
  ),
  says(
    ['unexpected char 0x'],
    /Unexpected char 0x[\da-f]{2} at \d{1,5} in (?:Authorization|api-key) value/i,
    UNSENDABLE,
  ),
  says(
    [
      'new-line characters are not allowed in header',
      'newline characters are not allowed in header',
    ],
    /[Nn]ew-?line characters are not allowed in header/,
    UNSENDABLE,
  ),
  says(
    "codec can't encode character",
    /'(?:ascii|latin-1)' codec can't encode characters? /,
    UNSENDABLE,
  ),
  says(
    ['header value must be str', 'header part ('],
    /[Hh]eader (?:value must be str or bytes|part \(None\) from)/,
    EMPTY,
  ),

  says(
    [
      'api_key client option must be set',
      'environment variable is missing or empty',
      'missing credentials',
      'no api key provided',
      'api key is missing',
      'did not find openai_api_key',
      'did not find azure_openai_api_key',
      'api key not found',
      'no api key found for',
      'api_key must be set',
      'openai api key is required',
      'missing api key',
      'you must provide an api key',
      'no openai api key',
    ],
    /api_key client option must be set|(?:OPENAI_API_KEY|AZURE_OPENAI_API_KEY) environment variable is missing or empty|Missing credentials\. Please pass|(?<!401 )No API key provided|API key is missing\. Pass it|Did not find (?:azure_)?openai_api_key|API key not found|No API key found for [Oo]pen|api_key must be set|OpenAI API key is required|\bmissing api key\b|must provide an api key|No OpenAI API key/i,
    MISSING,
  ),
  says(
    [
      'must provide one of the `base_url`',
      'azure_endpoint',
      'api_version` argument',
      'azure openai api instance name not found',
      'missing required environment variable',
    ],
    /Must provide one of the `base_url` or `azure_endpoint`|Must provide either the `api_version` argument|Azure OpenAI API (?:instance|deployment) name not found|`?azure_endpoint`? (?:must be|is required)/i,
    AZURE_SETTINGS,
  ),
  says(
    [
      'defaultazurecredential',
      'credentialunavailable',
      'clientauthenticationerror',
      ...['16', '50', '53', '65', '70', '90', '13'].map((digits) => `aadsts${digits}`),
      'managedidentitycredential',
      'authenticationrequirederror',
      'chainedtokencredential',
      'credential unavailable',
    ],
    /DefaultAzureCredential failed to retrieve a token|CredentialUnavailable(?:Error|Exception)|ChainedTokenCredential failed|\bAADSTS\d{4,7}\b|AuthenticationFailedException|ManagedIdentityCredential authentication (?:failed|unavailable)|AuthenticationRequiredError/i,
    ENTRA,
  ),

  says(
    ['err_invalid_url', 'invalid url', 'failed to parse url'],
    /\bERR_INVALID_URL\b|TypeError(?: \[ERR_INVALID_URL\])?: Invalid URL\b|Failed to parse URL from/,
    BASE_URL,
  ),
  says(
    [
      "missing an 'http://'",
      'no scheme supplied',
      'missingschema',
      'unsupported protocol scheme',
      'expected url scheme',
      'invaliduriexception',
      'unsupportedprotocol',
      'relative url without a base',
      'no host specified',
      'invalid uri:',
      'invalidurl',
      'err_invalid_protocol',
      'url scheme must be',
      'only absolute urls are supported',
      'unsupported protocol',
    ],
    /missing an 'http:\/\/' or 'https:\/\/' protocol|No scheme supplied|MissingSchema|unsupported protocol scheme|Expected URL scheme 'http' or 'https'|UnsupportedProtocol\b|relative URL without a base|Invalid URI: |InvalidURL: |ERR_INVALID_PROTOCOL|URL scheme must be a HTTP|[Oo]nly absolute URLs are supported|curl: \(3\)/,
    BASE_URL,
  ),
  says(
    'ascii character in url',
    /Invalid (?:non-printable )?(?:non-)?ASCII character in URL/i,
    BASE_URL,
  ),
  says('url using bad/illegal format', /URL using bad\/illegal format|URL rejected:/, BASE_URL),

  says(
    ['und_err_invalid_arg', 'onrequeststart', 'undici dispatcher'],
    /\bUND_ERR_INVALID_ARG\b|invalid onRequestStart method|passing an undici dispatcher/,
    DISPATCHER,
  ),
  says(
    ["unexpected keyword argument 'proxies'", 'unexpected keyword argument'],
    /(?:Client|AsyncClient|HttpxClientWrapper)?\.?__init__\(\) got an unexpected keyword argument '(?:proxies|proxy|app|http_client|socket_options)'/,
    VERSIONS,
  ),
  says(
    [
      'no longer supported in openai>=1.0.0',
      'has no attribute',
      'cannot import name',
      'is not a constructor',
      'no attribute',
    ],
    /no longer supported in openai>=1\.0\.0|module 'openai' has no attribute '|cannot import name '[\w]{1,60}' from (?:partially initialized module )?'(?:openai|httpx|httpcore)[\w.]{0,60}'|(?:OpenAI|Configuration|OpenAIApi)(?:\w{0,20}) is not a constructor/,
    VERSIONS,
  ),
  says(
    [
      "no module named 'openai",
      "no module named 'httpx",
      "cannot find module 'openai",
      "cannot find package 'openai",
      'err_module_not_found',
    ],
    /No module named '(?:openai|httpx2?|langchain_openai|tiktoken)\b|Cannot find (?:module|package) '(?:openai|undici|@langchain\/openai|@ai-sdk\/openai)'/,
    NOT_INSTALLED,
  ),
  says(
    ["'socksio' package", "no module named 'socksio'", 'missing dependencies for socks support'],
    /'socksio' package is not installed|No module named 'socksio'|Missing dependencies for SOCKS support/,
    NO_SOCKS,
  ),
  says(
    [
      'err_proxy_invalid_config',
      'unknown scheme for proxy url',
      'proxy url had no scheme',
      'invalidproxyurl',
    ],
    /ERR_PROXY_INVALID_CONFIG|Unknown scheme for proxy URL|Proxy URL had no scheme|InvalidProxyURL/,
    PROXY_URL,
  ),
  says(
    [
      'invalid path:',
      'could not find a suitable tls ca',
      'error setting certificate',
      'curl: (77)',
    ],
    /Could not find a suitable TLS CA certificate bundle|error setting certificate (?:verify locations|file)|curl: \(77\)|ssl\.py[^\n]{0,200}FileNotFoundError|load_verify_locations[^\n]{0,200}No such file/,
    CA_FILE,
  ),
]

const CORS = 'the browser blocked the call by the rules of CORS.'

/** The browser refused, or was asked to do what only a server may. */
export const BROWSER: readonly Signature[] = [
  says('running in a browser-like environment', /running in a browser-like environment/, {
    kind: 'browser',
    because: 'the SDK refuses to run in a browser, because the key would be public there.',
  }),
  tells(
    ['blocked by cors policy', 'cors header', 'access-control-allow-'],
    /(?:from origin '(https?:\/\/[\w.:-]{1,253})' has been )?blocked by CORS policy|CORS header ['‘]Access-Control-Allow-Origin['’] missing|not allowed by Access-Control-Allow-/,
    ([, origin]) => ({
      kind: 'browser',
      because: CORS,
      ...(origin === undefined ? {} : { origin }),
    }),
  ),
]
