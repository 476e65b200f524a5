import { signer, type Product } from '../product.ts'

/** Known by the certificates that they sign, and by nothing else: a line each. */
export const inspectors: readonly Product[] = [
  signer('A10 Networks', /a10 networks/i),
  signer('AdGuard', /adguard/i),
  signer('Avast', /avast|avg (?:web|technologies)/i),
  signer('Bitdefender', /bitdefender/i),
  signer('Burp Suite', /portswigger/i),
  signer('Charles', /charles proxy/i),
  signer('Cisco Firepower', /firepower|cisco meraki/i),
  signer('ContentKeeper', /contentkeeper/i),
  signer('Dr.Web', /dr\.? ?web/i),
  signer('ESET', /\beset\b/i),
  signer('F5 SSL Orchestrator', /ssl orchestrator/i),
  signer('Fiddler', /fiddler/i),
  signer('HTTP Toolkit', /http ?toolkit/i),
  signer('Kaspersky', /kaspersky/i),
  signer('Microsoft Global Secure Access', /global secure access/i),
  signer('Norton', /norton (?:web|core)|nortonlifelock/i),
  signer('OPNsense', /opnsense/i),
  signer('OWASP ZAP', /owasp|zed attack proxy/i),
  signer('pfSense', /pfsense/i),
  signer('Proxyman', /proxyman/i),
  signer('Securly', /securly/i),
  signer('Smoothwall', /smoothwall/i),
  signer('Trend Micro', /trend ?micro|interscan/i),
]
