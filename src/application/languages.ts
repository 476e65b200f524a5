import type { Client } from '../model/index.ts'

/** How a language writes comments and strings: all that is needed to tell code from prose in it. */
export interface Language {
  readonly name: string
  /** Whose rules its programs can go by. */
  readonly clients: readonly Client[]
  readonly file: RegExp
  readonly lineComments: readonly string[]
  readonly blockComments: readonly (readonly [open: string, close: string])[]
  /** Longest first; a delimiter that may run over line ends is listed in `multiline` too. */
  readonly quotes: readonly string[]
  readonly multiline: readonly string[]
}

const C_STYLE = {
  lineComments: ['//'],
  blockComments: [['/*', '*/']] as const,
  quotes: ['"', "'"],
  multiline: [] as readonly string[],
}

export const LANGUAGES: readonly Language[] = [
  {
    ...C_STYLE,
    name: 'javascript',
    clients: ['node', 'bun', 'deno'],
    file: /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/,
    quotes: ['"', "'", '`'],
    multiline: ['`'],
  },
  {
    name: 'python',
    clients: ['python'],
    file: /\.pyw?$/,
    lineComments: ['#'],
    blockComments: [],
    quotes: ['"""', "'''", '"', "'"],
    multiline: ['"""', "'''"],
  },
  { ...C_STYLE, name: 'go', clients: ['go'], file: /\.go$/, quotes: ['"', '`'], multiline: ['`'] },
  {
    ...C_STYLE,
    name: 'java',
    clients: ['java'],
    file: /\.(?:java|kts?|scala|groovy)$/,
    quotes: ['"""', '"', "'"],
    multiline: ['"""'],
  },
  {
    ...C_STYLE,
    name: 'csharp',
    clients: ['dotnet'],
    file: /\.(?:cs|fs|vb)$/,
    quotes: ['"""', '"'],
    multiline: ['"""'],
  },
  { ...C_STYLE, name: 'rust', clients: ['rust'], file: /\.rs$/, quotes: ['"'], multiline: ['"'] },
  {
    name: 'ruby',
    clients: ['ruby'],
    file: /\.(?:rb|rake)$/,
    lineComments: ['#'],
    blockComments: [['\n=begin', '\n=end']],
    quotes: ['"', "'"],
    multiline: ['"', "'"],
  },
  {
    ...C_STYLE,
    name: 'php',
    clients: ['php'],
    file: /\.php$/,
    lineComments: ['//', '#'],
    multiline: ['"', "'"],
  },
  {
    name: 'shell',
    clients: ['curl'],
    file: /\.(?:sh|bash)$/,
    lineComments: ['#'],
    blockComments: [],
    quotes: [],
    multiline: [],
  },
]

/** Whose rules the program in this file can go by; none for a file of another kind. */
export function clientsOf(path: string): readonly Client[] {
  return LANGUAGES.find(({ file }) => file.test(path))?.clients ?? []
}

export interface Views {
  /** Comments are blanked; as long as the text, line ends kept. */
  readonly source: string
  /** What strings hold is blanked as well: only code is left to match. */
  readonly code: string
}

/** One pass, linear in the length. An unclosed string of one line ends with its line. */
export function viewsOf(text: string, language: Language): Views {
  const source: string[] = []
  const code: string[] = []
  let at = 0
  const copy = (to: number, inSource: boolean, inCode: boolean): void => {
    const piece = text.slice(at, to)
    const blank = inSource && inCode ? '' : piece.replaceAll(/[^\n]/g, ' ')
    source.push(inSource ? piece : blank)
    code.push(inCode ? piece : blank)
    at = to
  }
  const special = specials(language)
  while (at < text.length) {
    special.lastIndex = at
    const found = special.exec(text)
    if (found === null) {
      copy(text.length, true, true)
      break
    }
    copy(found.index, true, true)
    const [mark] = found
    const block = language.blockComments.find(([open]) => open === mark)
    if (language.quotes.includes(mark)) {
      const end = endOfString(text, at + mark.length, mark, language.multiline.includes(mark))
      copy(at + mark.length, true, true)
      copy(end, true, false)
      copy(Math.min(text.length, end + mark.length), true, true)
    } else {
      const close = block?.[1] ?? '\n'
      const end = text.indexOf(close, at + mark.length)
      copy(end === -1 ? text.length : end + (block === undefined ? 0 : close.length), false, false)
    }
  }
  return { source: source.join(''), code: code.join('') }
}

function specials({ quotes, lineComments, blockComments }: Language): RegExp {
  const marks = [...blockComments.map(([open]) => open), ...lineComments, ...quotes]
  const escaped = marks.map((mark) => mark.replaceAll(/[*+?.\\/$^|()[\]{}]/g, String.raw`\$&`))
  return new RegExp(escaped.join('|') || '(?!)', 'g')
}

function endOfString(text: string, from: number, mark: string, multiline: boolean): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text.startsWith(mark, at)) return at
    else if (!multiline && text[at] === '\n') return at
  }
  return text.length
}
