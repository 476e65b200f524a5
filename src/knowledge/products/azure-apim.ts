import { APIM_HOST, AZURE_HOST, azureGenuine, statusFirst } from './azure-openai.ts'
import { product, proof, strong, hint, inErrors } from '../product.ts'
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
  marks: inErrors('API Management defaults', {
    'apim.missing_subscription_key': { says: /due to missing subscription key/i, status: 401 },
    'apim.invalid_subscription_key': { says: /due to invalid subscription key\. /i, status: 401 },
    'apim.out_of_quota': {
      says: /Out of call volume quota|Out of bandwidth quota|quota will be replenished|Token quota is exceeded/i,
      status: 403,
      source: 'API Management, quota and llm-token-limit policies',
    },
    'apim.rate_limit': {
      says: /Rate limit is exceeded|Token limit is exceeded/i,
      status: 429,
      source: 'API Management, rate-limit policies',
    },
  }),
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
