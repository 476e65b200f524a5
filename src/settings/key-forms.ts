import { vendorOf } from '../knowledge/credentials.ts'
import type { Form } from './problem.ts'

/** The value stands for a key that never got there. Keys of local servers (`EMPTY`, `ollama`) are none of these. */
const PLACEHOLDERS: readonly RegExp[] = [
  /^(?:undefined|null|nil|nan|\[object \w+\])$/i,
  /^None$/,
  /^<[^<>]*>$/,
  /^\[[^[\]"{}]*\]$/,
  /\byour[-_ ]?(?:own|open-?ai|azure|api|secret|real|actual|key|token)/i,
  /^(?:my|the)?[-_ ]?(?:azure_)?(?:open_?ai)?[-_ ]?api[-_ ]?key$/i,
  /^sk-(?:proj-)?(?:\.{2,}|…)$/,
  /(?:api[-_ ]?)?key[-_ ]?(?:goes[-_ ]?)?here\b/i,
  /^(?:insert|replace|change|paste|put|add|set)[-_ ]?(?:me|with|your|the|this|key|it)\b/i,
]

/** Only on the vendors' own hosts: a local server may well accept them. */
const WEAK_PLACEHOLDERS: readonly RegExp[] = [
  /^(?:dummy|tests?|testing|example|sample|placeholder|fake|mock|secret|key|token|password|none|empty|n\/?a|todo|tbd|foo|bar|changeme)$/i,
  /^(?:sk-(?:proj-)?)?(.)\1{5,}$/,
  /^sk-(?:proj-)?(?:test|fake|dummy|example|sample|placeholder|mock|1234|abc123|abcdef)[\w-]{0,24}$/i,
]

const UNEXPANDED: readonly RegExp[] = [
  /\$\{\{/,
  /^\$\{?[A-Za-z_]\w*(?::?[-?+=][^}]*)?\}?$/,
  /^\$env:\w+$/i,
  /^%\w+%$/,
  /^\{\{.*\}?\}?$/s,
  /^\$\(.*\)$/s,
  /^(?:op|vault|ref\+\w+|secretref|keyvault|awssm|gcpsm|arn:aws:(?:secretsmanager|ssm)):/i,
  /^@Microsoft\.KeyVault\(/i,
  /^projects\/[^/]+\/secrets\//,
  /^(?:process\.env\.|os\.environ|secrets\.|env\.)\S*$/,
]

export function isWeakPlaceholder(key: string): boolean {
  return WEAK_PLACEHOLDERS.some((form) => form.test(key))
}

const isOneOf =
  (forms: readonly RegExp[]) =>
  (key: string): boolean =>
    forms.some((form) => form.test(key))

const PUT_KEY = 'Store the key itself as a secret and pass it on unchanged'

const NOT_ASCII = /[^\0-\x7f]/u
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\0-\x1f\x7f]/
const QUOTES = '"\'`“”‘’„«»'

/**
 * Forms of a key that no API takes, whoever it belongs to. In this order; the first that fits decides.
 * The key has no blanks around it.
 */
export const KEY_FORMS: readonly Form[] = [
  {
    code: 'config.key_unexpanded',
    when: isOneOf(UNEXPANDED),
    wrong: 'holds an unexpanded reference instead of a value',
    fix: 'Pass the value, not its name: in a workflow ${{ secrets.NAME }} under env: or with:, in a shell "$NAME" in double quotes.',
    standIn: true,
  },
  {
    code: 'config.key_placeholder',
    when: isOneOf(PLACEHOLDERS),
    wrong: 'holds a placeholder instead of a key',
    fix: `${PUT_KEY}; the value in place now is the text of an example or of an unset variable.`,
    standIn: true,
  },
  {
    code: 'config.key_masked',
    when: /\*{3,}|[•●]{2,}|^[\w-]{2,12}(?:\.{3}|…)\w{0,6}$/,
    wrong: 'holds the masked or shortened copy of a key, as logs and web pages show it',
    fix: 'Create a new key and store it where it is shown in full; a masked copy cannot be unmasked.',
    standIn: true,
  },
  {
    code: 'config.key_quoted',
    when: (key) => QUOTES.includes(key.charAt(0)) || QUOTES.includes(key.charAt(key.length - 1)),
    wrong: 'has a quotation mark around it',
    fix: 'Remove the quotation marks from the stored secret: the SDK sends them as part of the key.',
  },
  {
    code: 'config.key_has_bearer',
    when: /^(?:authorization\s*:\s*)?(?:bearer|basic)(?:\s|$)|^(?:x-)?(?:api-key|authorization)\s*:/i,
    wrong: 'starts with the name of a header or scheme, which the SDK adds itself',
    fix: 'Store only the key, without "Authorization:" and without "Bearer ".',
  },
  {
    code: 'config.key_is_assignment',
    when: /^(?:export\s+|set\s+)?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\s*[=:]\s*[^=\s]/,
    wrong: 'holds a whole line of a settings file (NAME=value)',
    fix: 'Store only what follows the equals sign.',
  },
  {
    code: 'config.key_is_json',
    when: /^[[{]/,
    wrong: 'holds JSON, not a key',
    fix: 'Take the one field with the key out of the JSON and store only that.',
  },
  {
    code: 'config.key_is_url',
    when: /^[a-z][a-z0-9+.-]*:\/\//i,
    wrong: 'holds a URL, not a key',
    fix: 'Store the key here and put the address into base-url.',
  },
  {
    code: 'config.key_is_path',
    when: /^(?:~|\.{1,2})[/\\]\S|^[A-Za-z]:\\|^\/(?:run|var|etc|home|root|mnt|tmp|secrets?|vault|opt|usr)\/|^\/\S+\.(?:txt|key|json|env|pem)$/,
    wrong: 'holds the path of a file, not a key',
    fix: 'Read the file and pass its content.',
  },
  {
    code: 'config.key_is_pem',
    when: /-----BEGIN/,
    wrong: 'holds a PEM block, not a key of an API',
    fix: `${PUT_KEY}; certificates and private keys belong elsewhere.`,
  },
  {
    code: 'config.key_is_prose',
    when: (key) =>
      key.split(/\s+/).filter((word) => /^\p{L}{2,}[,.:;!?]?$/u.test(word)).length >= 3,
    wrong: 'holds a sentence, not a key',
    fix: `${PUT_KEY}; a command that printed an error instead of the key is the usual cause.`,
  },
  {
    code: 'config.key_has_newline',
    when: /[\r\n\u2028\u2029]/,
    wrong: (key) => `has a line break after character ${key.search(/[\r\n\u2028\u2029]/)}`,
    fix: 'Store the key as one line; two keys or a wrapped line cannot be sent in a header.',
  },
  {
    code: 'config.key_has_space',
    when: /[ \t]/,
    wrong: (key) => `has a space after character ${key.search(/[ \t]/)}`,
    fix: 'Remove the space: a bearer token never holds one (RFC 6750 §2.1).',
  },
  {
    code: 'config.key_not_ascii',
    when: NOT_ASCII,
    wrong: (key) => {
      const { 0: odd, index } = NOT_ASCII.exec(key) ?? { 0: '', index: 0 }
      return `has ${characterClass(odd)} after character ${index}, which no HTTP header can carry`
    },
    fix: 'Copy the key again from where it was created, not from a document, chat or PDF.',
  },
  {
    code: 'config.key_has_control_character',
    when: CONTROL,
    wrong: (key) => `has a control character after character ${key.search(CONTROL)}`,
    fix: 'Store the key again as plain text.',
  },
  {
    code: 'config.key_base64',
    when: (key) => keyInBase64(key) !== undefined,
    wrong: 'is the base64 form of a key, not the key',
    fix: 'Decode it before it is used (kubectl shows secrets in base64: base64 --decode).',
  },
]

/** The key that stands inside a base64 text, when there is one. */
export function keyInBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(text)) return undefined
  const inner = Buffer.from(text, 'base64').toString('latin1').trim()
  if (!/^[\x21-\x7e]{12,}$/.test(inner)) return undefined
  return inner.startsWith('sk-') || vendorOf(inner) !== undefined ? inner : undefined
}

/** What a person would call the character, with its code point. */
function characterClass(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/…/u, 'an ellipsis'],
    [/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/u, 'an invisible character'],
    [/\p{Zs}/u, 'a non-breaking or wide space'],
    [/\p{Pd}/u, 'a typographic dash'],
    [/[“”‘’„«»′″]/u, 'a typographic quotation mark'],
    [/\ufffd/u, 'a replacement character (the text was decoded wrongly)'],
    [/[\uff01-\uff5e]/u, 'a full-width character'],
    [/\p{sc=Cyrillic}/u, 'a Cyrillic letter'],
    [/\p{sc=Greek}/u, 'a Greek letter'],
    [/\p{L}/u, 'a letter outside ASCII'],
  ]
  const kind = kinds.find(([form]) => form.test(character))?.[1] ?? 'a character outside ASCII'
  return `${kind} (${name})`
}
