// Written by scripts/products.ts from the files of this folder.
import type { Product } from '../product.ts'
import { akamai } from './akamai.ts'
import { amazonApiGateway } from './amazon-api-gateway.ts'
import { amazonCloudfront } from './amazon-cloudfront.ts'
import { anyFilter } from './any-filter.ts'
import { anyGateway } from './any-gateway.ts'
import { anyProxy } from './any-proxy.ts'
import { apache } from './apache.ts'
import { apacheProxy } from './apache-proxy.ts'
import { awsLoadBalancer } from './aws-load-balancer.ts'
import { azureApim } from './azure-apim.ts'
import { azureApplicationGateway } from './azure-application-gateway.ts'
import { azureFrontDoor } from './azure-front-door.ts'
import { azureOpenai } from './azure-openai.ts'
import { barracuda } from './barracuda.ts'
import { bifrost } from './bifrost.ts'
import { blueCoat } from './blue-coat.ts'
import { caddy } from './caddy.ts'
import { captivePortal } from './captive-portal.ts'
import { cato } from './cato.ts'
import { checkPoint } from './check-point.ts'
import { ciscoMeraki } from './cisco-meraki.ts'
import { ciscoSecureWebAppliance } from './cisco-secure-web-appliance.ts'
import { ciscoUmbrella } from './cisco-umbrella.ts'
import { cloudflare } from './cloudflare.ts'
import { cloudflareAiGateway } from './cloudflare-ai-gateway.ts'
import { cloudflareGateway } from './cloudflare-gateway.ts'
import { envoy } from './envoy.ts'
import { envoyAiGateway } from './envoy-ai-gateway.ts'
import { fastly } from './fastly.ts'
import { forcepoint } from './forcepoint.ts'
import { fortinet } from './fortinet.ts'
import { githubModels } from './github-models.ts'
import { goServer } from './go-server.ts'
import { googleFrontEnd } from './google-front-end.ts'
import { gunicorn } from './gunicorn.ts'
import { haproxy } from './haproxy.ts'
import { helicone } from './helicone.ts'
import { iboss } from './iboss.ts'
import { iis } from './iis.ts'
import { inspectors } from './inspectors.ts'
import { kong } from './kong.ts'
import { lightspeed } from './lightspeed.ts'
import { litellm } from './litellm.ts'
import { menloSecurity } from './menlo-security.ts'
import { microsoftGlobalSecureAccess } from './microsoft-global-secure-access.ts'
import { mitmproxy } from './mitmproxy.ts'
import { netskope } from './netskope.ts'
import { nginx } from './nginx.ts'
import { ollama } from './ollama.ts'
import { oneApi } from './one-api.ts'
import { openai } from './openai.ts'
import { openaiEdge } from './openai-edge.ts'
import { openresty } from './openresty.ts'
import { openrouter } from './openrouter.ts'
import { paloAltoNetworks } from './palo-alto-networks.ts'
import { portkey } from './portkey.ts'
import { privoxy } from './privoxy.ts'
import { skyhigh } from './skyhigh.ts'
import { sonicwall } from './sonicwall.ts'
import { sophos } from './sophos.ts'
import { squid } from './squid.ts'
import { stepsecurityHardenRunner } from './stepsecurity-harden-runner.ts'
import { tinyproxy } from './tinyproxy.ts'
import { traefik } from './traefik.ts'
import { untangle } from './untangle.ts'
import { uvicorn } from './uvicorn.ts'
import { vercel } from './vercel.ts'
import { vllm } from './vllm.ts'
import { watchguard } from './watchguard.ts'
import { zscaler } from './zscaler.ts'

/** One file each, besides those that only sign. */
export const ALL: readonly Product[] = [
  akamai,
  amazonApiGateway,
  amazonCloudfront,
  anyFilter,
  anyGateway,
  anyProxy,
  apache,
  apacheProxy,
  awsLoadBalancer,
  azureApim,
  azureApplicationGateway,
  azureFrontDoor,
  azureOpenai,
  barracuda,
  bifrost,
  blueCoat,
  caddy,
  captivePortal,
  cato,
  checkPoint,
  ciscoMeraki,
  ciscoSecureWebAppliance,
  ciscoUmbrella,
  cloudflare,
  cloudflareAiGateway,
  cloudflareGateway,
  envoy,
  envoyAiGateway,
  fastly,
  forcepoint,
  fortinet,
  githubModels,
  goServer,
  googleFrontEnd,
  gunicorn,
  haproxy,
  helicone,
  iboss,
  iis,
  ...inspectors,
  kong,
  lightspeed,
  litellm,
  menloSecurity,
  microsoftGlobalSecureAccess,
  mitmproxy,
  netskope,
  nginx,
  ollama,
  oneApi,
  openai,
  openaiEdge,
  openresty,
  openrouter,
  paloAltoNetworks,
  portkey,
  privoxy,
  skyhigh,
  sonicwall,
  sophos,
  squid,
  stepsecurityHardenRunner,
  tinyproxy,
  traefik,
  untangle,
  uvicorn,
  vercel,
  vllm,
  watchguard,
  zscaler,
]
