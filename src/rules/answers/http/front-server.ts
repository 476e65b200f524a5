/** What a web server decides by itself, before anything behind it sees the key. */
import type { Owner } from '../../../model/index.ts'
import type { AnswerConclusion } from '../../conclusion.ts'
import { hasMark, type Reply } from '../reply.ts'
import { answered, DO_NOT } from '../words.ts'

const NOT_JUDGED = [DO_NOT.rotateUnjudged, DO_NOT.upgrade]

/** The server at the end belongs to the provider of the route; on the direct route OpenAI's is none of these. */
function operatorOf({ evidence }: Reply): Owner {
  return evidence.route.kind === 'openai' ? 'connection-path' : 'route-provider'
}

/** nginx calls it 497 inside; the texts are those of nginx, Go, Apache, Tomcat, cheroot and others. */
export function isPlainOnTls(reply: Reply): boolean {
  return (
    reply.status === 497 ||
    (reply.status >= 400 && reply.status <= 499 && hasMark(reply, 'server.plain_http_on_tls'))
  )
}

/** Plain HTTP arrived at a port that speaks TLS: the base URL's scheme, or a hop behind a TLS one. */
export const plainOnTls: AnswerConclusion = {
  id: 'http/plain-on-tls',
  when: (reply) => isPlainOnTls(reply),
  says: (reply) => {
    const url = URL.parse(reply.evidence.route.baseUrl)
    const ours = url?.protocol === 'http:'
    const common = { rung: 'http', code: 'http.plain_on_tls' } as const
    return ours
      ? {
          ...common,
          owner: 'request',
          summary: `${answered(reply, '')}: plain HTTP was sent to a port that speaks TLS, and the key was not looked at`,
          doNext: [`Write the base URL with https: https://${url.host}${url.pathname}.`],
          doNot: [...NOT_JUDGED, DO_NOT.retry],
        }
      : {
          ...common,
          owner: operatorOf(reply),
          summary: `${answered(reply, '')}: the request came here over TLS, and a server behind it got plain HTTP on a port that speaks TLS`,
          doNext: [
            `Let the operator of what answers at ${reply.host} write https in the address of the server behind it.`,
          ],
          doNot: [
            ...NOT_JUDGED,
            'Do not change the base URL: the connection from this runner is TLS.',
          ],
        }
  },
}

/** 495 and 496 are nginx's own; by default it sends them as a page with 400. */
export const clientCertificate: AnswerConclusion = {
  id: 'http/client-certificate',
  says: (reply) => {
    const refused = reply.status === 495 || hasMark(reply, 'server.client_certificate_refused')
    const wanted = reply.status === 496 || hasMark(reply, 'server.client_certificate')
    if (reply.status < 400 || reply.status > 499 || !(refused || wanted)) return undefined
    return {
      owner: operatorOf(reply),
      rung: 'http',
      code: 'tls.bad_client_auth_cert',
      summary: `${answered(reply, '')}: it requires a client certificate and ${wanted ? 'got none' : 'does not accept the one that it got'}; the API key was not looked at`,
      doNext: [
        `Ask the operator of ${reply.host} for a client certificate and set it in the application’s HTTP client, or for an address that requires none.`,
      ],
      doNot: [...NOT_JUDGED, DO_NOT.retry],
    }
  },
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

/** The web server wants a user name and a password, which travel in the header of the API key. */
export const serverLogin: AnswerConclusion = {
  id: 'http/server-login',
  says: (reply) => {
    const scheme = loginScheme(reply)
    return scheme === undefined
      ? undefined
      : {
          owner: operatorOf(reply),
          rung: 'http',
          code: 'http.login_required',
          summary: `${answered(reply, '')} and asks for a login of its own (${scheme}): a web server in front decided it, and the API key was not looked at`,
          doNext: [
            `Ask the operator of ${reply.host} to take the path of the API out of this login, or for the entry that programs use.`,
            `If the login is meant, let the operator read the API key from another header than Authorization, which ${scheme} takes.`,
          ],
          doNot: [...NOT_JUDGED, DO_NOT.retry],
        }
  },
}
