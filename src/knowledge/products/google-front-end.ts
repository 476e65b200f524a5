import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const googleFrontEnd = webServer(
  'Google Front End',
  [header('server', /^(?:Google Frontend|gws|ESF)$/i)],
  [],
  ['x-goog*'],
)
