import { fields, jsonIn } from '../../model/index.ts'
import type { TokenExchange } from '../../model/index.ts'

/**
 * What an identity service says went wrong, codes only: Entra ID sends its numbers as
 * `error_codes`; a proxy of it may keep only the text, which begins with the number.
 */
export function errorOf(text: string): Pick<TokenExchange, 'error' | 'errorCodes' | 'shape'> {
  const body = jsonIn(text)
  const { error, error_codes: numbers, error_description: description } = fields(body)
  const listed = (Array.isArray(numbers) ? numbers : [])
    .filter((one: unknown) => Number.isInteger(one))
    .slice(0, 4)
    .map((one) => `AADSTS${String(one)}`)
  const first =
    typeof description === 'string' ? /^AADSTS\d{4,9}\b/.exec(description)?.[0] : undefined
  const word = typeof error === 'string' && /^[\w.-]{1,64}$/.test(error) ? { error } : {}
  return {
    shape: shapeOf(text, body),
    ...word,
    errorCodes: listed.length > 0 || first === undefined ? listed : [first],
  }
}

function shapeOf(text: string, body: unknown): NonNullable<TokenExchange['shape']> {
  if (body !== undefined) return 'json'
  const start = text.trimStart()
  if (start === '') return 'empty'
  return start.startsWith('<') ? 'html' : 'text'
}
