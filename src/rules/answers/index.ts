/** What the answer to the real request means, most specific first. */
import type { Rule, RuleList } from '../../model/index.ts'
import {
  accountClosed,
  invalidKey,
  ipNotAuthorized,
  missingCredentials,
  missingScopes,
  modelAccess,
  organizationUnverified,
  rejected,
  wrongOrganization,
} from './auth.ts'
import {
  azureKeyRejected,
  azureUpstreamKey,
  credentialsRefused,
  keyAuthDisabled,
  roleMissing,
  subscriptionKey,
  tenantMismatch,
  tokenRejected,
} from './azure/identity.ts'
import { azureCapacity, azureOutOfQuota, azureRateLimit } from './azure/limits.ts'
import {
  customDomain,
  networkRules,
  publicAccessDisabled,
  resourceBlocked,
} from './azure/network.ts'
import {
  apiVersion,
  azureRejected,
  azureServerError,
  contentFilter,
  deploymentNotFound,
  resourceNotFound,
} from './azure/resource.ts'
import { SIGN_IN_RULES } from './azure/entra.ts'
import { tokenNotAccepted } from './azure/entra-answer.ts'
import { type AnswerConclusion, answerRules } from '../conclusion.ts'
import {
  gatewayForbidden,
  gatewayKeyRejected,
  gatewayModelAccess,
  upstreamKey,
} from './gateway/credentials.ts'
import { gatewayBudget, gatewayRateLimit, upstreamQuota } from './gateway/limits.ts'
import {
  gatewayModelUnknown,
  gatewayNotConfigured,
  gatewayPage,
  gatewayRejected,
  gatewayTooLarge,
} from './gateway/setup.ts'
import {
  gatewayPool,
  gatewayServerError,
  gatewayUnavailable,
  upstreamRefusesGateway,
  upstreamUnreachable,
} from './gateway/upstream.ts'
import { clientCertificate, plainOnTls, serverLogin } from './http/front-server.ts'
import { isFromAzure, isFromGateway, isFromOpenai } from './reply.ts'
import { statusAlone } from './http/status-alone.ts'
import { contradiction, foreignPage, otherServer, unattributed } from './http/unattributed.ts'
import {
  bodyIncomplete,
  brokenAnswer,
  brokenEncoding,
  emptyAnswer,
  htmlAnswer,
  noWebSocket,
  otherShape,
  unexpectedStatus,
} from './http/wrong-answer.ts'
import { edgeBlock, edgeRateLimit, unsupportedCountry } from './path/edge.ts'
import { blockPage, captivePortal } from './path/interceptor.ts'
import {
  proxyAuthRequired,
  proxyDenied,
  proxyFailed,
  proxyRedirects,
  proxyTooLarge,
} from './path/proxy.ts'
import {
  redirected,
  redirectedBaseUrl,
  redirectedToPlain,
  redirectLoop,
} from './path/redirected.ts'
import {
  billingHardLimit,
  insufficientQuota,
  paymentRequired,
  rateLimited,
  unexplained429,
} from './quota.ts'
import {
  incorrectHostname,
  invalidUrl,
  modelNotFound,
  pageAtBaseUrl,
  requestRejected,
  wrongEndpoint,
} from './request.ts'
import { conflict, edgeError, overloaded, serverError } from './server.ts'

/** Somebody other than the API answered, or nobody can say who. */
const ON_THE_WAY: readonly AnswerConclusion[] = [
  plainOnTls,
  clientCertificate,
  contradiction,
  proxyAuthRequired,
  proxyDenied,
  proxyTooLarge,
  proxyRedirects,
  proxyFailed,
  captivePortal,
  blockPage,
  redirectLoop,
  redirectedToPlain,
  redirectedBaseUrl,
  redirected,
  edgeRateLimit,
  edgeBlock,
  edgeError,
  unsupportedCountry,
  bodyIncomplete,
  brokenEncoding,
  serverLogin,
  noWebSocket,
]

/** OpenAI itself, by code and type; the status alone comes last in each family. */
const OPENAI: readonly AnswerConclusion[] = [
  incorrectHostname,
  invalidUrl,
  wrongEndpoint,
  ipNotAuthorized,
  organizationUnverified,
  wrongOrganization,
  missingScopes,
  modelAccess,
  insufficientQuota,
  billingHardLimit,
  accountClosed,
  invalidKey,
  missingCredentials,
  modelNotFound,
  overloaded,
  rateLimited,
  unexplained429,
  paymentRequired,
  conflict,
  serverError,
  rejected,
]

/** Also of its edge, in front of it. */
const OPENAI_OR_EDGE: readonly AnswerConclusion[] = [pageAtBaseUrl, requestRejected]

/** The resource's own network rules come before any credentials. */
const NETWORK = answerRules(
  [networkRules, customDomain, publicAccessDisabled, resourceBlocked],
  isFromAzure,
)

const AZURE: readonly AnswerConclusion[] = [
  azureUpstreamKey,
  keyAuthDisabled,
  tenantMismatch,
  tokenRejected,
  roleMissing,
  azureOutOfQuota,
  subscriptionKey,
  tokenNotAccepted,
  credentialsRefused,
  azureKeyRejected,
  deploymentNotFound,
  apiVersion,
  contentFilter,
  azureCapacity,
  azureRateLimit,
  resourceNotFound,
  azureServerError,
  azureRejected,
]

const GATEWAY: readonly AnswerConclusion[] = [
  upstreamRefusesGateway,
  gatewayPool,
  upstreamQuota,
  gatewayBudget,
  gatewayRateLimit,
  gatewayModelAccess,
  upstreamKey,
  gatewayNotConfigured,
  gatewayModelUnknown,
  gatewayKeyRejected,
  gatewayUnavailable,
  upstreamUnreachable,
  gatewayServerError,
  gatewayTooLarge,
  gatewayPage,
  gatewayForbidden,
  gatewayRejected,
]

/** A 2xx that is no answer, and everything that is left. */
const REST: readonly AnswerConclusion[] = [
  otherServer,
  foreignPage,
  htmlAnswer,
  emptyAnswer,
  brokenAnswer,
  otherShape,
  unexpectedStatus,
  unattributed,
]

/** One answer has one explanation; a sign-in that failed stands between the network rules and what the API says. */
export const ANSWER_RULES: RuleList = [
  ...answerRules(ON_THE_WAY),
  ...NETWORK,
  ...SIGN_IN_RULES,
  ...answerRules([statusAlone]),
  ...answerRules(OPENAI, isFromOpenai),
  ...answerRules(OPENAI_OR_EDGE),
  ...answerRules(AZURE, isFromAzure),
  ...answerRules(GATEWAY, isFromGateway),
  ...answerRules(REST),
]

/** A sign-in that failed as well is told beside the network rules: it is the next thing that would stop the call. */
export const SIGN_IN_BESIDE: RuleList = SIGN_IN_RULES.map((rule): Rule => ({
  id: rule.id,
  match: (evidence) =>
    NETWORK.some((one) => one.match(evidence) !== undefined) ? rule.match(evidence) : undefined,
}))

export { provesRoute } from './keyless.ts'
