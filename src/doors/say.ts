import { fstatSync } from 'node:fs'
import type { Code } from '../model/index.ts'
import { entryOf } from '../model/values.ts'
import { oneLine, withoutCommands } from '../redaction/neutralise.ts'
import { EXIT } from './exit-code.ts'
import { writeNow } from './write-now.ts'

/** Marks of ours, for a terminal that would show each of them as two or three wrong characters. */
const ASCII: Readonly<Record<string, string>> = {
  '✓': '+',
  '✗': 'x',
  '–': '-',
  '—': '-',
  '→': '->',
  '·': '-',
  '…': '...',
  '×': 'x',
}

/** A terminal shows what its locale says (POSIX: the first of these that is set); Windows takes UTF-16. */
function understands(descriptor: 1 | 2): boolean {
  if (process.platform === 'win32' || !isTerminal(descriptor)) return true
  const { LC_ALL, LC_CTYPE, LANG } = process.env
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '')
}

/** The module of terminals brings streams and sockets with it, 4 ms of CPU: asked only where it may be one. */
function isTerminal(descriptor: 1 | 2): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false
  } catch {
    return false
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor)
}

function shown(text: string, descriptor: 1 | 2): string {
  if (understands(descriptor)) return text
  return text.replaceAll(/[✓✗–—→·…×]/g, (mark) => entryOf(ASCII, mark) ?? '?')
}

/** The only way to standard output: whole, and with nothing in it that a runner takes for a command. */
export function say(text: string): void {
  writeNow(shown(withoutCommands(text), 1))
}

/** The only way to standard error: one line. */
export function warn(text: string): void {
  writeNow(`${shown(withoutCommands(oneLine(text)), 2)}\n`, 2)
}

/** To standard error as it is: a line of progress, which overwrites itself. */
export function show(text: string): void {
  writeNow(shown(text, 2), 2)
}

/** What a mode cannot begin with, and what to do about it. */
export interface Unusable {
  /** Where it is no file that cannot be read. */
  readonly code?: Code
  readonly message: string
  readonly fix: string
}

/** What cannot be begun with, one line each. Gives the exit code. */
export function complain(problems: readonly Unusable[]): number {
  for (const { message, fix } of problems) warn(`${message} ${fix}`)
  return EXIT.usage
}
