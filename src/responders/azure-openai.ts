import { endingsOf } from '../knowledge/hosts.ts'
import { define, hint, proof, strong, type Sign } from './definition.ts'
import { all, any, header, host, mark, none } from './seen.ts'

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
export const azureOpenai = define({
  responder: 'azure-openai',
  product: 'Azure OpenAI',
  routes: ['azure'],
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
