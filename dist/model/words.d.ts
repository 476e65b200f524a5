/** Version of the packet: facts may be added within one. */
export declare const SCHEMA_VERSION = 1;
/** The steps of the path, in the order in which a request climbs them. */
export declare const RUNGS: readonly ['config', 'dns', 'tcp', 'proxy', 'tls', 'http', 'auth', 'request', 'quota', 'answer'];
/** One step of the path. The first rung whose evidence changes is the result that matters. */
export type Rung = (typeof RUNGS)[number];
/** Position on the ladder, 0 for `config`. */
export declare function heightOf(rung: Rung): number;
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
/** What the first part of a code may be: the layer at which something happened. */
export declare const LAYERS: readonly ['config', 'path', 'dns', 'tcp', 'proxy', 'tls', 'http', 'websocket', 'api', 'azure', 'gateway', 'client', 'own'];
/**
 * What happened, as `layer.reason`: stable, documented one by one in docs/codes.md.
 * Connection layers use the W3C Network Error Logging types where one exists, proxies the
 * RFC 9209 reasons, the API its own codes.
 */
export type Code = `${(typeof LAYERS)[number]}.${string}`;
/** How strongly the evidence points to the owner (contract: "the first owner to test"). */
export declare const CONFIDENCES: readonly ['high', 'medium', 'low'];
/**
 * `high`: proven on this path. `medium`: clear, and its author is not proven. `low`: only the shape
 * of the failure is known.
 */
export type Confidence = (typeof CONFIDENCES)[number];
export declare const VERDICTS: readonly ['pass', 'fail', 'inconclusive'];
export type VerdictKind = (typeof VERDICTS)[number];
/** What ends ahead of time: warnings, unless `fail-on` names {@link EXPIRY}. */
export declare const EXPIRY_CODES: readonly string[];
/** Whether a finding beside the verdict is worth a warning of its own: it will end, or a path check met it. */
export declare function isWarning({ code, rule, }: {
    readonly code: string;
    readonly rule: string;
}): boolean;
/** In `fail-on`: what ends within `expiry-warning`. */
export declare const EXPIRY = "expiry";
/** A word of `fail-on`. */
export type Gate = Owner | Branch | typeof EXPIRY;
/** Whether a verdict fails the job: something was found, and its owner or branch is in `fail-on`. */
export declare function failsJob(verdict: {
    readonly verdict: VerdictKind;
    readonly owner: Owner;
    readonly branch: Branch;
    readonly code: string;
}, failOn: readonly string[]): boolean;
export declare const ROUTE_KINDS: readonly ['openai', 'azure', 'gateway'];
export type RouteKind = (typeof ROUTE_KINDS)[number];
/** How far to climb: `route` sends no credentials, `request` sends one tiny real request. */
export declare const DEPTHS: readonly ['route', 'auth', 'request'];
export type Depth = (typeof DEPTHS)[number];
/** Whose rules decide the way out. */
export declare const CLIENTS: readonly ['node', 'bun', 'deno', 'python', 'go', 'java', 'dotnet', 'ruby', 'php', 'rust', 'curl'];
export type Client = (typeof CLIENTS)[number];
/** When something is done that not everybody wants. */
export declare const OCCASIONS: readonly ['never', 'on-failure', 'always'];
export type Occasion = (typeof OCCASIONS)[number];
/** Forms in which the verdict is printed for those who collect them. */
export declare const VERDICT_FORMATS: readonly ['junit', 'sarif', 'prometheus', 'otlp-json'];
export type VerdictFormat = (typeof VERDICT_FORMATS)[number];
/** Forms of the hosts and ports that an application needs. */
export declare const ALLOW_LIST_FORMATS: readonly ['text', 'squid', 'harden-runner', 'network-policy', 'cilium', 'azure-firewall'];
export type AllowListFormat = (typeof ALLOW_LIST_FORMATS)[number];
/** Why an observation was skipped when the run was told to stop. */
export declare const CANCELLED = "cancelled";
/** Why nothing was sent on a route whose turn came too late. */
export declare const OUT_OF_TIME = "the deadline of the run had passed";
/** Where an endpoint is from that was asked because the gateway does not serve the default one. */
export declare const ASKED_INSTEAD = "asked because /responses is not served";
