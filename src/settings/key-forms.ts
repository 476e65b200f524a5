import type { Code } from '../model/index.ts'
import { isPlaceholder, isUnexpanded } from './key-placeholders.ts'
import { vendorOf } from '../knowledge/credentials.ts'

/** One form of a key that no API takes, whoever it belongs to. */
export interface KeyForm {
  readonly code: Code
  /** What is wrong with the text, to be put behind the name of the setting; nothing when it is not this form. */
  readonly wrong: (key: string) => string | undefined
  readonly fix: string
  /** The text is a stand-in: it is no secret itself, and masking it would shred the log. */
  readonly standIn?: true
}

const PUT_KEY = 'Store the key itself as a secret and pass it on unchanged'

const QUOTES = '"\'`“”‘’„«»'

/** In this order; the first that fits decides. The key has no blanks around it. */
export const KEY_FORMS: readonly KeyForm[] = [
  {
    code: 'config.key_unexpanded',
    wrong: (key) =>
      isUnexpanded(key) ? 'holds an unexpanded reference instead of a value' : undefined,
    fix: 'Pass the value, not its name: in a workflow ${{ secrets.NAME }} under env: or with:, in a shell "$NAME" in double quotes.',
    standIn: true,
  },
  {
    code: 'config.key_placeholder',
    wrong: (key) => (isPlaceholder(key) ? 'holds a placeholder instead of a key' : undefined),
    fix: `${PUT_KEY}; the value in place now is the text of an example or of an unset variable.`,
    standIn: true,
  },
  {
    code: 'config.key_masked',
    wrong: (key) =>
      /\*{3,}|[•●]{2,}/.test(key) || /^[\w-]{2,12}(?:\.{3}|…)\w{0,6}$/.test(key)
        ? 'holds the masked or shortened copy of a key, as logs and web pages show it'
        : undefined,
    fix: 'Create a new key and store it where it is shown in full; a masked copy cannot be unmasked.',
    standIn: true,
  },
  {
    code: 'config.key_quoted',
    wrong: (key) =>
      QUOTES.includes(key.charAt(0)) || QUOTES.includes(key.charAt(key.length - 1))
        ? 'has a quotation mark around it'
        : undefined,
    fix: 'Remove the quotation marks from the stored secret: the SDK sends them as part of the key.',
  },
  {
    code: 'config.key_has_bearer',
    wrong: (key) =>
      /^(?:authorization\s*:\s*)?(?:bearer|basic)(?:\s|$)/i.test(key) ||
      /^(?:x-)?(?:api-key|authorization)\s*:/i.test(key)
        ? 'starts with the name of a header or scheme, which the SDK adds itself'
        : undefined,
    fix: 'Store only the key, without "Authorization:" and without "Bearer ".',
  },
  {
    code: 'config.key_is_assignment',
    wrong: (key) =>
      /^(?:export\s+|set\s+)?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\s*[=:]\s*[^=\s]/.test(key)
        ? 'holds a whole line of a settings file (NAME=value)'
        : undefined,
    fix: 'Store only what follows the equals sign.',
  },
  {
    code: 'config.key_is_json',
    wrong: (key) => (/^[[{]/.test(key) ? 'holds JSON, not a key' : undefined),
    fix: 'Take the one field with the key out of the JSON and store only that.',
  },
  {
    code: 'config.key_is_url',
    wrong: (key) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(key) ? 'holds a URL, not a key' : undefined),
    fix: 'Store the key here and put the address into base-url.',
  },
  {
    code: 'config.key_is_path',
    wrong: (key) =>
      /^(?:~|\.{1,2})[/\\]\S|^[A-Za-z]:\\|^\/(?:run|var|etc|home|root|mnt|tmp|secrets?|vault|opt|usr)\/|^\/\S+\.(?:txt|key|json|env|pem)$/.test(
        key,
      )
        ? 'holds the path of a file, not a key'
        : undefined,
    fix: 'Read the file and pass its content.',
  },
  {
    code: 'config.key_is_pem',
    wrong: (key) =>
      key.includes('-----BEGIN') ? 'holds a PEM block, not a key of an API' : undefined,
    fix: `${PUT_KEY}; certificates and private keys belong elsewhere.`,
  },
  {
    code: 'config.key_is_prose',
    wrong: (key) =>
      key.split(/\s+/).filter((word) => /^\p{L}{2,}[,.:;!?]?$/u.test(word)).length >= 3
        ? 'holds a sentence, not a key'
        : undefined,
    fix: `${PUT_KEY}; a command that printed an error instead of the key is the usual cause.`,
  },
  {
    code: 'config.key_has_newline',
    wrong: (key) =>
      /[\r\n\u2028\u2029]/.test(key)
        ? `has a line break after character ${key.search(/[\r\n\u2028\u2029]/)}`
        : undefined,
    fix: 'Store the key as one line; two keys or a wrapped line cannot be sent in a header.',
  },
  {
    code: 'config.key_has_space',
    wrong: (key) =>
      /[ \t]/.test(key) ? `has a space after character ${key.search(/[ \t]/)}` : undefined,
    fix: 'Remove the space: a bearer token never holds one (RFC 6750 §2.1).',
  },
  {
    code: 'config.key_not_ascii',
    wrong: (key) => {
      const odd = /[^\0-\x7f]/u.exec(key)
      return odd === null
        ? undefined
        : `has ${characterClass(odd[0])} after character ${odd.index}, which no HTTP header can carry`
    },
    fix: 'Copy the key again from where it was created, not from a document, chat or PDF.',
  },
  {
    code: 'config.key_has_control_character',
    wrong: (key) => {
      // oxlint-disable-next-line no-control-regex
      const at = key.search(/[\0-\x1f\x7f]/)
      return at < 0 ? undefined : `has a control character after character ${at}`
    },
    fix: 'Store the key again as plain text.',
  },
  {
    code: 'config.key_base64',
    wrong: (key) =>
      keyInBase64(key) === undefined ? undefined : 'is the base64 form of a key, not the key',
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
