import type { Conclusion, PathConclusion } from '../conclusion.ts'
import { listed, type Warning } from '../orders.ts'
import { CLIENT_FACTS, TRUST_SETTING } from '../../knowledge/clients.ts'
import type { EgressNote, Observation, ServedChainFacts, TrustStore } from '../../model/index.ts'
import { quotable } from '../../model/index.ts'
import { investigated } from '../../model/reading.ts'
import { type BrokenStep, errnoNote } from './broken-step.ts'

/** The chain that was served, read with verification off and without sending anything. */
interface Served {
  readonly facts: Partial<ServedChainFacts>
  readonly observation: Observation<'served-chain'> | undefined
  /** Name of whoever signed the leaf; empty when not known. */
  readonly issuer: string
  /** Name of the authority above everything that was sent: what a store has to hold. */
  readonly root: string
  /** One certificate and nothing above it, which did not sign itself. */
  readonly alone: boolean
  /** Product that signs in the API's place; empty when the issuer names none. */
  readonly interceptor: string
}

export function served(step: BrokenStep): Served {
  const { seen, facts = {} } = investigated(step.evidence, 'served-chain')
  const [leaf, ...above] = facts.chain ?? []
  return {
    facts,
    observation: seen,
    issuer: quotable(leaf?.issuer ?? ''),
    root: quotable((above.at(-1) ?? leaf)?.issuer ?? ''),
    alone: leaf?.selfSigned === false && above.length === 0,
    interceptor: facts.interceptor ?? '',
  }
}

/** About the chain that was served, which it cites; verification stays on whatever is said. */
export function ofChain(
  says: (step: BrokenStep, chain: Served) => Conclusion | undefined,
): PathConclusion['says'] {
  return (step) => {
    const chain = served(step)
    const said = says(step, chain)
    const doNot: readonly Warning[] = [KEEP_VERIFYING, ...listed(said?.doNot)]
    return said && { ...said, doNot, cites: [chain.observation, ...(said.cites ?? [])] }
  }
}

export function certificateFailed(step: BrokenStep): boolean {
  return step.layer === 'tls' && step.code.startsWith('tls.cert.')
}

/** ` issued by "Example CA" (SELF_SIGNED_CERT_IN_CHAIN)`, with what is known of it. */
export function issuedBy(step: BrokenStep, { issuer }: Served): string {
  return `${issuer === '' ? '' : ` issued by "${issuer}"`}${errnoNote(step)}`
}

/** The same between commas, after the word for the certificate. */
export function signed(step: BrokenStep, chain: Served): string {
  return chain.issuer === '' ? errnoNote(step) : `,${issuedBy(step, chain)},`
}

/** `; curl accepts it`, for the clients whose own stores hold the issuer. */
export function acceptedNote({ facts }: Served): string {
  const clients = facts.acceptedBy ?? []
  if (clients.length === 0) return ''
  return `; ${clients.join(' and ')} ${clients.length === 1 ? 'accepts' : 'accept'} it`
}

/**
 * The setting that makes this client trust the issuer. All are read when the process starts,
 * so they belong into the `env` of the job and not into a step that runs inside the process.
 */
export function trustOrders(step: BrokenStep, { facts, root }: Served): readonly string[] {
  const { client, clientUnknown, trust } = step.evidence.egress
  const authority = root === '' ? 'the issuing authority' : `"${root}"`
  const certificate = `the root certificate of ${authority}`
  const bySystem = (facts.trust ?? []).some(({ store, accepted }) => store === 'system' && accepted)
  const usesSystem = trust.some(({ store }) => store === 'system')
  const own = ownFile(step)
  // A variable that is set and read already needs another content, not another order to set it.
  return [
    ...ignoredTrust(step)
      .map(({ fix }) => fix)
      .filter((fix) => own === undefined || !fix.includes(own.source)),
    clientUnknown === true
      ? anyClient(authority)
      : own === undefined || (bySystem && !usesSystem)
        ? trustOrder(step, authority, certificate, bySystem)
        : addOrder(own, certificate),
    // An image without the public roots says the same as an interception.
    ...(root === '' && client !== 'node' && clientUnknown !== true && step.evidence.source === 'log'
      ? [NO_ROOTS]
      : []),
  ]
}

const NO_ROOTS =
  'If this is a slim container image, install its `ca-certificates` package: without the public roots every server looks like this.'

function anyClient(authority: string): string {
  return `Install the \`ca-certificates\` package if the image has none; else add the root certificate of ${authority} to the trust store that this client reads.`
}

/** A file of roots that somebody gave this client, and that it reads. */
export function ownFile(step: BrokenStep): TrustStore | undefined {
  const { trust } = step.evidence.egress
  return trust.find(({ store }) => store === 'extra' || store === 'file')
}

function addOrder({ source, path }: TrustStore, what: string): string {
  return `Add ${what} to the roots in ${source}${path === undefined ? '' : ` (${path})`}.`
}

/** How this client gets to know the certificate between, until the server sends it. */
export function intermediateOrder(step: BrokenStep): string {
  const own = ownFile(step)
  const what = 'that intermediate certificate'
  if (own !== undefined) return `Until then: ${addOrder(own, what).replace(/^Add/, 'add')}`
  return `Until then: ${trustOrder(step, 'it', what)}`
}

/** The setting of this client that makes it trust one more certificate. */
export function trustOrder(
  { evidence: { egress } }: BrokenStep,
  authority: string,
  certificate: string,
  bySystem = false,
): string {
  const usesSystem = egress.trust.some(({ store }) => store === 'system')
  return CLIENT_FACTS[egress.client].trust({ authority, certificate, bySystem, usesSystem })
}

/** Variables about trust that are set and do not act on this client. */
export function ignoredTrust(step: BrokenStep): readonly EgressNote[] {
  return step.evidence.egress.ignored.filter(
    ({ variable }) => TRUST_SETTING.test(variable) || variable === 'NODE_OPTIONS',
  )
}

export const KEEP_VERIFYING =
  'Do not switch certificate verification off: the key would go to whoever answers.'
