/**
 * What happened, as `layer.reason`: stable, documented one by one in docs/codes.md.
 * Connection layers use the W3C Network Error Logging types where one exists, proxies the
 * RFC 9209 reasons, the API its own codes.
 */
export type Code = `${'config' | 'path' | 'dns' | 'tcp' | 'proxy' | 'tls' | 'http' | 'api' | 'azure' | 'gateway' | 'client' | 'own'}.${string}`;
