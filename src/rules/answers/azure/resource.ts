import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isServerError, type Reply } from '../reply.ts'
import { answered, codeOf, DO_NOT, requestId, whenAgain, requestLine } from '../words.ts'

const ON_THE_RESOURCE = [DO_NOT.rotateKey, DO_NOT.upgrade, DO_NOT.blameNetwork]

export const deploymentNotFound: AnswerConclusion = {
  id: 'azure/deployment-not-found',
  when: (reply) =>
    hasCode(reply, 'DeploymentNotFound') || hasMark(reply, 'azure.deployment_not_found'),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'request',
    code: 'azure.deployment_not_found',
    summary: `${answered(reply)}: the resource has no deployment ${reply.evidence.route.model ?? 'of that name'}${requestId(reply)}`,
    doNext: [
      'Give the name of the deployment, not of the model, as `model`.',
      'Deploy the model in this resource; a new deployment answers after up to 5 minutes.',
    ],
    doNot: ON_THE_RESOURCE,
  }),
}

/** Unknown, unsupported or misplaced `api-version`. */
export const apiVersion: AnswerConclusion = {
  id: 'azure/api-version',
  says: (reply) => {
    const onV1 = hasMark(reply, 'azure.api_version_on_v1')
    const missing = hasMark(reply, 'azure.api_version_missing')
    const unsupported =
      hasMark(reply, 'azure.api_version_unsupported') ||
      hasCode(reply, 'UnsupportedApiVersion', 'InvalidApiVersionParameter')
    if (!onV1 && !missing && !unsupported) return undefined
    const least = reply.error.apiVersion
    return {
      owner: 'route-provider',
      rung: 'request',
      code: onV1
        ? 'azure.api_version_on_v1'
        : missing
          ? 'azure.api_version_missing'
          : 'azure.api_version_unsupported',
      summary: `${answered(reply, '')}: ${onV1 ? 'the v1 endpoint takes no api-version' : missing ? 'the classic endpoint requires an api-version' : `it does not support the api-version ${reply.evidence.route.apiVersion ?? 'of this request'} for this call${least === undefined ? '' : `, which needs ${least} or later`}`}${requestId(reply)}`,
      doNext: [
        onV1
          ? 'Remove OPENAI_API_VERSION and the api-version query from the v1 endpoint.'
          : `Set OPENAI_API_VERSION to ${least === undefined ? 'a version that this resource documents, e.g. the latest GA one' : `${least} or later`}.`,
        ...(least === undefined || onV1
          ? []
          : ['Or call the v1 endpoint, which takes no api-version: base URL …/openai/v1.']),
      ],
      doNot: ON_THE_RESOURCE,
    }
  },
}

/** No such path at the resource: wrong version, doubled path, wrong endpoint family. */
export const resourceNotFound: AnswerConclusion = {
  id: 'azure/resource-not-found',
  when: (reply) => reply.status === 404,
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'request',
    code: codeOf('azure', reply, 'resource_not_found'),
    summary: `${answered(reply)}: the resource has nothing at ${reply.facts.path === '' ? 'this path' : reply.facts.path}, which is not the same as a missing deployment${requestId(reply)}`,
    doNext: [
      'Check the api-version first: an unknown one looks like an unknown path.',
      'Check the endpoint: https://<resource>.openai.azure.com, with /openai/v1 only for the v1 API, never both.',
    ],
    doNot: ON_THE_RESOURCE,
  }),
}

/** The content filter of the deployment refuses the prompt. */
export const contentFilter: AnswerConclusion = {
  id: 'azure/content-filter',
  when: (reply) => hasCode(reply, 'content_filter') || hasMark(reply, 'azure.content_filter'),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'request',
    code: 'azure.content_filter',
    summary: `${answered(reply)}: the content filter of the deployment refuses the prompt; the path, key and deployment are fine${requestId(reply)}`,
    doNext: ['Change the prompt, or the content filter that the deployment uses.'],
    doNot: [DO_NOT.rotateKey, DO_NOT.retry],
  }),
}

/** Azure's own 5xx, and 408. */
export const azureServerError: AnswerConclusion = {
  id: 'azure/server-error',
  when: (reply) => isServerError(reply) || reply.status === 408 || reply.status === 424,
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'answer',
    code: codeOf('azure', reply, 'server_error'),
    retryable: true,
    summary: `${answered(reply)}: the request reached Azure and failed there${requestId(reply)}`,
    doNext: [
      `Re-run the job${whenAgain(reply)}, or set attempts to 3.`,
      'Check the health of the resource in the Azure portal.',
    ],
    doNot: [
      DO_NOT.rotateKey,
      DO_NOT.blameNetwork,
      'Do not check status.openai.com: Azure runs its own service.',
    ],
  }),
}

/** The rest: the provider refuses the request, and says it in its own words. */
export const azureRejected: AnswerConclusion = {
  id: 'azure/rejected',
  when: (reply) => reply.status >= 400 && reply.status <= 499,
  says: (reply) => ({
    ...ownerOf(reply),
    summary: `${answered(reply)}${reply.error.param === undefined ? '' : ` (parameter ${reply.error.param})`}: it refuses ${requestLine(reply)}${reply.status === 403 ? ' without saying whether the network or the caller is meant' : ' as it was sent'}${requestId(reply)}`,
    doNext: [
      'Compare endpoint, api-version, deployment and parameters with the Azure reference of this model.',
      'Look at the diagnostic log of the resource for this request ID.',
    ],
    doNot: [DO_NOT.blameOpenai, DO_NOT.retry],
  }),
}

/** A 403 may be a network rule or a missing role: without its words nobody is named. */
function ownerOf(reply: Reply) {
  return reply.status === 403 && !reply.who.relayed
    ? ({ owner: 'unknown', rung: 'auth', code: codeOf('azure', reply, 'forbidden') } as const)
    : ({
        owner: 'route-provider',
        rung: 'request',
        code: codeOf('azure', reply, `http_${String(reply.status)}`),
      } as const)
}
