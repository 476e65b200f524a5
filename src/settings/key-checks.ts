import { Secret } from '../model/index.ts'
import type { Client, Code, KeyShape, RouteKind, SettingProblem } from '../model/index.ts'
import { KEY_FORMS, keyInBase64 } from './key-forms.ts'
import { isWeakPlaceholder } from './key-placeholders.ts'
import { isVendorKey, keyShape, vendorAt, vendorOf } from '../knowledge/credentials.ts'
import type { Credential } from '../knowledge/credentials.ts'
import { fatal, warning, type GivenValue } from './problem.ts'

/** Where the key is going to be sent. */
export interface KeyTarget {
  readonly kind: RouteKind
  readonly host: string
  /** The host is OpenAI's or Microsoft's own: then it is known which keys it takes. */
  readonly ownHost: boolean
  readonly client: 'auto' | Client
}

export interface CheckedKey {
  /** As the application would send it. */
  readonly key: Secret
  readonly shape: KeyShape
  readonly problems: readonly SettingProblem[]
  /** Every form of it that must not be printed. */
  readonly secrets: readonly Secret[]
}

/** Looks at a key that is there. The sentences hold its length and kind and no part of it. */
export function checkKey(given: GivenValue, target: KeyTarget): CheckedKey {
  const key = given.text.trim()
  const shape = keyShape(key, given.name)
  const form = KEY_FORMS.find((candidate) => candidate.wrong(key) !== undefined)
  const problems: SettingProblem[] = []
  if (form === undefined) {
    problems.push(...paddingProblem(given, target.client))
    const foreign = ownerProblem(given, key, target)
    if (foreign !== undefined) problems.push(foreign)
  } else {
    problems.push(
      fatal(form.code, given.setting, say(given, shape, form.wrong(key) ?? '', form.fix), 'auth'),
    )
  }
  return {
    key: new Secret(key, given.name),
    shape,
    problems,
    secrets: // Even beside a stand-in there may be a real key.
      secretForms(given, form?.standIn === true ? isVendorKey : () => true),
  }
}

function say(
  given: GivenValue,
  shape: KeyShape,
  wrong: string,
  fix: string,
): { readonly message: string; readonly fix: string } {
  const kind = shape.kind === 'unknown' ? 'kind unknown' : `kind ${shape.kind}`
  return { message: `${given.name} ${wrong} (${shape.length} characters, ${kind}).`, fix }
}

/**
 * Blanks around the key. Node's SDK trims what it reads from the environment and works; Python
 * and curl send them and fail ("Illegal header value"). So it depends on the client, see
 * `withClient`.
 */
function paddingProblem(given: GivenValue, client: 'auto' | Client): readonly SettingProblem[] {
  const padding = given.text.replace(given.text.trim(), '')
  if (padding === '') return []
  const newline = /[\r\n]/.test(padding)
  const code: Code = newline ? 'config.key_has_newline' : 'config.key_has_space'
  const what = newline ? 'a line break' : 'a space'
  const words = {
    message: `${given.name} has ${what} before or behind the key (${given.text.trim().length} characters without it): the Node SDK trims it, Python and curl cannot send it.`,
    fix: `Store the key again without ${what} at its ends, for example with printf %s instead of echo.`,
  }
  return [
    client === 'python' || client === 'curl'
      ? fatal(code, given.setting, words, 'auth')
      : warning(code, given.setting, words, 'auth'),
  ]
}

/** Does this key belong to the API it is going to? Only where that is known. */
function ownerProblem(
  given: GivenValue,
  key: string,
  target: KeyTarget,
): SettingProblem | undefined {
  const shape = keyShape(key, given.name)
  const found = vendorOf(key)
  const problem = (code: Code, wrong: string, fix: string, sure: boolean): SettingProblem =>
    (sure ? fatal : warning)(code, given.setting, say(given, shape, wrong, fix), 'auth')

  if (target.ownHost && isWeakPlaceholder(key)) {
    const fix = 'Store the real key; the value in place now is an example.'
    return problem('config.key_placeholder', 'holds a placeholder instead of a key', fix, true)
  }
  if (target.kind === 'gateway') return gatewayProblem(found, target.host, problem)
  const service = target.kind === 'openai' ? 'OpenAI' : 'Azure OpenAI'
  if (found !== undefined && found.takenBy === 'other') {
    const fix = `Put a key of ${service} there, or set base-url to the service that the key belongs to.`
    return problem(
      'config.key_other_vendor',
      `is ${found.called}, and ${service} does not take it`,
      fix,
      true,
    )
  }
  if (target.kind === 'azure' && found?.takenBy === 'openai') {
    const fix =
      'Put a key of the Azure resource into AZURE_OPENAI_API_KEY (Azure portal → resource → Keys and Endpoint), or sign in with Entra ID.'
    return problem(
      'config.conflict_key',
      `is ${found.called}, and the route is Azure`,
      fix,
      target.ownHost,
    )
  }
  if (target.kind === 'openai' && found?.takenBy === 'azure') {
    const fix =
      'Put an OpenAI key (sk-…) into OPENAI_API_KEY, or set base-url to the Azure endpoint that this key belongs to.'
    return problem(
      'config.conflict_key',
      `is ${found.called}, and the route is OpenAI`,
      fix,
      target.ownHost,
    )
  }
  if (target.kind === 'openai' && found?.kind === 'openai-admin') {
    const fix =
      'Use a project key (sk-proj-…) or a service-account key: admin keys only reach the administration API.'
    return problem(
      'config.key_is_admin',
      'is an OpenAI admin key, which no model endpoint takes',
      fix,
      true,
    )
  }
  return shapeProblem(key, target, problem)
}

type Say = (code: Code, wrong: string, fix: string, sure: boolean) => SettingProblem

/** On a gateway only what its host itself says: many of them take the keys of others. */
function gatewayProblem(
  found: Credential | undefined,
  host: string,
  say: Say,
): SettingProblem | undefined {
  const at = vendorAt(host)
  if (at === undefined || found === undefined || at.kind === found.kind) return undefined
  if (found.hosts.some((own) => host === own || host.endsWith(`.${own}`))) return undefined
  return say(
    'config.key_other_vendor',
    `is ${found.called}, and ${host} takes other keys`,
    `Put ${at.called} there, or set base-url to the service that the key belongs to.`,
    true,
  )
}

const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/

function shapeProblem(key: string, target: KeyTarget, say: Say): SettingProblem | undefined {
  const fix = 'Copy the key again in full from the page that made it.'
  if (!TOKEN.test(key)) {
    const wrong = 'has characters that no bearer token holds (RFC 6750 §2.1)'
    return say('config.key_malformed', wrong, fix, target.ownHost)
  }
  if (target.kind !== 'openai' || !target.ownHost) return undefined
  const openai = /^(?:sk-|sess-|ek_|eyJ)/.test(key)
  if (!openai)
    return say('config.key_malformed', 'does not begin like an OpenAI key (sk-…)', fix, false)
  return key.length < 20
    ? say('config.key_malformed', 'is shorter than any OpenAI key', fix, false)
    : undefined
}

/** The value, its lines, and the key inside quotes, headers or base64. */
function secretForms(given: GivenValue, secret: (form: string) => boolean): readonly Secret[] {
  const forms = new Set<string>()
  for (const line of [given.text, ...given.text.split(/[\r\n]+/)]) {
    const plain = line.trim()
    forms.add(plain)
    for (const word of plain.split(/[\s"'`“”‘’=:,;{}]+/)) if (word.length >= 16) forms.add(word)
    const inner = keyInBase64(plain)
    if (inner !== undefined) forms.add(inner)
  }
  return [...forms]
    .filter((form) => form.length >= 6 && secret(form))
    .map((form) => new Secret(form, given.name))
}
