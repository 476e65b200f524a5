import { oneLine } from '../redaction/index.ts'
import { OUTPUTS, type Artifact, type OutputName, type Report } from './artifact.ts'

/** A value for each output of the contract; every one is set in every case. */
export function outputArtifacts(values: Readonly<Record<OutputName, string>>): readonly Artifact[] {
  return OUTPUTS.map((name) => ({ kind: 'output', name, value: oneLine(values[name], 1000) }))
}

export const outputs: Report = ({ verdict }, view) =>
  outputArtifacts({
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
  })
