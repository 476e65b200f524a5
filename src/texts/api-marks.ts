import type { Mark } from './mark.ts'

const REPLIES = 'recorded replies of api.openai.com'
const AZURE = 'recorded replies of Azure OpenAI resources'

/** Sentences that APIs put into their error objects. Most specific first. */
export const API_MARKS: readonly Mark[] = [
  mark('openai.invalid_url', /\bInvalid URL \([A-Z]{3,7} \//, REPLIES),
  mark(
    'openai.missing_bearer',
    /Missing bearer (?:or basic )?authentication|You didn['’]t provide an API key/i,
    REPLIES,
  ),
  mark('openai.incorrect_key', /Incorrect API key provided/i, REPLIES),
  mark(
    'openai.missing_scopes',
    /insufficient permissions for this operation|Missing scopes:/i,
    REPLIES,
  ),
  mark('openai.must_be_verified', /organization must be verified/i, REPLIES),
  mark('openai.no_credits', /You have no credits remaining/i, REPLIES),
  mark('openai.exceeded_quota', /exceeded your current quota/i, REPLIES),
  mark('openai.spend_limit', /has reached its (?:spend|usage) limit/i, 'OpenAI guide, error codes'),
  mark('openai.billing_hard_limit', /Billing hard limit has been reached/i, REPLIES),
  mark(
    'openai.account_not_active',
    /account is not active, please check your billing/i,
    'OpenAI guide, error codes',
  ),
  mark('openai.rate_limit', /Rate limit reached for|Slow down: your request rate/i, REPLIES),
  mark(
    'openai.overloaded',
    /(?:engine|servers?) (?:is|are) currently overloaded|(?:engine|server) is overloaded or not ready/i,
    'OpenAI guide, error codes',
  ),
  mark(
    'openai.server_error',
    /The server had an error (?:while )?processing your request|An error occurred while processing your request\. You can retry your request, or contact us through our help center/i,
    'OpenAI guide, error codes',
  ),
  mark('openai.unsupported_country', /Country, region, or territory not supported/i, REPLIES),
  mark('openai.incorrect_hostname', /incorrect regional hostname/i, REPLIES),
  mark('openai.ip_not_authorized', /Your IP is not authorized/i, REPLIES),
  mark('openai.no_organization', /must be a member of an organization to use the API/i, REPLIES),
  mark(
    'openai.wrong_organization',
    /No such organization:|OpenAI-Organization header should match/i,
    REPLIES,
  ),
  mark('openai.model_access', /does not have access to model/i, REPLIES),
  mark('openai.model_missing', /The model:? [`'"][^`'"]{1,100}[`'"] does not exist/i, REPLIES),
  mark(
    'openai.wrong_endpoint',
    /not (?:a chat model and thus not )?supported in the v1\/[\w/]{2,40} endpoint|Did you mean to use v1\//,
    'openai-python threads on 404',
  ),
  mark(
    'openai.rejected_parameter',
    /Unsupported (?:parameter|value): '|maximum context length is \d|This is a chat model and not supported in|Invalid type for '/,
    'OpenAI API reference, 400 replies',
  ),
  mark('openai.account_link', /platform\.openai\.com\/|help\.openai\.com/i, REPLIES),

  mark('azure.virtual_network', /Virtual Network\/Firewall rules/i, AZURE),
  mark(
    'azure.custom_domain',
    /A Virtual Network is configured for this resource/i,
    'continuedev/continue#12547',
  ),
  mark('azure.public_access_disabled', /Public access is disabled/i, AZURE),
  mark('azure.key_auth_disabled', /Key based authentication is disabled/i, AZURE),
  mark('azure.invalid_key', /invalid subscription key or wrong API endpoint/i, AZURE),
  mark('azure.principal', /Principal does not have access to API/i, AZURE),
  mark('azure.data_action', /lacks the required data action/i, 'microsoft/ai-agent-evals#43'),
  mark(
    'azure.tenant_mismatch',
    /Tenant provided in token does not match/i,
    'Azure OpenAI, Entra sign-in',
  ),
  mark(
    'azure.token_generic',
    /Access token is missing, invalid/i,
    'Azure OpenAI: also the answer to a wrong key',
  ),
  mark(
    'azure.token_audience',
    /audience is incorrect|invalid audience|Audience validation failed/i,
    'Azure OpenAI, Entra sign-in',
  ),
  mark(
    'azure.token_expired',
    /token is expired|token has expired|Lifetime validation failed/i,
    'Azure OpenAI, Entra sign-in',
  ),
  mark('azure.deployment_not_found', /API deployment for this resource does not exist/i, AZURE),
  mark(
    'azure.resource_not_found',
    /^\W{0,40}Resource not found|"message"\s{0,4}:\s{0,4}"Resource not found/i,
    AZURE,
  ),
  mark('azure.api_version_on_v1', /api-version query parameter is not allowed/i, AZURE),
  mark(
    'azure.api_version_missing',
    /Missing required query parameter: ?api-version|api-version query parameter is required/i,
    AZURE,
  ),
  mark(
    'azure.api_version_unsupported',
    /API version not supported|enabled only for api[- ]versions?\b/i,
    AZURE,
  ),
  mark(
    'azure.operation_unsupported',
    /operation does not work with the specified model/i,
    'Azure OpenAI, error OperationNotSupported',
  ),
  mark('azure.content_filter', /content management policy/i, AZURE),
  mark(
    'azure.capacity',
    /experiencing high demand|temporarily unable to process your request|NoCapacity/i,
    'Microsoft Learn, troubleshoot Azure OpenAI errors',
  ),
  mark('azure.rate_limit', /have exceeded (?:the )?(?:[a-z]{1,20} )?rate limit/i, AZURE),
  mark(
    'azure.blocked',
    /resource has been temporarily blocked/i,
    'Microsoft Learn, troubleshoot Azure OpenAI errors',
  ),
  mark(
    'azure.support_link',
    /Azure support request|go\.microsoft\.com\/fwlink|aka\.ms\/oai/i,
    'openai-python threads on Azure 500s',
  ),

  mark(
    'apim.missing_subscription_key',
    /due to missing subscription key/i,
    'API Management defaults',
  ),
  mark(
    'apim.invalid_subscription_key',
    /due to invalid subscription key\. /i,
    'API Management defaults',
  ),
  mark(
    'apim.out_of_quota',
    /Out of call volume quota|Out of bandwidth quota|quota will be replenished|Token quota is exceeded/i,
    'API Management, quota and llm-token-limit policies',
  ),
  mark(
    'apim.rate_limit',
    /Rate limit is exceeded|Token limit is exceeded/i,
    'API Management, rate-limit policies',
  ),

  mark(
    'litellm.upstream',
    /litellm\.[A-Z][A-Za-z]{2,40}(?:Error|Exception)?: |Received Model Group=/,
    'LiteLLM proxy, exception mapping',
  ),
  mark(
    'litellm.token',
    /Invalid proxy server token passed|LiteLLM_VerificationToken|LiteLLM Virtual Key/i,
    'LiteLLM proxy, auth exceptions',
  ),
  // The proxy never writes the module: this is a process that imports the library.
  mark('library.litellm', /\blitellm\.exceptions\./, 'litellm, repr of its exception classes'),
  mark('litellm.no_key', /No api key passed in/i, 'LiteLLM proxy, auth exceptions'),
  mark(
    'litellm.model_access',
    /(?:key|team|user|org|project) not allowed to access model/i,
    'LiteLLM proxy, auth exceptions',
  ),
  mark('litellm.model_name', /Invalid model name passed in model=/i, 'LiteLLM proxy, router'),
  mark('litellm.budget', /Budget has been exceeded|ExceededBudget/i, 'LiteLLM proxy, budgets'),
  mark('openrouter.upstream', /"provider_name"\s{0,4}:\s{0,4}"[^"]/, 'OpenRouter, error metadata'),
  mark('openrouter.credits', /openrouter\.ai\/(?:settings\/)?credits/i, 'OpenRouter, 402 replies'),
  mark(
    'openrouter.no_key',
    /No auth credentials found|Missing Authentication header/i,
    'OpenRouter, 401 replies',
  ),
  mark(
    'portkey.upstream',
    /"message"\s{0,4}:\s{0,4}"[a-z0-9-]{2,30} error: /i,
    'Portkey gateway, error responses',
  ),
  mark(
    'portkey.no_provider',
    /x-portkey-(?:config|provider|virtual-key)|Invalid (?:config|provider|custom host)\b|This version of config is not supported/i,
    'Portkey-AI/gateway, requestValidator',
  ),
  mark('kong.no_key', /No API key found in request/i, 'Kong, key-auth plugin'),
  mark('kong.no_route', /no Route matched with those values/i, 'Kong, error handlers'),
  mark('kong.acl', /You cannot consume this service/i, 'Kong, acl plugin'),
  mark('kong.rate_limit', /API rate limit exceeded/i, 'Kong, rate-limiting plugin'),
  mark('kong.model', /cannot use own model/i, 'Kong, AI proxy'),
  mark(
    'one_api.request',
    /\(request id: [0-9]{10,40}\)|new_api_error|one_api_error/i,
    'songquanpeng/one-api#1692',
  ),
  mark(
    'litellm.no_deployment',
    /No deployments available(?: for selected model)?|No healthy deployment available/i,
    'BerriAI/litellm, router: RouterRateLimitError and RouterErrors',
  ),
  mark(
    'one_api.no_channel',
    /No available channel for model|无可用渠道/i,
    'QuantumNous/new-api and songquanpeng/one-api, distributor',
  ),
  mark(
    'envoy_ai.no_route',
    /No matching route found\. It is likely (?:that|because) the model/i,
    'envoyproxy/ai-gateway, AIGatewayRoute reconciler',
  ),
  mark('bifrost.upstream', /"is_bifrost_error"\s{0,4}:\s{0,4}false/, 'maximhq/bifrost, schemas'),
  mark(
    'upstream.fetch_failed',
    /\bfetch failed\b|\bgetaddrinfo (?:ENOTFOUND|EAI_AGAIN)\b|\bconnect (?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b|\bdial tcp\b[^"]{0,120}\b(?:refused|no such host|i\/o timeout|unreachable)|Cannot connect to host |litellm\.APIConnectionError|Exception - Connection error|\bdo request failed\b|do_request_failed/i,
    'Portkey gateway 1.15 (measured), Node, Go and aiohttp in gateways',
  ),
  mark(
    'server.plain_http_on_tls',
    /plain HTTP request was sent to (?:an )?HTTPS port|Client sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled|combination of host and port requires TLS|sent a plain HTTP request, but this server only speaks HTTPS|running in SSL mode\. Try the URL/i,
    'nginx, Go (Caddy, Traefik), Apache, Tomcat, cheroot, Webmin: their own sources',
  ),
  mark(
    'server.client_certificate',
    /No required SSL certificate was sent|client certificate (?:is )?required|requires? a client certificate/i,
    'nginx (496), IIS (403.7)',
  ),
  mark('server.client_certificate_refused', /The SSL certificate error/i, 'nginx (495)'),
  mark(
    'gateway.budget',
    /(?:budget|credits?|balance|quota) (?:limit )?(?:has been |is |are )?(?:exceeded|exhausted|used up|insufficient)|insufficient (?:credits?|balance|funds|quota|user quota)/i,
    'gateways, refusals for a budget',
  ),
  mark(
    'gateway.model_missing',
    /model \\?[`'"]?[^`'"\s\\]{1,100}\\?[`'"]? (?:does not exist|not found|is not (?:available|supported|found))|unknown model|no such model|No endpoints found (?:for|matching|that)|is not a valid model ID/i,
    'gateways, unknown model',
  ),
]

function mark(id: string, pattern: RegExp, source: string): Mark {
  return { id, pattern, source, where: 'error' }
}
