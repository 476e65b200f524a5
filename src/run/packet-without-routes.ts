import {
  SCHEMA_VERSION,
  branchOf,
  type Packet,
  type Runtime,
  type Verdict,
} from '../model/index.ts'
import { stamp } from './stored.ts'

/** What is said of a run that did not get as far as a route. */
export type Saying = Pick<Verdict, 'verdict' | 'owner' | 'code' | 'rule' | 'summary'> &
  Partial<Pick<Verdict, 'rung' | 'firstBad' | 'doNext' | 'doNot'>>

/** A packet all the same: every run leaves one, also a crash, an unreadable file, a failed prefix. */
export function packetWithoutRoutes(
  saying: Saying,
  runtime: Runtime,
  startedAt = new Date(),
  elapsedMs = performance.now(),
): Packet {
  return {
    schemaVersion: SCHEMA_VERSION,
    ...stamp(runtime, startedAt, elapsedMs),
    routes: [],
    verdict: {
      rung: '',
      responder: '',
      product: '',
      httpStatus: '',
      requestId: '',
      retryable: false,
      lastGood: 'none',
      firstBad: 'none',
      doNext: [],
      doNot: [],
      cites: [],
      also: [],
      ladder: [],
      route: '',
      ...saying,
      branch: branchOf(saying.owner),
      confidence: saying.verdict === 'pass' ? '' : saying.owner === 'unknown' ? 'low' : 'high',
    },
    redactions: [],
  }
}
