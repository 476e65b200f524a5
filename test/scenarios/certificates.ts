/** The handshake works and the chain is not to be trusted. The key must never arrive. */
import {
  rsaKeys,
  FOR_CLIENTS,
  STRANGE,
  issuerAt,
  lacking,
  alone,
  withRoot,
  authority,
  labIssuer,
  selfSigned,
} from '../loopback/pki.ts'
import { INTERCEPTORS } from '../loopback/interceptors.ts'
import type { Credentials } from '../loopback/pki.ts'
import type { Code } from '../../src/model/index.ts'
import { direct, noKeyAt, saysAll } from './loopback.ts'
import { PASS, path } from './scenario.ts'
import type { Ran, Scenario } from './scenario.ts'

interface Chain {
  readonly id: string
  readonly title: string
  readonly credentials: () => Credentials
  readonly code: Code
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly says?: readonly (string | RegExp)[]
}

function stranger(): Credentials {
  return withRoot(authority({ organization: 'Somebody', common: 'Unknown Root' }))
}

const CHAINS: readonly Chain[] = [
  {
    id: 'CRT01',
    title: 'The certificate has expired',
    credentials: () => labIssuer().leaf({ fromDays: -90, toDays: -3 }),
    code: 'tls.cert.date_invalid',
  },
  {
    id: 'CRT02',
    title: 'The intermediate has expired',
    credentials: () =>
      labIssuer().intermediate({ common: 'Expired CA' }, { fromDays: -90, toDays: -3 }).leaf(),
    code: 'tls.cert.date_invalid',
  },
  {
    id: 'CRT03',
    title: 'The certificate is not valid yet',
    credentials: () => labIssuer().leaf({ fromDays: 3, toDays: 90 }),
    code: 'tls.cert.date_invalid',
  },
  {
    id: 'CRT05',
    title: 'The certificate is for another name',
    credentials: () => labIssuer().leaf({ names: ['other.example.test'] }),
    code: 'tls.cert.name_invalid',
  },
  {
    id: 'CRT07',
    title: 'The certificate signed itself',
    credentials: () => selfSigned(),
    code: 'tls.cert.authority_invalid',
  },
  {
    id: 'CRT08',
    title: 'An unknown root is sent in the chain',
    credentials: stranger,
    code: 'tls.cert.authority_invalid',
  },
  {
    id: 'CRT09',
    title: 'An unknown root is not sent',
    credentials: () => alone(authority({ common: 'Unknown Root' }).leaf()),
    code: 'tls.cert.authority_invalid',
  },
  {
    id: 'CRT09-intermediate',
    title: 'The intermediate is missing, its root is trusted',
    credentials: () => alone(labIssuer().leaf(issuerAt('http://pki.example.test/ca1.crt'))),
    code: 'tls.cert.authority_invalid',
    says: [/intermediate/i],
  },
  {
    id: 'CRT10',
    title: 'The chain is fine and the root is not in the trust store',
    credentials: () => labIssuer().leaf(),
    code: 'tls.cert.authority_invalid',
    env: { NODE_EXTRA_CA_CERTS: undefined },
  },
  {
    id: 'CRT12',
    title: 'NODE_EXTRA_CA_CERTS names a file that does not exist',
    credentials: () => labIssuer().leaf(),
    code: 'tls.cert.authority_invalid',
    env: { NODE_EXTRA_CA_CERTS: '/nonexistent/corporate-root.pem' },
    says: ['NODE_EXTRA_CA_CERTS'],
  },
  {
    id: 'CRT13',
    title: 'Verification is switched off, and the preflight verifies all the same',
    credentials: stranger,
    code: 'tls.cert.authority_invalid',
    env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
  },
  {
    id: 'CRT15',
    title: 'The certificate is for clients, not for servers',
    credentials: () => labIssuer().leaf(FOR_CLIENTS),
    code: 'tls.cert.invalid',
  },
  {
    id: 'CRT16',
    title: 'The certificate has a critical extension that nobody knows',
    credentials: () => labIssuer().leaf(STRANGE),
    code: 'tls.cert.invalid',
  },
  {
    id: 'CRT18',
    title: 'The key of the certificate has 1024 bits',
    credentials: () => labIssuer().leaf({ keys: rsaKeys(1024) }),
    code: 'tls.cert.invalid',
  },
]

/** A company's root as it often is, known to Python alone. */
export const CASUAL = authority(
  { common: 'Casual Root' },
  lacking(['critical basicConstraints', 'keyUsage']),
)

/** Python 3.13 and later verifies by the letter, and takes any trusted certificate as the end. */
const BY_THE_LETTER: readonly Scenario[] = (
  [
    ['3.13', 'environment', path('tls', 'tls.cert.invalid', 'tcp'), /Python 3\.13 \(UV_PYTHON\)/],
    ['3.12', 'environment', PASS, undefined],
    ['3.13', 'unknown', PASS, /Python 3\.13 and later would refuse/],
  ] as const
).map(([version, known, expect, says]) => ({
  id: `CRT19-${known === 'unknown' ? known : version}`,
  title: `A root with basicConstraints that are not critical; the Python is ${known === 'unknown' ? 'not known' : version}`,
  needs: 'loopback',
  expect,
  async arrange(lab) {
    const api = await lab.api({ tls: CASUAL.leaf() })
    const complaints = (ran: Ran) => (says === undefined ? [] : saysAll(ran, says))
    return {
      flags: { ...direct(api.port), client: 'python' },
      env: {
        SSL_CERT_FILE: lab.file('casual.pem', CASUAL.pem),
        // The Python of the machine that runs the lab is not the application's.
        PATH: '/nonexistent',
        ...(known === 'unknown' ? {} : { UV_PYTHON: version }),
      },
      complaints: (ran) => [...(expect === PASS ? [] : noKeyAt(api, lab.key)), ...complaints(ran)],
    }
  },
}))

/** Words by which a person knows the product. */
const PRODUCTS: Readonly<Record<keyof typeof INTERCEPTORS, RegExp>> = {
  zscaler: /Zscaler/i,
  netskope: /Netskope/i,
  'palo-alto': /Palo Alto/i,
  fortinet: /Forti/i,
  'blue-coat': /Blue Coat|Symantec/i,
  'cisco-umbrella': /Cisco/i,
  sophos: /Sophos/i,
  'cloudflare-gateway': /Cloudflare/i,
  mitmproxy: /mitmproxy/i,
  squid: /Squid/i,
}

const INTERCEPTED: readonly Chain[] = Object.entries(PRODUCTS).map(([name, pattern]) => ({
  id: `CRT08-${name}`,
  title: `The chain is signed by ${name}`,
  credentials: () => withRoot(authority(nameOf(name))),
  code: 'tls.cert.authority_invalid',
  says: [pattern],
}))

function nameOf(product: string): { readonly organization: string; readonly common: string } {
  const found = Object.entries(INTERCEPTORS).find(([name]) => name === product)
  if (found === undefined) throw new Error(`no interceptor ${product}`)
  return found[1]
}

const AS_SERVED: readonly Scenario[] = [...CHAINS, ...INTERCEPTED].map((chain) => ({
  id: chain.id,
  title: chain.title,
  needs: 'loopback',
  expect: path('tls', chain.code, 'tcp'),
  async arrange(lab) {
    const weak = chain.id === 'CRT18' ? { ciphers: 'DEFAULT:@SECLEVEL=0' } : {}
    const api = await lab.api({ tls: { ...chain.credentials(), ...weak } })
    return {
      flags: direct(api.port),
      ...(chain.env === undefined ? {} : { env: chain.env }),
      complaints: (ran: Ran) => [...noKeyAt(api, lab.key), ...saysAll(ran, ...(chain.says ?? []))],
    }
  },
}))

export const CERTIFICATES: readonly Scenario[] = [...AS_SERVED, ...BY_THE_LETTER]
