import type {
  AzureAuth,
  Depth,
  KeyShape,
  RouteKind,
  Secret,
  SettingProblem,
} from '../model/index.ts'
import type { Ask } from './ask.ts'
import { checkKey, type KeyTarget } from './key-checks.ts'
import { vendorOf } from '../knowledge/credentials.ts'
import { mayBeNamed, type KeyHome } from './key-home.ts'
import type { MissingKey } from './inputs.ts'
import { fatal, type GivenValue, show, warning } from './problem.ts'
import { misnamedInputs } from './misnamed.ts'
import type { SettingsSource } from './sources.ts'

/** What the run has decided about keys that are not there. */
export interface MissingKeyPolicy {
  /** This is a step of a workflow, where a key is an input. */
  readonly step?: true
  readonly missingKey: MissingKey
  /** Why this job cannot have secrets, when that is so. */
  readonly noSecrets?: string
}

export interface KeyRequest {
  readonly ask: Ask
  readonly env: SettingsSource['env']
  readonly policy: MissingKeyPolicy
  readonly target: KeyTarget
  readonly baseUrl: string
  /** Azure's v1 endpoint is called with the plain SDK, which reads OPENAI_API_KEY. */
  readonly plainSdk: boolean
  /** Text of a file; nothing when it cannot be read. */
  readonly readFile: SettingsSource['readFile']
  readonly depth: Depth
  /** `api-key-env` of the config file. */
  readonly variable?: GivenValue
  /** Azure: the variable that the application's library reads, where it is another. */
  readonly ofLibrary?: GivenValue
  /** Where the key would go, and who says so. */
  readonly home: KeyHome
}

export interface RouteKey {
  readonly key?: Secret
  readonly shape?: KeyShape
  readonly azureAuth?: AzureAuth
  readonly azureCli?: true
  /** Why the climb ends at `route`. */
  readonly limit?: string
  readonly problems: readonly SettingProblem[]
  readonly secrets: readonly Secret[]
}

/** The key of a route with everything that is wrong with it; none is needed for `depth: route`. */
export function readKey(request: KeyRequest): RouteKey {
  const { kind } = request.target
  const { belongs, closed } = request.home
  if (closed !== undefined)
    return { ...(kind === 'azure' ? { azureAuth: 'key' } : {}), problems: [], secrets: [] }
  const { variable } = request
  const value = (variable && request.ask.variable(variable.text)?.text) ?? ''
  if (variable !== undefined && !mayBeNamed(variable.text, value, request.baseUrl)) {
    return { problems: [foreignVariable(variable)], secrets: [] }
  }
  const given = chooseKey(request)
  const azure = (auth: AzureAuth): { azureAuth?: AzureAuth } =>
    kind === 'azure' ? { azureAuth: auth } : {}
  if (given === undefined) {
    if (kind === 'azure' && request.variable === undefined && belongs) {
      const azureCli = hasCliSession(request)
      if (entraHint(request.env) || azureCli || mayHaveIdentity(request)) {
        const session = azureCli ? { azureCli } : {}
        return { azureAuth: 'entra', ...session, problems: [], secrets: [] }
      }
    }
    return { ...azure('key'), secrets: [], ...missing(request) }
  }
  const checked = checkKey(given, request.target)
  if (request.depth === 'route') {
    // The key is not sent, so it must not be there for probes, and cannot stop them.
    const problems = checked.problems.map((problem) => ({
      ...problem,
      severity: 'warning' as const,
    }))
    return { ...azure('key'), problems, secrets: checked.secrets }
  }
  return { ...azure('key'), ...checked }
}

function foreignVariable(variable: GivenValue): SettingProblem {
  const message = `api-key-env names ${variable.text}, a credential of the runner, of a cloud, of a registry or of another service: no file of the checkout may send it anywhere.`
  const fix =
    'Pass the key of the API under a name of its own, in a workflow with env: GATEWAY_KEY: ${{ secrets.GATEWAY_KEY }}, and write api-key-env: GATEWAY_KEY.'
  return fatal('config.key_variable_refused', variable.setting, { message, fix })
}

function chooseKey(request: KeyRequest): GivenValue | undefined {
  const { ask, target, variable } = request
  if (variable !== undefined) {
    const set = ask.variable(variable.text)
    return set === undefined ? undefined : { ...set, setting: variable.setting }
  }
  const explicit = ask.explicit('api-key')
  if (explicit !== undefined) return explicit
  if (!request.home.belongs) return undefined
  if (target.kind !== 'azure') return ask.variable('OPENAI_API_KEY')
  const key = request.ofLibrary ?? ask.variable('AZURE_OPENAI_API_KEY')
  if (key !== undefined || !request.plainSdk) return key
  const plain = ask.variable('OPENAI_API_KEY')
  // With Entra ID set up, a key of OpenAI itself is there for something else.
  const belongsElsewhere = plain !== undefined && vendorOf(plain.text.trim())?.takenBy === 'openai'
  return belongsElsewhere && entraHint(request.env) ? undefined : plain
}

/** Variables by which `DefaultAzureCredential` finds an identity. */
function entraHint(env: SettingsSource['env']): boolean {
  const set = (name: string): boolean => (env[name] ?? '').trim() !== ''
  if (usesDeveloperTool(env)) return false
  return (
    set('AZURE_TOKEN_CREDENTIALS') ||
    set('IDENTITY_ENDPOINT') ||
    set('MSI_ENDPOINT') ||
    (set('AZURE_CLIENT_ID') &&
      ['AZURE_TENANT_ID', 'AZURE_FEDERATED_TOKEN_FILE', 'ACTIONS_ID_TOKEN_REQUEST_URL'].some(set))
  )
}

/**
 * A machine of one's own can have an identity without any variable: its metadata service is asked
 * before anybody says that credentials are missing. A hosted runner has none.
 */
function mayHaveIdentity(request: KeyRequest): boolean {
  return request.env['RUNNER_ENVIRONMENT'] === 'self-hosted' && mayBeAsked(request)
}

function mayBeAsked({ env, policy }: KeyRequest): boolean {
  const asks = policy.missingKey === 'fail' || policy.missingKey === 'auto'
  return asks && policy.noSecrets === undefined && !usesDeveloperTool(env)
}

/** `az login` or `azure/login` left a session (azure-cli-core, `_profile.py`): `az` is asked for the token. */
function hasCliSession(request: KeyRequest): boolean {
  const { AZURE_CONFIG_DIR: own = '', HOME: home = '' } = request.env
  const folder = own.trim() === '' ? `${home}/.azure` : own
  const profile = mayBeAsked(request) ? request.readFile(`${folder}/azureProfile.json`) : undefined
  return /"subscriptions"\s*:\s*\[\s*\{/.test(profile ?? '')
}

/** AZURE_TOKEN_CREDENTIALS of `DefaultAzureCredential` names a tool whose session is not read here: all but `az`. */
function usesDeveloperTool(env: SettingsSource['env']): boolean {
  const named = env['AZURE_TOKEN_CREDENTIALS']?.trim() ?? ''
  return /^(?:(?:azuredevelopercli|azurepowershell|visualstudio\w*|interactivebrowser|broker)(?:credential)?)$/i.test(
    named,
  )
}

function missing(request: KeyRequest): { limit?: string; problems: readonly SettingProblem[] } {
  const { policy, depth } = request
  if (depth === 'route') return { problems: [] }
  const excused = policy.missingKey === 'auto' && policy.noSecrets !== undefined
  const because = excused ? `${policy.noSecrets}, so there was no key` : 'There was no key'
  const limit = `${because}: credentials, model and quota were not tested.`
  if (excused || policy.missingKey === 'skip') return { limit, problems: [] }
  const { setting, message, fix } = missingWords(request)
  return policy.missingKey === 'warn'
    ? { limit, problems: [warning('config.key_missing', setting, { message, fix }, 'auth')] }
    : { problems: [fatal('config.key_missing', setting, { message, fix }, 'auth')] }
}

function missingWords(request: KeyRequest): {
  readonly setting: string
  readonly message: string
  readonly fix: string
} {
  const { variable, target } = request
  if (variable !== undefined) {
    const message = `api-key-env names ${variable.text}, and that variable is unset or empty.`
    const fix = `Set ${variable.text}, in a workflow with env: ${variable.text}: \${{ secrets.${variable.text} }}.`
    return { setting: variable.setting, message, fix }
  }
  if (!request.home.belongs) {
    const message =
      'The route names no key, and its base URL is that of no API whose key is set: a settings file alone never decides where a key goes.'
    return {
      setting: 'api-key-env',
      message,
      fix: 'Add api-key-env with the name of the variable to this route.',
    }
  }
  const expected = expectedVariable(target.kind, request.plainSdk)
  const near = nearMiss(request.env, expected)
  const misnamed = misnamedInputs({
    env: request.env,
    ...(request.policy.step === true ? { outputs: true } : {}),
  }).find(({ meant }) => meant === 'api-key')
  if (misnamed !== undefined) {
    const written = show(misnamed.written)
    return {
      setting: 'api-key',
      message: `There is no key: the step has an input ${written}, which this action does not have and did not read.`,
      fix: `Write api-key instead of ${written}.`,
    }
  }
  if (target.kind === 'azure') return azureWords(request, near)
  const hint =
    near === undefined ? '' : ` ${near} is set, but the SDK does not read it for this route.`
  return {
    setting: expected,
    message: `There is no key: neither api-key nor ${expected} is set, or it is empty (a secret that does not exist is empty).${hint}`,
    fix:
      request.policy.step === true
        ? `Write with: api-key: \${{ secrets.${expected} }} in this step; check the name of the secret and that this job may read it.`
        : `Set ${expected}, in a workflow with env: ${expected}: \${{ secrets.${expected} }}; check the name of the secret and that this job may read it.`,
  }
}

/** The ways to credentials that exist on Azure. */
function azureWords(
  { env, policy }: KeyRequest,
  near: string | undefined,
): ReturnType<typeof missingWords> {
  const named = show(env['AZURE_TOKEN_CREDENTIALS'] ?? '')
  const signIn = usesDeveloperTool(env)
    ? `AZURE_TOKEN_CREDENTIALS is ${named}, a tool whose session the preflight does not read`
    : 'nothing says how to sign in with Entra ID'
  const alone = (env['AZURE_CLIENT_ID'] ?? '').trim() === '' ? '' : ' AZURE_CLIENT_ID is set alone.'
  const hint = near === undefined ? '' : ` ${near} is set, and is not read for this route.`
  const step = usesDeveloperTool(env)
    ? 'or sign in with Entra ID, with another AZURE_TOKEN_CREDENTIALS or none in this step'
    : 'or sign in with Entra ID'
  return {
    setting: 'AZURE_OPENAI_API_KEY',
    message: `There are no credentials for Azure: neither api-key nor AZURE_OPENAI_API_KEY is set, or it is empty (a secret that does not exist is empty), and ${signIn}.${hint}${usesDeveloperTool(env) ? '' : alone}`,
    fix: `${policy.step === true ? 'Write with: api-key' : 'Set AZURE_OPENAI_API_KEY, in a workflow with env: AZURE_OPENAI_API_KEY'}: \${{ secrets.AZURE_OPENAI_API_KEY }}; ${step}: AZURE_CLIENT_ID and AZURE_TENANT_ID with AZURE_CLIENT_SECRET, with AZURE_CLIENT_CERTIFICATE_PATH, with AZURE_FEDERATED_TOKEN_FILE, or with permissions: id-token: write; azure/login before this step, whose session az gives a token of; or AZURE_TOKEN_CREDENTIALS: ManagedIdentityCredential on a machine with a managed identity.`,
  }
}

function expectedVariable(kind: RouteKind, plainSdk: boolean): string {
  return kind === 'azure' && !plainSdk ? 'AZURE_OPENAI_API_KEY' : 'OPENAI_API_KEY'
}

/** A variable that was probably meant, by its name alone. */
function nearMiss(env: SettingsSource['env'], expected: string): string | undefined {
  return Object.keys(env).find(
    (name) =>
      name !== expected &&
      (env[name] ?? '').trim() !== '' &&
      /^(?:AZURE_)?OPEN_?AI_?(?:API)?_?(?:KEY|TOKEN|SECRET)\s*$/i.test(name),
  )
}
