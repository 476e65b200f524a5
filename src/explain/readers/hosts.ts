import { endingsOf, HOSTS as KNOWN, PUBLIC_API } from '../../knowledge/hosts.ts'
import type { Reading } from '../evidence-piece.ts'
import { tells, type Signature } from './signature.ts'

/** A dot and the end of the names of Azure's resources, in every cloud. */
const CUSTOMER_ENDINGS = KNOWN.filter(
  ({ name, kind, use }) => kind === 'azure' && use === 'api' && name.startsWith('.'),
).map(({ name }) => name)

/** URLs, `host=` and connection pools: which host the failing call went to. */
export const HOSTS: readonly Signature[] = [
  tells(
    ['https://', 'http://'],
    /\b(?:(GET|POST|PUT|DELETE|Post|Get) ["']?)?(https?):\/\/(?:[^\s@/'"]{1,200}@)?(\[[\da-fA-F:]{2,45}\]|[A-Za-z\d][\w.-]{0,253})(?::(\d{1,5}))?(\/[\w./%~+-]{0,300})?/,
    ([, method, scheme, host = '', port, path]) => {
      const reading: Reading = {
        kind: 'host',
        host: host
          .replace(/[.]$/, '')
          .replace(/^\[(.*)\]$/, '$1')
          .toLowerCase(),
        scheme: scheme === 'http' ? 'http' : 'https',
        ...(port === undefined ? {} : { port: Number(port) }),
        ...(path === undefined ? {} : { path }),
        ...(method === undefined ? {} : { method: method.toUpperCase() }),
      }
      return isDocumentation(reading.host) ? undefined : reading
    },
  ),
  tells(
    ["pool(host='", 'host: ', "host='", 'hostname: '],
    /(?:Pool\(host=|\bhost(?:name)?: ?|\bhost=)['"]([A-Za-z\d][\w.-]{0,253})['"](?:, port[:=] ?(\d{1,5}))?/,
    ([, host = '', port]) => ({
      kind: 'host',
      host: host.toLowerCase(),
      ...(port === undefined ? {} : { port: Number(port) }),
    }),
  ),
  tells(
    [...CUSTOMER_ENDINGS, PUBLIC_API],
    new RegExp(
      String.raw`(?<!make your request to |[\w.@/-])([\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:${endingsOf('azure', 'azure')})|(?:[\w-]{1,40}\.){0,3}api\.openai\.com)\b`,
      'i',
    ),
    ([, host = '']) => ({
      kind: 'host',
      host: host.toLowerCase(),
    }),
  ),
]

/** Hosts that stand in messages as links to read: not where the call went. */
const DOCUMENTATION =
  /^(?:platform|help|status|developers|docs|community|cookbook|beta)\.openai\.com$|^(?:www\.)?openai\.com$|aka\.ms$|microsoft\.com$|^github\.com$|githubusercontent\.com$|mozilla\.org$|^errors\.pydantic\.dev$|httpstatuses\.com$|readthedocs\.io$|^docs?\.|python\.org$|nodejs\.org$|^(?:www\.)?w3\.org$|schemas\.|langchain\.com$|litellm\.ai$|statuspage\.io$|spring\.io$|curl\.se$|haxx\.se$|stackoverflow\.com$/

function isDocumentation(host: string): boolean {
  return DOCUMENTATION.test(host)
}
