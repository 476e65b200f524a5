import { RegExpParser, type AST } from '@eslint-community/regexpp'
import { given } from '../../model/index.ts'
/**
 * Words of which every text that matches a pattern holds at least one, in lower case, as the bytes
 * of UTF-8: what a log is searched for before the pattern runs. The method of RE2's prefilter and of
 * Russ Cox's trigram index (swtch.com/~rsc/regexp/regexp4.html), with whole words. Computed when
 * `dist` is built. Empty where a pattern needs none.
 */
export function requiredWords({ source, unicode }: RegExp): readonly string[] {
  const { alternatives } = new RegExpParser().parsePattern(source, 0, source.length, unicode)
  return needed(alternation(alternatives)) ?? []
}

/** Few texts, each of which may be what stands there. */
type Texts = readonly string[]

/** What a part of a pattern matches. */
interface Part {
  /** All its texts, where they are few. */
  readonly exact?: Texts
  /** Each of its texts begins with one of these. */
  readonly begins?: Texts
  /** Each of its texts holds one of these. */
  readonly holds?: Texts
}

const NOTHING: Part = { exact: [''] }
const ANYTHING: Part = {}
/** Words that one pattern may be found by. */
const MOST = 64
/** A word that would be too short may be one of more. */
const MOST_EXTENDED = 100
const MOST_ALTERNATIVES = 160
/** A longer word is not found any faster; more words are found more slowly. */
const LONG_ENOUGH = 10

function needed({ exact, begins, holds }: Part): Texts | undefined {
  return better(better(exact, begins), holds)
}

function alternation(alternatives: readonly AST.Alternative[]): Part {
  const parts = alternatives.map(sequence)
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  return partOf(
    union(
      parts.map(({ exact }) => exact),
      MOST,
    ),
    union(
      parts.map(({ exact, begins }) => exact ?? begins),
      MOST,
    ),
    union(parts.map(needed), MOST_ALTERNATIVES),
  )
}

function sequence({ elements }: AST.Alternative): Part {
  let run: Texts = ['']
  let begins: Texts | undefined
  let holds: Texts | undefined
  for (const part of elements.map(partIn)) {
    const joined = product(run, part.exact)
    const grows = joined !== undefined && joined.length > run.length
    if (joined !== undefined && !(grows && shortest(run) === LONG_ENOUGH)) {
      run = joined
      continue
    }
    const reached = product(run, part.exact ?? part.begins) ?? extended(run, part)
    begins ??= reached
    holds = better(better(holds, reached), part.holds)
    run = part.exact ?? ['']
  }
  if (begins === undefined) return { exact: run }
  return partOf(undefined, begins, better(holds, run))
}

function extended(run: Texts, { exact, begins }: Part): Texts {
  for (const length of [4, 3, 2, 1]) {
    const heads = (exact ?? begins)?.map((text) => text.slice(0, length))
    const longer = product(run, heads && [...new Set(heads)], MOST_EXTENDED)
    if (longer !== undefined) return longer
  }
  return run
}

function partIn(element: AST.Element): Part {
  switch (element.type) {
    case 'Assertion':
      return NOTHING
    case 'Group':
    case 'CapturingGroup':
      return alternation(element.alternatives)
    case 'Quantifier':
      return repeated(element)
    case 'Character':
      return { exact: [bytesOf(String.fromCodePoint(element.value))] }
    case 'CharacterClass': {
      // A class of a few plain characters; others are anything.
      const characters = element.elements.flatMap((one) =>
        one.type === 'Character' ? [bytesOf(String.fromCodePoint(one.value))] : [],
      )
      const few = characters.length === element.elements.length && characters.length <= 12
      return few && !element.negate ? { exact: [...new Set(characters)] } : ANYTHING
    }
    case 'CharacterSet':
      return element.kind === 'digit' && !element.negate ? { exact: DIGITS } : ANYTHING
    case 'Backreference':
    case 'ExpressionCharacterClass':
      return ANYTHING
  }
}

const DIGITS = Array.from('0123456789')

function repeated({ element, min, max }: AST.Quantifier): Part {
  const part = partIn(element)
  if (min === 0) {
    return max === 1 && part.exact !== undefined
      ? { exact: [...new Set(['', ...part.exact])] }
      : ANYTHING
  }
  let run: Texts = ['']
  let count = 0
  for (; count < min; count += 1) {
    const longer = product(run, part.exact)
    if (longer === undefined) break
    run = longer
  }
  if (count === min && min === max) return { exact: run }
  return partOf(undefined, count === 0 ? part.begins : run, better(part.exact, part.holds))
}

/** The bytes of a character, one for each unit of the text; A–Z as a–z. */
function bytesOf(char: string): string {
  return char <= '~' ? char.toLowerCase() : Buffer.from(char, 'utf8').toString('latin1')
}

function partOf(exact?: Texts, begins?: Texts, holds?: Texts): Part {
  return given({ exact, begins, holds })
}

function product(left: Texts, right: Texts | undefined, most = MOST): Texts | undefined {
  if (right === undefined || left.length * right.length > most) return undefined
  return [...new Set(left.flatMap((head) => right.map((tail) => head + tail)))]
}

function union(lists: readonly (Texts | undefined)[], most: number): Texts | undefined {
  const found = new Set<string>()
  for (const list of lists) {
    if (list === undefined) return undefined
    for (const one of list) found.add(one)
  }
  return found.size > most ? undefined : [...found]
}

/** Long words before short ones, few before many. */
function better(a: Texts | undefined, b: Texts | undefined): Texts | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const [one, other] = [shortest(a), shortest(b)]
  return one > other || (one === other && a.length <= b.length) ? a : b
}

function shortest(words: Texts): number {
  return Math.min(LONG_ENOUGH, ...words.map(({ length }) => length))
}
