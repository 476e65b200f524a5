/** Who answered: one file for each responder, one line for each file. */
import { attributeAmong, type Attribution } from './attribute.ts'
import { azureApim } from './azure-apim.ts'
import { azureOpenai } from './azure-openai.ts'
import { bifrost } from './bifrost.ts'
import { captivePortal } from './captive-portals.ts'
import { cloudflareAiGateway } from './cloudflare-ai-gateway.ts'
import type { Definition, ReceivedResponse } from './definition.ts'
import { envoyAiGateway } from './envoy-ai-gateway.ts'
import { githubModels } from './github-models.ts'
import { helicone } from './helicone.ts'
import { interceptors, namelessInterceptors } from './interceptors.ts'
import { kong } from './kong.ts'
import { litellm } from './litellm.ts'
import { ollama } from './ollama.ts'
import { oneApi } from './one-api.ts'
import { openai, openaiEdge } from './openai.ts'
import { openrouter } from './openrouter.ts'
import { plainServers } from './plain-servers.ts'
import { portkey } from './portkey.ts'
import { proxies } from './proxies.ts'
import { squid } from './squid.ts'
import { vllm } from './vllm.ts'

/** Among equally strong evidence the earlier one is named. */
export const RESPONDER_DEFINITIONS: readonly Definition[] = [
  squid,
  ...proxies,
  ...interceptors,
  captivePortal,
  ...namelessInterceptors,
  openai,
  openaiEdge,
  azureOpenai,
  azureApim,
  litellm,
  openrouter,
  cloudflareAiGateway,
  portkey,
  helicone,
  kong,
  oneApi,
  bifrost,
  envoyAiGateway,
  githubModels,
  vllm,
  ollama,
  ...plainServers,
]

/** Who wrote the response; see `attributeAmong`. */
export function attribute(question: ReceivedResponse): Attribution {
  return attributeAmong(RESPONDER_DEFINITIONS, question)
}

export type { Attribution } from './attribute.ts'
export type { Definition, ReceivedResponse } from './definition.ts'
export { signerOf } from './interceptors.ts'
