import type { Rung } from '../model/index.ts'
import { oneLine } from '../redaction/neutralise.ts'
import type { Listener } from '../wire/recorder.ts'

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
