import type { Layer } from '../wire/failure.ts'
import { brokenAt } from './failure.ts'
import type { RawEvent } from './raw.ts'

type SdkEvent = Extract<RawEvent, { step: 'sdk' }>

const LAYERS: Readonly<Partial<Record<RawEvent['step'], Layer>>> = {
  lookup: 'dns',
  connect: 'tcp',
  tunnel: 'proxy',
  handshake: 'tls',
}

/**
 * One story from two connections: the real request of the SDK, which shows no rungs, and a climb
 * by hand beside it, which shows them. The real request outranks the climb: what it passed cannot
 * have failed, and where it alone broke, that rung has failed.
 */
export function placeSdk(events: readonly RawEvent[]): readonly RawEvent[] {
  const sdk = events.find((event) => event.step === 'sdk')
  if (sdk === undefined) return events
  const climb = events.filter((event) => event.step !== 'sdk')
  if (sdk.response !== undefined) return [...climb.flatMap((one) => outranked(one) ?? []), sdk]
  if (isUnsent(sdk)) return [...climb.filter(({ error }) => error === undefined), sdk]
  const told: SdkEvent = { ...sdk, placed: true }
  if (climb.some((event) => LAYERS[event.step] !== undefined && event.error !== undefined)) {
    return [...climb, told]
  }
  const { layer, error } = brokenAt(sdk.chain)
  const at = climb.findIndex((event) => LAYERS[event.step] === layer)
  const broken = climb[at]
  if (broken === undefined) return [...climb, sdk]
  return [...climb.slice(0, at), { ...broken, error, elapsedMs: sdk.elapsedMs }, told]
}

/** A failed rung of the climb that the real request passed: worth saying, and no failure. */
function outranked(event: RawEvent): RawEvent | undefined {
  if (event.error === undefined) return event
  // Only there because of the failure.
  if (event.step === 'served' || event.step === 'failed') return undefined
  const { error: _error, ...rest } = event
  return {
    ...rest,
    because: 'the real request of the SDK passed; a second connection beside it did not',
  }
}

/** The SDK refused its own settings: an error that is none of a connection and none of an answer. */
export function isUnsent({ chain, unusable, response }: SdkEvent): boolean {
  if (response !== undefined) return false
  const [first] = chain
  if (unusable || first === undefined) return true
  return !first.mro.some((name) => /^API\w*Error$|Timeout/.test(name)) && first.timeout !== true
}
