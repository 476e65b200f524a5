import {
  BRANCHES,
  CLIENTS,
  CONFIDENCES,
  DEPTHS,
  ENDPOINTS,
  OWNERS,
  PROBE_RUNG,
  RESPONDERS,
  ROUTE_KINDS,
  RUNGS,
  SCHEMA_VERSION,
  type Packet,
} from '../model/index.ts'
import {
  both,
  either,
  flag,
  list,
  matching,
  number,
  object,
  oneOf,
  record,
  text,
  type Shape,
} from './shape.ts'

const texts = list(text)
const rung = oneOf(RUNGS)
/** `layer.reason`; empty on pass. */
const code = matching(/^(?:[a-z]+\.[\w.-]{1,128})?$/)
const rule = matching(/^[\w/.-]{0,128}$/)
/** Without what a shell or Markdown would take for its own. */
const requestId = matching(/^[\w.:/@+=[\]… -]{0,256}$/)
const status = oneOf(['ok', 'failed', 'skipped'])

const verdict = object(
  {
    verdict: oneOf(['pass', 'fail', 'inconclusive']),
    owner: oneOf(OWNERS),
    branch: oneOf(BRANCHES),
    rung: oneOf([...RUNGS, '']),
    code,
    rule,
    responder: oneOf([...RESPONDERS, '']),
    product: text,
    httpStatus: either(number, oneOf([''])),
    requestId,
    retryable: flag,
    summary: text,
    lastGood: oneOf([...RUNGS, 'none']),
    firstBad: oneOf([...RUNGS, 'none']),
    doNext: texts,
    doNot: texts,
    cites: texts,
    also: list(
      object({
        rule,
        owner: oneOf(OWNERS),
        code,
        summary: text,
        doNext: texts,
        cites: texts,
      }),
    ),
    ladder: list(object({ rung, status, because: text, cites: texts }, { elapsedMs: number })),
  },
  { confidence: oneOf([...CONFIDENCES, '']) },
)

const observation = object(
  {
    id: text,
    probe: oneOf(Object.keys(PROBE_RUNG)),
    rung,
    target: text,
    attempt: number,
    status,
    code,
    because: text,
    startedMs: number,
    elapsedMs: number,
    facts: record,
  },
  { at: object({ line: number, column: number }) },
)

const egress = object(
  {
    client: oneOf(CLIENTS),
    reason: text,
    ignored: list(object({ variable: text, because: text, fix: text })),
    trust: list(object({ store: text, source: text }, { path: text })),
    verifies: flag,
    addressTimeoutMs: number,
    httpVersion: text,
  },
  { proxy: object({ scheme: text, host: text, port: number, source: text, hasCredentials: flag }) },
)

const clientPath = object({ client: oneOf(CLIENTS), exit: text, reason: text }, { works: flag })

const route = object(
  {
    name: text,
    kind: oneOf(ROUTE_KINDS),
    baseUrl: text,
    endpoint: oneOf(ENDPOINTS),
    model: text,
    client: oneOf(CLIENTS),
    clientReason: text,
    depth: oneOf(DEPTHS),
    keyFingerprint: text,
    failOn: texts,
    attempts: number,
    attempt: number,
    egress,
    observations: list(observation),
    verdict,
  },
  {
    clientPaths: list(clientPath),
    egressAddress: object(
      {},
      {
        address: text,
        country: text,
        colo: text,
        localAddress: text,
        nat: flag,
        because: text,
      },
    ),
    statusPage: object(
      {},
      {
        host: text,
        checkedAt: text,
        indicator: text,
        components: list(object({ name: text, status: text })),
        because: text,
      },
    ),
  },
)

const packet = object({
  schemaVersion: oneOf([SCHEMA_VERSION]),
  tool: object({ name: text, version: text, node: text, openai: text, undici: text }),
  startedAt: text,
  timezone: text,
  elapsedMs: number,
  runtime: object({
    os: text,
    arch: text,
    container: flag,
    runnerName: text,
    runnerKind: oneOf(['github-hosted', 'self-hosted', 'none']),
    region: text,
    source: text,
  }),
  routes: list(route),
  verdict: both(verdict, object({ route: text })),
  redactions: list(object({ what: text, where: text, count: number })),
}) satisfies Shape

/** What keeps a JSON value from being a packet, in one sentence; nothing when it is one. */
export function packetProblem(value: unknown): string | undefined {
  return packet(value, '')
}

export function isPacket(value: unknown): value is Packet {
  return packetProblem(value) === undefined
}
