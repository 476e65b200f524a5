import type { Verdict } from '../model/index.ts'

/** Words of codes that are written in another way; parts that a title does without are empty. */
const CODE_WORDS: ReadonlyMap<string, string> = new Map([
  ...'api ca cli cors dns http id imds ip json pem sdk tcp tls url'
    .split(' ')
    .map((word) => [word, word.toUpperCase()] as const),
  ['azure', 'Azure'],
  ['entra', 'Entra'],
  ['cert', 'certificate'],
  ['openai', 'OpenAI'],
  ['websocket', 'WebSocket'],
])

/** Codes whose own words would not say what happened. */
const CODE_TITLES: ReadonlyMap<string, string> = new Map([
  ['api.account_deactivated', 'account closed'],
  ['api.conflict', 'conflict with another request'],
  ['api.content_policy_violation', 'content refused by the safety system'],
  ['api.forbidden', 'request forbidden'],
  ['api.headroom_low', 'rate limit nearly used up'],
  ['api.insufficient_quota', 'quota used up'],
  ['api.ip_not_authorized', 'egress address not on the allow-list'],
  ['api.key_expires_soon', 'key expires soon'],
  ['api.mismatched_organization', 'key of another organization or project'],
  ['api.missing_credentials', 'no credentials arrived'],
  ['api.missing_scopes', 'key lacks a permission'],
  ['api.model_not_listed', 'model not in the list of models'],
  ['api.model_shutdown_soon', 'model shuts down soon'],
  ['api.overloaded', 'server overloaded'],
  ['api.rate_limit_exceeded', 'rate limit reached'],
  ['api.server_error', 'server error'],
  ['api.timeout', 'request timed out'],
  ['api.unauthorized', 'credentials not accepted'],
  ['api.unavailable', 'service unavailable'],
  ['api.unsupported_country_region_territory', 'egress from an unsupported country'],
  ['client.browser_switch', "SDK's browser protection switched off"],
  ['client.bundle_not_searched', 'front end not searched to its end'],
  ['client.cors_refused', 'a browser may not call this host (CORS or CSP)'],
  ['client.direct_api_call', 'front end calls the API directly'],
  ['client.key_in_bundle', 'key in the front end'],
  ['config.base_url_credentials', 'credentials in the base URL'],
  ['config.base_url_doubled_version', 'base URL with /v1 twice'],
  ['config.base_url_endpoint_path', 'base URL ends in an endpoint'],
  ['config.base_url_fragment', 'base URL with a fragment'],
  ['config.base_url_host', 'base URL of another host'],
  ['config.base_url_no_scheme', 'base URL without a scheme'],
  ['config.base_url_no_version', 'base URL without /v1'],
  ['config.base_url_path', 'base URL with the wrong path'],
  ['config.base_url_placeholder', 'base URL is a placeholder'],
  ['config.base_url_plain_http', 'base URL with plain HTTP'],
  ['config.base_url_port', 'base URL with the wrong port'],
  ['config.base_url_query', 'base URL with a query'],
  ['config.base_url_quoted', 'base URL in quotation marks'],
  ['config.base_url_scheme', 'base URL with an unknown scheme'],
  ['config.base_url_unexpanded', 'base URL is an unexpanded reference'],
  ['config.base_url_variable_unread', 'base URL variable is not read'],
  ['config.base_url_whitespace', 'base URL with a space or line break'],
  ['config.conflict', 'settings contradict each other'],
  ['config.conflict_api_version', 'api-version set where none is sent'],
  ['config.conflict_config', 'input set beside config'],
  ['config.conflict_deadline', 'deadline shorter than another time'],
  ['config.conflict_key', 'key and route do not belong together'],
  ['config.conflict_route', 'route and base URL contradict each other'],
  ['config.conflict_scope', 'organization or project on an Azure route'],
  ['config.entra_token_missing', 'no Entra ID token'],
  ['config.file_duplicate_key', 'settings file with a duplicate key'],
  ['config.file_inline_secret', 'key in the settings file'],
  ['config.file_no_routes', 'settings file without routes'],
  ['config.file_not_a_packet', 'file is not a packet'],
  ['config.file_unknown_key', 'settings file with an unknown key'],
  ['config.file_unreadable', 'file cannot be read'],
  ['config.input_aggregate_unusable', 'folder in aggregate unusable'],
  ['config.input_invalid', 'invalid input'],
  ['config.input_unknown', 'unknown input'],
  ['config.inside_client', 'client not found in the target of inside'],
  ['config.key_base64', 'key in base64'],
  ['config.key_has_bearer', 'key with Bearer or a header name'],
  ['config.key_has_control_character', 'key with a control character'],
  ['config.key_has_newline', 'key with a line break'],
  ['config.key_has_space', 'key with a space'],
  ['config.key_is_admin', 'key is an admin key'],
  ['config.key_is_assignment', 'key is a line NAME=value'],
  ['config.key_is_path', 'key is the path of a file'],
  ['config.key_is_pem', 'key is a PEM block'],
  ['config.key_is_prose', 'key is a sentence'],
  ['config.key_is_url', 'key is a URL'],
  ['config.key_masked', 'key is a masked copy'],
  ['config.key_missing', 'no API key'],
  ['config.key_not_ascii', 'key with a character outside ASCII'],
  ['config.key_other_vendor', 'key of another vendor'],
  ['config.key_placeholder', 'key is a placeholder'],
  ['config.key_quoted', 'key in quotation marks'],
  ['config.key_unexpanded', 'key is an unexpanded reference'],
  ['config.request_not_sendable', 'request cannot be sent'],
  ['config.tls_verification_off', 'TLS verification switched off'],
  ['config.value_is_key', 'key in another setting'],
  ['config.value_unexpanded', 'setting is an unexpanded reference'],
  ['dns.bogon', 'DNS resolves to an impossible address'],
  ['dns.name_not_resolved', 'DNS name does not resolve'],
  ['dns.unreachable', 'no name server reachable'],
  ['gateway.edge_no_site', 'no working site at Cloudflare for the base URL'],
  ['gateway.not_the_api', 'gateway without the API at this path'],
  ['gateway.upstream_quota', 'quota of the gateway used up at its upstream'],
  ['http.contradictory', 'HTTP response with contradictory evidence'],
  ['http.edge_blocked', 'egress address blocked at the edge'],
  ['http.edge_challenged', 'browser challenge at the edge'],
  ['http.edge_no_site', 'no site of the API at this address'],
  ['http.edge_rate_limited', 'egress address rate limited at the edge'],
  ['http.idle_closed', 'idle connection closed on the path'],
  ['http.intercepted', 'HTTP answer intercepted'],
  ['http.login_required', 'login required by a server in front'],
  ['http.plain_on_tls', 'plain HTTP on a TLS port'],
  ['http.stream_buffered', 'stream buffered on the path'],
  ['http.stream_cut', 'stream cut on the path'],
  ['http.timed_out', 'no HTTP response in time'],
  ['http.unattributed', 'HTTP error of unknown origin'],
  ['own.busy', 'another preflight is running'],
  ['own.cancelled', 'run cancelled'],
  ['own.crash', 'defect of openai-preflight'],
  ['own.inside_crash', 'probe crashed in the target of inside'],
  ['own.inside_failed', 'command in inside failed'],
  ['own.inside_no_runtime', 'no usable runtime in the target of inside'],
  ['own.inside_output', 'damaged output from the target of inside'],
  ['own.inside_prefix', 'command in inside unusable'],
  ['own.inside_stand_in', 'only another client was tested inside'],
  ['own.packet_missing', 'packet of a runner missing'],
  ['own.packet_unreadable', 'packet of a runner unreadable'],
  ['path.no_response', 'no response came back'],
  ['path.timed_out', 'no response in time'],
  ['proxy.auth_required', 'proxy asks for credentials'],
  ['proxy.closed', 'proxy closed the connection'],
  ['proxy.denied', 'proxy denied the tunnel'],
  ['proxy.dns_error', 'proxy cannot resolve the name'],
  ['proxy.redirected', 'proxy answered with a redirect'],
  ['proxy.reset', 'proxy reset the connection'],
  ['proxy.response_invalid', 'not the kind of proxy that is set'],
  ['tcp.closed', 'TCP connection closed at once'],
  ['tcp.refused', 'TCP connection refused'],
  ['tcp.reset', 'TCP connection reset'],
  ['tcp.timed_out', 'TCP connection timed out'],
  ['tls.bad_client_auth_cert', 'TLS client certificate required'],
  ['tls.cert.authority_invalid', 'TLS certificate from an untrusted issuer'],
  ['tls.cert.date_invalid', 'TLS certificate outside its dates'],
  ['tls.cert.name_invalid', 'TLS certificate for another host'],
  ['tls.closed', 'TLS handshake closed'],
  ['tls.failed', 'TLS handshake failed'],
  ['tls.reset', 'TLS handshake reset'],
  ['tls.timed_out', 'TLS handshake timed out'],
  ['tls.unrecognized_name_alert', 'TLS server does not know the name'],
])

/** The status of OpenAI's edge, when it reached nothing behind it. */
export const EDGE = /^api\.edge_(\d{3})$/

/** Layers that say nothing to whoever reads a list of annotations. */
const SILENT_LAYERS: ReadonlySet<string> = new Set(['api', 'client', 'config', 'own', 'path'])

/** What happened, in a few words that stand alone in a list: `TLS intercepted by Zscaler`. */
export function happening({ code, product }: Pick<Verdict, 'code' | 'product'>): string {
  if (product !== '' && code === 'tls.cert.authority_invalid')
    return `TLS intercepted by ${product}`
  const edge = EDGE.exec(code)
  if (edge !== null) return `OpenAI's edge answered ${edge[1] ?? ''}`
  const [layer = '', ...reason] = code.replace('sign_in', 'sign-in').split('.')
  const words = [...(SILENT_LAYERS.has(layer) ? [] : [layer]), ...reason.join('_').split('_')]
  const text =
    CODE_TITLES.get(code) ??
    words
      .map((word) => CODE_WORDS.get(word) ?? word)
      .join(' ')
      .trim()
  return text === '' ? 'no verdict' : text
}
