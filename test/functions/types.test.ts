import type {
  ALBEvent,
  ALBResult,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyResult,
  APIGatewayProxyStructuredResultV2,
  Context,
  LambdaFunctionURLEvent,
} from 'aws-lambda'
import { expect, test } from 'vitest'
import { createHandler } from '../../src/functions/index.ts'

const handler = createHandler({ environment: {} })

/** Lambda's own types: the compiler is the test, and each is a function as people write it. */
const FUNCTIONS = {
  alb: (event: ALBEvent, context: Context): Promise<ALBResult> => handler(event, context),
  rest: (event: APIGatewayProxyEvent, context: Context): Promise<APIGatewayProxyResult> =>
    handler(event, context),
  http: (
    event: APIGatewayProxyEventV2,
    context: Context,
  ): Promise<APIGatewayProxyStructuredResultV2> => handler(event, context),
  url: (event: LambdaFunctionURLEvent): Promise<APIGatewayProxyStructuredResultV2> =>
    handler(event),
}

test('the handler takes the events of Lambda as its own types describe them', () => {
  for (const one of Object.values(FUNCTIONS)) expect(one).toBeTypeOf('function')
})
