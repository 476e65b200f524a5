import { APIM_HOST, AZURE_HOST, azureGenuine, statusFirst } from './azure-openai.ts'
import { product, proof, strong, hint, inError } from '../product.ts'
import { all, header, headerStarting, host, mark, type Sign } from '../sign.ts'

const wrapped: Sign = ({ response }) =>
  response.body.errorShape === 'openai' ? 'an error object of the API behind it' : undefined

/** An API Management instance of the customer's, in front of Azure OpenAI or anything else. */
export const azureApim = product({
  name: 'Azure API Management',
  kind: 'api',
  yields: true,
  responder: 'azure-apim',
  routes: ['azure', 'gateway'],
  marks: [
    inError(
      'apim.missing_subscription_key',
      /due to missing subscription key/i,
      'API Management defaults',
      { status: 401 },
    ),
    inError(
      'apim.invalid_subscription_key',
      /due to invalid subscription key\. /i,
      'API Management defaults',
      { status: 401 },
    ),
    inError(
      'apim.out_of_quota',
      /Out of call volume quota|Out of bandwidth quota|quota will be replenished|Token quota is exceeded/i,
      'API Management, quota and llm-token-limit policies',
      { status: 403 },
    ),
    inError(
      'apim.rate_limit',
      /Rate limit is exceeded|Token limit is exceeded/i,
      'API Management, rate-limit policies',
      { status: 429 },
    ),
  ],
  proves: [
    proof(header('www-authenticate', /AzureApiManagementKey/i)),
    proof(headerStarting('ocp-apim-')),
    strong(mark('apim.')),
    strong(host(APIM_HOST)),
    strong(statusFirst),
    hint(header('request-context', /appId=/i)),
  ],
  // Azure OpenAI is itself built on API Management and answers in the same words.
  excludes: [host(AZURE_HOST)],
  relays: [all(azureGenuine, wrapped)],
})
