import type { AnswerConclusion } from '../../conclusion.ts'
import type { Reply } from '../reply.ts'
import { answered, DO_NOT } from '../words.ts'

/** The redirect keeps the host and changes scheme or port: the base URL names the wrong one. */
export const redirectedBaseUrl: AnswerConclusion = {
  id: 'request/base-url-redirected',
  says: (reply) => {
    const target = targetOf(reply)
    if (target === undefined || target.hostname !== hostnameOf(reply)) return undefined
    return {
      owner: 'request',
      rung: 'request',
      code: 'http.redirected',
      summary: `${answered(reply, '')}: the same host expects to be called as ${target.origin}, and the key is not sent across origins`,
      doNext: [`Set the base URL to ${target.origin}${pathOf(reply)}.`],
      doNot: [
        DO_NOT.rotateUnjudged,
        'Do not let the client follow the redirect: it would carry the key along.',
      ],
    }
  },
}

/** The same host sends the client from https to http: a key must not go there, so no base URL helps. */
export const redirectedToPlain: AnswerConclusion = {
  id: 'http/redirected-to-plain',
  says: (reply) => {
    const target = targetOf(reply)
    const secure = reply.evidence.route.baseUrl.startsWith('https:')
    if (target === undefined || target.hostname !== hostnameOf(reply)) return undefined
    if (!secure || target.protocol !== 'http:') return undefined
    const direct = reply.evidence.route.kind === 'openai'
    return {
      owner: direct ? 'connection-path' : 'route-provider',
      rung: 'http',
      code: 'http.redirected',
      summary: `${answered(reply, '')} and sends the client from https:// to ${target.origin}: the key would travel in clear text, so it is not followed`,
      doNext: [
        direct
          ? `Find the proxy or device that answers for ${reply.host} and let HTTPS pass to the real host.`
          : `Let ${reply.host} answer ${reply.facts.method} ${reply.facts.path} on https:// itself: behind a load balancer that ends TLS, its server takes the request for plain HTTP (set X-Forwarded-Proto).`,
      ],
      doNot: [
        DO_NOT.rotateUnjudged,
        'Do not write http:// into the base URL: anyone on the path could read the key.',
      ],
    }
  },
}

/** Another origin answers in the place of this one: a login page, a block page, a moved server. */
export const redirected: AnswerConclusion = {
  id: 'http/redirected',
  says: (reply) => {
    const target = targetOf(reply)
    if (target === undefined) return undefined
    const direct = reply.evidence.route.kind === 'openai' || reply.who.responder === 'unknown'
    return {
      owner: direct ? 'connection-path' : 'route-provider',
      rung: 'http',
      code: 'http.redirected',
      summary: `${answered(reply, '')} and points to ${target.host}: ${direct ? 'the API never redirects, so something on the path did' : 'the provider of the route asks for a sign-in or has moved'}, and the key was not sent there`,
      doNext: direct
        ? [`Allow ${reply.host} for this runner in the device that redirects to ${target.host}.`]
        : [
            `Ask the operator of ${reply.host} for a base URL that answers without a redirect to ${target.host}.`,
            'Exempt machine clients from the single sign-on in front of the gateway.',
          ],
      doNot: [
        DO_NOT.rotateUnjudged,
        'Do not let the client follow the redirect: it would carry the key along.',
      ],
    }
  },
}

/** The server sends the client round in circles on its own origin. */
export const redirectLoop: AnswerConclusion = {
  id: 'http/redirect-loop',
  says: (reply) => {
    const { outcome } = reply.observation
    const loops =
      outcome.status === 'failed' && outcome.failure.code === 'http.response.redirect_loop'
    if (!loops) return undefined
    const direct = reply.evidence.route.kind === 'openai'
    return {
      owner: direct ? 'connection-path' : 'route-provider',
      rung: 'http',
      code: 'http.response.redirect_loop',
      summary: `${answered(reply, '')} and redirects in circles: ${direct ? 'the API never redirects, so something on the path did' : 'the provider of the route is misconfigured'}`,
      doNext: direct
        ? [
            `Find the proxy or filter that answers for ${reply.host} and exempt this runner from it.`,
          ]
        : [`Ask the operator of ${reply.host} to fix the redirect on this path.`],
      doNot: [DO_NOT.rotateUnjudged],
    }
  },
}

function targetOf({ facts }: Reply): URL | undefined {
  return facts.redirectTo === undefined ? undefined : (URL.parse(facts.redirectTo) ?? undefined)
}

function hostnameOf({ evidence }: Reply): string {
  return URL.parse(evidence.route.baseUrl)?.hostname ?? ''
}

function pathOf({ evidence }: Reply): string {
  return URL.parse(evidence.route.baseUrl)?.pathname.replace(/\/$/, '') ?? ''
}
