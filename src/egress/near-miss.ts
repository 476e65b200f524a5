import { distance } from '../knowledge/distance.ts'
import type { EgressNote } from '../model/index.ts'
import type { EgressQuestion } from './question.ts'

/** Names that decide the way out of some client. */
const MEANT = [
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
  'NODE_USE_ENV_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_SYSTEM_CA',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CURL_CA_BUNDLE',
  'REQUESTS_CA_BUNDLE',
] as const

const ALL_MEANT: ReadonlySet<string> = new Set(MEANT)

/** Real variables of other programs that only look alike. */
const REAL = new Set([
  ...MEANT,
  'FTP_PROXY',
  'FTPS_PROXY',
  'SFTP_PROXY',
  'TCP_PROXY',
  'WS_PROXY',
  'WSS_PROXY',
  'GOPROXY',
  'GONOPROXY',
  'GO_PROXY',
  'PIP_PROXY',
  'NPM_PROXY',
  'SOCKS_PROXY',
  'RSYNC_PROXY',
  'HTTP2_PROXY',
])

/** Shorter names are alike too often for two slips. */
const TWO_SLIPS_FROM = 12

/**
 * Misspelt names, by edit distance, word order and case. Of the values only counts that there is one.
 * `proxyCase`: how the client reads the case of proxy variables (Python takes any).
 */
export function nearMisses(
  { env, platform }: Pick<EgressQuestion, 'env' | 'platform'>,
  proxyCase: 'any' | 'upper-or-lower',
): readonly EgressNote[] {
  return Object.entries(env).flatMap(([name, value]) => {
    if (value === undefined || value === '') return []
    const meant = meantBy(name) ?? (platform === 'win32' ? undefined : wrongCaseOf(name, proxyCase))
    if (meant === undefined) return []
    return [
      {
        variable: name,
        because: `This client does not read ${name}; it looks like a misspelt ${meant}.`,
        fix: `Rename ${name} to ${meant}.`,
      },
    ]
  })
}

function wrongCaseOf(name: string, proxyCase: 'any' | 'upper-or-lower'): string | undefined {
  const meant = name.toUpperCase()
  if (meant === name || !ALL_MEANT.has(meant)) return undefined
  const readInLowerCase = /^(HTTPS?|NO|ALL)_PROXY$/.test(meant)
  if (readInLowerCase && (proxyCase === 'any' || name === name.toLowerCase())) return undefined
  return meant
}

/** Answers given: the same names are asked about for each client and each route of a run. */
const ASKED = new Map<string, string | undefined>()
/** Names of variables that are remembered. */
const MOST_ASKED = 10_000

/** The name that was probably meant, `undefined` when the name is right or is about something else. */
export function meantBy(name: string): string | undefined {
  if (ASKED.has(name)) return ASKED.get(name)
  const meant = search(name.toUpperCase())
  if (ASKED.size < MOST_ASKED) ASKED.set(name, meant)
  return meant
}

const FORMS = MEANT.map((meant) => ({
  meant,
  letters: squeezed(meant),
  words: sortedWords(meant),
}))

function search(name: string): string | undefined {
  if (REAL.has(name)) return undefined
  const own = squeezed(name)
  const ownWords = sortedWords(name)
  const exact = FORMS.find(({ letters, words }) => letters === own || words === ownWords)
  if (exact !== undefined) return exact.meant
  const byDistance = FORMS.map(({ meant, letters }) => ({
    meant,
    slips: distance(own, letters, 2),
    most: letters.length >= TWO_SLIPS_FROM ? 2 : 1,
  }))
    .filter(({ slips, most }) => slips <= most)
    .sort((a, b) => a.slips - b.slips)
  return byDistance.at(0)?.meant
}

function squeezed(name: string): string {
  return name.replaceAll(/[^A-Z0-9]/g, '')
}

function sortedWords(name: string): string {
  return name
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
    .sort()
    .join('_')
}
