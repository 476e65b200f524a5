import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../src')

/** A pattern literal behind what cannot end an expression, so that no division is taken for one. */
const LITERAL =
  /(?:[(,=:[!&|?{};\n]|=>|\breturn)\s*\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuvy]*)/g

interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

function literalsOf(file: string): readonly Pattern[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
  return [...text.matchAll(LITERAL)].flatMap(([, source = '', flags = '']) => {
    try {
      return [{ file, source: new RegExp(source, flags).source, flags }]
    } catch {
      return []
    }
  })
}

/**
 * Patterns that the source makes of strings, and the place of each. A child process loads all of the
 * source with a constructor that keeps account.
 */
function madeOfStrings(): readonly (Pattern & { readonly at: string })[] {
  const made = execFileSync(process.execPath, [join(import.meta.dirname, 'made-patterns.ts')], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const list: readonly (Omit<Pattern, 'file'> & { readonly at: string })[] = JSON.parse(made)
  return list.map((one) => ({ ...one, file: one.at }))
}

/** Long enough that a quadratic pattern takes hundreds of milliseconds, and a linear one less than one. */
const LENGTH = 40_000
const MOST_MS = 80

/**
 * Quadratic, and short texts only: how many characters at most, and what cuts them. With as many, a
 * pattern must be as fast as the others.
 */
const SHORT_TEXTS: Readonly<Record<string, readonly [most: number, why: string]>> = {
  [String.raw`\/zoneinfo\/([A-Za-z]\w*(?:\/[\w+-]+)*)$`]: [4096, 'the target of a link: PATH_MAX'],
  [String.raw`([A-Za-z_$][\w$]*|this\.#?[\w$]+)\s*(?:\?\?|\|\|)?=(?![=>])[^=]{0,200}$`]: [
    400,
    'browser/surroundings.ts cuts an item',
  ],
  [String.raw`[A-Za-z0-9.-]*$`]: [120, 'browser/calls.ts: before a host'],
  [String.raw`(?:\bnew\s+)?[\w$.?#]*$`]: [80, 'browser/surroundings.ts cuts what leads'],
  [String.raw`(?:axios|ky|http)\w*\.(?:create|extend|request)$`]: [80, 'the same'],
  [String.raw`(?:\breturn|=>)\s*\(?\s*$`]: [400, 'browser/surroundings.ts cuts an item'],
  [String.raw`[a-z0-9-]*(?:\.(?:openai|cognitiveservices|services|inference|models)[a-z.]*)$`]: [
    120,
    'browser/keys.ts: before a host',
  ],
  [String.raw`([A-Za-z_$][\w$]*)\s{0,9}=\s{0,9}$`]: [300, 'browser/literals.ts: before a list'],
}

/** What its own repetitions take: characters of its classes and words, alone and in pairs. */
function attacks(source: string, length: number): readonly string[] {
  const words = source.replaceAll(/\\[a-zA-Z]|\(\?<?[:=!]|[\\^$.*+?()[\]{}|]/g, ' ').split(/\s+/)
  const letters = source.replaceAll(/\\[a-zA-Z]|[\\^$*+?()[\]{}|]/g, '').split('')
  const pumps = new Set([' ', 'a', '0', 'A', '-', '.', '\n', '\t', 'a ', 'a.', '0.', ...letters])
  for (const word of words) if (word.length > 1) pumps.add(word)
  const texts = [...pumps].slice(0, 40).flatMap((pump) => {
    const body = pump.repeat(Math.ceil(length / pump.length))
    return words.slice(0, 2).flatMap((head) => [body, `${body}\u0001`, `${head}${body}\u0001`])
  })
  return [...new Set(texts)]
}

/** Milliseconds of the slowest, or of the first that is too slow; a pattern that does not end is ended. */
const slowest = new vm.Script(`(() => {
  let slow = 0
  // V8 interprets a pattern once before it compiles it.
  for (const warm of ['1', '2']) new RegExp(source, flags).test(warm)
  for (const text of texts) {
    const began = now()
    new RegExp(source, flags).test(text)
    slow = Math.max(slow, now() - began)
    if (slow > most) break
  }
  return slow
})()`)

function measure({ source, flags }: Pattern): number {
  const texts = attacks(source, SHORT_TEXTS[source]?.[0] ?? LENGTH)
  // The clock of this thread: other work of the machine does not count.
  const now = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  const context = vm.createContext({ texts, source, flags, now, most: MOST_MS })
  try {
    const slow: unknown = slowest.runInContext(context, { timeout: 1000 })
    return typeof slow === 'number' ? slow : Infinity
  } catch {
    return Infinity
  }
}

/** Slow three times: a busy machine is once. */
function isSlow(pattern: Pattern): boolean {
  return [1, 2, 3].every(() => measure(pattern) > MOST_MS)
}

test('the scan sees a pattern without end, a cubic and a quadratic one', () => {
  for (const source of [String.raw`^(?:a+)+$`, String.raw`\s*\s*\s*x`, String.raw`\/+$`, 'a.*b']) {
    expect([source, isSlow({ file: '', flags: '', source })]).toEqual([source, true])
  }
  expect(isSlow({ file: '', flags: '', source: String.raw`(?<!\/)\/+$` })).toBe(false)
}, 60_000)

test('no pattern of the source backtracks more than linearly on a text of any length', () => {
  const literals = globSync('**/*.ts', { cwd: ROOT }).flatMap(literalsOf)
  const made = madeOfStrings()
  const all = [...literals, ...made]
  const unique = [...new Map(all.map((one) => [`${one.source}/${one.flags}`, one])).values()]
  expect(unique.length).toBeGreaterThan(1200)
  expect(unique.filter(isSlow)).toEqual([])
  const known = new Set(unique.map(({ source }) => source))
  expect(Object.keys(SHORT_TEXTS).filter((source) => !known.has(source))).toEqual([])
}, 120_000)

test('no place that makes a pattern of a string is passed over', () => {
  const seen = new Set(madeOfStrings().map(({ at }) => at))
  const places = globSync('**/*.ts', { cwd: ROOT }).flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      // A copy of a pattern is that pattern.
      .flatMap((line, index) =>
        /new RegExp\((?!\w+\.source, )/.test(line) ? [`${file}:${index + 1}`] : [],
      ),
  )
  expect(places.length).toBeGreaterThan(20)
  expect(places.filter((place) => !seen.has(place))).toEqual([])
}, 60_000)
