/** Who must act. */
export const OWNERS = [
  'connection-path',
  'route-provider',
  'request',
  'auth',
  'quota',
  'rate-limit',
  'api-server',
  'client-app',
  'unknown',
  'none',
] as const
export type Owner = (typeof OWNERS)[number]

/** The coarse gate that a deploy step tests. */
export const BRANCHES = ['route', 'auth', 'quota', 'server', 'client', 'unknown', 'none'] as const
export type Branch = (typeof BRANCHES)[number]

const BRANCH_OF: Readonly<Record<Owner, Branch>> = {
  'connection-path': 'route',
  'route-provider': 'route',
  request: 'route',
  auth: 'auth',
  quota: 'quota',
  'rate-limit': 'quota',
  'api-server': 'server',
  'client-app': 'client',
  unknown: 'unknown',
  none: 'none',
}

export function branchOf(owner: Owner): Branch {
  return BRANCH_OF[owner]
}

/** Who produced an HTTP response. */
export const RESPONDERS = [
  'openai',
  'openai-edge',
  'azure-openai',
  'azure-apim',
  'gateway',
  'proxy',
  'interceptor',
  'unknown',
] as const
export type Responder = (typeof RESPONDERS)[number]
