/** Forms in which the verdict is printed for those who collect them. */
export const VERDICT_FORMATS = ['junit', 'sarif', 'prometheus', 'otlp-json'] as const
export type VerdictFormat = (typeof VERDICT_FORMATS)[number]

/** Forms of the hosts and ports that an application needs. */
export const ALLOW_LIST_FORMATS = [
  'text',
  'squid',
  'harden-runner',
  'network-policy',
  'cilium',
  'azure-firewall',
] as const
export type AllowListFormat = (typeof ALLOW_LIST_FORMATS)[number]
