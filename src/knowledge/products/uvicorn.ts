import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const uvicorn = webServer('uvicorn', [header('server', /^(?:uvicorn|hypercorn)/i)])
