import { APIM_HOST, AZURE_HOST, azureGenuine, statusFirst } from './azure-openai.ts'
import { define, hint, proof, strong, type Sign } from './definition.ts'
import { all, header, headerStarting, host, mark } from './seen.ts'

const wrapped: Sign = ({ response }) =>
  response.body.errorShape === 'openai' ? 'an error object of the API behind it' : undefined

/** An API Management instance of the customer's, in front of Azure OpenAI or anything else. */
export const azureApim = define({
  responder: 'azure-apim',
  product: 'Azure API Management',
  routes: ['azure', 'gateway'],
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
