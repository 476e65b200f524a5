import type { Listener } from '../wire/recorder.ts'
import { liveLadder, together } from './listening.ts'
import { redactorOf } from './order.ts'
import { progressLine } from './progress.ts'
import { say, show } from './say.ts'
import type { Terminal } from './terminal.ts'

/** What a person sees of a run while it is under way; nothing where nobody looks. */
export interface Live {
  readonly listen: Listener | undefined
  /** Makes room for a line of somebody else. */
  readonly hide: () => void
  /** Takes everything back: the report shows the whole ladder with its verdict. */
  readonly end: () => void
}

/** A dumb terminal has neither colours nor a cursor that can be moved (terminfo). */
export function canMove({ TERM }: NodeJS.ProcessEnv): boolean {
  return TERM !== 'dumb'
}

/**
 * On standard output the rungs as they are proven, on standard error what is waited for: each only
 * where it is a terminal.
 */
export function liveOf(terminal: Terminal, hasLadder = true): Live {
  const { flags, process, settings, style } = terminal
  // Step debug writes lines in between, which could not be taken back.
  const quiet = settings.verbose || !canMove(process.env)
  const limitMs = Math.max(0, ...settings.routes.map(({ route }) => route.timeoutMs))
  const { text } = redactorOf(settings)
  const progress =
    quiet || !process.stderr.isTTY
      ? undefined
      : progressLine(show, (target) => text(target, 'progress'), limitMs)
  const hide = (): void => progress?.hide()
  const ladder =
    quiet || !hasLadder || flags.on('json') || !process.stdout.isTTY
      ? undefined
      : liveLadder(style, (lines) => {
          hide()
          say(lines)
        })
  return {
    listen: together(ladder?.listen, progress?.listen),
    hide,
    end: () => {
      progress?.end()
      ladder?.clear()
    },
  }
}
