import type { Answered, FunctionAsked } from './answer.js';
/** What AWS Lambda hands over: a function URL, an API Gateway (1.0 and 2.0) or a load balancer. */
export interface LambdaEvent {
    readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined;
    readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
    readonly httpMethod?: string;
    /** Of 2.0 it holds `http.method`; the others say other things in it. */
    readonly requestContext?: object;
}
export interface LambdaContext {
    readonly getRemainingTimeInMillis?: () => number;
}
export interface LambdaResult {
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly isBase64Encoded: false;
}
/** Azure Functions, model 4: a request like the web's, and an answer as a plain object. */
export interface AzureRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: {
        readonly forEach: (each: (value: string, name: string) => void) => void;
    };
}
export interface AzureResult {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}
/** Node's own pair, as Google Cloud Functions, Vercel and Express hand it over. */
export interface NodeRequest {
    readonly method?: string | undefined;
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}
export interface NodeResponse {
    statusCode: number;
    readonly setHeader: (name: string, value: string) => unknown;
    readonly end: (body: string) => unknown;
}
export declare function isNodeResponse(value: unknown): value is NodeResponse;
/** A request of the web has it too; the two are told apart by `instanceof Request` before. */
export declare function isAzureRequest(value: unknown): value is AzureRequest;
export declare function isNodeRequest(value: unknown): value is NodeRequest;
export declare function askedByWeb(request: Pick<AzureRequest, 'method' | 'headers'>): FunctionAsked;
export declare function askedByNode({ method, headers }: NodeRequest): FunctionAsked;
export declare function askedByLambda(event: unknown, context: unknown): FunctionAsked;
export declare function lambdaResult({ status, headers, body }: Answered): LambdaResult;
