import { kindOfHost } from '../settings/hosts.ts'
import { isPrivateHost } from '../settings/hosts.ts'
import type { Reconstruction } from './evidence.ts'

/** Ports that no model API listens on: databases, queues, caches, mail. */
const FOREIGN_PORTS = new Set([
  22, 25, 53, 465, 587, 1433, 1521, 2181, 3306, 4317, 4318, 5432, 5672, 6379, 6432, 8125, 8126,
  9042, 9092, 9200, 11211, 26379, 27017,
])

/** Hosts that applications talk to for other reasons. */
const FOREIGN_HOSTS =
  /(?:^|\.)(?:npmjs\.org|pypi\.org|pythonhosted\.org|golang\.org|crates\.io|rubygems\.org|docker\.(?:io|com)|ghcr\.io|github\.com|gitlab\.com|githubusercontent\.com|huggingface\.co|sentry\.io|datadoghq\.com|slack\.com|discord\.com|telegram\.org|segment\.io|posthog\.com|stripe\.com|twilio\.com|amazonaws\.com|debian\.org|ubuntu\.com|windows\.net|database\.azure\.com|smith\.langchain\.com|pinecone\.io|supabase\.co)$/

/** The failure of something else in the same log: a database, a package registry. */
export function isForeign({ evidence, products, endpointHost, hollow }: Reconstruction): boolean {
  const known = endpointHost !== '' && kindOfHost(endpointHost) !== 'gateway'
  if (known) return false
  if (FOREIGN_HOSTS.test(endpointHost) && evidence.route.kind === 'gateway') return true
  for (const one of evidence.observations) {
    if (one.probe !== 'connect' || one.outcome.status === 'skipped') continue
    const port = one.outcome.facts?.port
    if (port !== undefined && FOREIGN_PORTS.has(port)) return true
  }
  if (products.has('openai') || products.has('azure') || products.has('library')) return false
  if (products.has('foreign')) return true
  // Words of a time-out without any name belong to nobody.
  return hollow && !isPrivateHost(endpointHost) && endpointHost === ''
}
