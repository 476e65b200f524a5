import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const sonicwall = filter({
  name: 'SonicWall',
  issuer: /sonicwall/i,
  page: onPage(
    'block.sonicwall',
    /SonicWall (?:Content Filter|Gateway)|This site is blocked by the SonicWall/i,
    'SonicWall block page',
    { status: 403 },
  ),
  server: /^sonicwall/i,
})
