/** What the answer to the real request means, most specific first. */
import type { Rule, RuleList } from '../../model/index.ts'
import * as auth from './auth.ts'
import * as identity from './azure/identity.ts'
import * as azureLimits from './azure/limits.ts'
import * as network from './azure/network.ts'
import * as resource from './azure/resource.ts'
import { SIGN_IN_RULES } from './azure/entra.ts'
import { tokenNotAccepted } from './azure/entra-answer.ts'
import { type AnswerConclusion, answerRules } from '../conclusion.ts'
import * as credentials from './gateway/credentials.ts'
import * as gatewayLimits from './gateway/limits.ts'
import * as setup from './gateway/setup.ts'
import * as upstream from './gateway/upstream.ts'
import * as frontServer from './http/front-server.ts'
import { isFromAzure, isFromGateway, isFromOpenai } from './reply.ts'
import { statusAlone } from './http/status-alone.ts'
import * as anybody from './http/unattributed.ts'
import * as wrong from './http/wrong-answer.ts'
import * as edge from './path/edge.ts'
import * as interceptor from './path/interceptor.ts'
import * as proxy from './path/proxy.ts'
import * as redirects from './path/redirected.ts'
import * as quota from './quota.ts'
import * as request from './request.ts'
import * as server from './server.ts'

/** Said whoever answered. */
const FIRST: readonly AnswerConclusion[] = [
  frontServer.plainOnTls,
  frontServer.clientCertificate,
  anybody.contradiction,
]

const PROXY: readonly AnswerConclusion[] = [
  proxy.proxyAuthRequired,
  proxy.proxyDenied,
  proxy.proxyTooLarge,
  proxy.proxyRedirects,
  proxy.proxyFailed,
]

/** Somebody other than the API answered, or not as it does. */
const ON_THE_WAY: readonly AnswerConclusion[] = [
  interceptor.captivePortal,
  interceptor.blockPage,
  redirects.redirectLoop,
  redirects.redirectedToPlain,
  redirects.redirectedBaseUrl,
  redirects.redirected,
]

const EDGE: readonly AnswerConclusion[] = [edge.edgeRateLimit, edge.edgeBlock, edge.edgeError]

const TRANSFER: readonly AnswerConclusion[] = [
  edge.unsupportedCountry,
  wrong.bodyIncomplete,
  wrong.brokenEncoding,
  frontServer.serverLogin,
  wrong.noWebSocket,
]

/** OpenAI itself, by code and type; the status alone comes last in each family. */
const OPENAI: readonly AnswerConclusion[] = [
  request.incorrectHostname,
  request.invalidUrl,
  request.wrongEndpoint,
  auth.ipNotAuthorized,
  auth.organizationUnverified,
  auth.wrongOrganization,
  auth.missingScopes,
  auth.modelAccess,
  quota.insufficientQuota,
  quota.billingHardLimit,
  auth.accountClosed,
  auth.invalidKey,
  auth.missingCredentials,
  request.modelNotFound,
  server.overloaded,
  quota.rateLimited,
  quota.unexplained429,
  quota.paymentRequired,
  server.conflict,
  server.serverError,
  auth.rejected,
]

/** Also of its edge, in front of it. */
const OPENAI_OR_EDGE: readonly AnswerConclusion[] = [request.pageAtBaseUrl, request.requestRejected]

/** The resource's own network rules come before any credentials. */
const NETWORK = answerRules(
  [
    network.networkRules,
    network.customDomain,
    network.publicAccessDisabled,
    network.resourceBlocked,
  ],
  isFromAzure,
)

const AZURE: readonly AnswerConclusion[] = [
  identity.azureUpstreamKey,
  identity.keyAuthDisabled,
  identity.tenantMismatch,
  identity.tokenRejected,
  identity.roleMissing,
  azureLimits.azureOutOfQuota,
  identity.subscriptionKey,
  tokenNotAccepted,
  identity.credentialsRefused,
  identity.azureKeyRejected,
  resource.deploymentNotFound,
  resource.apiVersion,
  resource.contentFilter,
  azureLimits.azureCapacity,
  azureLimits.azureRateLimit,
  resource.resourceNotFound,
  resource.azureServerError,
  resource.azureRejected,
]

const GATEWAY: readonly AnswerConclusion[] = [
  upstream.upstreamRefusesGateway,
  upstream.gatewayPool,
  gatewayLimits.upstreamQuota,
  gatewayLimits.gatewayBudget,
  gatewayLimits.gatewayRateLimit,
  credentials.gatewayModelAccess,
  credentials.upstreamKey,
  setup.gatewayNotConfigured,
  setup.gatewayModelUnknown,
  credentials.gatewayKeyRejected,
  upstream.gatewayUnavailable,
  upstream.upstreamUnreachable,
  upstream.gatewayServerError,
  setup.gatewayTooLarge,
  setup.gatewayPage,
  credentials.gatewayForbidden,
  setup.gatewayRejected,
]

/** A 2xx that is no answer, and everything that is left. */
const REST: readonly AnswerConclusion[] = [
  anybody.otherServer,
  anybody.foreignPage,
  wrong.htmlAnswer,
  wrong.emptyAnswer,
  wrong.brokenAnswer,
  wrong.otherShape,
  wrong.unexpectedStatus,
  anybody.unattributed,
]

/** One answer has one explanation; a sign-in that failed stands between the network rules and what the API says. */
export const ANSWER_RULES: RuleList = [
  ...answerRules(FIRST),
  ...answerRules(PROXY, ({ who }) => who.responder === 'proxy'),
  ...answerRules(ON_THE_WAY),
  ...answerRules(EDGE, ({ who }) => who.responder === 'openai-edge'),
  ...answerRules(TRANSFER),
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
