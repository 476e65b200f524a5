import { given, isObject, type ApiError, type BodyFacts } from '../model/index.ts'
import { tokenOf } from './token.ts'

type Fields = Readonly<Record<string, unknown>>

/** Where the error object sits, and its tokens. */
export interface FoundError {
  readonly shape: NonNullable<BodyFacts['errorShape']>
  readonly error: ApiError
}

/**
 * Finds the error object in one of the shapes that APIs send:
 * `{error:{…}}` (OpenAI, Azure, LiteLLM), `{error:"…"}` (vLLM, Ollama), `[{code,message}]` or the same
 * under `error` or `errors` (Cloudflare), `{detail:…}` (FastAPI), `{statusCode,message}` or `{message,…}` (API
 * Management, Kong, Portkey). `undefined` for an answer without error, and for `"error": null`.
 */
export function readError(value: unknown): FoundError | undefined {
  if (Array.isArray(value)) return readArray(value)
  if (!isObject(value)) return undefined
  const inner = value['error']
  if (isObject(inner)) return { shape: 'openai', error: tokensOf(inner) }
  if (typeof inner === 'string') return { shape: 'string', error: tokensOf(value) }
  // A list of sentences (Portkey's `errors`, beside its `message`) says nothing here.
  const listed = [inner, value['errors']].find((one) => Array.isArray(one))
  const first = Array.isArray(listed) ? readArray(listed) : undefined
  if (first !== undefined) return first
  if ('detail' in value) return { shape: 'detail', error: tokensOf(value) }
  if (isBare(value)) return { shape: 'bare', error: bareTokensOf(value) }
  return undefined
}

function readArray(list: readonly unknown[]): FoundError | undefined {
  const first = list[0]
  return isObject(first) && ('message' in first || 'code' in first)
    ? { shape: 'array', error: tokensOf(first) }
    : undefined
}

/** `message` at the top, and not the fields of an answer: a chat message object has a role. */
function isBare(value: Fields): boolean {
  // Portkey puts what it caught under `html-message`.
  if (typeof value['html-message'] === 'string') return true
  const named = value['object']
  return (
    typeof value['message'] === 'string' &&
    !('role' in value) &&
    // vLLM calls the object an error.
    (named === undefined || named === 'error')
  )
}

function bareTokensOf(value: Fields): ApiError {
  const error = tokensOf(value)
  const status = tokenOf(value['statusCode'])
  return error.code === undefined && status !== undefined
    ? { ...error, code: status, codeType: 'number' }
    : error
}

function tokensOf(error: Fields): ApiError {
  const type = tokenOf(error['type'])
  const code = tokenOf(error['code'])
  const param = tokenOf(error['param'])
  const message = error['message']
  const named = (pattern: RegExp): string | undefined =>
    tokenOf(typeof message === 'string' ? pattern.exec(message)?.[1] : undefined)
  return {
    ...given({
      // Azure names in parentheses what it would take.
      audience: named(/audience is incorrect \((https:\/\/[a-z\d.-]{4,80}?)\/?\)/i),
      apiVersion: named(/api[- ]versions? (\d{4}-\d\d-\d\d(?:-preview)?) (?:and|or) later/i),
      type,
      code,
      param,
      scope: named(/Missing scopes?: ([a-z][\w.]{2,60}\w)/),
    }),
    codeType: codeTypeOf(error),
  }
}

function codeTypeOf(error: Fields): NonNullable<ApiError['codeType']> {
  const code = error['code']
  if (typeof code === 'string') return 'string'
  if (typeof code === 'number') return 'number'
  return 'code' in error && code === null ? 'null' : 'absent'
}
