import { onTheWay } from '../filter.ts'
import { product, strong, onPages } from '../product.ts'
import { mark, signed } from '../sign.ts'

/** A signer of any name wrote a reply that is no API's: it stands for the ones without a file. */
export const anyFilter = product({
  name: '',
  kind: 'unnamed',
  responder: 'interceptor',
  routes: ['openai'],
  marks: onPages('wafw00f', {
    'block.f5': {
      says: /The requested URL was rejected\. Please consult with your administrator/i,
      status: 403,
    },
    'block.generic': {
      says: /(?:web ?site|page|url|request|access|content|category)[^<>]{0,40}(?:has been|is|was) (?:blocked|denied|restricted)[^<>]{0,40}(?:polic|administrator|organi[sz]ation|compan|network|firewall|filter)|web ?filter|internet usage policy/i,
      status: 403,
      inBodies: true,
      source: 'words common to block pages',
    },
  }),
  proves: [...onTheWay(signed()), strong(mark('block.f5')), strong(mark('block.generic'))],
  excludes: [mark('edge.')],
})
