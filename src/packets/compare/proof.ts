import { joined, type PacketRoute, type Rung } from '../../model/index.ts'
import { RUNG_NAMES, destinationIn } from '../../reports/words.ts'
import { addressesOf, issuerOf, proxyOf } from './changes.ts'
import { provenAtBoth, type Difference } from './comparable.ts'

/** A place and what was measured from it. */
interface MeasuredPlace {
  readonly name: string
  readonly route: PacketRoute
  /** Milliseconds since 1970; NaN when the packet does not say it well. */
  readonly at: number
}

/** What a difference between two places proves, in sentences. Same key, model, URL and client given. */
export function proofs(
  difference: Difference,
  places: readonly [MeasuredPlace, MeasuredPlace],
): readonly string[] {
  const [a, b] = places
  const shared = sharedSentence(a, b)
  switch (difference.kind) {
    case 'none': {
      const [one, other] = [a.route.verdict.verdict, b.route.verdict.verdict]
      return one === other
        ? [`No rung differs: the verdict is ${one} at both places.`, ...shared]
        : [
            `No rung fails at only one of the places, but the verdict is ${one} at ${a.name} and ${other} at ${b.name}: evidence is missing, so nothing follows for the place.`,
            ...shared,
          ]
    }
    case 'fail-alike':
      return [
        `Both places fail at ${RUNG_NAMES[difference.rung]} in the same way (${codeOf(a)}): the place makes no difference.`,
        'What the two share is the cause: the key, the model, the base URL, the API, or a hop that both pass.',
      ]
    case 'fail-differently':
      return [
        `Both places fail at ${RUNG_NAMES[difference.rung]}, but not in the same way: ${codeOf(a)} at ${a.name}, ${codeOf(b)} at ${b.name}.`,
        'Each place has a cause of its own; neither proves the other right.',
        ...shared,
      ]
    case 'not-measured': {
      const [bad, other] = difference.failing === 0 ? [a, b] : [b, a]
      return [
        `${bad.name} fails at ${RUNG_NAMES[difference.rung]} (${codeOf(bad)}); ${other.name} was not measured that far, so nothing follows for the place.`,
        ...shared,
      ]
    }
    case 'one-fails': {
      const [bad, good] = difference.failing === 0 ? [a, b] : [b, a]
      return [...PROOFS[difference.rung](good, bad), ...shared]
    }
  }
}

const PROOFS: Readonly<
  Record<Rung, (good: MeasuredPlace, bad: MeasuredPlace) => readonly string[]>
> = {
  config: (good, bad) => [
    `The settings are usable at ${good.name} and not at ${bad.name} (${codeOf(bad)}): what ${bad.name} is given is the cause, no packet was sent from there.`,
  ],
  dns: (good, bad) => [
    `${good.name} resolves ${hostOf(good)}, ${bad.name} does not (${codeOf(bad)}): the name exists, so the resolver that ${bad.name} uses is the cause, not the host, the key or the model.`,
  ],
  tcp: (good, bad) => [
    `${good.name} opens a connection to ${hostOf(good)}, ${bad.name} does not (${codeOf(bad)}): the host listens, so the route or a firewall between ${bad.name} and the host is the cause.`,
    ...otherAddresses(good, bad),
    ...otherWay(good, bad),
  ],
  proxy: (good, bad) => [
    good.route.egress.proxy === undefined
      ? `${good.name} goes direct and gets through, ${bad.name} goes through a proxy that does not open the tunnel (${codeOf(bad)}): the proxy of ${bad.name} or its rules are the cause, not the API.`
      : `The proxy opens the tunnel for ${good.name} and not for ${bad.name} (${codeOf(bad)}): what the proxy knows about ${bad.name} (credentials, address, rule) is the cause.`,
    ...otherWay(good, bad),
  ],
  tls: (good, bad) => tlsProof(good, bad),
  http: (good, bad) => [
    `${good.name} gets an answer from the API, ${bad.name} does not (${codeOf(bad)})${responderOf(bad)}.`,
    isHop(bad)
      ? `That answer was made on the path between ${bad.name} and the API.`
      : isApi(bad)
        ? `The service itself treats ${bad.name} otherwise: its egress address is what the service sees of it.`
        : `The cause lies between ${bad.name} and the API, for the same request gets through from ${good.name}.`,
    ...otherWay(good, bad),
  ],
  auth: (good, bad) =>
    isHop(bad)
      ? [
          `The same key is accepted from ${good.name}; from ${bad.name} it is refused (${codeOf(bad)})${responderOf(bad)}, not by the API: the key itself is good.`,
          ...otherWay(good, bad),
        ]
      : [
          `The same key is accepted from ${good.name} and refused from ${bad.name} (${codeOf(bad)})${responderOf(bad)}: the key itself is good, a new one would not help.`,
          'What differs is where it comes from and what else is sent: the egress address (IP allow-list, country), organization and project, or a hop that changes the header.',
        ],
  request: (good, bad) => [
    `The same model and endpoint are known to what answers ${good.name} and not to what answers ${bad.name} (${codeOf(bad)})${responderOf(bad)}: the two requests end at different resources, or a hop rewrites one of them.`,
    ...otherAddresses(good, bad),
  ],
  quota: (good, bad) => [
    `The same key was admitted from ${good.name} and not from ${bad.name} (${codeOf(bad)})${responderOf(bad)}.`,
    `Limits belong to the key, not to the place; the two were measured ${apart(good, bad)}, so the time is a likelier cause than the place.`,
  ],
  answer: (good, bad) => [
    `The request was admitted from both places; ${good.name} got a valid answer, ${bad.name} did not (${codeOf(bad)}).`,
    `The two were measured ${apart(good, bad)}: a fault of the API at one moment looks the same. Measure both again before the place is blamed.`,
  ],
}

function tlsProof(good: MeasuredPlace, bad: MeasuredPlace): readonly string[] {
  const [trusted, served] = [issuerOf(good.route), issuerOf(bad.route)]
  const first = `${good.name} finishes the TLS handshake with ${hostOf(good)}, ${bad.name} does not (${codeOf(bad)}).`
  if (served === '' || trusted === '') {
    return [first, `The host speaks TLS, so what lies between it and ${bad.name} is the cause.`]
  }
  if (served !== trusted) {
    return [
      first,
      `${good.name} is served a certificate by "${trusted}", ${bad.name} one by "${served}": something between ${bad.name} and the host answers in its place.`,
    ]
  }
  return [first, `Both are served a certificate by "${served}": ${sameIssuer(bad)}`]
}

/** What is left when nobody answers in the host's place. */
function sameIssuer({ name, route: { verdict } }: MeasuredPlace): string {
  if (verdict.code === 'tls.cert.authority_invalid')
    return `the roots that ${name} trusts are the cause.`
  if (verdict.code === 'tls.cert.date_invalid') return `the clock of ${name} is the first suspect.`
  return `the cause is how ${name} takes part in the handshake.`
}

function sharedSentence(a: MeasuredPlace, b: MeasuredPlace): readonly string[] {
  const rungs = provenAtBoth(a.route, b.route).map((rung) => RUNG_NAMES[rung])
  return rungs.length === 0 ? [] : [`Proven at both places: ${rungs.join(', ')}.`]
}

function otherAddresses(good: MeasuredPlace, bad: MeasuredPlace): readonly string[] {
  const [one, other] = [addressesOf(good.route), addressesOf(bad.route)]
  return one === '' || other === '' || one === other
    ? []
    : [`The name resolves to ${one} at ${good.name} and to ${other} at ${bad.name}.`]
}

function otherWay(good: MeasuredPlace, bad: MeasuredPlace): readonly string[] {
  const [one, other] = [proxyOf(good.route), proxyOf(bad.route)]
  return one === other
    ? []
    : [`The egress differs: ${one} at ${good.name}, ${other} at ${bad.name}.`]
}

const codeOf = ({ route: { verdict } }: MeasuredPlace): string => verdict.code || verdict.verdict
const hostOf = ({ route }: MeasuredPlace): string => destinationIn(route.baseUrl).host

const APIS: readonly string[] = ['openai', 'openai-edge', 'azure-openai', 'azure-apim']
const HOPS: readonly string[] = ['proxy', 'interceptor']
const isApi = ({ route }: MeasuredPlace): boolean => APIS.includes(route.verdict.responder)
const isHop = ({ route }: MeasuredPlace): boolean => HOPS.includes(route.verdict.responder)

function responderOf({ route: { verdict } }: MeasuredPlace): string {
  const who = joined(' ', verdict.responder, verdict.product)
  return who === '' ? '' : `, answered by ${who}`
}

function apart(a: MeasuredPlace, b: MeasuredPlace): string {
  const minutes = Math.round(Math.abs(a.at - b.at) / 60_000)
  if (Number.isNaN(minutes)) return 'at unknown times'
  if (minutes < 1) return 'at the same time'
  return minutes < 120 ? `${minutes} minutes apart` : `${Math.round(minutes / 60)} hours apart`
}
