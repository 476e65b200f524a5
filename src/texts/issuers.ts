/** A product that signs the connections it inspects, by the words it puts into its certificates. */
interface Issuer {
  readonly product: string
  readonly pattern: RegExp
}

/**
 * Words of certificate issuers, most specific first. Sources: vendors' documentation of their root
 * certificates and public threads of people who met them.
 * No row may match a public authority that signs ordinary servers.
 */
const ISSUERS: readonly Issuer[] = [
  { product: 'Zscaler', pattern: /zscaler|zscloud/i },
  { product: 'Netskope', pattern: /netskope|goskope/i },
  { product: 'Palo Alto Networks', pattern: /palo ?alto|globalprotect|prisma access/i },
  {
    product: 'Fortinet',
    pattern: /forti(?:gate|net|proxy|guard)|\bFGT?[A-Z0-9]{2}[A-Z0-9]{10,14}\b/i,
  },
  {
    product: 'Blue Coat',
    pattern: /blue ?coat|proxysg|symantec (?:web|cloud|proxy|ssl visibility)/i,
  },
  { product: 'Cisco Umbrella', pattern: /cisco umbrella|opendns/i },
  {
    product: 'Cisco Secure Web Appliance',
    pattern: /ironport|cisco (?:wsa|secure web|web security)/i,
  },
  { product: 'Cisco Firepower', pattern: /firepower|cisco meraki/i },
  { product: 'Sophos', pattern: /sophos|cyberoam/i },
  {
    product: 'Cloudflare Gateway',
    pattern: /cloudflare gateway|gateway ca - cloudflare|cloudflare for teams/i,
  },
  { product: 'Forcepoint', pattern: /forcepoint|websense/i },
  { product: 'Check Point', pattern: /check ?point/i },
  { product: 'Skyhigh', pattern: /mcafee|skyhigh|trellix/i },
  { product: 'Cato', pattern: /cato (?:networks|root)|catonetworks/i },
  { product: 'Microsoft Global Secure Access', pattern: /global secure access/i },
  { product: 'Menlo Security', pattern: /menlo ?security/i },
  { product: 'iboss', pattern: /\biboss\b/i },
  { product: 'SonicWall', pattern: /sonicwall/i },
  { product: 'WatchGuard', pattern: /watchguard|fireware/i },
  { product: 'Barracuda', pattern: /barracuda/i },
  { product: 'Trend Micro', pattern: /trend ?micro|interscan/i },
  { product: 'Lightspeed', pattern: /lightspeed/i },
  { product: 'Securly', pattern: /securly/i },
  { product: 'ContentKeeper', pattern: /contentkeeper/i },
  { product: 'Smoothwall', pattern: /smoothwall/i },
  { product: 'Untangle', pattern: /untangle|arista edge threat/i },
  { product: 'pfSense', pattern: /pfsense/i },
  { product: 'OPNsense', pattern: /opnsense/i },
  { product: 'Squid', pattern: /squid/i },
  { product: 'F5 SSL Orchestrator', pattern: /ssl orchestrator/i },
  { product: 'A10 Networks', pattern: /a10 networks/i },
  { product: 'mitmproxy', pattern: /\bmitmproxy\b/i },
  { product: 'Burp Suite', pattern: /portswigger/i },
  { product: 'OWASP ZAP', pattern: /owasp|zed attack proxy/i },
  { product: 'Fiddler', pattern: /fiddler/i },
  { product: 'Charles', pattern: /charles proxy/i },
  { product: 'Proxyman', pattern: /proxyman/i },
  { product: 'HTTP Toolkit', pattern: /http ?toolkit/i },
  { product: 'AdGuard', pattern: /adguard/i },
  { product: 'Kaspersky', pattern: /kaspersky/i },
  { product: 'ESET', pattern: /\beset\b/i },
  { product: 'Avast', pattern: /avast|avg (?:web|technologies)/i },
  { product: 'Bitdefender', pattern: /bitdefender/i },
  { product: 'Dr.Web', pattern: /dr\.? ?web/i },
  { product: 'Norton', pattern: /norton (?:web|core)|nortonlifelock/i },
  { product: 'StepSecurity Harden-Runner', pattern: /stepsecurity|harden-runner/i },
]

const MAX_CHARACTERS = 1024

/**
 * Name of the product that signs intercepted connections, when an issuer or subject names one.
 * `undefined` says only that no known product is named, not that nothing is intercepted.
 */
export function interceptorOf(issuer: string): string | undefined {
  const read = issuer.slice(0, MAX_CHARACTERS)
  return ISSUERS.find((one) => one.pattern.test(read))?.product
}
