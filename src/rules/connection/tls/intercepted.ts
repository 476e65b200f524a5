import { quotable } from '../../../model/index.ts'
import { type BrokenStep, clientName, errnoNote } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { isAzureHost, isOpenaiHost } from '../../../knowledge/hosts.ts'
import {
  acceptedNote,
  certificateFailed,
  ignoredTrust,
  intermediateOrder,
  issuedBy,
  KEEP_VERIFYING,
  ownFile,
  served,
  signed,
  trustOrders,
} from './served.ts'

/** A product on the path signs in the API's place, and its issuer says which one. */
export const intercepted: PathConclusion = {
  id: 'tls/intercepted',
  says: (step) => {
    const chain = served(step)
    if (!certificateFailed(step) || chain.interceptor === '') return undefined
    return {
      product: chain.interceptor,
      summary: `TLS to ${step.host} is intercepted by ${chain.interceptor}: its certificate${signed(step, chain)} is not trusted by ${clientName(step).replace('The', 'the')}${acceptedNote(chain)}.`,
      doNext: [
        ...trustOrders(step, chain),
        `Or exempt ${step.host} from TLS inspection in ${chain.interceptor}.`,
      ],
      doNot: [KEEP_VERIFYING],
      cites: [chain.observation],
    }
  },
}

/** NODE_EXTRA_CA_CERTS holds the intermediate only: OpenSSL then misses the root above it. */
export const extraAuthorityIncomplete: PathConclusion = {
  id: 'tls/ca-file-incomplete',
  says: (step) => {
    const chain = served(step)
    const extra = ownFile(step)
    if (!certificateFailed(step) || step.errno !== 'UNABLE_TO_GET_ISSUER_CERT') return undefined
    const named = extra?.source ?? 'The CA file'
    return {
      summary: `${named} holds an intermediate certificate for ${step.host} but not the root above it${issuedBy(step, chain)}.`,
      doNext: [
        `Add the root certificate to the PEM file of ${named}${extra?.path === undefined ? '' : ` (${extra.path})`}.`,
      ],
      doNot: [KEEP_VERIFYING],
      cites: [chain.observation],
    }
  },
}

/** A variable that should bring the missing root is set and brings nothing. */
export const trustSettingIgnored: PathConclusion = {
  id: 'tls/trust-setting-ignored',
  says: (step) => {
    const chain = served(step)
    const [setting] = ignoredTrust(step)
    if (step.code !== 'tls.cert.authority_invalid' || setting === undefined) return undefined
    return {
      summary: `The certificate of ${step.host}${signed(step, chain)} is not trusted, and ${setting.variable}, which is set, does not help: ${setting.because.replace(/\.$/, '')}${acceptedNote(chain)}.`,
      doNext: trustOrders(step, chain),
      doNot: [KEEP_VERIFYING],
      cites: [chain.observation],
    }
  },
}

/**
 * One certificate came, and it did not sign itself: either the server forgot the one between, or its
 * authority is unknown. The public API sends all of them, so there a stranger answers.
 */
export const missingIntermediate: PathConclusion = {
  id: 'tls/missing-intermediate',
  says: (step) => {
    const chain = served(step)
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
      doNot: [
        KEEP_VERIFYING,
        'Do not conclude from a browser that the chain is complete: browsers fetch the missing part.',
      ],
      cites: [chain.observation],
    }
  },
}

function isPublicApi({ host }: BrokenStep): boolean {
  return isOpenaiHost(host) || isAzureHost(host)
}

/** An authority that this client does not know, and no product name. */
export const untrustedAuthority: PathConclusion = {
  id: 'tls/untrusted-authority',
  when: (step) => step.code === 'tls.cert.authority_invalid',
  says: (step) => {
    const chain = served(step)
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
      doNot: [KEEP_VERIFYING],
      cites: [chain.observation],
    }
  },
}

/** The certificate is for other names. */
export const wrongName: PathConclusion = {
  id: 'tls/wrong-name',
  when: (step) => step.code === 'tls.cert.name_invalid',
  says: (step) => {
    const chain = served(step)
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
      doNot: [KEEP_VERIFYING],
      cites: [chain.observation],
    }
  },
}
