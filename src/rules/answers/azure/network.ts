import type { LookupFacts } from '../../../model/index.ts'
import type { AnswerConclusion } from '../../conclusion.ts'
import { factsOf, observation } from '../../../model/reading.ts'
import { hasMark, type Reply } from '../reply.ts'
import { answered, DO_NOT, requestId } from '../words.ts'

const BEFORE_THE_KEY = [
  'Do not rotate the API key: the network rule is checked before the key.',
  DO_NOT.upgrade,
  DO_NOT.blameOpenai,
]

/** The resource's own firewall, decided before the key is read. */
export const networkRules: AnswerConclusion = {
  id: 'azure/network-rules',
  when: (reply) =>
    hasMark(reply, 'azure.virtual_network') ||
    /TrafficDenied/i.test(reply.facts.headers['policy-id'] ?? ''),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'http',
    code: 'azure.network_rules',
    summary: `${answered(reply, '')}: the network rules of the resource do not allow the egress address of this runner${requestId(reply)}`,
    doNext: [
      'Add the egress address of this runner to Networking, Firewall of the Azure OpenAI resource.',
      'Or run the job on a runner inside the virtual network that the resource allows.',
    ],
    doNot: BEFORE_THE_KEY,
  }),
}

/** A resource with a virtual network answers on its own subdomain only. */
export const customDomain: AnswerConclusion = {
  id: 'azure/custom-domain',
  when: (reply) => hasMark(reply, 'azure.custom_domain'),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'http',
    code: 'azure.custom_domain_required',
    summary: `${answered(reply, '')}: the resource has a virtual network and answers on its own subdomain only, not on a regional endpoint${requestId(reply)}`,
    doNext: ['Set the endpoint to https://<resource>.openai.azure.com, as the portal shows it.'],
    doNot: BEFORE_THE_KEY,
  }),
}

/** Public access is off: a private endpoint is expected, and the public address was reached. */
export const publicAccessDisabled: AnswerConclusion = {
  id: 'azure/public-access-disabled',
  when: (reply) => hasMark(reply, 'azure.public_access_disabled'),
  says: (reply) => {
    const lookup = observation(reply.evidence, 'lookup')
    const proxy = reply.evidence.egress.proxy
    const seen = resolved(factsOf<'lookup'>(lookup), reply)
    return {
      owner: 'route-provider',
      rung: 'http',
      code: 'azure.public_access_disabled',
      summary: `${answered(reply, '')}: public access is disabled, so a private endpoint is expected${seen}${requestId(reply)}`,
      doNext: [
        ...(proxy === undefined
          ? [
              'Link the private DNS zone privatelink.openai.azure.com to the network of this runner.',
            ]
          : [
              `Add ${reply.host} to NO_PROXY: the proxy resolves the name outside the private network.`,
            ]),
        'Or enable public access for the egress address of this runner in Networking of the resource.',
      ],
      doNot: BEFORE_THE_KEY,
      cites: [lookup],
    }
  },
}

function resolved(facts: Partial<LookupFacts> | undefined, { host, evidence }: Reply): string {
  const first = facts?.addresses?.[0]
  if (first === undefined || facts?.of !== 'target') {
    return evidence.egress.proxy === undefined ? '' : ', and the name was resolved by the proxy'
  }
  return first.scope === 'public'
    ? `, but ${host} resolved to the public address ${first.address}`
    : `; ${host} resolved to the private address ${first.address}, which does not lead to that endpoint`
}

/** The provider has suspended the resource. */
export const resourceBlocked: AnswerConclusion = {
  id: 'azure/resource-blocked',
  when: (reply) => hasMark(reply, 'azure.blocked'),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'http',
    code: 'azure.resource_blocked',
    summary: `${answered(reply, '')}: Azure has temporarily blocked the resource${requestId(reply)}`,
    doNext: ['Open an Azure support request for the resource, with the request ID.'],
    doNot: [DO_NOT.rotateKey, DO_NOT.retry],
  }),
}
