import { given } from '../model/index.ts'
import { CALL_SHAPES, PATHS, type CallShape, type Family } from './vocabulary.ts'
import type { SourceText, Span, Told } from './written.ts'
import { argumentsOf, lineOf, named, valueAt } from './written.ts'

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
  /** Where the client sets one. */
  readonly timeout?: { readonly ms: number; readonly file: string; readonly line: number }
  /** Only the client or an agent is made here: any other call of this library says more. */
  readonly weak?: true
}

/** What the constructor of a client says. */
export type ClientOptions = Pick<ApplicationCall, 'baseUrl' | 'timeout'>

/** Calls of one file that are looked at. */
const MOST_CALLS = 50

const MODEL =
  /\b(?:model|model_?name|(?:ai_?)?model_?id|deployment_?name|azure_deployment|engine|Model)\b/i
const BASE_URL =
  /\b(?:(?:with_?)?base_?ur[li]|openai_api_base|api_base|azure_?endpoint|uri_base|base_?path|endpoint(?=\s{0,9}[:=]\s{0,9}new\b))\b/i
const STREAM =
  /\bstream(?:ing)?\b["']?\s{0,80}(?:=>|[:=])\s{0,80}(true|false|proc\b|lambda\b|->|method\()/i
/** A vendor whose SDK is called as OpenAI's is. */
const OTHER_VENDOR =
  /\b(?:groq|mistral(?:ai)?|together(?:_ai|-ai)?|cerebras|fireworks|anthropic|perplexity|cohere)\b/i

/** The calls in one file, in the order of its lines. Never throws; linear in the text. */
export function callsIn(
  source: SourceText,
  around: { readonly openai: boolean },
): ApplicationCall[] {
  const { file, text, views } = source
  const calls: ApplicationCall[] = []
  const taken = new Set<number>()
  const add = (at: number, rest: Omit<ApplicationCall, 'file' | 'line'>): void => {
    const line = lineOf(text, at)
    if (taken.has(line)) return
    taken.add(line)
    calls.push({ file, line, ...rest })
  }
  const client = clientOptions(source)
  // A client that another file makes is imported by any name.
  const imported = around.openai && !OTHER_VENDOR.test(text)
  for (const shape of CALL_SHAPES) {
    if (!shape.needs.test(text) && !(imported && shape.library === 'openai')) continue
    for (const match of views.code.matchAll(withAliases(shape, views.code))) {
      if (calls.length >= MOST_CALLS) break
      const { 0: written, index } = match
      const open = index + written.length
      const spans = argumentsOf(source, open)
      const args = spans.map(({ from, to }) => views.source.slice(from, to)).join('\n')
      const other = shape.unless?.argument.test(args) === true ? shape.unless.endpoint : undefined
      const stream = shape.streams?.test(written) === true ? true : streams(args)
      const model = inOne(MODEL, source, spans) ?? first(shape, source, spans[0])
      const baseUrl = inOne(BASE_URL, source, spans)
      add(open, {
        endpoint: other ?? shape.endpoint,
        library: shape.library === 'openai' && file.endsWith('.php') ? 'openai-php' : shape.library,
        ...given({ stream, model: model && withoutProvider(shape.library, model) }),
        ...client,
        ...given({ baseUrl, weak: shape.weak }),
      })
    }
  }
  if (calls.length === 0) {
    for (const [path, endpoint] of PATHS) {
      for (const match of views.source.matchAll(path)) {
        if (calls.length >= MOST_CALLS) break
        add(match.index, {
          endpoint,
          library: 'HTTP',
          ...plainCall(source, match.index),
          ...client,
        })
      }
    }
  }
  return calls.sort((a, b) => a.line - b.line)
}

/** Each is a word of the pattern that the whole file is searched with. */
const MOST_NAMES = 10

/** Names that the file gives to what makes the call: `const provider = createOpenAI(…)`. */
function withAliases(shape: CallShape, code: string): RegExp {
  const { aliases, call } = shape
  if (aliases === undefined) return call
  const names = [...code.matchAll(aliases.made)].slice(0, MOST_NAMES).map(([, name]) => name)
  const instead = [aliases.instead, ...names].join('|')
  return new RegExp(call.source.replace(aliases.instead, instead), call.flags)
}

function inOne(name: RegExp, source: SourceText, spans: readonly Span[]): Told | undefined {
  for (const span of spans) {
    const told = named(name, source, span)
    if (told !== undefined) return told
  }
  return undefined
}

/** What the constructor of the client in this file says. */
export function clientOptions(source: SourceText): ClientOptions {
  const { views } = source
  const baseUrl = named(BASE_URL, source, { from: 0, to: views.source.length })
  return given({ baseUrl, timeout: timeoutIn(source) })
}

const TIMEOUT =
  /\b(?:(?:request_?)?timeout\b["']?\s{0,80}(?:=>|[:=(])\s{0,80}(?:\w{1,20}\.Timeout\(|Duration\.of(?:Seconds|Millis)\(|TimeSpan\.From(?:Seconds|Milliseconds)\(|Duration::from_(?:secs|millis)\()?|WithRequestTimeout\(\s{0,9}|AbortSignal\.timeout\(\s{0,9}())(\d[\d_.]{0,12})\s{0,9}(\*\s{0,9}(?:1_?000\b|time\.Second))?/i

/** Milliseconds: openai-node and `AbortSignal` count them, openai-python and most others count seconds. */
function timeoutIn({ file, text, views }: SourceText): ApplicationCall['timeout'] {
  const timeout = TIMEOUT.exec(views.source)
  if (timeout === null) return undefined
  const number = Number((timeout[2] ?? '').replaceAll('_', ''))
  const inMs = timeout[1] !== undefined || /millis/i.test(timeout[0])
  const ms = !inMs && (timeout[3] !== undefined || number < 1000) ? number * 1000 : number
  const line = lineOf(text, timeout.index + timeout[0].lastIndexOf(timeout[2] ?? ''))
  return ms > 0 ? { ms, file, line } : undefined
}

function streams(args: string): boolean | undefined {
  const said = STREAM.exec(args)?.[1]
  return said === undefined ? undefined : said.toLowerCase() !== 'false'
}

function first(shape: CallShape, source: SourceText, { from, to }: Span): Told | undefined {
  if (shape.modelFirst !== true) return undefined
  const start = source.views.source.slice(from, to).search(/\S/)
  const told = start === -1 ? undefined : valueAt(source, from + start)
  return told?.literal === true || told?.env !== undefined ? told : undefined
}

/** LiteLLM and what is built on it name the provider before the model; the API does not know it. */
function withoutProvider(library: string, model: Told): Told {
  const names = ['litellm', 'dspy', 'langchain', 'instructor', 'openai-agents', 'pydantic-ai']
  if (!model.literal || !names.includes(library)) return model
  return { ...model, value: model.value.replace(/^(?:litellm\/)?(?:openai|azure)[/:]/, '') }
}

const SHELL = /\.(?:ba)?sh$/

/** A variable that a script does not set comes from its environment. */
function inShell(name: string, place: Pick<Told, 'file' | 'line'>): Told {
  return { value: name, literal: false, env: name, ...place }
}

/** A path in a string: what stands around it is the rest of the request. */
function plainCall(source: SourceText, at: number): Partial<ApplicationCall> {
  const { source: text } = source.views
  const span = { from: Math.max(0, at - 1500), to: Math.min(text.length, at + 1500) }
  const around = text.slice(span.from, span.to)
  const stream = streams(around)
  const model = named(MODEL, source, span)
  const before = text.slice(Math.max(0, at - 300), at)
  const host = /https?:\/\/[^\s"'`<>]{1,200}$/i.exec(before)
  const variable = /\$?\{(\w{1,60})\}$|\b(\w{1,60})\s{0,9}[+.]\s{0,9}["'`]$|\$(\w{1,60})$/.exec(
    before,
  )
  const name = variable?.[1] ?? variable?.[2] ?? variable?.[3]
  const place = { file: source.file, line: lineOf(source.text, at) }
  const set =
    name === undefined
      ? undefined
      : named(new RegExp(String.raw`(?<![\w.])${name}`), source, { from: 0, to: text.length })
  const baseUrl =
    host !== null
      ? { value: host[0], literal: true, ...place }
      : (set ?? (SHELL.test(source.file) && name !== undefined ? inShell(name, place) : undefined))
  return given({ stream, model, baseUrl })
}
