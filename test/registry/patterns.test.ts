import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../src')

/** A pattern literal behind what cannot end an expression, so that no division is taken for one. */
const LITERAL =
  /(?:[(,=:[!&|?{};\n]|=>|\breturn)\s*\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuvy]*)/g

interface Literal {
  readonly file: string
  readonly source: string
  readonly flags: string
}

function literalsOf(file: string): readonly Literal[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
  return [...text.matchAll(LITERAL)].flatMap(([, source = '', flags = '']) => {
    try {
      return [{ file, source: new RegExp(source, flags).source, flags }]
    } catch {
      return []
    }
  })
}

/** Long enough that a cubic pattern takes seconds, and a quadratic one some milliseconds. */
const LENGTH = 2000
const MOST_MS = 150

/** What its own repetitions take: characters of its classes and words, alone and in pairs. */
function attacks(source: string): readonly string[] {
  const words = source.replaceAll(/\\[a-zA-Z]|\(\?<?[:=!]|[\\^$.*+?()[\]{}|]/g, ' ').split(/\s+/)
  const letters = source.replaceAll(/\\[a-zA-Z]|[\\^$*+?()[\]{}|]/g, '').split('')
  const pumps = new Set([' ', 'a', '0', 'A', '-', '.', '\n', '\t', 'a ', 'a.', '0.', ...letters])
  for (const word of words) if (word.length > 1) pumps.add(word)
  return [...pumps].slice(0, 40).flatMap((pump) => {
    const body = pump.repeat(Math.ceil(LENGTH / pump.length))
    return words.slice(0, 2).flatMap((head) => [`${body}\u0001`, `${head}${body}\u0001`])
  })
}

/** Milliseconds of the slowest; a pattern that does not end is ended. */
const slowest = new vm.Script(`(() => {
  let most = 0
  for (const text of texts) {
    const began = now()
    const pattern = new RegExp(source, flags)
    pattern.test(text)
    most = Math.max(most, now() - began)
  }
  return most
})()`)

function measure({ source, flags }: Literal): number {
  const texts = [...new Set(attacks(source))]
  const context = vm.createContext({ texts, source, flags, now: () => performance.now() })
  try {
    const most: unknown = slowest.runInContext(context, { timeout: 1500 })
    return typeof most === 'number' ? most : Infinity
  } catch {
    return Infinity
  }
}

test('the scan sees a pattern that backtracks without end, and a cubic one', () => {
  const bad = [String.raw`^(?:a+)+$`, String.raw`\s*\s*\s*x`].map((source) => ({
    file: '',
    flags: '',
    source,
  }))
  for (const one of bad) expect(measure(one)).toBeGreaterThan(MOST_MS)
}, 30_000)

test('no pattern of the source backtracks more than quadratically', () => {
  const all = globSync('**/*.ts', { cwd: ROOT }).flatMap(literalsOf)
  const unique = [...new Map(all.map((one) => [`${one.source}/${one.flags}`, one])).values()]
  expect(unique.length).toBeGreaterThan(500)
  // A busy machine is given a second look.
  const slow = unique.filter((one) => measure(one) > MOST_MS && measure(one) > MOST_MS)
  expect(slow).toEqual([])
}, 60_000)
