import { preflight } from '../engine.ts'
import { createAnswering, type FunctionRun } from './answer.ts'
import {
  askedByLambda,
  askedByNode,
  askedByWeb,
  isAzureRequest,
  isNodeRequest,
  isNodeResponse,
  lambdaResult,
  type AzureRequest,
  type AzureResult,
  type LambdaContext,
  type LambdaEvent,
  type LambdaResult,
  type NodeRequest,
  type NodeResponse,
} from './shapes.ts'

export interface HandlerOptions {
  /** Inputs as on the command line; everything else comes from the environment of the function. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Instead of `process.env`. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Instead of a real run: for tests. */
  readonly run?: FunctionRun
}

/** One function for all runtimes; which one is calling shows in what it hands over. */
export interface Handler {
  (request: Request): Promise<Response>
  (request: NodeRequest, response: NodeResponse): Promise<void>
  (request: AzureRequest, context?: unknown): Promise<AzureResult>
  (event: LambdaEvent, context?: LambdaContext): Promise<LambdaResult>
}

/**
 * A handler for AWS Lambda, Google Cloud Functions, Azure Functions, Vercel and everything with
 * the web's or Node's request: runs the preflight where the function runs and returns the packet.
 * Callers need the token of OPENAI_PREFLIGHT_TOKEN; without one configured it answers 503 to all.
 */
export function createHandler(options: HandlerOptions = {}): Handler {
  const environment = options.environment ?? process.env
  const answering = createAnswering(options.run ?? realRun(options, environment), environment)

  async function handle(first: unknown, second?: unknown): Promise<unknown> {
    if (isNodeResponse(second) && isNodeRequest(first)) {
      const { status, headers, body } = await answering(askedByNode(first))
      second.statusCode = status
      for (const [name, value] of Object.entries(headers)) second.setHeader(name, value)
      second.end(body)
      return undefined
    }
    if (first instanceof Request) {
      const { status, headers, body } = await answering(askedByWeb(first))
      return new Response(body, { status, headers })
    }
    if (isAzureRequest(first)) return await answering(askedByWeb(first))
    return lambdaResult(await answering(askedByLambda(first, second)))
  }

  // What is handed over decides what comes back; the overloads say which belongs to which.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return handle as Handler
}

function realRun(
  { inputs = {} }: HandlerOptions,
  environment: Readonly<Record<string, string | undefined>>,
): FunctionRun {
  return (deadlineMs) =>
    preflight({
      inputs: { ...inputs, deadline: `${Math.floor(deadlineMs)}ms` },
      env: environment,
      signal: AbortSignal.timeout(Math.max(0, Math.ceil(deadlineMs + 2000))),
    })
}

/** The handler with the settings of the environment alone. */
export const handler: Handler = createHandler()
