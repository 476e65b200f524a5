import { bareHost, given } from '../model/index.ts'
import { isIP } from 'node:net'
import { factsOf, firstFailed, requestChain } from '../model/reading.ts'
import { askServer, hostsFileEntry, nameServers, searching } from '../wire/name-servers.ts'
import type { Investigation, Scene } from './investigation.ts'

/** Name that the failed lookup was for: the API's host, or the proxy's. */
function nameInQuestion(scene: Scene): string {
  const failed = firstFailed(scene.evidence)
  if (failed?.probe === 'lookup') return failed.target
  return bareHost(new URL(scene.route.baseUrl).hostname)
}

/**
 * getaddrinfo decides, direct queries explain: it folds SERVFAIL, REFUSED and silence into one
 * errno, and it hides the hosts file. Asked when a name did not resolve, when it resolved to an
 * address that a public host does not have, or when another host answered under it.
 */
export const nameServersProbe: Investigation = {
  probe: 'name-servers',
  worthAsking: (scene) => {
    if (isIP(nameInQuestion(scene)) !== 0) return false
    const failed = firstFailed(scene.evidence)
    if (failed === undefined) return false
    if (failed.probe === 'lookup') return true
    if (scene.plan.egress.proxy !== undefined) return false
    const strange = requestChain(scene.evidence).some(
      (one) =>
        one.probe === 'lookup' &&
        factsOf<'lookup'>(one)?.addresses?.some(({ scope }) => scope !== 'public') === true,
    )
    // A hosts file or a search list may have led to a public address of somebody else.
    return (
      strange || failed.probe === 'connect' || failed.outcome.failure.code.startsWith('tls.cert.')
    )
  },
  ask: async (scene) => {
    const host = nameInQuestion(scene)
    const observation = scene.recorder.begin('name-servers', host)
    const patience = Math.max(150, Math.min(2000, scene.timeoutMs - 100))
    const asked = scene.nameServers ?? nameServers()
    const { searchList, ndots } = searching()
    const [servers, searched] = await Promise.all([
      Promise.all(
        asked.map(async (server) => {
          const [a, aaaa] = await Promise.all([
            askServer(server, host, 'A', patience, scene.signal),
            askServer(server, host, 'AAAA', patience, scene.signal),
          ])
          return { server, a, aaaa }
        }),
      ),
      Promise.all(
        searchList.flatMap((domain) =>
          asked.slice(0, 1).map(async (server) => {
            const name = `${host}.${domain}`
            return { name, answer: await askServer(server, name, 'A', patience, scene.signal) }
          }),
        ),
      ),
    ])
    const hostsFile = hostsFileEntry(host)
    observation.ok({
      host,
      servers,
      ...given({ hostsFile }),
      searchList,
      ndots,
      searched,
    })
  },
}
