import type { RuleList } from '../../model/index.ts'
import { evidenceRules, pathRules, type PathConclusion } from '../conclusion.ts'
import { lookupFailedOtherwise, lookupTimedOut, nameNotFound } from './dns/no-address.ts'
import { ipv6Only, notAsked, passing } from './dns/not-asked.ts'
import {
  familyUnanswered,
  resolverUnreachable,
  serverFailure,
  serversDisagree,
} from './dns/resolver.ts'
import { bogon, hijacked, hostsFile, searchList, sinkhole } from './dns/wrong-address.ts'
import { proxyBroken } from './egress/proxy-broken.ts'
import { proxyIgnored } from './egress/proxy-ignored.ts'
import { unusableWay } from './egress/unusable.ts'
import {
  answerFailedOtherwise,
  apiSilent,
  bodiesHeld,
  largeRequestLost,
  noAnswers,
  notHttp,
  plainOnTlsPort,
  speaksOnlyHttp2,
} from './http/no-answer.ts'
import { neverSent, noResponse, unexplained } from './no-response.ts'
import { credentialsMissing, credentialsRejected, schemeUnsupported } from './proxy/credentials.ts'
import { proxyNotResolved, proxyTls, proxyUnreachable } from './proxy/reach.ts'
import {
  notAProxy,
  proxyFailedOtherwise,
  proxyHungUp,
  proxySilent,
  refusals,
} from './proxy/refused.ts'
import { attemptTimeout, deadAddressFirst, intermittent } from './tcp/addresses.ts'
import {
  closings,
  connectFailedOtherwise,
  egressClosed,
  privateEndpoint,
  serviceHere,
} from './tcp/closed.ts'
import { localFirewall, localLimit, nothingListensHere } from './tcp/this-machine.ts'
import { handshakeCut, largeHello, nameBlocked } from './tls/cut.ts'
import { clockWrong, outdated } from './tls/dates.ts'
import {
  extraAuthorityIncomplete,
  trustSettingIgnored,
  intercepted,
  missingIntermediate,
  untrustedAuthority,
  wrongName,
} from './tls/intercepted.ts'
import {
  certificateInvalid,
  revocationUnchecked,
  alpnMismatch,
  clientCertificate,
  handshakeFailedOtherwise,
  handshakeRefused,
  notTls,
  unrecognizedName,
  versionMismatch,
  weakKeyExchange,
} from './tls/spoken.ts'
import { strictlyRefused } from './tls/strict.ts'

export { CONNECTION_NOTES } from './notes/index.ts'

/** The way out as a whole, before the layer that happened to fail. */
const WAYS: readonly PathConclusion[] = [neverSent, proxyIgnored]

/** A proxy that says why it refuses is more precise than "the direct way works". */
const PROXY: readonly PathConclusion[] = [
  schemeUnsupported,
  credentialsRejected,
  credentialsMissing,
  proxyTls,
  ...refusals,
  proxyBroken,
  proxyNotResolved,
  proxyUnreachable,
  proxySilent,
  proxyHungUp,
  notAProxy,
  proxyFailedOtherwise,
]

const NAMES: readonly PathConclusion[] = [
  ipv6Only,
  resolverUnreachable,
  familyUnanswered,
  serverFailure,
  serversDisagree,
  notAsked,
  passing,
  nameNotFound,
  lookupTimedOut,
  lookupFailedOtherwise,
]

/** The name resolved, to something else than the API: shows first in TCP or TLS. */
const ADDRESSES: readonly PathConclusion[] = [sinkhole, hostsFile, searchList, bogon]

const CONNECTIONS: readonly PathConclusion[] = [
  localFirewall,
  localLimit,
  attemptTimeout,
  deadAddressFirst,
  nothingListensHere,
  intermittent,
  serviceHere,
  privateEndpoint,
  egressClosed,
  ...closings,
  connectFailedOtherwise,
]

const HANDSHAKES: readonly PathConclusion[] = [
  clockWrong,
  strictlyRefused,
  intercepted,
  hijacked,
  extraAuthorityIncomplete,
  missingIntermediate,
  trustSettingIgnored,
  untrustedAuthority,
  wrongName,
  outdated,
  revocationUnchecked,
  certificateInvalid,
  clientCertificate,
  alpnMismatch,
  weakKeyExchange,
  handshakeRefused,
  versionMismatch,
  unrecognizedName,
  notTls,
  largeHello,
  nameBlocked,
  handshakeCut,
  handshakeFailedOtherwise,
]

const EXCHANGES: readonly PathConclusion[] = [
  plainOnTlsPort,
  speaksOnlyHttp2,
  largeRequestLost,
  bodiesHeld,
  apiSilent,
  ...noAnswers,
  notHttp,
]

/** Why the real request broke before an answer: a broken step has exactly one finding. */
export const CONNECTION_RULES: RuleList = [
  ...evidenceRules([unusableWay]),
  ...pathRules([
    ...WAYS,
    ...PROXY,
    ...NAMES,
    ...ADDRESSES,
    ...CONNECTIONS,
    ...HANDSHAKES,
    ...EXCHANGES,
  ]),
]

/**
 * For the very end of all rules: an HTTP failure that no rule about answers claimed, and a failure
 * that nobody knows, whose owner is `unknown`.
 */
export const LAST_RULES: RuleList = pathRules([noResponse, answerFailedOtherwise, unexplained])
