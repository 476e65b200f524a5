import type { CertificateFacts, EgressPlan, ServedChainFacts } from '../model/index.ts'
import { destinationOf, given } from '../model/index.ts'
import { factsOf, observation } from '../model/reading.ts'
import { inspectorIn } from '../knowledge/catalogue.ts'
import { refusedByLetter, servedChain } from '../wire/certificate.ts'
import { failureFrom } from '../evidence/failure.ts'
import { contextOf } from '../wire/handshake.ts'
import { shakeHandsAside } from './second-handshake.ts'
import type { Investigation, Scene } from './investigation.ts'
import tls from 'node:tls'

type Trust = ServedChainFacts['trust'][number]

/** Whether a handshake that verifies as this plan does finishes; nothing is sent on it. */
async function tryTrust(
  scene: Scene,
  store: string,
  source: string,
  {
    ca,
    partialChain = false,
    egress,
  }: Pick<EgressPlan, 'ca' | 'partialChain'> & Partial<EgressPlan>,
): Promise<Trust> {
  try {
    const refused = await shakeHandsAside(
      scene,
      { rejectUnauthorized: true, secureContext: contextOf(ca, partialChain) },
      (socket) => (egress?.strict?.applies === 'yes' ? refusedByLetter(socket, ca) : undefined),
    )
    if (refused !== undefined) return { store, source, accepted: false, errno: refused.errno }
    return { store, source, accepted: true }
  } catch (error) {
    const { errno } = failureFrom(error, 'tls')
    return { store, source, accepted: false, ...given({ errno }) }
  }
}

/**
 * The chain that is served, read with verification off and without sending anything, and then
 * tried against the trust stores of each client: the finding can say which client would accept it.
 */
export const servedChainProbe: Investigation = {
  probe: 'served-chain',
  worthAsking: (scene) => {
    const handshake = observation(scene.evidence, 'handshake')
    if (handshake?.outcome.status !== 'failed') return false
    return (
      factsOf<'handshake'>(handshake)?.of === 'target' &&
      handshake.outcome.failure.code.startsWith('tls.cert.')
    )
  },
  ask: async (scene) => {
    const { host } = destinationOf(new URL(scene.route.baseUrl))
    const note = scene.recorder.begin('served-chain', host)
    const plans: readonly EgressPlan[] = [scene.plan, ...scene.otherWays]
    const [served, ...trust] = await Promise.all([
      shakeHandsAside(scene, { rejectUnauthorized: false }, (socket) => ({
        chain: servedChain(socket),
        // RFC 5280 §4.2.2.1: says where the issuer's certificate could be fetched.
        namesIssuer: socket.getPeerCertificate().infoAccess?.['CA Issuers - URI'] !== undefined,
      })),
      tryTrust(scene, 'bundled', 'Node.js', { ca: tls.getCACertificates('bundled') }),
      tryTrust(scene, 'system', process.platform, { ca: tls.getCACertificates('system') }),
      ...plans.map((plan) => tryTrust(scene, 'client', plan.egress.client, plan)),
    ])
    const { chain, namesIssuer } = served
    const interceptor = inspectorIn(chain)
    const acceptedBy = plans
      .map(({ egress }) => egress.client)
      .filter((client) => trust.some(({ source, accepted }) => source === client && accepted))
    note.ok({
      servername: host,
      chain,
      ...given({ interceptor }),
      trust,
      acceptedBy: [...new Set(acceptedBy)],
      outdated: chain.flatMap((one, at) => (isOutdated(one, scene.now()) ? [at] : [])),
      missingIntermediate: chain.length === 1 && chain[0]?.selfSigned === false && namesIssuer,
    })
  },
}

function isOutdated({ validFrom, validTo }: CertificateFacts, nowMs: number): boolean {
  return Date.parse(validFrom) > nowMs || Date.parse(validTo) < nowMs
}
