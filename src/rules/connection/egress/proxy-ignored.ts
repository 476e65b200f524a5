import { CLIENT_FACTS } from '../../../knowledge/clients.ts'
import type { Client } from '../../../model/index.ts'
import { type BrokenStep, errnoNote, where } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { otherWay } from '../witnesses.ts'

const LAYERS: ReadonlySet<string> = new Set(['dns', 'tcp', 'tls', 'http'])

/** The direct way is closed, and the proxy that this client does not use leads to the API. */
export const proxyIgnored: PathConclusion = {
  id: 'egress/proxy-ignored',
  says: (step) => {
    const { egress } = step.evidence
    const other = otherWay(step, 'proxy')
    if (other === undefined || egress.proxy !== undefined || !LAYERS.has(step.layer)) {
      return undefined
    }
    const entry =
      egress.ignored.find(({ variable }) => variable === other.source) ?? egress.ignored[0]
    const name = entry?.variable ?? (other.source === '' ? 'A proxy' : other.source)
    const proxy = other.proxy === '' ? 'the proxy' : other.proxy
    const summary =
      entry === undefined
        ? `This client goes to ${where(step)} directly and fails${errnoNote(step)}, but through ${proxy} the API answers (${egress.reason}).`
        : `${name} is set, but this client ignores it and goes to ${where(step)} directly, which fails${errnoNote(step)}; through ${proxy} the API answers.`
    return {
      summary,
      doNext: [
        entry?.fix ?? CLIENT_FACTS[egress.client].useProxy(step.host),
        ...(other.trustOf === undefined ? [] : [alsoTrust(step, other.trustOf)]),
      ],
      doNot: [
        `Do not open the firewall for ${step.host} before the client uses the proxy that works.`,
      ],
      cites: [other.observation],
    }
  },
}

/** The proxy signs with a root of its own, which this client does not have yet. */
function alsoTrust(step: BrokenStep, trustOf: Client): string {
  const { client, trust } = step.evidence.egress
  const order = CLIENT_FACTS[client].trust({
    authority: 'that proxy',
    certificate: 'the root certificate of that proxy',
    bySystem: trustOf !== 'node',
    usesSystem: trust.some(({ store }) => store === 'system'),
  })
  return `${CLIENT_FACTS[trustOf].name} accepts the certificate that this proxy shows, this client does not yet. ${order}`
}
