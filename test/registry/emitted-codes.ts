import { sourcesIn, textOf } from './documents.ts'

const LAYERS = 'config|path|dns|tcp|proxy|tls|http|websocket|api|azure|gateway|client|own'

/** Tables of texts, whose ids are names of sentences (`Mark.id`), and of hosts: both look like codes. */
const MARK_TABLES = /^src\/(?:knowledge)\//

/** Servers of the demo say what peers say, in the peers' words. */
const PEERS = /^src\/demo\//

/** Programs of `inside` as text, generated from the files beside it. */
const GENERATED = 'src/inside/sources.ts'

/** Literals that look like codes and are none, with the reason. */
export const NOT_CODES: Readonly<Record<string, string>> = {
  'api.openai.com': 'a host name',
  'azure.virtual_network': 'a mark: its code is azure.network_rules',
  'azure.custom_domain': 'a mark: its code is azure.custom_domain_required',
  'azure.blocked': 'a mark: its code is azure.resource_blocked',
  'azure.key_auth_disabled': 'a mark: its code is azure.authentication_type_disabled',
  'azure.principal': 'a mark: its code is azure.permission_denied',
  'azure.data_action': 'a mark: its code is azure.permission_denied',
  'azure.capacity': 'a mark: its code is azure.no_capacity',
  'azure.token_generic': 'a mark: its code depends on what was sent',
  'proxy.no_such_name': 'a mark: its code is proxy.dns_error',
  'gateway.budget': 'a mark: its code is gateway.budget_exceeded',
  'gateway.model_missing': 'a mark: its code is gateway.model_not_found',
}

/** The values that a part of a code can have, where the source puts it together. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  // oxlint-disable-next-line no-template-curly-in-string
  'config.${name}_malformed': ['config.organization_malformed', 'config.project_malformed'],
  // oxlint-disable-next-line no-template-curly-in-string
  'own.inside_${string}': [],
}

/** One place where the source names a code. */
export interface Named {
  readonly code: string
  readonly file: string
}

/** Everything in the source that looks like a code; `<status>` stands for the HTTP status. */
export function namedCodes(): readonly Named[] {
  return sourcesIn('src/')
    .filter((file) => !MARK_TABLES.test(file) && !PEERS.test(file) && file !== GENERATED)
    .flatMap((file) => {
      const source = withoutComments(textOf(file))
      return [...literals(source), ...templates(source), ...fallbacks(source)].map((code) => ({
        code,
        file,
      }))
    })
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

/** `'tcp.refused'`; a word that ends in a dot or `_` is the beginning of codes, not one. */
function literals(source: string): readonly string[] {
  const literal = new RegExp(`['"\`]((?:${LAYERS})\\.[a-z0-9_.]*[a-z0-9])['"\`]`, 'g')
  return [...source.matchAll(literal)].map(([, code = '']) => code)
}

/** `` `api.edge_${String(reply.status)}` ``. */
function templates(source: string): readonly string[] {
  const template = new RegExp(`\`((?:${LAYERS})\\.[^\`\\s]*\\$\\{[^\`\\s]*)\``, 'g')
  return [...source.matchAll(template)].flatMap(([, text = '']) => PARTS[text] ?? [filledIn(text)])
}

/** What `codeOf` gives when the responder sent no word of its own. */
function fallbacks(source: string): readonly string[] {
  return [...source.matchAll(/\bcodeOf\(\s*'(api|azure|gateway)',/g)].flatMap((call) => {
    const rest = argumentsFrom(source, call.index + call[0].length)
    const words = rest.matchAll(/'([a-z][a-z0-9_]*)'|`([a-z][^`]*)`/g)
    return [...words].map(([, word, text = '']) => `${call[1]}.${word ?? filledIn(text)}`)
  })
}

function argumentsFrom(source: string, start: number): string {
  let open = 1
  let end = start
  while (open > 0 && end < source.length) {
    if (source[end] === '(') open += 1
    if (source[end] === ')') open -= 1
    end += 1
  }
  return source.slice(start, end - 1)
}

function filledIn(template: string): string {
  return template.replaceAll(/\$\{String\([\w.]*status\)\}/g, '<status>')
}
