import type { OneOrMore, Warning } from './orders.ts'
import { evidenceRules, type EvidenceConclusion } from './whole-run.ts'
import type { ClientBundleFacts, Code } from '../model/index.ts'
import { factsOf, investigation, investigated } from '../model/reading.ts'

type Hit = ClientBundleFacts['hits'][number]

interface Leak {
  readonly id: string
  readonly kind: Hit['kind']
  readonly code: Code
  readonly says: (first: Hit, count: string) => string
  readonly doNext: (first: Hit) => readonly string[]
  readonly doNot: OneOrMore<Warning>
}

/** The one repair for all of them. */
const SERVER_SIDE = 'Call the API from a server of your own and let the browser call that server.'

/** What a front end that everybody can read must not contain, worst first. */
const LEAKS: readonly Leak[] = [
  {
    id: 'browser/key-in-bundle',
    kind: 'key',
    code: 'client.key_in_bundle',
    says: (first, count) =>
      `The built front end contains a key (${first.what}) at ${placeOf(first)}${count}: everybody who opens the page can use it.`,
    doNext: (first) => [
      `Revoke the key (${first.what}) found at ${placeOf(first)}, create a new one, and keep it on the server only.`,
      `Remove the key from the source and from every VITE_, NEXT_PUBLIC_ or REACT_APP_ variable that feeds the build.`,
      SERVER_SIDE,
    ],
    doNot: [
      'Do not only rebuild without the key: the published one stays valid until it is revoked.',
      'Do not encode or split the key: the browser has to put it together again.',
    ],
  },
  {
    id: 'browser/direct-api-call',
    kind: 'api-call',
    code: 'client.direct_api_call',
    says: (first, count) =>
      `The built front end calls ${first.what} directly from the browser at ${placeOf(first)}${count}: that needs a key in the browser.`,
    doNext: (first) => [`Replace the call to ${first.what} at ${placeOf(first)}.`, SERVER_SIDE],
    doNot:
      'Do not solve it with CORS headers or a browser extension: the key would still be public.',
  },
  {
    id: 'browser/browser-switch',
    kind: 'browser-switch',
    code: 'client.browser_switch',
    says: (first, count) =>
      `The built front end switches the SDK's browser protection off (${first.what}) at ${placeOf(first)}${count}.`,
    doNext: (first) => [
      `Remove ${first.what} at ${placeOf(first)} and the SDK with it from the front end.`,
      SERVER_SIDE,
    ],
    doNot: 'Do not keep the switch because it works: it is there to keep the key out of browsers.',
  },
]

function ofLeak(leak: Leak): EvidenceConclusion {
  return {
    id: leak.id,
    says: (evidence) => {
      const { seen, facts } = investigated(evidence, 'client-bundle')
      const [first, ...others] = (facts?.hits ?? []).filter(({ kind }) => kind === leak.kind)
      if (first === undefined) return undefined
      const more = others.length + (facts?.omitted?.[leak.kind] ?? 0)
      const count = more === 0 ? '' : ` and ${more} more place${more === 1 ? '' : 's'}`
      return {
        owner: 'client-app',
        code: leak.code,
        summary: leak.says(first, count),
        doNext: leak.doNext(first),
        doNot: leak.doNot,
        cites: [seen],
      }
    },
  }
}

/** What was not searched is not clean: nobody is blamed for it, and it is no pass. */
const notSearched: EvidenceConclusion = {
  id: 'browser/not-searched',
  says: (evidence) => {
    const { seen, facts: { files = 0, notSearched: left = [], notSearchedBesides = 0 } = {} } =
      investigated(evidence, 'client-bundle')
    const [first, ...others] = left
    if (first === undefined) return undefined
    const more = others.length + notSearchedBesides
    const besides = more === 0 ? '' : `, and ${more} more file${more === 1 ? '' : 's or folders'}`
    return {
      owner: 'unknown',
      code: 'client.bundle_not_searched',
      summary: `The front end was not searched to its end (${files} file${files === 1 ? '' : 's'} were): ${first.what} was left out because ${first.because}${besides}.`,
      doNext: [...new Set(left.map(({ what, because }) => orderFor(what, because)))].slice(0, 5),
      doNot: 'Do not take the part that was searched for the whole front end.',
      cites: [seen],
    }
  },
}

function orderFor(what: string, because: string): string {
  if (because.includes('time')) {
    return 'Set a longer deadline, or set client-bundle to the folder that is deployed and nothing else.'
  }
  if (because.includes('cancelled')) return 'Run the preflight again.'
  if (because.includes('link')) {
    return `Copy what the link ${what} leads to into the folder, or remove the link.`
  }
  if (because.includes('read')) {
    return `Make ${what} readable for the user that this step runs as (chmod -R u+rX), or remove it from the folder.`
  }
  return `Unpack ${what} beside itself before this step, so that it can be searched.`
}

/** A folder that cannot be searched at all: the setting is wrong, or the build did not run. */
const folderUnusable: EvidenceConclusion = {
  id: 'browser/folder-unusable',
  says: (evidence) => {
    const seen = investigation(evidence, 'client-bundle')
    if (seen?.outcome.status !== 'failed' || factsOf<'client-bundle'>(seen) !== undefined) {
      return undefined
    }
    return {
      owner: 'request',
      code: 'config.client_bundle_unusable',
      summary: `The front end was not searched. ${seen.outcome.failure.detail ?? ''}`.trim(),
      doNext:
        'Build the front end before this step, and set client-bundle to the folder that it is built into.',
      cites: [seen],
    }
  },
}

/** Lines of the ignore file that do nothing. */
const ignoreFileInvalid: EvidenceConclusion = {
  id: 'browser/ignore-file',
  says: (evidence) => {
    const seen = investigation(evidence, 'client-bundle')
    const [first, ...more] = factsOf<'client-bundle'>(seen)?.problems ?? []
    if (first === undefined) return undefined
    return {
      owner: 'request',
      code: 'config.ignore_file_invalid',
      summary: `${first.setting}: ${first.message}${more.length === 0 ? '' : ` ${more.length} more lines likewise.`}`,
      doNext: first.fix,
      cites: [seen],
    }
  },
}

/** `src/chat.ts:12:5 (dist/app.js:1:2041)`: the original first, when a source map gives it. */
function placeOf({ file, line, column, original }: Hit): string {
  const built = `${file}:${line}:${column}`
  return original === undefined
    ? built
    : `${original.file}:${original.line}:${original.column} (${built})`
}

/** The API lets this origin call it from a browser: possible, and still no place for a key. */
const originAllowed: EvidenceConclusion = {
  id: 'browser/cors-open',
  says: (evidence) => {
    const { seen, facts } = investigated(evidence, 'browser-origin')
    if (seen?.outcome.status !== 'ok' || facts?.allowed !== true) return undefined
    return {
      owner: 'client-app',
      code: 'client.cors_open',
      summary: `A browser on ${facts.origin ?? 'this origin'} may call ${evidence.route.baseUrl} directly; every visitor would need the key for it.`,
      doNext: SERVER_SIDE,
      doNot: 'Do not take an open CORS answer as permission to ship a key.',
      cites: [seen],
    }
  },
}

/** The API does not let this origin in: no header of the front end changes that. */
const originRefused: EvidenceConclusion = {
  id: 'browser/cors-refused',
  says: (evidence) => {
    const { seen, facts } = investigated(evidence, 'browser-origin')
    // A refusal is a failed observation with facts; one without facts was never answered.
    if (facts?.allowed !== false) return undefined
    return {
      owner: 'client-app',
      code: 'client.cors_refused',
      summary: `A browser on ${facts.origin ?? 'this origin'} may not call ${evidence.route.baseUrl}: ${facts.because ?? `the CORS question got ${facts.status ?? 'no answer'}.`} A server may.`,
      doNext: SERVER_SIDE,
      doNot: 'Do not route the key through a public CORS proxy.',
      cites: [seen],
    }
  },
}

/** The branch that does not run on servers, worst first; independent of the way out. */
export const BROWSER_RULES = evidenceRules([...LEAKS.map(ofLeak), notSearched, folderUnusable])

/** What a browser may do; none of these decides. */
export const BROWSER_NOTES = evidenceRules([originAllowed, originRefused, ignoreFileInvalid])
