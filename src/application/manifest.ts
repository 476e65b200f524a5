import { fields, type Client } from '../model/index.ts'

/** A package that a manifest or lock file of the checkout names. */
export interface Mention {
  readonly client: Client
  readonly path: string
  /** Normalised name of the package; empty where the file only shows the language. */
  readonly package: string
  /** Version or range as written, without blanks; empty when there is none. */
  readonly version: string
  /**
   * `manifest`: somebody asked for it. `lock`: it is installed, perhaps for another package.
   * `language`: the file is there and names no library of the API. `call`: the source of the call itself.
   */
  readonly in: 'manifest' | 'lock' | 'language' | 'call'
}

/** Packages with their versions, as a file writes them. */
export type Named = readonly (readonly [name: string, version: string])[]

export interface ManifestReader {
  readonly client: Client
  readonly in: 'manifest' | 'lock'
  /** Of the path. */
  readonly file: RegExp
  /** What it names, libraries of the API or not. May throw on garbage. */
  readonly read: (text: string) => Named
  /** The file shows the language of the application even when it names no library of the API. */
  readonly speaks?: true
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function parsedJson(text: string): Readonly<Record<string, unknown>> {
  return fields(JSON.parse(text.replace(/^\uFEFF/, '')))
}

/** Characters: nobody writes a dependency on a longer line, and no pattern meets a longer text. */
export const LONGEST_LINE = 1000

/**
 * The lines of a stranger's file, without what ends them; a line that no person wrote is empty. One
 * pass, and every pattern of the readers sees one short line: the time is linear in the file.
 */
export function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    const line = to - from > LONGEST_LINE ? '' : text.slice(from, to)
    yield line.endsWith('\r') ? line.slice(0, -1) : line
    from = to + 1
  }
}

/** What `read` finds on each line. */
export function eachLine(text: string, read: (line: string) => Named): Named {
  const found: (readonly [string, string])[] = []
  for (const line of linesOf(text)) found.push(...read(line))
  return found
}

/** Each match on a line captures a name, and a version where there is one. */
export const onLines =
  (pattern: RegExp) =>
  (text: string): Named =>
    eachLine(text, (line) =>
      [...line.matchAll(pattern)].map(([, name = '', version = '']) => [name, version]),
    )

/**
 * Lock files that write the name of a package on one line and its version on a later one: the first
 * pattern captures the name, the second the version of the name before it.
 */
export const belowNames =
  (name: RegExp, version: RegExp) =>
  (text: string): Named => {
    let above: string | undefined
    return eachLine(text, (line) => {
      const own = name.exec(line)
      if (own !== null) above = own[1] ?? ''
      const said = above === undefined ? undefined : version.exec(line)?.[1]
      if (above === undefined || said === undefined) return []
      const pair = [above, said] as const
      above = undefined
      return [pair]
    })
  }
