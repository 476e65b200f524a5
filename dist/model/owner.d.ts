/** Who must act. */
export declare const OWNERS: readonly ['connection-path', 'route-provider', 'request', 'auth', 'quota', 'rate-limit', 'api-server', 'client-app', 'unknown', 'none'];
export type Owner = (typeof OWNERS)[number];
/** The coarse gate that a deploy step tests. */
export declare const BRANCHES: readonly ['route', 'auth', 'quota', 'server', 'client', 'unknown', 'none'];
export type Branch = (typeof BRANCHES)[number];
export declare function branchOf(owner: Owner): Branch;
/** Who produced an HTTP response. */
export declare const RESPONDERS: readonly ['openai', 'openai-edge', 'azure-openai', 'azure-apim', 'gateway', 'proxy', 'interceptor', 'unknown'];
export type Responder = (typeof RESPONDERS)[number];
