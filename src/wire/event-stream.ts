import type { StreamFacts } from '../model/index.ts'
import type { Pieces } from './body.ts'

/** Watches a stream of server-sent events (WHATWG HTML §9.2) arrive. */
export interface EventStreamWatch {
  readonly heard: Pieces
  readonly facts: (text: string) => StreamFacts
}

/**
 * What arrives within this time of the first byte came together with it. Events that the API writes
 * apart reach a reader apart, unless somebody in between collects them.
 */
const BURST_MS = 60

/** The event that ends an answer: of the Responses API, of chat completions. */
const LAST =
  /"type":\s?"response\.(?:completed|incomplete|failed)"|"finish_reason":\s?"|^data:\s?\[DONE\]/m
const TYPE = /"(?:type|object)":\s?"([\w.]{1,60})"/

/**
 * @param sinceSentMs milliseconds since the request was sent
 * @param firstBurst stop as soon as it is known what came together with the first byte
 */
export function watchEvents(
  sinceSentMs: () => number,
  firstBurst: boolean,
): EventStreamWatch & { readonly end: () => void } {
  const at: number[] = []
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  return {
    heard: (_piece, stop) => {
      at.push(sinceSentMs())
      if (!firstBurst || timer !== undefined) return
      timer = setTimeout(() => {
        stopped = true
        stop()
      }, BURST_MS)
    },
    end: () => clearTimeout(timer),
    facts: (text) => {
      const data = text.split(/\r?\n/).filter((line) => line.startsWith('data:'))
      const ended = LAST.test(text)
      return {
        firstMs: Math.round(at[0] ?? 0),
        lastMs: Math.round(at.at(-1) ?? 0),
        endMs: Math.round(sinceSentMs()),
        longestGapMs: Math.round(Math.max(0, ...at.slice(1).map((ms, n) => ms - (at[n] ?? ms)))),
        arrivals: at.length,
        events: data.length,
        first: TYPE.exec(data[0] ?? '')?.[1] ?? '',
        ended,
        stopped: stopped && !ended,
      }
    },
  }
}
