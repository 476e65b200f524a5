import { Secret, withoutEndSlashes, type Code, type SettingProblem } from '../model/index.ts'
import { OPENAI_BASE_URL, checkText, credentialsIn, printable, problemOf } from './base-url-text.ts'
import {
  isInternalHost,
  isPrivateHost,
  isWebPage,
  kindOfHost,
  knownHost,
  meantHost,
} from '../knowledge/hosts.ts'
import { type GivenValue, holdsKey, show, warning } from './problem.ts'

interface BaseUrl {
  /** Without trailing slash, credentials, query and fragment; safe to print. Not a URL when a problem says so. */
  readonly url: string
  /** Empty when the text is not a URL. */
  readonly host: string
  readonly path: string
  readonly problems: readonly SettingProblem[]
  /** Credentials that stood in it. */
  readonly secrets: readonly Secret[]
}

/** Reads a base URL as the SDKs do, and says everything that is wrong with it. Never throws. */
export function readBaseUrl(given: GivenValue): BaseUrl {
  const text = given.text.trim()
  const written = checkText(given, text)
  const url = written === undefined && URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined) {
    const fix = `Write it like ${OPENAI_BASE_URL}.`
    const problem =
      written ?? problemOf(given, { code: 'config.base_url_invalid', wrong: 'is not a URL', fix })
    const secrets = holdsKey(text) ? [new Secret(text, given.name)] : credentialsIn(given, text)
    return { url: printable(text), host: '', path: '', problems: [problem], secrets }
  }
  const path = withoutEndSlashes(url.pathname)
  const clean = `${url.protocol}//${url.host}${path}`
  return {
    url: clean,
    host: url.hostname,
    path,
    problems: [
      ...checkPadding(given, text),
      ...checkScheme(given, url),
      ...checkHost(given, url),
      ...checkExtras(given, url, clean),
      ...checkPath(given, url),
    ],
    secrets: secretsIn(given, url),
  }
}

/** Node's SDK trims its environment, Python and curl do not, see `withClient`. */
function checkPadding(given: GivenValue, text: string): readonly SettingProblem[] {
  if (text === given.text) return []
  const message = `${given.name} begins or ends with a space or line break: the Node SDK trims it, Python and curl call another address.`
  const fix = 'Remove it from the stored value.'
  return [warning('config.base_url_whitespace', given.setting, { message, fix })]
}

function checkScheme(given: GivenValue, url: URL): readonly SettingProblem[] {
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) {
    // Whose it is was not asked of any name server yet.
    const known = knownHost(url.hostname) !== undefined || isInternalHost(url.hostname)
    const whose = known ? 'the public host' : 'a host whose name does not say that it is private,'
    const wrong = `uses plain HTTP to ${whose} ${show(url.host)}: the key would travel in clear text, so nothing is sent`
    const port = url.port === '' ? '' : `:${url.port}`
    const fix = `Write ${show(`https://${url.hostname}${port}${withoutEndSlashes(url.pathname)}`)}, or a name that is private (loopback, .internal, .local, .svc).`
    return [problemOf(given, { code: 'config.base_url_plain_http', wrong, fix })]
  }
  const crossed =
    (url.protocol === 'https:' && url.port === '80') ||
    (url.protocol === 'http:' && url.port === '443')
  if (!crossed) return []
  const message = `${given.name} uses ${url.protocol.slice(0, -1)} on port ${url.port}, which is the port of the other scheme.`
  const fix = `Remove :${url.port} from ${given.name}, or change the scheme.`
  return [warning('config.base_url_port', given.setting, { message, fix })]
}

function checkHost(given: GivenValue, url: URL): readonly SettingProblem[] {
  const host = url.hostname
  if (isWebPage(host)) {
    const fix = host.includes('azure')
      ? "Write the resource's own endpoint, for example https://NAME.openai.azure.com/openai/v1."
      : `Write ${OPENAI_BASE_URL}.`
    const wrong = `points to ${show(host)}, a web site and not the API`
    return [problemOf(given, { code: 'config.base_url_host', wrong, fix })]
  }
  if (kindOfHost(host) === 'openai' && url.port !== '') {
    const message = `${given.name} asks for port ${url.port} of ${show(host)}; OpenAI documents only 443.`
    const fix = `Remove :${url.port}.`
    return [warning('config.base_url_port', given.setting, { message, fix })]
  }
  const meant = meantHost(host)
  if (meant !== undefined) {
    const message = `${given.name} points to ${show(host)}, which is nearly, but not, ${meant}.`
    const fix = `Write https://${meant} with its path if that was meant: the key goes to whoever owns this name.`
    return [warning('config.base_url_host', given.setting, { message, fix })]
  }
  return []
}

function checkExtras(given: GivenValue, url: URL, clean: string): readonly SettingProblem[] {
  const version = url.searchParams.get('api-version')
  const extras: readonly (readonly [there: boolean, code: Code, wrong: string, fix: string])[] = [
    [
      url.username !== '' || url.password !== '',
      'config.base_url_credentials',
      'has a user name or password in it, which fetch refuses and logs show',
      `Write ${show(clean)} and pass the credentials as api-key.`,
    ],
    [
      url.search !== '',
      'config.base_url_query',
      'has a query (?…): most SDKs put the path after it, so the request goes elsewhere',
      version === null
        ? `Write ${show(clean)}.`
        : `Write it without the query, and api-version ${show(version)} into api-version.`,
    ],
    [
      url.hash !== '',
      'config.base_url_fragment',
      'has a fragment (#…): nothing after it is sent, including the path of the request',
      `Write ${show(clean)}.`,
    ],
  ]
  return extras.flatMap(([there, code, wrong, fix]) =>
    there ? [problemOf(given, { code, wrong, fix })] : [],
  )
}

function secretsIn(given: GivenValue, url: URL): readonly Secret[] {
  const values = [url.password, decoded(url.password), url.username, decoded(url.username)]
  for (const [name, value] of url.searchParams) {
    if (/key|token|sig|secret|code|pass|auth/i.test(name)) values.push(value)
  }
  const worth = values.filter((value) => value.length >= 6)
  return [...new Set(worth)].map((value) => new Secret(value, `credentials in ${given.name}`))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Paths that the SDK adds itself. `/models` alone is the base of Azure AI inference. */
const ENDPOINT_PATH =
  /\/(?:chat\/completions|completions|responses|embeddings|moderations|messages|audio\/\w+|images\/\w+|files|batches|assistants|threads|v\d+\/models)(?:\/[^/]*)?$/

const EXAMPLE_PATH = '/v1'

/** What is wrong with the path of a base URL, one problem at most. */
function checkPath(given: GivenValue, url: URL): readonly SettingProblem[] {
  const path = withoutEndSlashes(url.pathname)
  const kind = kindOfHost(url.hostname)
  const say = (code: Code, wrong: string, mended: string): readonly SettingProblem[] => {
    const fix = `Write ${show(`${url.protocol}//${url.host}${mended}`)}.`
    return [problemOf(given, { code, wrong, fix })]
  }
  const endpoint = ENDPOINT_PATH.exec(path)
  if (endpoint !== null) {
    const tail = endpoint[0].replace(/^\/v\d+/, '')
    const base = path.slice(0, path.length - tail.length)
    const mended = kind === 'openai' ? EXAMPLE_PATH : base
    const wrong = `ends in ${show(tail)}, a path that the SDK adds itself`
    return say('config.base_url_endpoint_path', wrong, mended)
  }
  const doubled = /(\/v\d+)(?:\1)+(?=\/|$)/.exec(path)
  if (doubled !== null) {
    const mended = path.replace(doubled[0], doubled[1] ?? '')
    return say('config.base_url_doubled_version', `has ${doubled[1]} twice in its path`, mended)
  }
  if (path.includes('//')) {
    const mended = path.replaceAll(/\/{2,}/g, '/')
    return say('config.base_url_path', 'has an empty step (//) in its path', mended)
  }
  if (kind === 'azure' && /^(?!.*\/openai\/v1$).*\/v1$/.test(path)) {
    const wrong = `has the path ${show(path)}: Azure serves its v1 API under /openai/v1`
    return say('config.base_url_path', wrong, path.replace(/(?:\/openai)?\/v1$/, '/openai/v1'))
  }
  if (kind !== 'openai' || path === EXAMPLE_PATH) return []
  const [code, has]: readonly [Code, string] =
    path === ''
      ? ['config.base_url_no_version', 'no /v1 after the host']
      : ['config.base_url_path', `the path ${show(path)}`]
  return say(code, `has ${has}: OpenAI serves its API under /v1`, EXAMPLE_PATH)
}
