import { CREDENTIALS } from '../knowledge/credentials.ts'

/** A secret known by its looks or by the name in front of it, not by its value. */
export interface Shape {
  readonly what: string
  /** With flag `d`; the group `value` is what is removed, the whole match without it. */
  readonly pattern: RegExp
  /** Second look at the value, where the pattern alone would hit plain words. */
  readonly accepts?: (value: string) => boolean
}

/** Has a digit or mixed case inside: words of a sentence and names of settings have neither. */
function looksRandom(value: string): boolean {
  return (
    !isPlaceholder(value) &&
    !isName(value) &&
    (/[0-9]/.test(value) || /^[^a-z]*[a-z].*[A-Z]/s.test(value))
  )
}

/** Written where a value is to come: `${{ secrets.KEY }}`, `$KEY`, `<key>`, `***`. */
function isPlaceholder(value: string): boolean {
  return /^(?:\$|%24|<|\{|\*+$|\[|…|\.\.\.)/.test(value)
}

/** A name, as of a variable, a code or a setting. */
function isName(value: string): boolean {
  return /^(?:[A-Z][A-Z0-9_]*|[a-z]+(?:[._-][a-z]+)*)$/.test(value)
}

const NAMED_KEY =
  'api[-_]?key|x-api-key|x-goog-api-key|ocp-apim-subscription-key|subscription-key|client[-_]secret|' +
  'access[-_]token|refresh[-_]token|id[-_]token|password|passwd'
const QUERY_SECRET = `${NAMED_KEY}|key|token|code|sig|signature|secret|pwd|auth|x-amz-signature|x-amz-security-token`

/** One pattern for all of them; nothing that a longer word ends in. */
function anyOf(sources: readonly string[]): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])(?:${sources.join('|')})`, 'dg')
}

/** Start anchors keep each pattern linear: no two starts share a long run. */
export const SHAPES: readonly Shape[] = [
  {
    what: 'private key',
    pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[^-]|-(?!-)){0,16384}/dg,
  },
  ...[...Map.groupBy(CREDENTIALS, ({ what }) => what)].map(([what, ofIt]) => ({
    what,
    pattern: anyOf(ofIt.flatMap(({ inText }) => inText ?? [])),
  })),
  { what: 'JSON web token', pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/dg },
  {
    what: 'authorization',
    pattern:
      /\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?(?<value>[^\s"',;]{1,20}[ \t]{1,3}[^\s"',;]{4,})/dgi,
    accepts: (value) => looksRandom(value.split(/\s+/)[1] ?? ''),
  },
  {
    what: 'authorization',
    pattern: /\b(?:bearer|basic|negotiate|ntlm)[ \t]{1,3}(?<value>[\w.~+/=-]{8,})/dgi,
    accepts: looksRandom,
  },
  // Our own advice spells it as user:password@host, which is nobody's.
  // The last `@` before the path ends the credentials, also where one in the password was not encoded.
  {
    what: 'password',
    pattern: /:\/\/(?!user:password@host\b)(?<value>[^\s/?#"'<>]{1,512})@/dg,
    accepts: (value) => !isPlaceholder(value),
  },
  {
    what: 'cookie',
    pattern:
      /\bcookie["']?\s{0,3}[:=]\s{0,3}["']?(?<value>[\w!#$%&'*+.^`|~-]{1,128}=[^\r\n"]{1,4096})/dgi,
  },
  {
    what: 'query secret',
    pattern: new RegExp(
      String.raw`[?&;](?:${QUERY_SECRET})=(?<value>[^&\s"'<>#;,)\]}\\]{1,4096})`,
      'dgi',
    ),
    accepts: (value) => !isPlaceholder(value),
  },
  {
    what: 'api key',
    pattern: new RegExp(
      String.raw`(?<![A-Za-z0-9])(?:${NAMED_KEY})["']?\s{0,3}[:=]\s{0,3}["']?(?<value>[^\s"'&<>,;)\]}\\]{8,4096})`,
      'dgi',
    ),
    accepts: looksRandom,
  },
]

/** Properties whose text is removed whole, whatever it looks like. */
const SECRET_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['authorization', 'authorization'],
  ['proxy-authorization', 'authorization'],
  ['cookie', 'cookie'],
  ['set-cookie', 'cookie'],
  ['api-key', 'api key'],
  ['apikey', 'api key'],
  ['api_key', 'api key'],
  ['x-api-key', 'api key'],
  ['ocp-apim-subscription-key', 'api key'],
  ['password', 'password'],
  ['client_secret', 'secret'],
  ['secret', 'secret'],
])

/** What a property of this name holds, when that is always a secret. */
export function secretProperty(name: string): string | undefined {
  return SECRET_PROPERTIES.get(name.toLowerCase())
}
