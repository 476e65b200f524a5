import {
  ASKED_INSTEAD,
  type Evidence,
  type Finding,
  type Observation,
  type Rule,
  type SettingProblem,
} from '../model/index.ts'
import { factsOf, investigation, observations, responseOf } from '../model/reading.ts'

/** Settings that are judged together: one finding for all problems of a kind, the first decides. */
interface SettingsFamily {
  readonly id: string
  /** Beginnings of the codes; the first family of the list that fits takes the problem. */
  readonly codes: readonly string[]
  readonly doNot: readonly string[]
}

const NOTHING_SENT = ['Do not look at the network, the quota or the model: no packet was sent.']

const FAMILIES: readonly SettingsFamily[] = [
  {
    id: 'settings/key',
    codes: ['config.key_', 'config.entra_'],
    doNot: ['Do not create a new key before the stored one is known to arrive unchanged.'],
  },
  { id: 'settings/base-url', codes: ['config.base_url_'], doNot: [] },
  { id: 'settings/conflict', codes: ['config.conflict'], doNot: [] },
  { id: 'settings/way-out', codes: ['config.proxy_', 'config.ca_', 'config.tls_'], doNot: [] },
  { id: 'settings/file', codes: ['config.file_'], doNot: [] },
  { id: 'settings/other', codes: [''], doNot: [] },
]

/** Problems that stop the request before any packet, one rule for each kind of setting. */
export const SETTINGS_RULES: readonly Rule[] = FAMILIES.map((family) => ({
  id: family.id,
  match: (evidence) =>
    findingOf(family.id, problemsOf(evidence, family, 'fatal'), [...family.doNot, ...NOTHING_SENT]),
}))

/** Problems worth saying that stop nothing; none of these decides. */
export const SETTING_NOTES: readonly Rule[] = FAMILIES.map((family) => ({
  id: `${family.id}-note`,
  match: (evidence) =>
    findingOf(`${family.id}-note`, problemsOf(evidence, family, 'warning'), family.doNot),
}))

interface Found {
  readonly problem: SettingProblem
  readonly observation: Observation<'settings'>
}

function problemsOf(
  evidence: Evidence,
  family: SettingsFamily,
  severity: SettingProblem['severity'],
): readonly Found[] {
  return observations(evidence, 'settings').flatMap((observation) =>
    (factsOf<'settings'>(observation)?.problems ?? [])
      .filter((problem) => problem.severity === severity && familyOf(problem) === family)
      .map((problem) => ({ problem, observation })),
  )
}

function familyOf({ code }: SettingProblem): SettingsFamily | undefined {
  return FAMILIES.find(({ codes }) => codes.some((start) => code.startsWith(start)))
}

function findingOf(
  rule: string,
  found: readonly Found[],
  doNot: readonly string[],
): Finding | undefined {
  const [first, ...others] = found
  if (first === undefined) return undefined
  const { problem, observation } = first
  const further = others.map((one) => one.observation).filter((one) => one.id !== observation.id)
  return {
    rule,
    owner: problem.owner,
    rung: 'config',
    code: problem.code,
    retryable: false,
    summary: [problem, ...others.map((one) => one.problem)]
      .slice(0, 3)
      .map(({ message }) => message)
      .join(' '),
    doNext: [...new Set(found.map((one) => one.problem.fix))],
    doNot,
    cites: [observation, ...new Set(further)],
  }
}

/** The gateway lacks the default family, nothing named another, and the older one was asked. */
export const endpointAssumed: Rule = {
  id: 'settings/endpoint-assumed',
  match: (evidence) => {
    const { application, endpoint } = evidence.route
    const response = responseOf(evidence)
    if (application?.endpoint.from !== ASKED_INSTEAD || response === undefined) return undefined
    return {
      rule: 'settings/endpoint-assumed',
      owner: 'request',
      rung: 'request',
      code: 'config.endpoint_assumed',
      retryable: false,
      summary: `The gateway does not serve /responses, and neither a setting nor the checkout names the application's endpoint; ${endpoint} was asked instead.`,
      doNext: [`Set endpoint: ${endpoint} if that is what the application calls.`],
      doNot: [],
      cites: [response.observation],
    }
  },
}

/** An endpoint that was set is not served, and the other family answered: what did work is said. */
export const otherFamilyAnswers: Rule = {
  id: 'settings/other-family-answers',
  match: (evidence) => {
    const seen = investigation(evidence, 'other-family')
    const { endpoint, answered } = factsOf<'other-family'>(seen) ?? {}
    if (seen === undefined || endpoint === undefined || answered !== true) return undefined
    return {
      rule: 'settings/other-family-answers',
      owner: 'request',
      rung: 'request',
      code: 'config.endpoint_other_answers',
      retryable: false,
      summary: `${evidence.route.endpoint} is not served there, and ${endpoint} answered the same question with the same key and model.`,
      doNext: [
        `Set endpoint: ${endpoint} if that is what the application calls, or have ${evidence.route.endpoint} served.`,
      ],
      doNot: [],
      cites: [seen],
    }
  },
}
