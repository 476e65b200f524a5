import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark } from '../reply.ts'
import { answered, codeOf, DO_NOT, requestId, requestLine } from '../words.ts'

const SETUP = [DO_NOT.rotateKey, DO_NOT.upgrade, DO_NOT.blameOpenai]

/** The gateway does not know the model: its list is its own. */
export const gatewayModelUnknown: AnswerConclusion = {
  id: 'gateway/model-unknown',
  when: (reply) =>
    [400, 404, 405, 422].includes(reply.status) &&
    (hasCode(reply, 'model_not_found', 'invalid_model', 'DeploymentNotFound') ||
      hasMark(
        reply,
        'litellm.model_name',
        'gateway.model_missing',
        'openai.model_missing',
        'azure.deployment_not_found',
        'kong.model',
      )),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'request',
    code: 'gateway.model_not_found',
    summary: `${answered(reply)}: ${reply.evidence.route.model ?? 'the model'} is not in the gateway's list${requestId(reply)}`,
    doNext: [
      'Use a name that GET /models of the gateway lists.',
      `Or let the operator of ${reply.host} add the model.`,
    ],
    doNot: SETUP,
  }),
}

/** The gateway answers and has no provider, route or account set up for this call. */
export const gatewayNotConfigured: AnswerConclusion = {
  id: 'gateway/not-configured',
  when: (reply) =>
    hasMark(
      reply,
      'portkey.no_provider',
      'kong.no_route',
      'envoy_ai.no_route',
      'bifrost.no_key',
      'helicone.no_provider',
    ) ||
    (reply.who.product === 'Cloudflare AI Gateway' && hasCode(reply, '2001', '2040')),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'request',
    code: 'gateway.not_configured',
    summary: `${answered(reply)}: the gateway has no provider or route set up for this request${requestId(reply)}`,
    doNext: [
      'Set up the provider in the gateway, and send the header or path by which it is chosen.',
    ],
    doNot: SETUP,
  }),
}

/** A page or a plain text where the API is expected: the root of the gateway, its console, no route. */
export const gatewayPage: AnswerConclusion = {
  id: 'gateway/page',
  says: (reply) => {
    const { status, facts } = reply
    const page = facts.body.shape === 'html' || hasMark(reply, 'ollama.root', 'server.go')
    if (!page || !(status === 200 || status === 404 || status === 405)) {
      return undefined
    }
    const path = URL.parse(reply.evidence.route.baseUrl)?.pathname ?? ''
    const without = !/\/v\d/.test(path)
    return {
      owner: 'route-provider',
      rung: 'http',
      code: 'gateway.not_the_api',
      summary: `${answered(reply, '')} with a page for ${requestLine(reply)}: the gateway has no API at this path${without ? ', and the base URL has no /v1' : ''}`,
      doNext: [
        without
          ? `Set the base URL to ${URL.parse(reply.evidence.route.baseUrl)?.origin ?? 'the gateway'}/v1, if the gateway serves the API there.`
          : `Ask the operator of ${reply.host} at which path the OpenAI API is served.`,
      ],
      doNot: ['Do not read a 200 as success: the page is not an answer of the API.', ...SETUP],
    }
  },
}

/** 413: the limit of the gateway, or of the web server in front of it, on request bodies. */
export const gatewayTooLarge: AnswerConclusion = {
  id: 'gateway/too-large',
  when: (reply) => reply.status === 413,
  says: (reply) => ({
    owner: 'route-provider',
    rung: reply.facts.body.shape === 'json' ? 'request' : 'http',
    code: 'http.body_too_large',
    summary: `${answered(reply)}: the body of ${requestLine(reply)} is larger than it takes${requestId(reply)}`,
    doNext: [
      `Let the operator of ${reply.host} raise the limit on request bodies (nginx: client_max_body_size), or send a smaller body.`,
    ],
    doNot: SETUP,
  }),
}

/** The rest of the 4xx: the gateway decides what it takes. */
export const gatewayRejected: AnswerConclusion = {
  id: 'gateway/rejected',
  when: (reply) => reply.status >= 400 && reply.status <= 499,
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'request',
    code: codeOf('gateway', reply, `http_${String(reply.status)}`),
    summary: `${answered(reply)}${reply.error.param === undefined ? '' : ` (parameter ${reply.error.param})`}: the ${reply.who.relayed ? 'server behind the gateway' : 'gateway'} refuses ${requestLine(reply)} as it was sent${requestId(reply)}`,
    doNext: [
      `Compare endpoint, model and parameters with what ${reply.host} documents: a gateway serves a part of the API.`,
    ],
    doNot: SETUP,
  }),
}
