import { fields, jsonIn } from '../model/index.ts'

/** Environment of a step. */
export type StepEnv = Readonly<Record<string, string | undefined>>

/** Text of a file; `undefined` when it cannot be read. */
export type ReadFile = (path: string) => string | undefined

export type Json = Readonly<Record<string, unknown>>

/** The object under a name; empty when there is none. */
export function objectAt(json: Json, name: string): Json {
  return fields(json[name])
}

/** The payload of the event that started the workflow; empty when it cannot be read. */
export function readEvent(env: StepEnv, readFile: ReadFile): Json {
  const path = env['GITHUB_EVENT_PATH']
  const text = path === undefined || path === '' ? undefined : readFile(path)
  return text === undefined ? {} : fields(jsonIn(text))
}
