import { given } from '../model/index.ts'
import type { ClientOptions, ApplicationCall } from './calls.ts'
import type { Told } from './written.ts'

/** Where a Spring application sets `spring.ai.openai.*`. */
export const SPRING_SETTINGS = /(?:^|\/)application(?:-\w{1,40})?\.(?:ya?ml|properties)$/

const BASE_URL = /^[ \t]*(?:spring\.ai\.openai\.)?(?:chat\.)?base-url[ \t]*[:=][ \t]*(\S{1,300})/m
const MODEL =
  /^[ \t]*(?:spring\.ai\.openai\.chat\.(?:options\.)?)?model[ \t]*[:=][ \t]*(\S{1,100})/m

/** Base URL and model that the settings of a Spring application name; a profile of its own comes last. */
export function springOptions(sources: {
  readonly files: readonly string[]
  readonly readFile: (path: string) => string | undefined
}): ClientOptions & Pick<ApplicationCall, 'model'> {
  const files = sources.files.filter((path) => SPRING_SETTINGS.test(path))
  for (const file of files.toSorted((a, b) => a.length - b.length)) {
    const text = sources.readFile(file) ?? ''
    if (!/\bopenai\b/.test(text)) continue
    return given({ baseUrl: told(BASE_URL, file, text), model: told(MODEL, file, text) })
  }
  return {}
}

/** `https://…`, or `${VARIABLE:otherwise}`. */
function told(pattern: RegExp, file: string, text: string): Told | undefined {
  const match = pattern.exec(text)
  const value = match?.[1]?.replaceAll(/^["']|["']$/g, '')
  if (match === null || value === undefined) return undefined
  const place = { file, line: text.slice(0, match.index + match[0].length).split('\n').length }
  const [, env, otherwise] = /^\$\{([A-Za-z_]\w{0,80})(:)?/.exec(value) ?? []
  if (env === undefined) return { value, literal: true, ...place }
  const fallback = otherwise === undefined ? undefined : (true as const)
  return { value: env, literal: false, env, ...given({ fallback }), ...place }
}
