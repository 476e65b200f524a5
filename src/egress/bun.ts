import { declared } from './declared.ts'
import { nodeTrust } from './node-trust.ts'
import { firstFilled } from './variables.ts'

/** Bun's fetch, which reads proxy variables without being asked to, and Node's variables about roots. */
export const bun = declared({
  client: 'bun',
  dialect: {
    schemeless: 'http',
    schemes: { http: 'http', https: 'https' },
    foreign: [],
    defaultPorts: { http: 80, https: 443, socks5: 1080, socks5h: 1080 },
    strips: /(?!)/g,
    badEscapes: 'kept',
    userAlone: 'sent',
  },
  variables: {
    https: ['https_proxy', 'HTTPS_PROXY'],
    http: ['http_proxy', 'HTTP_PROXY'],
    all: ['all_proxy', 'ALL_PROXY'],
    no: ['no_proxy', 'NO_PROXY'],
  },
  choose: firstFilled,
  trust: (question) => nodeTrust({ ...question, env: withoutOptions(question.env) }, 'v24.6.0'),
  unread: [],
  addressTimeoutMs: 250,
  http2: false,
})

/** NODE_OPTIONS is Node's alone. */
function withoutOptions({
  NODE_OPTIONS: _node,
  ...env
}: Readonly<Record<string, string | undefined>>) {
  return env
}
