import { OPENAI_BASE_URL } from './base-url-text.ts'
import type { SettingsSource } from './sources.ts'
import { entryOf } from '../model/values.ts'
import type { RouteKind } from '../model/index.ts'
import { isAzureHost, isOpenaiHost, plainHost } from '../knowledge/hosts.ts'
import { vendorAt, vendorOf, type Credential } from '../knowledge/credentials.ts'
import type { Ask } from './ask.ts'

/**
 * Contract, promise 1: who may decide where a key goes. The workflow (inputs, `allow-hosts`) before
 * the environment of the step; a file of the checkout only gives hints. See SECURITY.md.
 */
export interface KeyHome {
  /** A key or token that the route does not name belongs there. */
  readonly belongs: boolean
  /** Why no credential goes there in this job at all. */
  readonly closed?: string
}

export interface Destination {
  readonly kind: RouteKind
  readonly baseUrl: string
  /** Only a settings file of the checkout names it: neither an input nor a variable does. */
  readonly fromFile: boolean
}

/**
 * Events that run with the secrets of the repository although a stranger may have started them, and
 * whose jobs may check a stranger's files out (docs.github.com, "Events that trigger workflows").
 */
const STRANGERS_EVENTS =
  /^(?:pull_request_target|workflow_run|issue_comment|issues|discussion|discussion_comment|check_run|check_suite|status|fork|watch)$/

/** Promise 1: whether a key may go to this destination. `run` asks for the inputs of the step itself. */
export function keyHome(destination: Destination, run: Ask, env: SettingsSource['env']): KeyHome {
  if (!destination.fromFile) return { belongs: true }
  const url = URL.parse(destination.baseUrl)
  if (url === null) return { belongs: false }
  const named = (names: readonly string[]): boolean =>
    [run.explicit('base-url')?.text, ...names.map((name) => run.variable(name)?.text)].some(
      (text) => text !== undefined && URL.parse(text.trim())?.origin === url.origin,
    )
  const secure = url.protocol === 'https:'
  const openai = secure && isOpenaiHost(url.hostname)
  const home = named(['OPENAI_BASE_URL', 'AZURE_OPENAI_ENDPOINT'])
  const belongs =
    destination.kind === 'azure'
      ? home || (secure && isAzureHost(url.hostname))
      : destination.kind === 'openai'
        ? openai || named(['OPENAI_BASE_URL'])
        : named(['OPENAI_BASE_URL'])
  const event = env['GITHUB_EVENT_NAME'] ?? ''
  if (openai || home || !STRANGERS_EVENTS.test(event)) return { belongs }
  if (isAllowed(url.hostname, run.explicit('allow-hosts')?.text ?? '')) return { belongs }
  return {
    belongs: false,
    closed: `Only a settings file of the checkout names ${url.hostname}, and ${event} runs with secrets for files that strangers may have written, so no key was sent: credentials, model and quota were not tested.`,
  }
}

/** `llm.example.com`, or every name below `*.example.com`; between commas or blanks. */
function isAllowed(host: string, list: string): boolean {
  const name = plainHost(host)
  return list
    .split(/[\s,]+/)
    .map(plainHost)
    .some((entry) => (entry.startsWith('*.') ? name.endsWith(entry.slice(1)) : name === entry))
}

/**
 * Whose variables these are by how they begin: of the runner, of clouds, of registries, of services
 * that a job deploys to. Never those of a model API.
 */
const FOREIGN_BEGINNINGS = `
  ACTIONS_ GITHUB_ GH_ RUNNER_ INPUT_ CI_ GITLAB_ GL_ BITBUCKET_ BUILDKITE_ CIRCLE_ TRAVIS_ JENKINS_ SYSTEM_ACCESSTOKEN ENDPOINT_AUTH
  AWS_ ARM_ GOOGLE_ GCP_ GCLOUD_ CLOUDSDK_ FIREBASE_ OCI_ ALIBABA_ ALICLOUD_ DIGITALOCEAN_ LINODE_ HCLOUD_ IDENTITY_ MSI_
  CLOUDFLARE_ CF_ FLY_ VERCEL_ NETLIFY_ HEROKU_ RAILWAY_ RENDER_ SUPABASE_ EXPO_ APPLE_ APP_STORE_ FASTLANE_ MATCH_ ANDROID_
  NPM_ NODE_AUTH_ YARN_ PYPI_ TWINE_ POETRY_ UV_ CARGO_ NUGET_ MAVEN_ OSSRH_ SONATYPE_ GRADLE_ ORG_GRADLE_ GEM_ RUBYGEMS_
  BUNDLE_ COMPOSER_ HOMEBREW_ JFROG_ ARTIFACTORY_ NEXUS_ DOCKER REGISTRY_ QUAY_ GHCR_ HELM_ KUBE K8S_ ARGOCD_
  VAULT_ CONSUL_ NOMAD_ TF_ TFE_ PULUMI_ ANSIBLE_ DOPPLER_ OP_ BWS_ INFISICAL_ SOPS_ AGE_ SSH_ GPG_ SIGSTORE_ COSIGN_
  CODECOV_ SONAR_ SNYK_ SENTRY_ DD_ DATADOG_ NEW_RELIC_ HONEYCOMB_ GRAFANA_ PAGERDUTY_ SLACK_ DISCORD_ TELEGRAM_ TWILIO_
  SENDGRID_ MAILGUN_ SMTP_ STRIPE_ PAYPAL_ DATABASE_ DB_ PG POSTGRES MYSQL_ MARIADB_ MONGO REDIS_ ELASTIC_
  OPENAI_ADMIN_ OPENAI_WEBHOOK_
  AZURE_CLIENT_ AZURE_TENANT_ AZURE_CREDENTIAL AZURE_DEVOPS_ AZURE_STORAGE_ AZURE_AD_ AZURE_FEDERATED_ AZURE_PASSWORD
  AZURE_USERNAME AZURE_SUBSCRIPTION_`

/** What a key of an API is never called, whoever it belongs to. */
const FOREIGN_ENDINGS = `
  PASSWORD PASSWD PASSPHRASE PWD PRIVATE_KEY SSH_KEY DEPLOY_KEY SIGNING_KEY ENCRYPTION_KEY MASTER_KEY_BASE SECRET_KEY_BASE
  HOST_KEY STORAGE_KEY CLIENT_SECRET JWT_SECRET COOKIE_SECRET SESSION_SECRET WEBHOOK_SECRET CERTIFICATE KEYSTORE KUBECONFIG
  DEPLOY_TOKEN REGISTRY_TOKEN REFRESH_TOKEN JOB_TOKEN _URL _URI _DSN CONNECTION_STRING`

const anyOf = (words: string): string => words.trim().split(/\s+/).join('|')
const FOREIGN = new RegExp(`^(?:${anyOf(FOREIGN_BEGINNINGS)})|(?:${anyOf(FOREIGN_ENDINGS)})$`, 'i')

/**
 * Variables of others that a model API of the same house takes, by the kind of its keys: GitHub Models
 * the token of the job (docs.github.com/rest/models), Gemini and Bedrock the variables of their clouds.
 */
const TAKEN_AT_HOME: Readonly<Record<string, RegExp>> = {
  github: /^(?:GITHUB|GH)_TOKEN$/,
  google: /^GOOGLE_API_KEY$/,
  'aws-bedrock': /^AWS_BEARER_TOKEN_BEDROCK$/,
  vercel: /^VERCEL_OIDC_TOKEN$/,
}

/**
 * `api-key-env` of a settings file may name this variable for a service at `baseUrl`: by its name,
 * and by its value where the looks tell whose it is, and that it is none of a model API.
 */
export function mayBeNamed(variable: string, value: string, baseUrl: string): boolean {
  const url = URL.parse(baseUrl)
  const home = url?.protocol === 'https:' ? vendorAt(url.hostname) : undefined
  const owner = vendorOf(value.trim())
  const key = owner === undefined || owner === home || isKeyOfModels(owner)
  if (key && !FOREIGN.test(variable)) return true
  return entryOf(TAKEN_AT_HOME, home?.kind ?? '')?.test(variable) ?? false
}

/** Gateways take keys of many vendors; no gateway takes a Slack token. */
function isKeyOfModels({ takenBy, hosts, what }: Credential): boolean {
  return takenBy !== 'other' || (hosts.length > 0 && what === 'api key')
}

/** A header name (RFC 9110 §5.1): with any other the SDK itself refuses to start. */
const NAME = /^[\w!#$%&'*+.^`|~-]{1,128}$/

/**
 * The SDK reads OPENAI_CUSTOM_HEADERS, one `Name: value` on each line, and adds them to every client
 * it makes. In a run with several services they belong to the one that the SDK calls by default; the
 * names are returned for every other host, so that none of them gets what may be a credential.
 */
export function withheldHeaders(
  env: SettingsSource['env'],
  baseUrl: string,
): readonly string[] | undefined {
  const lines = (env['OPENAI_CUSTOM_HEADERS'] ?? '').split('\n')
  const names = lines
    .filter((line) => line.includes(':'))
    .map((line) => line.slice(0, line.indexOf(':')).trim())
    .filter((name) => NAME.test(name))
  const home = URL.parse(env['OPENAI_BASE_URL']?.trim() || OPENAI_BASE_URL)?.origin
  if (names.length === 0 || home === URL.parse(baseUrl)?.origin) return undefined
  return names
}
