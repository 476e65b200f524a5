/** Orders of our own rules that begin like this are for whoever runs the network, a proxy or the service. */
const OF_OTHERS =
  /^(?:or )?(?:exempt|allow|let|open|relieve|route|send the traffic|find the|renew the certificate on|switch off response buffering|raise the (?:limit on request bodies|time that it allows)|ask (?:the network team|the operator of|whoever runs))\b/i

/** … except these, which only the application's owner can carry out. */
const OF_THE_OWNER =
  /^(?:or )?(?:let the application|open \S+ from this runner|ask the operator of \S+ for|open an azure support)\b/i

/** Whom an order names besides its reader, who is that very one in a letter. */
const ADDRESSED =
  /^(?:let|ask) (?:the network team|the operator of (?:API Management|what (?:answers at|is in front of) \S+|\S+)|whoever runs .{1,120}?) (?=to |[a-z])/i

/** Orders with two halves for two readers: `Allow it on the proxy; if it speaks TLS, write https:// …`. */
const HALVES = /; (?=if )|, or (?=correct |send a |name a )/

/** Each order, or half of one, to its reader: those of others as they are said to them. */
export function sorted(orders: readonly string[]): {
  readonly others: readonly string[]
  readonly own: readonly string[]
} {
  const parts = orders.flatMap((order) =>
    order.split(HALVES).map((part) => sentence(part.replace(/^or /i, ''))),
  )
  const isOthers = (part: string): boolean => OF_OTHERS.test(part) && !OF_THE_OWNER.test(part)
  return {
    others: parts.filter(isOthers).map(saidTo),
    own: parts.filter((part) => !isOthers(part)),
  }
}

/** `Ask the operator of llm.example.com which rule refuses it.` → `Tell us which rule refuses it.` */
function saidTo(order: string): string {
  const rest = order.replace(ADDRESSED, '').replace(/^to |(?<=, and )to /g, '')
  if (rest === order) return order
  const question = /^(?:whether|which|whose|why|how|at which)\b/.test(rest)
  return sentence(question ? `tell us ${rest.replace(/\bthey\b/g, 'you')}` : rest)
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`
}
