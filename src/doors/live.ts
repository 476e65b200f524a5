import type { Rung } from '../model/index.ts'
import { oneLine } from '../redaction/neutralise.ts'
import { provenLine, type TerminalStyle } from '../reports/index.ts'
import { flat } from '../run/stored.ts'
import type { Listener } from '../wire/recorder.ts'
import { together } from './listening.ts'
import { redactorOf } from './order.ts'
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

/** A dumb terminal, or one without a name, has neither colours nor a cursor that can be moved (terminfo). */
export function canMove({ TERM }: NodeJS.ProcessEnv): boolean {
  return TERM !== 'dumb' && TERM !== ''
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

/** A ladder that fills in while the run is under way, and makes room for the report at the end. */
export interface LiveLadder {
  readonly listen: Listener
  /** Takes the lines back: the report shows the whole ladder with its verdict. */
  readonly clear: () => void
}

/** More lines than a screen has cannot be taken back; the rest of a long run is left to the report. */
const MOST_LINES = 20

/**
 * Lines appear as rungs are proven. Only for a terminal: they are taken back with the cursor
 * (ECMA-48 CUU and ED), which no file and no pipe understands.
 */
export function liveLadder(style: TerminalStyle, write: (text: string) => void): LiveLadder {
  let lines = 0
  return {
    listen: (event) => {
      if (event.kind !== 'end' || event.observation.attempt === 0 || lines >= MOST_LINES) return
      const text = provenLine(flat(event.observation), style)
      lines += text.split('\n').length
      write(`${text}\n`)
    },
    clear: () => {
      if (lines > 0) write(`\u001b[${lines}A\u001b[0J`)
      lines = 0
    },
  }
}

/** What is waited for, in front of its target. */
const WAITING: Readonly<Record<Rung, string>> = {
  config: 'Settings of',
  dns: 'DNS for',
  tcp: 'TCP to',
  proxy: 'Proxy at',
  tls: 'TLS with',
  http: 'HTTP response from',
  auth: 'Answer from',
  request: 'Answer from',
  quota: 'Answer from',
  answer: 'Answer from',
}
/** Milliseconds of a wait that need no line. */
const PATIENCE_MS = 1000
const LONGEST = 80

/** One line that says what a run waits for, on a terminal; see {@link progressLine}. */
export interface Progress {
  readonly listen: Listener
  /** Takes the line back before something else is written. */
  readonly hide: () => void
  /** For good. */
  readonly end: () => void
}

/**
 * `TCP to api.openai.com:443 … 3 s of 10 s`, once a second, in a line that overwrites itself
 * (ECMA-48 EL): only for a terminal that can.
 * @param clean takes secrets out of a target
 * @param limitMs of one attempt
 */
export function progressLine(
  write: (text: string) => void,
  clean: (text: string) => string,
  limitMs: number,
  now: () => number = () => performance.now(),
): Progress {
  const waits: { readonly text: string; readonly key: string; readonly sinceMs: number }[] = []
  let shown = false
  const hide = (): void => {
    if (shown) write('\r\u001b[K')
    shown = false
  }
  const show = (): void => {
    const last = waits.at(-1)
    const passedMs = last === undefined ? 0 : now() - last.sinceMs
    if (last === undefined || passedMs < PATIENCE_MS) return hide()
    const seconds = (milliseconds: number): string => `${Math.floor(milliseconds / 1000)} s`
    const limit = passedMs <= limitMs ? ` of ${seconds(limitMs)}` : ''
    write(`\r\u001b[K${last.text} … ${seconds(passedMs)}${limit}`)
    shown = true
  }
  const timer = setInterval(show, PATIENCE_MS)
  timer.unref()
  return {
    listen: (event) => {
      const { rung, target } = event.kind === 'begin' ? event : event.observation
      const key = `${rung} ${target}`
      if (event.kind === 'begin') {
        const text = oneLine(clean(`${WAITING[rung]} ${target}`), LONGEST)
        waits.push({ text, key, sinceMs: now() })
        return
      }
      const index = waits.findLastIndex((one) => one.key === key)
      if (index !== -1) waits.splice(index, 1)
      hide()
    },
    hide,
    end: () => {
      clearInterval(timer)
      hide()
    },
  }
}
