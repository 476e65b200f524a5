import { Secret } from '../model/index.ts'
import type { Client, Code, KeyShape, RouteKind, SettingProblem } from '../model/index.ts'
import { isWeakPlaceholder, KEY_FORMS, keyInBase64 } from './key-forms.ts'
import { isHostOf, isVendorKey, keyShape, vendorAt, vendorOf } from '../knowledge/credentials.ts'
import type { Credential } from '../knowledge/credentials.ts'
import { fatal, formIn, warning, type GivenValue } from './problem.ts'

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
  const form = formIn(KEY_FORMS, key)
  const problems: SettingProblem[] = []
  if (form === undefined) {
    problems.push(...paddingProblem(given, target.client))
    const foreign = ownerProblem(given, key, target)
    if (foreign !== undefined) problems.push(foreign)
  } else {
    problems.push(fatal(form.code, given.setting, say(given, shape, form.wrong, form.fix), 'auth'))
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
  const kind = shape.kind === 'unknown' ? '' : `, kind ${shape.kind}`
  return { message: `${given.name} ${wrong} (${shape.length} characters${kind}).`, fix }
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
    message: `${given.name} has ${what} before or after the key (${given.text.trim().length} characters without it): the Node SDK trims it, Python and curl cannot send it.`,
    fix: `Store the key again without ${what} at its ends, for example with printf %s instead of echo.`,
  }
  return [
    client === 'python' || client === 'curl'
      ? fatal(code, given.setting, words, 'auth')
      : warning(code, given.setting, words, 'auth'),
  ]
}

/** A key of the wrong kind for where it goes. */
interface Mismatch {
  readonly code: Code
  readonly when: (key: SentKey) => boolean
  readonly wrong: (key: SentKey) => string
  readonly fix: (key: SentKey) => string
  /** Where it is not, it is a warning. */
  readonly sure?: (key: SentKey) => boolean
}

interface SentKey extends KeyTarget {
  readonly key: string
  /** Whose key it is by its shape, and whose keys the host takes; where that is known. */
  readonly found: Credential | undefined
  readonly at: Credential | undefined
}

const called = ({ found }: SentKey): string => found?.called ?? 'a key'
const serviceOf = ({ kind }: SentKey): string => (kind === 'openai' ? 'OpenAI' : 'Azure OpenAI')
const never = (): boolean => false
const atOwnHost = ({ ownHost }: SentKey): boolean => ownHost
const COPY_AGAIN = (): string => 'Copy the key again in full from the page where it was created.'
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/

/** The first that holds is told. On a gateway only what its host itself says: many take the keys of others. */
const MISMATCHES: readonly Mismatch[] = [
  {
    code: 'config.key_placeholder',
    when: ({ ownHost, key }) => ownHost && isWeakPlaceholder(key),
    wrong: () => 'holds a placeholder instead of a key',
    fix: () => 'Store the real key; the value in place now is an example.',
  },
  {
    code: 'config.key_other_vendor',
    when: ({ kind, at, found, host }) =>
      kind === 'gateway' &&
      at !== undefined &&
      found !== undefined &&
      at.kind !== found.kind &&
      !isHostOf(found, host),
    wrong: (sent) => `is ${called(sent)}, and ${sent.host} takes other keys`,
    fix: ({ at }) =>
      `Put ${at?.called ?? 'its own key'} there, or set base-url to the service that the key belongs to.`,
  },
  {
    code: 'config.key_other_vendor',
    when: ({ kind, found }) => kind !== 'gateway' && found?.takenBy === 'other',
    wrong: (sent) => `is ${called(sent)}, and ${serviceOf(sent)} does not take it`,
    fix: (sent) =>
      `Put a key of ${serviceOf(sent)} there, or set base-url to the service that the key belongs to.`,
  },
  {
    code: 'config.conflict_key',
    when: ({ kind, found }) => kind === 'azure' && found?.takenBy === 'openai',
    wrong: (sent) => `is ${called(sent)}, and the route is Azure`,
    fix: () =>
      'Put a key of the Azure resource into AZURE_OPENAI_API_KEY (Azure portal → resource → Keys and Endpoint), or sign in with Entra ID.',
    sure: atOwnHost,
  },
  {
    code: 'config.conflict_key',
    when: ({ kind, found }) => kind === 'openai' && found?.takenBy === 'azure',
    wrong: (sent) => `is ${called(sent)}, and the route is OpenAI`,
    fix: () =>
      'Put an OpenAI key (sk-…) into OPENAI_API_KEY, or set base-url to the Azure endpoint that this key belongs to.',
    sure: atOwnHost,
  },
  {
    code: 'config.key_is_admin',
    when: ({ kind, found }) => kind === 'openai' && found?.kind === 'openai-admin',
    wrong: () => 'is an OpenAI admin key, which no model endpoint takes',
    fix: () =>
      'Use a project key (sk-proj-…) or a service-account key: admin keys only reach the administration API.',
  },
  {
    code: 'config.key_malformed',
    when: ({ kind, key }) => kind !== 'gateway' && !TOKEN.test(key),
    wrong: () => 'has characters that no bearer token holds (RFC 6750 §2.1)',
    fix: COPY_AGAIN,
    sure: atOwnHost,
  },
  {
    code: 'config.key_malformed',
    when: ({ kind, ownHost, key }) =>
      kind === 'openai' && ownHost && !/^(?:sk-|sess-|ek_|eyJ)/.test(key),
    wrong: () => 'does not begin like an OpenAI key (sk-…)',
    fix: COPY_AGAIN,
    sure: never,
  },
  {
    code: 'config.key_malformed',
    when: ({ kind, ownHost, key }) => kind === 'openai' && ownHost && key.length < 20,
    wrong: () => 'is shorter than any OpenAI key',
    fix: COPY_AGAIN,
    sure: never,
  },
]

/** Does this key belong to the API it is going to? Only where that is known. */
function ownerProblem(
  given: GivenValue,
  key: string,
  target: KeyTarget,
): SettingProblem | undefined {
  const sent: SentKey = { ...target, key, found: vendorOf(key), at: vendorAt(target.host) }
  const found = MISMATCHES.find(({ when }) => when(sent))
  if (found === undefined) return undefined
  const words = say(given, keyShape(key, given.name), found.wrong(sent), found.fix(sent))
  return (found.sure?.(sent) === false ? warning : fatal)(found.code, given.setting, words, 'auth')
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
