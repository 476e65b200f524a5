/** Host of the public API. */
export const PUBLIC_API = 'api.openai.com'

/** Suffixes of Azure OpenAI resources (learn.microsoft.com/azure/ai-foundry/openai). */
const AZURE_SUFFIXES = [
  'openai.azure.com',
  'cognitiveservices.azure.com',
  'services.ai.azure.com',
  'openai.azure.us',
  'openai.azure.cn',
]

/**
 * Names that public DNS never answers: RFC 6761/6762/8375/9476 and the top-level labels that
 * companies and clusters use inside.
 */
const INTERNAL_ENDINGS = [
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
  'cluster.local',
  'svc',
]

/** The public API, its regional hosts and Private Link hosts: `eu.api.openai.com`, … */
export function isOpenaiHost(host: string): boolean {
  return host === PUBLIC_API || host.endsWith(`.${PUBLIC_API}`)
}

/** Private Link of OpenAI or Azure: a private address is right for these. */
export function isPrivateLinkHost(host: string): boolean {
  return host.split('.').includes('privatelink')
}

export function isAzureHost(host: string): boolean {
  return AZURE_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`))
}

/** An address, `localhost`, a single label, or a name that only an internal DNS knows. */
export function isInternalHost(host: string): boolean {
  if (isAddress(host) || !host.includes('.')) return true
  return INTERNAL_ENDINGS.some((ending) => host.endsWith(`.${ending}`))
}

/** `localhost`, 127.0.0.0/8, ::1, 0.0.0.0: the runner itself, or the container the step runs in. */
export function isThisMachine(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    /^127(?:\.\d+){1,3}$/.test(host) ||
    host === '::1' ||
    host === '0.0.0.0'
  )
}

export function isAddress(host: string): boolean {
  return host.includes(':') || /^\d+(?:\.\d+){3}$/.test(host)
}

/** The host that was meant, when this one is a slip of at most two characters away from it. */
export function meantHost(host: string): string | undefined {
  if (isOpenaiHost(host) || isAzureHost(host) || isInternalHost(host)) return undefined
  if (distance(host, PUBLIC_API) <= 2) return PUBLIC_API
  const [resource = '', ...rest] = host.split('.')
  const suffix = AZURE_SUFFIXES.find((one) => distance(rest.join('.'), one) <= 2)
  return suffix === undefined ? undefined : `${resource}.${suffix}`
}

/** Levenshtein distance: insertions, deletions and replacements. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
