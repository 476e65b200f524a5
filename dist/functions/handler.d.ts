import { type FunctionRun } from './answer.js';
import { type AzureRequest, type AzureResult, type LambdaContext, type LambdaEvent, type LambdaResult, type NodeRequest, type NodeResponse } from './shapes.js';
export interface HandlerOptions {
    /** Inputs as on the command line; everything else comes from the environment of the function. */
    readonly inputs?: Readonly<Record<string, string>>;
    /** Instead of `process.env`. */
    readonly environment?: Readonly<Record<string, string | undefined>>;
    /** Instead of a real run: for tests. */
    readonly run?: FunctionRun;
}
/** One function for all runtimes; which one is calling shows in what it hands over. */
export interface Handler {
    (request: Request): Promise<Response>;
    (request: NodeRequest, response: NodeResponse): Promise<void>;
    (request: AzureRequest, context?: unknown): Promise<AzureResult>;
    (event: LambdaEvent, context?: LambdaContext): Promise<LambdaResult>;
}
/**
 * A handler for AWS Lambda, Google Cloud Functions, Azure Functions, Vercel and everything with
 * the web's or Node's request: runs the preflight where the function runs and returns the packet.
 * Callers need the token of OPENAI_PREFLIGHT_TOKEN; without one configured it answers 503 to all.
 */
export declare function createHandler(options?: HandlerOptions): Handler;
/** The handler with the settings of the environment alone. */
export declare const handler: Handler;
