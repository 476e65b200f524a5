import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const gunicorn = webServer('gunicorn', [header('server', /^gunicorn/i)])
