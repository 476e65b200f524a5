import type { Figure } from './measure.ts'

/** One line of the table, and one entry of the JSON. */
export interface Row {
  readonly section: string
  readonly name: string
  readonly unit: 'ms' | 'MiB' | 'MiB/s' | 'KiB' | '×' | 'count' | ''
  readonly figure?: Figure
  /** Beside the figure, or why there is none. */
  readonly note?: string
}

const HEADINGS = ['', 'median', 'min – max', 'runs', ''] as const

/** The table as Markdown, one section after the other. */
export function tableOf(rows: readonly Row[]): string {
  const lines: string[] = []
  for (const section of new Set(rows.map((row) => row.section))) {
    const cells = rows.filter((row) => row.section === section).map(cellsOf)
    const all = [[section, ...HEADINGS.slice(1)], ...cells]
    const widths = HEADINGS.map((_, column) =>
      Math.max(3, ...all.map((line) => (line[column] ?? '').length)),
    )
    const line = (texts: readonly string[]): string =>
      `| ${widths.map((width, column) => (texts[column] ?? '').padEnd(width)).join(' | ')} |`
    const [head = [], ...body] = all
    const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
    lines.push(line(head), rule, ...body.map(line), '')
  }
  return lines.join('\n')
}

function cellsOf({ name, unit, figure, note = '' }: Row): readonly string[] {
  if (figure === undefined) return [name, '–', '', '', note]
  const { median, min, max, runs } = figure
  const shown = (value: number): string => value.toFixed(digits(unit, value))
  const range = runs === 1 ? '' : `${shown(min)} – ${shown(max)}`
  return [name, `${shown(median)} ${unit}`.trim(), range, String(runs), note]
}

function digits(unit: Row['unit'], value: number): number {
  if (unit === '×') return 2
  if (unit === 'count') return Number.isInteger(value) ? 0 : 1
  return 0
}
