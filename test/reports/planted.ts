import type { Packet } from '../../src/model/index.ts'
import type { ReportView } from '../../src/reports/index.ts'
import type { Golden } from './golden-packets.ts'

/** Everything that a server or an environment could try, on several lines. */
export const ATTACK = [
  '::error title=owned::pwned',
  '##[error]pwned',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"></code></details>--> | cell | `code` ``` **b** [x](javascript:alert(1)) ![i](https://evil.test/i.png) https://evil.test @octocat #1',
  '\u001B[31mred\u001B[0m\u001B]0;title\u0007 \u202Etxt.exe\u2066 a\u200Bb\u0000',
  '```\n# heading\n- list\n::add-mask::a',
].join('\n')

/** Strings that the types fix: not text of others. */
const FIXED: ReadonlySet<string> = new Set(
  `name kind endpoint client depth runnerKind source id probe rung
  status verdict owner branch responder lastGood firstBad docsUrl`.split(/\s+/),
)

/** The same packet and view with the attack appended to every string that is not fixed by its type. */
export function planted({ packet, view }: Golden): Golden {
  const nasty = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return FIXED.has(name) ? value : `${value} ${ATTACK}`
    if (Array.isArray(value)) return value.map((one: unknown) => nasty(one, ''))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === 'facts' ? everyString(one) : nasty(one, key),
      ]),
    )
  }
  return { packet: same<Packet>(nasty(packet, '')), view: same<ReportView>(nasty(view, '')) }
}

/** Facts are open: names and values are both attacked. */
function everyString(value: unknown): unknown {
  if (typeof value === 'string') return `${value} ${ATTACK}`
  if (Array.isArray(value)) return value.map(everyString)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => [
    key,
    everyString(one),
  ])
  return Object.fromEntries([...entries, [ATTACK, ATTACK]])
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function same<T>(value: unknown): T {
  // The shape is untouched, only strings are longer.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return value as T
}
