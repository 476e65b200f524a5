import * as v from 'valibot'
import { ENDPOINTS } from './endpoints.ts'
import { FACTS, egressAddress, unwell, type FactsOf, type ProbeId } from './facts.ts'
import type { Of } from './schema.ts'
import {
  client,
  code,
  described,
  flag,
  least,
  maybe,
  number,
  text,
  texts,
  whole,
} from './schema.ts'
import {
  BRANCHES,
  CONFIDENCES,
  DEPTHS,
  OWNERS,
  RESPONDERS,
  ROUTE_KINDS,
  RUNGS,
  SCHEMA_VERSION,
  VERDICTS,
} from './words.ts'

// The one description of a packet: its types, schema/packet.schema.json (`npm run readme`) and the
// reader of a packet that somebody hands over come from here. What is optional is absent where it is
// not known: packets of earlier versions have none of it.

export const rung = v.picklist(RUNGS)
export const owner = described(v.picklist(OWNERS), 'Who must act.')
export const branch = described(v.picklist(BRANCHES), 'The coarse gate that a deploy step tests.')
export const codeOrEmpty = v.union([code, v.literal('')])
export const rule = v.pipe(text, v.regex(/^[\w/.-]{0,128}$/))
export const status = v.picklist(['ok', 'failed', 'skipped'])
export const offset = v.regex(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/,
)
export const moment = described(v.pipe(text, offset), 'ISO 8601 with offset.')

/** Another finding that does not decide, kept because it is worth knowing. */
export const alsoFound = v.object({ rule, owner, code, summary: text, doNext: texts, cites: texts })
export type AlsoFound = Of<typeof alsoFound>

/** One line of the ladder. */
export const ladderStep = v.object({
  rung,
  status,
  because: described(text, 'What was seen, or why nothing was; one short line.'),
  elapsedMs: maybe(least(0), 'Spent on this rung; absent when skipped or not separable.'),
  cites: described(texts, 'Ids of the observations behind it.'),
})
export type LadderStep = Of<typeof ladderStep>

/** What a route, or a run, comes to. */
export const verdict = v.object({
  verdict: v.picklist(VERDICTS),
  owner,
  confidence: v.optional(
    described(
      v.picklist([...CONFIDENCES, '']),
      'How strongly the evidence points to the owner; empty on pass.',
    ),
    '',
  ),
  branch,
  rung: described(v.picklist([...RUNGS, '']), 'Where the evidence changed; empty on pass.'),
  code: codeOrEmpty,
  rule: described(rule, 'Rule that decided; heading in docs/findings.md; empty on pass.'),
  responder: described(
    v.picklist([...RESPONDERS, '']),
    'Who sent the deciding response; empty when none came.',
  ),
  product: described(text, 'Product of the responder, when known.'),
  httpStatus: described(
    v.union([v.pipe(whole(100), v.maxValue(999)), v.literal('')]),
    'Of the deciding response; empty when none came.',
  ),
  requestId: described(
    // Without what a shell or Markdown would take for its own.
    v.pipe(text, v.regex(/^[\w.:/@+=[\]… -]{0,256}$/)),
    'Of the deciding response; empty when none came.',
  ),
  retryable: described(flag, 'A retry may help.'),
  summary: described(text, 'One sentence a person can paste into a chat.'),
  lastGood: described(
    v.picklist([...RUNGS, 'none']),
    'Last rung that was proven; none when not even the settings were usable.',
  ),
  firstBad: described(v.picklist([...RUNGS, 'none']), 'First rung whose evidence changed.'),
  doNext: described(texts, 'Orders with an object, most effective first.'),
  doNot: described(texts, 'Advice that people get wrong in this case.'),
  cites: described(texts, 'Ids of observations.'),
  also: described(v.array(alsoFound), 'Findings that do not decide.'),
  ladder: v.array(ladderStep),
})
export type Verdict = Of<typeof verdict>

/** Where trusted roots come from. */
export const trustStore = v.object({
  store: v.picklist(['bundled', 'system', 'extra', 'file']),
  source: described(text, 'What put it there: a variable, a default of the client, or ca-file.'),
  path: maybe(text, 'File or folder, when it is one.'),
})
export type TrustStore = Of<typeof trustStore>

export const proxyHop = v.object({
  scheme: v.picklist(['http', 'https', 'socks5', 'socks5h']),
  host: described(text, 'Host name or address, without brackets.'),
  port: v.pipe(whole(0), v.maxValue(65_535)),
  source: described(text, 'Variable that decided, as it is spelt, e.g. https_proxy.'),
  hasCredentials: flag,
})
export type ProxyHop = Of<typeof proxyHop>

/** A variable that is set and does not do what it promises, and what to change. Never a value. */
const egressNote = {
  variable: described(text, 'Name as it is spelt in the environment.'),
  because: text,
  fix: text,
}
export const ignored = v.object(egressNote)
export type EgressNote = Of<typeof ignored>

/** How this client gets out, and why: without credentials (see `EgressPlan`). */
export const egress = described(
  v.object({
    clientUnknown: maybe(
      v.literal(true),
      'A log does not say which client wrote it; client stands in.',
    ),
    client,
    proxy: v.exactOptional(proxyHop),
    reason: described(text, 'Why this way, in one sentence that names the variable.'),
    ignored: described(v.array(ignored), 'Variables that are set but do not act on this client.'),
    unusable: maybe(
      v.object({ ...egressNote, by: v.picklist(['client', 'preflight']) }),
      'No request can leave this way: the client fails on the variable itself, or the preflight does not speak it (SOCKS4).',
    ),
    trust: v.array(trustStore),
    strict: maybe(
      v.object({ applies: v.picklist(['yes', 'not known']), because: text }),
      'Certificates are verified by the letter of RFC 5280 (X509_V_FLAG_X509_STRICT), and any trusted one ends a chain: with what makes it so, or what would have to be known.',
    ),
    verifies: described(
      flag,
      'False where the environment switches verification off; the preflight verifies all the same.',
    ),
    addressTimeoutMs: described(
      least(0),
      'Given to each address before the next is tried; 0 when the client tries one after the other.',
    ),
    assumes: maybe(
      v.array(text),
      'Rules that hold since a release, where the release that runs is not known: what this way depends on.',
    ),
    firstAddressOnly: maybe(
      v.object({ applies: v.picklist(['yes', 'not known']), because: text }),
      'Only the first address of a name is dialled, and its failure is the failure of the request: with what makes it so, or what would have to be known.',
    ),
    httpVersion: v.picklist(['1.1', '2']),
  }),
  'How this client gets out, and why; without credentials.',
)
export type Egress = Of<typeof egress>

/** The path that one client would take to the host of a route. */
export const clientPath = v.object({
  client,
  exit: described(
    v.pipe(text, v.regex(/^(direct|none|(https?|socks5h?):\/\/.+)$/)),
    'Without credentials; none when no request can leave.',
  ),
  reason: text,
  // What a client trusts on the way is another question: `acceptedBy` of `served-chain`.
  works: maybe(
    flag,
    'A request left by this exit in this run and the host itself answered; absent when that was not tried.',
  ),
})
export type ClientPath = Of<typeof clientPath>

export const readValue = described(
  v.object({ value: text, from: text }),
  'A value and the place where it was read: file:line, the name of a setting, or default.',
)
export type ReadValue = Of<typeof readValue>

/** What is known of the application's own call; a value that nobody names is absent. */
export const application = v.object({
  endpoint: readValue,
  stream: readValue,
  baseUrl: readValue,
  model: v.exactOptional(readValue),
  timeout: maybe(
    readValue,
    'How long its client waits, for example 20s; absent where none is set.',
  ),
  sdk: maybe(readValue, 'Library of the API and its version, by a lock file or a manifest.'),
  others: described(
    v.array(readValue),
    'Other endpoint families that the application calls and that this run did not probe.',
  ),
  otherModels: maybe(v.array(readValue), 'Other models that the application names.'),
  limit: maybe(text, 'Why the checkout was not read to its end.'),
})
export type RouteApplication = Of<typeof application>

/**
 * What the service says of itself. A green page does not clear a route, and a red one does not prove
 * it: no verdict comes from here.
 */
export const statusPage = v.union([
  v.object({
    host: text,
    checkedAt: moment,
    indicator: described(
      text,
      'none while all is well, minor, major, critical, maintenance, incident.',
    ),
    components: described(unwell, 'Parts that are not well.'),
  }),
  v.object({
    host: maybe(text, 'Absent where no page is known.'),
    checkedAt: v.exactOptional(moment),
    because: described(text, 'Why it could not be asked.'),
  }),
])

export const observed = {
  id: described(text, 'Unique within the route.'),
  rung,
  target: text,
  attempt: whole(0),
  status,
  code: described(codeOrEmpty, 'Empty unless failed.'),
  because: described(text, 'Reason of a skip, detail of a failure, otherwise empty.'),
  startedMs: described(number, 'Since the start of the run.'),
  elapsedMs: least(0),
}
export const at = described(v.object({ line: whole(1), column: whole(1) }), 'Position in a log.')

/** An observation as it is stored: flat, so that a person can read it. */
export type PacketObservation<P extends ProbeId = ProbeId> = {
  readonly [Q in P]: Of<v.ObjectSchema<typeof observed, undefined>> & {
    readonly probe: Q
    /** As much as was seen; nothing of what was skipped. */
    readonly facts: Partial<FactsOf[Q]>
    readonly at?: Of<typeof at>
  }
}[P]

const kinds = Object.entries(FACTS).map(([probe, facts]) => {
  const { id, ...rest } = observed
  return v.object({
    id,
    probe: v.literal(probe),
    ...rest,
    facts: v.partial(v.object<v.ObjectEntries>(facts.entries)),
    at: v.exactOptional(at),
  })
})
// The row of a probe goes with its facts: entries of a table cannot say that to the compiler.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const observation = v.variant('probe', kinds) as unknown as v.GenericSchema<
  unknown,
  PacketObservation
>

export const route = v.object({
  name: text,
  kind: v.picklist(ROUTE_KINDS),
  baseUrl: text,
  endpoint: v.picklist(ENDPOINTS),
  application: maybe(application, "What is known of the application's own call."),
  model: described(text, 'Model or deployment; empty when none was given.'),
  client,
  clientReason: text,
  depth: v.picklist(DEPTHS),
  repeat: maybe(
    v.record(v.pipe(text, v.regex(/^[a-z-]{1,30}$/)), text),
    'Further inputs that decide the request, where they are not the default: stream, path-checks, api-version, timeout and the like. Identifiers stand as the variable that holds them.',
  ),
  keyFingerprint: described(
    text,
    'Salted hash of the key, to compare packets; empty without a key.',
  ),
  failOn: texts,
  attempts: described(whole(1), 'Allowed.'),
  attempt: described(whole(0), 'That passed or was the last; 0 when nothing was sent.'),
  egress,
  clientPaths: maybe(
    v.array(clientPath),
    'The path that each client would take to this host; absent where only one could be looked at.',
  ),
  observations: v.array(observation),
  statusPage: maybe(
    statusPage,
    'What the service says of itself; present whenever the request was sent and no usable response came. No verdict comes from it.',
  ),
  egressAddress: maybe(
    v.union([egressAddress, v.object({ because: text })]),
    'On the direct route, where it was asked: what the edge of the API sees of this egress, or why it could not be asked.',
  ),
  exception: maybe(
    v.object({
      chain: described(
        texts,
        'Classes of the SDK of this client, outermost first; empty where it has none: APIConnectionError, TypeError: fetch failed, Error ECONNRESET.',
      ),
      hadStatus: flag,
      hadBody: flag,
      hadRequestId: flag,
    }),
    'The failure as the application meets it; absent after a pass and where nothing was sent.',
  ),
  verdict,
})
export type PacketRoute = Of<typeof route>

export const runtime = v.object({
  os: text,
  arch: text,
  container: flag,
  runnerName: described(
    text,
    'Of the runner; with inside the command that enters the target, without secrets.',
  ),
  runnerKind: v.picklist(['github-hosted', 'self-hosted', 'none']),
  region: described(text, 'Empty when not known.'),
  source: described(text, 'live, log, inside:node, inside:python3, inside:sh.'),
})
export type Runtime = Of<typeof runtime>

/** Everything known about a run, with nothing secret in it: what reports are made from. */
export const packet = described(
  v.object({
    schemaVersion: v.literal(SCHEMA_VERSION),
    tool: v.object({
      name: v.literal('openai-preflight'),
      version: text,
      node: text,
      openai: text,
      undici: text,
    }),
    startedAt: moment,
    timezone: described(text, 'IANA name, e.g. Etc/UTC.'),
    elapsedMs: least(0),
    runtime,
    routes: v.array(route),
    verdict: described(
      v.object({
        ...verdict.entries,
        route: described(text, 'Name of the route whose verdict this is.'),
      }),
      'Of the whole run.',
    ),
    redactions: described(
      v.array(v.object({ what: text, where: text, count: whole(1) })),
      'What was removed, where and how often; never the value.',
    ),
  }),
  'Everything known about a run, with nothing secret in it.',
)
export type Packet = Of<typeof packet>

/** Parts of the published schema that have a name of their own there. */
export const NAMED = {
  rung,
  owner,
  branch,
  code,
  codeOrEmpty,
  client,
  readValue,
  route,
  clientPath,
  egress,
  verdict,
  alsoFound,
  ladderStep,
  observation,
}
