import { fields } from '../model/index.ts'
import type { Answered, FunctionAsked } from './answer.ts'

/** What AWS Lambda hands over: a function URL, an API Gateway (1.0 and 2.0) or a load balancer. */
export interface LambdaEvent {
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined
  readonly multiValueHeaders?:
    | Readonly<Record<string, readonly string[] | undefined>>
    | null
    | undefined
  readonly httpMethod?: string
  /** Of 2.0 it holds `http.method`; the others say other things in it. */
  readonly requestContext?: object
}

export interface LambdaContext {
  readonly getRemainingTimeInMillis?: () => number
}

export interface LambdaResult {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isBase64Encoded: false
}

/** Azure Functions, model 4: a request like the web's, and an answer as a plain object. */
export interface AzureRequest {
  readonly method: string
  readonly url: string
  readonly headers: { readonly forEach: (each: (value: string, name: string) => void) => void }
}

export interface AzureResult {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Node's own pair, as Google Cloud Functions, Vercel and Express hand it over. */
export interface NodeRequest {
  readonly method?: string | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export interface NodeResponse {
  statusCode: number
  readonly setHeader: (name: string, value: string) => unknown
  readonly end: (body: string) => unknown
}

export function isNodeResponse(value: unknown): value is NodeResponse {
  return hasFunction(value, 'setHeader') && hasFunction(value, 'end')
}

/** A request of the web has it too; the two are told apart by `instanceof Request` before. */
export function isAzureRequest(value: unknown): value is AzureRequest {
  if (typeof value !== 'object' || value === null) return false
  const headers: unknown = Reflect.get(value, 'headers')
  return (
    typeof Reflect.get(value, 'method') === 'string' &&
    typeof Reflect.get(value, 'url') === 'string' &&
    hasFunction(headers, 'forEach')
  )
}

export function isNodeRequest(value: unknown): value is NodeRequest {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'headers') === 'object'
  )
}

function hasFunction(value: unknown, name: string): boolean {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'function'
  )
}

export function askedByWeb(request: Pick<AzureRequest, 'method' | 'headers'>): FunctionAsked {
  const headers: Record<string, string> = {}
  request.headers.forEach((value, name) => {
    headers[name.toLowerCase()] = value
  })
  return { method: request.method.toUpperCase(), headers }
}

export function askedByNode({ method, headers }: NodeRequest): FunctionAsked {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined)
      flat[name.toLowerCase()] = typeof value === 'string' ? value : value.join(', ')
  }
  return { method: (method ?? 'GET').toUpperCase(), headers: flat }
}

export function askedByLambda(event: unknown, context: unknown): FunctionAsked {
  const { headers, multiValueHeaders, httpMethod, requestContext } = fields(event)
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(fields(multiValueHeaders))) {
    if (Array.isArray(value)) flat[name.toLowerCase()] = value.map(String).join(', ')
  }
  for (const [name, value] of Object.entries(fields(headers))) {
    if (typeof value === 'string') flat[name.toLowerCase()] = value
  }
  const method = httpMethod ?? fields(fields(requestContext)['http'])['method']
  const remaining = isLambdaContext(context) ? context.getRemainingTimeInMillis() : NaN
  return {
    method: typeof method === 'string' ? method.toUpperCase() : 'POST',
    headers: flat,
    ...(Number.isFinite(remaining) ? { remainingMs: remaining } : {}),
  }
}

function isLambdaContext(context: unknown): context is Required<LambdaContext> {
  return hasFunction(context, 'getRemainingTimeInMillis')
}

export function lambdaResult({ status, headers, body }: Answered): LambdaResult {
  return { statusCode: status, headers, body, isBase64Encoded: false }
}
