/** The steps of the path, in the order in which a request climbs them. */
export const RUNGS = [
  'config',
  'dns',
  'tcp',
  'proxy',
  'tls',
  'http',
  'auth',
  'request',
  'quota',
  'answer',
] as const

/** One step of the path. The first rung whose evidence changes is the result that matters. */
export type Rung = (typeof RUNGS)[number]

/** The question each rung answers, in the words of the contract. */
export const RUNG_QUESTIONS: Readonly<Record<Rung, string>> = {
  config: 'Are the settings and the secret usable at all?',
  dns: 'Does the exact host resolve, for this client, to a sane address?',
  tcp: 'Does a connection open to at least one of those addresses, or to the proxy?',
  proxy: 'Does the proxy open the tunnel?',
  tls: 'Does the handshake finish with a chain that this client trusts, for this name?',
  http: 'Did a well-formed HTTP response come back, and who answered?',
  auth: 'Did the API accept the credentials?',
  request: 'Does the API know this endpoint, model, deployment, API version?',
  quota: 'Was the request admitted?',
  answer: 'Did the API produce a valid answer?',
}

/** Position on the ladder, 0 for `config`. */
export function heightOf(rung: Rung): number {
  return RUNGS.indexOf(rung)
}
