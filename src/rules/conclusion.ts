import {
  given,
  type AnyObservation,
  type Code,
  type Confidence,
  type Evidence,
  type Finding,
  type ResponseFacts,
  type Owner,
  type Responder,
  type Rule,
  type RuleList,
  type Rung,
} from '../model/index.ts'
import { signInFailure, type SignInFailure } from './answers/sign-in-failure.ts'
import { provesRouteBy } from './answers/keyless.ts'
import { privateIssuer, replyOf, type Reply } from './answers/reply.ts'
import { listed, warned, type OneOrMore, type Warning } from './orders.ts'
import { type BrokenStep, brokenStep } from './connection/broken-step.ts'
import { otherWayOrders } from './connection/witnesses.ts'
import { attribute } from './attribution.ts'
import { factsOf, investigation, isWholeResponse } from '../model/reading.ts'

/** What a rule says; what it leaves out follows from its subject. */
export interface Conclusion {
  readonly owner?: Owner
  /** `high` unless said otherwise. */
  readonly confidence?: Confidence
  readonly rung?: Rung
  readonly code?: Code
  readonly responder?: Responder
  readonly product?: string
  /** `false` unless time alone can heal it. */
  readonly retryable?: boolean
  /** One sentence with host, status and what it means. */
  readonly summary: string
  /** Orders with an object, most effective first. */
  readonly doNext: OneOrMore<string>
  /** What people get wrong in this very case; the general warnings are added. */
  readonly doNot?: OneOrMore<Warning>
  /** Observations besides the one that the subject is about. */
  readonly cites?: readonly (AnyObservation | undefined)[]
}

/** With everything that does not follow from the subject. */
export interface WholeConclusion extends Conclusion {
  readonly owner: Owner
  readonly rung: Rung
  readonly code: Code
}

interface SignInSaid extends Conclusion {
  readonly code: Code
}

export interface Concluding<Subject, Said> {
  /** Also the heading in docs/findings.md. */
  readonly id: string
  /** Of which subjects it speaks; of all, where this is left out. */
  readonly when?: (subject: Subject) => boolean
  /** `undefined` where it has nothing to say after all. */
  readonly says: (subject: Subject) => Said | undefined
}

/** About the step of the path that broke: owner `connection-path`, its rung and its code, unless said otherwise. */
export type PathConclusion = Concluding<BrokenStep, Conclusion>

/** About the answer that came: responder and citation follow from the reply. */
export type AnswerConclusion = Concluding<Reply, WholeConclusion>

/** About a sign-in that gave no token: owner and rung `auth` unless said otherwise. */
export type SignInConclusion = Concluding<SignInFailure, SignInSaid>

/** Rules that ask the same question of the same subject. */
function rulesAbout<Subject extends { evidence: Evidence; observation: AnyObservation }, Said>(
  subjectOf: (evidence: Evidence) => Subject | undefined,
  completed: (subject: Subject, said: Said, rule: string) => WholeConclusion,
): (
  list: readonly Concluding<Subject, Said>[],
  /** What has to be true of the subject for all of them. */
  ofAll?: (subject: Subject) => boolean,
) => RuleList {
  return (list, ofAll = always) =>
    list.map(({ id, when = always, says }): Rule => ({
      id,
      match: (evidence) => {
        const subject = subjectOf(evidence)
        if (subject === undefined || !ofAll(subject) || !when(subject)) return undefined
        const said = says(subject)
        return said && findingOf(id, subject, completed(subject, said, id))
      },
    }))
}

const always = (): boolean => true

function findingOf(
  rule: string,
  { evidence, observation }: { readonly evidence: Evidence; readonly observation: AnyObservation },
  said: WholeConclusion,
): Finding {
  const direct = withoutGateway(evidence)
  const further = [...(said.cites ?? []), direct?.observation].filter(
    (one) => one !== undefined && one.id !== observation.id,
  )
  return {
    rule,
    owner: said.owner,
    ...given({ confidence: said.confidence }),
    rung: said.rung,
    code: said.code,
    ...given({ responder: said.responder, product: said.product }),
    retryable: said.retryable ?? false,
    summary: `${said.summary.replace(/\.$/, '')}${direct?.note ?? ''}.`,
    doNext: listed(said.doNext),
    doNot: warned(said.doNot),
    cites: [observation, ...new Set(further.filter((one) => one !== undefined))],
  }
}

/** Advice that is wrong as long as no server has judged the request. */
const NOTHING_ARRIVED: readonly Warning[] = [
  'Do not rotate the API key: no API server has seen it in this run.',
  'Do not upgrade the billing plan: the request was never admitted or refused by the API.',
  'Do not change the model: the request did not get as far as the model.',
]
const NOTHING_CAME_BACK: readonly Warning[] = [
  'Do not rotate the API key: the API has not said anything about it.',
  'Do not upgrade the billing plan: no quota answer came back.',
  'Do not change the model before an answer of the API names it.',
]

export const pathRules = rulesAbout(brokenStep, (step, said: Conclusion) => ({
  ...said,
  owner: said.owner ?? 'connection-path',
  rung: said.rung ?? step.observation.rung,
  code: said.code ?? step.code,
  doNext: [...new Set([...listed(said.doNext), ...otherWayOrders(step)])],
  doNot: [
    ...listed(said.doNot),
    ...(step.layer === 'http' || step.layer === 'path' ? NOTHING_CAME_BACK : NOTHING_ARRIVED),
  ],
}))

/** It says so in its own words. */
export const STATUS_ALONE = 'http/status-alone'

export const answerRules = rulesAbout(
  (evidence) => {
    const reply = replyOf(evidence)
    // Without credentials a refusal for missing ones is what was asked for.
    return reply !== undefined && !reply.facts.authenticated && provesRouteBy(reply)
      ? undefined
      : reply
  },
  (reply, said: WholeConclusion, rule) => {
    const { who, observation } = reply
    const nobodyNamed = who.assumed === true && rule !== STATUS_ALONE
    const inspector = mayBeInspector(reply)
    const sentence = said.summary.replace(/\.$/, '')
    const summary =
      inspector === undefined
        ? sentence
        : `${sentence.replace(/; (?:the network path is fine|the key and the path are fine)/, '')}; no header of OpenAI is in this answer, and the connection has a certificate of ${inspector}, so what inspects it may have written the answer`
    return {
      ...said,
      ...given({ confidence: said.confidence ?? (inspector === undefined ? undefined : 'medium') }),
      // A transfer that broke is not a well-formed response: that shows on the rung below the answer.
      rung:
        observation.outcome.status === 'failed' && said.code.startsWith('http.')
          ? 'http'
          : said.rung,
      responder: who.responder,
      ...given({ product: who.product === '' ? undefined : who.product }),
      summary: nobodyNamed ? `${summary}; the log does not show who answered` : summary,
      doNext:
        inspector === undefined
          ? said.doNext
          : [
              `Exempt ${reply.host} from that inspection, or ask from a network without it, before you act on this answer.`,
              ...listed(said.doNext),
            ],
      doNot: listed(said.doNot).filter(
        (advice) => (!nobodyNamed && inspector === undefined) || advice !== 'blameNetwork',
      ),
    }
  },
)

/** Headers that OpenAI or its edge puts on an answer; a device that only copies the JSON has none. */
const OPENAI_HEADER = /^(?:openai-|x-openai-|x-oai-|x-request-id$|x-ratelimit-|cf-ray$)/

/**
 * The issuer of a private certificate on the direct route, where nothing but the text of the body
 * speaks for OpenAI: the text of a public API can be written by anybody.
 */
function mayBeInspector(reply: Reply): string | undefined {
  const { evidence, facts, who } = reply
  if (who.responder !== 'openai' || evidence.route.kind !== 'openai') return undefined
  if (Object.keys(facts.headers).some((name) => OPENAI_HEADER.test(name))) return undefined
  if (/realm="?OpenAI API/i.test(facts.headers['www-authenticate'] ?? '')) return undefined
  return privateIssuer(reply)
}

/** White space at an end of a credential: the identity library sends it as it is. */
function withoutPadding(
  { summary, doNext }: SignInSaid,
  names: readonly string[],
): Pick<SignInSaid, 'summary' | 'doNext'> {
  if (names.length === 0) return { summary, doNext }
  const padded = names.join(' and ')
  return {
    summary: `${summary.replace(/\.$/, '')}; ${padded} contains a space or line break at an end.`,
    doNext: [
      `Store ${padded} again without the space or line break at its end.`,
      ...listed(doNext),
    ],
  }
}

const NOT_ASKED =
  'Do not change roles, keys or deployments of the Azure resource: it has not seen this identity.'

export const signInRules = rulesAbout(signInFailure, ({ facts, last }, said: SignInSaid) => ({
  ...said,
  // What nothing answered to, or GitHub and the machine did, has not read these values.
  ...(last === undefined || last.asked === 'entra' ? withoutPadding(said, facts.padded ?? []) : {}),
  owner: said.owner ?? 'auth',
  rung: said.rung ?? 'auth',
  doNot: [...listed(said.doNot), NOT_ASKED],
}))

/**
 * With `compare-direct`: whether the symptom of a gateway route exists without the gateway, as the
 * end of a sentence. `undefined` when that was not asked.
 */
function withoutGateway(
  evidence: Evidence,
): { readonly note: string; readonly observation: AnyObservation } | undefined {
  const seen = evidence.route.kind === 'gateway' ? investigation(evidence, 'direct-api') : undefined
  if (seen === undefined) return undefined
  const facts = factsOf<'direct-api'>(seen)
  const code = seen.outcome.status === 'failed' ? seen.outcome.failure.code : ''
  const note =
    facts === undefined || !isWholeResponse(facts)
      ? `without the gateway there is a failure too: ${seen.target} cannot be reached from this runner without the gateway either${code === '' ? '' : ` (${code})`}`
      : noteOf(facts, seen.target)
  return { note: `; ${note}`, observation: seen }
}

/** The question carries no key, so a 401 in OpenAI's own words is what a healthy API answers. */
function noteOf(response: ResponseFacts, host: string): string {
  const { responder, product } = attribute({
    response,
    route: { kind: 'openai', baseUrl: `https://${host}/v1` },
  })
  const status = String(response.status)
  if (responder === 'openai' && response.status === 401) {
    return `the symptom does not exist without the gateway: ${host} answers this runner as it should`
  }
  return responder === 'openai' || responder === 'openai-edge'
    ? `without the gateway there is a failure too: ${host} answers ${status} to the keyless question`
    : `without the gateway there is a failure too: ${product === '' ? 'something that is not OpenAI' : product} answers ${status} in place of ${host}`
}
