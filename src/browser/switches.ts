import { isInComment, SDK_GUARD } from './sdk.ts'
import type { Sighting } from './sighting.ts'

const OPTION =
  /(dangerouslyAllow\w*Browser\w*)(?:\\?["'`])?\]?\s*([:=])(?!=)\s*(?:!0|true|1)(?![\w.])/y
const HEADER = /dangerous-direct-browser-access(?:\\?["'`])?\]?\s*[:,=]\s*\\?["'`]?true/y

/** The switch that makes an SDK accept a browser: `dangerouslyAllowBrowser:!0` and its relatives. */
export function sightSwitch(text: string, at: number): Sighting | undefined {
  const before = text.slice(Math.max(0, at - 600), at)
  // The SDK's own error text quotes the switch.
  if (before.includes(SDK_GUARD) || isInComment(text, at)) return undefined
  OPTION.lastIndex = at
  const option = OPTION.exec(text)
  if (option !== null) {
    // `a.dangerouslyAllowBrowser=!0` sets it; `{dangerouslyAllowBrowser=!0}` is the SDK reading it.
    const isSet = option[2] === ':' || /[.[]["'`]?$/.test(before)
    return isSet ? { kind: 'browser-switch', what: option[1] ?? '', at } : undefined
  }
  HEADER.lastIndex = at
  // `this._options.dangerouslyAllowBrowser?{header}:void 0` is the SDK itself.
  const isHeader =
    HEADER.exec(text) !== null && !/dangerouslyAllowBrowser\)?\s*(?:\?|&&)/.test(before.slice(-160))
  return isHeader
    ? { kind: 'browser-switch', what: 'anthropic-dangerous-direct-browser-access', at }
    : undefined
}
