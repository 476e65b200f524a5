import type { RouteKind, SettingProblem } from '../model/index.ts'
import { baseUrlVariable, variableOfLibrary, type ReadApplication } from './application.ts'
import type { Ask } from './ask.ts'
import { OPENAI_BASE_URL } from './base-url-text.ts'
import { kindOfHost } from '../knowledge/hosts.ts'
import { fatal, warning, type GivenValue } from './problem.ts'

export interface ChosenBaseUrl {
  readonly given: GivenValue
  /** The variable itself says that it is an Azure endpoint. */
  readonly azure: boolean
  readonly problems: readonly SettingProblem[]
}

/**
 * The base URL that the application's client would take: what is written for this run, then
 * the variable that its library reads, then AZURE_OPENAI_ENDPOINT, then OpenAI's own.
 */
export function chooseBaseUrl(
  ask: Ask,
  asked: 'auto' | RouteKind,
  application?: ReadApplication,
): ChosenBaseUrl {
  const explicit = ask.explicit('base-url')
  if (explicit !== undefined) return { given: explicit, azure: false, problems: [] }
  const { given: plain, problems: unread } = baseUrlVariable(ask, application)
  const azure =
    ask.variable('AZURE_OPENAI_ENDPOINT') ?? variableOfLibrary(ask, application, 'AZURE_API_BASE')
  if (plain !== undefined && azure !== undefined) {
    return { given: plain, azure: false, problems: [...unread, ...conflict(plain, azure, asked)] }
  }
  if (plain !== undefined) return { given: plain, azure: false, problems: unread }
  if (azure !== undefined && (asked === 'auto' || asked === 'azure')) {
    return { given: azure, azure: true, problems: unread }
  }
  const given: GivenValue = {
    text: OPENAI_BASE_URL,
    setting: 'base-url',
    name: 'base-url',
    from: 'default',
  }
  if (asked === 'auto' || asked === 'openai') return { given, azure: false, problems: unread }
  const message = `The route is ${asked}, and there is no base URL: neither base-url nor a variable of the SDK is set.`
  const fix =
    asked === 'azure'
      ? 'Set AZURE_OPENAI_ENDPOINT or base-url, for example https://NAME.openai.azure.com/openai/v1.'
      : 'Set base-url or OPENAI_BASE_URL to the address of the gateway.'
  return {
    given,
    azure: false,
    problems: [...unread, fatal('config.base_url_missing', 'base-url', { message, fix })],
  }
}

/**
 * `AzureOpenAI` takes OPENAI_BASE_URL too when it is set, and the plain client never looks at
 * AZURE_OPENAI_ENDPOINT: with both, nobody can say which service is meant.
 */
function conflict(
  plain: GivenValue,
  azure: GivenValue,
  asked: 'auto' | RouteKind,
): readonly SettingProblem[] {
  const host = hostOf(plain.text)
  if (host !== undefined && host === hostOf(azure.text)) return []
  const message = `${plain.name} and ${azure.name} are both set and name different services: which one is called depends on the class that the application uses.`
  const fix = `Remove ${plain.name} or ${azure.name} from this job, or set base-url to the one that the application calls.`
  const setting = `${plain.name}, ${azure.name}`
  return asked === 'openai' || asked === 'gateway'
    ? [warning('config.conflict', setting, { message, fix })]
    : [fatal('config.conflict', setting, { message, fix })]
}

function hostOf(text: string): string | undefined {
  return URL.canParse(text.trim()) ? new URL(text.trim()).host : undefined
}

/** The kind that was asked for against what the host says. */
export function checkKind(
  given: GivenValue | undefined,
  asked: 'auto' | RouteKind,
  host: string,
): readonly SettingProblem[] {
  const actual = kindOfHost(host)
  if (given === undefined || asked === 'auto' || actual === 'gateway' || actual === asked) return []
  const message = `${given.name} is ${asked}, and the host of the base URL is ${actual === 'openai' ? "OpenAI's" : "Azure's"} own.`
  const fix = `Write route ${actual} or auto, or set base-url to the ${asked} that is meant.`
  const say = asked === 'gateway' ? warning : fatal
  return [say('config.conflict_route', given.setting, { message, fix })]
}
