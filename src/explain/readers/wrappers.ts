import { describing, says, tells, type Signature } from './signature.ts'

/** Words of an SDK that say only that no answer came: what lies under them decides. */
export const WRAPPERS: readonly Signature[] = [
  says(
    [
      'connection error.',
      'apiconnectionerror',
      'fetch failed',
      'error communicating with openai',
      'axioserror: network error',
      'openaiconnectionexception',
      'openaiioexception',
      'error sending request for url',
    ],
    /\bConnection error\.|\bAPIConnectionError\b(?! ?\()|\bfetch failed\b|Error communicating with OpenAI|AxiosError: Network Error|OpenAIIoException|error sending request for url/,
    { kind: 'wrapper', says: 'connection', sdk: true },
  ),
  says(
    ['connection error', 'network error', 'failed to fetch', 'cannot connect to api'],
    /\bConnection error\b|\bNetwork Error\b|\bFailed to fetch\b|Cannot connect to API/i,
    { kind: 'wrapper', says: 'connection' },
  ),
  says(
    [
      'apitimeouterror',
      'apiconnectiontimeouterror',
      'openai.error.timeout',
      'litellm.timeout',
      'request timed out.',
    ],
    /\bAPI(?:Connection)?TimeoutError\b|\bopenai\.error\.Timeout\b|\blitellm\.Timeout\b|\bRequest timed out\./,
    { kind: 'wrapper', says: 'timeout', sdk: true },
  ),
  says(
    [
      'request timed out',
      'timed out',
      'operation was aborted',
      'task was canceled',
      'context deadline exceeded',
      'timeouterror',
      'und_err_aborted',
    ],
    /\bRequest timed out\b|AbortError: (?:The|This) operation was aborted|aborted due to timeout|A task was canceled|context deadline exceeded|\basyncio\.(?:exceptions\.)?TimeoutError\b|operation timed out|: timed out$/i,
    { kind: 'wrapper', says: 'timeout' },
  ),
  describing(
    tells(
      ['retrying', 'will retry', 'attempt '],
      /\bRetrying (?:request|langchain|llama_index|[\w.<>]{1,200} in)\b|\bretrying\b[^\n]{0,60}\bin \d|\battempt \d{1,3}(?:\/| of )\d{1,3}/i,
      () => ({ kind: 'retry' }),
    ),
  ),
]

/** Which library or service speaks: finds the route, tells foreign errors from ours. */
export const PRODUCTS: readonly Signature[] = [
  says(['openai'], /\bopenai\b|OpenAI/, { kind: 'product', product: 'openai' }),
  says(
    ['azure', 'cognitiveservices', 'apim-request-id'],
    /AzureOpenAI|Azure OpenAI|Azure\.(?:RequestFailed|AI)|azure_openai|AZURE_OPENAI|apim-request-id|AzureException|azure\.core|\bprovider: azure\b/i,
    { kind: 'product', product: 'azure' },
  ),
  says(
    'litellm',
    /\blitellm\.(?:proxy|ai)\b|Received Model Group=|LiteLLM Proxy|litellm proxy|LiteLLM Virtual Key/,
    { kind: 'product', product: 'litellm' },
  ),
  says('openrouter', /openrouter/i, { kind: 'product', product: 'openrouter' }),
  says('(request id: ', /\(request id: \d{10,40}\)/, { kind: 'product', product: 'one-api' }),
]
