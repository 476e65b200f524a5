import { entryOf, type SettingProblem } from '../model/index.ts'
import type { Document, Node } from 'yaml'
import type * as YamlPackage from 'yaml'
import { fatal } from './problem.ts'

/** The package, as an argument: it costs 8 ms of CPU at start, and most runs have no such file. */
export type Yaml = typeof YamlPackage

/** A value of the file with the place of its key. */
export interface ConfigNode {
  readonly value: Node | null
  readonly keyOffset: number
}

/** The YAML file as positions and plain texts; nobody else touches the package. */
export interface ConfigDocument {
  readonly root: ConfigNode
  /** `file:line:column` of the value, or of its key. */
  readonly at: (node: ConfigNode, part?: 'key' | 'value') => string
  /** Of a map, in the order of the file; nothing when it is none. An empty value is an empty map. */
  readonly entries: (
    node: ConfigNode,
  ) => readonly { readonly key: string; readonly node: ConfigNode }[] | undefined
  readonly items: (node: ConfigNode) => readonly ConfigNode[] | undefined
  /** Of a scalar, as it is written; the empty string for null, nothing for a map or list. */
  readonly text: (node: ConfigNode) => string | undefined
}

/** Own words for the codes of the package: its messages quote the file, which may hold a key. */
const MEANING: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the indentation does not fit the lines around it',
  TAB_AS_INDENT: 'a tab is used for indentation',
  DUPLICATE_KEY: 'the same key appears here twice',
  MULTIPLE_DOCS: 'the file holds several documents',
  MISSING_CHAR: 'a closing quote, bracket or comma is missing',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines; a colon or quote is probably missing',
  BLOCK_AS_IMPLICIT_KEY: 'a value begins where none is allowed; the text may need quotes',
  UNEXPECTED_TOKEN: 'there is something here that does not belong here',
  BAD_ALIAS: 'an alias is malformed',
}

export function parseConfigDocument(
  text: string,
  file: string,
  yaml: Yaml,
): ConfigDocument | { readonly problem: SettingProblem } {
  const lines = new yaml.LineCounter()
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`
  }
  const broken = (offset: number, what: string, code: string): { problem: SettingProblem } => ({
    problem: fatal(
      code === 'DUPLICATE_KEY' ? 'config.file_duplicate_key' : 'config.file_invalid',
      place(offset),
      { message: `The file is not valid YAML: ${what}.`, fix: `Fix ${place(offset)}.` },
    ),
  })
  let document: Document.Parsed
  let fault: Fault | undefined
  try {
    document = yaml.parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
      // The package compares every key with every other: 40,000 of them took it 49 s.
      uniqueKeys: false,
    })
    fault = firstFault(document, yaml)
  } catch {
    // The package recurses; a file of ten thousand brackets overflows its stack.
    return broken(0, 'it is nested too deeply', 'DEPTH')
  }
  const error = document.errors[0]
  if (error !== undefined) {
    return broken(
      error.pos[0],
      entryOf(MEANING, error.code) ?? 'it cannot be read from here on',
      error.code,
    )
  }
  if (fault !== undefined) return broken(fault.offset, fault.wrong, fault.code)
  return view(document, place, yaml)
}

/** Each alias costs a walk through the file. */
const MOST_ALIASES = 200
/** A thousand routes with every setting have fewer. */
const MOST_KEYS = 20_000

interface Fault {
  readonly offset: number
  readonly wrong: string
  readonly code: string
}

function firstFault(document: Document.Parsed, { isScalar, visit }: Yaml): Fault | undefined {
  let aliases = 0
  let keys = 0
  let fault: Fault | undefined
  visit(document, {
    Alias: (_, node) => {
      const offset = node.range?.[0] ?? 0
      aliases += 1
      if (aliases > MOST_ALIASES)
        fault = { offset, wrong: `it has more than ${MOST_ALIASES} aliases`, code: 'BAD_ALIAS' }
      else if (node.resolve(document) === undefined) {
        const wrong = 'an alias (*name) has no anchor (&name) before it'
        fault = { offset, wrong, code: 'BAD_ALIAS' }
      }
      return fault === undefined ? undefined : visit.BREAK
    },
    Map: (_, { items, range }) => {
      keys += items.length
      if (keys > MOST_KEYS) {
        const wrong = `it has more than ${MOST_KEYS} keys`
        fault = { offset: range?.[0] ?? 0, wrong, code: 'TOO_MANY' }
        return visit.BREAK
      }
      const seen = new Set<unknown>()
      const twice = items.find(({ key }) => {
        if (!isScalar(key) || !seen.has(key.value)) {
          if (isScalar(key)) seen.add(key.value)
          return false
        }
        return true
      })
      if (twice === undefined || !isScalar(twice.key)) return undefined
      const wrong = entryOf(MEANING, 'DUPLICATE_KEY') ?? ''
      fault = { offset: twice.key.range?.[0] ?? 0, wrong, code: 'DUPLICATE_KEY' }
      return visit.BREAK
    },
  })
  return fault
}

function view(
  document: Document.Parsed,
  place: (offset: number) => string,
  { isAlias, isMap, isScalar, isSeq }: Yaml,
): ConfigDocument {
  const isNode = (value: unknown): value is Node =>
    isAlias(value) || isMap(value) || isScalar(value) || isSeq(value)
  const resolved = (node: ConfigNode): Node | null => {
    if (!isAlias(node.value)) return node.value
    return node.value.resolve(document) ?? null
  }
  const offset = (node: ConfigNode): number => node.value?.range?.[0] ?? node.keyOffset
  const child = (value: unknown, keyOffset: number): ConfigNode => ({
    value: isNode(value) ? value : null,
    keyOffset,
  })
  return {
    root: { value: document.contents, keyOffset: 0 },
    at: (node, part = 'value') => place(part === 'key' ? node.keyOffset : offset(node)),
    entries: (node) => {
      const value = resolved(node)
      if (value === null || (isScalar(value) && value.value === null)) return []
      if (!isMap(value)) return undefined
      return value.items.map((pair) => {
        const keyOffset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : offset(node)
        return {
          key: isScalar(pair.key) ? scalarText(pair.key) : '',
          node: child(pair.value, keyOffset),
        }
      })
    },
    items: (node) => {
      const value = resolved(node)
      if (!isSeq(value)) return undefined
      return value.items.map((item) =>
        child(item, isNode(item) ? (item.range?.[0] ?? 0) : offset(node)),
      )
    },
    text: (node) => {
      const value = resolved(node)
      if (value === null) return ''
      return isScalar(value) ? scalarText(value) : undefined
    },
  }
}

/** Numbers and booleans as they are written: 2024-10 must not turn into 2014. */
function scalarText(scalar: { readonly value: unknown; readonly source?: string }): string {
  if (scalar.value === null) return ''
  if (typeof scalar.value === 'string') return scalar.value
  return scalar.source ?? JSON.stringify(scalar.value) ?? ''
}
