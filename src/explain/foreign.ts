import { isThisMachine } from '../knowledge/addresses.ts'
import { kindOfHost } from '../knowledge/hosts.ts'
import type { Block } from './blocks.ts'
import type { EvidencePiece } from './evidence-piece.ts'
import type { Reconstruction } from './evidence.ts'

/** Ports that no model API listens on: databases, queues, caches, mail, clusters. */
const FOREIGN_PORTS = new Set([
  22, 25, 53, 465, 587, 1433, 1521, 2181, 2375, 2376, 2379, 3306, 4317, 4318, 5432, 5672, 6379,
  6432, 6443, 8125, 8126, 9042, 9092, 9200, 11211, 26379, 27017,
])

/** Hosts that applications talk to for other reasons. */
const FOREIGN_HOSTS =
  /(?:^|\.)(?:httpbin\.org|google\.com|gstatic\.com|npmmirror\.com|taobao\.org|npmjs\.org|yarnpkg\.com|pypi\.org|pythonhosted\.org|golang\.org|crates\.io|rubygems\.org|nuget\.org|packagist\.org|maven\.org|apache\.org|gradle\.org|jitpack\.io|terraform\.io|hashicorp\.com|docker\.(?:io|com)|ghcr\.io|quay\.io|cloudfront\.net|gcr\.io|k8s\.io|azurecr\.io|github\.com|gitlab\.com|bitbucket\.org|githubusercontent\.com|nodesource\.com|huggingface\.co|sentry\.io|datadoghq\.com|newrelic\.com|honeycomb\.io|grafana\.net|launchdarkly\.com|slack\.com|discord\.com|telegram\.org|segment\.io|posthog\.com|stripe\.com|twilio\.com|sendgrid\.(?:com|net)|auth0\.com|okta\.com|debian\.org|ubuntu\.com|alpinelinux\.org|fedoraproject\.org|windows\.net|database\.azure\.com|smith\.langchain\.com|pinecone\.io|supabase\.co|storage\.googleapis\.com|(?<!execute-api\.[\w-]{1,30}\.|elb\.|bedrock[\w-]{0,20}\.[\w-]{1,30}\.)amazonaws\.com)$/

/**
 * Other programs by the way in which they begin or word a line. A name in the text of our own
 * incident (`openai` in the same lines) outweighs them.
 */
const FOREIGN_LINES =
  /\[(?:error|crit|alert|warn)\] \d{1,10}#\d{1,10}:|\bAH\d{5}:|\bgit (?:fetch|clone|push|pull)\b|\b(?:ssh|scp|sftp|rsync): (?:connect|Could not|connection)|kex_exchange_identification|\bpip install\b|^\s*> Could not (?:resolve|GET|HEAD)|available provider packages|\bdocker pull\b|\bdocker-registry\b|\bkubelet\b|\bazure\.cli\b|@google\/cloud-|toomanyrequests: |\bbotocore\.|\bboto3\b|NoSuchBucket|\bbundler\b|Unable to connect to the server|\bkubectl\b|API rate limit exceeded for|secondary rate limit|\bapi\.github\.com\b|could not (?:receive|send) data|\bpsycopg2?\b|\basyncpg\b|\bpostgres(?:ql)?\b|\b(?:io)?redis\b|\b(?:jedis|lettuce|pymongo|psycopg|pgx|npgsql|hikari\w{0,12}|sequelize|typeorm|kafkajs|aiokafka|amqplib|nodemailer|cassandra|clickhouse)\b|\bmysql2?\b|\bHY000\b|\bmariadb\b|\bmongo(?:db|ose)?\b|\bkafka\b|\brabbitmq\b|\bamqp\b|\belasticsearch\b|\bopensearch\b|\bsqlalchemy\b|\bmemcached\b|\bsmtp\b|\bldaps?\b|\bprisma\b|\bcelery\b|\bopentelemetry\b|\botlp\b|\bstatsd\b|\bsentry\b|\bdatadog\b|\bselenium\b|\bplaywright\b|\bpuppeteer\b|\bzookeeper\b|\bconsul\b|\betcd\b|\bvault\b/i

/**
 * Programs that fetch packages, images and sources. The names of what they fetch (`openai`) are no
 * evidence of a call: only a class or a body of an SDK in the same lines outweighs them.
 */
const FETCHING =
  /\bpip\._vendor\b|\/simple\/[\w.-]+\/?$|^(?:fatal|error): (?:unable to access|could not read|Could not resolve|RPC failed|the remote end)|^npm (?:ERR!|error|warn)|\bERR_PNPM_|^\s*error An unexpected error occurred: "https|^Error response from daemon|error pulling image|failed to (?:pull|push) |^warning: spurious network error|^go: |\bNU\d{4}:|\[ERROR\] Failed to execute goal|Could not (?:transfer artifact|resolve dependencies)|^(?:E|Err:\d{1,4}|W): /

/** Somebody tests their own code: what fails in it was made to fail. */
const TEST_RUN =
  /^\s*●|^\s*(?:FAIL|PASS) |\bAssertionError\b|^Tests: +\d|^--- FAIL: |^E {3}|^={3,} FAILURES/

/** Containers, units and processes named after what runs in them. */
const FOREIGN_SOURCES =
  /(?:^|[\s/._-])(?:db|database|postgres(?:ql)?|pg|mysqld?|mariadb|redis|mongod?b?|kafka|rabbitmq|nginx|traefik|haproxy|elasticsearch|opensearch|minio|vault|consul|zookeeper|memcached|etcd|sshd|dockerd|containerd|kubelet)(?:$|[\s/._:-]|\d)/i

/** A first label that a gateway to models goes by. */
const GATEWAY_LABEL =
  /^(?:[\w-]{0,63}(?:gw|gateway|llm|gpt|openai|litellm|ollama|vllm|proxy)[\w-]*|ai)\./i

const OUR_PRODUCTS = [
  'openai',
  'azure',
  'library',
  'litellm',
  'openrouter',
  'one-api',
  'gateway',
] as const

/** It belongs to something else, whatever else the log says. */
export function isForeignHost(host: string): boolean {
  return FOREIGN_HOSTS.test(host)
}

/** How much says that an incident is a call of a model API: 2 surely, 1 likely, 0 nothing does. */
export function strengthOf(
  block: Block,
  { products, endpointHost, evidence }: Reconstruction,
): 0 | 1 | 2 {
  const { kind, baseUrl } = evidence.route
  if (kind !== 'gateway' && endpointHost !== '') return 2
  if (OUR_PRODUCTS.some((one) => products.has(one))) return 2
  if (/\/v\d(?:\/|$)|\/openai\//.test(baseUrl)) return 2
  if (block.pieces.some(isOurs)) return 2
  return endpointHost === '' ? 0 : 1
}

/** Classes and sentences that only SDKs of model APIs print. */
function isOurs(piece: EvidencePiece): boolean {
  return (
    (piece.kind === 'wrapper' && piece.sdk === true) ||
    piece.kind === 'class' ||
    piece.kind === 'settings' ||
    piece.kind === 'api-code' ||
    piece.kind === 'browser'
  )
}

/** The failure of something else in the same log: a database, a package registry, a test. */
export function isForeign(block: Block, reconstruction: Reconstruction): boolean {
  const { evidence, products, endpointHost, hollow } = reconstruction
  const strength = strengthOf(block, reconstruction)
  if (endpointHost !== '' && kindOfHost(endpointHost) !== 'gateway') return false
  if (FOREIGN_HOSTS.test(endpointHost)) return true
  for (const one of evidence.observations) {
    if (one.probe !== 'connect' || one.outcome.status === 'skipped') continue
    const port = one.outcome.facts?.port
    if (port !== undefined && FOREIGN_PORTS.has(port)) return true
  }
  const own = new Set(block.pieces.filter(({ depth }) => depth <= 3).map(({ line }) => line))
  const lines = block.lines.filter(({ number }) => own.has(number))
  const ownText = lines.map(({ text }) => text)
  if (ownText.some((text) => FETCHING.test(text)) && !block.pieces.some(isOurs)) return true
  const ours =
    OUR_PRODUCTS.some((one) => products.has(one)) ||
    block.pieces.some(({ kind }) => kind === 'settings')
  if (ours) return false
  if (ownText.some((text) => FOREIGN_LINES.test(text))) return true
  if (FOREIGN_SOURCES.test(block.source)) return true
  if (strength === 2) return false
  if (block.lines.some(({ text }) => TEST_RUN.test(text))) return true
  // curl is used for everything: of an unknown public host it says nothing about a model API.
  const curl = lines.some(({ text }) => /\bcurl: \(/.test(text))
  if (curl && endpointHost.includes('.') && !isThisMachine(endpointHost)) {
    return !GATEWAY_LABEL.test(endpointHost) && !/^[\d.:]+$/.test(endpointHost)
  }
  // Words of a time-out without any name belong to nobody.
  return hollow && strength === 0
}
