import { describing, says, tells, type Signature } from './signature.ts'

/** Words of an SDK that say only that no answer came: what lies under them decides. */
export const WRAPPERS: readonly Signature[] = [
  says(['connection error'], /\bConnection error\b/i, { kind: 'wrapper', says: 'connection' }),
  says(
    [
      'apiconnectionerror',
      'fetch failed',
      'error communicating with openai',
      'network error',
      'openaiconnectionexception',
      'openaiioexception',
      'failed to fetch',
      'error sending request for url',
    ],
    /\bAPIConnectionError\b(?! ?\()|\bfetch failed\b|Error communicating with OpenAI|\bNetwork Error\b|OpenAIIoException|\bFailed to fetch\b|error sending request for url/,
    { kind: 'wrapper', says: 'connection' },
  ),
  says(
    [
      'apitimeouterror',
      'apiconnectiontimeouterror',
      'request timed out',
      'timed out',
      'operation was aborted',
      'task was canceled',
      'context deadline exceeded',
      'timeouterror',
      'und_err_aborted',
    ],
    /\bAPI(?:Connection)?TimeoutError\b|\bRequest timed out\b|AbortError: (?:The|This) operation was aborted|aborted due to timeout|A task was canceled|context deadline exceeded|\basyncio\.(?:exceptions\.)?TimeoutError\b|operation timed out|: timed out$/i,
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
  says(
    [
      'psycopg',
      'postgres',
      'redis',
      'mysql',
      'mongo',
      'kafka',
      'rabbitmq',
      'amqp',
      'elasticsearch',
      'sqlalchemy',
      'memcached',
      'npm err!',
      'npm error',
      'pip._vendor',
      'pip install',
      'smtp',
      'git fetch',
      'docker pull',
      'prisma',
      'celery',
    ],
    /\bpsycopg2?\b|\bpostgres(?:ql)?\b|\bredis\b|\bmysql\b|\bmongo(?:db|ose)?\b|\bkafka\b|\brabbitmq\b|\bamqp\b|\belasticsearch\b|\bsqlalchemy\b|\bmemcached\b|^npm (?:ERR!|error)|\bpip\._vendor\b|\bsmtp\b|\bprisma\b|\bcelery\b/i,
    { kind: 'product', product: 'foreign' },
  ),
]
