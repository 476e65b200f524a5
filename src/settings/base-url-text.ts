import { Secret, withoutEndSlashes, type Code, type SettingProblem } from '../model/index.ts'
import { isPrivateHost } from '../knowledge/hosts.ts'
import { fatal, type GivenValue, holdsKey, show } from './problem.ts'
import { unexpanded } from './text-checks.ts'

export const OPENAI_BASE_URL = 'https://api.openai.com/v1'

export function problemOf(
  given: GivenValue,
  code: Code,
  wrong: string,
  fix: string,
): SettingProblem {
  return fatal(code, given.setting, { message: `${given.name} ${wrong}.`, fix })
}

/** What makes it no URL at all, most telling first. */
export function checkText(given: GivenValue, text: string): SettingProblem | undefined {
  const say = (code: Code, wrong: string, fix: string): SettingProblem =>
    problemOf(given, code, wrong, fix)
  if (holdsKey(text) && !text.includes('://')) {
    return say(
      'config.base_url_invalid',
      'holds a key',
      `Put the key into api-key and a URL like ${OPENAI_BASE_URL} here.`,
    )
  }
  if (unexpanded(text)) {
    return say(
      'config.base_url_unexpanded',
      `is an unexpanded reference: ${show(printable(text))}`,
      'Pass the value of the variable, not its name.',
    )
  }
  if (/^["'`“‘]|["'`”’]$/.test(text)) {
    return say(
      'config.base_url_quoted',
      'has a quotation mark around it',
      'Remove the quotation marks.',
    )
  }
  if (
    /^(?:undefined|null|none|nan|\[object \w+\])$/i.test(text) ||
    /[<>]/.test(text) ||
    /\/\/your[-_.]/i.test(text)
  ) {
    return say(
      'config.base_url_placeholder',
      `is a placeholder: ${show(printable(text))}`,
      `Write the real address, for example ${OPENAI_BASE_URL}.`,
    )
  }
  if (text.includes('***')) {
    return say(
      'config.base_url_masked',
      'is the masked copy of a URL',
      'Write the address itself; keep it in a variable, not in a secret.',
    )
  }
  if (/\s/.test(text)) {
    return say(
      'config.base_url_invalid',
      'contains a space or line break',
      'Write one URL on one line, without spaces.',
    )
  }
  if (text.includes('\\')) {
    return say('config.base_url_invalid', 'has a backslash in it', 'Write it with slashes (/).')
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) return schemeProblem(given, text)
  if (scheme !== 'https' && scheme !== 'http') {
    return say('config.base_url_scheme', `uses the scheme ${show(scheme)}`, 'Use https://.')
  }
  const port = /^[^/]*\/\/[^/?#]*:(\d+)(?:[/?#]|$)/.exec(text)?.[1]
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) {
    return say(
      'config.base_url_port',
      `has the port ${port.slice(0, 12)}, which does not exist`,
      'Use a port from 1 to 65535, or none for 443.',
    )
  }
  return undefined
}

function schemeProblem(given: GivenValue, text: string): SettingProblem {
  const words = /^(?:[a-z]+:?\/{0,2})?(.*)$/i.exec(text)?.[1] ?? text
  const broken = /^https?(?::\/?|\/\/)(?!\/)/i.test(text)
  if (broken) {
    return problemOf(
      given,
      'config.base_url_invalid',
      'has a scheme that is misspelt',
      'Begin it with https:// (a colon and two slashes).',
    )
  }
  const bare = text.replace(/^\/+/, '')
  const host =
    URL.canParse(`https://${bare}`) && words !== '' ? new URL(`https://${bare}`) : undefined
  const fix =
    host === undefined || host.username !== '' || host.hostname === ''
      ? `Write it with scheme and host, for example ${OPENAI_BASE_URL}.`
      : `Write ${isPrivateHost(host.hostname) ? 'http:// or https://' : 'https://'} before it: ${show(`https://${host.host}${withoutEndSlashes(host.pathname)}`)}.`
  return problemOf(
    given,
    'config.base_url_no_scheme',
    `has no scheme: ${show(printable(text))}`,
    fix,
  )
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
