import type { RuleList } from '../../model/index.ts'
import { pathRules } from '../conclusion.ts'
import { evidenceRules } from '../whole-run.ts'
import { ADDRESSES } from './addresses.ts'
import type { BrokenStep, CodeLayer } from './broken-step.ts'
import { CERTIFICATES } from './certificates.ts'
import { CONNECTIONS } from './connections.ts'
import { unusableWay } from './environment.ts'
import { answerFailedOtherwise, EXCHANGES } from './exchanges.ts'
import { HANDSHAKES } from './handshakes.ts'
import { ipv6Only, NAMES } from './names.ts'
import { neverSent, noResponse, unexplained } from './no-response.ts'
import { PROXY, proxyIgnored } from './proxy.ts'

/** The API's own step, not the proxy's. */
const ofApi =
  (wanted: CodeLayer) =>
  ({ of, layer }: BrokenStep): boolean =>
    of === 'target' && layer === wanted

/** The connection to the looked-up address failed, or somebody else's certificate came. */
const isAtAddress = ({ of, proxy, layer }: BrokenStep): boolean =>
  of === 'target' && proxy === '' && (layer === 'tcp' || layer === 'tls')

/** Why the real request broke before an answer: a broken step has exactly one finding. */
export const CONNECTION_RULES: RuleList = [
  ...evidenceRules([unusableWay]),
  // The way out as a whole, before the layer that happened to fail.
  ...pathRules([neverSent, proxyIgnored]),
  ...pathRules(PROXY),
  ...pathRules([ipv6Only]),
  ...pathRules(NAMES, ofApi('dns')),
  ...pathRules(ADDRESSES, isAtAddress),
  ...pathRules(CONNECTIONS, ofApi('tcp')),
  ...pathRules([...CERTIFICATES, ...HANDSHAKES], ({ layer }) => layer === 'tls'),
  ...pathRules(EXCHANGES, ({ layer }) => layer === 'http'),
]

/**
 * For the very end of all rules: an HTTP failure that no rule about answers claimed, and a failure
 * that nobody knows, whose owner is `unknown`.
 */
export const LAST_RULES: RuleList = pathRules([noResponse, answerFailedOtherwise, unexplained])
