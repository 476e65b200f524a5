import { given, Secret, type SettingProblem } from '../model/index.ts'
import type { ConfigDocument, ConfigNode } from './config-document.ts'
import { INPUTS, inputNamed, isInputName, type InputName } from './inputs.ts'
import { fatal, firstOf, type GivenValue, holdsKey, show, writeNear } from './problem.ts'
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
  const invalid = (at: ConfigNode, message: string, fix: string): void => {
    problems.push(fatal('config.file_value_invalid', document.at(at), { message, fix }))
  }
  /** What stands there in the place of something else may be a key. */
  const hide = (at: ConfigNode): void => {
    const text = document.text(at)?.trim() ?? ''
    if (text.length >= 6) secrets.push(new Secret(text, `config file, ${where}`))
  }
  const inlineSecret = (at: ConfigNode, key: string): void => {
    const message = `${where} has a key in the file itself (under ${key}); it is not used and not shown.`
    const fix =
      'Remove it, consider it known to everybody who can read the file, and write api-key-env: with the name of the variable that holds the new one.'
    const words = { message, fix }
    problems.push(fatal('config.file_inline_secret', document.at(at), words, 'auth'))
    hide(at)
  }
  const readVariable = (at: ConfigNode): void => {
    const text = document.text(at)?.trim() ?? ''
    if (holdsKey(text)) return inlineSecret(at, 'api-key-env')
    if (/^[A-Za-z_]\w{0,127}$/.test(text)) {
      keyVariable = { text, setting: document.at(at), name: 'api-key-env', from: 'file' }
      return
    }
    const fix = 'Write only the name, without $ and braces, for example api-key-env: GATEWAY_KEY.'
    invalid(at, 'api-key-env is not the name of a variable.', fix)
    hide(at)
  }
  const readValue = (at: ConfigNode, name: InputName): void => {
    const { kind } = inputNamed(name)
    const list = kind === 'owners' || kind === 'path-checks' ? listText(document, at) : undefined
    const text = list ?? document.text(at)
    if (text === undefined) {
      const message = `${name} is a map or a list, and one value is expected.`
      return invalid(at, message, `Write ${name}: and the value on one line.`)
    }
    if (text.trim() === '' && list === undefined) return
    const value: GivenValue = { text, setting: document.at(at), name, from: 'file' }
    const problem = checkGiven(name, value)
    if (problem === undefined) values.set(name, value)
    else problems.push(problem)
  }
  const entries = node === undefined ? [] : document.entries(node)
  if (entries === undefined && node !== undefined) {
    const fix = 'Write one setting on each line, for example model: your-model.'
    invalid(node, `${where} is not a map of settings.`, fix)
  }
  for (const { key, node: at } of entries ?? []) {
    if (key === 'name') continue
    if (INLINE_KEY.test(key)) inlineSecret(at, key)
    else if (key === 'api-key-env') readVariable(at)
    else if (isInputName(key) && inputNamed(key).perRoute === true) readValue(at, key)
    else {
      problems.push(unknownSetting(document.at(at, 'key'), key, where))
      hide(at)
    }
  }
  return { given: values, ...given({ keyVariable }), problems: firstOf(problems), secrets }
}

function listText(document: ConfigDocument, node: ConfigNode): string | undefined {
  const texts = document.items(node)?.map((item) => document.text(item))
  return texts === undefined || texts.includes(undefined) ? undefined : texts.join(', ')
}

function unknownSetting(place: string, key: string, where: string): SettingProblem {
  if (isInputName(key)) {
    const message = `${key} belongs to the whole run, not to ${where}.`
    return fatal('config.file_unknown_key', place, { message, fix: `Set ${key} as input or flag.` })
  }
  const message = `${show(key)} is not a setting of a route.`
  const known = [...ROUTE_SETTINGS, 'api-key-env', 'name']
  const all = `Use one of these: ${ROUTE_SETTINGS.join(', ')}, api-key-env.`
  return fatal('config.file_unknown_key', place, { message, fix: writeNear(key, known, all) })
}
