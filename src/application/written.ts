import type { Views } from './languages.ts'

/** A value of a call as it stands in the source: a literal, or the expression that holds it. */
export interface Told {
  readonly value: string
  /** `false` when it is the name of a variable or another expression. */
  readonly literal: boolean
  /** The environment variable that the expression reads, when it reads one. */
  readonly env?: string
  /** The expression has a value for the case that the variable is not set. */
  readonly fallback?: true
  /** Relative to the root of the checkout, with `/`. */
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** One file that is read, and where its calls are looked for. */
export interface SourceText {
  readonly file: string
  readonly text: string
  readonly views: Views
}

/** A stretch of a text. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Characters of the arguments of one call, and of one statement, that are looked at. */
const MOST_ARGUMENTS = 4000
/** Each name among them is looked for in the whole file; the parameters of a call come first. */
const MOST_GIVEN = 5

const SEPARATOR = String.raw`["']?\)?\s{0,80}(?:=>|:=|[:=(])\s{0,80}`
/** `Optional.of("…")`, `new Uri("…")`, `Some("…")`: the value is what it holds. */
const WRAPPER = /^(?:new\s{1,20})?[\w.:]{1,60}\(\s{0,80}/
const LITERAL = /^(?:[rfub]?"([^"\n]{1,300})"|[rfub]?'([^'\n]{1,300})'|`([^`$\n]{1,300})`)/
const EXPRESSION = /^[\w$@][\w$.@:[\]"'()]{0,80}/
/** `process.env.X`, `os.environ["X"]`, `os.Getenv("X")`, `ENV.fetch("X")`, `std::env::var("X")`, … */
const ENVIRONMENT =
  /^(?:[\w$.]{0,40}\benv\.([A-Za-z_]\w{0,80})(?![\w(])|[\w$.:]{0,60}?(?:env|environ|environmentvariable)(?:(?:\.|::)\w{1,20})?\s{0,9}[[(]\s{0,9}["']([A-Za-z_]\w{0,80})["']\s{0,9}(,)?)/i
const ELSE = /^[^\n;,]{0,40}?(?:\?\?|\|\||\bor\b|unwrap_or|orElse)/

/** `name: value`, `name=value`, `.name("value")`, `"name" => value` within a span. */
export function named(name: RegExp, source: SourceText, span: Span): Told | undefined {
  const pattern = new RegExp(`${name.source}${SEPARATOR}`, name.flags)
  const within = source.views.source.slice(span.from, span.to)
  const match = pattern.exec(within)
  return match === null ? undefined : valueAt(source, span.from + match.index + match[0].length)
}

/** The value that begins at a place of the file; a name that the file sets to a literal is that literal. */
export function valueAt(source: SourceText, at: number, deep = true): Told | undefined {
  const { file, views, text } = source
  // PHP casts what it reads.
  const rest = views.source.slice(at, at + 400).replace(/^\((?:string|int)\)\s{0,9}/, '')
  const place = { file, line: lineOf(text, at) }
  const variable = ENVIRONMENT.exec(rest) ?? ENVIRONMENT.exec(rest.replace(WRAPPER, ''))
  const env = variable?.[1] ?? variable?.[2]
  if (variable !== null && env !== undefined) {
    const written = EXPRESSION.exec(rest)?.[0] ?? env
    const value = /^[\w.]+$/.test(written) ? written : env
    const other = variable[3] !== undefined || ELSE.test(rest.slice(variable[0].length))
    return { value, literal: false, env, ...(other ? { fallback: true } : {}), ...place }
  }
  const literal = LITERAL.exec(rest) ?? LITERAL.exec(rest.replace(WRAPPER, ''))
  if (literal !== null) {
    return { value: literal[1] ?? literal[2] ?? literal[3] ?? '', literal: true, ...place }
  }
  const expression = EXPRESSION.exec(/^new\s/.test(rest) ? rest.replace(WRAPPER, '') : rest)?.[0]
  if (expression === undefined) return undefined
  const set = deep && /^\w+$/.test(expression) ? assignedTo(source, expression) : undefined
  const held = set === undefined ? undefined : valueAt(source, set, false)
  if (held !== undefined && (held.literal || held.env !== undefined)) return held
  return { value: expression, literal: false, ...place }
}

/** Where the value begins that the file gives to a name: `name = `, `const name: T = `, `name := `. */
function assignedTo({ views }: SourceText, name: string): number | undefined {
  const pattern = new RegExp(
    String.raw`(?<![\w.$])\$?${name}(?:\s{0,20}:(?!=)[^=\n(]{0,60})?\s{0,20}(?::=|=(?![=>]))\s{0,80}`,
  )
  const match = pattern.exec(views.code)
  return match === null ? undefined : match.index + match[0].length
}

/**
 * The arguments of the call that opens before `open`, and the statements of the file that build what
 * it is given by name: `create(params)`, `create(**kwargs)`, `New(ctx, body)`.
 */
export function argumentsOf(source: SourceText, open: number): readonly [Span, ...Span[]] {
  const { code } = source.views
  const span = { from: open, to: balanced(code, open, () => false) }
  const given = code.slice(span.from, span.to).split(',').slice(0, MOST_GIVEN)
  const built = given.flatMap((argument): readonly Span[] => {
    const name = /^\s{0,80}(?:\*\*|\.\.\.|&)?\$?([A-Za-z_]\w{0,60})(?:\.build\(\))?\s{0,80}$/.exec(
      argument,
    )?.[1]
    const from = name === undefined ? undefined : assignedTo(source, name)
    return from === undefined ? [] : [{ from, to: balanced(code, from, endsStatement) }]
  })
  return [span, ...built]
}

/** A semicolon, or a line end that no chained call follows. */
function endsStatement(code: string, at: number): boolean {
  return (
    code[at] === ';' || (code[at] === '\n' && !/^\s*(?:\.|->|\?\.)/.test(code.slice(at, at + 80)))
  )
}

/** Where the bracket closes that was open before `from`, or where the statement ends; bounded. */
function balanced(code: string, from: number, ends: (code: string, at: number) => boolean): number {
  const end = Math.min(code.length, from + MOST_ARGUMENTS)
  let depth = 0
  for (let at = from; at < end; at += 1) {
    const sign = code[at]
    if (sign === '(' || sign === '{' || sign === '[') depth += 1
    else if (sign === ')' || sign === '}' || sign === ']') depth -= 1
    if (depth < 0 || (depth === 0 && ends(code, at))) return at
  }
  return end
}

export function lineOf(text: string, at: number): number {
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
