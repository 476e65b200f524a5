import { investigation } from '../../model/reading.ts'
import { errnoNote, type BrokenStep, clientName, detailOf, reasonNote } from './broken-step.ts'
import type { PathConclusion } from '../conclusion.ts'
import { clockSkew } from './witnesses.ts'
import {
  issuedBy,
  KEEP_VERIFYING,
  acceptedNote,
  certificateFailed,
  ignoredTrust,
  intermediateOrder,
  ownFile,
  signed,
  trustOrders,
  ofChain,
} from './served.ts'
import { quotable } from '../../model/index.ts'
import { isAzureHost, isOpenaiHost } from '../../knowledge/hosts.ts'
import { hijacked } from './addresses.ts'
import { strictlyRefused } from './strict.ts'

/** Certificates are backdated by about an hour; less than that explains no date error. */
const TELLING_SKEW_MS = 3_600_000
const TOO_EARLY = 'CERT_NOT_YET_VALID'

/** The certificate that came is not accepted. */
export const CERTIFICATES: readonly PathConclusion[] = [
  /** The runner's clock is wrong: another clock, or a second "invalid" certificate, says so. */
  {
    id: 'tls/clock-wrong',
    when: (step) => step.code === 'tls.cert.date_invalid',
    says: (step) => {
      const clock = clockSkew(step)
      // Their clock minus ours: positive when the runner is behind.
      const explains =
        clock !== undefined &&
        (step.errno === TOO_EARLY ? clock.skewMs : -clock.skewMs) > TELLING_SKEW_MS
      const control = investigation(step.evidence, 'control')
      const alsoOutdated =
        control?.outcome.status === 'failed' &&
        control.outcome.failure.code === 'tls.cert.date_invalid'
      if (!explains && !alsoOutdated) return undefined
      const proof = explains
        ? `the runner's clock is ${Math.round(Math.abs(clock.skewMs) / 60_000)} minutes ${clock.skewMs > 0 ? 'behind' : 'ahead'}`
        : `${control?.target ?? 'the control host'} looks outdated as well, so the runner's clock is wrong`
      return {
        summary: `The certificate of ${step.host} is refused for its dates${errnoNote(step)}, but ${proof}.`,
        doNext: 'Set the clock of this runner (NTP, or the clock of the host it is a guest of).',
        doNot: [KEEP_VERIFYING, 'Do not ask for a new certificate.'],
        cites: [explains ? clock.observation : control],
      }
    },
  },
  strictlyRefused,
  {
    id: 'tls/intercepted',
    says: ofChain((step, chain) => {
      if (!certificateFailed(step) || chain.interceptor === '') return undefined
      return {
        product: chain.interceptor,
        summary: `TLS to ${step.host} is intercepted by ${chain.interceptor}: its certificate${signed(step, chain)} is not trusted by ${clientName(step).replace('The', 'the')}${acceptedNote(chain)}.`,
        doNext: [
          ...trustOrders(step, chain),
          `Or exempt ${step.host} from TLS inspection in ${chain.interceptor}.`,
        ],
      }
    }),
  },
  hijacked,
  /** NODE_EXTRA_CA_CERTS holds the intermediate only: OpenSSL then misses the root above it. */
  {
    id: 'tls/ca-file-incomplete',
    says: ofChain((step, chain) => {
      const extra = ownFile(step)
      if (!certificateFailed(step) || step.errno !== 'UNABLE_TO_GET_ISSUER_CERT') return undefined
      const named = extra?.source ?? 'The CA file'
      return {
        summary: `${named} holds an intermediate certificate for ${step.host} but not the root above it${issuedBy(step, chain)}.`,
        doNext: `Add the root certificate to the PEM file of ${named}${extra?.path === undefined ? '' : ` (${extra.path})`}.`,
      }
    }),
  },
  /**
   * One certificate came, and it did not sign itself: either the server forgot the one between, or its
   * authority is unknown. The public API sends all of them, so there a stranger answers.
   */
  {
    id: 'tls/missing-intermediate',
    says: ofChain((step, chain) => {
      const certain = chain.facts.missingIntermediate === true
      if (step.code !== 'tls.cert.authority_invalid') return undefined
      if (!certain && (!chain.alone || isPublicApi(step))) return undefined
      const doubt = certain ? '' : `, or "${chain.issuer}" is an authority that it does not know`
      return {
        summary: `The server for ${step.host} sends no intermediate certificate, only its own${issuedBy(step, chain)}: the chain is incomplete for ${clientName(step).replace('The', 'the')}${doubt}${acceptedNote(chain)}.`,
        doNext: [
          `Install the full chain (leaf and intermediate) on the server or proxy that answers for ${step.host}.`,
          intermediateOrder(step),
          ...(certain ? [] : trustOrders(step, chain)),
        ],
        doNot:
          'Do not conclude from a browser that the chain is complete: browsers fetch the missing part.',
      }
    }),
  },
  {
    id: 'tls/trust-setting-ignored',
    says: ofChain((step, chain) => {
      const [setting] = ignoredTrust(step)
      if (step.code !== 'tls.cert.authority_invalid' || setting === undefined) return undefined
      return {
        summary: `The certificate of ${step.host}${signed(step, chain)} is not trusted, and ${setting.variable}, which is set, does not help: ${setting.because.replace(/\.$/, '')}${acceptedNote(chain)}.`,
        doNext: trustOrders(step, chain),
      }
    }),
  },
  {
    id: 'tls/untrusted-authority',
    when: (step) => step.code === 'tls.cert.authority_invalid',
    says: ofChain((step, chain) => {
      const alone = step.errno === 'DEPTH_ZERO_SELF_SIGNED_CERT'
      const isPublic = isPublicApi(step)
      const what = alone
        ? 'a self-signed certificate'
        : `a certificate of an authority it does not know${chain.alone ? ', sent without an intermediate,' : ''}`
      const meaning = isPublic
        ? `: something on the path answers in its place, since ${step.host} uses a public authority`
        : ': a private authority, or something on the path that answers in its place'
      return {
        summary: `${clientName(step)} gets ${what} for ${step.host}${issuedBy(step, chain)}${meaning}${acceptedNote(chain)}.`,
        doNext: isPublic
          ? [
              `Ask the network team whose certificate this is${chain.issuer === '' ? '' : ` ("${chain.issuer}")`}; if it is their TLS inspection, exempt ${step.host} or do as follows.`,
              ...trustOrders(step, chain),
            ]
          : trustOrders(step, chain),
      }
    }),
  },
  {
    id: 'tls/wrong-name',
    when: (step) => step.code === 'tls.cert.name_invalid',
    says: ofChain((step, chain) => {
      const names = chain.facts.chain?.[0]?.names ?? []
      const shown = names.length === 0 ? 'other names' : names.slice(0, 3).map(quotable).join(', ')
      return {
        summary: `The server that answers for ${step.host} presents a certificate for ${shown}${errnoNote(step)}: it is another server.`,
        doNext: isOpenaiHost(step.host)
          ? [
              `Find what redirects ${step.host} on this network (DNS, hosts file, proxy, captive portal) and exempt it.`,
            ]
          : [
              `Use the host name that the certificate is for in the base URL, or give the server a certificate for ${step.host}.`,
            ],
      }
    }),
  },
  {
    id: 'tls/certificate-outdated',
    when: (step) => step.code === 'tls.cert.date_invalid',
    says: ofChain((step, chain) => {
      const early = step.errno === TOO_EARLY
      const certificates = chain.facts.chain ?? []
      const at = chain.facts.outdated?.[0] ?? 0
      const one = certificates[at]
      const above = at > 0 && one !== undefined
      const what = above
        ? `${one.selfSigned ? 'root' : 'intermediate'} certificate "${one.subject}" above the certificate for ${step.host}${errnoNote(step)}`
        : `certificate for ${step.host}${issuedBy(step, chain)}`
      const period =
        one === undefined
          ? ''
          : `: it is valid from ${one.validFrom.slice(0, 10)} to ${one.validTo.slice(0, 10)}`
      // A wrong clock outdates the leaf first, and another clock would have told.
      const clockOrder =
        above || clockSkew(step) !== undefined
          ? []
          : ['Compare the clock of this runner with real time and set it (NTP) if it is wrong.']
      const leafFine = above ? `; the certificate of ${step.host} itself is within its dates` : ''
      return {
        summary: `The ${what} ${early ? 'is not valid yet' : 'has expired'}${period}${leafFine}.`,
        doNext: [
          ...(early ? clockOrder : []),
          early
            ? `Correct the start date of the certificate on the server or proxy that answers for ${step.host}.`
            : above
              ? `Replace the expired "${one.subject}" in the chain that the server or inspecting proxy for ${step.host} sends by its current successor.`
              : `Renew the certificate on the server or inspecting proxy that answers for ${step.host}.`,
          ...(early ? [] : clockOrder),
        ],
      }
    }),
  },
  /** Schannel fails where neither CRL nor OCSP answers; others do not ask. */
  {
    id: 'tls/revocation-unchecked',
    when: (step) => step.errno === 'UNABLE_TO_GET_CRL',
    says: (step) => ({
      summary: `The client could not check whether the certificate for ${step.host} is revoked${errnoNote(step)}: the servers that say so cannot be reached from this runner.`,
      doNext: [
        'Allow the CRL and OCSP addresses that the certificate names, normally TCP 80, in the egress firewall.',
        'If TLS inspection signs the certificate, ask its owner for certificates whose revocation list this runner can reach.',
      ],
      doNot: KEEP_VERIFYING,
    }),
  },
  {
    id: 'tls/certificate-invalid',
    when: (step) => certificateFailed(step),
    says: ofChain((step, chain) => {
      const revoked = step.code === 'tls.cert.revoked'
      // OpenSSL's headline without the reason behind it, as logs keep it: no errno, no words.
      if (!revoked && step.errno === '' && detailOf(step) === undefined) {
        return {
          summary: `The client does not accept the certificate for ${step.host}, and nothing says why: an authority that it does not know is the most common reason.`,
          doNext: [
            'Log the whole error of the client: the reason follows `certificate verify failed`.',
            'If this is a slim container image, install its `ca-certificates` package; if the traffic is inspected, add the root certificate of the inspecting device to the trust store that this client reads.',
          ],
        }
      }
      return {
        summary: `The certificate for ${step.host}${issuedBy(step, chain)} is ${revoked ? 'revoked' : `not acceptable${detailOf(step) === undefined ? ' (purpose, constraints, key strength or signature)' : reasonNote(step)}`}.`,
        doNext: `Replace the certificate on the server or inspecting proxy that answers for ${step.host}.`,
      }
    }),
  },
]

function isPublicApi({ host }: BrokenStep): boolean {
  return isOpenaiHost(host) || isAzureHost(host)
}
