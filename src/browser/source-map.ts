import type { Position } from './positions.ts'

/** What is used of a source map (ECMA-426). Index maps are sections, each with an offset. */
export interface SourceMap {
  readonly sections: readonly {
    /** From 0. */
    readonly line: number
    readonly column: number
    readonly sources: readonly string[]
    readonly contents: readonly (string | undefined)[]
    readonly mappings: string
  }[]
}

export interface Original extends Position {
  readonly source: string
}

/** A source map, or nothing when the text is none. */
export function readSourceMap(text: string): SourceMap | undefined {
  let value: unknown
  try {
    // Some servers put this line first to break script inclusion.
    value = JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/, ''))
  } catch {
    return undefined
  }
  const sections = sectionsOf(value, 0, 0, 0)
  return sections.length === 0 ? undefined : { sections }
}

function sectionsOf(
  value: unknown,
  line: number,
  column: number,
  depth: number,
): SourceMap['sections'] {
  if (!isRecord(value) || depth > 4) return []
  if (Array.isArray(value['sections'])) {
    return value['sections'].flatMap((section: unknown) => {
      const offset = isRecord(section) ? section['offset'] : undefined
      if (!isRecord(section) || !isRecord(offset)) return []
      const down = numberOr0(offset['line'])
      const right = numberOr0(offset['column'])
      return sectionsOf(section['map'], line + down, down === 0 ? column + right : right, depth + 1)
    })
  }
  if (typeof value['mappings'] !== 'string' || !Array.isArray(value['sources'])) return []
  const root =
    typeof value['sourceRoot'] === 'string' ? value['sourceRoot'].replace(/\/?$/, '/') : ''
  const contents: unknown[] = Array.isArray(value['sourcesContent']) ? value['sourcesContent'] : []
  return [
    {
      line,
      column,
      sources: value['sources'].map((source: unknown) =>
        typeof source === 'string' ? (root === '/' ? '' : root) + source : '',
      ),
      contents: contents.map((content) => (typeof content === 'string' ? content : undefined)),
      mappings: value['mappings'],
    },
  ]
}

/** Where a place in the generated file comes from: the last mapping at or before it on its line. */
export function originalOf(map: SourceMap, place: Position): Original | undefined {
  const line = place.line - 1
  const column = place.column - 1
  const section = map.sections.findLast(
    (each) => each.line < line || (each.line === line && each.column <= column),
  )
  if (section === undefined) return undefined
  const inLine = line - section.line
  const inColumn = inLine === 0 ? column - section.column : column
  return lookUp(section, inLine, inColumn)
}

const DIGITS = new Map(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    .split('')
    .map((digit, value) => [digit.charCodeAt(0), value]),
)

/**
 * Reads mappings up to the wanted place. Fields are differences in base64 VLQ: the generated column
 * starts again on each line, source, line and column of the original go on.
 */
function lookUp(
  section: SourceMap['sections'][number],
  line: number,
  column: number,
): Original | undefined {
  const { mappings } = section
  const fields = [0, 0, 0, 0, 0]
  let best: { source: number; line: number; column: number } | undefined
  let inLine = 0
  let field = 0
  let value = 0
  let shift = 0
  for (let at = 0; at <= mappings.length && inLine <= line; at++) {
    const character = at < mappings.length ? mappings.charCodeAt(at) : 0x3b
    if (character === 0x2c || character === 0x3b) {
      const isBefore = inLine === line && field > 0 && (fields[0] ?? 0) <= column
      if (isBefore) {
        const [, source = 0, originalLine = 0, originalColumn = 0] = fields
        best = field >= 4 ? { source, line: originalLine, column: originalColumn } : undefined
      }
      field = 0
      if (character === 0x3b) {
        inLine++
        fields[0] = 0
      }
      continue
    }
    const digit = DIGITS.get(character)
    if (digit === undefined) return undefined
    value |= (digit & 31) << shift
    if ((digit & 32) !== 0) {
      shift += 5
      continue
    }
    fields[field] = (fields[field] ?? 0) + ((value & 1) === 1 ? -(value >>> 1) : value >>> 1)
    field++
    value = 0
    shift = 0
  }
  const source = best === undefined ? undefined : section.sources[best.source]
  if (best === undefined || source === undefined || source === '') return undefined
  return { source, line: best.line + 1, column: best.column + 1 }
}

function numberOr0(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
