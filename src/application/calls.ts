import { given } from '../model/index.ts'
import { viewsOf, type Language, type Views } from './languages.ts'
import { CALL_SHAPES, PATHS, type CallShape, type Family } from './vocabulary.ts'

/** A value of a call as it stands in the source: a literal, or the expression that holds it. */
export interface Told {
  readonly value: string
  /** `false` when it is the name of a variable or another expression. */
  readonly literal: boolean
  /** From 1. */
  readonly line: number
}

/** One call of a model API in the checkout. */
export interface ApplicationCall {
  readonly endpoint: Family
  readonly library: string
  /** Relative to the root of the checkout, with `/`. */
  readonly file: string
  readonly line: number
  readonly stream?: boolean
  readonly model?: Told
  readonly baseUrl?: Told
  /** Milliseconds; where the client sets one. */
  readonly timeoutMs?: number
}

/** Characters of the arguments of one call that are looked at. */
const MOST_ARGUMENTS = 4000
/** Calls of one file that are looked at. */
const MOST_CALLS = 50

const MODEL =
  /\b(?:model|model_?name|(?:ai_?)?model_?id|deployment_?name|azure_deployment|engine|Model)\b/i
const BASE_URL =
  /\b(?:base_?url|openai_api_base|api_base|azure_?endpoint|uri_base|base_?path|withBaseURL|base_?uri)\b/i
const VALUE = String.raw`["']?\)?\s{0,80}(?:=>|:=|[:=(])\s{0,80}(?:[\w.]+\(\s{0,80})?`
const LITERAL = /^(?:[rfub]?"([^"\n]{1,300})"|[rfub]?'([^'\n]{1,300})'|`([^`$\n]{1,300})`)/
const EXPRESSION = /^[\w$@][\w$.@:[\]"'()]{0,80}/

/** The calls in one file, in the order of its lines. Never throws; linear in the text. */
export function callsIn(
  file: string,
  text: string,
  language: Language,
): readonly ApplicationCall[] {
  const views = viewsOf(text, language)
  const calls: ApplicationCall[] = []
  const taken = new Set<number>()
  const add = (at: number, shape: Pick<CallShape, 'library' | 'endpoint'>, rest: object): void => {
    const line = lineOf(text, at)
    if (taken.has(line)) return
    taken.add(line)
    calls.push({ endpoint: shape.endpoint, library: shape.library, file, line, ...rest })
  }
  const client = clientOptions(views, text)
  for (const shape of CALL_SHAPES) {
    if (!shape.needs.test(text)) continue
    for (const match of views.code.matchAll(shape.call)) {
      if (calls.length >= MOST_CALLS) break
      const { 0: written, index } = match
      const open = index + written.length
      const args = argumentsFrom(views, open)
      const other = shape.unless?.argument.test(args) === true ? shape.unless.endpoint : undefined
      const stream = streams(shape, written, args)
      const model = named(MODEL, args, text, open) ?? first(shape, args, text, open)
      add(
        open,
        { ...shape, endpoint: other ?? shape.endpoint },
        {
          ...given({ stream, model }),
          ...client,
          ...optionalBaseUrl(named(BASE_URL, args, text, open)),
        },
      )
    }
  }
  if (calls.length === 0) {
    for (const [path, endpoint] of PATHS) {
      for (const match of views.source.matchAll(path)) {
        if (calls.length >= MOST_CALLS) break
        add(match.index, { library: 'HTTP', endpoint }, {})
      }
    }
  }
  return calls.sort((a, b) => a.line - b.line)
}

/** What the constructor of the client in this file says. */
function clientOptions({ source }: Views, text: string): Partial<ApplicationCall> {
  const timeout =
    /\b(?:timeout|request_timeout)\b["']?\s{0,80}[:=]\s{0,80}(\d[\d_.]*)\s{0,80}(\*\s{0,80}1_?000)?/i.exec(
      source,
    )
  const number = Number((timeout?.[1] ?? '').replaceAll('_', ''))
  // openai-node counts milliseconds, openai-python and most others seconds.
  const timeoutMs = timeout?.[2] !== undefined || number < 1000 ? number * 1000 : number
  return {
    ...optionalBaseUrl(named(BASE_URL, source, text, 0)),
    ...(timeout === null || !(timeoutMs > 0) ? {} : { timeoutMs }),
  }
}

function optionalBaseUrl(baseUrl: Told | undefined): Pick<ApplicationCall, 'baseUrl'> {
  return baseUrl === undefined ? {} : { baseUrl }
}

function streams(shape: CallShape, written: string, args: string): boolean | undefined {
  if (shape.streams?.test(written) === true) return true
  const said = /\bstream(?:ing)?\b["']?\s{0,80}(?:=>|[:=])\s{0,80}(true|false)\b/i.exec(args)?.[1]
  return said === undefined ? undefined : said.toLowerCase() === 'true'
}

/** The text between the parentheses of a call; strings cannot unbalance them. */
function argumentsFrom({ code, source }: Views, open: number): string {
  const end = Math.min(code.length, open + MOST_ARGUMENTS)
  let depth = 1
  for (let at = open; at < end; at += 1) {
    const sign = code[at]
    if (sign === '(' || sign === '{' || sign === '[') depth += 1
    else if (sign === ')' || sign === '}' || sign === ']') depth -= 1
    if (depth === 0) return source.slice(open, at)
  }
  return source.slice(open, end)
}

/** `name: value`, `name=value`, `.name("value")`, `"name" => value`. */
function named(name: RegExp, args: string, text: string, offset: number): Told | undefined {
  const pattern = new RegExp(`${name.source}${VALUE}`, name.flags)
  const match = pattern.exec(args)
  return match === null ? undefined : valueAt(args, match.index + match[0].length, text, offset)
}

function first(shape: CallShape, args: string, text: string, offset: number): Told | undefined {
  if (shape.modelFirst !== true) return undefined
  const start = args.search(/\S/)
  const told = start === -1 ? undefined : valueAt(args, start, text, offset)
  return told?.literal === true ? told : undefined
}

function valueAt(args: string, at: number, text: string, offset: number): Told | undefined {
  const rest = args.slice(at, at + 400)
  const line = lineOf(text, offset + at)
  const literal = LITERAL.exec(rest)
  if (literal !== null) {
    return { value: literal[1] ?? literal[2] ?? literal[3] ?? '', literal: true, line }
  }
  const expression = EXPRESSION.exec(rest)?.[0]
  return expression === undefined ? undefined : { value: expression, literal: false, line }
}

function lineOf(text: string, at: number): number {
  let line = 1
  for (
    let next = text.indexOf('\n');
    next !== -1 && next < at;
    next = text.indexOf('\n', next + 1)
  ) {
    line += 1
  }
  return line
}
