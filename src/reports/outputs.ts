import { oneLine } from '../redaction/index.ts'
import type { Report } from './artifact.ts'

/** The outputs of the contract; every one is set in every case. */
export const outputs: Report = ({ verdict }, view) =>
  Object.entries({
    verdict: verdict.verdict,
    ok: String(verdict.verdict === 'pass'),
    owner: verdict.owner,
    branch: verdict.branch,
    rung: verdict.rung,
    code: verdict.code,
    'http-status': String(verdict.httpStatus),
    'request-id': verdict.requestId,
    retryable: String(verdict.retryable),
    confidence: verdict.confidence,
    summary: verdict.summary,
    packet: view.paths?.packet ?? '',
    report: view.paths?.report ?? '',
  }).map(([name, value]) => ({ kind: 'output', name, value: oneLine(value, 1000) }))
