/** Every reply by name: those of the demo, and those that only tests need. */
export * from '../../src/demo/loopback/replies.ts'
export * from './azure.ts'
export * from './edge.ts'
export * from './gateways.ts'
export * from './interceptors.ts'
export * from './openai.ts'
export * from './reply.ts'
