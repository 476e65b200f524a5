import { CLIENT_FACTS } from '../knowledge/clients.ts'
import type { Client, Code, Route, SettingProblem } from '../model/index.ts'
import type { RouteSettings } from './settings.ts'

/** Harmless for Node's SDK, which trims its environment; Python and curl fail on them. */
const TRIMMED_BY_NODE: readonly Code[] = [
  'config.key_has_newline',
  'config.key_has_space',
  'config.base_url_whitespace',
]

/** The route and its problems once it is known which client sends the request. */
export function withClient(
  settings: RouteSettings,
  client: Client,
  clientReason: string,
): { readonly route: Route; readonly problems: readonly SettingProblem[] } {
  const problems = settings.problems.map((problem) =>
    client !== 'node' && TRIMMED_BY_NODE.includes(problem.code)
      ? { ...problem, severity: 'fatal' as const }
      : problem,
  )
  const reason = clientReason + unmeasured(client)
  return { route: { ...settings.route, client, clientReason: reason }, problems }
}

/** The packet says where the rules of a client were read and not run. */
function unmeasured(client: Client): string {
  const { source, documented } = CLIENT_FACTS[client]
  if ('measuredWith' in source) return ''
  const pages = Object.entries(documented).map(([rule, page]) => `${rule}: ${page}`)
  return `; its rules are by its documentation, not measured (${pages.join(', ')})`
}
