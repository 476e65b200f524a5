import { readFileSync } from 'node:fs'
import type * as v from 'valibot'
import * as factSchemas from '../src/model/facts.ts'
import * as packetSchemas from '../src/model/packet.ts'
import * as parts from '../src/model/schema.ts'

type Schema = v.GenericSchema

const FILES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  facts: factSchemas,
  packet: packetSchemas,
}

/** The types that have a name: `export type Verdict = Of<typeof verdict>` names a schema. */
const NAMED = /^export type (\w+) = Of<typeof (\w+)>$/gm

/** What the library keeps of a schema, by its kind. */
interface Kept {
  readonly type: string
  readonly pipe?: readonly [Schema, ...{ readonly type?: string; readonly description?: string }[]]
  readonly entries: v.ObjectEntries
  readonly item: Schema
  readonly options: readonly (Schema | string | number)[]
  readonly wrapped?: Schema
  readonly literal: unknown
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const keptOf = (schema: object): Kept => schema as unknown as Kept

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema'

/**
 * The declarations of src/model/facts.ts and packet.ts, as a person would write them: what the
 * compiler declares of schemas is 250 KB of generics that nobody can read.
 */
export function modelTypes(name: 'facts' | 'packet'): string {
  const names = new Map<unknown, string>([
    [parts.code, 'Code'],
    [parts.client, 'Client'],
  ])
  const own: string[] = []
  for (const [file, schemas] of Object.entries(FILES)) {
    for (const [, type = '', constant = ''] of sourceOf(file).matchAll(NAMED)) {
      const schema = schemas[constant]
      if (!isSchema(schema)) throw new Error(`src/model/${file}.ts does not export ${constant}`)
      names.set(schema, type)
      if (file === name) own.push(`export type ${type} = ${written(schema, names, true)}`)
    }
  }
  const others = name === 'packet' ? factTypes() : []
  const head = [
    "import type { Client, Code } from './words.ts'",
    ...(others.length === 0 ? [] : [`import type { ${others.join(', ')} } from './facts.ts'`]),
  ]
  return (
    [...head, ...own, ...(name === 'facts' ? factsOf(names) : [OBSERVATION(names)])].join('\n\n') +
    '\n'
  )
}

function sourceOf(file: string): string {
  return readFileSync(`src/model/${file}.ts`, 'utf8')
}

function factTypes(): readonly string[] {
  const all = [...sourceOf('facts').matchAll(NAMED)].map(([, type = '']) => type)
  return [...all, 'FactsOf', 'ProbeId']
}

function factsOf(names: ReadonlyMap<unknown, string>): readonly string[] {
  const rows = Object.entries(factSchemas.FACTS).map(
    ([probe, schema]) => `  readonly '${probe}': ${written(schema, names, false, '  ')}`,
  )
  return [
    `export interface FactsOf {\n${rows.join('\n')}\n}`,
    'export type ProbeId = keyof FactsOf',
  ]
}

const OBSERVATION = (names: ReadonlyMap<unknown, string>): string =>
  `export type PacketObservation<P extends ProbeId = ProbeId> = {
  readonly [Q in P]: ${fieldsOf(packetSchemas.observed, names, '  ').slice(0, -1).trimEnd()}
    readonly probe: Q
    /** As much as was seen; nothing of what was skipped. */
    readonly facts: Partial<FactsOf[Q]>
    readonly at?: ${written(packetSchemas.at, names, false, '    ')}
  }
}[P]`

/** A schema as TypeScript writes its type; by its name where it has one, unless this is its own line. */
function written(
  schema: Schema,
  names: ReadonlyMap<unknown, string>,
  whole: boolean,
  indent = '',
): string {
  const read = keptOf(schema)
  const { pipe } = read
  const name = whole ? undefined : names.get(schema)
  if (name !== undefined) return name
  if (pipe !== undefined && pipe[0] !== schema) return written(pipe[0], names, whole, indent)
  switch (read.type) {
    case 'object':
      return fieldsOf(read.entries, names, indent)
    case 'array': {
      const item = written(read.item, names, false, indent)
      return /[ |]/.test(item) && !item.startsWith('{')
        ? `readonly (${item})[]`
        : `readonly ${item}[]`
    }
    case 'picklist':
      return read.options.map((one) => JSON.stringify(one).replaceAll('"', "'")).join(' | ')
    case 'union':
      return read.options
        .map((one) => (isSchema(one) ? written(one, names, false, indent) : ''))
        .join(' | ')
    case 'literal':
      return JSON.stringify(read.literal).replaceAll('"', "'")
    case 'record':
      return 'Readonly<Record<string, string>>'
    case 'variant':
      return 'PacketObservation'
    case 'optional':
    case 'exact_optional':
      return read.wrapped === undefined ? 'unknown' : written(read.wrapped, names, false, indent)
    default:
      return read.type
  }
}

function fieldsOf(
  entries: v.ObjectEntries,
  names: ReadonlyMap<unknown, string>,
  indent: string,
): string {
  const lines = Object.entries(entries).map(([key, schema]) => {
    const optional = schema.type === 'exact_optional' ? '?' : ''
    const said = sentenceOf(schema)
    const comment = said === '' ? '' : `${indent}  /** ${said} */\n`
    const property = /^[a-zA-Z]\w*$/.test(key) ? key : `'${key}'`
    const type = written(schema, names, false, `${indent}  `)
    return `${comment}${indent}  readonly ${property}${optional}: ${type}`
  })
  return `{\n${lines.join('\n')}\n${indent}}`
}

function sentenceOf(schema: object): string {
  const { wrapped, pipe } = keptOf(schema)
  if (wrapped !== undefined) return sentenceOf(wrapped)
  const said = pipe?.slice(1).findLast(({ type }) => type === 'description')
  return said !== undefined && 'description' in said ? (said.description ?? '') : ''
}
