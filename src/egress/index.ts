import { CLIENTS as NAMES, given, type Client, type EgressPlan } from '../model/index.ts'
import { changesOf, CLIENT_RELEASES } from '../knowledge/client-releases.ts'
import { bun } from './bun.ts'
import { deno } from './deno.ts'
import { java } from './java.ts'
import { curl, php } from './libcurl.ts'
import { node } from './node.ts'
import { dotnet, go, ruby, rust } from './plain-clients.ts'
import { python } from './python.ts'
import type { EgressQuestion, Environment } from './question.ts'

export type { Checkout, EgressQuestion, Environment, Roots, WayOut } from './question.ts'

/** Every client of the model; a contract test runs over all of them. */
export const CLIENTS = { node, bun, deno, python, go, java, dotnet, ruby, php, rust, curl }

/**
 * How this client gets out, and why. Opens no socket and never throws. Where its release is not known and
 * would change the answer, the newest is meant and the plan says which rule that is.
 */
export function wayOut(client: Client, question: EgressQuestion): EgressPlan {
  const plan = CLIENTS[client](question)
  if (question.releases?.[client] !== undefined) return plan
  const assumes = changesOf(client)
    .filter(([name]) => !sameRules(plan, CLIENTS[client]({ ...question, without: name })))
    .map(
      ([, { since, what, source }]) =>
        `since ${CLIENT_RELEASES[client].of} ${since.join(' and ')} it ${what} (${source})`,
    )
  return assumes.length === 0 ? plan : { ...plan, egress: { ...plan.egress, assumes } }
}

/** Same proxy and same roots: how addresses are dialled is told where one of them fails. */
function sameRules(a: EgressPlan, b: EgressPlan): boolean {
  const rules = ({ egress: { proxy, unusable, trust } }: EgressPlan): string =>
    JSON.stringify([proxy, unusable, trust])
  return rules(a) === rules(b)
}

/** Those that people compare with, whatever the application is written in. */
const COMMON: readonly Client[] = ['node', 'python', 'curl']

/** The way of each of these clients and of the common ones, in the order of the model. */
export function allClientPaths(
  question: EgressQuestion,
  clients: readonly Client[] = [],
): readonly EgressPlan[] {
  return NAMES.filter((client) => COMMON.includes(client) || clients.includes(client)).map(
    (client) => wayOut(client, question),
  )
}

/**
 * Both take the same path: same proxy, or both direct, or both unable. What each trusts is another
 * question, answered on the served chain.
 */
export function samePath(a: EgressPlan, b: EgressPlan): boolean {
  return pathOf(a) === pathOf(b)
}

/**
 * The way this client does not take: direct where it takes a proxy, the proxy that the environment
 * names where it goes direct or fails. `undefined` when there is no other.
 */
export function otherWay(client: Client, question: EgressQuestion): EgressPlan | undefined {
  const own = wayOut(client, question)
  const { proxy: _proxy, reason: _reason, unusable: _unusable, ...same } = own.egress
  const { egress: _egress, proxyCredentials: _own, ...roots } = own
  if (own.egress.proxy !== undefined)
    return { egress: { ...same, reason: 'The same request without the proxy.' }, ...roots }
  const named = { ...question, env: withoutNoProxy(question.env) }
  const asked = { ...named, env: { ...named.env, NODE_USE_ENV_PROXY: '1' } }
  const other = [wayOut(client, asked), curl(named), python(named)].find(
    (plan) => plan.egress.proxy !== undefined,
  )
  if (other?.egress.proxy === undefined) return undefined
  return {
    egress: { ...same, proxy: other.egress.proxy, reason: other.egress.reason },
    ...given({ proxyCredentials: other.proxyCredentials }),
    ...roots,
  }
}

function pathOf({ egress, proxyCredentials }: EgressPlan): string {
  if (egress.unusable !== undefined) return 'unusable'
  if (egress.proxy === undefined) return 'direct'
  const { scheme, host, port } = egress.proxy
  return JSON.stringify([scheme, host, port, proxyCredentials ?? null])
}

function withoutNoProxy(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^no_proxy$/i.test(name)))
}
