import { distance } from '../knowledge/distance.ts'
import type { EgressNote } from '../model/index.ts'
import type { EgressQuestion } from './question.ts'

export interface Variable {
  /** As it is spelt. */
  readonly name: string
  readonly value: string
}

/** What a client takes from several spellings of one variable. */
export interface Choice {
  /** Never empty. */
  readonly chosen?: Variable
  /** An empty spelling that hides filled ones. */
  readonly emptied?: Variable
  /** Filled spellings that lose. */
  readonly losers: readonly Variable[]
}

type Surroundings = Pick<EgressQuestion, 'env' | 'platform'>

/** The variable with exactly this name; on Windows names are the same in any case. */
export function variable({ env, platform }: Surroundings, name: string): Variable | undefined {
  const value = env[name]
  if (value !== undefined) return { name, value }
  if (platform !== 'win32') return undefined
  return anyCase({ env }, name).at(0)
}

/** The variable when it is set and not empty. */
export function filled(from: Surroundings, name: string): Variable | undefined {
  const found = variable(from, name)
  return found !== undefined && found.value !== '' ? found : undefined
}

/** Node: the first spelling that is set wins, also when it is empty (`??`). */
export function firstSet(from: Surroundings, names: readonly string[]): Choice {
  const set = spelt(from, names)
  const [winner, ...rest] = set
  const losers = rest.filter((other) => other.value !== '')
  if (winner === undefined) return { losers }
  return winner.value === '' ? { emptied: winner, losers } : { chosen: winner, losers }
}

/** curl: the first spelling that is set and not empty wins. */
export function firstFilled(from: Surroundings, names: readonly string[]): Choice {
  const [chosen, ...losers] = spelt(from, names).filter((one) => one.value !== '')
  return chosen === undefined ? { losers } : { chosen, losers }
}

/**
 * Python's `urllib.request.getproxies_environment`: any case counts, a name that ends in lower-case
 * `_proxy` wins, and an empty one of those removes the proxy.
 */
export function anySpelling(from: Surroundings, name: string): Choice {
  const all = anyCase(from, name)
  const suffix = name.slice(name.lastIndexOf('_'))
  const decided = all.findLast((one) => one.name.endsWith(suffix))
  const winner = decided ?? all.findLast((one) => one.value !== '')
  const losers = all.filter((one) => one !== winner && one.value !== '')
  if (winner === undefined) return { losers }
  return winner.value === '' ? { emptied: winner, losers } : { chosen: winner, losers }
}

/** Says which spellings lose, where that changes anything. */
export function precedenceNotes({ chosen, emptied, losers }: Choice): readonly EgressNote[] {
  const winner = chosen ?? emptied
  if (winner === undefined) return []
  return losers
    .filter((loser) => loser.value !== winner.value)
    .map((loser) => ({
      variable: loser.name,
      because: `${winner.name} is set ${emptied ? 'but empty,' : 'to another value'} and wins.`,
      fix: emptied
        ? `Remove the empty ${winner.name}.`
        : `Give ${winner.name} and ${loser.name} the same value.`,
    }))
}

/** Proxy variables that are there without a value: what an unset secret gives. */
export function emptyNotes(from: Surroundings): readonly EgressNote[] {
  return ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']
    .flatMap((name) => variable(from, name) ?? [])
    .filter(({ value }) => value === '')
    .map(({ name }) => ({
      variable: name,
      because: `${name} is set but empty, which counts as not set.`,
      fix: `Give ${name} the URL of the proxy, or remove it; a secret that is not there is empty.`,
    }))
}

function spelt(from: Surroundings, names: readonly string[]): readonly Variable[] {
  const found = names.flatMap((name) => variable(from, name) ?? [])
  // On Windows both spellings lead to the same variable.
  return found.filter((one, at) => found.findIndex((other) => other.name === one.name) === at)
}

function anyCase({ env }: Pick<EgressQuestion, 'env'>, name: string): readonly Variable[] {
  const wanted = name.toLowerCase()
  return Object.entries(env).flatMap(([key, value]) =>
    value !== undefined && key.toLowerCase() === wanted ? [{ name: key, value }] : [],
  )
}

/** Names that decide the way out of some client. */
const MEANT = `HTTPS_PROXY HTTP_PROXY NO_PROXY ALL_PROXY NODE_USE_ENV_PROXY NODE_EXTRA_CA_CERTS
  NODE_USE_SYSTEM_CA NODE_TLS_REJECT_UNAUTHORIZED SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE
  REQUESTS_CA_BUNDLE`.split(/\s+/)

const ALL_MEANT: ReadonlySet<string> = new Set(MEANT)

/** Real variables of other programs that only look alike. */
const REAL = new Set([
  ...MEANT,
  ...`FTP_PROXY FTPS_PROXY SFTP_PROXY TCP_PROXY WS_PROXY WSS_PROXY GOPROXY GONOPROXY GO_PROXY
    PIP_PROXY NPM_PROXY SOCKS_PROXY RSYNC_PROXY HTTP2_PROXY`.split(/\s+/),
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

const FORMS = MEANT.map((meant) => ({ meant, letters: squeezed(meant), words: sortedWords(meant) }))

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
