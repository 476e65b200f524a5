import { endingsOf } from '../hosts.ts'
import { product, proof, strong, hint, inErrors } from '../product.ts'
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
  marks: inErrors(RECORDED, {
    'azure.virtual_network': { says: /Virtual Network\/Firewall rules/i, status: 403 },
    'azure.custom_domain': {
      says: /A Virtual Network is configured for this resource/i,
      status: 403,
      source: 'continuedev/continue#12547',
    },
    'azure.own_data': {
      says: /Invalid AzureCognitiveSearch configuration detected|is not in the allowed FQDN list for this resource/i,
      status: 400,
      source: 'Azure-Samples/azure-search-openai-demo#1886',
    },
    'azure.public_access_disabled': { says: /Public access is disabled/i, status: 403 },
    'azure.key_auth_disabled': { says: /Key based authentication is disabled/i, status: 403 },
    'azure.invalid_key': { says: /invalid subscription key or wrong API endpoint/i, status: 401 },
    'azure.principal': { says: /Principal does not have access to API/i, status: 401 },
    'azure.data_action': {
      says: /lacks the required data action/i,
      status: 401,
      source: 'microsoft/ai-agent-evals#43',
    },
    'azure.tenant_mismatch': {
      says: /Tenant provided in token does not match/i,
      status: 400,
      source: 'Azure OpenAI, Entra sign-in',
    },
    'azure.token_generic': {
      says: /Access token is missing, invalid/i,
      status: 401,
      source: 'Azure OpenAI: also the answer to a wrong key',
    },
    'azure.token_audience': {
      says: /audience is incorrect|invalid audience|Audience validation failed/i,
      status: 401,
      source: 'Azure OpenAI, Entra sign-in',
    },
    'azure.token_expired': {
      says: /token is expired|token has expired|Lifetime validation failed/i,
      status: 401,
      source: 'Azure OpenAI, Entra sign-in',
    },
    'azure.deployment_not_found': {
      says: /API deployment for this resource does not exist/i,
      status: 404,
    },
    'azure.resource_not_found': {
      says: /^\W{0,40}Resource not found|(?:Azure\w{0,12}Exception(?: \w{3,20})? - |\(404\) )Resource not found|"message"\s{0,4}:\s{0,4}"Resource not found/i,
      status: 404,
    },
    'azure.api_version_on_v1': { says: /api-version query parameter is not allowed/i, status: 400 },
    'azure.api_version_missing': {
      says: /Missing required query parameter: ?api-version|api-version query parameter is required/i,
      status: 400,
    },
    'azure.api_version_unsupported': {
      says: /API version not supported|enabled only for api[- ]versions?\b/i,
      status: 400,
    },
    'azure.operation_unsupported': {
      says: /operation does not work with the specified model/i,
      status: 400,
      source: 'Azure OpenAI, error OperationNotSupported',
    },
    'azure.content_filter': { says: /content management policy/i, status: 400 },
    'azure.capacity': {
      says: /experiencing high demand|temporarily unable to process your request|NoCapacity/i,
      status: 429,
      source: 'Microsoft Learn, troubleshoot Azure OpenAI errors',
    },
    'azure.rate_limit': {
      says: /have exceeded (?:the )?(?:[a-z]{1,20} )?rate limit/i,
      status: 429,
    },
    'azure.blocked': {
      says: /resource has been temporarily blocked/i,
      status: 403,
      source: 'Microsoft Learn, troubleshoot Azure OpenAI errors',
    },
    'azure.support_link': {
      says: /Azure support request|go\.microsoft\.com\/fwlink|aka\.ms\/oai/i,
      status: 502,
      source: 'openai-python threads on Azure 500s',
    },
  }),
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
  excludes: [
    none(
      host(AZURE_HOST),
      azureGenuine,
      mark('azure.token_generic'),
    )(any(host(APIM_HOST), statusFirst)),
  ],
})
