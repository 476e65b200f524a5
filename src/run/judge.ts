import {
  hostIn,
  CANCELLED,
  CONFIDENCES,
  EXPIRY,
  EXPIRY_CODES,
  OUT_OF_TIME,
  branchOf,
  effectiveDepth,
} from '../model/index.ts'
import type {
  AnyObservation,
  Confidence,
  Evidence,
  Finding,
  RuleList,
  Verdict,
  VerdictKind,
} from '../model/index.ts'
import { climb } from './ladder.ts'
import { nextCommand } from '../rules/next-command.ts'
import {
  factsOf,
  firstFailed,
  lastAttempt,
  observation,
  requestChain,
  responseOf,
} from '../model/reading.ts'
import type { Law } from '../rules/law.ts'

/**
 * Promise 6: applies the rules in order; nothing else. The same evidence gives the same verdict whatever the
 * order in which it was observed. A successful real request outranks every side probe; a pass is
 * impossible while a failure of the last attempt is unexplained.
 */
export function judge(evidence: Evidence, law: Law): Verdict {
  const proven = isProven(evidence, law)
  const matched = matching(evidence, law.rules)
  // What a rule says of a road that proved passable is worth knowing, and decides nothing;
  // only what lies outside the road (a key in the front end) still does.
  const noted = matching(evidence, law.notes, matched)
  const gated = evidence.route.failOn.includes(EXPIRY)
  const deciding = proven
    ? [
        ...matched.filter((one) => isOfFrontEnd(one) || one.decides === true),
        ...noted.filter((one) => gated && isEnding(one)),
      ]
    : matched.filter((one) => !isPathCheck(one))
  const primary = deciding[0]
  const also = [...matched, ...noted].filter((finding) => finding !== primary)
  if (primary !== undefined) {
    const known = primary.owner !== 'unknown' && primary.owner !== 'none'
    return verdictOf(evidence, law, known ? 'fail' : 'inconclusive', primary, also)
  }
  if (proven) return verdictOf(evidence, law, 'pass', undefined, also)
  return verdictOf(evidence, law, 'inconclusive', undecided(evidence), also)
}

/** Beside a failure of the request itself it only adds. */
function isPathCheck({ rule }: Finding): boolean {
  return rule.startsWith('path-check/')
}

/** Works today, and has an end that is near. */
function isEnding({ code }: Finding): boolean {
  return EXPIRY_CODES.includes(code)
}

/** Found in the front end, or left unsearched in it: that it was asked for makes it part of the verdict. */
function isOfFrontEnd({ owner, cites }: Finding): boolean {
  return owner === 'client-app' || cites.some(({ probe }) => probe === 'client-bundle')
}

/** What the first of each list says that speaks, in the order of the lists. */
function matching(
  evidence: Evidence,
  lists: readonly RuleList[],
  earlier: readonly Finding[] = [],
): readonly Finding[] {
  const said = new Set(earlier.map(({ rule }) => rule))
  return lists.flatMap((list) => {
    for (const { explainedBy = [], match } of list) {
      const finding = explainedBy.some((id) => said.has(id)) ? undefined : match(evidence)
      if (finding !== undefined) {
        said.add(finding.rule)
        return [finding]
      }
    }
    return []
  })
}

/** Everything asked for was seen to work, in the last attempt. */
function isProven(evidence: Evidence, law: Law): boolean {
  if (effectiveDepth(evidence.route) === 'route') return law.provesRoute(evidence)
  const answer = observation(evidence, 'answer')
  return answer?.outcome.status === 'ok' && answer.outcome.facts.valid
}

/** A failure that no rule explains: said openly, never guessed. Nothing where there is no evidence at all. */
function undecided(evidence: Evidence): Finding | undefined {
  const failed = firstFailed(evidence)
  const stopped = failed === undefined ? stoppedAt(evidence) : undefined
  const cited = failed ?? stopped ?? highestSeen(evidence)
  if (cited === undefined) return undefined
  if (stopped !== undefined) return notFinished(evidence, stopped)
  const seen = failed === undefined ? 'no failure and no success' : failed.outcome.failure.code
  return {
    rule: 'unknown/unexplained',
    owner: 'unknown',
    rung: cited.rung,
    code: failed?.outcome.failure.code ?? 'own.no_evidence',
    retryable: false,
    summary: `${hostIn(evidence.route.baseUrl)}: the evidence (${seen}) does not name an owner.`,
    doNext: ['Read the packet: it holds every observation of this run.'],
    doNot: [],
    cites: [cited],
  }
}

/** How far the request came; the earliest observation when it did not set out. */
function highestSeen(evidence: Evidence): AnyObservation | undefined {
  const seen = requestChain(evidence).findLast(({ outcome }) => outcome.status !== 'skipped')
  const earliest = evidence.observations.toSorted(
    (a, b) => a.startedMs - b.startedMs || (a.id < b.id ? -1 : Number(a.id > b.id)),
  )
  return seen ?? earliest[0]
}

/** Promise 4: where the run was when it was told to stop, or when its time was up; that is no pass. */
function stoppedAt(evidence: Evidence): AnyObservation | undefined {
  return requestChain(evidence).find(
    ({ outcome }) =>
      outcome.status === 'skipped' &&
      (outcome.because === CANCELLED || outcome.because === OUT_OF_TIME),
  )
}

/** What was not measured has not failed. */
function notFinished(evidence: Evidence, stopped: AnyObservation): Finding {
  const { rung, outcome } = stopped
  const late = outcome.status === 'skipped' && outcome.because === OUT_OF_TIME
  const host = hostIn(evidence.route.baseUrl)
  return {
    rule: late ? 'unknown/out-of-time' : 'unknown/cancelled',
    owner: 'unknown',
    rung,
    code: late ? 'own.out_of_time' : 'own.cancelled',
    retryable: true,
    summary: late
      ? `${host}: its turn came when the deadline of the run had passed; nothing was sent.`
      : `${host}: the run was cancelled at ${rung}; nothing had failed until then.`,
    doNext: late
      ? ['Set a longer deadline, or name fewer routes in one run.']
      : ['Run the preflight again.'],
    doNot: [],
    cites: [stopped],
  }
}

function verdictOf(
  evidence: Evidence,
  law: Law,
  verdict: VerdictKind,
  primary: Finding | undefined,
  also: readonly Finding[],
): Verdict {
  const response = responseOf(evidence)
  const attribution = response === undefined ? undefined : law.attributionOf(evidence)
  const cites = primary?.cites ?? []
  const deciding =
    cites.find((one) => one.probe === 'response') ?? (primary ? undefined : response?.observation)
  const facts = deciding?.probe === 'response' ? factsOf<'response'>(deciding) : undefined
  const owner = primary?.owner ?? (verdict === 'pass' ? 'none' : 'unknown')
  const confidence = verdict === 'pass' ? '' : confidenceOf(evidence, primary)
  const { ladder, lastGood } = climb(evidence, primary, attribution?.responder)
  return {
    verdict,
    owner,
    confidence,
    branch: branchOf(owner),
    rung: primary?.rung ?? '',
    code: primary?.code ?? '',
    rule: primary?.rule ?? '',
    responder: primary?.responder ?? attribution?.responder ?? '',
    product: primary?.product ?? attribution?.product ?? '',
    httpStatus: facts?.status ?? '',
    requestId: facts?.requestId ?? '',
    retryable: primary?.retryable ?? false,
    summary: tidy(primary?.summary ?? provenSentence(evidence, law)),
    lastGood,
    firstBad: primary?.rung ?? 'none',
    doNext: orders(evidence, primary, confidence).map(tidy),
    doNot: (primary?.doNot ?? []).map(tidy),
    cites: cites.map(({ id }) => id),
    also: also.map(({ rule, owner, code, summary, doNext, cites }) => ({
      rule,
      owner,
      code,
      summary,
      doNext,
      cites: cites.map(({ id }) => id),
    })),
    ladder,
  }
}

/** What is not sure begins with the one test that confirms or refutes it on this very path. */
function orders(
  evidence: Evidence,
  primary: Finding | undefined,
  confidence: Confidence | '',
): readonly string[] {
  if (primary === undefined) return []
  const ofOurs = primary.code.startsWith('own.')
  if (confidence === 'high' || confidence === '' || ofOurs) return primary.doNext
  const { route, egress } = evidence
  const { client, clientUnknown } = egress
  const command = nextCommand({
    route,
    verdict: primary,
    ...(clientUnknown === true ? {} : { client }),
  })
  const where = evidence.source === 'log' ? 'where this log was written' : 'from the same place'
  return [`Run \`npx ${command}\` ${where}: it confirms or refutes this owner.`, ...primary.doNext]
}

/** The lower of what the rule says and what the reading allows; nobody named is never sure. */
function confidenceOf(evidence: Evidence, primary: Finding | undefined): Confidence {
  if (primary === undefined || primary.owner === 'unknown') return 'low'
  const said = [primary.confidence, evidence.confidence]
  return CONFIDENCES.findLast((one) => said.includes(one)) ?? 'high'
}

/** Names that a log does not hold leave a gap, or words for a host at the beginning. */
function tidy(sentence: string): string {
  return sentence
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ (?=[;:,.](?: |$))/g, '')
    .replace(/^the /, 'The ')
}

/** What a pass proves, and what it does not. */
function provenSentence(evidence: Evidence, law: Law): string {
  const { route } = evidence
  const depth = effectiveDepth(route)
  const attempts = lastAttempt(evidence)
  const late = attempts > 1 ? ` on attempt ${attempts}` : ''
  const limit =
    route.depthLimit === undefined ? '' : ` Not tested further: ${route.depthLimit.because}`
  if (depth === 'route') {
    const own = route.kind !== 'gateway' || responseOf(evidence)?.facts.body.shape === 'json'
    const who = own ? 'its own API answered' : 'a server there answered'
    return `The route to ${hostIn(evidence.route.baseUrl)} is open${late}: ${who} without credentials.${limit}`
  }
  if (depth === 'auth') {
    return `${hostIn(evidence.route.baseUrl)} accepted the credentials${late}.${limit === '' ? ' Quota was not tested at depth auth.' : limit}`
  }
  return `${hostIn(evidence.route.baseUrl)} answered a real ${route.endpoint} request for ${route.model ?? 'the model'}${late}.${law.provenByChecks(evidence)}`
}
