/** Text of a terminal with its colours as an SVG picture. */

const COLUMN = 8.4
const LINE = 20
const PADDING = 20
const BAR = 36
const FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"

/** Colours of Select Graphic Rendition (ECMA-48 §8.3.117) that the reports use, on a dark ground. */
const STYLES: Readonly<Record<string, string>> = {
  '1': 'fill="#f0f6fc" font-weight="700"',
  '2': 'fill="#9198a1"',
  '31': 'fill="#ff7b72"',
  '32': 'fill="#56d364"',
  '33': 'fill="#e3b341"',
  '36': 'fill="#76e3ea"',
}
const PLAIN = 'fill="#d1d7e0"'

/** @param command what the picture shows as typed */
export function terminalSvg(text: string, command: string): string {
  const lines = [`\u001b[1m$ ${command}\u001b[0m`, '', ...text.trimEnd().split('\n')]
  const columns = Math.max(...lines.map((line) => plain(line).length))
  const width = Math.ceil(columns * COLUMN + 2 * PADDING)
  const height = BAR + lines.length * LINE + 2 * PADDING - 8
  let style = PLAIN
  const rows = lines.map((line, index) => {
    const row = piecesOf(line, style)
    style = row.style
    const y = BAR + PADDING + index * LINE + 8
    return row.pieces.map((piece) => word(piece, y)).join('')
  })
  const lights = ['#ff5f57', '#febc2e', '#28c840'].map(
    (colour, index) => `<circle cx="${22 + index * 20}" cy="18" r="6" fill="${colour}"/>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONT}" font-size="14">`,
    `<title>${escaped(command)}</title>`,
    `<desc>${escaped(lines.map(plain).join('\n'))}</desc>`,
    `<rect width="${width}" height="${height}" rx="10" fill="#0d1117" stroke="#3d444d"/>`,
    ...lights,
    ...rows.filter((row) => row !== ''),
    '</svg>\n',
  ].join('\n')
}

interface Piece {
  readonly column: number
  readonly text: string
  readonly style: string
}

function piecesOf(
  line: string,
  before: string,
): { readonly pieces: readonly Piece[]; readonly style: string } {
  const pieces: Piece[] = []
  let style = before
  let column = 0
  // eslint-disable-next-line no-control-regex
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    // eslint-disable-next-line no-control-regex
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1]
    if (code !== undefined) {
      style = STYLES[code] ?? PLAIN
      continue
    }
    pieces.push(...wordsOf(part, column, style))
    column += part.length
  }
  return { pieces, style }
}

/** Runs of words with single spaces; wider gaps are skipped, so that columns hold in any font. */
function wordsOf(part: string, column: number, style: string): readonly Piece[] {
  return [...part.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    column: column + match.index,
    text: match[0],
    style,
  }))
}

function word({ column, text, style }: Piece, y: number): string {
  const x = (PADDING + column * COLUMN).toFixed(1)
  const length = (text.length * COLUMN).toFixed(1)
  return `<text x="${x}" y="${y}" ${style} textLength="${length}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escaped(text)}</text>`
}

function plain(line: string): string {
  // eslint-disable-next-line no-control-regex
  return line.replaceAll(/\u001b\[\d+m/g, '')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
