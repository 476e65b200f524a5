import { given, Secret, type SettingProblem } from '../model/index.ts'
import type { ConfigDocument, ConfigNode } from './config-document.ts'
import { INPUTS, inputNamed, isInputName, type InputName } from './inputs.ts'
import { nearest } from '../knowledge/distance.ts'
import { fatal, firstOf, type GivenValue, holdsKey, show } from './problem.ts'
import { checkGiven } from './read.ts'

/** Settings that a route of the file may have, besides `api-key-env`. */
export const ROUTE_SETTINGS: readonly InputName[] = INPUTS.flatMap(({ name, perRoute }) =>
  perRoute === true ? [name] : [],
)

export interface Entries {
  readonly given: ReadonlyMap<InputName, GivenValue>
  /** `api-key-env`: name of the variable that holds the key. */
  readonly keyVariable?: GivenValue
  readonly problems: readonly SettingProblem[]
  readonly secrets: readonly Secret[]
}

const INLINE_KEY =
  /^(?:(?:openai|azure)[-_]?)*(?:api[-_]?key|key|token|secret|password|github-token|authorization)$/i

/** The settings of `defaults:` or of one route. `where` names it in sentences. */
export function readEntries(
  document: ConfigDocument,
  node: ConfigNode | undefined,
  where: string,
): Entries {
  const values = new Map<InputName, GivenValue>()
  const problems: SettingProblem[] = []
  const secrets: Secret[] = []
  let keyVariable: GivenValue | undefined
  const entries = node === undefined ? [] : document.entries(node)
  if (entries === undefined && node !== undefined) {
    const message = `${where} is not a map of settings.`
    const fix = 'Write one setting on each line, for example model: your-model.'
    problems.push(fatal('config.file_value_invalid', document.at(node), { message, fix }))
  }
  for (const { key, node } of entries ?? []) {
    if (key === 'name') continue
    if (INLINE_KEY.test(key)) {
      problems.push(inlineSecret(document, node, key, where))
      secrets.push(...secretIn(document, node, where))
    } else if (key === 'api-key-env') {
      const variable = readVariable(document, node, where)
      if ('problem' in variable) {
        problems.push(variable.problem)
        secrets.push(...variable.secrets)
      } else {
        keyVariable = variable.given
      }
    } else if (!isInputName(key) || inputNamed(key).perRoute !== true) {
      problems.push(unknownSetting(document, node, key, where))
      secrets.push(...secretIn(document, node, where))
    } else {
      const read = readValue(document, node, key)
      if ('problem' in read) problems.push(read.problem)
      else if (read.given !== undefined) values.set(key, read.given)
    }
  }
  const told = firstOf(problems)
  return { given: values, ...given({ keyVariable }), problems: told, secrets }
}

function readValue(
  document: ConfigDocument,
  node: ConfigNode,
  name: InputName,
): { readonly problem: SettingProblem } | { readonly given: GivenValue | undefined } {
  const setting = document.at(node)
  const { kind } = inputNamed(name)
  const list = kind === 'owners' || kind === 'path-checks' ? listText(document, node) : undefined
  const text = list ?? document.text(node)
  if (text === undefined) {
    const message = `${name} is a map or a list, and one value is expected.`
    const fix = `Write ${name}: and the value on one line.`
    return { problem: fatal('config.file_value_invalid', setting, { message, fix }) }
  }
  if (text.trim() === '' && list === undefined) return { given: undefined }
  const given: GivenValue = { text, setting, name, from: 'file' }
  const problem = checkGiven(name, given)
  return problem === undefined ? { given } : { problem }
}

function listText(document: ConfigDocument, node: ConfigNode): string | undefined {
  const texts = document.items(node)?.map((item) => document.text(item))
  return texts === undefined || texts.includes(undefined) ? undefined : texts.join(', ')
}

function readVariable(
  document: ConfigDocument,
  node: ConfigNode,
  where: string,
):
  | { readonly given: GivenValue }
  | { readonly problem: SettingProblem; readonly secrets: readonly Secret[] } {
  const text = document.text(node)?.trim() ?? ''
  const setting = document.at(node)
  if (holdsKey(text)) {
    return {
      problem: inlineSecret(document, node, 'api-key-env', where),
      secrets: secretIn(document, node, where),
    }
  }
  if (/^[A-Za-z_]\w{0,127}$/.test(text)) {
    return { given: { text, setting, name: 'api-key-env', from: 'file' } }
  }
  const message = 'api-key-env is not the name of a variable.'
  const fix = 'Write only the name, without $ and braces, for example api-key-env: GATEWAY_KEY.'
  return {
    problem: fatal('config.file_value_invalid', setting, { message, fix }),
    secrets: secretIn(document, node, where),
  }
}

function inlineSecret(
  document: ConfigDocument,
  node: ConfigNode,
  key: string,
  where: string,
): SettingProblem {
  const message = `${where} has a key in the file itself (under ${key}); it is not used and not shown.`
  const fix =
    'Remove it, consider it known to everybody who can read the file, and write api-key-env: with the name of the variable that holds the new one.'
  return fatal('config.file_inline_secret', document.at(node), { message, fix }, 'auth')
}

function secretIn(document: ConfigDocument, node: ConfigNode, where: string): readonly Secret[] {
  const text = document.text(node)?.trim() ?? ''
  return text.length < 6 ? [] : [new Secret(text, `config file, ${where}`)]
}

function unknownSetting(
  document: ConfigDocument,
  node: ConfigNode,
  key: string,
  where: string,
): SettingProblem {
  const place = document.at(node, 'key')
  const near = nearest(key, [...ROUTE_SETTINGS, 'api-key-env', 'name'])
  if (isInputName(key)) {
    const message = `${key} belongs to the whole run, not to ${where}.`
    return fatal('config.file_unknown_key', place, { message, fix: `Set ${key} as input or flag.` })
  }
  const message = `${show(key)} is not a setting of a route.`
  const fix =
    near === undefined
      ? `Use one of these: ${ROUTE_SETTINGS.join(', ')}, api-key-env.`
      : `Write ${near}.`
  return fatal('config.file_unknown_key', place, { message, fix })
}
