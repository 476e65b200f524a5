import { Secret, type Route, type RouteKind, type SettingProblem } from '../model/index.ts'
import { fatal, type Form, formIn, type GivenValue, holdsKey, show, warning } from './problem.ts'

/** A template or shell variable that nothing has replaced by its value. */
export function unexpanded(text: string): boolean {
  return /\$\{|\$\(|\{\{|^\$\w+|\/\/\$\w+|%[A-Z_][A-Z0-9_]{2,}%/.test(text)
}

/** Model, organization, project, api-version: sent in a header, path or body, so one clean line. */
export function readText(given: GivenValue | undefined): {
  readonly value?: string
  readonly problems: readonly SettingProblem[]
  readonly secrets: readonly Secret[]
} {
  const value = given?.text.trim() ?? ''
  if (given === undefined || value === '') return { problems: [], secrets: [] }
  const form = formIn(NO_TEXT, value)
  if (form === undefined) return { value, problems: [], secrets: [] }
  const { code, wrong, fix } = form
  const words = { message: `${given.name} ${wrong}.`, fix: fix.replace('NAME', given.name) }
  const secrets = code === 'config.value_is_key' ? [new Secret(value, given.name)] : []
  return { problems: [fatal(code, given.setting, words)], secrets }
}

/** What is no such text. NAME in an order stands for the setting. */
const NO_TEXT: readonly Form[] = [
  {
    code: 'config.value_unexpanded',
    when: unexpanded,
    wrong: (value) => `is an unexpanded reference: ${show(value)}`,
    fix: 'Pass the value of the variable, not its name.',
  },
  {
    code: 'config.value_is_key',
    when: holdsKey,
    wrong: 'holds a key',
    fix: 'Put the key into api-key, and remove it from NAME; consider it known to whoever reads this setting.',
  },
  {
    code: 'config.value_malformed',
    // oxlint-disable-next-line no-control-regex
    when: /[\0-\x1f\x7f]/,
    wrong: (value) => `has a line break or control character inside: ${show(value)}`,
    fix: 'Write it on one line.',
  },
]

const SCOPES = {
  organization: {
    form: /^org-[A-Za-z0-9]+$/,
    begins: 'org-',
    called: 'an organization id',
    where: 'Settings → Organization → General',
  },
  project: {
    form: /^proj_[A-Za-z0-9]+$/,
    begins: 'proj_',
    called: 'a project id',
    where: 'Settings → Project → General',
  },
} as const

/** Ids that certainly are something else: of the other setting, of another vendor, or a display name. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^org[-_]/, 'an organization id'],
  [/^proj[-_]/, 'a project id'],
  [/^asst_|^user-|^ft:|^file-/, 'the id of another OpenAI object'],
  [/^wrkspc_/, 'an Anthropic workspace id'],
  [/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i, 'a UUID, as Anthropic and Azure use them'],
  [/@/, 'a mail address'],
  [/\s/, 'a display name'],
]

/** Is it an id that the API of this route can know? */
export function checkScope(
  name: keyof typeof SCOPES,
  given: GivenValue,
  value: string,
  kind: RouteKind,
): readonly SettingProblem[] {
  const scope = SCOPES[name]
  if (kind === 'azure') {
    if (given.from === 'environment') return []
    const message = `${given.name} is set, and Azure knows no OpenAI ${name}.`
    const fix = `Remove ${given.name} from this route, or set base-url to the OpenAI API.`
    return [warning('config.conflict_scope', given.setting, { message, fix })]
  }
  if (kind !== 'openai' || scope.form.test(value)) return []
  const fix = `Write the id from platform.openai.com (${scope.where}): it begins with ${scope.begins}.`
  const foreign = FOREIGN.find(([form, what]) => form.test(value) && what !== scope.called)?.[1]
  if (foreign !== undefined) {
    const message = `${given.name} is ${show(value)}, ${foreign} and not ${scope.called}.`
    return [fatal(`config.${name}_malformed`, given.setting, { message, fix }, 'auth')]
  }
  const message = `${given.name} is ${show(value)}, which does not begin with ${scope.begins}.`
  return [warning(`config.${name}_malformed`, given.setting, { message, fix }, 'auth')]
}

const VERSION = /^\d{4}-(\d{2})-(\d{2})(?:-preview)?$/

/** The classic Azure endpoint wants a version, the v1 endpoint and OpenAI take none. */
export function checkApiVersion(
  given: GivenValue | undefined,
  value: string | undefined,
  route: Pick<Route, 'kind' | 'baseUrl'>,
): { readonly apiVersion?: string; readonly problems: readonly SettingProblem[] } {
  if (given === undefined || value === undefined) {
    return { problems: [] }
  }
  if (route.kind !== 'azure' || isAzureV1(route)) {
    if (route.kind === 'gateway' && given.from === 'environment') return { problems: [] }
    const why =
      route.kind === 'azure'
        ? 'the v1 endpoint of Azure refuses the api-version parameter'
        : `the ${route.kind === 'openai' ? 'OpenAI API' : 'gateway'} takes no api-version`
    const message = `${given.name} is set, and ${why}; it is not sent.`
    const fix = `Remove ${given.name} from this job${route.kind === 'azure' ? '' : ', or set base-url to the Azure endpoint that it was meant for'}.`
    return { problems: [warning('config.conflict_api_version', given.setting, { message, fix })] }
  }
  const [, month, day] = VERSION.exec(value) ?? []
  const real = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  if (real) return { apiVersion: value, problems: [] }
  const message = `${given.name} is ${show(value)}, which is not a version of the Azure API.`
  const fix = 'Write it as YYYY-MM-DD or YYYY-MM-DD-preview, for example 2024-10-21.'
  return { problems: [fatal('config.api_version_malformed', given.setting, { message, fix })] }
}

/** The GA endpoint of Azure, spoken with the plain SDK: `…/openai/v1`. */
export function isAzureV1(route: Pick<Route, 'baseUrl'>): boolean {
  return route.baseUrl.endsWith('/v1')
}
