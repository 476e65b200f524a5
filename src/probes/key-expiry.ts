import { fields, isoTime, jsonIn, type ResponseFacts } from '../model/index.ts'
import { plainHost } from '../knowledge/hosts.ts'
import { askKeyed, type Keyed } from './keyed.ts'

/** A page of a gateway that says of the key that asks when it ends. */
interface KeyPage {
  readonly applies: (host: string, headers: ResponseFacts['headers']) => boolean
  /** From the base URL. */
  readonly path: (baseUrl: string) => string
  readonly read: (body: unknown) => unknown
  readonly source: string
}

const PAGES: readonly KeyPage[] = [
  {
    applies: (host) => host === 'openrouter.ai',
    path: () => '/key',
    read: (body) => fields(fields(body)['data'])['expires_at'],
    source: 'openrouter.ai/docs/api/api-reference/api-keys/get-current-key',
  },
  {
    applies: (_host, headers) => Object.keys(headers).some((name) => name.startsWith('x-litellm-')),
    path: (baseUrl) => new URL('/key/info', baseUrl).href,
    read: (body) => fields(fields(body)['info'])['expires'],
    source: 'docs.litellm.ai/docs/proxy/virtual_keys',
  },
]

/** GitHub says it with each answer to a personal token: `2026-12-11 09:00:00 UTC`. */
const HEADER = 'github-authentication-token-expiration'

/**
 * When the key ends, where the service says so: in a header, or on a page of the gateway that takes
 * the key (one GET, without cost). Notes nothing where nobody says it.
 */
export async function askKeyExpiry(keyed: Keyed, headers: ResponseFacts['headers']): Promise<void> {
  const { route, recorder } = keyed
  const said = headers[HEADER]
  if (said !== undefined) {
    const expiresAt = isoTime(said)
    if (expiresAt !== undefined) recorder.begin('key-expiry', HEADER).ok({ expiresAt })
    return
  }
  const host = plainHost(new URL(route.baseUrl).hostname)
  const page = PAGES.find(({ applies }) => route.kind === 'gateway' && applies(host, headers))
  if (page === undefined) return
  const path = page.path(route.baseUrl)
  const note = recorder.begin('key-expiry', `GET ${new URL(path, 'http://host').pathname}`)
  const exchange = await askKeyed(keyed, path)
  const expiresAt = isoTime(page.read(jsonIn(exchange?.bytes.toString('utf8') ?? '')))
  if (expiresAt === undefined) note.skipped('the service names no end of this key')
  else note.ok({ expiresAt })
}
