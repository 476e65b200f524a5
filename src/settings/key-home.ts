import type { RouteKind } from '../model/index.ts'
import { isAzureHost, isOpenaiHost, plainHost } from '../knowledge/hosts.ts'
import type { Ask } from './ask.ts'
import type { SettingsSource } from './sources.ts'

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
const STRANGERS_EVENTS: ReadonlySet<string> = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'check_run',
  'check_suite',
  'status',
  'fork',
  'watch',
])

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
  if (openai || home || !STRANGERS_EVENTS.has(event)) return { belongs }
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
    .filter((entry) => entry !== '')
    .map(plainHost)
    .some((entry) => (entry.startsWith('*.') ? name.endsWith(entry.slice(1)) : name === entry))
}

/** Credentials of the runner, of clouds and of registries: never those of a model API. */
const FOREIGN =
  /^(?:ACTIONS_|GITHUB_|GH_|RUNNER_|INPUT_|CI_|AWS_|ARM_|GOOGLE_|GCP_|GCLOUD_|CLOUDSDK_|NPM_|NODE_AUTH_|YARN_|PYPI_|TWINE_|UV_PUBLISH_|DOCKER_|REGISTRY_|KUBE|VAULT_|TF_|SSH_|GPG_|SIGSTORE_|COSIGN_|CODECOV_|SONAR_|SLACK_|STRIPE_|DATABASE_|DB_|PG|MYSQL_|REDIS_|IDENTITY_|MSI_|OPENAI_ADMIN_|OPENAI_WEBHOOK_|AZURE_(?:CLIENT_|TENANT_|CREDENTIALS?$|DEVOPS_|STORAGE_|AD_|FEDERATED_|PASSWORD|USERNAME|SUBSCRIPTION_))/i

/** GitHub Models takes the token of the job (docs.github.com/rest/models). */
const GITHUB_MODELS: ReadonlySet<string> = new Set([
  'models.github.ai',
  'models.inference.ai.azure.com',
])

/** `api-key-env` may name this variable for a service at `baseUrl`. */
export function mayBeNamed(variable: string, baseUrl: string): boolean {
  if (!FOREIGN.test(variable)) return true
  const url = URL.parse(baseUrl)
  return (
    /^(?:GITHUB|GH)_TOKEN$/.test(variable) &&
    url?.protocol === 'https:' &&
    GITHUB_MODELS.has(url.hostname)
  )
}
