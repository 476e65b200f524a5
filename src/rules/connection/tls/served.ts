import { CLIENT_FACTS, TRUST_SETTING } from '../../../knowledge/clients.ts'
import type { EgressNote, Observation, ServedChainFacts } from '../../../model/index.ts'
import { factsOf, investigation } from '../../../model/reading.ts'
import { type BrokenStep, errnoNote } from '../broken-step.ts'

/** The chain that was served, read with verification off and without sending anything. */
export interface Served {
  readonly facts: Partial<ServedChainFacts>
  readonly observation: Observation<'served-chain'> | undefined
  /** Name of the authority at the top of what was sent; empty when not known. */
  readonly issuer: string
  /** Product that signs in the API's place; empty when the issuer names none. */
  readonly interceptor: string
}

export function served(step: BrokenStep): Served {
  const seen = investigation(step.evidence, 'served-chain')
  const facts = factsOf<'served-chain'>(seen) ?? {}
  const top = facts.chain?.at(-1)
  return {
    facts,
    observation: seen,
    issuer: top?.issuer ?? '',
    interceptor: facts.interceptor ?? '',
  }
}

export function certificateFailed(step: BrokenStep): boolean {
  return step.layer === 'tls' && step.code.startsWith('tls.cert.')
}

/** ` issued by "Example CA" (SELF_SIGNED_CERT_IN_CHAIN)`, with what is known of it. */
export function issuedBy(step: BrokenStep, { issuer }: Served): string {
  return `${issuer === '' ? '' : ` issued by "${issuer}"`}${errnoNote(step)}`
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
export function trustOrders(step: BrokenStep, { facts, issuer }: Served): readonly string[] {
  const { client, clientUnknown, trust } = step.evidence.egress
  const authority = issuer === '' ? 'the issuing authority' : `"${issuer}"`
  const certificate = `the root certificate of ${authority}`
  const bySystem = (facts.trust ?? []).some(({ store, accepted }) => store === 'system' && accepted)
  const usesSystem = trust.some(({ store }) => store === 'system')
  return [
    ...ignoredTrust(step).map(({ fix }) => fix),
    clientUnknown === true
      ? anyClient(authority)
      : CLIENT_FACTS[client].trust({ authority, certificate, bySystem, usesSystem }),
    // An image without the public roots says the same as an interception.
    ...(issuer === '' &&
    client !== 'node' &&
    clientUnknown !== true &&
    step.evidence.source === 'log'
      ? [NO_ROOTS]
      : []),
  ]
}

const NO_ROOTS =
  'If this is a slim container image, install its `ca-certificates` package: without the public roots every server looks like this.'

function anyClient(authority: string): string {
  return `Install the \`ca-certificates\` package if the image has none; else add the root certificate of ${authority} to the trust store that this client reads.`
}

/** Variables about trust that are set and do not act on this client. */
export function ignoredTrust(step: BrokenStep): readonly EgressNote[] {
  return step.evidence.egress.ignored.filter(
    ({ variable }) => TRUST_SETTING.test(variable) || variable === 'NODE_OPTIONS',
  )
}

export const KEEP_VERIFYING =
  'Do not switch certificate verification off: the key would go to whoever answers.'
