/** Forms in which the verdict is printed for those who collect them. */
export declare const VERDICT_FORMATS: readonly ['junit', 'sarif', 'prometheus', 'otlp-json'];
export type VerdictFormat = (typeof VERDICT_FORMATS)[number];
/** Forms of the hosts and ports that an application needs. */
export declare const ALLOW_LIST_FORMATS: readonly ['text', 'squid', 'harden-runner', 'network-policy', 'cilium', 'azure-firewall'];
export type AllowListFormat = (typeof ALLOW_LIST_FORMATS)[number];
