/*
 * Text from a server or from the environment, made harmless for the place it is written to. Each
 * sink has one function; reports use no other way to print a string that they did not write.
 */

// oxlint-disable no-control-regex -- control characters are the subject of this file

/** CSI, OSC and two-character escape sequences (ECMA-48), 7-bit and 8-bit. */
const ANSI =
  /(?:\u001b\[|\u009b)[0-?]{0,32}[ -/]{0,8}[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]{0,512}(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]{0,8}[0-~]?/g

/** C0 and C1 controls but tab and line feed, and U+2028/2029, which some readers take for line ends. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g

/** Bidirectional controls and characters without width: they hide or reorder text. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cf}/gu

/** Without terminal sequences, control characters and invisible characters; line ends are `\n`. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(ANSI, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROLS, '')
    .replaceAll(INVISIBLE, '')
}

/** {@link plainText} on one line, at most `limit` characters. */
export function oneLine(text: string, limit = 2000): string {
  return cut(plainText(text).replaceAll(/\s+/g, ' ').trim(), limit)
}

/** {@link oneLine} behind the spaces with which the text begins. */
export function indentedLine(text: string, limit: number): string {
  const indent = /^ */.exec(text)?.[0] ?? ''
  return indent + oneLine(text.slice(indent.length), limit)
}

/** At most `limit` UTF-16 units, `…` included; never half of a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/, '')}…`
}

/**
 * Promise 3: text for the log of a runner, where a line that begins with `::`, or `##[` anywhere in it, is a
 * command (actions/runner, ActionCommand.cs).
 */
export function withoutCommands(text: string): string {
  return text.replaceAll(/^([^\S\n]*):(?=:)/gm, '$1: ').replaceAll('##[', '# #[')
}

/**
 * Text for an output of a step. Workflows paste outputs into scripts, `echo "${{ … }}"`, where these
 * characters would end the text or run what follows; a backslash is a slash to whoever reads a path.
 */
export function outputText(text: string): string {
  return (
    oneLine(text, 1000)
      .replaceAll('\\', '/')
      // The letter U+02BC looks the same and quotes nothing, also in PowerShell: "the caller's key".
      .replaceAll(/(?<=\w)'(?=\w)/g, '\u02bc')
      .replaceAll(/["'$`\u2018-\u201f]/g, '')
  )
}

/** Text or attribute value of HTML. */
export function html(text: string): string {
  return plainText(text).replaceAll(/[&<>"'`]/g, entity)
}

/** Hosts that a sentence of ours may link to; nothing in such a link can begin other markup. */
const OUR_LINK =
  /^https:\/\/(?:(?:platform|status|help|developers)\.openai\.com|(?:docs\.)?github\.com|learn\.microsoft\.com)(?:\/[\w./#=%-]{0,300})?$/

/** What GitHub turns into something else, in one pass: each piece is set as code or as a character reference. */
const MARKUP = new RegExp(
  [
    // What our sentences set as code.
    '`[^`]{1,700}`',
    // URLs, mentions and mail addresses, bare domains, references to issues.
    String.raw`\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s<>"|\`]{1,500}(?<![.,;:!?)'])`,
    String.raw`(?:(?<![\w.+-])[\w.+-]{1,64})?@\w[\w.-]{0,252}`,
    String.raw`\bwww\.[^\s<>"|\`]{1,253}`,
    String.raw`\bGH-\d+|(?:(?<![&\w./-])[\w./-]{1,140}|(?<!&))#\d+`,
    // Emoji codes; not the minutes of a time.
    String.raw`(?<!\d):(?=[\w+-]{1,40}:)`,
    // Beginnings of blocks.
    String.raw`^(?:#{1,6}|[-+=]|\d{1,9}[.)])(?=\s|$)`,
    // Markup inside a line. An underscore between two letters is none.
    String.raw`[&<>\`*[\]|\\~$]|(?<!\w)_|_(?!\w)`,
  ].join('|'),
  'gi',
)

/** Promise 3: a sentence for GitHub Markdown, on one line: no markup, no mention, no reference, no link of others. */
export function markdown(text: string): string {
  return oneLine(text, 8000).replaceAll(MARKUP, (found) => {
    if (OUR_LINK.test(found)) return found
    if (found.length > 1 && found.startsWith('`')) return markdownCode(found.slice(1, -1), 700)
    if (/^[#:+=-]+$/.test(found)) return found.replaceAll(/./g, entity)
    if (/^\d+[.)]$/.test(found)) return found.slice(0, -1) + entity(found.slice(-1))
    return found.length === 1 ? entity(found) : markdownCode(found, 700)
  })
}

/**
 * A short value for GitHub Markdown, set as code: works in tables too, where a backtick does not
 * protect `|`. GitHub looks for no mentions in it; an address would become a link all the same
 * (cmark-gfm links text between raw tags), so what begins one is written as a reference.
 */
export function markdownCode(text: string, limit = 300): string {
  const value = oneLine(text, limit)
  return value === ''
    ? ''
    : `<code>${value.replaceAll(/[&<>`*[\]|\\~$@]|(?<!\w)_|_(?!\w)|:(?=\/\/)|(?<=\bwww)\./gi, entity)}</code>`
}

/** The target of a link in Markdown or HTML, web pages only: everything that could end it, or be read as something else, is encoded. */
export function linkTarget(url: string): string {
  if (!/^https?:\/\//.test(url)) return '#'
  return oneLine(url, 8000).replaceAll(/[^\w.~:/?#&=%+,;-]/g, (unit) =>
    [...new TextEncoder().encode(unit)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  )
}

/** Lines for a Markdown code block; the fence is longer than any in the text. */
export function fenced(text: string, language = ''): string {
  const safe = withoutCommands(plainText(text))
  const longest = Math.max(2, ...[...safe.matchAll(/`+/g)].map((match) => match[0].length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${safe}\n${fence}`
}

function entity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0xfffd};`
}
