/** Replies by name. Texts are short forms of what the parties really send. */
export * from './replies/azure.ts'
export * from './replies/edge.ts'
export * from './replies/gateways.ts'
export * from './replies/interceptors.ts'
export * from './replies/openai.ts'
export * from './replies/reply.ts'
export * from './replies/squid.ts'
