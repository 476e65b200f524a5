import { Secret, withoutEndSlashes, type SettingProblem } from '../model/index.ts'
import { checkPath } from './base-url-path.ts'
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

export interface BaseUrl {
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
    const problem =
      written ??
      problemOf(
        given,
        'config.base_url_invalid',
        'is not a URL',
        `Write it like ${OPENAI_BASE_URL}.`,
      )
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
    return [problemOf(given, 'config.base_url_plain_http', wrong, fix)]
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
    return [
      problemOf(
        given,
        'config.base_url_host',
        `points to ${show(host)}, a web site and not the API`,
        fix,
      ),
    ]
  }
  if (kindOfHost(host) === 'openai' && url.port !== '') {
    const message = `${given.name} asks for port ${url.port} of ${show(host)}; OpenAI documents only 443.`
    return [
      warning('config.base_url_port', given.setting, { message, fix: `Remove :${url.port}.` }),
    ]
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
  const problems: SettingProblem[] = []
  if (url.username !== '' || url.password !== '') {
    const wrong = 'has a user name or password in it, which fetch refuses and logs show'
    problems.push(
      problemOf(
        given,
        'config.base_url_credentials',
        wrong,
        `Write ${show(clean)} and pass the credentials as api-key.`,
      ),
    )
  }
  if (url.search !== '') {
    const version = url.searchParams.get('api-version')
    const wrong = 'has a query (?…): most SDKs put the path after it, so the request goes elsewhere'
    const fix =
      version === null
        ? `Write ${show(clean)}.`
        : `Write it without the query, and api-version ${show(version)} into api-version.`
    problems.push(problemOf(given, 'config.base_url_query', wrong, fix))
  }
  if (url.hash !== '') {
    const wrong = 'has a fragment (#…): nothing after it is sent, including the path of the request'
    problems.push(problemOf(given, 'config.base_url_fragment', wrong, `Write ${show(clean)}.`))
  }
  return problems
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
