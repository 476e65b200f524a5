import { parseFlags, type Flags } from '../command-line/flags.ts'
import { helpText } from '../command-line/help.ts'
import { VERSION } from '../version.ts'
import { writeNow } from './write-now.ts'

/**
 * The terminal's door: reads what was typed, answers what needs nothing else, and loads the rest of
 * the program only for the rest. Resolves to the exit code.
 */
export async function runCommandLine(
  process: NodeJS.Process,
  signal: AbortSignal,
): Promise<number> {
  const flags = parseFlags(process.argv.slice(2))
  const answer = await answerAtOnce(flags)
  if (answer !== undefined) {
    writeNow(`${answer}\n`)
    return 0
  }
  if (flags.mistakes.length > 0) {
    const { usageProblem } = await import('../command-line/usage.ts')
    const { complain } = await import('./say.ts')
    return complain(flags.mistakes.map(usageProblem))
  }
  if (flags.command === 'explain') {
    const { explainCommand } = await import('./explain.ts')
    return explainCommand(flags, process, signal)
  }
  const { runCommand } = await import('./commands.ts')
  return runCommand(flags, process, signal)
}

/** Version, help and completion: nothing but the table of commands is read for them. */
async function answerAtOnce(flags: Flags): Promise<string | undefined> {
  const { operands, mistakes } = flags
  // `--help` beside a mistake explains it.
  if (mistakes.length > 0 && !flags.on('help')) return undefined
  const command = flags.on('version') ? 'version' : flags.command
  if (flags.on('help') || command === 'help') {
    return helpText(command === 'help' ? operands[0] : command)
  }
  if (command === 'version') return VERSION
  if (command !== 'completion') return undefined
  const { completion } = await import('../command-line/completion.ts')
  const { SCENARIOS } = await import('../demo/scenarios.ts')
  return completion(operands[0], SCENARIOS)
}
