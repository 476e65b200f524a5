import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'

/** One change of one operator or constant. */
export interface Mutant {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly before: string
  readonly after: string
  /** The whole file with the change. */
  readonly text: string
}

const OPPOSITES: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '??': '&&',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '+': '-',
  '-': '+',
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string }
type Change = readonly [start: number, end: number, replacement: string]

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

/**
 * Only code that runs is changed: no text of a message, no comment, no import and no type, which no
 * test can notice. Nor the 1 of `-1`, of which comparing functions look at the sign alone.
 */
function* changesIn(node: Node, code: string): Generator<Change> {
  const { type } = node
  const isValue = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'].includes(type)
  if (type === 'ImportDeclaration' || (type.startsWith('TS') && !isValue)) return
  yield* changesOf(node, code)
  const signed = type === 'UnaryExpression' && node['operator'] === '-'
  for (const [name, value] of Object.entries(node)) {
    if (signed && name === 'argument') continue
    for (const one of Array.isArray(value) ? value : [value]) {
      if (isNode(one)) yield* changesIn(one, code)
    }
  }
}

function* changesOf(node: Node, code: string): Generator<Change> {
  const { operator, left, right, value, property } = node
  if (node.type === 'Literal') {
    const to = [
      [0, '1'],
      [1, '2'],
      [true, 'false'],
      [false, 'true'],
    ].find(([from]) => from === value)?.[1]
    if (typeof to === 'string') yield [Number(node['start']), Number(node['end']), to]
  }
  if (isNode(left) && isNode(right) && typeof operator === 'string') {
    const to = OPPOSITES[operator]
    const at = code.indexOf(operator, Number(left['end']))
    // Texts are put together with templates here: of `+` and `-` there is only arithmetic.
    if (to !== undefined) yield [at, at + operator.length, to]
  }
  if (isNode(property) && property['name'] === 'filter') {
    yield [Number(property['start']), Number(property['end']), 'slice']
  }
}

/** All mutants of a file, in the order of its lines. */
export function mutantsOf(root: string, file: string): readonly Mutant[] {
  const code = readFileSync(join(root, file), 'utf8')
  const tree: unknown = parseAst(code, { lang: 'ts' })
  if (!isNode(tree)) return []
  return [...changesIn(tree, code)]
    .toSorted(([a], [b]) => a - b)
    .map(([start, end, to]) => {
      const text = code.slice(0, start) + to + code.slice(end)
      const line = code.slice(0, start).split('\n').length
      const at = (whole: string): string => (whole.split('\n')[line - 1] ?? '').trim()
      return { file, line, before: at(code), after: at(text), text }
    })
}
