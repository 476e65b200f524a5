import type { ClientBundleFacts, Code, Outcome, SettingProblem } from '../model/index.ts'
import { scanBundle, type BundleOptions } from './scan.ts'
import type { BundleHit } from './sighting.ts'

/** The kind that is worst to find comes first. */
const CODE_OF: readonly (readonly [BundleHit['kind'], Code])[] = [
  ['key', 'client.key_in_bundle'],
  ['api-call', 'client.direct_api_call'],
  ['browser-switch', 'client.browser_switch'],
]

/** The observation `client-bundle`: failed when something was found, skipped when nothing could be searched. */
export async function probeClientBundle(options: BundleOptions): Promise<{
  readonly outcome: Outcome<ClientBundleFacts>
  readonly problems: readonly SettingProblem[]
}> {
  try {
    const scan = await scanBundle(options)
    if (scan.status === 'unusable') {
      return {
        outcome: { status: 'skipped', because: scan.problem.message },
        problems: [scan.problem],
      }
    }
    return { outcome: outcomeOf(scan.facts), problems: scan.problems }
  } catch (error) {
    if (options.signal?.aborted !== true) throw error
    const because = 'The search of the front-end files was stopped before it was through.'
    return { outcome: { status: 'skipped', because }, problems: [] }
  }
}

function outcomeOf(facts: ClientBundleFacts): Outcome<ClientBundleFacts> {
  for (const [kind, code] of CODE_OF) {
    const found = facts.hits.filter((hit) => hit.kind === kind)
    const [first] = found
    if (first === undefined) continue
    const place = first.original ?? first
    const detail = `${first.what} at ${place.file}:${place.line}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`
    return { status: 'failed', failure: { code, detail }, facts }
  }
  return { status: 'ok', facts }
}
