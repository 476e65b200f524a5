// Written by scripts/products.ts from the files of this folder.
import type { Product } from '../product.ts'
import { anyFilter } from './any-filter.ts'
import { anyGateway } from './any-gateway.ts'
import { anyProxy } from './any-proxy.ts'
import { azureApim } from './azure-apim.ts'
import { azureOpenai } from './azure-openai.ts'
import { bifrost } from './bifrost.ts'
import { captivePortal } from './captive-portal.ts'
import { filters } from './filters.ts'
import { gateways } from './gateways.ts'
import { helicone } from './helicone.ts'
import { inspectors } from './inspectors.ts'
import { kong } from './kong.ts'
import { litellm } from './litellm.ts'
import { namedProxies } from './named-proxies.ts'
import { ollama } from './ollama.ts'
import { oneApi } from './one-api.ts'
import { openai } from './openai.ts'
import { openaiEdge } from './openai-edge.ts'
import { openrouter } from './openrouter.ts'
import { portkey } from './portkey.ts'
import { servers } from './servers.ts'
import { squid } from './squid.ts'
import { vllm } from './vllm.ts'

/** One file each, besides those of which a row says all. */
export const ALL: readonly Product[] = [
  anyFilter,
  anyGateway,
  anyProxy,
  azureApim,
  azureOpenai,
  bifrost,
  captivePortal,
  ...filters,
  ...gateways,
  helicone,
  ...inspectors,
  kong,
  litellm,
  ...namedProxies,
  ollama,
  oneApi,
  openai,
  openaiEdge,
  openrouter,
  portkey,
  ...servers,
  squid,
  vllm,
]
