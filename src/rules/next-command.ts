import type { Client, Route, Rung, Verdict } from '../model/index.ts'
import { effectiveDepth, heightOf } from '../model/index.ts'
import { tokenOf } from '../evidence/token.ts'

/** What the one test needs to know about the incident. */
export interface Suspicion {
  readonly route: Pick<Route, 'kind' | 'baseUrl' | 'endpoint'>
  /** Absent where nothing says which client it is. */
  readonly client?: Client
  readonly verdict: Pick<Verdict, 'owner' | 'rung'>
}

/** The default of every client; also what a log means that names no host. */
const DEFAULT_API = /^https:\/\/api\.openai\.com(?:\/v1)?$/

/** Where the base URL of a kind of route stands when the log does not name it. */
const VARIABLES: Readonly<Record<Route['kind'], string>> = {
  openai: '"$OPENAI_BASE_URL"',
  azure: '"$AZURE_OPENAI_ENDPOINT"',
  gateway: '"$OPENAI_BASE_URL"',
}

/**
 * The command that proves or refutes the answer, to be run where the log was written. Settings that
 * a log does not hold come from the environment of that place, as the application's own do.
 */
export function nextCommand({ route, client, verdict }: Suspicion): string {
  if (verdict.owner === 'client-app') return 'openai-preflight --client-bundle ./dist'
  const words = ['openai-preflight']
  const base = shownBase(route.baseUrl)
  // Without a host in the log the application's own setting decides, as it does for the command.
  const isDefault =
    DEFAULT_API.test(route.baseUrl) || (route.kind === 'openai' && !URL.canParse(route.baseUrl))
  if (!isDefault) words.push('--base-url', base ?? VARIABLES[route.kind])
  words.push('--route', route.kind, ...(client === undefined ? [] : ['--client', client]))
  const depth = depthOf(verdict)
  words.push('--depth', depth)
  if (depth === 'request') {
    words.push('--endpoint', route.endpoint, '--model', '"$OPENAI_MODEL"')
  }
  if (verdict.owner === 'rate-limit' || verdict.owner === 'api-server')
    words.push('--attempts', '3')
  return words.join(' ')
}

/** No key is needed to climb to the rung that broke, unless the API itself refused. */
function depthOf({ owner, rung }: Pick<Verdict, 'owner' | 'rung'>): Route['depth'] {
  if (owner === 'unknown' || rung === '') return 'request'
  const below = (top: Rung): boolean => heightOf(rung) < heightOf(top)
  if (rung === 'config') return owner === 'auth' ? 'auth' : 'request'
  if (below('auth')) return 'route'
  return effectiveDepth({ depth: rung === 'auth' ? 'auth' : 'request' })
}

/** A base URL made of plain names only; one with an account or a token in its path is not repeated. */
function shownBase(baseUrl: string): string | undefined {
  const match = /^(https?:\/\/[\w.:[\]-]{1,260})((?:\/[\w.-]{1,40}){0,5})$/.exec(baseUrl)
  if (match === null) return undefined
  const parts = (match[2] ?? '').split('/').filter((part) => part !== '')
  return parts.every((part) => tokenOf(part) !== undefined) ? baseUrl : undefined
}
