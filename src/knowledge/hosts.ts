import type { RouteKind } from '../model/index.ts'
import { isAddress, staysInside } from './addresses.ts'
import { distance } from './distance.ts'

/** Microsoft's clouds, which do not trust each other's tokens. */
export type Cloud = 'public' | 'us-government' | 'china'

/** A host, or the end of the hosts, that somebody is known to run. */
export interface KnownHost {
  /** `api.openai.com`; with a leading dot every name below it, one of a customer each. */
  readonly name: string
  /** `api` takes requests with a key, `authority` signs in, `web` and `status` are for people. */
  readonly use: 'api' | 'authority' | 'web' | 'status'
  readonly kind: RouteKind
  readonly maker: 'openai' | 'azure' | 'apim' | 'other'
  readonly cloud?: Cloud
  /** Page that documents it. */
  readonly source: string
}

const OPENAI = 'platform.openai.com/docs/api-reference'
const AZURE = 'learn.microsoft.com/azure/ai-services/cognitive-services-custom-subdomains'
const GOVERNMENT =
  'learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure'
const CHINA = 'learn.microsoft.com/azure/china/resources-developer-guide'
const ENTRA = 'learn.microsoft.com/entra/identity-platform/authentication-national-cloud'

/** Host of the public API. */
export const PUBLIC_API = 'api.openai.com'
/** Azure's instance metadata service, link-local (learn.microsoft.com/azure/virtual-machines/instance-metadata-service). */
export const IMDS = '169.254.169.254'

const row =
  (use: KnownHost['use'], kind: RouteKind, maker: KnownHost['maker'], source: string) =>
  (name: string, cloud?: Cloud): KnownHost =>
    cloud === undefined
      ? { name, use, kind, maker, source }
      : { name, use, kind, maker, source, cloud }

const gateway = row('api', 'gateway', 'other', "the vendor's page on OpenAI compatibility")
const page = row('web', 'openai', 'openai', OPENAI)
const portal = row('web', 'azure', 'azure', AZURE)

/** A page of a service about itself, without a key. */
export interface StatusPage {
  readonly url: string
  /**
   * `summary`: JSON as Atlassian's Statuspage writes it, and incident.io after it; `feed`: RSS, empty
   * while all is well; `better-stack`: JSON of Better Stack; `people`: no program can read it.
   */
  readonly form: 'summary' | 'feed' | 'better-stack' | 'people'
}

const summary = (host: string): StatusPage => ({
  url: `https://${host}/api/v2/summary.json`,
  form: 'summary',
})

/** betterstack.com/docs/uptime/status-pages: `/index.json` of every page. */
const betterStack = (host: string): StatusPage => ({
  url: `https://${host}/index.json`,
  form: 'better-stack',
})

const forPeople = (host: string): StatusPage => ({ url: `https://${host}/`, form: 'people' })

/** Pages of gateways, each with the hosts that it speaks of. */
const GATEWAY_PAGES: readonly (readonly [StatusPage, readonly string[]])[] = [
  [summary('www.githubstatus.com'), ['models.github.ai', 'models.inference.ai.azure.com']],
  [summary('www.vercel-status.com'), ['ai-gateway.vercel.sh']],
  [summary('www.cloudflarestatus.com'), ['gateway.ai.cloudflare.com']],
  [summary('status.claude.com'), ['api.anthropic.com']],
  [summary('status.deepseek.com'), ['api.deepseek.com']],
  [summary('groqstatus.com'), ['api.groq.com']],
  [summary('status.cerebras.ai'), ['api.cerebras.ai']],
  [summary('status.perplexity.com'), ['api.perplexity.ai']],
  [betterStack('status.together.ai'), ['api.together.ai', 'api.together.xyz']],
  [betterStack('status.portkey.ai'), ['api.portkey.ai']],
  [forPeople('status.openrouter.ai'), ['openrouter.ai']],
  [forPeople('status.mistral.ai'), ['api.mistral.ai']],
  [forPeople('status.fireworks.ai'), ['api.fireworks.ai']],
  // Has a feed as well (/feed.xml, RSS), which programs of others read; its words are its own.
  [forPeople('status.x.ai'), ['api.x.ai']],
]

/** Whose page it is: makers, in one cloud, or names of hosts. The only such list. */
const STATUS_PAGES: readonly (StatusPage & {
  readonly kind: RouteKind
  readonly of: readonly string[]
  readonly clouds?: readonly Cloud[]
})[] = [
  { ...summary('status.openai.com'), kind: 'openai', of: ['openai'] },
  {
    url: 'https://rssfeed.azure.status.microsoft/en-us/status/feed/',
    form: 'feed',
    kind: 'azure',
    of: ['azure', 'apim'],
    clouds: ['public'],
  },
  // Linked by docs.azure.cn. Of a public page for Azure Government no page of Microsoft's was found.
  {
    url: 'https://www.azure.cn/support/service-dashboard/',
    form: 'people',
    kind: 'azure',
    of: ['azure', 'apim'],
    clouds: ['china'],
  },
  ...GATEWAY_PAGES.map(([known, of]) => ({ ...known, kind: 'gateway' as const, of })),
]

/** Every host that this program knows by name. The only such list. */
export const HOSTS: readonly KnownHost[] = [
  row('api', 'openai', 'openai', OPENAI)(PUBLIC_API),
  // Regional hosts (eu., us., …), Private Link, mtls.
  row('api', 'openai', 'openai', OPENAI)(`.${PUBLIC_API}`),

  ...['.openai', '.cognitiveservices', '.services.ai'].flatMap((service) => [
    row('api', 'azure', 'azure', AZURE)(`${service}.azure.com`, 'public'),
    row('api', 'azure', 'azure', GOVERNMENT)(`${service}.azure.us`, 'us-government'),
    row('api', 'azure', 'azure', CHINA)(`${service}.azure.cn`, 'china'),
  ]),
  row('api', 'azure', 'azure', AZURE)('.api.cognitive.microsoft.com', 'public'),
  row('api', 'azure', 'azure', GOVERNMENT)('.api.cognitive.microsoft.us', 'us-government'),
  row('api', 'azure', 'azure', CHINA)('.api.cognitive.azure.cn', 'china'),
  // Models of others on Azure: the plain OpenAI client calls them.
  row('api', 'gateway', 'azure', AZURE)('.models.ai.azure.com', 'public'),
  row('api', 'gateway', 'azure', AZURE)('.inference.ai.azure.com', 'public'),
  row('api', 'gateway', 'azure', AZURE)('.inference.ml.azure.com', 'public'),
  row('api', 'gateway', 'apim', AZURE)('.azure-api.net', 'public'),
  row('api', 'gateway', 'apim', GOVERNMENT)('.azure-api.us', 'us-government'),
  row('api', 'gateway', 'apim', CHINA)('.azure-api.cn', 'china'),

  row('authority', 'azure', 'azure', ENTRA)('login.microsoftonline.com', 'public'),
  row('authority', 'azure', 'azure', ENTRA)('login.microsoftonline.us', 'us-government'),
  row('authority', 'azure', 'azure', ENTRA)('login.partner.microsoftonline.cn', 'china'),
  row('authority', 'azure', 'azure', ENTRA)('login.chinacloudapi.cn', 'china'),

  gateway('models.inference.ai.azure.com'),
  gateway('models.github.ai'),
  gateway('openrouter.ai'),
  gateway('ai-gateway.vercel.sh'),
  gateway('gateway.ai.cloudflare.com'),
  gateway('api.portkey.ai'),
  gateway('oai.helicone.ai'),
  gateway('api.anthropic.com'),
  gateway('generativelanguage.googleapis.com'),
  gateway('.googleapis.com'),
  gateway('.amazonaws.com'),
  gateway('api.mistral.ai'),
  gateway('api.deepseek.com'),
  gateway('api.groq.com'),
  gateway('api.x.ai'),
  gateway('api.perplexity.ai'),
  gateway('api.cerebras.ai'),
  gateway('api.fireworks.ai'),
  gateway('api.together.xyz'),
  gateway('api.together.ai'),
  gateway('api.replicate.com'),
  gateway('integrate.api.nvidia.com'),
  gateway('router.huggingface.co'),
  gateway('.huggingface.cloud'),

  ...['', 'www.', 'platform.', 'chat.', 'help.', 'auth.', 'beta.', 'developers.', 'community.'].map(
    (label) => page(`${label}openai.com`),
  ),
  page('chatgpt.com'),
  page('www.chatgpt.com'),
  ...['portal', 'oai', 'ai', 'learn'].flatMap((label) => [
    portal(`${label}.azure.com`, 'public'),
    portal(`${label}.azure.us`, 'us-government'),
    portal(`${label}.azure.cn`, 'china'),
  ]),

  ...STATUS_PAGES.map(({ url, kind }) => {
    const { host } = new URL(url)
    return row('status', kind, kind === 'gateway' ? 'other' : kind, host)(host)
  }),
]

/** Exact names stand before the ends of names that hold them too. */
const SEARCHED = HOSTS.toSorted(
  (a, b) => Number(a.name.startsWith('.')) - Number(b.name.startsWith('.')),
)

/** The entry that this host falls under. */
export function knownHost(host: string): KnownHost | undefined {
  const name = plainHost(host)
  return SEARCHED.find((one) =>
    one.name.startsWith('.') ? name.endsWith(one.name) : name === one.name,
  )
}

/** The page that speaks of the service behind this host; nothing for private and unknown hosts. */
export function statusPageOf(host: string): StatusPage | undefined {
  const known = knownHost(host)
  if (known?.use !== 'api') return undefined
  return STATUS_PAGES.find(
    ({ of, clouds }) =>
      of.includes(known.name) ||
      (of.includes(known.maker) &&
        (clouds === undefined || (known.cloud !== undefined && clouds.includes(known.cloud)))),
  )
}

/** Who serves the API, as far as the host says it. */
export function kindOfHost(host: string): RouteKind {
  const known = knownHost(host)
  return known?.use === 'api' ? known.kind : 'gateway'
}

/** The name belongs to OpenAI or to a resource on Azure, so it is known what the service takes. */
export function isOwnHost(host: string): boolean {
  return kindOfHost(host) !== 'gateway'
}

/** The public API, its regional hosts and Private Link hosts: `eu.api.openai.com`, … */
export function isOpenaiHost(host: string): boolean {
  return kindOfHost(host) === 'openai'
}

export function isAzureHost(host: string): boolean {
  return kindOfHost(host) === 'azure'
}

/** A page for people on a vendor's domain: looks like the API's host and is not. */
export function isWebPage(host: string): boolean {
  const use = knownHost(host)?.use
  return use === 'web' || use === 'status'
}

/** Private Link of OpenAI or Azure: a private address is right for these. */
export function isPrivateLinkHost(host: string): boolean {
  return plainHost(host).split('.').includes('privatelink')
}

/** Ends of the hosts of a maker, as the source of a pattern: `openai\.azure\.com|…`. */
export function endingsOf(maker: KnownHost['maker'], kind?: RouteKind): string {
  return HOSTS.filter(
    (one) =>
      one.use === 'api' &&
      one.maker === maker &&
      one.name.startsWith('.') &&
      (kind === undefined || one.kind === kind),
  )
    .map(({ name }) => name.slice(1).replaceAll('.', String.raw`\.`))
    .join('|')
}

/** What signs in to the resources of one cloud, and the audience that they take. */
export interface CloudFacts {
  readonly cloud: Cloud
  readonly authority: string
  readonly audience: string
}

const CLOUDS: Readonly<Record<Cloud, CloudFacts>> = {
  public: {
    cloud: 'public',
    authority: 'login.microsoftonline.com',
    audience: 'https://cognitiveservices.azure.com',
  },
  'us-government': {
    cloud: 'us-government',
    authority: 'login.microsoftonline.us',
    audience: 'https://cognitiveservices.azure.us',
  },
  china: {
    cloud: 'china',
    authority: 'login.partner.microsoftonline.cn',
    audience: 'https://cognitiveservices.azure.cn',
  },
}

export const PUBLIC_CLOUD = CLOUDS.public

/** The cloud that a host of Microsoft belongs to; nothing for hosts of others. */
export function cloudOf(host: string): CloudFacts | undefined {
  const cloud = knownHost(host)?.cloud
  return cloud === undefined ? undefined : CLOUDS[cloud]
}

/**
 * The audience that the resource takes, by the cloud of its host. The v1 endpoint and Foundry have
 * one of their own (openai-node, docs/azure.md).
 */
export function tokenScopeOf(baseUrl: string): string {
  const url = URL.parse(baseUrl)
  const host = url?.hostname ?? ''
  const cloud = cloudOf(host) ?? PUBLIC_CLOUD
  if (cloud !== PUBLIC_CLOUD) return `${cloud.audience}/.default`
  const foundry = host.endsWith('.services.ai.azure.com')
  const v1 = /\/openai\/v1\/?$/.test(url?.pathname ?? '')
  return foundry || v1 ? 'https://ai.azure.com/.default' : `${PUBLIC_CLOUD.audience}/.default`
}

/**
 * Names that public DNS never answers (RFC 6761, 6762, 8375, 9476, ICANN's `.internal`), and the
 * top-level labels that companies and clusters use inside.
 */
const PRIVATE_ENDINGS = [
  'localhost',
  'local',
  'internal',
  'test',
  'example',
  'invalid',
  'alt',
  'home.arpa',
  'lan',
  'home',
  'corp',
  'intranet',
  'private',
  'localdomain',
  'cluster',
  'svc',
]

/** A single label, or a name that only a private name server knows. */
export function isPrivateName(host: string): boolean {
  const name = plainHost(host)
  if (isAddress(name)) return false
  // `api.default.svc.example.com`: a cluster with a domain of its own.
  return (
    !name.includes('.') ||
    name.includes('.svc.') ||
    PRIVATE_ENDINGS.some((ending) => name.endsWith(`.${ending}`))
  )
}

/** This machine, a private network, a cluster. A name that is not known to be private counts as public. */
export function isPrivateHost(host: string): boolean {
  const name = plainHost(host)
  return isAddress(name) ? staysInside(name) : isPrivateName(name)
}

/** Only a private name server, or nobody, resolves it: an address or a private name. */
export function isInternalHost(host: string): boolean {
  return isAddress(plainHost(host)) || isPrivateName(host)
}

/** At most so many slips make one name of another. */
const SLIPS = 2

/**
 * The host that was meant, when this one is a slip or two away from it. Never for a name that
 * stands on any list here: it exists, and another host would get the key.
 */
export function meantHost(host: string): string | undefined {
  const name = plainHost(host)
  if (knownHost(name) !== undefined || isInternalHost(name)) return undefined
  if (distance(name, PUBLIC_API, SLIPS) <= SLIPS) return PUBLIC_API
  const [resource = '', ...rest] = name.split('.')
  const [best] = HOSTS.filter(
    ({ kind, use, name: ending }) => kind === 'azure' && use === 'api' && ending.startsWith('.'),
  )
    .map(({ name: ending }) => ({ ending, slips: distance(`.${rest.join('.')}`, ending, SLIPS) }))
    .filter(({ slips }) => slips <= SLIPS)
    .toSorted((a, b) => a.slips - b.slips)
  return best === undefined ? undefined : resource + best.ending
}

/** Lower case, without brackets and without the dot of a fully qualified name. */
export function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}
