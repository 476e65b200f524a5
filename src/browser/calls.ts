import { knownHost } from '../knowledge/hosts.ts'
import { bracketsAround, insideOf, type Bracket } from './surroundings.ts'
import type { Match } from './find-matches.ts'

const PLACEHOLDER_HOST =
  /your|example|placeholder|x{3}|contoso|my-?(?:resource|endpoint)|^resource(?:-?name)?\./i
const SCHEME = /(?:https?|wss?):(?:\\?\/){2}$/i
/** Scheme, then a name or an expression, then what is left of the host. */
const SCHEME_AND_NAME =
  /(?:https?|wss?):\/\/(?:\$\{[^}`]{1,80}\}|["'`](?:\s{0,9}\+[^"'`;]{1,80}\+\s{0,9}|\.concat\([^"'`;]{1,80},\s{0,9})["'`])$/i
const SCHEME_ALONE = /(?:https?|wss?):\/\/\\?["'`]\s{0,9}\+\s{0,9}\\?["'`]$/i
/** An endpoint of the API in what follows its host: nobody names one without calling it. */
const ENDPOINT =
  /(?:chat\/completions|responses|completions|embeddings|moderations|images\/|audio\/|realtime|\/models|\/files|assistants|threads|batches|vector_stores|\/deployments)/

/** Functions that send a request to the address that they are given. */
const SENDS =
  /(?:^|[^\w$])(?:(?:window|globalThis|self)\.)?(?:fetch|axios|ky|got|WebSocket|EventSource|Request|sendBeacon|\$?fetch\w*|ofetch|superagent)$|\.(?:fetch|post|put|patch|open|ajax|sendBeacon|fetchEventSource)$/
const SENDS_ENDPOINT = /\.(?:get|delete|head|request|create|extend|json)$/
/** Functions that compare, keep, print or show. */
const KEEPS =
  /(?:^|[^\w$])(?:if|while|switch|catch|Error|RegExp|Set|Map|String|Symbol|t|i18n|require|import|jsxs?|createElement|[A-Z]\w*Error)$|\.(?:startsWith|endsWith|includes|indexOf|test|match|matchAll|has|set|add|push|unshift|replace|replaceAll|split|equals|t|log|info|warn|error|debug|createElement|jsxs?|freeze|parse|stringify|querySelector|setAttribute|setItem)$/
/** Options of clients that hold the address. */
const ADDRESS =
  /^(?:base_?(?:url|path)|api_?base|(?:api|azure\w*|open_?ai\w*)?_?(?:endpoint|base_?(?:url|path))|url|uri|host|hostname|origin)$/i
/** Options that stand beside an address when it is called. */
const WITH_ADDRESS =
  /(?:api_?-?key|authorization|headers|dangerouslyAllow\w{0,40}|method)["'`]?\s*:/i
/** Objects inside the options of a client. */
const OPTIONS = /config|options|client|openai|azure/i
const COMPARED_BEFORE = /(?:[=!]==?|\bcase)\s*$/
const COMPARED_BEHIND =
  /^\s*(?:[=!]==?|\.(?:startsWith|endsWith|includes|indexOf|replace|replaceAll|split|length)\b)/
const ALIAS = /([A-Za-z_$][\w$]*|this\.#?[\w$]+)\s*(?:\?\?|\|\|)?=(?![=>])[^=]{0,200}$/
/** Uses of one name that are followed: each costs a look at its brackets. */
const MAX_USES = 40
/** Characters from a constant to a use of it that its short name still proves. */
const NEAR = 2000

/**
 * A request to OpenAI's or Azure's API, or a client of it that is given the address. The address by
 * itself is none: tables of providers, deny lists, texts, descriptions of APIs and the defaults of
 * SDKs name it too.
 */
export function matchCall(text: string, at: number): Match | undefined {
  const label = /[A-Za-z0-9.-]*$/.exec(text.slice(Math.max(0, at - 120), at))?.[0] ?? ''
  const name = /^(?:api\.openai\.com|\.azure\.com)/.exec(text.slice(at, at + 14))?.[0] ?? ''
  const host = label + name
  const start = at - label.length
  const behind = text.slice(at + name.length, at + name.length + 300)
  if (/^[A-Za-z0-9.-]/.test(behind) || !isApiHost(host) || PLACEHOLDER_HOST.test(host))
    return undefined
  const url = urlStart(text, start, host)
  if (url === undefined || isInComment(text, at) || !isScript(text, at)) return undefined
  const quote = text[url - 1] ?? ''
  if (!/["'`]/.test(quote)) return undefined
  // Code inside a string runs only where it is evaluated.
  const isEscaped = text[url - 2] === '\\'
  if (isEscaped && !/\beval\(/.test(text.slice(Math.max(0, url - 8000), url))) return undefined
  const rest = /^[^"'`\\$]*/.exec(behind)?.[0] ?? ''
  if (/\s/.test(rest)) return undefined
  const place = {
    at: url - 1 - Number(isEscaped),
    behind: behind.replaceAll('\\/', '/'),
    // The address of one's own resource is no default of anybody.
    isOwn: host.endsWith('.azure.com') && !host.startsWith('.'),
    // Libraries put the address of any resource together.
    isAny: host.startsWith('.'),
  }
  if (!isCalled(text, place, 2)) return undefined
  return { kind: 'api-call', what: copied(host.startsWith('.') ? `*${host}` : host), at: url }
}

/** A slice of a text keeps the whole window alive. */
const copied = (text: string): string => Buffer.from(text, 'latin1').toString('latin1')

interface Address {
  /** Offset of the literal's opening quote, or of the name that stands for it. */
  readonly at: number
  /** What follows the host or the name. */
  readonly behind: string
  readonly isOwn: boolean
  readonly isAny?: boolean
}

/** Does the expression that begins with this address go into a request? */
function isCalled(text: string, address: Address, depth: number): boolean {
  const isEndpoint = ENDPOINT.test(/^[^;)\]]{0,100}/.exec(address.behind)?.[0] ?? '')
  const literalEnd = /^[^"'`]*["'`]/.exec(address.behind)?.[0].length ?? 0
  if (COMPARED_BEHIND.test(address.behind.slice(literalEnd))) return false
  const { brackets, statement } = bracketsAround(text, address.at)
  for (const [level, bracket] of brackets.entries()) {
    if (COMPARED_BEFORE.test(bracket.item)) return false
    if (bracket.open === '[') return false
    const callee = /(?:\bnew\s+)?[\w$.?#]*$/.exec(bracket.lead)?.[0] ?? ''
    if (bracket.open === '(') {
      // Only brackets for the order of operations; what they are part of decides.
      if (callee === '' || callee === 'return' || callee === 'await') continue
      if (isGivenTo(callee, bracket, isEndpoint, address.isOwn)) return true
      return isKeptIn(text, bracket.item, address, isEndpoint, depth)
    }
    const property = propertyOf(bracket.item)
    if (property === undefined) return isKeptIn(text, bracket.item, address, isEndpoint, depth)
    if (!ADDRESS.test(property)) return false
    return isOption(text, brackets, level, isEndpoint) || isHostOption(text, bracket, property)
  }
  return isKeptIn(text, statement, address, isEndpoint, depth)
}

function isGivenTo(
  callee: string,
  { isFirst, item }: Bracket,
  isEndpoint: boolean,
  isOwn: boolean,
): boolean {
  if (KEEPS.test(callee.replace(/^new\s+/, ''))) return false
  // `open("POST", url)` and `new URL("/v1/models", base)`.
  const isSecond = !isFirst && /^\s*$/.test(item)
  if (SENDS.test(callee.replace(/^new\s+/, ''))) return isFirst || isSecond
  if (SENDS_ENDPOINT.test(callee)) return isFirst && (isEndpoint || isOwn)
  return isFirst && (isEndpoint || isOwn)
}

/** `new OpenAI({baseURL:…})`, `axios({url:…})`, `create({baseURL:…,apiKey:…})`. */
function isOption(
  text: string,
  brackets: readonly Bracket[],
  level: number,
  isEndpoint: boolean,
): boolean {
  const inner = brackets[level]
  let outer = brackets[level + 1]
  if (outer?.open === '{' && OPTIONS.test(propertyOf(outer.item) ?? '')) outer = brackets[level + 2]
  if (inner === undefined || outer?.open !== '(') return false
  const callee = /(?:\bnew\s+)?[\w$.?#]*$/.exec(outer.lead)?.[0] ?? ''
  const bare = callee.replace(/^new\s+/, '')
  if (KEEPS.test(bare)) return false
  return (
    callee !== bare ||
    SENDS.test(bare) ||
    /(?:axios|ky|http)\w*\.(?:create|extend|request)$/i.test(bare) ||
    WITH_ADDRESS.test(insideOf(text, inner.at)) ||
    (isEndpoint && SENDS_ENDPOINT.test(bare))
  )
}

/** `{hostname:"api.openai.com",path:"/v1"}` of a request that takes its address in parts. */
function isHostOption(text: string, bracket: Bracket, property: string): boolean {
  return (
    /^(?:host|hostname)$/i.test(property) &&
    /(?:^|[,{\s])["'`]?(?:path|port|method)["'`]?\s*:/.test(insideOf(text, bracket.at))
  )
}

/** `const a="https://…"`, `()=>"https://…"`: called where the whole endpoint stands, or the name is used. */
function isKeptIn(
  text: string,
  item: string,
  { at, isOwn, isAny }: Address,
  isEndpoint: boolean,
  depth: number,
): boolean {
  if (COMPARED_BEFORE.test(item)) return false
  const name = ALIAS.exec(item)?.[1]
  if (name === undefined)
    return ((isEndpoint && isAny !== true) || isOwn) && /(?:\breturn|=>)\s*\(?\s*$/.test(item)
  if (/[{:]\s*["'`]?[\w$-]+["'`]?\s*:/.test(item)) return false
  // `const a="https://…"`: nothing else decides what the name stands for.
  const constantAt = /[^?|=]=\s*$/.test(item) ? at : undefined
  return (isEndpoint && isAny !== true) || isOwn || isUsed(text, name, depth, constantAt)
}

/** Is the name given to something that sends? A constant's short name counts only near it, where nothing else may bear it. */
function isUsed(text: string, name: string, depth: number, constantAt?: number): boolean {
  if (depth === 0) return false
  const escaped = name.replaceAll('$', String.raw`\$`)
  const use = new RegExp(`(?<![\\w$.])${escaped}(?![\\w$])`, 'g')
  const bound = new RegExp(
    `(?:[(,{]|\\b(?:let|const|var|function)\\s)\\s{0,9}${escaped}\\s{0,9}(?:[,)}=]|=>)|(?<![\\w$.])${escaped}\\s{0,9}=>`,
  )
  if (name.length <= 2) use.lastIndex = constantAt ?? 0
  for (let count = 0; count < MAX_USES; count++) {
    const match = use.exec(text)
    if (match === null) return false
    const behind = text.slice(use.lastIndex, use.lastIndex + 200)
    if (/^\s*(?:=(?![=>])|:|\.(?!concat))/.test(behind)) continue
    const isEndpoint = ENDPOINT.test(/^[^;,)\]]{0,80}/.exec(behind)?.[0] ?? '')
    // A minifier gives one short name to many things.
    if (name.length <= 2 && !isEndpoint) {
      if (constantAt === undefined) continue
      if (match.index > constantAt + NEAR) return false
      if (bound.test(text.slice(constantAt, match.index))) return false
    }
    const inTemplate = text.slice(0, match.index).endsWith('${')
    const at = inTemplate ? text.lastIndexOf('`', match.index) : match.index
    if (at < 0 || (inTemplate && at !== match.index - 3)) continue
    if (isCalled(text, { at, behind, isOwn: false }, depth - 1)) return true
  }
  return false
}

function propertyOf(item: string): string | undefined {
  return /^\s*["'`]?([\w$-]+)["'`]?\s*:(?!:)/.exec(item)?.[1]
}

function isApiHost(host: string): boolean {
  if (host.endsWith('.azure.com')) return knownHost(`x.${host}`)?.use === 'api'
  // Certificates of the client: no browser script can send those; the SDK carries the name along.
  return (
    host === 'api.openai.com' ||
    (host.endsWith('.api.openai.com') && host !== 'mtls.api.openai.com')
  )
}

/** Where the URL begins whose host begins at `start`. */
function urlStart(text: string, start: number, host: string): number | undefined {
  const before = text.slice(Math.max(0, start - 200), start)
  const scheme =
    SCHEME.exec(before) ??
    (host.startsWith('.') ? SCHEME_AND_NAME.exec(before) : SCHEME_ALONE.exec(before))
  if (scheme !== null) return start - before.length + scheme.index
  return /(?:host|hostname)["'`]?\s{0,9}:\s{0,9}["'`]$/i.test(before) && !host.startsWith('.')
    ? start
    : undefined
}

/** Part of what the SDKs of OpenAI, Anthropic and Groq throw when they run in a browser. */
const SDK_GUARD = 'browser-like environment'
const OPTION =
  /(dangerouslyAllow\w{0,40}Browser\w{0,20})(?:\\?["'`])?\]?\s{0,9}([:=])(?!=)\s{0,9}(?:!0|true|1)(?![\w.])/y
const HEADER = /dangerous-direct-browser-access(?:\\?["'`])?\]?\s{0,9}[:,=]\s{0,9}\\?["'`]?true/y
const BASE =
  /(?:base_?url|base_?path|endpoint)["'`]?\s{0,9}[:=]\s{0,9}(?!void 0|undefined|null)(.{1,60})/i

/**
 * The switch that makes an SDK accept a browser, where the application turns it on for a client that
 * calls the API itself. A client that is given a server of one's own needs the switch too.
 */
export function matchSwitch(text: string, at: number): Match | undefined {
  const before = text.slice(Math.max(0, at - 600), at)
  // The SDK's own error text quotes the switch.
  if (before.includes(SDK_GUARD) || isInComment(text, at)) return undefined
  OPTION.lastIndex = at
  const option = OPTION.exec(text)
  if (option === null) return matchHeader(text, at, before)
  const isProperty = option[2] === ':'
  // `a.dangerouslyAllowBrowser=!0` sets it; `{dangerouslyAllowBrowser=!0}` is the SDK reading it.
  if (!isProperty && !/[.[]["'`]?$/.test(before)) return undefined
  const [inner] = isProperty ? bracketsAround(text, at).brackets : []
  const beside =
    inner === undefined ? text.slice(Math.max(0, at - 400), at + 400) : insideOf(text, inner.at)
  const base = BASE.exec(beside)?.[1]
  const isOwnServer = base !== undefined && !/api\.openai\.com|\.azure\.com/.test(base)
  // A library that hands on what it was given: `{apiKey:this.apiKey,…,...e?.configuration}`.
  const isLibrary =
    /organization\s*:\s*(?:this|[\w$]{1,3})\./.test(beside) && beside.includes('...')
  if (isOwnServer || isLibrary) return undefined
  return { kind: 'browser-switch', what: copied(option[1] ?? ''), at }
}

function matchHeader(text: string, at: number, before: string): Match | undefined {
  HEADER.lastIndex = at
  // `this._options.dangerouslyAllowBrowser?{header}:void 0` is the SDK itself.
  const isHeader =
    HEADER.exec(text) !== null &&
    !/dangerouslyAllowBrowser\)?\s{0,9}(?:\?|&&)/.test(before.slice(-160))
  return isHeader
    ? { kind: 'browser-switch', what: 'anthropic-dangerous-direct-browser-access', at }
    : undefined
}

/** Packages whose own code names the API's host and the switch without using either. */
export const SDK_SOURCE =
  /node_modules\/(?:openai|@anthropic-ai\/sdk|groq-sdk|together-ai|@ai-sdk|@langchain|ai)\//

/** True in a line that is nothing but comment; a minified line never is. */
function isInComment(text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 400), at)
  return /^\s{0,99}(?:\/\/|\/\*|\*|<!--)/.test(line)
}

/** In a page only scripts are executed; what is shown is text. */
function isScript(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24_000), at)
  const opened = before.lastIndexOf('<script')
  const closed = before.lastIndexOf('</script')
  return opened > closed || (closed < 0 && !/<(?:!doctype|html|body)[\s>]/i.test(before))
}
