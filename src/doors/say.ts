import { oneLine, withoutCommands } from '../redaction/neutralise.ts'
import { EXIT } from './exit-code.ts'
import { writeNow } from './write-now.ts'

/** The only way to standard output: whole, and with nothing in it that a runner takes for a command. */
export function say(text: string): void {
  writeNow(withoutCommands(text))
}

/** The only way to standard error: one line. */
export function warn(text: string): void {
  writeNow(`${withoutCommands(oneLine(text))}\n`, 2)
}

/** What cannot be begun with, one line each. Gives the exit code. */
export function complain(
  problems: readonly { readonly message: string; readonly fix: string }[],
): number {
  for (const { message, fix } of problems) warn(`${message} ${fix}`)
  return EXIT.usage
}
