import { describe, expect, test } from 'vitest'
import { marksIn } from '../../src/evidence/body.ts'
import { interceptorOf, MARKS } from '../../src/knowledge/catalogue.ts'

describe('marks', () => {
  test('every id is used once, has a source and no state', () => {
    expect(new Set(MARKS.map(({ id }) => id)).size).toBe(MARKS.length)
    for (const { id, pattern, source } of MARKS) {
      expect(id).toMatch(/^[a-z0-9_]+\.[a-z0-9_]+$/)
      expect(source).not.toBe('')
      expect(pattern.flags).not.toMatch(/[gy]/)
      expect(pattern.source).not.toMatch(/\.\*|\.\+|\[\\s\\S\]\*/)
    }
  })

  test.each([
    ['Access denied due to Virtual Network/Firewall rules.', 'azure.virtual_network'],
    [
      'Public access is disabled. Please configure private endpoint.',
      'azure.public_access_disabled',
    ],
    ['The API deployment for this resource does not exist.', 'azure.deployment_not_found'],
    ['Requests to X have exceeded call rate limit of your current tier', 'azure.rate_limit'],
    [
      'contact us through an Azure support request at: https://go.microsoft.com/fwlink/?linkid=1',
      'azure.support_link',
    ],
    ['Invalid URL (POST /v1/chat/completion)', 'openai.invalid_url'],
    ['Missing scopes: model.request', 'openai.missing_scopes'],
    ['You have no credits remaining.', 'openai.no_credits'],
    ['litellm.RateLimitError: AzureException', 'litellm.upstream'],
    ['error code: 1020', 'edge.error_code_1020'],
    ['error code: 1006', 'edge.error_code_1xxx'],
    ['<title>Just a moment...</title>', 'edge.cloudflare_challenge'],
    [
      'Access to the web page you were trying to visit has been blocked in accordance with company policy.',
      'block.palo_alto',
    ],
    ['<h1>Access Denied (policy_denied)</h1>', 'block.bluecoat'],
    ['/cgi-bin/blockpage.cgi?ws-session=1', 'block.forcepoint'],
    ['<form method="post" action="/portal/login">', 'portal.login'],
    ['<center>nginx/1.27.0</center>', 'server.nginx'],
    ['no healthy upstream', 'server.envoy_upstream'],
    ['Ollama is running', 'ollama.root'],
  ])('%s', (text, id) => {
    expect(marksIn(text)).toContain(id)
  })

  test.each([
    '',
    'Hello',
    'Rate limits are documented.',
    'Our policy has changed',
    'Error 503',
    'nginx',
  ])('ordinary words make none: %s', (text) => {
    expect(marksIn(text)).toEqual([])
  })

  test('only the first 64 KiB are read', () => {
    expect(marksIn(`${'x '.repeat(40_000)}Internet Security by Zscaler`)).toEqual([])
  })
})

describe('issuers', () => {
  test.each([
    ['C=US, O=Zscaler Inc., CN=Zscaler Intermediate Root CA (zscalertwo.net)', 'Zscaler'],
    ['CN=caadmin.netskope.com', 'Netskope'],
    ['O=Palo Alto Networks, CN=decrypt', 'Palo Alto Networks'],
    ['O=Fortinet, CN=FG100ETK18000000', 'Fortinet'],
    ['O=Cisco, CN=Cisco Umbrella Root CA', 'Cisco Umbrella'],
    ['CN=Gateway CA - Cloudflare Managed G1', 'Cloudflare Gateway'],
    ['CN=Microsoft Global Secure Access Root', 'Microsoft Global Secure Access'],
    ['CN=mitmproxy, O=mitmproxy', 'mitmproxy'],
    ['CN=PortSwigger CA', 'Burp Suite'],
    ['CN=DO_NOT_TRUST_FiddlerRoot', 'Fiddler'],
    ['CN=CATO Root CA', 'Cato'],
    ['CN=Kaspersky Anti-Virus Personal Root Certificate', 'Kaspersky'],
    ['CN=ESET SSL Filter CA', 'ESET'],
  ])('%s is %s', (issuer, product) => {
    expect(interceptorOf(issuer)).toBe(product)
  })

  test.each([
    'C=US, O=Google Trust Services, CN=WE1',
    "C=US, O=Let's Encrypt, CN=R11",
    'C=US, O=DigiCert Inc, CN=DigiCert Global G2 TLS RSA SHA256 2020 CA1',
    'C=US, O=Microsoft Corporation, CN=Microsoft Azure RSA TLS Issuing CA 04',
    'C=US, O=Amazon, CN=Amazon RSA 2048 M03',
    'C=GB, O=Sectigo Limited, CN=Sectigo ECC Domain Validation Secure Server CA',
    'O=Cloudflare, Inc., CN=Cloudflare Inc ECC CA-3',
    'C=US, O=IdenTrust, CN=TrustID Server CA A52',
    'C=BE, O=GlobalSign nv-sa, CN=GlobalSign RSA OV SSL CA 2018',
    '',
    'CN=NodeMITMProxyCA, O=Node MITM Proxy CA',
  ])('a public authority, or a name that only resembles a product, is none: %s', (issuer) => {
    expect(interceptorOf(issuer)).toBeUndefined()
  })
})
