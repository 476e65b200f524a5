import type { RuleList } from '../../model/index.ts'
import { pathRules, type PathConclusion } from '../conclusion.ts'
import { evidenceRules } from '../whole-run.ts'
import type { BrokenStep, CodeLayer } from './broken-step.ts'
import * as noAddress from './dns/no-address.ts'
import * as system from './dns/not-asked.ts'
import * as resolver from './dns/resolver.ts'
import * as wrongAddress from './dns/wrong-address.ts'
import { proxyBroken } from './egress/proxy-broken.ts'
import { proxyIgnored } from './egress/proxy-ignored.ts'
import { unusableWay } from './egress/unusable.ts'
import * as noAnswer from './http/no-answer.ts'
import * as client from './no-response.ts'
import * as credentials from './proxy/credentials.ts'
import * as reach from './proxy/reach.ts'
import * as refused from './proxy/refused.ts'
import * as addresses from './tcp/addresses.ts'
import * as closed from './tcp/closed.ts'
import * as thisMachine from './tcp/this-machine.ts'
import * as cut from './tls/cut.ts'
import * as dates from './tls/dates.ts'
import * as certificate from './tls/intercepted.ts'
import * as spoken from './tls/spoken.ts'
import { strictlyRefused } from './tls/strict.ts'

export { CONNECTION_NOTES } from './notes/index.ts'

/** The way out as a whole, before the layer that happened to fail. */
const WAYS: readonly PathConclusion[] = [client.neverSent, proxyIgnored]

/** A proxy that says why it refuses is more precise than "the direct way works". */
const PROXY: readonly PathConclusion[] = [
  credentials.schemeUnsupported,
  credentials.credentialsRejected,
  credentials.credentialsMissing,
  reach.proxyTls,
  ...refused.refusals,
  proxyBroken,
  reach.proxyNotResolved,
  reach.proxyUnreachable,
  refused.proxySilent,
  refused.proxyHungUp,
  refused.notAProxy,
  refused.proxyFailedOtherwise,
]

const NAMES: readonly PathConclusion[] = [
  resolver.resolverUnreachable,
  resolver.familyUnanswered,
  resolver.serverFailure,
  resolver.serversDisagree,
  system.notAsked,
  system.passing,
  noAddress.nameNotFound,
  noAddress.lookupTimedOut,
  noAddress.lookupFailedOtherwise,
]

/** The name resolved, to something else than the API: shows first in TCP or TLS. */
const ADDRESSES: readonly PathConclusion[] = [
  wrongAddress.sinkhole,
  wrongAddress.hostsFile,
  wrongAddress.searchList,
  wrongAddress.bogon,
]

const CONNECTIONS: readonly PathConclusion[] = [
  thisMachine.localFirewall,
  thisMachine.localLimit,
  addresses.attemptTimeout,
  addresses.deadAddressFirst,
  thisMachine.nothingListensHere,
  addresses.intermittent,
  closed.serviceHere,
  closed.privateEndpoint,
  closed.egressClosed,
  ...closed.closings,
  closed.connectFailedOtherwise,
]

const HANDSHAKES: readonly PathConclusion[] = [
  dates.clockWrong,
  strictlyRefused,
  certificate.intercepted,
  wrongAddress.hijacked,
  certificate.extraAuthorityIncomplete,
  certificate.missingIntermediate,
  certificate.trustSettingIgnored,
  certificate.untrustedAuthority,
  certificate.wrongName,
  dates.outdated,
  spoken.revocationUnchecked,
  spoken.certificateInvalid,
  spoken.clientCertificate,
  spoken.alpnMismatch,
  spoken.weakKeyExchange,
  spoken.handshakeRefused,
  spoken.versionMismatch,
  spoken.unrecognizedName,
  spoken.notTls,
  cut.largeHello,
  cut.nameBlocked,
  cut.handshakeCut,
  spoken.handshakeFailedOtherwise,
]

const EXCHANGES: readonly PathConclusion[] = [
  noAnswer.plainOnTlsPort,
  noAnswer.speaksOnlyHttp2,
  noAnswer.largeRequestLost,
  noAnswer.bodiesHeld,
  noAnswer.apiSilent,
  ...noAnswer.noAnswers,
  noAnswer.notHttp,
]

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
  ...pathRules(WAYS),
  ...pathRules(PROXY),
  ...pathRules([system.ipv6Only]),
  ...pathRules(NAMES, ofApi('dns')),
  ...pathRules(ADDRESSES, isAtAddress),
  ...pathRules(CONNECTIONS, ofApi('tcp')),
  ...pathRules(HANDSHAKES, ({ layer }) => layer === 'tls'),
  ...pathRules(EXCHANGES, ({ layer }) => layer === 'http'),
]

/**
 * For the very end of all rules: an HTTP failure that no rule about answers claimed, and a failure
 * that nobody knows, whose owner is `unknown`.
 */
export const LAST_RULES: RuleList = pathRules([
  client.noResponse,
  noAnswer.answerFailedOtherwise,
  client.unexplained,
])
