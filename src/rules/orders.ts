import { entryOf, type Code, type Owner, type Rung } from '../model/index.ts'

/** Advice that is wrong in many cases, by name: each conclusion takes the ones that fit it. */
export const DO_NOT = {
  rotateKey: 'Do not rotate the API key: it was not what was refused.',
  rotateUnjudged: 'Do not rotate the API key: the API has not judged it.',
  upgrade: 'Do not upgrade the billing plan: this was not refused for quota.',
  changeModel: 'Do not change the model: it was not what was refused.',
  blameNetwork: 'Do not open firewalls or change proxies: the request reached the API.',
  blameOpenai: 'Do not open an OpenAI support case: OpenAI did not write this answer.',
  retry: 'Do not retry in a loop: the answer stays the same until something is changed.',
} as const

/** A name of the table, or a sentence that is true of one case alone. */
export type Warning = keyof typeof DO_NOT | `Do not ${string}`

/** One sentence, or several, the most effective first; what does not apply is `undefined`. */
export type OneOrMore<T extends string> = T | readonly (T | undefined)[]

export function listed<T extends string>(said: OneOrMore<T> = []): readonly T[] {
  return typeof said === 'string' ? [said] : said.filter((one) => one !== undefined)
}

/** As sentences. */
export function warned(said?: OneOrMore<Warning>): readonly string[] {
  return listed(said).map((one) => entryOf(DO_NOT, one) ?? one)
}

/** Where an answer shows whose matter it is, unless a rule says otherwise. */
const RUNG_OF: Readonly<Record<Owner, Rung>> = {
  auth: 'auth',
  quota: 'quota',
  'rate-limit': 'quota',
  request: 'request',
  'api-server': 'answer',
  'connection-path': 'http',
  'route-provider': 'http',
  'client-app': 'http',
  unknown: 'http',
  none: 'http',
}

/** Who must act, where it shows, and by which name. */
export function blame(owner: Owner, code: Code, rung: Rung = RUNG_OF[owner]) {
  return { owner, rung, code } as const
}
