import { ENDPOINTS, endpointFacts } from '../model/index.ts'
import { PRODUCTS } from './catalogue.ts'

/**
 * What is no model API, by the ways in which logs name it: databases, package registries, source
 * hosts, test runners. A failure of theirs in the same log is not the one that is asked about.
 */

/** Ports that no model API listens on: databases, queues, caches, mail, clusters. */
export const FOREIGN_PORTS = new Set([
  22, 25, 53, 465, 587, 1433, 1521, 2181, 2375, 2376, 2379, 3306, 4317, 4318, 5432, 5672, 6379,
  6432, 6443, 8125, 8126, 9042, 9092, 9200, 11211, 26379, 27017,
])

/** Hosts that applications talk to for other reasons. */
export const FOREIGN_HOSTS =
  /(?:^|\.)(?:httpbin\.org|google\.com|apple\.com|paypal\.com|gstatic\.com|npmmirror\.com|taobao\.org|npmjs\.org|yarnpkg\.com|pypi\.org|pythonhosted\.org|golang\.org|crates\.io|rubygems\.org|nuget\.org|packagist\.org|hex\.pm|maven\.org|apache\.org|gradle\.org|jitpack\.io|terraform\.io|hashicorp\.com|docker\.(?:io|com)|ghcr\.io|quay\.io|cloudfront\.net|gcr\.io|k8s\.io|azurecr\.io|github\.com|gitlab\.com|bitbucket\.org|githubusercontent\.com|nodesource\.com|huggingface\.co|sentry\.io|datadoghq\.com|newrelic\.com|honeycomb\.io|grafana\.net|launchdarkly\.com|slack\.com|discord\.com|telegram\.org|segment\.io|posthog\.com|stripe\.com|twilio\.com|sendgrid\.(?:com|net)|auth0\.com|okta\.com|debian\.org|ubuntu\.com|alpinelinux\.org|fedoraproject\.org|windows\.net|database\.azure\.com|smith\.langchain\.com|pinecone\.io|supabase\.co|storage\.googleapis\.com|(?<!execute-api\.[\w-]{1,30}\.|elb\.|bedrock[\w-]{0,20}\.[\w-]{1,30}\.)amazonaws\.com)$/

/**
 * Other programs by the way in which they begin or word a line. A name in the text of our own
 * incident (`openai` in the same lines) outweighs them.
 */
export const FOREIGN_LINES =
  /\[(?:error|crit|alert|warn)\] \d{1,10}#\d{1,10}:|\bnginx: \[|\b(?!generativelanguage|[\w-]{0,30}aiplatform)[a-z]{3,30}\.googleapis\.com\b|\bAH\d{5}:|\bgit (?:fetch|clone|push|pull)\b|\b(?:ssh|scp|sftp|rsync): (?:connect|Could not|connection)|kex_exchange_identification|\bpip install\b|^\s*> Could not (?:resolve|GET|HEAD)|available provider packages|\bdocker pull\b|\bdocker-registry\b|\bkubelet\b|\bazure\.cli\b|@google\/cloud-|toomanyrequests: |\bbotocore\.|\bboto3\b|NoSuchBucket|\bbundler\b|Unable to connect to the server|\bkubectl\b|API rate limit exceeded for|secondary rate limit|\bapi\.github\.com\b|could not (?:receive|send) data|\bpsycopg2?\b|\bpsql: |\bpostgrex\b|\bDBConnection\b|\basyncpg\b|\bpostgres(?:ql)?\b|\b(?:io)?redis\b|\b(?:jedis|lettuce|pymongo|psycopg|pgx|npgsql|hikari\w{0,12}|sequelize|typeorm|kafkajs|aiokafka|amqplib|nodemailer|cassandra|clickhouse)\b|\bmysql2?\b|\bHY000\b|\bmariadb\b|\bmongo(?:db|ose)?\b|\bkafka\b|\brabbitmq\b|\bamqp\b|\belasticsearch\b|\bopensearch\b|\bsqlalchemy\b|\bmemcached\b|\bsmtp\b|\bldaps?\b|\bprisma\b|\bcelery\b|\bopentelemetry\b|\botlp\b|\bstatsd\b|\bsentry\b|\bdatadog\b|\bselenium\b|\bplaywright\b|\bpuppeteer\b|\bzookeeper\b|\bconsul\b|\betcd\b|\bvault\b|\b(?:stripe|twilio|sendgrid|slack_sdk|firebase|snowflake|databricks)[./]\w|\bTwilioRestException\b|\bjava\.sql\.|\bSQLSTATE\b|\bORA-\d{5}\b|\bJDBC\b|\bSqlException\b|\bkeyserver\b|\bwget: |\bCypress\b|\bwhile (?:connecting to|reading (?:response header )?from) upstream\b|\bmqtt\b|\bprometheus\b|\bgrafana\b|\bcertbot\b/i

/**
 * Programs that fetch packages, images and sources. The names of what they fetch (`openai`) are no
 * evidence of a call: only a class or a body of an SDK in the same lines outweighs them.
 */
export const FETCHING =
  /\bpip\._vendor\b|\/simple\/[\w.-]+\/?$|^(?:fatal|error): (?:read error|unable to access|could not read|Could not resolve|RPC failed|the remote end)|^(?:npm|gyp|pnpm|yarn) (?:ERR!|error|warn|info)|\bERR_PNPM_|^\s*error An unexpected error occurred: "https|^Error response from daemon|error pulling image|failed to (?:pull|push) |^warning: spurious network error|^go: |\bNU\d{4}:|\[ERROR\] Failed to execute goal|Could not (?:transfer artifact|resolve dependencies)|^(?:E|Err:\d{1,4}|W): /

/** A class of an error with the package that it is of, as Python, Java and Kotlin print it. */
export const QUALIFIED_CLASS =
  /(?:^|[\s|:(>[])((?:[a-z_]\w{0,60}\.){1,8})[A-Z]\w{0,60}(?:Error|Exception|Errors?|TimedOut|Failure|TooManyRequests)\b/

/** Packages whose errors a call of a model API ends in: the languages, their HTTP clients, SDKs and what is built on them. */
export const CALLING_PACKAGES =
  /^(?:openai|litellm|httpx2?|httpcore2?|requests|urllib3|aiohttp|anyio|asyncio|ssl|socks|sockets?|python_socks|https?|h11|h2|builtins|concurrent|tenacity|backoff|pydantic\w*|instructor|crewai|autogen\w*|semantic_kernel|haystack\w*|dspy|json|java|javax|jakarta|jdk|sun|okhttp3|okio|retrofit2|reactor|feign|kotlin\w*|scala|azure|msal\w*|node|io\.(?:netty|ktor|reactivex|vertx|quarkus|micronaut)|com\.(?:sun|azure|microsoft|theokanning|aallam|fasterxml|squareup)|org\.(?:springframework|apache\.h\w+|eclipse|jboss|glassfish))\.|lang|llm|llama|gpt|chat|model|embed|openai|\bai\b/i

/** A frame of a library that calls model APIs, as Node, .NET and Java print it. */
export const SDK_FRAME =
  /^\s{1,40}at [^\n]{0,200}(?:node_modules\/(?:openai|ai|@ai-sdk|@langchain|@azure-rest\/ai-inference|@azure\/openai)\/|\b(?:OpenAI|Azure\.AI\.\w{3,20}|Microsoft\.SemanticKernel)\.[A-Z]|\b(?:com\.(?:openai|azure\.ai)|dev\.langchain4j|org\.springframework\.ai)\.)/

/** Somebody tests their own code: what fails in it was made to fail. */
export const TEST_RUN =
  /^\s*●|^\s*(?:FAIL|PASS) |\bAssertionError\b|^Tests: +\d|^--- FAIL: |^E {3}|^={3,} FAILURES/

/** Words by which a line speaks of a model, whatever its program is called. */
export const MODEL_WORDS =
  /openai|azure|llm|gpt|langchain|llama|anthropic|claude|gemini|mistral|\b(?:ai|rag|bots?|agents?|assistants?|models?|prompts?|completions?|chat\w*|embeddings?|embed|inference|tokens?|whisper|vision|dall\W?e|tts|moderations?|copilot|gateway|generat\w+|summar\w+|transcri\w+|translat\w+)\b/i

/** Words in which any client tells of any status; every other word names who answered, or what was asked of it. */
export const STATUS_WORDS =
  /^(?:a|all|an|and|any|api|app|application|at|attempts?|axios|backend|bad|base|be|because|body|but|by|call|called|caught|cause|client|code|connection|could|critical|curl|data|debug|detail|details|did|do|does|empty|endpoint|err|errors?|exception|execute|executing|exit|exited|expected|fail|failed|failing|failure|fatal|faraday|feign|fetch|fetching|for|forbidden|found|from|gateway|get|giving|go|got|guzzle\w*|had|has|have|host|http\w*|httpx|in|indicate|info|internal|invalid|is|it|java|javascript|js|json|large|last|level|line|log|logger|main|make|max|maximum|message|method|msg|name|net|no|node|non|not|null|of|on|ok|org|out|payment|post|process|promise|proxy|put|python|reached|reason|received|rejected|rejection|remote|reply|request|requests|required|res|respond|responded|response|rest|result|retrofit2?|retry|retries|retrying|return|returned|returning|returns|root|run|running|runtime|send|sending|sent|server|service|socket|websocket|handshake|upgraded?|since|status|statuscode|stderr|stdout|still|stream|success|successful|successfully|temporarily|text|that|the|thread|throw|thrown|throws|time|timeout|to|too|many|trace|traceback|trying|type|unauthori[sz]ed|unavailable|uncaught|undefined|undici|unexpected|unhandled|unprocessable|entity|up|upstream|url|using|value|via|warn|warning|was|web|when|while|will|with|without|worker|x|you|your|[a-z])$/i

/** Containers, units and processes named after what runs in them. */
export const FOREIGN_SOURCES =
  /(?:^|[\s/._-])(?:db|database|postgres(?:ql)?|pg|mysqld?|mariadb|redis|mongod?b?|kafka|rabbitmq|nginx|traefik|haproxy|elasticsearch|opensearch|minio|vault|consul|zookeeper|memcached|etcd|sshd|dockerd|containerd|kubelet|systemd(?:-\w+)?|kernel|rsyslogd|NetworkManager|chronyd|ntpd|snapd|postfix|dovecot|exim\d?|named|dhclient|openvpn|charon|fail2ban)(?:$|[\s/._:-]|\d)/i

/** Products that stand in front of models, as hosts are named after them. */
const GATEWAYS = PRODUCTS.flatMap(({ kind, name }) =>
  kind === 'gateway' && /^[A-Za-z]+$/.test(name) ? [name] : [],
)

/** A first label that a gateway to models goes by. */
export const GATEWAY_LABEL = new RegExp(
  String.raw`^(?:[\w-]{0,63}(?:gw|gateway|llm|gpt|openai|proxy|${GATEWAYS.join('|')})[\w-]*|ai)\.`,
  'i',
)

/** Words in the paths of model APIs and of what is in front of them. */
export const MODEL_PATH = new RegExp(
  String.raw`/v\d/?$|(?:${ENDPOINTS.map((one) => endpointFacts(one).path).join('|')}|/(?:completions?|models|images|audio|batches|files|messages|assistants|threads|rerank|generate|tags|engines|deployments|realtime[\w-]*))\b|openai|llm|gpt|chat|inference|generation|ollama`,
  'i',
)

/** Hosts that stand in messages as links to read: not where the call went. */
export const DOCUMENTATION =
  /^(?:platform|help|status|developers|docs|community|cookbook|beta)\.openai\.com$|^(?:www\.)?openai\.com$|aka\.ms$|microsoft\.com$|^github\.com$|githubusercontent\.com$|mozilla\.org$|^errors\.pydantic\.dev$|httpstatuses\.com$|readthedocs\.io$|^docs?\.|python\.org$|nodejs\.org$|^(?:www\.)?w3\.org$|schemas\.|langchain\.com$|litellm\.ai$|statuspage\.io$|^(?:www\.)?vercel\.com$|spring\.io$|curl\.se$|haxx\.se$|stackoverflow\.com$/
