import { signer } from '../product.ts'

export const f5SslOrchestrator = signer('F5 SSL Orchestrator', /ssl orchestrator/i)
