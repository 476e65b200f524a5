import { endingsOf } from '../hosts.ts'
import { product, proof, strong, hint, inError } from '../product.ts'
import { all, any, header, host, mark, none, type Sign } from '../sign.ts'

const RECORDED = 'recorded replies of Azure OpenAI resources'

export const AZURE_HOST = new RegExp(String.raw`\.(?:${endingsOf('azure')})$`)

/** Names of API Management instances. */
export const APIM_HOST = new RegExp(String.raw`\.(?:${endingsOf('apim')})$`)

/** Headers that Azure OpenAI puts on every reply, errors included (recorded). */
export const azureGenuine: Sign = any(
  header('apim-request-id'),
  header('azureml-model-session'),
  header('x-ms-deployment-name'),
  header('policy-id'),
)

/** The shape of API Management. Other frameworks send the same two fields the other way round, or more of them. */
export const statusFirst: Sign = ({ response }) => {
  const [first, second, third] = response.body.keys ?? []
  return first === 'statusCode' && second === 'message' && (third ?? 'activityId') === 'activityId'
    ? 'JSON with statusCode, message'
    : undefined
}

const errorInItsShape: Sign = ({ response }) => {
  const { errorShape, error } = response.body
  return errorShape === 'openai' && error?.code !== undefined && error.codeType === 'string'
    ? `an error object with code ${error.code}`
    : undefined
}

const json: Sign = ({ response }) => (response.body.shape === 'json' ? 'JSON' : undefined)

/** Azure OpenAI, also as a part of Azure AI Foundry. */
export const azureOpenai = product({
  name: 'Azure OpenAI',
  kind: 'api',
  responder: 'azure-openai',
  routes: ['azure'],
  headers: ['x-ms-*', 'mitigation-status'],
  marks: [
    inError('azure.virtual_network', /Virtual Network\/Firewall rules/i, RECORDED, { status: 403 }),
    inError(
      'azure.custom_domain',
      /A Virtual Network is configured for this resource/i,
      'continuedev/continue#12547',
      { status: 403 },
    ),
    inError(
      'azure.own_data',
      /Invalid AzureCognitiveSearch configuration detected|is not in the allowed FQDN list for this resource/i,
      'Azure-Samples/azure-search-openai-demo#1886',
      { status: 400 },
    ),
    inError('azure.public_access_disabled', /Public access is disabled/i, RECORDED, {
      status: 403,
    }),
    inError('azure.key_auth_disabled', /Key based authentication is disabled/i, RECORDED, {
      status: 403,
    }),
    inError('azure.invalid_key', /invalid subscription key or wrong API endpoint/i, RECORDED, {
      status: 401,
    }),
    inError('azure.principal', /Principal does not have access to API/i, RECORDED, { status: 401 }),
    inError('azure.data_action', /lacks the required data action/i, 'microsoft/ai-agent-evals#43', {
      status: 401,
    }),
    inError(
      'azure.tenant_mismatch',
      /Tenant provided in token does not match/i,
      'Azure OpenAI, Entra sign-in',
      { status: 400 },
    ),
    inError(
      'azure.token_generic',
      /Access token is missing, invalid/i,
      'Azure OpenAI: also the answer to a wrong key',
      { status: 401 },
    ),
    inError(
      'azure.token_audience',
      /audience is incorrect|invalid audience|Audience validation failed/i,
      'Azure OpenAI, Entra sign-in',
      { status: 401 },
    ),
    inError(
      'azure.token_expired',
      /token is expired|token has expired|Lifetime validation failed/i,
      'Azure OpenAI, Entra sign-in',
      { status: 401 },
    ),
    inError(
      'azure.deployment_not_found',
      /API deployment for this resource does not exist/i,
      RECORDED,
      { status: 404 },
    ),
    inError(
      'azure.resource_not_found',
      /^\W{0,40}Resource not found|"message"\s{0,4}:\s{0,4}"Resource not found/i,
      RECORDED,
      { status: 404 },
    ),
    inError('azure.api_version_on_v1', /api-version query parameter is not allowed/i, RECORDED, {
      status: 400,
    }),
    inError(
      'azure.api_version_missing',
      /Missing required query parameter: ?api-version|api-version query parameter is required/i,
      RECORDED,
      { status: 400 },
    ),
    inError(
      'azure.api_version_unsupported',
      /API version not supported|enabled only for api[- ]versions?\b/i,
      RECORDED,
      { status: 400 },
    ),
    inError(
      'azure.operation_unsupported',
      /operation does not work with the specified model/i,
      'Azure OpenAI, error OperationNotSupported',
      { status: 400 },
    ),
    inError('azure.content_filter', /content management policy/i, RECORDED, { status: 400 }),
    inError(
      'azure.capacity',
      /experiencing high demand|temporarily unable to process your request|NoCapacity/i,
      'Microsoft Learn, troubleshoot Azure OpenAI errors',
      { status: 429 },
    ),
    inError('azure.rate_limit', /have exceeded (?:the )?(?:[a-z]{1,20} )?rate limit/i, RECORDED, {
      status: 429,
    }),
    inError(
      'azure.blocked',
      /resource has been temporarily blocked/i,
      'Microsoft Learn, troubleshoot Azure OpenAI errors',
      { status: 403 },
    ),
    inError(
      'azure.support_link',
      /Azure support request|go\.microsoft\.com\/fwlink|aka\.ms\/oai/i,
      'openai-python threads on Azure 500s',
      { status: 502 },
    ),
  ],
  wroteBehind: [azureGenuine, mark('azure.support_link')],
  proves: [
    proof(header('apim-request-id')),
    proof(header('azureml-model-session')),
    proof(header('policy-id')),
    proof(header('x-ms-deployment-name')),
    strong(header('x-ms-region')),
    strong(header('x-ms-rai-invoked')),
    strong(header('x-ms-client-request-id')),
    strong(mark('azure.')),
    strong(all(host(AZURE_HOST), json)),
    strong(errorInItsShape),
    hint(header('x-ms-request-id')),
    hint(json),
  ],
  // An API Management in front of it, which says some things in the same words.
  excludes: [none(host(AZURE_HOST), azureGenuine)(any(host(APIM_HOST), statusFirst))],
})
