import { Secret, withoutEndSlashes, type Code, type SettingProblem } from '../model/index.ts'
import { isPrivateHost } from '../knowledge/hosts.ts'
import { fatal, type Form, formIn, type GivenValue, holdsKey, show } from './problem.ts'
import { unexpanded } from './text-checks.ts'

export const OPENAI_BASE_URL = 'https://api.openai.com/v1'

export function problemOf(
  { name, setting }: GivenValue,
  { code, wrong, fix }: { readonly code: Code; readonly wrong: string; readonly fix: string },
): SettingProblem {
  return fatal(code, setting, { message: `${name} ${wrong}.`, fix })
}

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i
const portOf = (text: string): string | undefined =>
  /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/i.exec(text)?.[1]

/** What makes it no URL at all, most telling first. */
const NO_URL: readonly Form[] = [
  {
    code: 'config.base_url_invalid',
    when: (text) => holdsKey(text) && !text.includes('://'),
    wrong: 'holds a key',
    fix: `Put the key into api-key and a URL like ${OPENAI_BASE_URL} here.`,
  },
  {
    code: 'config.base_url_unexpanded',
    when: unexpanded,
    wrong: (text) => `is an unexpanded reference: ${show(printable(text))}`,
    fix: 'Pass the value of the variable, not its name.',
  },
  {
    code: 'config.base_url_quoted',
    when: /^["'`“‘]|["'`”’]$/,
    wrong: 'has a quotation mark around it',
    fix: 'Remove the quotation marks.',
  },
  {
    code: 'config.base_url_placeholder',
    when: /^(?:undefined|null|none|nan|\[object \w+\])$|[<>]|\/\/your[-_.]/i,
    wrong: (text) => `is a placeholder: ${show(printable(text))}`,
    fix: `Write the real address, for example ${OPENAI_BASE_URL}.`,
  },
  {
    code: 'config.base_url_masked',
    when: /\*\*\*/,
    wrong: 'is the masked copy of a URL',
    fix: 'Write the address itself; keep it in a variable, not in a secret.',
  },
  {
    code: 'config.base_url_invalid',
    when: /\s/,
    wrong: 'contains a space or line break',
    fix: 'Write one URL on one line, without spaces.',
  },
  {
    code: 'config.base_url_invalid',
    when: /\\/,
    wrong: 'has a backslash in it',
    fix: 'Write it with slashes (/).',
  },
  {
    code: 'config.base_url_invalid',
    when: (text) => !SCHEME.test(text) && /^https?(?::\/?|\/\/)(?!\/)/i.test(text),
    wrong: 'has a scheme that is misspelt',
    fix: 'Begin it with https:// (a colon and two slashes).',
  },
  {
    code: 'config.base_url_scheme',
    when: /^(?!https?:)[a-z][a-z0-9+.-]*:\/\//i,
    wrong: (text) => `uses the scheme ${show(SCHEME.exec(text)?.[1]?.toLowerCase() ?? '')}`,
    fix: 'Use https://.',
  },
  {
    code: 'config.base_url_port',
    when: (text) => Number(portOf(text) ?? 1) < 1 || Number(portOf(text) ?? 1) > 65_535,
    wrong: (text) => `has the port ${portOf(text)?.slice(0, 12)}, which does not exist`,
    fix: 'Use a port from 1 to 65535, or none for 443.',
  },
]

export function checkText(given: GivenValue, text: string): SettingProblem | undefined {
  const form = formIn(NO_URL, text)
  if (form !== undefined) return problemOf(given, form)
  if (SCHEME.test(text)) return undefined
  const wrong = `has no scheme: ${show(printable(text))}`
  return problemOf(given, { code: 'config.base_url_no_scheme', wrong, fix: withScheme(text) })
}

/** An order to put a scheme before a text that has none. */
function withScheme(text: string): string {
  const words = /^(?:[a-z]+:?\/{0,2})?(.*)$/i.exec(text)?.[1] ?? text
  const host = words === '' ? null : URL.parse(`https://${text.replace(/^\/+/, '')}`)
  return host === null || host.username !== '' || host.hostname === ''
    ? `Write it with scheme and host, for example ${OPENAI_BASE_URL}.`
    : `Write ${isPrivateHost(host.hostname) ? 'http:// or https://' : 'https://'} before it: ${show(`https://${host.host}${withoutEndSlashes(host.pathname)}`)}.`
}

/** Of a text that is no URL: what stands between the scheme and an @. */
export function credentialsIn(given: GivenValue, text: string): readonly Secret[] {
  const place = userinfoOf(text)
  return (place === undefined ? '' : text.slice(...place))
    .split(':')
    .filter((part) => part.length >= 6)
    .map((part) => new Secret(part, `credentials in ${given.name}`))
}

/** The text without anything that may be a credential. */
export function printable(text: string): string {
  if (holdsKey(text)) return ''
  const [start, end] = userinfoOf(text) ?? [0, -1]
  return `${text.slice(0, start)}${text.slice(end + 1)}`.replace(/[?#].*$/s, '')
}

/** First and last offset of the credentials: to the last @ before the path, else to the first. */
function userinfoOf(text: string): readonly [start: number, end: number] | undefined {
  const first = text.indexOf('@')
  if (first < 0) return undefined
  const scheme = text.lastIndexOf('//', first)
  const start = scheme < 0 ? 0 : scheme + 2
  const slash = text.indexOf('/', start)
  const last = text.lastIndexOf('@', slash < 0 ? text.length : slash)
  return [start, Math.max(first, last)]
}
