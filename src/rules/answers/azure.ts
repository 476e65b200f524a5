import { blame, type Warning } from '../orders.ts'
import type { LookupFacts } from '../../model/index.ts'
import type { AnswerConclusion, WholeConclusion } from '../conclusion.ts'
import { factsOf, observation } from '../../model/reading.ts'
import { hasMark, type Reply, hasCode, hasType, isServerError } from './reply.ts'
import { answered, requestId, codeOf, requestLine, headroom, whenAgain } from './words.ts'
import { tokenScopeOf, cloudOf } from '../../knowledge/hosts.ts'

const BEFORE_THE_KEY: readonly Warning[] = [
  'Do not rotate the API key: the network rule is checked before the key.',
  'upgrade',
  'blameOpenai',
]

const SIGN_IN: readonly Warning[] = ['upgrade', 'blameNetwork']
const ON_THE_RESOURCE: readonly Warning[] = ['rotateKey', 'upgrade', 'blameNetwork']

/** The resource's own network rules come before any credentials. */
export const NETWORK: readonly AnswerConclusion[] = [
  {
    id: 'azure/network-rules',
    when: (reply) =>
      hasMark(reply, 'azure.virtual_network') ||
      /TrafficDenied/i.test(reply.facts.headers['policy-id'] ?? ''),
    says: (reply) => ({
      ...blame('route-provider', 'azure.network_rules'),
      summary: `${answered(reply, '')}: the network rules of the resource do not allow the egress address of this runner${requestId(reply)}`,
      doNext: [
        'Add the egress address of this runner to Networking, Firewall of the Azure OpenAI resource.',
        'Or run the job on a runner inside the virtual network that the resource allows.',
      ],
      doNot: BEFORE_THE_KEY,
    }),
  },
  {
    id: 'azure/custom-domain',
    when: (reply) => hasMark(reply, 'azure.custom_domain'),
    says: (reply) => ({
      ...blame('route-provider', 'azure.custom_domain_required'),
      summary: `${answered(reply, '')}: the resource has a virtual network and answers on its own subdomain only, not on a regional endpoint${requestId(reply)}`,
      doNext: 'Set the endpoint to https://<resource>.openai.azure.com, as the portal shows it.',
      doNot: BEFORE_THE_KEY,
    }),
  },
  /** Public access is off: a private endpoint is expected, and the public address was reached. */
  {
    id: 'azure/public-access-disabled',
    when: (reply) => hasMark(reply, 'azure.public_access_disabled'),
    says: (reply) => {
      const lookup = observation(reply.evidence, 'lookup')
      const proxy = reply.evidence.egress.proxy
      const seen = resolved(factsOf<'lookup'>(lookup), reply)
      return {
        ...blame('route-provider', 'azure.public_access_disabled'),
        summary: `${answered(reply, '')}: public access is disabled, so a private endpoint is expected${seen}${requestId(reply)}`,
        doNext: [
          proxy === undefined
            ? 'Link the private DNS zone privatelink.openai.azure.com to the network of this runner.'
            : `Add ${reply.host} to NO_PROXY: the proxy resolves the name outside the private network.`,
          'Or enable public access for the egress address of this runner in Networking of the resource.',
        ],
        doNot: BEFORE_THE_KEY,
        cites: [lookup],
      }
    },
  },
  {
    id: 'azure/resource-blocked',
    when: (reply) => hasMark(reply, 'azure.blocked'),
    says: (reply) => ({
      ...blame('route-provider', 'azure.resource_blocked'),
      summary: `${answered(reply, '')}: Azure has temporarily blocked the resource${requestId(reply)}`,
      doNext: 'Open an Azure support request for the resource, with the request ID.',
      doNot: ['rotateKey', 'retry'],
    }),
  },
]

/** Azure OpenAI, or API Management in front of it, most specific first. */
export const AZURE: readonly AnswerConclusion[] = [
  /** API Management passes on a 401 or 403 of the API behind it: about its own credentials there. */
  {
    id: 'azure/upstream-key',
    when: ({ who, status }) =>
      who.responder === 'azure-apim' && who.relayed && (status === 401 || status === 403),
    says: ({ who, status, host }) => ({
      ...blame('route-provider', 'azure.upstream_key_rejected', 'auth'),
      summary: `API Management at ${host} passed on a ${String(status)} of the API behind it (${who.evidence.join(', ')}): its own credentials there are refused`,
      doNext:
        'Let the operator of API Management renew the backend credentials (named value or managed identity).',
      doNot: ['Do not rotate the subscription key: it was accepted.', 'upgrade'],
    }),
  },
  {
    id: 'azure/key-auth-disabled',
    when: (reply) =>
      own(reply) &&
      (hasCode(reply, 'AuthenticationTypeDisabled') || hasMark(reply, 'azure.key_auth_disabled')),
    says: (reply) => ({
      ...blame('auth', 'azure.authentication_type_disabled'),
      summary: `${answered(reply)}: the resource accepts Entra ID only, keys are switched off${requestId(reply)}`,
      doNext: [
        'Sign in with Entra ID (workload identity of the job) instead of the key.',
        'Or allow key access on the resource (disableLocalAuth=false).',
      ],
      doNot: ['Do not rotate the key: no key is accepted.', ...SIGN_IN],
    }),
  },
  {
    id: 'azure/tenant-mismatch',
    when: (reply) => own(reply) && hasMark(reply, 'azure.tenant_mismatch'),
    says: (reply) => ({
      ...blame('auth', 'azure.tenant_mismatch'),
      summary: `${answered(reply, '')}: the token is of another tenant than the resource${requestId(reply)}`,
      doNext: 'Set AZURE_TENANT_ID to the tenant of the resource, and sign in there.',
      doNot: ['Do not change the request: this 400 is about the sign-in.', ...SIGN_IN],
    }),
  },
  {
    id: 'azure/token-rejected',
    when: (reply) =>
      own(reply) &&
      !isGeneric(reply) &&
      hasMark(reply, 'azure.token_audience', 'azure.token_expired'),
    says: (reply) => {
      const expired = hasMark(reply, 'azure.token_expired')
      return {
        ...blame('auth', expired ? 'azure.token_expired' : 'azure.token_audience'),
        summary: `${answered(reply, '')}: the Entra ID token ${expired ? 'has expired' : 'is for another audience'}${requestId(reply)}`,
        doNext: expired
          ? 'Take a fresh token for each run: do not keep one in a secret.'
          : scopeOrder(reply.error.audience ?? tokenScopeOf(reply.evidence.route.baseUrl)),
        doNot: SIGN_IN,
      }
    },
  },
  {
    id: 'azure/role-missing',
    when: (reply) =>
      own(reply) &&
      (hasCode(reply, 'PermissionDenied') ||
        hasMark(reply, 'azure.principal', 'azure.data_action')),
    says: (reply) => ({
      ...blame('auth', 'azure.permission_denied'),
      summary: `${answered(reply)}: the identity is known and lacks a role for ${requestLine(reply)}${requestId(reply)}`,
      doNext:
        'Assign the role "Cognitive Services OpenAI User" on the resource to the identity of the job; it acts within minutes.',
      doNot: ['Do not create a new identity or key: the role is missing.', ...SIGN_IN],
    }),
  },
  /** The caller's volume, not a rate: API Management's quota policy (403 or 429), or a used-up subscription. */
  {
    id: 'azure/out-of-quota',
    when: (reply) =>
      hasMark(reply, 'apim.out_of_quota') ||
      hasCode(reply, 'insufficient_quota', 'OutOfQuota', 'QuotaExceeded') ||
      hasType(reply, 'insufficient_quota') ||
      reply.status === 402,
    says: (reply) => ({
      ...blame('quota', codeOf('azure', reply, 'out_of_quota')),
      summary: `${answered(reply)}: the volume that this caller may use is used up${requestId(reply)}`,
      doNext:
        'Raise the quota of this subscription key or deployment, or wait for the next period.',
      doNot: ['Do not rotate the key: a new one of the same product shares the quota.', 'retry'],
    }),
  },
  {
    id: 'azure/subscription-key',
    when: (reply) => own(reply) && reply.who.responder === 'azure-apim' && reply.status === 401,
    says: (reply) => {
      const missing = hasMark(reply, 'apim.missing_subscription_key')
      return {
        owner: 'auth',
        rung: 'auth',
        code: missing ? 'azure.subscription_key_missing' : 'azure.subscription_key_invalid',
        summary: `${answered(reply, '')}: API Management ${missing ? 'found no subscription key in the request' : 'refuses the subscription key'}, and the API behind it was not asked`,
        doNext: missing
          ? 'Send the subscription key in the header that the API names, api-key or Ocp-Apim-Subscription-Key.'
          : 'Store a current subscription key of this product in the secret.',
        doNot: [
          'Do not rotate the key of the Azure OpenAI resource: it was not asked.',
          'upgrade',
          'blameOpenai',
        ],
      }
    },
  },
  {
    id: 'azure/token-not-accepted',
    says: (reply) => {
      const { evidence, status, who, host } = reply
      if (who.relayed || status !== 401) return undefined
      if (evidence.route.azureAuth !== 'entra' || !reply.facts.authenticated) return undefined
      const token = observation(evidence, 'token')
      const { authority = '', scope = '', audience, validMs } = factsOf<'token'>(token) ?? {}
      const about = claimAgainst(reply, audience, validMs)
      if (about !== undefined) {
        return {
          owner: 'auth',
          rung: 'auth',
          ...about,
          summary: `${answered(reply, '')}: the Entra ID token ${about.summary}${requestId(reply)}`,
          doNot: ['Do not create a new secret: Entra ID accepted it.', 'upgrade'],
          cites: [token],
        }
      }
      const cloud = cloudOf(host)
      const elsewhere =
        authority.startsWith('login.') && cloud !== undefined && cloud.authority !== authority
      return {
        ...blame('auth', elsewhere ? 'azure.wrong_cloud' : 'azure.token_not_accepted'),
        summary: `${answered(reply, '')}: the resource does not accept the Entra ID token ${elsewhere ? `of ${authority}, which is the authority of another cloud` : `for ${scope.replace('/.default', '')}`}${requestId(reply)}`,
        doNext: elsewhere
          ? [`Set AZURE_AUTHORITY_HOST to https://${cloud.authority}.`]
          : [
              'Set AZURE_TENANT_ID to the tenant of the resource.',
              'Assign the role "Cognitive Services OpenAI User" on the resource to the identity of the job.',
            ],
        doNot: ['Do not create a new secret: Entra ID accepted it.', 'upgrade'],
        cites: [token],
      }
    },
  },
  /** The generic 401 in a log, where nothing says whether a key or a token was sent. */
  {
    id: 'azure/credentials-refused',
    when: (reply) => own(reply) && isGeneric(reply) && reply.evidence.route.azureAuth === undefined,
    says: (reply) => ({
      ...blame('auth', 'azure.credentials_refused'),
      summary: `${answered(reply, '')}: it does not accept the key or the token that was sent, and the sentence does not say which of its causes it is${requestId(reply)}`,
      doNext: `With a key: store key 1 or 2 of ${reply.host}. With a token: look at its aud and exp.`,
      doNot: SIGN_IN,
    }),
  },
  {
    id: 'azure/key-rejected',
    when: (reply) => own(reply) && (reply.status === 401 || hasMark(reply, 'azure.invalid_key')),
    says: (reply) => ({
      ...blame('auth', codeOf('azure', reply, 'invalid_key')),
      summary: `${answered(reply)}: key and resource do not belong together${requestId(reply)}`,
      doNext: [
        `Store key 1 or 2 of ${reply.host} in the secret.`,
        'Check that the endpoint is that of the resource in which the key was created.',
      ],
      doNot: SIGN_IN,
    }),
  },
  {
    id: 'azure/deployment-not-found',
    when: (reply) =>
      hasCode(reply, 'DeploymentNotFound') || hasMark(reply, 'azure.deployment_not_found'),
    says: (reply) => ({
      ...blame('route-provider', 'azure.deployment_not_found', 'request'),
      summary: `${answered(reply)}: the resource has no deployment ${reply.evidence.route.model ?? 'of that name'}${requestId(reply)}`,
      doNext: [
        'Give the name of the deployment, not of the model, as `model`.',
        'Deploy the model in this resource; a new deployment answers after up to 5 minutes.',
      ],
      doNot: ON_THE_RESOURCE,
    }),
  },
  {
    id: 'azure/api-version',
    says: (reply) => {
      const onV1 = hasMark(reply, 'azure.api_version_on_v1')
      const missing = hasMark(reply, 'azure.api_version_missing')
      const unsupported =
        hasMark(reply, 'azure.api_version_unsupported') ||
        hasCode(reply, 'UnsupportedApiVersion', 'InvalidApiVersionParameter')
      if (!onV1 && !missing && !unsupported) return undefined
      const least = reply.error.apiVersion
      return {
        owner: 'route-provider',
        rung: 'request',
        code: onV1
          ? 'azure.api_version_on_v1'
          : missing
            ? 'azure.api_version_missing'
            : 'azure.api_version_unsupported',
        summary: `${answered(reply, '')}: ${onV1 ? 'the v1 endpoint takes no api-version' : missing ? 'the classic endpoint requires an api-version' : `it does not support the api-version ${reply.evidence.route.apiVersion ?? 'of this request'} for this call${least === undefined ? '' : `, which needs ${least} or later`}`}${requestId(reply)}`,
        doNext: [
          onV1
            ? 'Remove OPENAI_API_VERSION and the api-version query from the v1 endpoint.'
            : `Set OPENAI_API_VERSION to ${least === undefined ? 'a version that this resource documents, e.g. the latest GA one' : `${least} or later`}.`,
          least === undefined || onV1
            ? undefined
            : 'Or call the v1 endpoint, which takes no api-version: base URL …/openai/v1.',
        ],
        doNot: ON_THE_RESOURCE,
      }
    },
  },
  {
    id: 'azure/content-filter',
    when: (reply) => hasCode(reply, 'content_filter') || hasMark(reply, 'azure.content_filter'),
    says: (reply) => ({
      ...blame('route-provider', 'azure.content_filter', 'request'),
      summary: `${answered(reply)}: the content filter of the deployment refuses the prompt; the path, key and deployment are fine${requestId(reply)}`,
      doNext: 'Change the prompt, or the content filter that the deployment uses.',
      doNot: ['rotateKey', 'retry'],
    }),
  },
  {
    id: 'azure/capacity',
    when: (reply) =>
      [429, 503].includes(reply.status) &&
      (hasMark(reply, 'azure.capacity') || hasCode(reply, 'NoCapacity', 'ServiceBusy')),
    says: (reply) => ({
      ...blame('route-provider', 'azure.no_capacity', 'quota'),
      retryable: true,
      summary: `${answered(reply)}: Azure has no capacity for this deployment right now; the limit of the caller is not the cause${requestId(reply)}`,
      doNext: [
        `Re-run the job${whenAgain(reply)}.`,
        'Use a deployment in another region, or provisioned throughput.',
      ],
      doNot: ['Do not ask for a higher token limit: the limit was not reached.', 'rotateKey'],
    }),
  },
  {
    id: 'azure/rate-limit',
    when: (reply) => reply.status === 429,
    says: (reply) => ({
      ...blame('rate-limit', codeOf('azure', reply, 'rate_limit_exceeded')),
      retryable: true,
      summary: `${answered(reply, '')}: ${whose(reply)} used up${headroom(reply)}; retry${whenAgain(reply) === '' ? ' later' : whenAgain(reply)}${requestId(reply)}`,
      doNext: [
        `Re-run the job${whenAgain(reply)}, or set wait-up-to so that the preflight waits.`,
        'Raise the tokens per minute of the deployment.',
      ],
      doNot: ['rotateKey', 'blameNetwork'],
    }),
  },
  {
    id: 'azure/resource-not-found',
    when: (reply) => reply.status === 404,
    says: (reply) => ({
      ...blame('route-provider', codeOf('azure', reply, 'resource_not_found'), 'request'),
      summary: `${answered(reply)}: the resource has nothing at ${reply.facts.path === '' ? 'this path' : reply.facts.path}, which is not the same as a missing deployment${requestId(reply)}`,
      doNext: [
        'Check the api-version first: an unknown one looks like an unknown path.',
        'Check the endpoint: https://<resource>.openai.azure.com, with /openai/v1 only for the v1 API, never both.',
      ],
      doNot: ON_THE_RESOURCE,
    }),
  },
  /** Azure's own 5xx, and 408. */
  {
    id: 'azure/server-error',
    when: (reply) => isServerError(reply) || reply.status === 408 || reply.status === 424,
    says: (reply) => ({
      ...blame('route-provider', codeOf('azure', reply, 'server_error'), 'answer'),
      retryable: true,
      summary: `${answered(reply)}: the request reached Azure and failed there${requestId(reply)}`,
      doNext: [
        `Re-run the job${whenAgain(reply)}, or set attempts to 3.`,
        'Check the health of the resource in the Azure portal.',
      ],
      doNot: [
        'rotateKey',
        'blameNetwork',
        'Do not check status.openai.com: Azure runs its own service.',
      ],
    }),
  },
  {
    id: 'azure/rejected',
    when: (reply) => reply.status >= 400 && reply.status <= 499,
    says: (reply) => ({
      ...ownerOf(reply),
      summary: `${answered(reply)}${reply.error.param === undefined ? '' : ` (parameter ${reply.error.param})`}: it refuses ${requestLine(reply)}${reply.status === 403 ? ' without saying whether the network or the caller is meant' : ' as it was sent'}${requestId(reply)}`,
      doNext: [
        'Compare endpoint, api-version, deployment and parameters with the Azure reference of this model.',
        'Look at the diagnostic log of the resource for this request ID.',
      ],
      doNot: ['blameOpenai', 'retry'],
    }),
  },
]

function resolved(facts: Partial<LookupFacts> | undefined, { host, evidence }: Reply): string {
  const first = facts?.addresses?.[0]
  if (first === undefined || facts?.of !== 'target') {
    return evidence.egress.proxy === undefined ? '' : ', and the name was resolved by the proxy'
  }
  return first.scope === 'public'
    ? `, but ${host} resolved to the public address ${first.address}`
    : `; ${host} resolved to the private address ${first.address}, which does not lead to that endpoint`
}

/** Said by the resource or its API Management, not by what stands behind it. */
function own({ who }: Reply): boolean {
  return !who.relayed
}

/** One sentence for four causes, a wrong key among them: what was sent decides. */
function isGeneric(reply: Reply): boolean {
  return hasMark(reply, 'azure.token_generic')
}

/** The order to ask for the scope with this audience. */
export function scopeOrder(audience: string): string {
  return `Set azure-scope, and the scope in the application, to ${audience.replace(/\/\.default$|\/$/, '')}/.default.`
}

/** What the token says of itself that the resource cannot accept; its `aud` may also be the id of an application. */
function claimAgainst(
  { error, evidence, host }: Reply,
  audience: string | undefined,
  validMs: number | undefined,
): Pick<WholeConclusion, 'code' | 'summary' | 'doNext'> | undefined {
  if (validMs !== undefined && validMs <= 0) {
    return {
      code: 'azure.token_expired',
      summary:
        'had expired when it was taken (exp), so the clock of this machine is the first to look at',
      doNext: 'Set the clock of this machine, or take a fresh token for each run.',
    }
  }
  // The sentence of the answer is the same for every path, so both may be right; of a host that is
  // none of Microsoft's only the answer speaks.
  const documented = cloudOf(host) === undefined ? '' : tokenScopeOf(evidence.route.baseUrl)
  const taken = [documented, error.audience ?? ''].flatMap((one) => originOf(one) ?? [])
  const [wanted] = taken
  const given = originOf(audience ?? '')
  if (given === undefined || wanted === undefined || taken.includes(given)) return undefined
  return {
    code: 'azure.token_audience',
    summary: `is for the audience ${given} (aud), and this endpoint takes ${wanted}`,
    doNext: scopeOrder(wanted),
  }
}

/** `undefined` for an id. */
function originOf(text: string): string | undefined {
  return URL.parse(text)?.origin
}

function whose({ who }: Reply): string {
  return who.responder === 'azure-apim'
    ? 'the rate that API Management allows this caller is'
    : 'requests or tokens per minute of the deployment are'
}

/** A 403 may be a network rule or a missing role: without its words nobody is named. */
function ownerOf(reply: Reply) {
  return reply.status === 403 && !reply.who.relayed
    ? ({ owner: 'unknown', rung: 'auth', code: codeOf('azure', reply, 'forbidden') } as const)
    : ({
        owner: 'route-provider',
        rung: 'request',
        code: codeOf('azure', reply, `http_${String(reply.status)}`),
      } as const)
}
