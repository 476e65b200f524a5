import type { ClientBundleFacts, Code, Evidence, Finding, Rule } from '../../model/index.ts'
import { factsOf, investigation } from '../../model/reading.ts'

type Hit = ClientBundleFacts['hits'][number]

interface Leak {
  readonly id: string
  readonly kind: Hit['kind']
  readonly code: Code
  readonly says: (first: Hit, count: string) => string
  readonly doNext: (first: Hit) => readonly string[]
  readonly doNot: readonly string[]
}

/** The one repair for all of them. */
export const SERVER_SIDE =
  'Call the API from a server of your own and let the browser call that server.'

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
    doNot: [
      'Do not solve it with CORS headers or a browser extension: the key would still be public.',
    ],
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
    doNot: [
      'Do not keep the switch because it works: it is there to keep the key out of browsers.',
    ],
  },
]

export const bundleRules: readonly Rule[] = LEAKS.map((leak) => ({
  id: leak.id,
  explainedBy: [],
  match: (evidence) => findingOf(leak, evidence),
}))

function findingOf(leak: Leak, evidence: Evidence): Finding | undefined {
  const seen = investigation(evidence, 'client-bundle')
  const hits = (factsOf<'client-bundle'>(seen)?.hits ?? []).filter(({ kind }) => kind === leak.kind)
  const [first] = hits
  if (seen === undefined || first === undefined) return undefined
  const count =
    hits.length === 1 ? '' : ` and ${hits.length - 1} more place${hits.length === 2 ? '' : 's'}`
  return {
    rule: leak.id,
    owner: 'client-app',
    rung: seen.rung,
    code: leak.code,
    retryable: false,
    summary: leak.says(first, count),
    doNext: leak.doNext(first),
    doNot: leak.doNot,
    cites: [seen],
  }
}

/** `src/chat.ts:12:5 (dist/app.js:1:2041)`: the original first, when a source map gives it. */
function placeOf({ file, line, column, original }: Hit): string {
  const built = `${file}:${line}:${column}`
  return original === undefined
    ? built
    : `${original.file}:${original.line}:${original.column} (${built})`
}
