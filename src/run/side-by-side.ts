import type { Route, Verdict } from '../model/index.ts'
import { all } from '../reports/words.ts'

/** A route that has been probed. */
interface Probed {
  readonly routeRun: { readonly route: Route }
  readonly verdict: Verdict
}

/** What routes of one run can differ in. The text of a key is compared, never shown. */
const TRAITS: Readonly<Record<string, (route: Route) => string>> = {
  'base URL': ({ baseUrl }) => baseUrl,
  endpoint: ({ endpoint }) => endpoint,
  model: ({ model }) => model ?? '',
  client: ({ client }) => client,
  key: ({ apiKey }) => apiKey?.reveal() ?? '',
  'way of signing in': ({ azureAuth, azureScope }) => `${azureAuth ?? ''} ${azureScope ?? ''}`,
  organization: ({ organization }) => organization ?? '',
  project: ({ project }) => project ?? '',
  'api-version': ({ apiVersion }) => apiVersion ?? '',
  depth: ({ depth }) => depth,
}
const SHOWN: ReadonlySet<string> = new Set([
  'base URL',
  'endpoint',
  'model',
  'client',
  'api-version',
  'depth',
])

/**
 * What several routes say together, in one sentence: the route that differs from one that works in a
 * single thing shows where to look. Empty for one route, and where nothing follows.
 */
export function sideBySide(probed: readonly Probed[], deciding: Probed): string {
  if (probed.length < 2) return ''
  const passing = probed.filter(({ verdict }) => verdict.verdict === 'pass')
  const others = probed.filter(({ verdict }) => verdict.verdict !== 'pass')
  if (others.length === 0) return `${all(probed.length, 'route')} pass.`
  if (passing.length === 0) {
    const same = others.every(({ verdict }) => verdict.code === deciding.verdict.code)
    return same
      ? `${all(others.length, 'route')} end like this: look at what they share.`
      : `None of the ${String(others.length)} routes passes.`
  }
  return group(others, passing) ?? neighbour(deciding, passing) ?? ''
}

/** One thing that every failing route has and no passing one. */
function group(others: readonly Probed[], passing: readonly Probed[]): string | undefined {
  const [first] = others
  if (first === undefined || others.length < 2) return undefined
  const apart = Object.entries(TRAITS).filter(([, trait]) => {
    const value = trait(first.routeRun.route)
    return (
      others.every(({ routeRun }) => trait(routeRun.route) === value) &&
      passing.every(({ routeRun }) => trait(routeRun.route) !== value)
    )
  })
  const [only] = apart
  if (only === undefined || apart.length > 1) return undefined
  const [name, trait] = only
  const value = shown(name, trait(first.routeRun.route))
  return `${all(others.length, 'route')} that do not pass share the ${name}${value}, and no passing route has it: look there.`
}

/** A passing route that differs from the deciding one in a single thing. */
function neighbour(deciding: Probed, passing: readonly Probed[]): string | undefined {
  for (const other of passing) {
    const differing = Object.entries(TRAITS).filter(
      ([, trait]) => trait(other.routeRun.route) !== trait(deciding.routeRun.route),
    )
    const [only] = differing
    if (only === undefined || differing.length > 1) continue
    const [name, trait] = only
    const mine = shown(name, trait(deciding.routeRun.route))
    const theirs = shown(name, trait(other.routeRun.route))
    const values =
      mine === '' && theirs === '' ? '' : ` (${theirs.trim()} instead of ${mine.trim()})`
    return `Route ${other.routeRun.route.name} passes and differs from ${deciding.routeRun.route.name} only in the ${name}${values}: look there.`
  }
  return undefined
}

function shown(name: string, value: string): string {
  if (!SHOWN.has(name)) return ''
  return ` ${value === '' ? 'none' : value}`
}
