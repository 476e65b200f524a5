import type { InsideProblem } from './problem.ts'

export type CommandPrefix =
  | { readonly argv: readonly [string, ...string[]] }
  | { readonly problem: InsideProblem }

const EXAMPLE = 'for example: docker exec -i app'

/**
 * The command prefix as words. Quotes and backslashes group words as POSIX shells do (§2.2); nothing
 * is expanded, and no shell is started here: `$`, `;`, `|` and `*` are plain characters.
 */
export function splitPrefix(text: string): CommandPrefix {
  const words: string[] = []
  let word: string | undefined
  let quote = ''
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    const next = text.charAt(at + 1)
    if (quote === "'") {
      if (character === "'") quote = ''
      else word = `${word ?? ''}${character}`
    } else if (character === '\\' && next !== '' && (quote === '' || '"\\$`'.includes(next))) {
      word = `${word ?? ''}${next}`
      at += 1
    } else if (quote === '"') {
      if (character === '"') quote = ''
      else word = `${word ?? ''}${character}`
    } else if (character === '"' || character === "'") {
      quote = character
      word ??= ''
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = `${word ?? ''}${character}`
  }
  if (quote !== '') {
    const what = `${quote === '"' ? 'a double' : 'a single'} quotation mark that is not closed`
    return invalid(`has ${what}`, 'Close the quotation mark in the setting inside.')
  }
  if (word !== undefined) words.push(word)
  const [program, ...rest] = words
  if (program === undefined || program === '') {
    const fix = `Write the command that starts a process in the target, ${EXAMPLE}.`
    return invalid('names no command', fix)
  }
  if (words.some((one) => one.includes('\0'))) {
    return invalid('has a NUL character', 'Write the setting inside again as plain text.')
  }
  return { argv: [program, ...rest] }
}

function invalid(wrong: string, fix: string): CommandPrefix {
  return { problem: { code: 'own.inside_prefix', message: `The setting inside ${wrong}.`, fix } }
}

/** Words that ask for a terminal: it would echo what goes in, and change what comes out. */
export function asksForTerminal(argv: readonly string[]): string | undefined {
  const program = argv[0]?.split('/').at(-1) ?? ''
  if (program === 'ssh') return argv.find((word) => /^-[A-Za-su-z]*tt?$/.test(word))
  if (![...PASSING, 'crictl', 'docker-compose'].includes(program)) return undefined
  const end = argv.indexOf('--')
  const own = end === -1 ? argv : argv.slice(0, end)
  return own.find((word) => word === '--tty' || isShort(word, 't'))
}

/** `-it`: short options in one word, this one among them. */
function isShort(word: string, option: string): boolean {
  return /^-[a-z]+$/.test(word) && word.includes(option)
}

/** Clients that pass standard input on only when they are asked to. */
const PASSING = ['docker', 'podman', 'nerdctl', 'kubectl', 'oc']

export function lacksInput(argv: readonly string[]): boolean {
  const program = argv[0]?.split('/').at(-1) ?? ''
  if (!PASSING.includes(program)) return false
  if (!argv.includes('exec') && !argv.includes('run')) return false
  return !argv.some((word) => word === '--interactive' || word === '--stdin' || isShort(word, 'i'))
}
