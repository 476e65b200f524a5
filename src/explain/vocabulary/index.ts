import { MARKS } from '../../knowledge/catalogue.ts'
import { PROPERTIES } from './properties.ts'
import { PROXIES } from './proxies.ts'
import type { Row } from './row.ts'
import { SDK } from './sdk.ts'
import { BROWSER, SETTINGS } from './settings.ts'
import { SYSTEM } from './system.ts'
import { TLS } from './tls.ts'
import { TRANSPORT } from './transport.ts'

/** The sentences of APIs and pages (`knowledge/products/`), where a log kept them without their body. */
const SENTENCES: readonly Row[] = MARKS.filter(({ inBodies }) => inBodies !== true).map(
  ({ id, pattern, where }) => ({
    pattern,
    means: (match: RegExpExecArray) => ({ kind: 'text' as const, text: match.input, where }),
    source: `knowledge/products ${id}`,
    describes: false,
  }),
)

/** All that is understood in a line; earlier rows come first among its pieces. */
export const ROWS: readonly Row[] = [
  ...SETTINGS,
  ...BROWSER,
  ...PROXIES,
  ...TLS,
  ...SYSTEM,
  ...TRANSPORT,
  ...SDK,
  ...SENTENCES,
  ...PROPERTIES,
]
