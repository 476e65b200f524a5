import type { Evidence } from '../../model/index.ts'
import { isFromApi, isFromGateway, hasMark, replyOf, type Reply } from './reply.ts'

/**
 * The API of the route answered in its own words, so the way to it is open: a refusal for missing
 * credentials proves that as well as a success. Used for `depth: route`, where no key is sent.
 */
export function provesRoute(evidence: Evidence): boolean {
  const reply = replyOf(evidence)
  return reply !== undefined && provesRouteBy(reply)
}

const OWN_ANSWERS: ReadonlySet<number> = new Set([200, 400, 401, 403, 404, 405, 422])

export function provesRouteBy(reply: Reply): boolean {
  const { evidence, facts, status, who } = reply
  if (who.contradictions.length > 0 || !facts.body.complete) return false
  switch (evidence.route.kind) {
    case 'openai':
      return isFromApi(reply) && (status === 401 || isJsonSuccess(reply))
    case 'azure':
      // 403 without credentials is the network rule of the resource, decided before any key.
      return isFromApi(reply) && (status === 401 || status === 404 || isJsonSuccess(reply))
    case 'gateway':
      if (!isFromApi(reply) && !isFromGateway(reply)) return false
      // A web server in front that keeps the request proves nothing of the API behind it.
      if (loginScheme(reply) !== undefined || isPlainOnTls(reply)) return false
      return (
        status === 401 ||
        (OWN_ANSWERS.has(status) && facts.body.shape === 'json' && !isBlockedBehind(reply))
      )
  }
}

function isJsonSuccess({ facts, status }: Reply): boolean {
  return status === 200 && facts.body.shape === 'json' && facts.body.error === undefined
}

/** The gateway answers, and says that it cannot reach what is behind it. */
function isBlockedBehind(reply: Reply): boolean {
  return hasMark(
    reply,
    'openai.unsupported_country',
    'azure.virtual_network',
    'azure.public_access_disabled',
  )
}

/** nginx calls it 497 inside; the texts are those of nginx, Go, Apache, Tomcat, cheroot and others. */
export function isPlainOnTls(reply: Reply): boolean {
  return (
    reply.status === 497 ||
    (reply.status >= 400 && reply.status <= 499 && hasMark(reply, 'server.plain_http_on_tls'))
  )
}

/** Schemes of a login with a user name or a domain account: no API takes its key by one of these. */
const LOGIN = /(?:^|,\s*)(basic|digest|negotiate|ntlm|kerberos)\b/i

/** The scheme by which a web server asks for a login of its own; `undefined` for the API's own 401. */
export function loginScheme({ status, facts, who, error }: Reply): string | undefined {
  const offered = facts.headers['www-authenticate'] ?? ''
  const scheme = LOGIN.exec(offered)?.[1]
  if (status !== 401 || scheme === undefined || /realm="?OpenAI API|\bbearer\b/i.test(offered)) {
    return undefined
  }
  // An API that says in its own words what is wrong with the key has looked at it.
  const spoken = facts.body.errorShape === 'openai' && (error.code ?? error.type) !== undefined
  return spoken || who.relayed || who.responder === 'proxy' || who.responder === 'interceptor'
    ? undefined
    : scheme
}
